"""When somebody is there: from the day they join to the day they leave, but for their leave."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from kpi_engine.calendar.period import Period
from kpi_engine.calendar.working import Calendar


@dataclass(frozen=True, slots=True)
class Leave:
    """Days away, from `start` up to, not including, `end`."""

    start: date
    end: date

    @property
    def last_day(self) -> date:
        """The last one away."""
        return self.end - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Presence:
    """Always, unless something is said."""

    joined: date | None = None
    left: date | None = None
    """The first day on which they are no longer there."""
    leave: tuple[Leave, ...] = ()

    def holds(self, day: date) -> bool:
        """Whether they are there on that day."""
        if (self.joined and day < self.joined) or (self.left and day >= self.left):
            return False
        return not any(away.start <= day < away.end for away in self.leave)

    def part(self, period: Period, calendar: Calendar) -> Fraction:
        """The part of the period's working days on which they are there; of a free period, of its days."""
        if self == ALWAYS:
            return Fraction(1)
        counted = days_that_count(period, calendar)
        return Fraction(sum(map(self.holds, counted)), len(counted))


def days_that_count(period: Period, calendar: Calendar) -> list[date]:
    """The period's working days; of a free period, its days."""
    every = [period.start + timedelta(days=day) for day in range((period.end - period.start).days)]
    return [day for day in every if calendar.is_working(day)] or every


ALWAYS = Presence()
"""Of what is a department's, and of people of whom nothing is said."""
