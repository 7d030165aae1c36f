"""A period: a whole day, ISO week, month, or a quarter, half or year of a company; half-open, never overlapping."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

JANUARY = 1


class PeriodKind(StrEnum):
    """How long a period is; declared from the shortest to the longest."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"

    @property
    def rank(self) -> int:
        """Place in the order of length: a day is 0, a year is 5."""
        return list(PeriodKind).index(self)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The days from `start` up to, not including, `end`."""

    start: date
    kind: PeriodKind
    year_start: int = field(default=JANUARY, compare=False)
    """The month that begins the year which a quarter, half or year is called after; it changes none of the days."""

    @classmethod
    def holding(cls, day: date, kind: PeriodKind, year_start: int = JANUARY) -> Period:
        """The period of that kind in which the day lies, where years begin with that month."""
        return cls(_start(day, kind, year_start), kind, year_start)

    @property
    def end(self) -> date:
        """The first day after the period."""
        return _moved(self.start, self.kind, 1)

    @property
    def last_day(self) -> date:
        """The last day inside the period."""
        return self.end - timedelta(days=1)

    @property
    def middle(self) -> date:
        """The day that decides which longer period this one counts in (an ISO week: its Thursday)."""
        if self.kind is PeriodKind.DAY:
            return self.start
        return self.start + timedelta(days=((self.end - self.start).days - 1) // 2)

    def next(self) -> Period:
        """The period that begins where this one ends."""
        return replace(self, start=self.end)

    def previous(self) -> Period:
        """The period that ends where this one begins."""
        return replace(self, start=_moved(self.start, self.kind, -1))

    def back(self, periods: int) -> Period:
        """So many periods before this one."""
        found = self
        for _ in range(periods):
            found = found.previous()
        return found

    def __hash__(self) -> int:
        # Periods are looked up by the million; the few that begin on one day may share a place.
        return hash(self.start)

    def __contains__(self, day: date) -> bool:
        return self.start <= day < self.end


_MONTHS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.HALF: 6, PeriodKind.YEAR: 12}
_DAYS = {PeriodKind.DAY: 1, PeriodKind.WEEK: 7}


def _start(day: date, kind: PeriodKind, year_start: int) -> date:
    match kind:
        case PeriodKind.DAY:
            return day
        case PeriodKind.WEEK:
            return day - timedelta(days=day.weekday())
        case _:
            return _months_later(day, -((day.month - year_start) % _MONTHS[kind]))


@lru_cache(maxsize=16384)
def _moved(start: date, kind: PeriodKind, periods: int) -> date:
    if kind in _DAYS:
        return start + timedelta(days=_DAYS[kind] * periods)
    return _months_later(start, _MONTHS[kind] * periods)


def _months_later(day: date, months: int) -> date:
    """The first day of the month so many months after the day's."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1)
