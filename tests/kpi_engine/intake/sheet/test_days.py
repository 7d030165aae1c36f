"""Days in sheets as people and exports write them; today is 23 November 2026."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kpi_engine.calendar.period import PeriodKind
from kpi_engine.calendar.words import write_period
from kpi_engine.intake.sheet.faults import Fault
from kpi_engine.intake.sheet.understand import Refused, Values, understand
from tests.kpi_engine.intake.sheet.grids import REVENUE, TODAY, sheet

DAILY = replace(REVENUE, frequency=PeriodKind.DAY)


def days(*written: str) -> list[str]:
    """What a column of such days is read as."""
    rows = "\n".join(f"Revenue|{day}|{value}" for value, day in enumerate(written))
    found = understand(sheet(f"KPI|Date|Value\n{rows}"), (DAILY,), TODAY)
    assert isinstance(found, Values), found
    return [write_period(one.period) for one in found.values]


def faults(text: str) -> list[tuple[int, str, Fault]]:
    found = understand(sheet(text), (DAILY,), TODAY)
    assert isinstance(found, Refused | Values), found
    rows = found.rows if isinstance(found, Refused) else found.wrong
    return [(row.row, row.column, row.fault) for row in rows]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        *(
            (day, "2026-01-05")
            for day in ("Jan 5", "5 Jan", "January 5th", "1月5日", "1月5号", "5 Jan 2026", "5-Jan-26")
        ),
        *((day, "2025-12-24") for day in ("Dec 24", "24 Dec", "12月24日", "24-Dec-2025", "24 Dec 25", "24/12/2025")),
        *((day, "2025-12-24") for day in ("12/24/2025", "24.12.2025", "24-12-2025", "20251224", "2025-12-24 00:00:00")),
        ("5/5/2025", "2025-05-05"),
    ],
)
def test_a_day(written: str, day: str) -> None:
    assert days(written) == [day]


def test_days_without_a_year_are_of_the_latest_year_in_which_none_lies_ahead() -> None:
    assert days("Jan 5", "Dec 24") == ["2025-01-05", "2025-12-24"]


def test_one_day_tells_which_number_is_the_day_in_all_of_them() -> None:
    assert days("5/12/2025", "13/12/2025") == ["2025-12-05", "2025-12-13"]
    assert days("12/5/2025", "12/13/2025") == ["2025-12-05", "2025-12-13"]


def test_where_nothing_tells_or_two_disagree_each_such_line_is_named() -> None:
    assert faults("KPI|Date|Value\nRevenue|5/12/2025|1\nRevenue|6/12/2025|2") == [
        (2, "B", Fault.PERIOD_TWO_WAYS),
        (3, "B", Fault.PERIOD_TWO_WAYS),
    ]
    assert faults("KPI|Date|Value\nRevenue|5/12/2025|1\nRevenue|13/12/2025|2\nRevenue|12/14/2025|3") == [
        (2, "B", Fault.PERIOD_TWO_WAYS)
    ]


def test_across_one_head_tells_and_none_is_passed_over() -> None:
    found = understand(sheet("KPI|5/12/2025|13/12/2025\nRevenue|1|2"), (DAILY,), TODAY)
    assert isinstance(found, Values)
    assert [write_period(one.period) for one in found.values] == ["2025-12-05", "2025-12-13"]

    assert faults("KPI|5/12/2025|6/12/2025\nRevenue|1|2") == [
        (1, "B", Fault.PERIOD_TWO_WAYS),
        (1, "C", Fault.PERIOD_TWO_WAYS),
    ]


def test_days_without_a_year_across_go_on_into_the_next() -> None:
    found = understand(sheet("KPI|30 Dec|31 Dec|2 Jan\nRevenue|1|2|3"), (DAILY,), TODAY)
    assert isinstance(found, Values)
    assert [write_period(one.period) for one in found.values] == ["2025-12-30", "2025-12-31", "2026-01-02"]
