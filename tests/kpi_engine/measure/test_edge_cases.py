"""Cases in which formulas for scores go wrong elsewhere; the names say what happens here."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kpi_engine.design.weights import add_up, equal
from kpi_engine.intake.number import Doubtful, Unread, read_number
from kpi_engine.measure.curve.direction import target_problem
from kpi_engine.measure.curve.points import points
from kpi_engine.measure.curve.problems import scoring_problems
from kpi_engine.measure.curve.scoring import curve_for
from kpi_engine.measure.total.total import total
from kpi_engine.model.actual import Reading
from kpi_engine.model.kpi import Direction, Target, Unit, UnitKind
from kpi_engine.model.scoring import (
    Mirror,
    PassFail,
    PerEvent,
    Progress,
    Proportional,
    Reciprocal,
    Scoring,
    TargetLevels,
)
from kpi_engine.model.total import Adjustment, TotalRules
from tests.kpi_engine.measure.build import target
from tests.kpi_engine.measure.cards import department, line
from tests.kpi_engine.measure.methods import anchors

HIGHER, LOWER, ZERO = Direction.HIGHER, Direction.LOWER, Direction.ZERO
D = Decimal


def score(direction: Direction, level: Target, value: str, scoring: Scoring | None = None) -> Decimal:
    return points(curve_for(direction, level, scoring or Scoring()), D(value))[1]


@pytest.mark.parametrize("method", [Mirror(), Reciprocal()])
def test_a_target_of_zero_has_no_ratio(method: Mirror | Reciprocal) -> None:
    assert "scoring_target_zero" in scoring_problems(LOWER, target("0"), Scoring(method))


def test_a_target_of_zero_is_scored_by_met_or_not_or_by_events() -> None:
    assert [score(ZERO, target("0"), value) for value in ("0", "1")] == [100, 0]
    assert [score(LOWER, target("0"), value) for value in ("0", "1")] == [100, 0]
    assert [score(ZERO, target("0"), value, Scoring(PerEvent(D(10)))) for value in ("0", "1", "12")] == [100, 90, 0]


def test_a_target_of_zero_for_one_month_in_particular_is_met_or_not() -> None:
    """The scoring was agreed for another target; a month in which nothing is planned does not break it."""
    assert [score(HIGHER, target("0"), value, Scoring(Proportional())) for value in ("-1", "0", "5")] == [0, 100, 100]


def test_a_negative_target_has_no_ratio() -> None:
    assert "scoring_target_zero" in scoring_problems(HIGHER, target("-2"), Scoring(Proportional()))


def test_a_negative_target_is_scored_from_a_baseline_or_by_points() -> None:
    """A ratio makes -150 % of 3 against -2, which is far better than the target."""
    from_ten = Scoring(Progress(D(-10)), cap=D(200))
    assert [score(HIGHER, target("-2"), value, from_ten) for value in ("-10", "-6", "-2", "3")] == [0, 50, 100, 162.5]
    through = Scoring(anchors(("-10", "0"), ("-2", "100")))
    assert score(HIGHER, target("-2"), "-6", through) == 50


def test_a_value_of_another_sign_than_the_target_scores_nothing_and_its_raw_points_show() -> None:
    assert points(curve_for(HIGHER, target("5")), D(-5)) == (D(-100), D(0))


def test_a_baseline_that_is_the_target_is_kept_or_not() -> None:
    keep = Scoring(Progress(D(50)))

    assert scoring_problems(HIGHER, target("50"), keep) == ()
    assert [score(HIGHER, target("50"), value, keep) for value in ("49.9", "50", "60")] == [0, 100, 100]
    assert [score(LOWER, target("50"), value, keep) for value in ("50.1", "50", "40")] == [0, 100, 100]


@pytest.mark.parametrize("direction", [HIGHER, LOWER, Direction.AT_LEAST, Direction.AT_MOST, Direction.NEAREST])
def test_exactly_the_target_is_met(direction: Direction) -> None:
    assert score(direction, target("50"), "50") == 100
    assert score(direction, target("50"), "50", Scoring(PassFail())) == 100


def test_exactly_the_threshold_and_exactly_the_stretch_are_met() -> None:
    for direction, low, high in ((HIGHER, "40", "60"), (LOWER, "60", "40")):
        level = target("50", threshold=low, stretch=high)

        assert [score(direction, level, value) for value in (low, high)] == [60, 120]
        assert [score(direction, level, value, Scoring(TargetLevels(D(80)))) for value in (low, high)] == [80, 120]


def test_missing_is_left_out_and_weighs_nothing() -> None:
    found = total(department(1, line(1, "70", "90"), line(2, "30", None)), TotalRules())

    assert (found.score, found.coverage) == (D(90), D("0.7"))


def test_zero_is_a_value_and_not_a_missing_one() -> None:
    found = total(department(1, line(1, "70", "90"), line(2, "30", "0")), TotalRules())

    assert (found.score, found.coverage) == (D(63), D(1))


def test_a_percentage_typed_as_95_or_as_95_percent_is_the_same_and_a_bare_fraction_is_asked() -> None:
    percent = Unit(UnitKind.PERCENT)

    assert read_number("95", percent) == read_number("95%", percent) == Reading(D("0.95"))
    asked = read_number("0.95", percent)
    assert isinstance(asked, Doubtful)
    assert asked.options == (D("0.0095"), D("0.95"))


def test_a_kpi_is_capped_at_120_and_the_total_too_with_what_they_were_beside_them() -> None:
    assert points(curve_for(HIGHER, target("50")), D(100)) == (D(200), D(120))
    found = total(department(1, line(1, "100", "300")), TotalRules(), [Adjustment(D(5), "x")])
    assert (found.base, found.raw, found.score) == (D(120), D(125), D(120))


def test_a_stretch_or_threshold_that_is_the_target_drops_its_segment() -> None:
    assert [score(HIGHER, target("50", stretch="50"), value) for value in ("25", "50", "55")] == [50, 100, 110]
    assert [score(HIGHER, target("50", threshold="50"), value) for value in ("49", "50")] == [0, 100]
    same = target("50", threshold="50", stretch="60")
    assert [score(HIGHER, same, value, Scoring(TargetLevels())) for value in ("49", "50", "55")] == [0, 100, 110]


def test_points_that_fall_back_and_values_named_twice_are_rejected() -> None:
    falling, twice = anchors(("0", "0"), ("50", "100"), ("60", "90")), anchors(("50", "60"), ("50", "100"))

    assert "scoring_not_monotone" in scoring_problems(HIGHER, target("50"), Scoring(falling))
    assert "scoring_points_order" in scoring_problems(HIGHER, target("50"), Scoring(twice))


def test_three_equal_weights_make_a_hundred() -> None:
    assert sum(equal(3)) == 100
    assert add_up([D("33.33")] * 3)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e308"])
def test_what_is_no_number_is_no_target(number: str) -> None:
    for direction in Direction:
        assert target_problem(direction, target(number, upper=number)) == "target_not_finite"


@pytest.mark.parametrize("typed", ["NaN", "inf", "-inf", "1e308", "True", "False"])
def test_what_is_no_number_is_no_value(typed: str) -> None:
    for kind in (UnitKind.COUNT, UnitKind.MONEY, UnitKind.PERCENT):
        assert isinstance(read_number(typed, Unit(kind)), Unread)
