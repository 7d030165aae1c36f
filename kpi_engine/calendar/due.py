"""Which values are expected, and since when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from kpi_engine.calendar.period import Period, PeriodKind


@lru_cache(maxsize=1024)
def entry_periods(kind: PeriodKind, inside: Period, working_days: frozenset[int]) -> tuple[Period, ...]:
    """The periods of that kind whose middle day lies in `inside`; days only on working days (Monday is 0).

    None where `kind` is the longer one: what is entered by the month says nothing about a week. Kept, because every KPI
    of a company is asked about the same few periods.
    """
    if kind.rank > inside.kind.rank:
        return ()
    every = _from(Period.holding(inside.start, kind), inside.end)
    return tuple(period for period in every if period.middle in inside and is_expected(period, working_days))


def is_expected(period: Period, working_days: frozenset[int]) -> bool:
    """Whether a value is wanted for it at all: for a day, only if it is a working day."""
    return period.kind is not PeriodKind.DAY or period.start.weekday() in working_days


def can_be_asked(period: Period, today: date) -> bool:
    """From its last day on a value may be asked for: a day's on the day itself, a week's on Sunday."""
    return period.last_day <= today


def owed_periods(kind: PeriodKind, since: date, today: date, working_days: frozenset[int]) -> tuple[Period, ...]:
    """What can be asked for today: ended no earlier than with `since`; oldest first."""
    return tuple(
        period
        for period in _from(Period.holding(since, kind), today + timedelta(days=1))
        if period.last_day >= since and can_be_asked(period, today) and is_expected(period, working_days)
    )


def _from(first: Period, end: date) -> Iterator[Period]:
    while first.start < end:
        yield first
        first = first.next()
