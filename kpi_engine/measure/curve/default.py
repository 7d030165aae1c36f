"""How a direction scores where nothing else is agreed."""

from __future__ import annotations

from decimal import Decimal

from kpi_engine.measure.curve.direction import reaches
from kpi_engine.measure.curve.pieces import Pieces, through
from kpi_engine.model.curve import Flat, Piece
from kpi_engine.model.kpi import Direction, Target
from kpi_engine.model.name import Name
from kpi_engine.model.scoring import AT_STRETCH, AT_TARGET, AT_THRESHOLD, NO_POINTS, Edge, NamedLevel

FIVE_LEVELS = tuple(
    NamedLevel(name, Decimal(20 * number))
    for number, name in enumerate(
        (
            Name("Poor", "差"),
            Name("Weak", "较差"),
            Name("Fair", "中"),
            Name("Good", "良"),
            Name("Excellent", "优"),
        ),
        1,
    )
)
"""Of a KPI that is judged by levels: 20, 40, 60, 80, 100 points."""

_ZERO = Decimal(0)


def default_pieces(direction: Direction, target: Target) -> Pieces:
    """The curve of a target in which `target_problem` finds nothing."""
    match direction:
        case Direction.HIGHER:
            return higher(target)
        case Direction.LOWER | Direction.MILESTONE:
            return lower(target)
        case Direction.RANGE:
            return in_range(target.value, target.top, target.top - target.value)
        case Direction.NEAREST:
            return nearest(target.value, abs(target.value))
        case Direction.LEVELS:
            return levels(FIVE_LEVELS)
        case Direction.AT_LEAST | Direction.AT_MOST | Direction.ZERO | Direction.YESNO:
            return met_or_not(direction, target)


def met_or_not(direction: Direction, target: Target) -> Pieces:
    """100 if the target is met in the sense of the direction, else 0."""
    low, high = reaches(direction, target)
    below = () if low is None else (Piece(Flat(NO_POINTS), low),)
    above = () if high is None else (Piece(Flat(NO_POINTS)),)
    return (*below, Piece(Flat(AT_TARGET), high, with_end=high is not None), *above)


def higher(target: Target) -> Pieces:
    """Proportional up to the target, or from the threshold; beyond the last point the line goes on."""
    level, threshold, stretch = target.value, target.threshold, target.stretch
    start = (_ZERO, NO_POINTS) if threshold is None else (threshold, AT_THRESHOLD)
    rise = tuple(point for point in (start,) if point[0] < level)
    top = () if stretch is None or stretch == level else ((stretch, AT_STRETCH),)
    points = (*rise, (level, AT_TARGET), *top)
    return through(
        points,
        left=Edge.EXTEND if threshold is None and rise else Edge.ZERO,
        right=Edge.EXTEND if len(points) > 1 else Edge.CLAMP,
    )


def lower(target: Target) -> Pieces:
    """The mirror image: 100 x (2 - value / target), or down to the threshold."""
    level, threshold, stretch = target.value, target.threshold, target.stretch
    end = (2 * level, NO_POINTS) if threshold is None else (threshold, AT_THRESHOLD)
    fall = tuple(point for point in (end,) if point[0] > level)
    top = () if stretch is None or stretch == level else ((stretch, AT_STRETCH),)
    points = (*top, (level, AT_TARGET), *fall)
    return through(
        points,
        left=Edge.EXTEND if len(points) > 1 else Edge.CLAMP,
        right=Edge.EXTEND if threshold is None and fall else Edge.ZERO,
    )


def in_range(low: Decimal, high: Decimal, away: Decimal) -> Pieces:
    """In the range 100, falling to 0 at that distance from it."""
    inside = ((low, AT_TARGET), (high, AT_TARGET)) if low < high else ((low, AT_TARGET),)
    if not away:
        return through(inside, left=Edge.ZERO, right=Edge.ZERO)
    return through(((low - away, NO_POINTS), *inside, (high + away, NO_POINTS)), left=Edge.ZERO, right=Edge.ZERO)


def nearest(level: Decimal, tolerance: Decimal) -> Pieces:
    """At the level 100, falling to 0 at the tolerance on either side."""
    return in_range(level, level, tolerance)


def levels(named: tuple[NamedLevel, ...]) -> Pieces:
    """The points of the levels, numbered from 1; what lies between two is an average of them."""
    points = [(Decimal(number), level.points) for number, level in enumerate(named, 1)]
    return through(points, left=Edge.ZERO, right=Edge.CLAMP)
