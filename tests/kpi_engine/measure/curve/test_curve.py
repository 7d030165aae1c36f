"""Values become points."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kpi_engine.measure.curve.direction import target_problem
from kpi_engine.measure.curve.points import points
from kpi_engine.measure.curve.scoring import curve_for
from kpi_engine.model.curve import Curve, Flat, Piece
from kpi_engine.model.kpi import Direction, Target
from tests.kpi_engine.measure.build import target

HIGHER, LOWER, RANGE, YESNO = Direction.HIGHER, Direction.LOWER, Direction.RANGE, Direction.YESNO
NEAREST, AT_LEAST, AT_MOST = Direction.NEAREST, Direction.AT_LEAST, Direction.AT_MOST
ZERO, MILESTONE, GRADED = Direction.ZERO, Direction.MILESTONE, Direction.LEVELS


@pytest.mark.parametrize(
    ("direction", "levels", "expected"),
    [
        (HIGHER, target("50"), {"0": "0", "25": "50", "50": "100", "55": "110", "60": "120", "-10": "-20"}),
        (HIGHER, target("50", threshold="40"), {"39.9": "0", "40": "60", "45": "80", "50": "100", "55": "120"}),
        (
            HIGHER,
            target("50", threshold="40", stretch="60"),
            {"40": "60", "50": "100", "55": "110", "60": "120", "65": "130"},
        ),
        (HIGHER, target("50", stretch="60"), {"25": "50", "50": "100", "60": "120"}),
        (HIGHER, target("50", stretch="50"), {"25": "50", "50": "100", "55": "110"}),
        (HIGHER, target("50", threshold="50"), {"49.9": "0", "50": "100", "99": "100"}),
        (HIGHER, target("50", threshold="50", stretch="60"), {"49.9": "0", "50": "100", "55": "110"}),
        (HIGHER, target("0"), {"-1": "0", "0": "100", "5": "100"}),
        (HIGHER, target("-5"), {"-6": "0", "-5": "100", "3": "100"}),
        (HIGHER, target("-5", threshold="-10", stretch="0"), {"-11": "0", "-10": "60", "-5": "100", "0": "120"}),
        (LOWER, target("10"), {"0": "200", "5": "150", "10": "100", "15": "50", "20": "0", "30": "-100"}),
        (LOWER, target("10", threshold="15"), {"15.1": "0", "15": "60", "10": "100", "5": "140"}),
        (
            LOWER,
            target("10", threshold="15", stretch="5"),
            {"16": "0", "12.5": "80", "10": "100", "7.5": "110", "5": "120", "0": "140"},
        ),
        (LOWER, target("10", stretch="5"), {"15": "50", "10": "100", "5": "120"}),
        (LOWER, target("10", stretch="10"), {"15": "50", "10": "100", "5": "150"}),
        (LOWER, target("0"), {"0": "100", "-1": "100", "0.1": "0"}),
        (LOWER, target("0", threshold="2"), {"0": "100", "1": "80", "2": "60", "3": "0"}),
        (LOWER, target("-5"), {"-5": "100", "-6": "100", "-4": "0"}),
        (
            RANGE,
            target("98", upper="102"),
            {"94": "0", "96": "50", "98": "100", "100": "100", "102": "100", "104": "50", "106": "0", "200": "0"},
        ),
        (RANGE, target("7", upper="7"), {"7": "100", "7.1": "0", "6.9": "0"}),
        (YESNO, target("1"), {"1": "100", "0": "0", "0.9": "0", "3": "100"}),
        (YESNO, target("0"), {"0": "100", "1": "0"}),
        (NEAREST, target("20"), {"20": "100", "15": "75", "25": "75", "0": "0", "40": "0", "50": "0"}),
        (NEAREST, target("-20"), {"-20": "100", "-15": "75", "0": "0"}),
        (NEAREST, target("0"), {"0": "100", "0.1": "0", "-0.1": "0"}),
        (AT_LEAST, target("95"), {"94.9": "0", "95": "100", "120": "100"}),
        (AT_MOST, target("3"), {"2": "100", "3": "100", "3.1": "0"}),
        (ZERO, target("0"), {"0": "100", "1": "0"}),
        (MILESTONE, target("0"), {"-3": "100", "0": "100", "1": "0"}),
        (MILESTONE, target("0", threshold="10"), {"0": "100", "5": "80", "10": "60", "11": "0"}),
        (GRADED, target("4"), {"1": "20", "2": "40", "3": "60", "3.5": "70", "4": "80", "5": "100", "0": "0"}),
    ],
)
def test_points_before_floor_and_cap(direction: Direction, levels: Target, expected: dict[str, str]) -> None:
    assert target_problem(direction, levels) is None
    curve = curve_for(direction, levels)

    assert {value: points(curve, Decimal(value))[0] for value in expected} == {
        value: Decimal(raw) for value, raw in expected.items()
    }


@pytest.mark.parametrize(("value", "score"), [("-10", "0"), ("25", "50"), ("60", "120"), ("500", "120")])
def test_the_score_is_held_between_floor_and_cap(value: str, score: str) -> None:
    assert points(curve_for(HIGHER, target("50")), Decimal(value))[1] == Decimal(score)


def test_a_step_keeps_the_score_of_its_beginning() -> None:
    bands = Curve(
        (
            Piece(Flat(Decimal(0)), Decimal(80)),
            Piece(Flat(Decimal(60)), Decimal(100)),
            Piece(Flat(Decimal(100))),
        )
    )

    assert [points(bands, Decimal(value))[1] for value in ("79.9", "80", "99", "100", "200")] == [0, 60, 60, 100, 100]


@pytest.mark.parametrize(
    ("direction", "levels", "problem"),
    [
        (HIGHER, target("50", threshold="51"), "target_out_of_order"),
        (HIGHER, target("50", stretch="49"), "target_out_of_order"),
        (LOWER, target("50", threshold="49"), "target_out_of_order"),
        (LOWER, target("50", stretch="51"), "target_out_of_order"),
        (RANGE, target("50", upper="49"), "target_out_of_order"),
        (RANGE, target("50"), "target_without_top"),
        (YESNO, target("2"), "target_not_yes_or_no"),
        (HIGHER, target("NaN"), "target_not_finite"),
        (LOWER, target("1", threshold="Infinity"), "target_not_finite"),
        (HIGHER, target("1e308"), "target_not_finite"),
        (ZERO, target("1"), "target_not_zero"),
        (GRADED, target("1.5"), "target_no_level"),
        (GRADED, target("0"), "target_no_level"),
        (AT_LEAST, target("50", threshold="51"), "target_out_of_order"),
        (AT_MOST, target("50", threshold="49"), "target_out_of_order"),
        (NEAREST, target("50", threshold="51"), "target_out_of_order"),
        (MILESTONE, target("5", threshold="1"), "target_out_of_order"),
    ],
)
def test_what_is_wrong_with_a_target(direction: Direction, levels: Target, problem: str) -> None:
    assert target_problem(direction, levels) == problem


LEVELS = st.none() | st.decimals(-1000, 1000, places=2)
VALUES = st.decimals(-3000, 3000, places=2)


@st.composite
def targets(draw: st.DrawFn, direction: Direction) -> Target:
    level = draw(st.decimals(-1000, 1000, places=2))
    made = Target(level, threshold=draw(LEVELS), stretch=draw(LEVELS))
    assume(target_problem(direction, made) is None)
    return made


@given(st.data(), st.sampled_from([HIGHER, LOWER]), VALUES, VALUES)
def test_better_never_scores_less(data: st.DataObject, direction: Direction, one: Decimal, other: Decimal) -> None:
    curve = curve_for(direction, data.draw(targets(direction)))
    worse, better = sorted((one, other), reverse=direction is LOWER)

    assert points(curve, worse)[1] <= points(curve, better)[1]


@given(st.data(), st.sampled_from([HIGHER, LOWER]), VALUES)
def test_a_score_is_between_0_and_120_and_meeting_the_target_is_100(
    data: st.DataObject, direction: Direction, value: Decimal
) -> None:
    level = data.draw(targets(direction))
    curve = curve_for(direction, level)

    assert 0 <= points(curve, value)[1] <= 120
    assert set(points(curve, level.value)) == {Decimal(100)}


@given(st.data(), st.sampled_from([HIGHER, LOWER]))
def test_levels_reached_exactly_are_met(data: st.DataObject, direction: Direction) -> None:
    level = data.draw(targets(direction))
    curve = curve_for(direction, level)

    if level.threshold is not None and level.threshold != level.value:
        assert points(curve, level.threshold)[1] == 60
    if level.stretch is not None and level.stretch != level.value:
        assert points(curve, level.stretch)[1] == 120


@given(VALUES, st.decimals(0, 100, places=2), VALUES)
def test_a_range_is_symmetric(low: Decimal, width: Decimal, away: Decimal) -> None:
    curve = curve_for(RANGE, Target(low, upper=low + width))

    below, above = points(curve, low - away)[1], points(curve, low + width + away)[1]

    assert abs(below - above) < Decimal("1e-20")


@given(st.data(), st.sampled_from(Direction))
def test_pieces_follow_one_another_and_end_nowhere(data: st.DataObject, direction: Direction) -> None:
    level = data.draw(targets(direction)) if direction in (HIGHER, LOWER) else Target(Decimal(1), upper=Decimal(9))
    ends = [piece.until for piece in curve_for(direction, level).pieces]

    assert ends[-1] is None
    inner = [end for end in ends[:-1] if end is not None]
    assert inner == sorted(inner)
    assert len(inner) == len(ends) - 1
