"""When a bulletin is posted: once for each week or month, on a day that is worked, however late the clock wakes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from kpi_engine.calendar.hours import moment
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.working import Calendar

AHEAD = timedelta(days=65)
"""How far ahead the next moment is looked for: a month of which no day is worked is passed over."""
_DAY, _WEEK = timedelta(days=1), timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """When: by the company's clock, on a day that it works."""

    weekday: int | None
    """Each week, or on the first day after it that is worked; Monday is 0. None: on the first such day of a month."""
    at: time


@dataclass(frozen=True, slots=True)
class Posting:
    """One time that a bulletin has its moment."""

    day: date
    """For which it stands, whether that is worked or not: what tells it from the others of its bulletin."""
    when: datetime
    """In UTC."""


def due_posting(rhythm: Rhythm, calendar: Calendar, zone: str, since: datetime, now: datetime) -> Posting | None:
    """The last one whose moment came after `since` and no later than `now` (both aware): of several, one is enough."""
    found = [one for one in _postings(rhythm, calendar, zone, since, now) if since < one.when <= now]
    return found[-1] if found else None


def next_posting(rhythm: Rhythm, calendar: Calendar, zone: str, now: datetime) -> Posting | None:
    """The first one after that moment; None where there is none within two months."""
    return next((one for one in _postings(rhythm, calendar, zone, now, now + AHEAD) if one.when > now), None)


def begun(rhythm: Rhythm, calendar: Calendar, zone: str, now: datetime) -> datetime:
    """Until when nothing is posted of what is set up now.

    A weekday that is over was before it, even where it is free and its posting is still to come.
    """
    coming = next_posting(rhythm, calendar, zone, now)
    is_over = coming and rhythm.weekday is not None and moment(coming.day, rhythm.at, zone) <= now
    return coming.when if coming and is_over else now


def _postings(rhythm: Rhythm, calendar: Calendar, zone: str, since: datetime, until: datetime) -> Iterator[Posting]:
    """In order, from one that is surely before `since` on."""
    first, last = (at.astimezone(ZoneInfo(zone)).date() for at in (since, until))
    for day, end in _turns(rhythm, first, last):
        worked = next((one for one in _days(day, end) if calendar.is_working(one)), None)
        if worked:
            yield Posting(day, moment(worked, rhythm.at, zone))


def _turns(rhythm: Rhythm, first: date, last: date) -> Iterator[tuple[date, date]]:
    """Each week from its weekday on, or each month, with the day on which the next begins."""
    if rhythm.weekday is None:
        month = Period.holding(first, PeriodKind.MONTH)
        while month.start <= last:
            yield month.start, month.end
            month = month.next()
        return
    day = first - timedelta(days=(first.weekday() - rhythm.weekday) % 7)
    while day <= last:
        yield day, day + _WEEK
        day += _WEEK


def _days(first: date, end: date) -> Iterator[date]:
    while first < end:
        yield first
        first += _DAY
