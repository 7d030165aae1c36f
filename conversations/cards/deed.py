"""What a deed was about, so that it can be told from others of its kind; and the button that takes it back alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from conversations.cards.say import UNDO
from conversations.cards.setting import Setting
from conversations.texts import Texts
from conversations.view import Message, Run
from kpi_engine.calendar.away import ended
from kpi_engine.calendar.presence import Leave, Presence
from kpi_engine.model.audit import AuditEntry, Deed, FieldChange

_WHOLE: Mapping[str, Setting] = MappingProxyType(
    {
        "company.time_zone": Setting.TIME_ZONE,
        "company.currency": Setting.CURRENCY,
        "company.small": Setting.SMALL_COMPANY,
    }
)
_PARTS: Mapping[str, Setting] = MappingProxyType(
    {
        "weekdays": Setting.WORKING_DAYS,
        "country": Setting.HOLIDAYS,
        "year_start": Setting.FISCAL_YEAR,
        "hours": Setting.WRITING_HOURS,
        "at": Setting.REMINDER_HOUR,
        "budget": Setting.MESSAGES,
        "misses": Setting.MISSES,
        "least": Setting.BOARD_LEAST,
        "top": Setting.BOARD_TOP,
        "covers": Setting.BOARD_PERIOD,
    }
)
"""Of a calendar, of how the bot writes by itself, and of leaderboards."""


_MEANT = re.compile(r"#deed:(?P<id>\d+)")


def with_deed(message: Message, deed: AuditEntry | None) -> Message:
    """The card of what was just done: its undo is about that deed, and about nothing that is done later."""
    if deed is None:
        return message
    meant = Run(f"{UNDO.words} #deed:{deed.id}")
    buttons = (replace(one, action=meant) if one.action == UNDO else one for one in message.buttons)
    return replace(message, buttons=tuple(buttons))


def read_deed(words: str) -> str:
    """The number of the deed that such a button means; empty for other words."""
    found = _MEANT.fullmatch(words)
    return found["id"] if found else ""


def about(texts: Texts, deed: Deed, subject: str, changes: Iterable[FieldChange]) -> str:
    """The subject as the audit log has it; of settings, which ones: they are all the company's."""
    if deed is not Deed.CHANGE_SETTINGS:
        return subject
    return texts.format.list([texts.member(one) for one in dict.fromkeys(_settings(changes))])


def deed_word(texts: Texts, deed: Deed, changes: Iterable[FieldChange]) -> str:
    """What was done, as one calls it: whoever is back has not gone on leave."""
    return texts.label("undo.leave_ended") if leave_ended(deed, changes) else texts.member(deed)


def leave_ended(deed: Deed, changes: Iterable[FieldChange]) -> Leave | None:
    """The leave from which somebody was said to be back, or that was cancelled."""
    if deed is not Deed.SET_LEAVE:
        return None
    for change in changes:
        if isinstance(change.old, Presence) and isinstance(change.new, Presence):
            return ended(change.old.leave, change.new.leave)
    return None


def _settings(changes: Iterable[FieldChange]) -> Iterator[Setting]:
    for change in changes:
        if change.field in _WHOLE:
            yield _WHOLE[change.field]
        yield from (
            setting
            for part, setting in _PARTS.items()
            if getattr(change.old, part, None) != getattr(change.new, part, None)
        )
