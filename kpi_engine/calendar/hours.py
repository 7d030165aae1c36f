"""The hours of a day in which somebody may be written to, and moments by a wall clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Hours:
    """From `start` up to, not including, `end`, by the clock on the wall; never over midnight."""

    start: time
    end: time

    @property
    def sound(self) -> bool:
        """Whether there is any time in them."""
        return self.start < self.end

    def nearest(self, at: time) -> time:
        """That time where it is in them; where it is later, an hour before they end, or else their beginning."""
        if self.start <= at < self.end:
            return at
        last = self.end.replace(hour=max(self.end.hour - 1, 0))
        return last if at >= self.end and self.start <= last < self.end else self.start


OFFICE = Hours(time(9), time(18))
"""Where nothing else is said."""


def moment(day: date, at: time, zone: str) -> datetime:
    """When the wall clock of that zone shows it, in UTC; a time that is skipped in spring comes an hour later, one that
    is there twice in autumn is the first.
    """
    return datetime.combine(day, at, ZoneInfo(zone)).astimezone(UTC)
