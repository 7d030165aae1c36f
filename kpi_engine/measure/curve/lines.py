"""Ways of scoring along straight lines, and the one along a hyperbola."""

from __future__ import annotations

from decimal import Decimal

from kpi_engine.measure.curve.default import met_or_not
from kpi_engine.measure.curve.extent import Extent, absolute
from kpi_engine.measure.curve.pieces import Pieces, through
from kpi_engine.model.curve import Flat, Hyperbola, Piece, Point
from kpi_engine.model.kpi import RISING, Direction, Target
from kpi_engine.model.scoring import AT_TARGET, NO_POINTS, Anchors, Deciles, Edge, TargetLevels

_ZERO, _PER_DECILE = Decimal(0), Decimal(10)


def line(one: Point, other: Point, edge: Edge) -> Pieces:
    """Through two points of different values, in whichever order they are."""
    return through(sorted((one, other)), left=edge, right=edge)


def proportional(target: Target) -> Pieces:
    """100 x value / target, above a target of 0."""
    return line((_ZERO, NO_POINTS), (target.value, AT_TARGET), Edge.EXTEND)


def reciprocal(target: Target, cap: Decimal) -> Pieces:
    """100 x target / value, above a target of 0; of nothing or less the most there is."""
    return Piece(Flat(cap), _ZERO, with_end=True), Piece(Hyperbola(target.value))


def progress(baseline: Decimal, direction: Direction, target: Target) -> Pieces:
    """100 x (value - baseline) / (target - baseline); where both are the same, it is to be kept: met or not."""
    if baseline == target.value:
        return met_or_not(direction, target)
    return line((baseline, NO_POINTS), (target.value, AT_TARGET), Edge.EXTEND)


def anchored(method: Anchors, target: Target, extent: Extent) -> Pieces:
    """Through the points as they are agreed."""
    points = [(absolute(one.at, method.basis, target, extent), one.points) for one in method.anchors]
    return through(points, left=method.left, right=method.right)


def through_levels(method: TargetLevels, direction: Direction, target: Target) -> Pieces:
    """Through the target's own levels; a level that is the target falls away."""
    levels = [(target.threshold, method.threshold), (target.stretch, method.stretch)]
    others = [(level, score) for level, score in levels if level is not None and level != target.value]
    bad, good = Edge.ZERO, Edge.CLAMP
    rising = direction in RISING
    return through(
        sorted([(target.value, method.target), *others]),
        left=bad if rising else good,
        right=good if rising else bad,
    )


def deciles(method: Deciles, part: Decimal) -> Pieces:
    """Ten points for each decile that is reached."""
    points = [(begin * part, _PER_DECILE * number) for number, begin in enumerate(method.begins, method.first)]
    rising = method.begins[0] < method.begins[-1]
    return through(
        sorted(points),
        left=Edge.ZERO if rising else Edge.CLAMP,
        right=Edge.CLAMP if rising else Edge.ZERO,
    )
