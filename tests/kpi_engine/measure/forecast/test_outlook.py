"""What a history says about a period to come."""

from __future__ import annotations

from decimal import Decimal
from random import Random

import pytest

from kpi_engine.calendar.period import PeriodKind
from kpi_engine.measure.forecast.history import History
from kpi_engine.measure.forecast.outlook import Outlook, continued, outlook, periods_after
from kpi_engine.measure.forecast.profile import profile
from kpi_engine.model.kpi import Aggregation
from tests.kpi_engine.measure.build import WEEKDAYS, period, read


def listed(
    last: str, values: list[int] | list[str], how: Aggregation = Aggregation.SUM, share: bool = False
) -> History:
    return History.up_to(period(last), [Decimal(value) for value in values], how, WEEKDAYS, share=share)


def around(middle: int, count: int) -> list[int]:
    return [middle + Random(n).randint(-9, 9) for n in range(count)]


def told(history: History, cycle: str) -> Outlook:
    found = outlook(history, period(cycle), seed=1)
    assert found is not None
    return found


def test_a_month_is_told_from_the_months_before() -> None:
    found = told(listed("2026-10", around(100, 24)), "2026-11")

    assert abs(found.spread.band.middle - 100) <= 5
    assert (found.known, found.few, found.far, found.seasonal) == (24, False, False, False)


@pytest.mark.parametrize(
    ("how", "middle", "leeway"), [(Aggregation.SUM, 300, 15), (Aggregation.AVERAGE, 100, 5), (Aggregation.LAST, 100, 5)]
)
def test_a_quarter_is_made_of_its_months(how: Aggregation, middle: int, leeway: int) -> None:
    assert abs(told(listed("2026-09", around(100, 24), how), "2026-Q4").spread.band.middle - middle) <= leeway


def test_the_month_after_next_is_one_month() -> None:
    assert told(listed("2026-10", [10] * 12), "2026-12").spread.band.middle == 10


def test_a_months_days_are_its_working_days() -> None:
    """November 2026 has 21."""
    found = told(listed("2026-10-30", [10] * 40), "2026-11")

    assert found.spread.band.middle == 210


@pytest.mark.parametrize(("count", "few"), [(6, True), (11, True), (12, False)])
def test_few_values_are_said_to_be_few(count: int, few: bool) -> None:
    assert told(listed("2026-10", around(100, count)), "2026-11").few is few


def test_of_fewer_than_six_nothing_is_told() -> None:
    assert outlook(listed("2026-10", around(100, 5)), period("2026-11"), seed=1) is None
    assert outlook(listed("2026-10", around(100, 9)), period("2026-07"), seed=1) is None


@pytest.mark.parametrize(("cycle", "far"), [("2026-Q4", False), ("2026-H2", True)])
def test_farther_than_a_quarter_of_the_history_is_far(cycle: str, far: bool) -> None:
    last = {"2026-Q4": "2026-09", "2026-H2": "2026-06"}[cycle]
    assert told(listed(last, around(100, 16)), cycle).far is far


def test_only_what_was_over_counts() -> None:
    history = listed("2026-10", [*around(100, 12), 9000])

    assert told(history, "2026-10").spread.band.high < 150


def test_whole_numbers_stay_whole_and_never_fall_below_zero() -> None:
    found = told(listed("2026-10", [0, 1, 0, 2, 0, 0, 1, 3, 0, 1, 0, 0]), "2026-11").spread

    assert all(value == int(value) >= 0 for value in found.outcomes)


def test_percents_stay_between_nothing_and_all() -> None:
    values = ["0.97", "1", "0.99", "0.96", "1", "0.98", "1", "0.95"]
    found = told(listed("2026-10", values, Aggregation.RATIO, share=True), "2026-11").spread

    assert 0 <= found.outcomes[0] <= found.outcomes[-1] <= 1


def test_days_of_three_years_show_which_months_are_strong() -> None:
    """Each December day brings 20 instead of 10, which five weekdays cannot show."""
    first = listed("2026-11-30", [0] * 760)
    values = [
        Decimal(20 if day.start.month == 12 else 10) + Random(n).randint(-1, 1) for n, day in enumerate(first.periods)
    ]
    history = History.up_to(period("2026-11-30"), values, Aggregation.SUM, WEEKDAYS)
    found = told(history, "2026-12")

    assert found.seasonal
    assert found.spread.band.middle > 350


def test_the_periods_that_follow() -> None:
    months = listed("2026-10", [1, 2])

    assert periods_after(months, period("2026-12")) == (period("2026-11"), period("2026-12"))
    assert periods_after(months, period("2026-Q4")) == (period("2026-11"), period("2026-12"))
    assert periods_after(listed("2026-12", [1, 2]), period("2026-Q4")) == ()


def test_rates_to_come_are_rates_of_what_was_usual() -> None:
    codes = ("2026-05", "2026-06", "2026-07", "2026-08", "2026-09", "2026-10")
    history = History.of({period(code): read("3/4") for code in codes}, Aggregation.RATIO, WEEKDAYS)

    assert continued(history, 1, seed=1).rows[0][0] == read("3/4")


def test_the_profile_of_a_year() -> None:
    history = listed("2026-12", ([10] * 11 + [30]) * 3)
    usual = profile(history, [period("2027-11"), period("2027-12")])

    assert usual is not None
    assert usual[1] / usual[0] == pytest.approx(Decimal(3), rel=Decimal("0.1"))
    assert profile(listed("2026-12", around(100, 36)).by(PeriodKind.QUARTER), [period("2027-Q1")]) is None
    assert profile(History((), (), Aggregation.SUM, WEEKDAYS), ()) is None
