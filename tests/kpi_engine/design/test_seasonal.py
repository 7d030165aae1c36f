"""A year's target over its months."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.working import Calendar
from kpi_engine.design.seasonal import split
from kpi_engine.measure.forecast.history import History
from kpi_engine.model.kpi import Aggregation

DECEMBER = Period(date(2026, 12, 1), PeriodKind.MONTH)
YEAR = Period(date(2027, 1, 1), PeriodKind.YEAR)
ONE = Decimal(1)


def years(how: Aggregation, count: int = 3) -> History:
    """Twelve months of 100 but for a December of 200."""
    values = [Decimal(200 if n % 12 == 11 else 100) for n in range(12 * count)]
    return History.up_to(DECEMBER, values, how, Calendar())


def values(total: str, history: History, step: Decimal = ONE) -> list[Decimal]:
    return [level for _, level in split(Decimal(total), YEAR, PeriodKind.MONTH, history, step)]


def test_december_gets_twice_as_much() -> None:
    found = values("1300", years(Aggregation.SUM))

    assert sum(found) == 1300
    assert found[11] == pytest.approx(Decimal(200), abs=Decimal(8))
    assert max(found[:11]) - min(found[:11]) <= 3


def test_without_a_season_all_are_equal_but_for_the_remainder() -> None:
    assert values("1000", years(Aggregation.SUM, count=1)) == [84] * 4 + [83] * 8


def test_the_months_of_a_rate_have_it_as_their_mean() -> None:
    found = values("0.65", years(Aggregation.AVERAGE), Decimal("0.001"))

    assert sum(found) / 12 == Decimal("0.65")
    assert found[11] > found[10]


def test_what_is_less_than_a_step_goes_to_the_largest() -> None:
    found = values("1305", years(Aggregation.SUM), Decimal(10))

    assert sum(found) == 1305
    assert [level % 10 for level in found] == [0] * 11 + [5]


def test_where_nothing_ever_came_it_comes_in_equal_parts() -> None:
    history = History.up_to(DECEMBER, [Decimal(0)] * 36, Aggregation.SUM, Calendar())

    assert values("120", history) == [10] * 12


def test_the_periods_are_those_of_the_whole() -> None:
    quarters = split(Decimal(100), YEAR, PeriodKind.QUARTER, years(Aggregation.SUM), ONE)

    assert [period.start.month for period, _ in quarters] == [1, 4, 7, 10]
    assert sum(level for _, level in quarters) == 100


@given(st.decimals(0, 10**9, places=2), st.sampled_from(["1", "0.01", "100", "500"]))
def test_it_always_adds_up(total: Decimal, step: str) -> None:
    assert sum(values(str(total), years(Aggregation.SUM), Decimal(step))) == total
