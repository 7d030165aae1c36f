"""The points of a value once more, rule by rule as it is written down: fractions and loops, no curve.

`part` is how much of a cycle the value is of and `cycles` in how many: a rule's own levels are for one cycle.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import TypeAlias

from kpi_engine.model.kpi import Direction
from kpi_engine.model.scoring import (
    Anchors,
    Bands,
    Basis,
    BestWorst,
    Closeness,
    Deciles,
    Edge,
    Efficacy,
    Improvement,
    Method,
    Mirror,
    NamedLevels,
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
    Step,
    TargetLevels,
)

Levels: TypeAlias = tuple[Fraction, Fraction | None, Fraction | None, Fraction | None]
"""Target, top of a range, threshold, stretch."""
NOTHING, FULL, DOUBLE = Fraction(0), Fraction(100), Fraction(200)
MORE = (Direction.HIGHER, Direction.AT_LEAST, Direction.LEVELS)
LESS = (Direction.LOWER, Direction.AT_MOST, Direction.ZERO, Direction.MILESTONE)


def score_of(
    direction: Direction, levels: Levels, scoring: Scoring, actual: Fraction, part: Fraction, cycles: int
) -> Fraction:
    """Raw points, unless a limit says otherwise; none under the hurdle; between floor and cap."""
    score = raw_points(direction, levels, scoring, actual, part, cycles)
    for limit in scoring.limits:
        level = Fraction(limit.level) * (part if limit.basis is Basis.VALUE else levels[0])
        if limit.basis is Basis.TARGET and levels[0] <= 0:
            continue
        beyond = actual < level if limit.side is Side.BELOW else actual > level
        if beyond or (limit.including and actual == level):
            score = Fraction(limit.points)
    if scoring.hurdle is not None and score < scoring.hurdle:
        score = NOTHING
    return max(Fraction(scoring.floor), min(Fraction(scoring.cap), score))


def raw_points(
    direction: Direction, levels: Levels, scoring: Scoring, actual: Fraction, part: Fraction, cycles: int
) -> Fraction:
    """By the method, or by the direction."""
    target, top, threshold, stretch = levels
    method = scoring.method
    if method is None:
        return by_direction(direction, levels, actual)
    if target <= 0 and of_target(method):
        return met(direction, target, top, actual)
    if isinstance(method, Proportional | Mirror | Reciprocal):
        return by_ratio(method, target, actual, Fraction(scoring.cap))
    if isinstance(method, BestWorst):
        best, worst = Fraction(method.best) * part, Fraction(method.worst) * part
        done = (worst - actual) / (worst - best)
        return FULL * max(Fraction(0), min(Fraction(1), done))
    if isinstance(method, Progress):
        start = Fraction(method.baseline) * part
        return met(direction, target, top, actual) if start == target else FULL * (actual - start) / (target - start)
    if isinstance(method, Efficacy):
        bad, good = Fraction(method.bad) * part, Fraction(method.good) * part
        return Fraction(method.span) * (actual - bad) / (good - bad) + Fraction(method.base)
    if isinstance(method, PassFail):
        return met(direction, target, top, actual)
    if isinstance(method, TargetLevels):
        return by_levels(method, direction, target, threshold, stretch, actual)
    return by_table(method, direction, levels, actual, part, cycles)


def by_ratio(method: Proportional | Mirror | Reciprocal, target: Fraction, actual: Fraction, cap: Fraction) -> Fraction:
    if isinstance(method, Proportional):
        return FULL * actual / target
    if isinstance(method, Mirror):
        return DOUBLE - FULL * actual / target
    return FULL * target / actual if actual > 0 else cap


def by_table(
    method: Method, direction: Direction, levels: Levels, actual: Fraction, part: Fraction, cycles: int
) -> Fraction:
    target, top, _, _ = levels
    if isinstance(method, Closeness):
        away = Fraction(method.tolerance) * (part if method.basis is Basis.VALUE else target)
        return max(NOTHING, FULL * (1 - abs(actual - target) / away))
    if isinstance(method, RangeEnds):
        high = target if top is None else top
        widest = max(target - Fraction(method.lowest) * part, Fraction(method.highest) * part - high, Fraction(0))
        return in_range(actual, target, high, widest)
    if isinstance(method, Anchors):
        unit = part if method.basis is Basis.VALUE else target
        places = [(Fraction(one.at) * unit, Fraction(one.points)) for one in method.anchors]
        return along(places, actual, method.left, method.right)
    if isinstance(method, Bands):
        return in_bands(method, actual / (part if method.basis is Basis.VALUE else target))
    if isinstance(method, PerStep):
        return stepped(method, direction, target, top, actual, part)
    if isinstance(method, PerEvent):
        return counted(method, target, actual, part, cycles)
    if isinstance(method, NamedLevels):
        places = [(Fraction(number), Fraction(level.points)) for number, level in enumerate(method.levels, 1)]
        return along(places, actual, Edge.ZERO, Edge.CLAMP)
    if isinstance(method, Deciles):
        return decile(method, actual / part)
    assert isinstance(method, Improvement)
    return achieved_or_improved(method, actual / part)


def of_target(method: Method) -> bool:
    """Whether it takes a part of the target."""
    if isinstance(method, PerStep):
        return any(step and step.basis is Basis.TARGET for step in (method.worse, method.better))
    by_ratio = isinstance(method, Proportional | Mirror | Reciprocal)
    return by_ratio or (isinstance(method, Anchors | Bands | Closeness) and method.basis is Basis.TARGET)


def met(direction: Direction, target: Fraction, top: Fraction | None, actual: Fraction) -> Fraction:
    if direction in MORE or (direction is Direction.YESNO and target > 0):
        good = actual >= target
    elif direction in LESS or direction is Direction.YESNO:
        good = actual <= target
    elif direction is Direction.RANGE and top is not None:
        good = target <= actual <= top
    else:
        good = actual == target
    return FULL if good else NOTHING


def by_direction(direction: Direction, levels: Levels, actual: Fraction) -> Fraction:
    """As where nothing else is agreed, in the words of the README."""
    target, top, threshold, stretch = levels
    if direction is Direction.HIGHER:
        return higher(actual, target, threshold, stretch)
    if direction in (Direction.LOWER, Direction.MILESTONE):
        return lower(actual, target, threshold, stretch)
    if direction is Direction.RANGE:
        assert top is not None
        return in_range(actual, target, top, top - target)
    if direction is Direction.NEAREST:
        return in_range(actual, target, target, abs(target))
    if direction is Direction.LEVELS:
        return along([(Fraction(n), Fraction(20 * n)) for n in range(1, 6)], actual, Edge.ZERO, Edge.CLAMP)
    return met(direction, target, top, actual)


def higher(actual: Fraction, target: Fraction, threshold: Fraction | None, stretch: Fraction | None) -> Fraction:
    if actual < target:
        if threshold is not None:
            return Fraction(0) if actual < threshold else 60 + 40 * (actual - threshold) / (target - threshold)
        return 100 * actual / target if target > 0 else Fraction(0)
    if stretch is not None and stretch > target:
        return 100 + 20 * (actual - target) / (stretch - target)
    if threshold is not None:
        return 100 + 40 * (actual - target) / (target - threshold) if threshold < target else Fraction(100)
    return 100 * actual / target if target > 0 else Fraction(100)


def lower(actual: Fraction, target: Fraction, threshold: Fraction | None, stretch: Fraction | None) -> Fraction:
    if actual > target:
        if threshold is not None:
            return Fraction(0) if actual > threshold else 60 + 40 * (threshold - actual) / (threshold - target)
        return 100 * (2 - actual / target) if target > 0 else Fraction(0)
    if stretch is not None and stretch < target:
        return 100 + 20 * (target - actual) / (target - stretch)
    if threshold is not None:
        return 100 + 40 * (target - actual) / (threshold - target) if threshold > target else Fraction(100)
    return 100 * (2 - actual / target) if target > 0 else Fraction(100)


def in_range(actual: Fraction, low: Fraction, high: Fraction, widest: Fraction) -> Fraction:
    if low <= actual <= high:
        return FULL
    away = low - actual if actual < low else actual - high
    return max(NOTHING, FULL * (1 - away / widest)) if widest > 0 else NOTHING


def by_levels(
    method: TargetLevels,
    direction: Direction,
    target: Fraction,
    threshold: Fraction | None,
    stretch: Fraction | None,
    actual: Fraction,
) -> Fraction:
    """Turned round where less is better, so that there is one case only."""
    sign = 1 if direction in MORE else -1
    value, goal = sign * actual, sign * target
    low = goal if threshold is None else sign * threshold
    high = goal if stretch is None else sign * stretch
    at_low, at_goal, at_high = (Fraction(one) for one in (method.threshold, method.target, method.stretch))
    if value < low:
        return NOTHING
    if value < goal:
        return at_low + (at_goal - at_low) * (value - low) / (goal - low)
    if value < high:
        return at_goal + (at_high - at_goal) * (value - goal) / (high - goal)
    return at_high if high > goal else at_goal


def along(places: Sequence[tuple[Fraction, Fraction]], actual: Fraction, left: Edge, right: Edge) -> Fraction:
    """Between two places in proportion; beyond them as the edges say."""
    if actual < places[0][0]:
        return beyond(places[0], places[:2], left, actual)
    for (low, at_low), (high, at_high) in pairwise(places):
        if low <= actual <= high:
            return at_low + (at_high - at_low) * (actual - low) / (high - low)
    return places[-1][1] if actual == places[-1][0] else beyond(places[-1], places[-2:], right, actual)


def beyond(
    last: tuple[Fraction, Fraction], two: Sequence[tuple[Fraction, Fraction]], edge: Edge, actual: Fraction
) -> Fraction:
    if edge is Edge.EXTEND:
        (low, at_low), (high, at_high) = two
        return at_low + (at_high - at_low) * (actual - low) / (high - low)
    return last[1] if edge is Edge.CLAMP else NOTHING


def in_bands(method: Bands, actual: Fraction) -> Fraction:
    for band in method.bands:
        above = band.low is None or (actual > band.low if method.upper_end else actual >= band.low)
        below = band.high is None or (actual <= band.high if method.upper_end else actual < band.high)
        if above and below:
            return Fraction(band.points)
    raise AssertionError(actual)


def stepped(
    method: PerStep, direction: Direction, target: Fraction, top: Fraction | None, actual: Fraction, part: Fraction
) -> Fraction:
    high = top if direction is Direction.RANGE and top is not None else target
    short, over = max(target - actual, Fraction(0)), max(actual - high, Fraction(0))
    start = Fraction(method.start)
    if direction in (Direction.RANGE, Direction.NEAREST):
        return start - gained(method.worse, short + over, target, part)
    good, bad = (over, short) if direction in MORE else (short, over)
    return start + gained(method.better, good, target, part) - gained(method.worse, bad, target, part)


def gained(step: Step | None, away: Fraction, target: Fraction, part: Fraction) -> Fraction:
    """Step by step until the way is gone."""
    if step is None:
        return NOTHING
    unit = Fraction(step.unit) * (part if step.basis is Basis.VALUE else target)
    number = Fraction(0)
    while away >= unit:
        number, away = number + 1, away - unit
    if away and step.rounding is Rounding.UP:
        number += 1
    elif away and step.rounding is Rounding.PROPORTIONAL:
        number += away / unit
    points = number * Fraction(step.points)
    return points if step.most is None else min(points, Fraction(step.most))


def counted(method: PerEvent, target: Fraction, actual: Fraction, part: Fraction, cycles: int) -> Fraction:
    """Each event takes its points from one of the cycles, and the cycles count the same."""
    allowed, lost = target * cycles / part, Fraction(0)
    while allowed < actual:
        allowed, lost = allowed + 1, lost + Fraction(method.points)
    return Fraction(method.start) - lost / cycles


def decile(method: Deciles, actual: Fraction) -> Fraction:
    begins = [Fraction(begin) for begin in method.begins]
    sign = 1 if begins[0] < begins[-1] else -1
    best = NOTHING
    for number, begin in enumerate(begins, method.first):
        if sign * actual >= sign * begin:
            best = Fraction(10 * number)
            if number < 10:
                after = begins[number - method.first + 1]
                best += 10 * (actual - begin) / (after - begin)
    return best


def achieved_or_improved(method: Improvement, actual: Fraction) -> Fraction:
    """The two formulas of 42 CFR 412.165, in tenths of the points here."""
    threshold, benchmark, baseline = (Fraction(one) for one in (method.threshold, method.benchmark, method.baseline))
    sign = 1 if benchmark > threshold else -1
    achieved = improved = Fraction(0)
    if sign * actual >= sign * benchmark:
        achieved = Fraction(10)
    elif sign * actual >= sign * threshold:
        achieved = 9 * (actual - threshold) / (benchmark - threshold) + Fraction(1, 2)
    if sign * baseline < sign * benchmark:
        improved = min(
            max(10 * (actual - baseline) / (benchmark - baseline) - Fraction(1, 2), 0 * actual), 9 + 0 * actual
        )
    return 10 * max(achieved, improved)


def grade_of(score: Fraction, coverage: Fraction, lows: Sequence[tuple[str, Decimal]]) -> str | None:
    """The first grade, best first, whose lowest points are reached; none where too little is known."""
    if coverage < Fraction(60, 100):
        return None
    return next((name for name, low in lows if score >= low), None)
