"""What is wrong with the numbers of a method, by key."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kpi_engine.measure.curve.default import FIVE_LEVELS
from kpi_engine.model.kpi import Direction, Target
from kpi_engine.model.scoring import (
    Anchors,
    Band,
    Bands,
    BestWorst,
    Closeness,
    Deciles,
    Edge,
    Efficacy,
    Improvement,
    NamedLevels,
    PerEvent,
    PerStep,
    RangeEnds,
    Scoring,
    Step,
    TargetLevels,
)

_TENTH_DECILE = 10


def malformed(direction: Direction, target: Target, scoring: Scoring) -> Iterator[str]:
    """Keys: those of `problems.scoring_problems` that a method's own numbers, levels and points give rise to."""
    yield from _of_lines(target, scoring)
    yield from _of_steps(direction, target, scoring)


def _of_lines(target: Target, scoring: Scoring) -> Iterator[str]:
    match scoring.method:
        case BestWorst(best=one, worst=other) | Efficacy(bad=one, good=other):
            yield from ("scoring_no_way",) if one == other else ()
        case Improvement(threshold=one, benchmark=other):
            yield from ("scoring_no_way",) if one == other else ()
        case RangeEnds(lowest=low, highest=high):
            yield from () if low < target.value and high > target.top else ("scoring_no_way",)
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
