"""Values at equal distances, with what is missing kept as missing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kpi_engine.calendar.period import PeriodKind
from kpi_engine.measure.forecast.history import History
from kpi_engine.model.actual import Reading
from kpi_engine.model.kpi import Aggregation
from tests.kpi_engine.measure.build import WEEKDAYS, period, read


def listed(last: str, *values: str | None, how: Aggregation = Aggregation.SUM) -> History:
    numbers = [None if value is None else Decimal(value) for value in values]
    return History.up_to(period(last), numbers, how, WEEKDAYS)


def found(how: Aggregation = Aggregation.SUM, **values: str) -> History:
    readings = {period(code.replace("_", "-")[1:]): read(value) for code, value in values.items()}
    return History.of(readings, how, WEEKDAYS)


def test_values_as_listed_end_with_the_period_named() -> None:
    history = listed("2026-02", "1", "2", "3")

    assert history.periods == (period("2025-12"), period("2026-01"), period("2026-02"))
    assert history.floats == [1, 2, 3]


def test_days_are_working_days() -> None:
    """The 23rd is a Monday; before it comes Friday."""
    assert listed("2026-11-23", "1", "2").periods == (period("2026-11-20"), period("2026-11-23"))


def test_what_was_not_measured_is_missing() -> None:
    history = found(_2026_01="1", _2026_04="4")

    assert history.floats == [1, None, None, 4]
    assert history.known == (read("1"), read("4"))


@pytest.mark.parametrize(
    ("last", "season"), [("2026-11-23", 5), ("2026-W47", 52), ("2026-11", 12), ("2026-Q3", 4), ("2026", 1)]
)
def test_after_how_many_values_a_season_returns(last: str, season: int) -> None:
    assert listed(last, "1").season == season


def test_what_was_before_a_period_begins_with_a_value() -> None:
    history = History.up_to(period("2026-06"), [None, *map(Decimal, "12345")], Aggregation.SUM, WEEKDAYS)

    assert history.before(period("2026-Q2")).floats == [1, 2]
    assert history.before(period("2025")).known == ()


def test_longer_periods_are_made_of_their_values() -> None:
    sums = listed("2026-06", *"123456").by(PeriodKind.QUARTER)

    assert (sums.periods, sums.floats) == ((period("2026-Q1"), period("2026-Q2")), [6, 15])
    assert listed("2026-06", *"123456", how=Aggregation.LAST).by(PeriodKind.QUARTER).floats == [3, 6]


def test_a_rate_is_made_of_its_parts() -> None:
    rates = found(Aggregation.RATIO, _2026_01="1/2", _2026_02="0/2", _2026_03="5/6").by(PeriodKind.QUARTER)

    assert rates.readings == (Reading(Decimal("0.6"), Decimal(6), Decimal(10)),)


def test_a_sum_is_raised_for_what_is_missing_and_left_out_for_too_much_of_it() -> None:
    """Three of four weeks count in November 2026 make 4/3 of their sum; two do not make a month."""
    weeks = ["10", None, "20", "30"]
    november = listed("2026-W48", *weeks).by(PeriodKind.MONTH)

    assert november.readings == (Reading(Decimal(80)),)
    assert listed("2026-W48", "10", None, None, "30").by(PeriodKind.MONTH).periods == ()


def test_by_its_own_kind_it_is_itself() -> None:
    history = listed("2026-06", *"123")

    assert history.by(PeriodKind.MONTH) == history


def test_places_are_counted_from_the_first_period() -> None:
    history = listed("2026-06", *"123")

    assert [history.place(period(code)) for code in ("2026-03", "2026-04", "2026-06", "2027-04")] == [-1, 0, 2, 12]
