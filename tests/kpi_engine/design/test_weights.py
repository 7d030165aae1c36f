"""Weights are 100 in all, whatever they are made from."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_engine.design.weights import STEP, equal, judge, share

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
    ("given_points", "off"),
    [(("50", "40"), "-10"), (("50", "50.5"), "0.5"), (("60", "40"), "0"), ((), "-100")],
)
def test_how_far_points_are_off(given_points: tuple[str, ...], off: str) -> None:
    verdict = judge(decimals(*given_points))

    assert verdict.off == Decimal(off)
    assert verdict.fits == (off == "0")


def test_thirds_rounded_by_hand_fit() -> None:
    assert judge(decimals("33.33", "33.33", "33.33")).fits
    assert not judge(decimals("33.3", "33.3", "33.3")).fits
    assert not judge(decimals("99.97", "0.01")).fits


def test_a_negative_point_does_not_fit_and_is_named() -> None:
    verdict = judge(decimals("120", "-20"))

    assert verdict.negative == (1,)
    assert not verdict.fits
