"""A period: a whole day, ISO week, month, quarter, half or year; half-open, neighbours never overlap."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


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

    @classmethod
    def holding(cls, day: date, kind: PeriodKind) -> Period:
        """The period of that kind in which the day lies."""
        return cls(_start(day, kind), kind)

    @property
    def end(self) -> date:
        """The first day after the period."""
        return _start(self.start + timedelta(days=_LONGEST[self.kind]), self.kind)

    @property
    def last_day(self) -> date:
        """The last day inside the period."""
        return self.end - timedelta(days=1)

    @property
    def middle(self) -> date:
        """The day that decides which longer period this one counts in (an ISO week: its Thursday)."""
        return self.start + timedelta(days=((self.end - self.start).days - 1) // 2)

    def next(self) -> Period:
        """The period that begins where this one ends."""
        return Period(self.end, self.kind)

    def previous(self) -> Period:
        """The period that ends where this one begins."""
        return Period.holding(self.start - timedelta(days=1), self.kind)

    def back(self, periods: int) -> Period:
        """So many periods before this one."""
        found = self
        for _ in range(periods):
            found = found.previous()
        return found

    def __contains__(self, day: date) -> bool:
        return self.start <= day < self.end


_MONTHS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.HALF: 6, PeriodKind.YEAR: 12}
_LONGEST = {
    PeriodKind.DAY: 1,
    PeriodKind.WEEK: 7,
    PeriodKind.MONTH: 31,
    PeriodKind.QUARTER: 92,
    PeriodKind.HALF: 184,
    PeriodKind.YEAR: 366,
}


def _start(day: date, kind: PeriodKind) -> date:
    match kind:
        case PeriodKind.DAY:
            return day
        case PeriodKind.WEEK:
            return day - timedelta(days=day.weekday())
        case _:
            months = _MONTHS[kind]
            return date(day.year, (day.month - 1) // months * months + 1, 1)
