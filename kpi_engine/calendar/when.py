"""When something was, as people write it: a period, or a day of late."""

from __future__ import annotations

from datetime import date

from kpi_engine.calendar.dates import read_past_day
from kpi_engine.calendar.period import JANUARY, Period, PeriodKind
from kpi_engine.calendar.words import read_period


def read_when(text: str, today: date, year_start: int = JANUARY) -> Period | None:
    """The period meant, or the day: `last week`, `2026-Q3`, `24 Nov`, `11月24日`, `周一`."""
    if period := read_period(text, today, year_start):
        return period
    day = read_past_day(text, today)
    return Period.holding(day, PeriodKind.DAY) if day else None
