"""When a value comes late: after the days of grace, counted in working days."""

from __future__ import annotations

from datetime import date

import pytest

from kpi_engine.calendar.late import is_late
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.working import Calendar

WORKING_DAYS = Calendar()


@pytest.mark.parametrize(
    ("period", "in_time"),
    [
        (Period(date(2026, 11, 19), PeriodKind.DAY), date(2026, 11, 20)),
        (Period(date(2026, 11, 20), PeriodKind.DAY), date(2026, 11, 23)),
        (Period(date(2026, 11, 16), PeriodKind.WEEK), date(2026, 11, 24)),
        (Period(date(2026, 10, 1), PeriodKind.MONTH), date(2026, 11, 6)),
        (Period(date(2026, 7, 1), PeriodKind.QUARTER), date(2026, 10, 14)),
    ],
)
def test_the_last_day_in_time(period: Period, in_time: date) -> None:
    assert not is_late(period, in_time, WORKING_DAYS)
    next_working_day = date.fromordinal(in_time.toordinal() + (3 if in_time.weekday() == 4 else 1))
    assert is_late(period, next_working_day, WORKING_DAYS)


def test_a_value_for_an_open_period_is_never_late() -> None:
    assert not is_late(Period(date(2026, 11, 1), PeriodKind.MONTH), date(2026, 11, 2), WORKING_DAYS)
