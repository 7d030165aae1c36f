"""`undo`: takes back the last thing one did."""

from __future__ import annotations

from conversations.ask import Ask, Do
from conversations.asking import Asking
from conversations.cards.deed import about
from conversations.cards.say import say, undo_button
from conversations.fields import YesNoField
from conversations.view import Message
from kpi_engine.commands import Undo
from kpi_engine.model.audit import BACK_OTHERWISE, AuditEntry, Deed

AT_ONCE = BACK_OTHERWISE | {Deed.ENTER, Deed.SET_LEAVE, Deed.CHOOSE_LANGUAGE}
"""What nobody is asked about: it is done again in a moment, or the engine says which other way back there is."""


def undo(ask: Ask) -> Do | Message:
    """Values and leave are taken back at once; whatever more there is, such as a department's KPIs, is asked first.

    An answer is about the deed that was asked about: where another one is the last by now, nothing is taken back.
    """
    last = ask.know.my_last_deed()
    now = f"{last.id}" if last else "nothing"
    if ask.begun_about(now) != now:
        return _another(ask, last)
    if last is None or last.deed in AT_ONCE or _agreed(ask, last):
        return Do(Undo())
    return say(ask.texts, "undo.kept")


def _another(ask: Ask, last: AuditEntry | None) -> Message:
    if last is None:
        return say(ask.texts, "undo.kept")
    return say(ask.texts, "undo.another", undo_button(ask.texts), deed=last.deed, subject=_about(ask, last))


def _agreed(ask: Ask, last: AuditEntry) -> bool:
    label = ask.texts.plain("undo.question", deed=last.deed, subject=_about(ask, last))
    return ask.field(Asking(f"undo:{last.id}", "take_back", {"agreed": YesNoField(label=label)}), bool)


def _about(ask: Ask, last: AuditEntry) -> str:
    return about(ask.texts, last.deed, last.subject, last.changes)
