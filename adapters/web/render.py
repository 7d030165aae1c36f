"""Views to HTML: the log of a chat, and the page around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from adapters.web.blocks import draw_block
from adapters.web.chat import Asked, Entry, Failed, Heard
from adapters.web.forms import draw_form
from adapters.web.templating import fill
from adapters.web.words import PageWords, Persona
from conversations.view import Action, Button, Form, Message, Run, Turn


def draw_page(
    entries: Sequence[Entry], person: Persona, people: Sequence[Persona], words: Mapping[str, PageWords]
) -> str:
    """The whole page as a person sees it."""
    log = draw_log(entries, words[person.language])
    return fill("page", log=log, person=person, people=people, words=words[person.language], languages=words)


def draw_log(entries: Sequence[Entry], words: PageWords) -> str:
    """Everything in a chat, oldest first."""
    return Markup("\n").join(_entry(entry, words) for entry in entries)


def _entry(entry: Entry, words: PageWords) -> Markup:
    id = f"entry{entry.number}"
    match entry.item:
        case Heard(text):
            return fill("heard", id=id, text=text)
        case Message() as message:
            return fill("message", id=id, tone=message.tone, parts=_message(message, entry, words))
        case Form() as form:
            buttons = _buttons(form.acts, entry)
            return fill("message", id=id, tone="form", parts=[draw_form(form, entry.number, buttons, words)])
        case Asked() as asked:
            return fill("message", id=id, tone="asked", parts=[fill("asked", asked=asked)])
        case Failed():
            return fill("message", id=id, tone="refusal", parts=[fill("text", html=words.failed)])


def _message(message: Message, entry: Entry, words: PageWords) -> list[Markup]:
    blocks = [draw_block(block, words, f"file/{entry.number}/{place}") for place, block in enumerate(message.blocks)]
    return [*blocks, fill("row", buttons=_buttons(message.buttons, entry))] if message.buttons else blocks


def _buttons(buttons: Sequence[Button], entry: Entry) -> Markup:
    return Markup("\n").join(_button(button, entry.stale) for button in buttons)


def _button(button: Button, stale: bool) -> Markup:
    """A button of a dialog is dead once the dialog has gone on; a command can be given at any time."""
    inert = stale and isinstance(button.action, Turn)
    return fill("button", button=button, fields=_fields(button.action), inert=inert)


def _fields(action: Action) -> dict[str, str]:
    match action:
        case Run(words):
            return {"words": words}
        case Turn(run, turn, act, key, value):
            return {"run": run, "turn": str(turn), "act": act, "key": key, "value": value}
