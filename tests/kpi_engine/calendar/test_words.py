"""Periods are read as people write them, and read back as written."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.words import read_period, read_within, write_period

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("today", "2026-11-23"),
        ("Yesterday", "2026-11-22"),
        ("this  week", "2026-W48"),
        ("last week", "2026-W47"),
        ("this month", "2026-11"),
        ("last month", "2026-10"),
        ("this quarter", "2026-Q4"),
        ("last quarter", "2026-Q3"),
        ("this year", "2026"),
        (" last year ", "2025"),
        ("今天", "2026-11-23"),
        ("昨天", "2026-11-22"),
        ("本周", "2026-W48"),
        ("上周", "2026-W47"),
        ("上上周", "2026-W46"),
        ("the week before last", "2026-W46"),
        ("上上个月", "2026-09"),
        ("本月", "2026-11"),
        ("上月", "2026-10"),
        ("上个月", "2026-10"),
        ("本季度", "2026-Q4"),
        ("本季", "2026-Q4"),
        ("上季度", "2026-Q3"),
        ("今年", "2026"),
        ("去年", "2025"),
        ("2026-11", "2026-11"),
        ("２０２６-11", "2026-11"),
        ("2026-W47", "2026-W47"),
        ("week 47", "2026-W47"),
        ("week 47, 2026", "2026-W47"),
        ("Wk 47 2026", "2026-W47"),
        ("Q3 2026", "2026-Q3"),
        ("first half of 2026", "2026-H1"),
        ("2026w7", "2026-W07"),
        ("2026-Q4", "2026-Q4"),
        ("2026-H1", "2026-H1"),
        ("2026", "2026"),
        ("2026年", "2026"),
        ("2026-11-23", "2026-11-23"),
        ("2026年11月23日", "2026-11-23"),
        ("2026年11月", "2026-11"),
        ("11月", "2026-11"),
        ("12月", "2025-12"),
        ("november", "2026-11"),
        ("Nov", "2026-11"),
        ("december", "2025-12"),
        ("may", "2026-05"),
        ("November 2025", "2025-11"),
        ("Nov 2025", "2025-11"),
        ("Nov. 2025", "2025-11"),
        ("november, 2025", "2025-11"),
        ("2025 Nov", "2025-11"),
        ("11/2025", "2025-11"),
        ("2025/11", "2025-11"),
        ("2025.11", "2025-11"),
        ("３.2025", "2025-03"),
        ("sept", "2026-09"),
        ("Q4", "2026-Q4"),
        ("q3", "2026-Q3"),
        ("四季度", "2026-Q4"),
        ("2025年第二季度", "2025-Q2"),
        ("H2", "2026-H2"),
        ("上半年", "2026-H1"),
        ("W47", "2026-W47"),
        ("W53", "2020-W53"),
        ("第52周", "2025-W52"),
    ],
)
def test_words_for_a_period(text: str, meant: str) -> None:
    period = read_period(text, TODAY)

    assert period is not None
    assert write_period(period) == meant


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "2026-13",
        "2026-02-30",
        "2026-W54",
        "2025-W53",
        "2026-Q5",
        "2026-H3",
        "0月",
        "13月",
        "12",
        "1200",
        "99999",
        "W0",
        "2026-00",
        "13/2025",
        "2025.13",
        "11/24",
        "novembers 2025",
        "revenue",
    ],
)
def test_what_names_no_period(text: str) -> None:
    assert read_period(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "code", "start"),
    [
        ("Q4", "FY2026-Q4", "2026-01-01"),
        ("2026-Q4", "FY2026-Q4", "2026-01-01"),
        ("FY2027-Q3", "FY2027-Q3", "2026-10-01"),
        ("fy2027 q3", "FY2027-Q3", "2026-10-01"),
        ("2027财年第三季度", "FY2027-Q3", "2026-10-01"),
        ("2027年度三季度", "FY2027-Q3", "2026-10-01"),
        ("this quarter", "FY2027-Q3", "2026-10-01"),
        ("上季度", "FY2027-Q2", "2026-07-01"),
        ("上半年", "FY2027-H1", "2026-04-01"),
        ("H2", "FY2027-H2", "2026-10-01"),
        ("this year", "FY2027", "2026-04-01"),
        ("去年", "FY2026", "2025-04-01"),
        ("2026", "FY2026", "2025-04-01"),
        ("FY2026", "FY2026", "2025-04-01"),
        ("2026财年", "FY2026", "2025-04-01"),
        ("2026-11", "2026-11", "2026-11-01"),
        ("december", "2025-12", "2025-12-01"),
        ("2026-W48", "2026-W48", "2026-11-23"),
        ("today", "2026-11-23", "2026-11-23"),
    ],
)
def test_words_where_the_year_begins_in_april(text: str, code: str, start: str) -> None:
    period = read_period(text, TODAY, 4)

    assert period is not None
    assert (write_period(period), period.start.isoformat()) == (code, start)


@given(st.dates(date(1990, 1, 8), date(2060, 12, 31)), st.sampled_from(PeriodKind), st.integers(1, 12))
def test_a_written_period_is_read_back(day: date, kind: PeriodKind, year_start: int) -> None:
    period = Period.holding(day, kind, year_start)

    assert read_period(write_period(period), TODAY, year_start) == period


@given(st.dates(date(1990, 1, 8), date(2060, 12, 31)), st.sampled_from(PeriodKind), st.integers(1, 12))
def test_neighbours_are_written_differently(day: date, kind: PeriodKind, year_start: int) -> None:
    period = Period.holding(day, kind, year_start)

    assert write_period(period) != write_period(period.next())


@given(st.dates(date(1990, 1, 8), date(2060, 12, 31)), st.sampled_from(["november", "2月", "Q1", "h2", "w9"]))
def test_a_name_without_a_year_is_the_latest_that_has_begun(today: date, text: str) -> None:
    period = read_period(text, today)

    assert period is not None
    assert period.start <= today
    assert (today - period.start).days <= 372


@given(st.text(max_size=12))
def test_any_text_is_a_period_or_none(text: str) -> None:
    found = read_period(text, TODAY)

    assert found is None or read_period(write_period(found), TODAY) == found


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Jan", "2024-01"),
        ("december", "2024-12"),
        ("3月", "2024-03"),
        ("3月份", "2024-03"),
        ("Q4", "2024-Q4"),
        ("四季度", "2024-Q4"),
        ("下半年", "2024-H2"),
        ("W5", "2024-W05"),
        ("第5周", "2024-W05"),
        ("W53", None),
        ("13月", None),
        ("2024-01", None),
        ("Jan 2024", None),
        ("2024", None),
        ("this month", None),
        ("words", None),
        ("", None),
    ],
)
def test_what_says_no_year_is_of_the_year_it_is_read_in(text: str, code: str | None) -> None:
    found = read_within(text, 2024)
    assert (write_period(found) if found else None) == code
