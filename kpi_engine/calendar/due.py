"""Which values are expected, and since when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.working import Calendar


@lru_cache(maxsize=1024)
def entry_periods(kind: PeriodKind, inside: Period, calendar: Calendar) -> tuple[Period, ...]:
    """The periods of that kind that count in `inside` and for which a value is wanted."""
    return tuple(period for period in every_period(kind, inside, calendar) if is_expected(period, calendar))


@lru_cache(maxsize=1024)
def every_period(kind: PeriodKind, inside: Period, calendar: Calendar) -> tuple[Period, ...]:
    """The periods of that kind whose middle day lies in `inside`, free ones among them.

    None where `kind` is the longer one: what is entered by the month says nothing about a week. Kept, because every KPI
    of a company is asked about the same few periods.
    """
    if kind.rank > inside.kind.rank:
        return ()
    every = _from(calendar.holding(inside.start, kind), inside.end)
    return tuple(period for period in every if period.middle in inside)


@lru_cache(maxsize=8192)
def is_expected(period: Period, calendar: Calendar) -> bool:
    """Whether a value is wanted for it at all: not for a free day, nor for a week of the Spring Festival."""
    days = (period.start + timedelta(days=day) for day in range((period.end - period.start).days))
    return any(calendar.is_working(day) for day in days)


def can_be_asked(period: Period, today: date) -> bool:
    """From its last day on a value may be asked for: a day's on the day itself, a week's on Sunday."""
    return period.last_day <= today


def owed_periods(kind: PeriodKind, since: date, today: date, calendar: Calendar) -> tuple[Period, ...]:
    """What can be asked for today: ended no earlier than with `since`; oldest first."""
    return tuple(
        period
        for period in _from(calendar.holding(since, kind), today + timedelta(days=1))
        if period.last_day >= since and can_be_asked(period, today) and is_expected(period, calendar)
    )


def _from(first: Period, end: date) -> Iterator[Period]:
    while first.start < end:
        yield first
        first = first.next()
