"""Messages of a sentence or two, and the buttons that go with them."""

from __future__ import annotations

from dataclasses import replace

from conversations.offers import Offering
from conversations.texts import Texts
from conversations.view import Button, Message, Run, Style, Text, Tone
from kpi_engine.errors import Refusal

UNDO = Run("undo")
"""What taking back the last thing is called in a button."""


def say(texts: Texts, macro: str, *buttons: Button, tone: Tone = Tone.PLAIN, **params: object) -> Message:
    """One sentence, with what can be done next."""
    return Message((Text(texts.say(macro, **params)),), buttons, tone)


def alone(message: Message) -> Message:
    """The same for nobody but whom it answers: what is their own business is not shown to a whole channel."""
    return replace(message, only_you=True)


def run_button(texts: Texts, label: str, words: str, style: Style = Style.PLAIN) -> Button:
    """A button that does what typing the words would do."""
    return Button(texts.label(f"buttons.{label}"), Run(words), style)


def undo_button(texts: Texts) -> Button:
    """A button that takes back what was just done; `cards.deed.with_deed` says which deed that is."""
    return run_button(texts, "undo", UNDO.words)


def refused(texts: Texts, refusal: Refusal) -> Message:
    """Why not, in a sentence, and to them alone; what may have been meant has a button each, if it can be done."""
    buttons = tuple(Button(name, Run(words)) for name, words in refusal.offers) if isinstance(refusal, Offering) else ()
    return Message((Text(texts.refusal(refusal)),), buttons, Tone.REFUSAL, only_you=True)
