"""Every way of scoring becomes the one curve."""

from __future__ import annotations

from decimal import Decimal

from kpi_engine.measure.curve.default import (
    default_pieces,
    in_range,
    levels,
    lower,
    met_or_not,
    nearest,
)
from kpi_engine.measure.curve.extent import WHOLE_CYCLE, Extent, absolute
from kpi_engine.measure.curve.improvement import the_better
from kpi_engine.measure.curve.lines import (
    anchored,
    deciles,
    line,
    progress,
    proportional,
    reciprocal,
    through_levels,
)
from kpi_engine.measure.curve.pieces import Pieces, limited
from kpi_engine.measure.curve.steps import bands, per_event, per_step
from kpi_engine.model.curve import Curve
from kpi_engine.model.kpi import Direction, Target
from kpi_engine.model.scoring import (
    AT_TARGET,
    NO_POINTS,
    PLAIN,
    Anchors,
    Bands,
    Basis,
    BestWorst,
    ByLevels,
    BySteps,
    ByTarget,
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
    Scoring,
    TargetLevels,
)


def curve_for(direction: Direction, target: Target, scoring: Scoring = PLAIN, extent: Extent = WHOLE_CYCLE) -> Curve:
    """The curve of a target and a scoring in which `problems.scoring_problems` finds nothing.

    The target is that of the extent; levels that the scoring names as values are for one cycle and go with it. A
    target agreed for one cycle may be 0 or less: as nothing is a part of that, it is then met or not.
    """
    if is_in_parts(scoring.method) and target.value <= 0:
        pieces = met_or_not(direction, target)
    else:
        pieces = _pieces(direction, target, scoring, extent)
    for limit in scoring.limits:
        if limit.basis is Basis.VALUE or target.value > 0:
            pieces = limited(pieces, limit, absolute(limit.level, limit.basis, target, extent))
    return Curve(pieces, scoring.floor, scoring.cap, scoring.hurdle)


def is_in_parts(method: Method | None) -> bool:
    """Whether it divides by the target."""
    match method:
        case Proportional() | Mirror() | Reciprocal():
            return True
        case Anchors(basis=basis) | Bands(basis=basis) | Closeness(basis=basis):
            return basis is Basis.TARGET
        case PerStep(worse=worse, better=better):
            return any(step is not None and step.basis is Basis.TARGET for step in (worse, better))
        case _:
            return False


def _pieces(direction: Direction, target: Target, scoring: Scoring, extent: Extent) -> Pieces:
    match scoring.method:
        case None:
            return default_pieces(direction, target)
        case (
            Proportional() | Mirror() | Reciprocal() | Progress() | TargetLevels() | Closeness() | RangeEnds() as method
        ):
            return _by_target(method, direction, target, scoring.cap, extent)
        case BestWorst() | Anchors() | Efficacy() | Deciles() | Improvement() as method:
            return _by_levels(method, target, extent)
        case Bands() | PassFail() | PerStep() | PerEvent() | NamedLevels() as method:
            return _by_steps(method, direction, target, extent)


def _by_target(method: ByTarget, direction: Direction, target: Target, cap: Decimal, extent: Extent) -> Pieces:
    part = extent.part
    match method:
        case Proportional():
            return proportional(target)
        case Mirror():
            return lower(Target(target.value))
        case Reciprocal():
            return reciprocal(target, cap)
        case Progress(baseline=baseline):
            return progress(baseline * part, direction, target)
        case TargetLevels():
            return through_levels(method, direction, target)
        case Closeness(tolerance=tolerance, basis=basis):
            return nearest(target.value, absolute(tolerance, basis, target, extent))
        case RangeEnds(lowest=lowest, highest=highest):
            away = _farther(lowest * part, highest * part, target)
            return in_range(target.value, target.top, away)


def _by_levels(method: ByLevels, target: Target, extent: Extent) -> Pieces:
    part = extent.part
    match method:
        case BestWorst(best=best, worst=worst):
            return line((worst * part, NO_POINTS), (best * part, AT_TARGET), Edge.CLAMP)
        case Anchors():
            return anchored(method, target, extent)
        case Efficacy(bad=bad, good=good, base=base, span=span):
            return line((bad * part, base), (good * part, base + span), Edge.EXTEND)
        case Deciles():
            return deciles(method, part)
        case Improvement():
            return the_better(method, part)


def _by_steps(method: BySteps, direction: Direction, target: Target, extent: Extent) -> Pieces:
    match method:
        case Bands():
            return bands(method, target, extent)
        case PassFail():
            return met_or_not(direction, target)
        case PerStep():
            return per_step(method, direction, target, extent)
        case PerEvent():
            return per_event(method, target, extent)
        case NamedLevels(levels=named):
            return levels(named)


def _farther(lowest: Decimal, highest: Decimal, target: Target) -> Decimal:
    """The larger way from the range to a worst end; none where the ends lie in the range."""
    return max(target.value - lowest, highest - target.top, Decimal(0))
