"""`undo`: takes back the last thing one did."""

from __future__ import annotations

from conversations.ask import Ask, Do
from conversations.asking import Asking
from conversations.cards.deed import about, deed_word, read_deed
from conversations.cards.say import say, undo_button
from conversations.fields import YesNoField
from conversations.view import Message
from kpi_engine.commands import Undo
from kpi_engine.errors import Refusal
from kpi_engine.model.audit import BACK_OTHERWISE, AuditEntry, Deed

AT_ONCE = BACK_OTHERWISE | {Deed.ENTER, Deed.SET_LEAVE, Deed.CHOOSE_LANGUAGE}
"""What nobody is asked about: it is done again in a moment, or the engine says which other way back there is."""
LONG = frozenset({Deed.PUBLISH, Deed.SET_STRATEGY})
"""What a whole conversation has led to: it is asked about even where its own card has the button."""


def undo(ask: Ask) -> Do | Message:
    """Typed, values and leave are taken back at once; whatever more there is, such as people, is asked about first.

    Pressed, it is about the deed of the card with the button, and most of that is taken back with this one tap. An
    answer is about the deed that was asked about: where another one is the last by now, nothing is taken back.
    """
    last = ask.know.my_last_deed()
    now = f"{last.id}" if last else "nothing"
    pressed = _pressed(ask)
    meant = ask.begun_about(pressed or now)
    if meant != now:
        return _another(ask, last, meant)
    if last is None or last.deed in AT_ONCE or (pressed and last.deed not in LONG) or _agreed(ask, last):
        return Do(Undo())
    return say(ask.texts, "undo.kept")


def _pressed(ask: Ask) -> str:
    """The deed of the card on which undo was pressed; nothing where it was typed."""
    words = ask.take_words()
    deed = read_deed(words)
    if words and not deed:
        raise Refusal("words_left", words=words)
    return deed


def _another(ask: Ask, last: AuditEntry | None, meant: str) -> Message:
    """Something was done since, or what is meant is taken back already."""
    if last is None:
        return say(ask.texts, "undo.kept")
    since = not meant.isdecimal() or int(meant) < last.id
    button, what = undo_button(ask.texts), deed_word(ask.texts, last.deed, last.changes)
    return say(ask.texts, "undo.another", button, since=since, what=what, subject=_about(ask, last))


def _agreed(ask: Ask, last: AuditEntry) -> bool:
    label = ask.texts.plain("undo.question", deed=last.deed, subject=_about(ask, last))
    return ask.field(Asking(f"undo:{last.id}", "take_back", {"agreed": YesNoField(label=label)}), bool)


def _about(ask: Ask, last: AuditEntry) -> str:
    return about(ask.texts, last.deed, last.subject, last.changes)
