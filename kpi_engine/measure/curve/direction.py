"""What a direction means for a target: which ones it can have, and which values reach them."""

from __future__ import annotations

from decimal import Decimal

from kpi_engine.measure.exact import LARGEST
from kpi_engine.model.kpi import Direction, Target

RISING = frozenset({Direction.HIGHER, Direction.AT_LEAST})
"""More is better."""
FALLING = frozenset({Direction.LOWER, Direction.AT_MOST, Direction.ZERO, Direction.MILESTONE})
"""Less is better."""
GRADED = frozenset({Direction.HIGHER, Direction.LOWER, Direction.MILESTONE})
"""More or less of it scores more or fewer points, between a threshold and a stretch."""
TWO_SIDED = frozenset({Direction.RANGE, Direction.NEAREST})
"""Away from the target is worse on either side."""


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


def reaches(direction: Direction, target: Target) -> tuple[Decimal | None, Decimal | None]:
    """The lowest and the highest value that reach the target; None where there is no such end."""
    match direction:
        case Direction.HIGHER | Direction.AT_LEAST | Direction.LEVELS:
            return target.value, None
        case Direction.LOWER | Direction.AT_MOST | Direction.ZERO | Direction.MILESTONE:
            return None, target.value
        case Direction.NEAREST:
            return target.value, target.value
        case Direction.RANGE:
            return target.value, target.top
        case Direction.YESNO:
            return (target.value, None) if target.value > 0 else (None, target.value)


def _order_problem(low: Decimal | None, level: Decimal, high: Decimal | None) -> str | None:
    if (low is not None and low > level) or (high is not None and high < level):
        return "target_out_of_order"
    return None


def _range_problem(target: Target) -> str | None:
    if target.upper is None:
        return "target_without_top"
    return _order_problem(None, target.value, target.upper)
