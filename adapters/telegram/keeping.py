"""What must be remembered between two updates, though the process may have been killed meanwhile."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from dataclasses import asdict, dataclass, replace
from hashlib import sha256

from adapters.ports import Kept
from adapters.telegram.limits import CALLBACK_DATA

_LONG = "#"
_DIGEST_BYTES = 18


@dataclass(frozen=True, slots=True)
class Opened:
    """The question that stands in a private chat, by the message in which it is."""

    message: int
    prompt: int
    """The message that asks to type, 0 where there is none."""
    run: str
    turn: int
    key: str
    asked: str = ""
    """What stays of it when its answer was typed."""
    ticked: tuple[str, ...] = ()
    """Values ticked on its keyboard, to which own words are added."""
    aside: bool = False
    """Something else was shown below it since, so that what is typed is not for it."""

    def is_meant(self, replied: int) -> bool:
        """Whether what is typed in reply to that message answers it; in reply to none, where it stands lowest."""
        if not self.key:
            return False
        return replied in (self.message, self.prompt) if replied else not self.aside


def fitted(text: str, kept: Kept) -> str:
    """Callback data that stands for the text: what is too long is kept, under its digest."""
    if len(text.encode()) <= CALLBACK_DATA and not text.startswith(_LONG):
        return text
    name = _LONG + urlsafe_b64encode(sha256(text.encode()).digest()[:_DIGEST_BYTES]).decode()
    kept.put(name, text)
    return name


def unfitted(data: str, kept: Kept) -> str | None:
    """The text that callback data stands for; None where it is kept no more."""
    return kept.get(data) if data.startswith(_LONG) else data


def opened(chat: int, kept: Kept) -> Opened | None:
    """The question in this chat."""
    text = kept.get(_open(chat))
    if text is None:
        return None
    plain = json.loads(text)
    return Opened(**{**plain, "ticked": tuple(plain["ticked"])})


def put_opened(chat: int, question: Opened | None, kept: Kept) -> None:
    """Remembers the question, or that there is none."""
    if question is None:
        kept.drop(_open(chat))
    else:
        kept.put(_open(chat), json.dumps(asdict(question)))


def put_aside(chat: int, kept: Kept) -> None:
    """Something else is shown below the question, if there is one: what is typed from now on is not for it alone."""
    question = opened(chat, kept)
    if question and not question.aside:
        put_opened(chat, replace(question, aside=True), kept)


def noted(chat: int, user: int, kept: Kept) -> int:
    """The message by which a group saw last that somebody was answered in their own chat; 0 where there is none."""
    return int(kept.get(_note(chat, user)) or 0)


def put_noted(chat: int, user: int, message: int, kept: Kept) -> None:
    """Remembers it."""
    kept.put(_note(chat, user), str(message))


def moved(chat: int, kept: Kept) -> int:
    """Where a group is now that has become a supergroup."""
    return int(kept.get(_moved(chat)) or chat)


def put_moved(chat: int, to: int, kept: Kept) -> None:
    """Remembers it, both ways."""
    kept.put(_moved(chat), str(to))
    kept.put(_was(to), str(chat))


def first_called(chat: int, kept: Kept) -> int:
    """What a group was called before it became a supergroup: by that it goes on being known."""
    return int(kept.get(_was(chat)) or chat)


def _open(chat: int) -> str:
    return f"open.{chat}"


def _note(chat: int, user: int) -> str:
    return f"note.{chat}.{user}"


def _was(chat: int) -> str:
    return f"was.{chat}"


def _moved(chat: int) -> str:
    return f"moved.{chat}"
