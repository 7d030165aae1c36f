"""A company's calendar: the days on which it works, and the month with which its year begins."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from warnings import catch_warnings, simplefilter

from holidays import country_holidays, list_supported_countries

from kpi_engine.calendar.period import JANUARY, Period, PeriodKind

WEEKDAYS = frozenset(range(5))
"""Monday to Friday; Monday is 0."""


@dataclass(frozen=True, slots=True)
class Before:
    """Which days were worked until a day, not including it."""

    until: date
    weekdays: frozenset[int]
    country: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """Weekdays, less the public holidays of a country, plus the days off that it has made working days.

    China moves days: in 2026 the Saturday of 14 February is worked for the Friday of the week after. Each year's
    moved days are decreed in the autumn before. A year that the library of holidays has no decree for yet has the
    holidays of the law alone, and what it knows nothing of at all has just its weekdays. Regional holidays are not
    counted.
    """

    weekdays: frozenset[int] = WEEKDAYS
    country: str = ""
    """Two letters as in ISO 3166; empty where no holidays are kept."""
    year_start: int = JANUARY
    """The month (1 to 12) that begins the company's quarters, halves and years."""
    earlier: tuple[Before, ...] = ()
    """What was agreed before, oldest first: a day keeps the calendar that held on it."""

    def is_working(self, day: date) -> bool:
        """Whether the company works on that day."""
        held = next((each for each in self.earlier if day < each.until), self)
        free, made_up = _special_days(held.country, day.year)
        return day in made_up or (day.weekday() in held.weekdays and day not in free)

    def until(self, day: date) -> tuple[Before, ...]:
        """What is earlier once another calendar holds from that day on: of one day, only what held before it."""
        kept = tuple(each for each in self.earlier if each.until < day)
        held = next((each for each in self.earlier if each.until == day), self)
        return (*kept, Before(day, held.weekdays, held.country))

    def holding(self, day: date, kind: PeriodKind) -> Period:
        """The company's period of that kind in which the day lies."""
        return Period.holding(day, kind, self.year_start)


def next_holiday(calendar: Calendar, today: date) -> date | None:
    """The next day off that would be a working day by its weekday; None in the year to come."""
    days = (today + timedelta(days=ahead) for ahead in range(1, 366))
    return next((day for day in days if day.weekday() in calendar.weekdays and not calendar.is_working(day)), None)


@cache
def known_countries() -> frozenset[str]:
    """The countries whose holidays are known, by their letters in ISO 3166: the library has UK beside GB."""
    return frozenset(code for code in list_supported_countries() if len(code) == 2) - {"UK"}


@cache
def _special_days(country: str, year: int) -> tuple[frozenset[date], frozenset[date]]:
    """The holidays of a year, and the days off that are worked."""
    if not country:
        return frozenset(), frozenset()
    with catch_warnings():
        # A year of which not all is known: what is known counts.
        simplefilter("ignore", UserWarning)
        found = country_holidays(country, years=year, expand=False)
    return frozenset(found), frozenset(found.weekend_workdays)
