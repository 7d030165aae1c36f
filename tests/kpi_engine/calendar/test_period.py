"""Periods tile the calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_engine.calendar.period import Period, PeriodKind

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
KINDS = st.sampled_from(PeriodKind)
YEAR_STARTS = st.integers(1, 12)


@pytest.mark.parametrize(
    ("kind", "start", "end", "middle"),
    [
        (PeriodKind.DAY, "2026-11-23", "2026-11-24", "2026-11-23"),
        (PeriodKind.WEEK, "2026-11-23", "2026-11-30", "2026-11-26"),
        (PeriodKind.MONTH, "2026-11-01", "2026-12-01", "2026-11-15"),
        (PeriodKind.QUARTER, "2026-10-01", "2027-01-01", "2026-11-15"),
        (PeriodKind.HALF, "2026-07-01", "2027-01-01", "2026-09-30"),
        (PeriodKind.YEAR, "2026-01-01", "2027-01-01", "2026-07-02"),
    ],
)
def test_the_period_that_holds_a_day(kind: PeriodKind, start: str, end: str, middle: str) -> None:
    period = Period.holding(date(2026, 11, 23), kind)

    assert (period.start.isoformat(), period.end.isoformat()) == (start, end)
    assert period.middle.isoformat() == middle


def test_an_iso_week_belongs_to_the_year_of_its_thursday() -> None:
    assert Period.holding(date(2027, 1, 3), PeriodKind.WEEK).start == date(2026, 12, 28)
    assert Period.holding(date(2027, 1, 3), PeriodKind.WEEK).middle.year == 2026


@pytest.mark.parametrize(
    ("kind", "year_start", "start", "end"),
    [
        (PeriodKind.QUARTER, 4, "2026-10-01", "2027-01-01"),
        (PeriodKind.QUARTER, 2, "2026-11-01", "2027-02-01"),
        (PeriodKind.QUARTER, 12, "2026-09-01", "2026-12-01"),
        (PeriodKind.HALF, 4, "2026-10-01", "2027-04-01"),
        (PeriodKind.HALF, 7, "2026-07-01", "2027-01-01"),
        (PeriodKind.HALF, 10, "2026-10-01", "2027-04-01"),
        (PeriodKind.YEAR, 4, "2026-04-01", "2027-04-01"),
        (PeriodKind.YEAR, 12, "2025-12-01", "2026-12-01"),
        (PeriodKind.MONTH, 4, "2026-11-01", "2026-12-01"),
        (PeriodKind.WEEK, 4, "2026-11-23", "2026-11-30"),
    ],
)
def test_quarters_halves_and_years_follow_the_companys_year(
    kind: PeriodKind, year_start: int, start: str, end: str
) -> None:
    period = Period.holding(date(2026, 11, 23), kind, year_start)

    assert (period.start.isoformat(), period.end.isoformat()) == (start, end)


@given(DAYS, KINDS, YEAR_STARTS)
def test_every_day_is_in_exactly_one_period_of_a_kind(day: date, kind: PeriodKind, year_start: int) -> None:
    period = Period.holding(day, kind, year_start)

    assert day in period
    assert period.middle in period
    assert period.last_day in period
    assert period.end not in period
    assert Period.holding(period.end, kind, year_start) == period.next()
    assert Period.holding(period.last_day, kind, year_start) == period
    assert period.next().previous() == period
    assert period.previous().end == period.start


@given(DAYS, YEAR_STARTS)
def test_a_year_is_its_halves_a_half_its_quarters_and_a_quarter_its_months(day: date, year_start: int) -> None:
    kinds = (PeriodKind.YEAR, PeriodKind.HALF, PeriodKind.QUARTER, PeriodKind.MONTH)
    for long, short, times in zip(kinds, kinds[1:], (2, 2, 3), strict=False):
        whole = Period.holding(day, long, year_start)
        parts = [Period.holding(whole.start, short, year_start)]
        while len(parts) < times:
            parts.append(parts[-1].next())

        assert (parts[0].start, parts[-1].end) == (whole.start, whole.end)


@given(DAYS, st.sampled_from([PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.HALF, PeriodKind.YEAR]))
def test_a_period_of_months_begins_on_the_first(day: date, kind: PeriodKind) -> None:
    assert Period.holding(day, kind).start.day == 1


def test_kinds_are_ranked_by_length() -> None:
    lengths = [Period.holding(date(2026, 11, 23), kind) for kind in sorted(PeriodKind, key=lambda kind: kind.rank)]

    assert [period.end - period.start for period in lengths] == sorted(
        (period.end - period.start for period in lengths), key=lambda length: length / timedelta(days=1)
    )


@pytest.mark.parametrize(
    ("periods", "start"), [(0, date(2026, 11, 1)), (1, date(2026, 10, 1)), (12, date(2025, 11, 1))]
)
def test_so_many_periods_back(periods: int, start: date) -> None:
    assert Period(date(2026, 11, 1), PeriodKind.MONTH).back(periods) == Period(start, PeriodKind.MONTH)
