"""Form posts to events."""

from __future__ import annotations

from starlette.datastructures import FormData, UploadFile

from conversations.event import LARGEST_FILE, Dropped, Pressed, Said, Submitted
from conversations.view import Act, Run, Turn

ANSWER = "q:"
"""Before a question's key in its field's name, so that no key is mistaken for the form's own fields."""
IN_PLACE = "own:"
"""The same before own words that stand in place of an option."""


def said(post: FormData) -> Said:
    """What was typed."""
    return Said(text(post, "text").strip())


def pressed(post: FormData) -> Pressed:
    """Which action was asked for; raises ValueError for one that no button of ours carries."""
    if "words" in post:
        return Pressed(Run(text(post, "words")))
    act = Act(text(post, "act"))
    return Pressed(Turn(text(post, "run"), _number(post), act, text(post, "key"), text(post, "value")))


def submitted(post: FormData) -> Submitted:
    """The answers, one for each question that was on the form: left alone is empty."""
    keys = [key for key in post.getlist("asked") if isinstance(key, str)]
    return Submitted(text(post, "run"), _number(post), {key: _answer(post, key) for key in keys})


async def dropped(post: FormData) -> Dropped | None:
    """The file that was sent, if there is one; a byte more than is taken shows that it is too much."""
    file = post.get("file")
    if not isinstance(file, UploadFile) or not file.filename:
        return None
    return Dropped(file.filename, await file.read(LARGEST_FILE + 1))


def label(post: FormData) -> str:
    """The words on the button that was pressed."""
    return text(post, "label")


def text(post: FormData, name: str) -> str:
    """A field's text, empty where there is none."""
    value = post.get(name, "")
    return _lines(value) if isinstance(value, str) else ""


def _answer(post: FormData, key: str) -> str:
    """Own words if there are any, else what was picked or typed."""
    given = [_lines(value).strip("\n") for value in post.getlist(ANSWER + key) if isinstance(value, str)]
    return text(post, IN_PLACE + key).strip() or "\n".join(value for value in given if value)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n")


def _number(post: FormData) -> int:
    return int(text(post, "turn"))
