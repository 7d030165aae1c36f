"""Weights are 100 in all, whatever they are made from."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_engine.design.weights import STEP, add_up, equal, making_room, share

points = st.lists(st.decimals(0, 1000, places=3), min_size=1, max_size=12).filter(any)


def decimals(*texts: str) -> tuple[Decimal, ...]:
    return tuple(map(Decimal, texts))


@pytest.mark.parametrize(
    ("count", "weights"),
    [
        (1, decimals("100")),
        (3, decimals("33.34", "33.33", "33.33")),
        (4, decimals("25", "25", "25", "25")),
        (6, decimals("16.67", "16.67", "16.67", "16.67", "16.66", "16.66")),
    ],
)
def test_equal_weights(count: int, weights: tuple[Decimal, ...]) -> None:
    assert equal(count) == weights


def test_the_largest_remainder_gains() -> None:
    assert share(decimals("1", "1", "4")) == decimals("16.67", "16.67", "66.66")
    assert share(decimals("1", "2", "4")) == decimals("14.29", "28.57", "57.14")


def test_points_that_are_100_stay_as_they_are() -> None:
    assert share(decimals("40", "35.5", "24.5")) == decimals("40", "35.5", "24.5")


@pytest.mark.parametrize(
    ("before", "taken", "after"),
    [
        (decimals("40", "20", "10", "10"), "30", decimals("35", "17", "9", "9")),
        (decimals("50", "50"), "12.5", decimals("43.75", "43.75")),
        (decimals("97", "2", "1"), "80", decimals("19.4", "0.4", "0.2")),
        (decimals("30", "20"), "0", decimals("60", "40")),
    ],
)
def test_others_give_way_in_proportion(before: tuple[Decimal, ...], taken: str, after: tuple[Decimal, ...]) -> None:
    assert making_room(before, Decimal(taken)) == after


@given(points)
def test_shares_are_100_in_all(given_points: list[Decimal]) -> None:
    assert sum(share(given_points)) == 100


@given(points)
def test_no_share_is_a_step_off_its_proportion(given_points: list[Decimal]) -> None:
    exact = [point * 100 / sum(given_points) for point in given_points]

    assert all(abs(weight - fair) < STEP for weight, fair in zip(share(given_points), exact, strict=True))


@given(points)
def test_more_points_never_weigh_less(given_points: list[Decimal]) -> None:
    weights = share(given_points)
    ordered = [weight for _, weight in sorted(zip(given_points, weights, strict=True))]

    assert ordered == sorted(weights)


@pytest.mark.parametrize("bad", [(), ("0", "0"), ("-1", "101"), ("NaN", "1"), ("Infinity", "1")])
def test_what_cannot_be_shared_is_refused(bad: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="points must be"):
        share(decimals(*bad))


@pytest.mark.parametrize(
    ("given_points", "fit"),
    [
        ("60 40", True),
        ("33.33 33.33 33.33", True),
        ("33.3 33.3 33.3", False),
        ("99.97 0.01", False),
        ("50 50.5", False),
        ("50 40", False),
    ],
)
def test_points_are_a_hundred_in_all_but_for_what_was_rounded(given_points: str, fit: bool) -> None:
    assert add_up(decimals(*given_points.split())) is fit


def test_rounder_weights() -> None:
    assert share(decimals("1", "1", "4"), Decimal(5)) == decimals("20", "15", "65")
    assert equal(3, Decimal(5)) == decimals("35", "35", "30")


@pytest.mark.parametrize("step", ["0", "-5", "7", "0.03"])
def test_steps_that_do_not_fill_a_hundred(step: str) -> None:
    with pytest.raises(ValueError, match="step must divide 100"):
        share(decimals("1", "1"), Decimal(step))


@given(points, st.fractions(Fraction(1, 1000), 1000))
def test_only_proportions_count(given_points: list[Decimal], factor: Fraction) -> None:
    assert share([Fraction(point) * factor for point in given_points]) == share(given_points)
