"""The working year: when there is more to do, when less, and when nobody is there."""

from __future__ import annotations

from collections.abc import Iterator
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
    first: frozenset[str]
    """First days: `2027-02-05`, or `10-01` for every year's."""
    days: int
    around: int
    slow: Decimal
    """How much is done in the days around it, as a share of what is usual."""

    def holds(self, day: date, around: int = 0) -> bool:
        """Whether the day is off, or within so many days of it."""
        begins = (day - timedelta(days=back) for back in range(-around, self.days + around))
        return any(f"{one:%Y-%m-%d}" in self.first or f"{one:%m-%d}" in self.first for one in begins)


@dataclass(frozen=True, slots=True)
class Season:
    """How much there is to do, by month and by weekday; 1 is the average of each."""

    months: tuple[Decimal, ...] = (Decimal(1),) * 12
    weekdays: tuple[Decimal, ...] = (Decimal(1),) * 5

    @property
    def is_even(self) -> bool:
        """Whether all months are alike."""
        return len(set(self.months)) == 1


EVEN = Season()
"""No time is busier than another."""


def holiday(period: Period, holidays: tuple[Holiday, ...]) -> str:
    """The name of the holiday that takes all working days of the period; empty if they are not all off."""
    names = {_name(day, holidays) for day in _working_days(period)}
    return names.pop() if len(names) == 1 else ""


def busy(period: Period, season: Season, holidays: tuple[Holiday, ...]) -> Decimal:
    """How much there is to do in the period, against as long a time in an average month."""
    days = [_factor(day, season, holidays) for day in _working_days(period)]
    return sum(days, Decimal(0)) / len(days)


def rhythm(period: Period, season: Season) -> Decimal:
    """The same against the other days of the week; 1 for anything longer than a day."""
    days = list(_working_days(period))
    return season.weekdays[days[0].weekday()] if len(days) == 1 else Decimal(1)


def _factor(day: date, season: Season, holidays: tuple[Holiday, ...]) -> Decimal:
    return Decimal(1) if season.is_even else season.months[day.month - 1] * _slow(day, holidays)


@cache
def _slow(day: date, holidays: tuple[Holiday, ...]) -> Decimal:
    return min((each.slow for each in holidays if each.holds(day, each.around)), default=Decimal(1))


@cache
def _name(day: date, holidays: tuple[Holiday, ...]) -> str:
    return next((each.name for each in holidays if each.holds(day)), "")


def _working_days(period: Period) -> Iterator[date]:
    days = ((period.start + timedelta(days=n)) for n in range((period.end - period.start).days))
    return (day for day in days if WORKING.is_working(day))
