"""When something was: on Wednesday, 25 November 2026."""

from __future__ import annotations

from datetime import date

import pytest

from kpi_engine.calendar.when import read_when
from kpi_engine.calendar.words import write_period

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("today", "2026-11-25"),
        ("yesterday", "2026-11-24"),
        ("前天", "2026-11-23"),
        ("24 Nov", "2026-11-24"),
        ("Nov. 24th", "2026-11-24"),
        ("11月24号", "2026-11-24"),
        ("30 Dec", "2026-12-30"),
        ("2 June", "2026-06-02"),
        ("1 May", "2027-05-01"),
        ("29 Feb", "2028-02-29"),
        ("24 Nov 2025", "2025-11-24"),
        ("Monday", "2026-11-23"),
        ("on Thursday", "2026-11-19"),
        ("Wednesday", "2026-11-25"),
        ("last Friday", "2026-11-20"),
        ("last Monday", "2026-11-16"),
        ("周一", "2026-11-23"),
        ("上周五", "2026-11-20"),
        ("周四", "2026-11-19"),
        ("last week", "2026-W47"),
        ("October", "2026-10"),
        ("2026-Q3", "2026-Q3"),
    ],
)
def test_days_of_late_and_periods(text: str, period: str) -> None:
    found = read_when(text, TODAY)
    assert found
    assert write_period(found) == period


@pytest.mark.parametrize("text", ["", "soon", "32 Nov", "周八", "下周五", "next Friday", "tomorrow"])
def test_anything_else_is_no_time(text: str) -> None:
    assert read_when(text, TODAY) is None
