"""A day as people write it, on Monday 23 November 2026."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_engine.calendar.dates import read_date, read_start

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-12-24", "2026-12-24"),
        ("2026/12/24", "2026-12-24"),
        ("2026.12.24", "2026-12-24"),
        ("2026年12月24日", "2026-12-24"),
        ("12-24", "2026-12-24"),
        ("12/24", "2026-12-24"),
        ("12月24日", "2026-12-24"),
        ("12月24号", "2026-12-24"),
        ("24 Dec", "2026-12-24"),
        ("24 December 2026", "2026-12-24"),
        ("Dec. 24th", "2026-12-24"),
        ("December 24, 2027", "2027-12-24"),
        ("11-23", "2026-11-23"),
        ("11-22", "2027-11-22"),
        ("2-29", "2028-02-29"),
        ("１２－２４", "2026-12-24"),
        ("today", "2026-11-23"),
        ("今天", "2026-11-23"),
        ("Tomorrow", "2026-11-24"),
        ("明天", "2026-11-24"),
        ("后天", "2026-11-25"),
        ("next week", "2026-11-30"),
        ("下周", "2026-11-30"),
        ("Friday", "2026-11-27"),
        ("fri", "2026-11-27"),
        ("on Friday", "2026-11-27"),
        ("Monday", "2026-11-30"),
        ("next Friday", "2026-12-04"),
        ("周五", "2026-11-27"),
        ("星期天", "2026-11-29"),
        ("礼拜日", "2026-11-29"),
        ("本周五", "2026-11-27"),
        ("这周一", "2026-11-23"),
        ("下周五", "2026-12-04"),
        ("下星期一", "2026-11-30"),
        ("月底", "2026-11-30"),
        ("end of month", "2026-11-30"),
        ("month end", "2026-11-30"),
        ("下月底", "2026-12-31"),
        ("end of next month", "2026-12-31"),
        ("年底", "2026-12-31"),
        ("end of year", "2026-12-31"),
        ("in 3 days", "2026-11-26"),
        ("3 days", "2026-11-26"),
        ("3天后", "2026-11-26"),
        ("in 3 weeks", "2026-12-14"),
        ("3周内", "2026-12-14"),
        ("两周内", "2026-12-07"),
        ("1 个月后", "2026-12-23"),
        ("in 2 months", "2027-01-23"),
        ("2个月", "2027-01-23"),
    ],
)
def test_days(text: str, day: str) -> None:
    assert read_date(text, MONDAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "13-24",
        "2-30",
        "2026-02-29",
        "24",
        "fr",
        "周八",
        "in many days",
        "in 1000 days",
        "12-24-2026",
        "x" * 999,
        "🚀",
    ],
)
def test_what_is_no_day(text: str) -> None:
    assert read_date(text, MONDAY) is None


def test_a_month_later_is_never_in_the_month_after() -> None:
    assert read_date("in 1 month", date(2027, 1, 31)) == date(2027, 2, 28)
    assert read_date("in 3 months", date(2027, 11, 30)) == date(2028, 2, 29)


def test_ends_in_december() -> None:
    december = date(2026, 12, 5)
    assert [read_date(text, december) for text in ("月底", "下月底", "年底")] == [
        date(2026, 12, 31),
        date(2027, 1, 31),
        date(2026, 12, 31),
    ]


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.sampled_from(["monday", "wed", "周三", "星期天"]))
def test_a_weekday_is_one_of_the_next_seven_days(today: date, text: str) -> None:
    day = read_date(text, today)
    assert day is not None
    assert timedelta(1) <= day - today <= timedelta(7)
    assert read_date(text, day - timedelta(1)) == day


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.dates(date(1000, 1, 1), date(9999, 1, 1)))
def test_a_day_with_its_year_does_not_depend_on_today(today: date, day: date) -> None:
    assert read_date(day.isoformat(), today) == day


@given(st.text(), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_any_text_is_a_day_or_none(text: str, today: date) -> None:
    day = read_date(text, today)
    assert day is None or isinstance(day, date)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("next month", "2026-12-01"),
        ("下个月", "2026-12-01"),
        ("下月初", "2026-12-01"),
        ("24 Dec", "2026-12-24"),
        ("December", "2026-12-01"),
        ("12月", "2026-12-01"),
        ("this month", "2026-11-01"),
        ("本月", "2026-11-01"),
        ("October", "2026-10-01"),
        ("10月1日", "2026-10-01"),
        ("15 Jan", "2027-01-15"),
    ],
)
def test_what_holds_from_next_month_on_holds_from_its_first_day(text: str, day: str) -> None:
    assert read_start(text, MONDAY) == date.fromisoformat(day)
    assert read_start(text, date(2026, 11, 30)) == date.fromisoformat(day)


def test_next_month_is_no_day_by_itself() -> None:
    assert read_date("next month", MONDAY) is None
