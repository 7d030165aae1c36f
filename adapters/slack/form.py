"""A form → a modal; and where none can be opened unasked, a message that opens it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import chain
from typing import Any

from adapters.slack.actions import button_rows
from adapters.slack.blocks import view_block
from adapters.slack.elements import Json, fitted, header, note, plain
from adapters.slack.limits import TITLE, VIEW_BLOCKS
from adapters.slack.message import view_blocks
from adapters.slack.questions import first_field, question_blocks
from adapters.slack.words import SlackWords
from conversations.view import Act, Button, Form, Message, Question, QuestionKind, Style, Text, Turn

FORM, READ = "form", "read"
"""The callback_id of a modal that is handed in, and of one that is only there to be read."""
PRESSED_OPTIONS = 10
"""As many can be answered by a button of their own."""


def modal(form: Form, above: Iterable[Message], words: SlackWords, came_from: Mapping[str, str]) -> Json:
    """The form, under what is said beside it; `came_from` comes back with it, and says where its answer goes."""
    kept = {"run": form.run, "turn": form.turn, **came_from}
    asked = chain.from_iterable(question_blocks(question, form.turn, words.pick) for question in form.questions)
    below = [*asked, *button_rows(form.acts)]
    told = [*chain.from_iterable(map(view_blocks, above)), *_head(form)]
    blocks = [*fitted(told, [note(words.rest)], VIEW_BLOCKS - len(below)), *below]
    return {
        **_shell(form.title, words.later, kept, FORM, blocks),
        "submit": plain(form.submit, TITLE),
    }


def reading(messages: Iterable[Message], words: SlackWords, came_from: Mapping[str, str]) -> Json:
    """Messages in a modal in which a dialog has ended, or in which nothing is asked."""
    blocks = list(chain.from_iterable(map(view_blocks, messages)))
    return _shell(words.title, words.close, came_from, READ, fitted(blocks, [note(words.rest)]))


def asking(form: Form, words: SlackWords) -> Message:
    """The form as a message: what it asks, buttons for what can be answered by one press, and one that opens it."""
    opens = Button(words.go_on, Turn(form.run, form.turn, Act.SHOW), Style.PRIMARY)
    asked = chain.from_iterable(map(_asked, form.questions))
    blocks = (Text(_line(form)), *form.intro, *asked)
    return Message(blocks, (*_answers(form), opens, *form.acts), only_you=True)


def errors_in(view: Mapping[str, Any], form: Form) -> dict[str, str]:
    """What is wrong with a modal that was handed in, by its fields; nothing where another form follows."""
    kept = kept_in(view)
    if (kept.get("run"), kept.get("turn")) != (form.run, form.turn):
        return {}
    fields = {block["block_id"] for block in view["blocks"] if block["type"] == "input"}
    wrong = {first_field(each, form.turn): each.error for each in form.questions if each.error}
    return {id: error for id, error in wrong.items() if id in fields}


def kept_in(view: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a modal of ours was given to keep."""
    kept = json.loads(view.get("private_metadata") or "{}")
    return kept if isinstance(kept, dict) else {}


def _shell(title: str, close: str, kept: Mapping[str, Any], id: str, blocks: Sequence[Json]) -> Json:
    return {
        "type": "modal",
        "callback_id": id,
        "title": plain(title, TITLE),
        "close": plain(close, TITLE),
        "private_metadata": json.dumps(kept, ensure_ascii=False),
        "blocks": blocks or [note(title)],
    }


def _head(form: Form) -> Iterator[Json]:
    if len(form.title) > TITLE:
        yield header(form.title)
    if form.step:
        yield note(form.step)
    for block in form.intro:
        yield from view_block(block)


def _line(form: Form) -> str:
    return f"<b>{escape(form.title)}</b> {escape(form.step)}"


def _asked(question: Question) -> Iterator[Text]:
    said = [f"<b>⚠️ {escape(question.error)}</b>"] if question.error else []
    hint = f"<br><i>{escape(question.hint)}</i>" if question.hint else ""
    yield Text("<br>".join([*said, f"<b>{escape(question.label)}</b>{hint}"]))
    if question.options:
        yield Text(
            "<br>".join(f"• {escape(option.label)}  <i>{escape(option.note)}</i>" for option in question.options)
        )
    if question.initial and not question.options:
        yield Text(escape(question.initial))
    if question.own:
        yield Text(f"<i>{escape(question.own)}</i>")


def _answers(form: Form) -> Iterator[Button]:
    """A button for each option of a question that stands alone and takes one of them."""
    if len(form.questions) != 1 or form.questions[0].kind is QuestionKind.MANY:
        return
    question = form.questions[0]
    for option in question.options[:PRESSED_OPTIONS]:
        yield Button(option.label, Turn(form.run, form.turn, Act.ANSWER, question.key, option.value))
