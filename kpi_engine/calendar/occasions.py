"""What the bot writes to somebody about by itself, and when: each at its moment, once, however late the clock wakes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
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
def next_occasion(asked: Asked, wishes: Wishes, calendar: Calendar, now: datetime) -> datetime | None:
    """The first moment after `now` at which there may be anything; None where there is none within weeks."""
    ahead = now + BACK
    return min((when for _, when in _moments(asked, wishes, calendar, now, ahead) if when > now), default=None)


def _moments(
    asked: Asked, wishes: Wishes, calendar: Calendar, since: datetime, until: datetime
) -> Iterator[tuple[Occasion, datetime]]:
    zone = ZoneInfo(wishes.zone)
    first, last = (since - BACK).astimezone(zone).date(), until.astimezone(zone).date()
    for kind in asked.kinds:
        for period in _ended(kind, first, last, calendar):
            yield from _values(period.last_day, asked, wishes, calendar)
    for day in asked.dues:
        if first <= day <= last:
            yield from _at(Occasion.ACTIONS, day, wishes, calendar)
    if asked.leads:
        for why, kind in ((Occasion.BRIEF, PeriodKind.WEEK), (Occasion.CLOSING, PeriodKind.MONTH)):
            for period in _ended(kind, first, last, calendar):
                yield from _at(why, period.end, wishes, calendar)


def _values(day: date, asked: Asked, wishes: Wishes, calendar: Calendar) -> Iterator[tuple[Occasion, datetime]]:
    """Snoozing puts off what comes meanwhile, and does not bring back what was said before."""
    when = asked_at(day, asked.at, wishes, calendar)
    if when is None:
        return
    yield Occasion.VALUES, when
    again = second_asking(when, asked.at, wishes, calendar) if asked.again else None
    if again:
        yield Occasion.AGAIN, again


def _at(why: Occasion, day: date, wishes: Wishes, calendar: Calendar) -> Iterator[tuple[Occasion, datetime]]:
    when = asked_at(day, wishes.hours.start, wishes, calendar)
    if when:
        yield why, when


def _ended(kind: PeriodKind, first: date, last: date, calendar: Calendar) -> Iterator[Period]:
    """The periods whose last day lies there and of which something is wanted."""
    period = calendar.holding(first, kind)
    while period.last_day <= last:
        if is_expected(period, calendar):
            yield period
        period = period.next()
