"""Each way of scoring, with numbers worked out by hand."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_engine.calendar.period import PeriodKind
from kpi_engine.measure.curve.extent import Extent
from kpi_engine.measure.curve.points import points
from kpi_engine.measure.curve.problems import scoring_problems
from kpi_engine.measure.curve.scoring import curve_for
from kpi_engine.measure.exact import rounded
from kpi_engine.measure.score.kpi import score_kpi
from kpi_engine.measure.values.source import Source
from kpi_engine.model.curve import Flat, Line
from kpi_engine.model.kpi import Direction, Target
from kpi_engine.model.scoring import (
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
    Rounding,
    Scoring,
    Side,
    TargetLevels,
)
from tests.kpi_engine.measure.build import BOOK, actual, period, target, version
from tests.kpi_engine.measure.methods import JUDGED, anchors, bands, step
from tests.kpi_engine.measure.scorings import random_scoring, random_target

HIGHER, LOWER, RANGE, NEAREST = Direction.HIGHER, Direction.LOWER, Direction.RANGE, Direction.NEAREST
AT_LEAST, AT_MOST, ZERO, LEVELS = Direction.AT_LEAST, Direction.AT_MOST, Direction.ZERO, Direction.LEVELS
UP, DOWN, PROPORTIONAL = Rounding.UP, Rounding.DOWN, Rounding.PROPORTIONAL
D = Decimal


FIFTY = target("50")
WHOLE_DOWN = PerStep(worse=step("2", "1", rounding=DOWN), better=step("1", "5", rounding=DOWN, most="10"))
WHOLE_UP = PerStep(worse=step("2", "1", rounding=UP, most="5"))
PARTS = PerStep(worse=step("2", "0.01", basis=Basis.TARGET), better=step("1", "0.01", basis=Basis.TARGET))


@pytest.mark.parametrize(
    ("direction", "levels", "method", "expected"),
    [
        (HIGHER, target("80"), Proportional(), {"0": "0", "40": "50", "80": "100", "120": "150", "-8": "-10"}),
        (LOWER, FIFTY, Mirror(), {"0": "200", "25": "150", "50": "100", "75": "50", "100": "0", "125": "-50"}),
        (LOWER, target("60"), Reciprocal(), {"60": "100", "75": "80", "48": "125", "600": "10", "0": "120", "-1": "120"}),
        (HIGHER, FIFTY, BestWorst(best=D(100), worst=D(60)), {"50": "0", "60": "0", "70": "25", "100": "100", "120": "100"}),
        (LOWER, FIFTY, BestWorst(best=D(10), worst=D(60)), {"5": "100", "35": "50", "70": "0"}),
        (HIGHER, target("-2"), Progress(D(-10)), {"-10": "0", "-6": "50", "-2": "100", "3": "162.5", "-12": "-25"}),
        (LOWER, target("2"), Progress(D(6)), {"6": "0", "4": "50", "2": "100", "0": "150"}),
        (HIGHER, FIFTY, anchors(("40", "60"), ("50", "100"), left=Edge.ZERO), {"39": "0", "40": "60", "45": "80", "60": "100"}),
        (HIGHER, FIFTY, anchors(("0.8", "60"), ("1", "100"), basis=Basis.TARGET), {"40": "60", "45": "80", "30": "60"}),
        (LOWER, target("2"), anchors(("2", "100"), ("4", "50"), right=Edge.EXTEND), {"1": "100", "3": "75", "5": "25"}),
        (
            HIGHER,
            target("100", threshold="80", stretch="110"),
            TargetLevels(D(80), D(100), D(120)),
            {"79.9": "0", "80": "80", "90": "90", "100": "100", "105": "110", "110": "120", "200": "120"},
        ),
        (
            LOWER,
            target("10", threshold="20", stretch="5"),
            TargetLevels(D(50), D(100), D(200)),
            {"20.1": "0", "20": "50", "15": "75", "10": "100", "7.5": "150", "5": "200", "0": "200"},
        ),
        (AT_LEAST, target("100", threshold="80"), TargetLevels(), {"79": "0", "90": "80", "100": "100", "130": "100"}),
        (NEAREST, FIFTY, Closeness(D(20)), {"50": "100", "45": "75", "60": "50", "70": "0", "29": "0"}),
        (NEAREST, FIFTY, Closeness(D("0.1"), Basis.TARGET), {"50": "100", "52.5": "50", "55": "0"}),
        (
            RANGE,
            target("98", upper="102"),
            RangeEnds(D(90), D(106)),
            # c is the larger way: 98 - 90 = 8.
            {"98": "100", "102": "100", "94": "50", "90": "0", "104": "75", "106": "50", "110": "0", "80": "0"},
        ),
        (HIGHER, FIFTY, bands("0", "80", "60", "90", "80", "100", "100"), {"79.9": "0", "80": "60", "90": "80", "99.9": "80", "100": "100"}),
        (LOWER, target("3"), bands("100", "3", "80", "5", "0", upper_end=True), {"3": "100", "3.1": "80", "5": "80", "5.1": "0"}),
        (HIGHER, FIFTY, bands("0", "0.8", "60", "1", "100", basis=Basis.TARGET), {"39.9": "0", "40": "60", "50": "100"}),
        (HIGHER, FIFTY, PassFail(), {"49.9": "0", "50": "100", "80": "100"}),
        (RANGE, target("98", upper="102"), PassFail(), {"97.9": "0", "98": "100", "100": "100", "102": "100", "102.1": "0"}),
        (NEAREST, FIFTY, PassFail(), {"50": "100", "50.1": "0"}),
        (HIGHER, FIFTY, WHOLE_DOWN, {"50": "100", "49.1": "100", "49": "98", "48.5": "98", "54.9": "100", "55": "101", "100": "110", "200": "110"}),
        (HIGHER, FIFTY, WHOLE_UP, {"50": "100", "49.9": "98", "49": "98", "48.9": "96", "47.9": "95", "0": "95", "60": "100"}),
        (HIGHER, FIFTY, PARTS, {"50": "100", "49.5": "98", "49.75": "99", "25": "0", "55": "110"}),
        (LOWER, FIFTY, PerStep(worse=step("5", "10"), better=step("1", "10", most="3")), {"50": "100", "60": "95", "55": "97.5", "40": "101", "0": "103"}),
        (LOWER, FIFTY, PerStep(worse=step("5", "10", most="7.5")), {"60": "95", "65": "92.5", "90": "92.5"}),
        (HIGHER, FIFTY, PerStep(worse=step("5", "10", rounding=DOWN, most="7.5")), {"40.1": "100", "40": "95", "30.1": "95", "30": "92.5", "0": "92.5"}),
        (RANGE, target("98", upper="102"), PerStep(worse=step("10", "1")), {"100": "100", "102": "100", "103": "90", "97": "90"}),
        (NEAREST, FIFTY, PerStep(worse=step("10", "1", rounding=UP)), {"50": "100", "50.1": "90", "48.5": "80"}),
        (HIGHER, FIFTY, PerStep(None, better=step("10", "1"), start=D(80)), {"40": "80", "50": "80", "51": "90"}),
        (ZERO, target("0"), PerEvent(D(10)), {"0": "100", "1": "90", "3": "70", "11": "-10"}),
        (AT_MOST, target("2"), PerEvent(D(5), start=D(90)), {"0": "90", "2": "90", "3": "85", "2.5": "85"}),
        (LEVELS, target("3"), JUDGED, {"1": "40", "2": "60", "3": "80", "4": "100", "3.5": "90"}),
        (HIGHER, FIFTY, Efficacy(bad=D(20), good=D(60)), {"20": "60", "40": "80", "60": "100", "70": "110", "0": "40"}),
        (LOWER, FIFTY, Efficacy(bad=D(60), good=D(20), base=D(50), span=D(50)), {"60": "50", "40": "75", "20": "100"}),
        (HIGHER, FIFTY, Deciles(tuple(map(D, (24, 36, 50, 60, 70, 80, 90))), first=4), {"20": "0", "24": "40", "30": "45", "36": "50", "90": "100", "95": "100"}),
        (LOWER, FIFTY, Deciles((D(40), D(20), D(10)), first=8), {"41": "0", "40": "80", "30": "85", "20": "90", "10": "100", "5": "100"}),
        # Achievement at 60 is 10 x (9 x 10/40 + 0.5) = 27.5, improvement 10 x (10 x 30/60 - 0.5) = 45.
        (HIGHER, FIFTY, Improvement(D(50), D(90), D(30)), {"60": "45", "30": "0", "33": "0", "89.5": "93.875", "90": "100", "99": "100"}),
        (LOWER, FIFTY, Improvement(D(50), D(10), D(60)), {"10": "100", "35": "45", "60": "0", "5": "100"}),
        (HIGHER, FIFTY, Improvement(D(50), D(90), D(95)), {"49": "0", "50": "5", "70": "50", "90": "100"}),
    ],
)  # fmt: skip
def test_points_before_floor_and_cap(
    direction: Direction, levels: Target, method: Method, expected: dict[str, str]
) -> None:
    scoring = Scoring(method)
    assert scoring_problems(direction, levels, scoring) == ()
    curve = curve_for(direction, levels, scoring)

    assert {value: points(curve, D(value))[0] for value in expected} == {v: D(raw) for v, raw in expected.items()}


@pytest.mark.parametrize(
    ("limit", "expected"),
    [
        (Limit(Side.BELOW, D(40)), {"39.9": "0", "40": "80", "45": "90"}),
        (Limit(Side.BELOW, D(40), including=True), {"40": "0", "40.1": "80.2"}),
        (Limit(Side.BELOW, D("0.8"), Basis.TARGET, D(10)), {"39.9": "10", "40": "80"}),
        (Limit(Side.ABOVE, D(50), points=D(100)), {"50": "100", "50.1": "100", "60": "100", "45": "90"}),
        (Limit(Side.ABOVE, D(45), points=D(100), including=True), {"44.9": "89.8", "45": "100", "60": "100"}),
        (Limit(Side.ABOVE, D("-1"), points=D(100)), {"-1": "-2", "0": "100"}),
        (Limit(Side.BELOW, D(60), points=D(10)), {"50": "10", "60": "120"}),
    ],
)
def test_a_limit_holds_whatever_the_method_says(limit: Limit, expected: dict[str, str]) -> None:
    curve = curve_for(HIGHER, FIFTY, Scoring(limits=(limit,)))

    assert {value: points(curve, D(value))[0] for value in expected} == {v: D(raw) for v, raw in expected.items()}


def test_fewer_points_than_the_hurdle_are_none() -> None:
    """实际/目标*100, 最多100分, 低于60分不得分."""
    curve = curve_for(HIGHER, FIFTY, Scoring(Proportional(), cap=D(100), hurdle=D(60)))

    assert [points(curve, D(value)) for value in ("29.9", "30", "60")] == [
        (D("59.8"), D(0)),
        (D(60), D(60)),
        (D(120), D(100)),
    ]


def test_floor_and_cap_are_those_agreed() -> None:
    curve = curve_for(HIGHER, FIFTY, Scoring(floor=D(20), cap=D(150)))

    assert [points(curve, D(value))[1] for value in ("0", "75", "100")] == [20, 150, 150]


class TestHowTheLevelsOfARuleGoWithTheTime:
    """A sum of a week is held against its part of the month, so is a rule's own level; an event costs what it costs."""

    QUARTER_OF_A_MONTH = Extent(D("0.25"), 1)
    QUARTER = Extent(D(3), 3)

    def test_levels_of_values_shrink_and_grow(self) -> None:
        rule = Scoring(bands("0", "80", "60", "100", "100"))

        assert self.scores(rule, self.QUARTER_OF_A_MONTH, "25", "19.9", "20", "25") == [0, 60, 100]
        assert self.scores(rule, self.QUARTER, "300", "239", "240", "300") == [0, 60, 100]

    def test_so_do_limits_and_steps(self) -> None:
        rule = Scoring(PerStep(worse=step("2", "1", rounding=DOWN)), limits=(Limit(Side.BELOW, D(80)),))

        assert self.scores(rule, self.QUARTER_OF_A_MONTH, "25", "25", "24.75", "24.6", "19") == [100, 98, 98, 0]
        assert self.scores(rule, self.QUARTER, "300", "298", "297", "239") == [100, 98, 0]

    def test_parts_of_the_target_go_with_it_by_themselves(self) -> None:
        rule = Scoring(anchors(("0.8", "60"), ("1", "100"), basis=Basis.TARGET))

        assert self.scores(rule, self.QUARTER_OF_A_MONTH, "25", "20", "25") == [60, 100]

    def test_an_event_costs_as_much_in_the_first_week(self) -> None:
        rule = Scoring(PerEvent(D(10)))

        assert self.scores(rule, self.QUARTER_OF_A_MONTH, "0", "0", "1", "2", direction=ZERO) == [100, 90, 80]

    def test_events_of_a_quarter_are_the_mean_of_its_months(self) -> None:
        """Three months with an event each are 90, 90 and 90."""
        rule = Scoring(PerEvent(D(10)))

        assert self.scores(rule, self.QUARTER, "0", "0", "3", "6", direction=ZERO) == [100, 90, 80]

    def test_events_allowed_are_those_of_the_whole_month(self) -> None:
        rule = Scoring(PerEvent(D(10)))

        assert self.scores(rule, self.QUARTER_OF_A_MONTH, "0.5", "2", "3", direction=AT_MOST) == [100, 90]

    def test_a_line_is_scored_that_way(self) -> None:
        weekly = version(
            frequency=PeriodKind.WEEK, direction=ZERO, target=target("0"), scoring=Scoring(PerEvent(D(10)))
        )
        line = score_kpi(Source([weekly], [actual("2026-W45", "1")]), period("2026-11"), BOOK)

        assert line is not None
        assert (line.raw, line.score) == (D(90), D(90))

    def test_so_is_a_quarter_of_months(self) -> None:
        monthly = version(scoring=Scoring(bands("0", "80", "60", "100", "100")))
        values = [actual("2026-07", "70"), actual("2026-08", "90"), actual("2026-09", "90")]
        line = score_kpi(Source([monthly], values), period("2026-Q3"), BOOK)

        assert line is not None
        assert line.score == 60

    def scores(
        self, rule: Scoring, extent: Extent, level: str, *values: str, direction: Direction = HIGHER
    ) -> list[Decimal]:
        curve = curve_for(direction, target(level), rule, extent)
        return [points(curve, D(value))[1] for value in values]


SEEDS = st.integers(0, 10**9)


@given(SEEDS, st.sampled_from(Direction), st.decimals(-100, 100, places=1), st.decimals(-100, 100, places=1))
def test_better_never_scores_less_and_points_stay_within_floor_and_cap(
    seed: int, direction: Direction, one: Decimal, other: Decimal
) -> None:
    chance = Random(seed)
    level = random_target(chance, direction)
    scoring = random_scoring(chance, direction, level)
    curve = curve_for(direction, level, scoring)
    low, high = (points(curve, value)[1] for value in sorted((one, other)))

    assert scoring.floor <= low <= scoring.cap
    if direction in (HIGHER, AT_LEAST, LEVELS):
        assert low <= high
    elif direction in (LOWER, AT_MOST, ZERO, Direction.MILESTONE):
        assert low >= high


@given(SEEDS, st.sampled_from([HIGHER, LOWER, NEAREST, RANGE]))
def test_where_it_is_linear_it_does_not_jump(seed: int, direction: Direction) -> None:
    chance = Random(seed)
    level = random_target(chance, direction)
    method = random_scoring(chance, direction, level).method
    pieces = curve_for(direction, level, Scoring(method)).pieces
    curve = curve_for(direction, level, Scoring(method))

    for left, right in pairwise(pieces):
        if isinstance(left.shape, Line) and isinstance(right.shape, Line) and not isinstance(method, Improvement):
            assert left.until is not None
            before, after = (points(curve, left.until + away)[0] for away in (D("-1e-12"), D("1e-12")))
            assert abs(before - after) < D("1e-6")


@given(SEEDS, st.sampled_from(Direction), st.decimals(-100, 100, places=1))
def test_every_value_has_points_in_every_extent(seed: int, direction: Direction, value: Decimal) -> None:
    chance = Random(seed)
    level = random_target(chance, direction)
    scoring = random_scoring(chance, direction, level)
    extent = Extent(D(chance.randint(1, 30)) / 10, chance.randint(1, 3))
    raw, score = points(curve_for(direction, random_target(chance, direction), scoring, extent), value)

    assert raw.is_finite()
    assert rounded(score) == rounded(min(max(score, scoring.floor), scoring.cap))


@given(SEEDS, st.sampled_from(Direction))
def test_every_piece_holds_for_some_value(seed: int, direction: Direction) -> None:
    chance = Random(seed)
    level = random_target(chance, direction)
    pieces = curve_for(direction, level, random_scoring(chance, direction, level)).pieces
    ends = [(piece.until, piece.with_end) for piece in pieces[:-1] if piece.until is not None]

    assert pieces[-1].until is None
    assert len(ends) == len(pieces) - 1
    assert all(left < right for left, right in pairwise(ends))


def test_a_limit_that_includes_its_level_leaves_nothing_of_the_piece_that_ended_there() -> None:
    curve = curve_for(
        HIGHER, FIFTY, Scoring(anchors(("40", "60"), ("50", "100")), limits=(Limit(Side.BELOW, D(50), including=True),))
    )

    assert [(piece.until, piece.with_end) for piece in curve.pieces] == [(D(50), True), (None, False)]


def test_a_step_is_full_although_its_unit_has_no_end_of_digits() -> None:
    """A third of 100 less three hundredths of it: three steps, not a bit more than three."""
    rule = Scoring(PerStep(worse=step("2", "0.01", basis=Basis.TARGET, rounding=UP)))

    assert points(curve_for(HIGHER, Target(D(100) / 3), rule), D(97) / 3)[0] == 94


def test_what_is_level_is_flat() -> None:
    """A line that does not rise is told as one stretch, not as a sum."""
    shapes = [piece.shape for piece in curve_for(HIGHER, FIFTY, Scoring(anchors(("40", "60"), ("50", "60")))).pieces]

    assert shapes == [Flat(D(60))] * 3
