"""What the bot writes to somebody about by itself, and when: each at its moment, once, however late the clock wakes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import TypeAlias
from zoneinfo import ZoneInfo

from kpi_engine.calendar.asking import asked_at, second_asking
from kpi_engine.calendar.due import is_expected
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.working import Calendar
from kpi_engine.calendar.writing import Wishes

BACK = timedelta(days=35)
"""How far back a moment is looked for that leave or the bot's own downtime has put off."""


class Occasion(StrEnum):
    """Why somebody is written to."""

    VALUES = "values"
    """A period of one of their KPIs is over, and they have not been asked for its value."""
    AGAIN = "again"
    """They were, and may still owe it."""
    ACTIONS = "actions"
    """Something that they have to do is due."""
    BRIEF = "brief"
    """A week is over for who leads others."""
    CLOSING = "closing"
    """A month is, and may be closed."""


_Moment: TypeAlias = tuple[Occasion, datetime]


@dataclass(frozen=True, slots=True)
class Asked:
    """What there may be to write to somebody about."""

    at: time
    """When they are asked for values, by their wall clock."""
    again: bool = True
    """Whether they are asked a second time."""
    kinds: frozenset[PeriodKind] = frozenset()
    """Of the values that they enter."""
    dues: frozenset[date] = frozenset()
    """Of what they have to do and have not done."""
    leads: bool = False
    """Whether they close periods of others, or step in for somebody."""


@lru_cache(maxsize=4096)
def occasions(asked: Asked, wishes: Wishes, calendar: Calendar, since: datetime, now: datetime) -> frozenset[Occasion]:
    """Those whose moment came after `since` and no later than `now` (both aware).

    Kept, because most people of a company want the same and are asked about together.
    """
    return frozenset(why for why, when in _moments(asked, wishes, calendar, since, now) if since < when <= now)


@lru_cache(maxsize=4096)
def next_occasion(asked: Asked, wishes: Wishes, calendar: Calendar, now: datetime, until: datetime) -> datetime | None:
    """The first moment after `now` at which there may be anything; None where there is none by `until`."""
    found = _moments(asked, wishes, calendar, now, until)
    return min((when for _, when in found if now < when <= until), default=None)


def _moments(asked: Asked, wishes: Wishes, calendar: Calendar, since: datetime, until: datetime) -> Iterator[_Moment]:
    """All that come after `since`, and some others."""
    zone = ZoneInfo(wishes.zone)
    first, last = (since - BACK).astimezone(zone).date(), until.astimezone(zone).date()

    def of_periods(kind: PeriodKind, moments: Callable[[Period], Iterable[_Moment]]) -> Iterator[_Moment]:
        """From the last one back: nobody is asked for an earlier one later."""
        for period in _ended(kind, first, last, calendar):
            found = tuple(moments(period))
            yield from found
            if found and max(when for _, when in found) <= since:
                return

    for kind in asked.kinds:
        yield from of_periods(kind, lambda period: _values(period.last_day, asked, wishes, calendar))
    for day in asked.dues:
        if first <= day <= last:
            yield from _at(Occasion.ACTIONS, day, wishes, calendar)
    if asked.leads:
        yield from of_periods(PeriodKind.WEEK, lambda period: _at(Occasion.BRIEF, period.end, wishes, calendar))
        yield from of_periods(PeriodKind.MONTH, lambda period: _at(Occasion.CLOSING, period.end, wishes, calendar))


def _values(day: date, asked: Asked, wishes: Wishes, calendar: Calendar) -> Iterator[_Moment]:
    """Snoozing puts off what comes meanwhile, and does not bring back what was said before."""
    when = asked_at(day, asked.at, wishes, calendar)
    if when is None:
        return
    yield Occasion.VALUES, when
    again = second_asking(when, asked.at, wishes, calendar) if asked.again else None
    if again:
        yield Occasion.AGAIN, again


def _at(why: Occasion, day: date, wishes: Wishes, calendar: Calendar) -> Iterator[_Moment]:
    when = asked_at(day, wishes.hours.start, wishes, calendar)
    if when:
        yield why, when


def _ended(kind: PeriodKind, first: date, last: date, calendar: Calendar) -> Iterator[Period]:
    """The periods whose last day lies there and of which something is wanted, the last one first."""
    period = calendar.holding(last, kind)
    while period.last_day >= first:
        if period.last_day <= last and is_expected(period, calendar):
            yield period
        period = period.previous()
