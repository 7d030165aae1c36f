"""Which days are worked."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_engine.calendar.due import entry_periods, is_expected, owed_periods
from kpi_engine.calendar.late import is_late
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.words import write_period
from kpi_engine.calendar.working import Calendar, known_countries

CHINA = Calendar(country="CN")


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        # The State Council's notice on the holidays of 2026 (4 November 2025): Spring Festival from 15 to 23 February,
        # the Saturdays 14 and 28 February worked; National Day from 1 to 7 October, 20 September and 10 October worked.
        ("2026-02-13", True),
        ("2026-02-14", True),
        ("2026-02-15", False),
        ("2026-02-16", False),
        ("2026-02-20", False),
        ("2026-02-23", False),
        ("2026-02-24", True),
        ("2026-02-28", True),
        ("2026-09-20", True),
        ("2026-09-30", True),
        ("2026-10-01", False),
        ("2026-10-07", False),
        ("2026-10-08", True),
        ("2026-10-10", True),
        ("2026-10-11", False),
    ],
)
def test_china_moves_days(day: str, worked: bool) -> None:
    assert CHINA.is_working(date.fromisoformat(day)) is worked


def test_years_without_a_decree_have_the_holidays_of_the_law() -> None:
    assert not CHINA.is_working(date(2029, 10, 1))
    assert not CHINA.is_working(date(2029, 9, 30))
    assert CHINA.is_working(date(2029, 10, 8))


def test_without_a_country_only_weekdays_count() -> None:
    assert Calendar().is_working(date(2026, 10, 1))
    assert not Calendar().is_working(date(2026, 2, 14))
    assert Calendar(frozenset({5})).is_working(date(2026, 2, 14))


def test_a_day_off_that_is_worked_counts_whatever_the_weekdays_are() -> None:
    assert Calendar(frozenset({0}), "CN").is_working(date(2026, 9, 20))


def test_other_countries_have_theirs() -> None:
    assert not Calendar(country="DE").is_working(date(2026, 10, 26).replace(month=12, day=25))
    assert Calendar(country="US").is_working(date(2026, 10, 1))
    assert {"CN", "DE", "US", "HK", "SG"} <= known_countries()
    assert "XX" not in known_countries()


def test_nothing_is_wanted_for_holidays() -> None:
    february = Period(date(2026, 2, 1), PeriodKind.MONTH)

    assert len(entry_periods(PeriodKind.DAY, february, CHINA)) == 16
    assert len(entry_periods(PeriodKind.DAY, february, Calendar())) == 20
    assert [write_period(week) for week in entry_periods(PeriodKind.WEEK, february, CHINA)] == [
        "2026-W06",
        "2026-W07",
        "2026-W09",
    ]
    assert is_expected(february, CHINA)


def test_who_comes_back_from_the_spring_festival_owes_the_day_before_it() -> None:
    owed = owed_periods(PeriodKind.DAY, date(2026, 2, 13), date(2026, 2, 24), CHINA)

    assert [write_period(day) for day in owed] == ["2026-02-13", "2026-02-14", "2026-02-24"]


def test_grace_is_counted_in_working_days() -> None:
    saturday = Period(date(2026, 2, 14), PeriodKind.DAY)

    assert not is_late(saturday, date(2026, 2, 24), CHINA)
    assert is_late(saturday, date(2026, 2, 25), CHINA)


@given(st.dates(date(2000, 1, 1), date(2040, 12, 31)), st.sampled_from(["CN", "DE", "US", "AE", "IN", ""]))
def test_ten_days_in_a_row_are_never_free(day: date, country: str) -> None:
    calendar = Calendar(country=country)

    assert any(calendar.is_working(day + timedelta(days=after)) for after in range(10))


@given(st.dates(), st.sampled_from(["CN", "DE", "IN", ""]))
def test_any_day_is_worked_or_free(day: date, country: str) -> None:
    assert Calendar(country=country).is_working(day) in (True, False)
