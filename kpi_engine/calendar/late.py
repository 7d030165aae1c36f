"""When a value comes late."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from itertools import count, islice

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
    return today >= late_from(period, calendar)


@lru_cache(maxsize=8192)
def late_from(period: Period, calendar: Calendar) -> date:
    """The first day on which a value comes late."""
    days = (period.end + timedelta(days=day) for day in count())
    return next(islice(filter(calendar.is_working, days), GRACE[period.kind], None))
