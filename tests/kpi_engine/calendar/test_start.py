"""From when on something holds: on Wednesday, 25 November 2026."""

from __future__ import annotations

from datetime import date

import pytest

from kpi_engine.calendar.start import read_start_period
from kpi_engine.calendar.words import write_period

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("from December", "2026-12"),
        ("from Dec on", "2026-12"),
        ("January", "2027-01"),
        ("January next year", "2027-01"),
        ("next month", "2026-12"),
        ("next quarter", "2027-Q1"),
        ("this quarter", "2026-Q4"),
        ("Q1", "2027-Q1"),
        ("2027-Q2", "2027-Q2"),
        ("2026-12", "2026-12"),
        ("1 December", "2026-12-01"),
        ("从12月起", "2026-12"),
        ("12月起", "2026-12"),
        ("明年1月起", "2027-01"),
        ("今年12月", "2026-12"),
        ("12月1日起", "2026-12-01"),
        ("下季度", "2027-Q1"),
        ("11月", "2026-11"),
    ],
)
def test_what_begins(text: str, period: str) -> None:
    found = read_start_period(text, TODAY)
    assert found
    assert write_period(found) == period


@pytest.mark.parametrize("text", ["", "from", "起", "15", "1.5", "300万", "soon", "from now and then"])
def test_anything_else_begins_nothing(text: str) -> None:
    assert read_start_period(text, TODAY) is None


def test_a_quarter_is_one_of_the_fiscal_year() -> None:
    found = read_start_period("next quarter", TODAY, year_start=4)
    assert found
    assert found.start == date(2027, 1, 1)
