"""The working year: when there is more to do, when less, and when nobody is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

from kpi_engine.calendar.period import Period
from kpi_engine.calendar.working import Calendar

WORKING = Calendar()
"""Every weekday: the holidays of the made-up company are written down, each with what it does to business."""


@dataclass(frozen=True, slots=True)
class Holiday:
    """Days off in a row, and a slower time around them."""

    name: str
    first: tuple[date, ...]
    """The first day, in each year."""
    days: int
    around: int
    slow: Decimal
    """How much is done in the days around it, as a share of what is usual."""

    def spread(self, around: int = 0) -> Iterator[date]:
        """Every day that is off, or within so many days of one."""
        return (day + timedelta(days=n) for day in self.first for n in range(-around, self.days + around))


@dataclass(frozen=True, slots=True)
class Season:
    """How much there is to do, by month and by weekday; 1 is the average of each."""

    months: tuple[Decimal, ...] = (Decimal(1),) * 12
    weekdays: tuple[Decimal, ...] = (Decimal(1),) * 5

    @property
    def is_even(self) -> bool:
        """Whether all months are alike."""
        return self.months == EVEN.months


EVEN = Season()
"""No time is busier than another."""


class Holidays:
    """All of them, by day; no day is within two."""

    def __init__(self, holidays: Sequence[Holiday]) -> None:
        self._off = {day: each.name for each in holidays for day in each.spread()}
        self._slow = {day: each.slow for each in holidays for day in each.spread(each.around)}

    def name(self, period: Period) -> str:
        """The name of the holiday that takes all working days of the period; empty if they are not all off."""
        names = {self._off.get(day, "") for day in _working_days(period)}
        return names.pop() if len(names) == 1 else ""

    def busy(self, period: Period, season: Season) -> Decimal:
        """How much there is to do in the period, against as long a time in an average month."""
        days = _working_days(period)
        if season.is_even:
            return Decimal(1)
        return sum((season.months[day.month - 1] * self._slow.get(day, 1) for day in days), Decimal(0)) / len(days)


def rhythm(period: Period, season: Season) -> Decimal:
    """How much there is to do against the other days of the week; 1 for anything longer than a day."""
    days = _working_days(period)
    return season.weekdays[days[0].weekday()] if len(days) == 1 else Decimal(1)


@cache
def _working_days(period: Period) -> tuple[date, ...]:
    days = (period.start + timedelta(days=n) for n in range((period.end - period.start).days))
    return tuple(day for day in days if WORKING.is_working(day))
