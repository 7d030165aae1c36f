"""How series move together, worked out by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kpi_engine.design.correlation import linear, ranked


def numbers(text: str) -> list[Decimal]:
    return [Decimal(word) for word in text.split()]


RISING = numbers("1 2 3 4 5 6 7 8 9 10 11 12")
SWAPPED = numbers("2 1 4 3 6 5 8 7 10 9 12 11")
"""Each rank is off by one: rho = 1 - 6 x 12 / (12 x 143)."""


def test_ranks_that_are_off_by_one() -> None:
    found = ranked(RISING, SWAPPED)
    assert found
    assert found.r == pytest.approx(1 - 72 / 1716)
    # atanh(0.95804) = 1.9212, give or take 1.96 / 3
    assert found.low == pytest.approx(0.8532, abs=1e-3)
    assert found.high == pytest.approx(0.9885, abs=1e-3)
    assert found.is_sure


def test_equal_values_share_the_mean_of_their_ranks() -> None:
    """All but the first are equal, in one series at the other end: r = -1/11 by the formula of Pearson over 0, 6, 6 …"""
    found = ranked(numbers("1" + " 2" * 11), numbers("2 " * 11 + "1"))
    assert found
    assert found.r == pytest.approx(-1 / 11)
    assert not found.is_sure


def test_only_the_order_counts() -> None:
    found = ranked(RISING, [value**3 for value in RISING])
    assert found
    assert found.r == pytest.approx(1)
    assert linear(RISING, [value**3 for value in RISING]).r < 0.95  # type: ignore[union-attr]


def test_the_lag_at_which_it_is_largest() -> None:
    driver = numbers("5 1 8 3 9 2 7 4 6 0 11 10 13 12 15 14")
    found = ranked(driver, [*numbers("20 21"), *driver[:-2]])
    assert found
    assert found.lag == 2
    assert found.r == pytest.approx(1)


def test_a_straight_line() -> None:
    found = linear(RISING, [100 - 3 * value for value in RISING])
    assert found
    assert found.r == pytest.approx(-1)


@pytest.mark.parametrize("other", [RISING[:11], numbers("7 " * 12)])
def test_too_few_or_nothing_that_changes(other: list[Decimal]) -> None:
    mine = RISING[: len(other)]
    assert linear(mine, other) is None
    assert ranked(mine, other) is None
