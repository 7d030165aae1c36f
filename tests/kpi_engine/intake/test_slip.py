"""A value far off the usual is asked back; an ordinary one never is."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_engine.intake.guess import Cause
from kpi_engine.intake.slip import Slip, SlipKind, remark, slip
from kpi_engine.intake.usual import Usual
from kpi_engine.model.actual import Reading, Remark
from kpi_engine.model.kpi import Direction, Target, Unit, UnitKind

MONEY, COUNT, PERCENT = Unit(UnitKind.MONEY), Unit(UnitKind.COUNT), Unit(UnitKind.PERCENT)
USUAL = "1180 1240 1150 1310 1220 1275"


def decimals(texts: str) -> tuple[Decimal, ...]:
    return tuple(Decimal(text) for text in texts.split())


def said(text: str) -> Reading:
    """A value, or a quotient with its parts."""
    if "/" not in text:
        return Reading(Decimal(text))
    numerator, denominator = map(Decimal, text.split("/"))
    return Reading(numerator / denominator, numerator, denominator)


def usual(past: str = "", unit: Unit = MONEY, target: str = "", direction: Direction = Direction.HIGHER) -> Usual:
    """Past values, oldest first, and a target of one number or two."""
    levels = decimals(target)
    return Usual(unit, decimals(past), Target(*levels) if levels else None, direction)


def found(value: str, held: Usual) -> Slip:
    odd = slip(said(value), held)
    assert odd is not None
    return odd


def meant(odd: Slip) -> list[tuple[Decimal, Cause]]:
    return [(guess.read.value, guess.cause) for guess in odd.guesses]


@pytest.mark.parametrize(
    ("value", "likely", "cause"),
    [
        ("12200", "1220", Cause.DIGIT_MORE),
        ("122", "1220", Cause.DIGIT_LESS),
        ("125000", "1250", Cause.DIGITS_MORE),
        ("12", "1200", Cause.DIGITS_LESS),
        ("0.12", "1200", Cause.WAN_LESS),
        ("12100000", "1210", Cause.WAN_MORE),
        ("1.2", "1200", Cause.THOUSANDS_LESS),
        ("1210000", "1210", Cause.THOUSANDS_MORE),
        ("2120", "1220", Cause.SWAPPED),
        ("11220", "1220", Cause.DOUBLED),
        ("33", None, None),
    ],
)
def test_far_off_with_the_likely_slip(value: str, likely: str | None, cause: Cause | None) -> None:
    odd = found(value, usual(USUAL))

    assert odd.kind is SlipKind.FAR_OFF
    assert meant(odd)[:1] == ([] if likely is None or cause is None else [(Decimal(likely), cause)])
    assert (odd.low, odd.high) == decimals("1150 1310")


def test_a_second_guess_is_another_value() -> None:
    """12220 may be 1222 and a digit more, or 1220 with its 2 typed twice."""
    assert meant(found("12220", usual(USUAL))) == [(Decimal(1222), Cause.DIGIT_MORE), (Decimal(1220), Cause.DOUBLED)]


def test_of_whole_pieces_the_last_digit_was_too_many() -> None:
    assert meant(found("125", usual("12 11 13 12 14", COUNT)))[0] == (Decimal(12), Cause.DIGIT_MORE)


def test_of_money_they_are_cents() -> None:
    assert meant(found("125.5", usual("12.5 12.1 12.9 12.3 12.7")))[0] == (Decimal("12.55"), Cause.DIGIT_MORE)


def test_a_percentage_is_read_as_it_is_typed() -> None:
    """31.5 % for 13.5 %: the digits are swapped as they stand on the screen."""
    steady = "0.135 0.134 0.135 0.136 0.135 0.135"
    assert meant(found("0.315", usual(steady, PERCENT))) == [(Decimal("0.135"), Cause.SWAPPED)]


@pytest.mark.parametrize("value", ["1000", "1400", "1800", "900", "0"])
def test_ordinary_values_pass(value: str) -> None:
    assert slip(said(value), usual(USUAL)) is None


def test_an_outlier_just_outside_the_range_of_a_steady_series_is_asked_back() -> None:
    steady = usual("100 101 100 99 100 100")

    assert slip(said("140"), steady) is None
    assert slip(said("160"), steady) is not None


def test_a_wild_series_may_go_on_being_wild() -> None:
    assert slip(said("230"), usual("20 100 35 80 25 140")) is None


def test_a_series_that_knows_zero_is_judged_by_its_top() -> None:
    with_zero = usual("0 20 0 30 10", COUNT)

    assert slip(said("100"), with_zero) is None
    assert slip(said("130"), with_zero) is not None
    assert slip(said("5"), usual("0 0 0 0 0 0", COUNT)) is None


def test_few_pieces_may_become_a_few_more() -> None:
    one_each = usual("1 1 2 1 1", COUNT)

    assert slip(said("9"), one_each) is None
    assert meant(found("10", one_each)) == [(Decimal(1), Cause.DIGIT_MORE)]


@pytest.mark.parametrize(
    ("value", "past", "expected"),
    [
        ("30", "100 5 5 5 5 5 5", True),
        ("24", "100 5 5 5 5 5 5", False),
        ("15", "5 100 100 100 100 100 100", True),
        ("25", "5 100 100 100 100 100 100", False),
        ("450", "1 3 9 27 1 3 9 27 1 3 100 100 100 100 100 100", True),
        ("390", "1 3 9 27 1 3 9 27 1 3 100 100 100 100 100 100", False),
    ],
)
def test_each_limit_alone_is_enough(value: str, past: str, expected: bool) -> None:
    assert (slip(said(value), usual(past)) is not None) is expected


@pytest.mark.parametrize(
    ("value", "past", "target", "likely"),
    [
        ("12000", "", "1100", "1200"),
        ("11000", "", "1100", "1100"),
        ("9000", "", "1100", "900"),
        ("110", "", "1100", "1100"),
        ("135", "", "1100", "1350"),
        ("120000", "", "1100", "1200"),
        ("12200", "1180 1240 1150 1310", "1100", "1220"),
        ("0.12", "1180", "1100", "1200"),
        ("12000", "1200", "", "1200"),
        ("12000", "1200", "0", "1200"),
    ],
)
def test_a_new_kpi_is_held_against_its_target_and_the_last_value(
    value: str, past: str, target: str, likely: str
) -> None:
    odd = found(value, usual(past, target=target))

    assert odd.kind is SlipKind.FAR_FROM_TARGET
    assert meant(odd)[0][0] == Decimal(likely)


@pytest.mark.parametrize(
    ("value", "held"),
    [
        ("8700", usual(target="1100")),
        ("5400", usual("1300", target="1100")),
        ("138", usual(target="1100")),
        ("1600", usual("150", target="1100")),
        ("7500", usual("500", target="1500")),
        ("300", usual(target="1100")),
        ("0", usual(target="1100")),
        ("12000", usual("150 9000", target="1100")),
        ("12200", usual()),
        ("50", usual(target="0")),
        ("9", usual(unit=COUNT, target="1")),
        ("3", usual(unit=COUNT, target="9")),
        ("4", usual(target="100", direction=Direction.LOWER)),
        ("950", usual(target="100 900")),
        ("0.06", usual(unit=PERCENT, target="0.05")),
        ("0.05", usual(unit=PERCENT, target="0.25")),
        ("1", usual(unit=Unit(UnitKind.YESNO), target="1")),
    ],
)
def test_ordinary_first_values_pass(value: str, held: Usual) -> None:
    assert slip(said(value), held) is None


def test_of_a_target_for_less_only_what_is_too_much_is_odd() -> None:
    held = usual(target="100", direction=Direction.LOWER)
    assert found("1000", held).kind is SlipKind.FAR_FROM_TARGET
    assert found("4", usual("50", target="100", direction=Direction.LOWER)).guesses[0].read.value == 40


@pytest.mark.parametrize(
    ("value", "held", "kind", "likely"),
    [
        ("-1200", usual("1180"), SlipKind.SIGN, "1200"),
        ("5", usual("-4 -6"), SlipKind.SIGN, "-5"),
        ("-0.2", usual(unit=PERCENT, target="0.5"), SlipKind.SIGN, "0.2"),
        ("95", usual(unit=PERCENT), SlipKind.OVER_WHOLE, "0.95"),
        ("1.2", usual("0.9", PERCENT, "1"), SlipKind.OVER_WHOLE, "0.012"),
        ("50/40", usual("0.9", PERCENT, "1"), SlipKind.PART_OVER_WHOLE, "0.8"),
        ("0.0095", usual("0.93", PERCENT), SlipKind.FRACTION, "0.95"),
        ("0.0095", usual(unit=PERCENT, target="0.9"), SlipKind.FRACTION, "0.95"),
        ("0.0095", usual("0.91 0.92 0.93 0.94 0.95", PERCENT), SlipKind.FRACTION, "0.95"),
        ("1/105", usual(unit=PERCENT, target="0.9"), SlipKind.FRACTION, None),
        ("1.2", usual(unit=COUNT), SlipKind.NOT_WHOLE, None),
        ("1.2", usual("10 11 12 13 12", COUNT), SlipKind.NOT_WHOLE, "12"),
    ],
)
def test_rules_of_the_unit(value: str, held: Usual, kind: SlipKind, likely: str | None) -> None:
    odd = found(value, held)

    assert (odd.kind, [guess.read.value for guess in odd.guesses]) == (kind, [Decimal(likely)] if likely else [])


def test_a_quotient_the_other_way_round_keeps_its_parts() -> None:
    (guess,) = found("50/40", usual("0.9", PERCENT)).guesses
    assert (guess.read, guess.cause) == (said("40/50"), Cause.PARTS_SWAPPED)


@pytest.mark.parametrize(
    ("value", "held"),
    [
        ("1.2", usual("1.1", PERCENT)),
        ("1.2", usual("0.9", PERCENT, "1.1")),
        ("1.5", usual("0.5 2", COUNT)),
        ("-5", usual("3 -2")),
        ("-0.2", usual("-0.1", PERCENT, "0.5")),
        ("-0.2", usual(unit=PERCENT, target="-0.1")),
        ("-0.2", usual(unit=PERCENT)),
        ("0.9", usual(unit=PERCENT)),
        ("0.009", usual("0.018", PERCENT, "0.02")),
        ("0.008", usual("0.012", PERCENT, "0.015")),
    ],
)
def test_rules_of_the_unit_bow_to_past_and_target(value: str, held: Usual) -> None:
    assert slip(said(value), held) is None


@pytest.mark.parametrize(
    ("value", "held", "expected"),
    [
        ("140", usual("100 101 100 99 100 100"), None),
        ("148", usual("100 101 100 99 100 100"), Remark.UNUSUAL),
        ("148", usual("100 101 100 99"), None),
        ("500", usual("100 101 100 99 100 100"), None),
        ("5", usual("1 1 1 1 1 1", COUNT), None),
        ("0", usual("100 101 100 99 100 100"), None),
        ("1200", usual("1100 1200 1200 1200"), Remark.COPIED),
        ("1200", usual("1100 1200 1200"), None),
        ("1200", usual("1200 1200 1100"), None),
        ("0", usual("0 0 0"), None),
        ("3", usual("3 3 3", COUNT), None),
        ("35", usual("35 35 35", COUNT), Remark.COPIED),
        ("1", usual("1 1 1", PERCENT), None),
        ("0.97", usual("0.97 0.97 0.97", PERCENT), Remark.COPIED),
        ("1", usual("1 1 1", Unit(UnitKind.YESNO)), None),
        ("4.5", usual("4.5 4.5 4.5", Unit(UnitKind.SCORE)), Remark.COPIED),
    ],
)
def test_a_word_about_what_is_taken_all_the_same(value: str, held: Usual, expected: Remark | None) -> None:
    assert remark(said(value), held) == expected


@given(st.lists(st.integers(800, 1200), min_size=5, max_size=24), st.integers(800, 1200))
def test_a_digit_too_many_is_always_noticed_and_an_ordinary_value_never(past: list[int], value: int) -> None:
    held = Usual(COUNT, tuple(map(Decimal, past)))
    odd = slip(Reading(Decimal(value * 10)), held)

    assert slip(Reading(Decimal(value)), held) is None
    assert odd is not None
    assert Decimal(value) in [guess.read.value for guess in odd.guesses]


@given(
    st.lists(st.decimals("0.01", 10**6, places=2), max_size=12),
    st.decimals("0.01", 10**9, places=2),
    st.sampled_from([MONEY, COUNT, PERCENT]),
)
def test_no_guess_is_far_off_itself(past: list[Decimal], value: Decimal, unit: Unit) -> None:
    held = Usual(unit, tuple(past), Target(Decimal(100)))
    odd = slip(Reading(value), held)

    if odd is not None and odd.kind in (SlipKind.FAR_OFF, SlipKind.FAR_FROM_TARGET):
        again = [slip(guess.read, held) for guess in odd.guesses]
        assert all(one is None or one.kind not in (SlipKind.FAR_OFF, SlipKind.FAR_FROM_TARGET) for one in again)
