"""What is refused before a scoring is put in force, and what is only worth saying."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kpi_engine.measure.curve.problems import scoring_problems
from kpi_engine.model.kpi import Direction, Target
from kpi_engine.model.scoring import (
    Anchors,
    Band,
    Bands,
    Basis,
    BestWorst,
    Closeness,
    Deciles,
    Edge,
    Efficacy,
    Improvement,
    Limit,
    Method,
    Mirror,
    PassFail,
    PerEvent,
    PerStep,
    Progress,
    Proportional,
    RangeEnds,
    Reciprocal,
    Scoring,
    Side,
    Step,
    TargetLevels,
)
from tests.kpi_engine.measure.build import target
from tests.kpi_engine.measure.methods import JUDGED, anchors, bands

HIGHER, LOWER, RANGE, NEAREST, LEVELS = (
    Direction.HIGHER,
    Direction.LOWER,
    Direction.RANGE,
    Direction.NEAREST,
    Direction.LEVELS,
)
D = Decimal
FIFTY = target("50")


def band(low: str | None, high: str | None, score: str) -> Band:
    return Band(None if low is None else D(low), None if high is None else D(high), D(score))


@pytest.mark.parametrize(
    ("direction", "levels", "method", "problem"),
    [
        (HIGHER, FIFTY, anchors(("0", "0"), ("NaN", "100")), "scoring_not_finite"),
        (HIGHER, FIFTY, anchors(("0", "0"), ("50", "Infinity")), "scoring_not_finite"),
        (HIGHER, FIFTY, anchors(("0", "0"), ("1e308", "100")), "scoring_not_finite"),
        (HIGHER, FIFTY, BestWorst(best=D("-Infinity"), worst=D(0)), "scoring_not_finite"),
        (LOWER, FIFTY, Proportional(), "scoring_other_direction"),
        (HIGHER, FIFTY, Mirror(), "scoring_other_direction"),
        (HIGHER, FIFTY, Reciprocal(), "scoring_other_direction"),
        (LOWER, FIFTY, BestWorst(best=D(100), worst=D(0)), "scoring_other_direction"),
        (HIGHER, FIFTY, Progress(D(60)), "scoring_other_direction"),
        (LOWER, FIFTY, Progress(D(40)), "scoring_other_direction"),
        (HIGHER, FIFTY, Efficacy(bad=D(60), good=D(20)), "scoring_other_direction"),
        (HIGHER, FIFTY, Improvement(D(50), D(10), D(60)), "scoring_other_direction"),
        (HIGHER, FIFTY, Deciles((D(40), D(20), D(10)), first=8), "scoring_other_direction"),
        (HIGHER, FIFTY, PerEvent(D(10)), "scoring_other_direction"),
        (HIGHER, FIFTY, JUDGED, "scoring_other_direction"),
        (HIGHER, FIFTY, Closeness(D(1)), "scoring_other_direction"),
        (HIGHER, FIFTY, RangeEnds(D(1), D(90)), "scoring_other_direction"),
        (NEAREST, FIFTY, TargetLevels(), "scoring_other_direction"),
        (NEAREST, FIFTY, PerStep(None, better=Step(D(1), D(1))), "scoring_other_direction"),
        (HIGHER, FIFTY, BestWorst(best=D(5), worst=D(5)), "scoring_no_way"),
        (HIGHER, FIFTY, Efficacy(bad=D(5), good=D(5)), "scoring_no_way"),
        (HIGHER, FIFTY, Improvement(D(5), D(5), D(1)), "scoring_no_way"),
        (RANGE, target("98", upper="102"), RangeEnds(D(98), D(110)), "scoring_no_way"),
        (RANGE, target("98", upper="102"), RangeEnds(D(90), D(101)), "scoring_no_way"),
        (NEAREST, FIFTY, Closeness(D(0)), "scoring_step"),
        (HIGHER, FIFTY, PerStep(worse=Step(D(2), D(0))), "scoring_step"),
        (HIGHER, FIFTY, PerStep(worse=Step(D(-2), D(1))), "scoring_step"),
        (HIGHER, FIFTY, PerStep(worse=Step(D(2), D(1), most=D(0))), "scoring_step"),
        (HIGHER, FIFTY, PerStep(None), "scoring_step"),
        (LOWER, FIFTY, PerEvent(D(0)), "scoring_step"),
        (HIGHER, FIFTY, TargetLevels(), "scoring_no_levels"),
        (HIGHER, FIFTY, Anchors(()), "scoring_too_few"),
        (HIGHER, FIFTY, anchors(("50", "100"), right=Edge.EXTEND), "scoring_too_few"),
        (HIGHER, FIFTY, Bands((band(None, None, "100"),)), "scoring_too_few"),
        (HIGHER, FIFTY, anchors(("50", "100"), ("50", "110")), "scoring_points_order"),
        (HIGHER, FIFTY, anchors(("50", "100"), ("40", "60")), "scoring_points_order"),
        (HIGHER, FIFTY, Bands((band(None, "80", "0"), band("90", None, "100"))), "scoring_bands_gap"),
        (HIGHER, FIFTY, Bands((band("0", "80", "0"), band("80", None, "100"))), "scoring_bands_gap"),
        (HIGHER, FIFTY, Bands((band(None, "80", "0"), band("80", "100", "100"))), "scoring_bands_gap"),
        (HIGHER, FIFTY, Bands((band(None, "80", "0"), band("70", None, "100"))), "scoring_bands_overlap"),
        (HIGHER, FIFTY, Bands((band(None, None, "0"), band("70", None, "100"))), "scoring_bands_overlap"),
        (
            HIGHER,
            FIFTY,
            Bands((band(None, "80", "0"), band("80", "80", "50"), band("80", None, "100"))),
            "scoring_points_order",
        ),
        (HIGHER, FIFTY, Deciles((D(10), D(20)), first=3), "scoring_deciles"),
        (HIGHER, FIFTY, Deciles((D(10), D(30), D(20)), first=8), "scoring_deciles"),
        (LEVELS, target("5"), JUDGED, "scoring_no_such_level"),
        (LEVELS, target("6"), None, "scoring_no_such_level"),
        (HIGHER, FIFTY, anchors(("40", "60"), ("50", "50")), "scoring_not_monotone"),
        (LOWER, FIFTY, anchors(("40", "60"), ("50", "70")), "scoring_not_monotone"),
        (HIGHER, FIFTY, anchors(("40", "60"), ("50", "100"), right=Edge.ZERO), "scoring_not_monotone"),
        (HIGHER, FIFTY, bands("100", "80", "0"), "scoring_not_monotone"),
        (NEAREST, FIFTY, bands("100", "40", "0", "60", "100"), "scoring_not_monotone"),
        (HIGHER, target("0"), Proportional(), "scoring_target_zero"),
        (LOWER, target("0"), Reciprocal(), "scoring_target_zero"),
        (LOWER, target("-5"), Mirror(), "scoring_target_zero"),
        (HIGHER, target("0"), PerStep(worse=Step(D(2), D("0.01"), Basis.TARGET)), "scoring_target_zero"),
    ],
)
def test_what_is_wrong_with_a_scoring(
    direction: Direction, levels: Target, method: Method | None, problem: str
) -> None:
    assert problem in scoring_problems(direction, levels, Scoring(method))


@pytest.mark.parametrize(
    ("scoring", "problem"),
    [
        (Scoring(floor=D(100), cap=D(100)), "scoring_cap"),
        (Scoring(cap=D(100), hurdle=D(101)), "scoring_cap"),
        (Scoring(cap=D("NaN")), "scoring_not_finite"),
        (Scoring(limits=(Limit(Side.ABOVE, D(60)),)), "scoring_not_monotone"),
        (Scoring(limits=(Limit(Side.BELOW, D(55), points=D(200)),)), "scoring_not_monotone"),
    ],
)
def test_what_is_wrong_with_what_holds_whatever_the_method_says(scoring: Scoring, problem: str) -> None:
    assert problem in scoring_problems(HIGHER, FIFTY, scoring)


def test_a_limit_in_parts_of_nothing_is_refused() -> None:
    limit = Limit(Side.BELOW, D("0.8"), Basis.TARGET)

    assert scoring_problems(HIGHER, target("0"), Scoring(PassFail(), limits=(limit,))) == ("scoring_target_zero",)


@pytest.mark.parametrize("direction", Direction)
def test_nothing_is_wrong_with_what_a_direction_does_by_itself(direction: Direction) -> None:
    value = "0" if direction is Direction.ZERO else "1"

    assert scoring_problems(direction, target(value, upper="3" if direction is RANGE else None), Scoring()) == ()
