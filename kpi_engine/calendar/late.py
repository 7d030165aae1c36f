"""When a value comes late."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from itertools import islice

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
MOST_DAYS = 400
"""How far ahead a working day is looked for."""


def is_late(period: Period, today: date, calendar: Calendar) -> bool:
    """Whether a value that comes today comes after the days of grace."""
    return _in_time_until(period.end, GRACE[period.kind], calendar) < today


@lru_cache(maxsize=4096)
def _in_time_until(end: date, grace: int, calendar: Calendar) -> date:
    """The day before the working day that comes after so many, from the day on that follows a period."""
    days = (end + timedelta(days=ahead) for ahead in range(MOST_DAYS))
    too_late = next(islice(filter(calendar.is_working, days), grace, None), end + timedelta(days=MOST_DAYS))
    return too_late - timedelta(days=1)
