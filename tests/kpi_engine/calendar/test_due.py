"""What is expected when."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kpi_engine.calendar.due import can_be_asked, entry_periods, owed_periods
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.words import read_period, write_period
from kpi_engine.calendar.working import Calendar

WEEKDAYS = Calendar()
NOVEMBER = Period(date(2026, 11, 1), PeriodKind.MONTH)


def test_a_week_counts_in_the_month_of_its_thursday() -> None:
    weeks = entry_periods(PeriodKind.WEEK, NOVEMBER, WEEKDAYS)

    assert [write_period(week) for week in weeks] == ["2026-W45", "2026-W46", "2026-W47", "2026-W48"]


def test_days_are_expected_on_working_days_only() -> None:
    assert len(entry_periods(PeriodKind.DAY, NOVEMBER, WEEKDAYS)) == 21
    assert len(entry_periods(PeriodKind.DAY, NOVEMBER, Calendar(frozenset(range(7))))) == 30
    assert entry_periods(PeriodKind.DAY, Period(date(2026, 11, 22), PeriodKind.DAY), WEEKDAYS) == ()


def test_a_period_holds_itself_and_nothing_longer() -> None:
    assert entry_periods(PeriodKind.MONTH, NOVEMBER, WEEKDAYS) == (NOVEMBER,)
    assert entry_periods(PeriodKind.QUARTER, NOVEMBER, WEEKDAYS) == ()


def test_a_day_can_be_asked_for_in_its_evening() -> None:
    monday = Period(date(2026, 11, 23), PeriodKind.DAY)

    assert can_be_asked(monday, date(2026, 11, 23))
    assert not can_be_asked(monday, date(2026, 11, 22))


def test_what_can_be_asked_for_came_round_on_a_working_day() -> None:
    owed = owed_periods(PeriodKind.DAY, date(2026, 11, 19), date(2026, 11, 23), WEEKDAYS)

    assert [write_period(day) for day in owed] == ["2026-11-19", "2026-11-20", "2026-11-23"]


def test_a_week_is_asked_for_from_its_sunday_on() -> None:
    def owed(today: date) -> list[str]:
        weeks = owed_periods(PeriodKind.WEEK, date(2026, 11, 18), today, WEEKDAYS)
        return [write_period(week) for week in weeks]

    assert owed(date(2026, 11, 21)) == []
    assert owed(date(2026, 11, 22)) == ["2026-W47"]


@given(
    st.dates(date(2000, 1, 1), date(2040, 1, 1)),
    st.sampled_from(PeriodKind),
    st.sampled_from([PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.YEAR]),
)
def test_long_periods_share_out_the_short_ones_without_rest(day: date, short: PeriodKind, long: PeriodKind) -> None:
    if short.rank > long.rank:
        return
    first = Period.holding(day, long)
    both = [*entry_periods(short, first, WEEKDAYS), *entry_periods(short, first.next(), WEEKDAYS)]

    assert both == sorted(set(both))
    between = Period.holding(first.end, short)
    assert (between in both) == (short is not PeriodKind.DAY or WEEKDAYS.is_working(between.start))


def test_the_test_calendar_is_as_expected() -> None:
    assert read_period("2026-W48", date(2026, 11, 23)) == Period(date(2026, 11, 23), PeriodKind.WEEK)
