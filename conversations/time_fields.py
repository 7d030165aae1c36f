"""The questions for a time of day, and for the hours from one to another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from conversations.fields import Field, Rejected, Taken
from conversations.view import QuestionKind
from kpi_engine.calendar.times import read_hours, read_time


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeField(Field):
    """A time of day: its value is a `time`, its text `16:00`."""

    kind = QuestionKind.TEXT

    def read(self, raw: str, today: date) -> Taken | Rejected:
        found = read_time(raw)
        return Taken(f"{found:%H:%M}", found) if found else Rejected("time_unread", {"raw": raw.strip()})


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursField(Field):
    """From one time to another: its value is `Hours`, its text `09:00-18:00`."""

    kind = QuestionKind.TEXT

    def read(self, raw: str, today: date) -> Taken | Rejected:
        found = read_hours(raw)
        if found is None:
            return Rejected("hours_unread", {"raw": raw.strip()})
        return Taken(f"{found.start:%H:%M}-{found.end:%H:%M}", found)
