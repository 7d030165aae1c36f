"""A value far off the usual is asked back; an ordinary one never is."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_engine.intake.slip import Slip, SlipKind, slip
from kpi_engine.model.kpi import Unit, UnitKind

MONEY, COUNT, PERCENT = Unit(UnitKind.MONEY), Unit(UnitKind.COUNT), Unit(UnitKind.PERCENT)
USUAL = [Decimal(value) for value in (1180, 1240, 1150, 1310, 1220, 1275)]


def decimals(values: Sequence[str]) -> list[Decimal]:
    return [Decimal(value) for value in values]


@pytest.mark.parametrize(
    ("value", "likely"),
    [
        ("12200", "1220"),
        ("122", "1220"),
        ("125000", "1250"),
        ("12", "1200"),
        ("0.12", "1200"),
        ("12100000", "1210"),
        ("3", None),
    ],
)
def test_far_off_with_what_was_likely_meant(value: str, likely: str | None) -> None:
    found = slip(Decimal(value), USUAL, MONEY)

    assert found is not None
    assert found.kind is SlipKind.FAR_OFF
    assert found.likely == (None if likely is None else Decimal(likely))
    assert (found.low, found.high) == (Decimal(1150), Decimal(1310))


@pytest.mark.parametrize("value", ["1000", "1400", "1800", "900", "0"])
def test_ordinary_values_pass(value: str) -> None:
    assert slip(Decimal(value), USUAL, MONEY) is None


def test_an_outlier_just_outside_the_range_of_a_steady_series_is_asked_back() -> None:
    steady = decimals(["100", "101", "100", "99", "100", "100"])

    assert slip(Decimal(140), steady, MONEY) is None
    assert slip(Decimal(160), steady, MONEY) is not None


def test_a_wild_series_may_go_on_being_wild() -> None:
    wild = decimals(["20", "100", "35", "80", "25", "140"])

    assert slip(Decimal(230), wild, MONEY) is None


def test_four_values_are_too_few_to_judge() -> None:
    assert slip(Decimal(12200), USUAL[:4], MONEY) is None


def test_a_series_that_knows_zero_is_judged_by_its_top() -> None:
    with_zero = decimals(["0", "20", "0", "30", "10"])

    assert slip(Decimal(100), with_zero, COUNT) is None
    assert slip(Decimal(130), with_zero, COUNT) is not None
    assert slip(Decimal(5), decimals(["0"] * 6), COUNT) is None


def test_few_pieces_may_become_a_few_more() -> None:
    one_each = decimals(["1", "1", "2", "1", "1"])

    assert slip(Decimal(9), one_each, COUNT) is None
    assert slip(Decimal(10), one_each, COUNT) == Slip(SlipKind.FAR_OFF, Decimal(10), Decimal(1), Decimal(1), Decimal(2))


@pytest.mark.parametrize(
    ("value", "past", "unit", "kind", "likely"),
    [
        ("-1200", ["1180"], MONEY, SlipKind.SIGN, "1200"),
        ("5", ["-4", "-6"], MONEY, SlipKind.SIGN, "-5"),
        ("95", [], PERCENT, SlipKind.OVER_WHOLE, "0.95"),
        ("1.2", ["0.9"], PERCENT, SlipKind.OVER_WHOLE, "0.012"),
        ("1.2", [], COUNT, SlipKind.NOT_WHOLE, None),
        ("1.2", ["10", "11", "12", "13", "12"], COUNT, SlipKind.NOT_WHOLE, "12"),
    ],
)
def test_rules_of_the_unit(value: str, past: list[str], unit: Unit, kind: SlipKind, likely: str | None) -> None:
    found = slip(Decimal(value), decimals(past), unit)

    assert found is not None
    assert (found.kind, found.likely) == (kind, None if likely is None else Decimal(likely))


@pytest.mark.parametrize(
    ("value", "past", "unit"),
    [("1.2", ["1.1"], PERCENT), ("1.5", ["0.5", "2"], COUNT), ("-5", ["3", "-2"], MONEY), ("0.9", [], PERCENT)],
)
def test_rules_of_the_unit_bow_to_the_past(value: str, past: list[str], unit: Unit) -> None:
    assert slip(Decimal(value), decimals(past), unit) is None


@given(st.lists(st.integers(800, 1200), min_size=5, max_size=24), st.integers(800, 1200))
def test_a_digit_too_many_is_always_noticed_and_an_ordinary_value_never(past: list[int], value: int) -> None:
    before = [Decimal(one) for one in past]
    found = slip(Decimal(value * 10), before, COUNT)

    assert slip(Decimal(value), before, COUNT) is None
    assert found is not None
    assert found.likely == value


@pytest.mark.parametrize(
    ("value", "past", "expected"),
    [
        ("30", ["100", "5", "5", "5", "5", "5", "5"], True),
        ("24", ["100", "5", "5", "5", "5", "5", "5"], False),
        ("15", ["5", "100", "100", "100", "100", "100", "100"], True),
        ("25", ["5", "100", "100", "100", "100", "100", "100"], False),
        ("450", ["1", "3", "9", "27", "1", "3", "9", "27", "1", "3"] + ["100"] * 6, True),
        ("390", ["1", "3", "9", "27", "1", "3", "9", "27", "1", "3"] + ["100"] * 6, False),
    ],
)
def test_each_limit_alone_is_enough(value: str, past: list[str], expected: bool) -> None:
    assert (slip(Decimal(value), decimals(past), MONEY) is not None) is expected
