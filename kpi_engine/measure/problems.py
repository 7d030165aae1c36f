"""What is wrong with a scoring before it is put in force, by key; and what is worth saying about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from decimal import Decimal
from itertools import pairwise

from kpi_engine.measure.direction import FALLING, FIVE_LEVELS, LARGEST, RISING, TWO_SIDED
from kpi_engine.measure.monotone import falls, rises, rises_then_falls
from kpi_engine.measure.scoring import curve_for, is_in_parts
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
    Mirror,
    NamedLevels,
    PassFail,
    PerEvent,
    PerStep,
    Progress,
    Proportional,
    RangeEnds,
    Reciprocal,
    Scoring,
    Step,
    TargetLevels,
)

_EVERY = frozenset(Direction)
_TENTH_DECILE = 10


def scoring_problems(direction: Direction, target: Target, scoring: Scoring) -> tuple[str, ...]:
    """Keys of all that is wrong with the scoring of a target in which `direction.target_problem` finds nothing.

    Keys: scoring_not_finite, scoring_other_direction, scoring_cap, scoring_too_few, scoring_points_order,
    scoring_bands_gap, scoring_bands_overlap, scoring_no_way, scoring_step, scoring_deciles, scoring_no_levels,
    scoring_no_such_level, scoring_target_zero, scoring_not_monotone.
    """
    if not all(number.is_finite() and abs(number) < LARGEST for number in _numbers(scoring)):
        return ("scoring_not_finite",)
    malformed = tuple(dict.fromkeys(_malformed(direction, target, scoring)))
    if malformed or _is_monotone(direction, target, scoring):
        return malformed
    return ("scoring_not_monotone",)


def scoring_warnings(target: Target, scoring: Scoring) -> tuple[str, ...]:
    """Keys of what holds, but perhaps not as it was meant.

    `baseline_is_target`: there is no way from one to the other, so it is met or not. `level_is_target`: the
    threshold or stretch is the target, so that its piece of the line falls away.
    """
    found = []
    match scoring.method:
        case Progress(baseline=baseline) if baseline == target.value:
            found.append("baseline_is_target")
        case None | TargetLevels() if target.value in (target.threshold, target.stretch):
            found.append("level_is_target")
        case _:
            pass
    return tuple(found)


def _numbers(value: object) -> Iterator[Decimal]:
    if isinstance(value, Decimal):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _numbers(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _numbers(getattr(value, field.name))


def _malformed(direction: Direction, target: Target, scoring: Scoring) -> Iterator[str]:
    if direction not in _directions(target, scoring):
        yield "scoring_other_direction"
    if scoring.cap <= scoring.floor or (scoring.hurdle is not None and scoring.hurdle > scoring.cap):
        yield "scoring_cap"
    if target.value <= 0 and _divides(scoring):
        yield "scoring_target_zero"
    yield from _of_lines(target, scoring)
    yield from _of_steps(direction, target, scoring)


def _divides(scoring: Scoring) -> bool:
    return is_in_parts(scoring.method) or any(limit.basis is Basis.TARGET for limit in scoring.limits)


def _directions(target: Target, scoring: Scoring) -> frozenset[Direction]:
    """Of which directions the method can be."""
    match scoring.method:
        case Proportional():
            return RISING
        case Mirror() | Reciprocal():
            return FALLING
        case Progress(baseline=baseline) if baseline != target.value:
            return _by_order(baseline, target.value)
        case Closeness():
            return frozenset({Direction.NEAREST})
        case RangeEnds():
            return frozenset({Direction.RANGE})
        case PerEvent():
            return FALLING
        case NamedLevels():
            return frozenset({Direction.LEVELS})
        case None | PassFail():
            return _EVERY
        case _:
            return _of_order(scoring)


def _of_order(scoring: Scoring) -> frozenset[Direction]:
    """Of the methods whose levels say which way they go."""
    match scoring.method:
        case BestWorst(best=best, worst=worst):
            return _by_order(worst, best)
        case Efficacy(bad=bad, good=good):
            return _by_order(bad, good)
        case Improvement(threshold=threshold, benchmark=benchmark):
            return _by_order(threshold, benchmark)
        case Deciles(begins=begins) if begins:
            return _by_order(begins[0], begins[-1])
        case PerStep(better=better):
            return RISING | FALLING | TWO_SIDED if better is None else RISING | FALLING
        case TargetLevels():
            return RISING | FALLING
        case _:
            return RISING | FALLING | TWO_SIDED


def _by_order(bad: Decimal, good: Decimal) -> frozenset[Direction]:
    return RISING if good > bad else FALLING if good < bad else RISING | FALLING


def _of_lines(target: Target, scoring: Scoring) -> Iterator[str]:
    match scoring.method:
        case BestWorst(best=one, worst=other) | Efficacy(bad=one, good=other):
            yield from ("scoring_no_way",) if one == other else ()
        case Improvement(threshold=one, benchmark=other):
            yield from ("scoring_no_way",) if one == other else ()
        case RangeEnds(lowest=low, highest=high):
            top = target.value if target.upper is None else target.upper
            yield from () if low < target.value and high > top else ("scoring_no_way",)
        case Closeness(tolerance=tolerance):
            yield from () if tolerance > 0 else ("scoring_step",)
        case TargetLevels():
            yield from ("scoring_no_levels",) if target.threshold is None and target.stretch is None else ()
        case Anchors() as method:
            yield from _of_anchors(method)
        case Deciles(begins=begins, first=first):
            rising, falling = sorted(set(begins)), sorted(set(begins), reverse=True)
            right = first >= 1 and first + len(begins) - 1 == _TENTH_DECILE and len(begins) > 1
            yield from () if right and list(begins) in (rising, falling) else ("scoring_deciles",)
        case _:
            return


def _of_anchors(method: Anchors) -> Iterator[str]:
    places = [anchor.at for anchor in method.anchors]
    if not places or (len(places) == 1 and Edge.EXTEND in (method.left, method.right)):
        yield "scoring_too_few"
    if any(left >= right for left, right in pairwise(places)):
        yield "scoring_points_order"


def _of_steps(direction: Direction, target: Target, scoring: Scoring) -> Iterator[str]:
    match scoring.method:
        case Bands(bands=bands):
            yield from _of_bands(bands)
        case PerStep(worse=worse, better=better):
            steps = [step for step in (worse, better) if step is not None]
            yield from () if steps and all(_is_step(step) for step in steps) else ("scoring_step",)
        case PerEvent(points=points):
            yield from () if points > 0 else ("scoring_step",)
        case NamedLevels(levels=levels):
            yield from () if len(levels) > 1 else ("scoring_too_few",)
            yield from ("scoring_no_such_level",) if target.value > len(levels) else ()
        case None if direction is Direction.LEVELS:
            yield from ("scoring_no_such_level",) if target.value > len(FIVE_LEVELS) else ()
        case _:
            return


def _is_step(step: Step) -> bool:
    most = step.most is None or step.most > 0
    return step.points > 0 and step.unit > 0 and most


def _of_bands(bands: tuple[Band, ...]) -> Iterator[str]:
    if len(bands) < 2:
        yield "scoring_too_few"
        return
    if bands[0].low is not None or bands[-1].high is not None:
        yield "scoring_bands_gap"
    for left, right in pairwise(bands):
        if left.high is None or right.low is None or left.high > right.low:
            yield "scoring_bands_overlap"
        elif left.high < right.low:
            yield "scoring_bands_gap"
    if any(band.low is not None and band.high is not None and band.low >= band.high for band in bands):
        yield "scoring_points_order"


def _is_monotone(direction: Direction, target: Target, scoring: Scoring) -> bool:
    curve = curve_for(direction, target, scoring)
    if direction in RISING or direction is Direction.LEVELS:
        return rises(curve)
    if direction in FALLING:
        return falls(curve)
    return direction is Direction.YESNO or rises_then_falls(curve)
