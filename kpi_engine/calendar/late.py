"""When a value comes late."""

from __future__ import annotations

from datetime import date, timedelta

from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.working import Calendar

GRACE = {
    PeriodKind.DAY: 1,
    PeriodKind.WEEK: 2,
    PeriodKind.MONTH: 5,
    PeriodKind.QUARTER: 10,
    PeriodKind.HALF: 10,
    PeriodKind.YEAR: 15,
}
"""Working days after the end of a period within which a value is in time: Friday's on Monday still is."""


def is_late(period: Period, today: date, calendar: Calendar) -> bool:
    """Whether a value that comes today comes after the days of grace."""
    since = (today - period.end).days + 1
    passed = (period.end + timedelta(days=day) for day in range(since))
    return sum(calendar.is_working(day) for day in passed) > GRACE[period.kind]
