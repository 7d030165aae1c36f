"""How a direction scores where nothing else is agreed, and which targets it can have."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeAlias

from kpi_engine.measure.curve import met, through
from kpi_engine.model.curve import Piece
from kpi_engine.model.kpi import Direction, Target
from kpi_engine.model.name import Name
from kpi_engine.model.scoring import AT_STRETCH, AT_TARGET, AT_THRESHOLD, NO_POINTS, Edge, NamedLevel

Pieces: TypeAlias = tuple[Piece, ...]

RISING = frozenset({Direction.HIGHER, Direction.AT_LEAST})
"""More is better."""
FALLING = frozenset({Direction.LOWER, Direction.AT_MOST, Direction.ZERO, Direction.MILESTONE})
"""Less is better."""
TWO_SIDED = frozenset({Direction.RANGE, Direction.NEAREST})
"""Away from the target is worse on either side."""
LARGEST = Decimal(10) ** 15
"""A level as large as this is a slip, as a value is."""
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


def target_problem(direction: Direction, target: Target) -> str | None:
    """The key of what is wrong with the levels for that direction; None if a curve can be made of them."""
    levels = (target.value, target.upper, target.threshold, target.stretch)
    if not all(level.is_finite() and abs(level) < LARGEST for level in levels if level is not None):
        return "target_not_finite"
    match direction:
        case Direction.HIGHER | Direction.AT_LEAST | Direction.NEAREST:
            return _order_problem(target.threshold, target.value, target.stretch)
        case Direction.LOWER | Direction.AT_MOST | Direction.MILESTONE:
            return _order_problem(target.stretch, target.value, target.threshold)
        case Direction.RANGE:
            return _range_problem(target)
        case Direction.ZERO:
            return "target_not_zero" if target.value else None
        case Direction.YESNO:
            return None if 0 <= target.value <= 1 else "target_not_yes_or_no"
        case Direction.LEVELS:
            return None if target.value >= 1 and not target.value % 1 else "target_no_level"


def default_pieces(direction: Direction, target: Target) -> Pieces:
    """The curve of a target in which `target_problem` finds nothing."""
    match direction:
        case Direction.HIGHER:
            return higher(target)
        case Direction.LOWER | Direction.MILESTONE:
            return lower(target)
        case Direction.RANGE:
            return in_range(target, target_top(target) - target.value)
        case Direction.NEAREST:
            return nearest(target.value, abs(target.value))
        case Direction.LEVELS:
            return levels(FIVE_LEVELS)
        case Direction.AT_LEAST | Direction.AT_MOST | Direction.ZERO | Direction.YESNO:
            return met_or_not(direction, target)


def met_or_not(direction: Direction, target: Target) -> Pieces:
    """100 if the target is met in the sense of the direction, else 0."""
    match direction:
        case Direction.HIGHER | Direction.AT_LEAST | Direction.LEVELS:
            return met(target.value, at_least=True)
        case Direction.LOWER | Direction.AT_MOST | Direction.ZERO | Direction.MILESTONE:
            return met(target.value, at_least=False)
        case Direction.YESNO:
            return met(target.value, at_least=target.value > 0)
        case Direction.RANGE:
            return in_range(target, _ZERO)
        case Direction.NEAREST:
            return nearest(target.value, _ZERO)


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


def in_range(target: Target, away: Decimal) -> Pieces:
    """In the range 100, falling to 0 at that distance from it."""
    low, high = target.value, target_top(target)
    inside = ((low, AT_TARGET), (high, AT_TARGET)) if low < high else ((low, AT_TARGET),)
    if not away:
        return through(inside, left=Edge.ZERO, right=Edge.ZERO)
    return through(((low - away, NO_POINTS), *inside, (high + away, NO_POINTS)), left=Edge.ZERO, right=Edge.ZERO)


def nearest(level: Decimal, tolerance: Decimal) -> Pieces:
    """At the level 100, falling to 0 at the tolerance on either side."""
    return in_range(Target(level, upper=level), tolerance)


def levels(named: tuple[NamedLevel, ...]) -> Pieces:
    """The points of the levels, numbered from 1; what lies between two is an average of them."""
    points = [(Decimal(number), level.points) for number, level in enumerate(named, 1)]
    return through(points, left=Edge.ZERO, right=Edge.CLAMP)


def target_top(target: Target) -> Decimal:
    """The top of a range; its bottom where it has none."""
    return target.value if target.upper is None else target.upper


def _order_problem(low: Decimal | None, level: Decimal, high: Decimal | None) -> str | None:
    if (low is not None and low > level) or (high is not None and high < level):
        return "target_out_of_order"
    return None


def _range_problem(target: Target) -> str | None:
    if target.upper is None:
        return "target_without_top"
    return _order_problem(None, target.value, target.upper)
