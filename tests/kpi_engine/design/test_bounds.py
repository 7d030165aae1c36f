"""Weights keep a least and a most, and are 100 in all."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_engine.design.bounds import Bounds, Misfit, MisfitKind, misfit, usual, within
from kpi_engine.design.rank_order import rank_sum
from kpi_engine.design.weights import share

FIVE_TO_THIRTY = Bounds(Decimal(5), Decimal(30), Decimal(5))


def decimals(*numbers: int) -> tuple[Decimal, ...]:
    return tuple(map(Decimal, numbers))


def steep(count: int) -> list[Fraction]:
    """Points of an order of importance, the k-th of n: 1/k + ... + 1/n."""
    return [
        sum((Fraction(1, later) for later in range(place, count + 1)), Fraction(0)) for place in range(1, count + 1)
    ]


points = st.lists(st.decimals(0, 1000, places=2), min_size=1, max_size=12).filter(any)
steps = st.sampled_from([Decimal(5), Decimal(1), Decimal("0.01")])


@st.composite
def problems(draw: st.DrawFn) -> tuple[list[Decimal], Bounds]:
    """Points and bounds that they can keep."""
    given_points = draw(points)
    even = Decimal(100) / len(given_points)
    low = draw(st.decimals(0, even, places=1))
    bounds = Bounds(low, draw(st.decimals(even.quantize(Decimal("0.1")), 100, places=1)), draw(steps))
    return (
        (given_points, bounds)
        if misfit(len(given_points), bounds) is None
        else (given_points, Bounds(Decimal(0), Decimal(100), bounds.step))
    )


@pytest.mark.parametrize(
    ("count", "weights"),
    [
        (4, decimals(30, 30, 30, 10)),
        (5, decimals(30, 30, 20, 15, 5)),
        (6, decimals(30, 30, 20, 10, 5, 5)),
    ],
)
def test_an_order_of_importance_between_five_and_thirty(count: int, weights: tuple[Decimal, ...]) -> None:
    """Five by hand, in parts of 100: 45.67 stands on 30; of the 70 left 25.67 would have 33.1, and stands on 30; the 40 left are
    21.86, 12.56 and 5.58 by 15.67 : 9 : 4, in steps of five 4.37, 2.51 and 1.12, of which the second gains.
    """
    assert within(steep(count), FIVE_TO_THIRTY) == weights


def test_points_inside_the_bounds_are_only_rounded() -> None:
    bounds = Bounds(Decimal(5), Decimal(40))
    assert within(rank_sum(5), bounds) == share(rank_sum(5))


def test_who_has_no_points_has_the_least() -> None:
    bounds = Bounds(Decimal(5), Decimal(100), Decimal(5))
    assert within([Decimal(3), Decimal(0), Decimal(1)], bounds) == decimals(70, 5, 25)


def test_those_without_points_share_what_nobody_else_may_have() -> None:
    bounds = Bounds(Decimal(5), Decimal(40), Decimal(5))
    assert within([Decimal(1), Decimal(0), Decimal(0)], bounds) == decimals(40, 30, 30)


def test_both_bounds_at_once() -> None:
    """100 : 50 : 1 : 1 between 10 and 45: 10 + 10 at the least leave 80, of which 45 may go to one."""
    bounds = Bounds(Decimal(10), Decimal(45), Decimal(5))
    assert within([Decimal(100), Decimal(50), Decimal(1), Decimal(1)], bounds) == decimals(45, 35, 10, 10)


@pytest.mark.parametrize(
    ("count", "bounds", "found"),
    [
        (3, FIVE_TO_THIRTY, Misfit(MisfitKind.TOO_LITTLE, Decimal(35))),
        (3, Bounds(Decimal(5), Decimal(30)), Misfit(MisfitKind.TOO_LITTLE, Decimal("33.34"))),
        (25, FIVE_TO_THIRTY, Misfit(MisfitKind.TOO_MUCH, Decimal(0))),
        (12, Bounds(Decimal(10), Decimal(30)), Misfit(MisfitKind.TOO_MUCH, Decimal("8.33"))),
        (5, Bounds(Decimal(30), Decimal(5)), Misfit(MisfitKind.CROSSED)),
        (5, Bounds(Decimal(21), Decimal(24), Decimal(5)), Misfit(MisfitKind.CROSSED)),
        (4, FIVE_TO_THIRTY, None),
        (20, FIVE_TO_THIRTY, None),
    ],
)
def test_bounds_that_cannot_be_kept(count: int, bounds: Bounds, found: Misfit | None) -> None:
    assert misfit(count, bounds) == found


def test_nothing_is_weighed_by_bounds_that_cannot_be_kept() -> None:
    with pytest.raises(ValueError, match="too_little"):
        within([Decimal(1)] * 3, FIVE_TO_THIRTY)


@given(problems())
def test_whatever_comes_is_100_in_all_within_the_bounds_and_in_order(problem: tuple[list[Decimal], Bounds]) -> None:
    given_points, bounds = problem
    weights = within(given_points, bounds)

    assert sum(weights) == 100
    assert all(bounds.low <= weight <= bounds.high and not weight % bounds.step for weight in weights)
    assert [weight for _, weight in sorted(zip(given_points, weights, strict=True))] == sorted(weights)


@given(problems(), st.fractions(Fraction(1, 1000), 1000))
def test_what_the_points_sum_to_says_nothing(problem: tuple[list[Decimal], Bounds], factor: Fraction) -> None:
    given_points, bounds = problem

    assert within([Fraction(point) * factor for point in given_points], bounds) == within(given_points, bounds)


@pytest.mark.parametrize(
    ("count", "small", "most"), [(3, False, 34), (4, False, 30), (8, False, 30), (2, True, 50), (3, True, 40)]
)
def test_few_weights_may_be_larger(count: int, small: bool, most: int) -> None:
    assert usual(count, small=small) == Bounds(Decimal(5), Decimal(most), Decimal(1))
    assert misfit(count, usual(count, small=small)) is None
