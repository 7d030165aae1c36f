"""The curve that turns a value into points; every way of scoring is one."""

from __future__ import annotations

from bisect import bisect_right
from decimal import Decimal
from typing import TypeAlias

from kpi_engine.measure.exact import divide
from kpi_engine.model.kpi import Direction, Target
from kpi_engine.model.score import AT_STRETCH, AT_TARGET, AT_THRESHOLD, Curve, Edge

Point: TypeAlias = tuple[Decimal, Decimal]

_ZERO = Decimal(0)


def target_problem(direction: Direction, target: Target) -> str | None:
    """The key of what is wrong with the levels for that direction; None if a curve can be made of them."""
    levels = (target.value, target.upper, target.threshold, target.stretch)
    if not all(level.is_finite() for level in levels if level is not None):
        return "target_not_finite"
    match direction:
        case Direction.HIGHER:
            return _order_problem(target.threshold, target.value, target.stretch)
        case Direction.LOWER:
            return _order_problem(target.stretch, target.value, target.threshold)
        case Direction.RANGE:
            return _range_problem(target)
        case Direction.YESNO:
            return None if 0 <= target.value <= 1 else "target_not_yes_or_no"


def curve_for(direction: Direction, target: Target) -> Curve:
    """The curve of a target in which `target_problem` finds nothing."""
    match direction:
        case Direction.HIGHER:
            return _higher(target)
        case Direction.LOWER:
            return _lower(target)
        case Direction.RANGE:
            return _band(target.value, target.value if target.upper is None else target.upper)
        case Direction.YESNO:
            return _met(at_least=target.value > 0, level=target.value)


def points(curve: Curve, value: Decimal) -> tuple[Decimal, Decimal]:
    """Points for a value: before, and after they are held between floor and cap."""
    raw = _raw(curve, value)
    return raw, min(max(raw, curve.floor), curve.cap)


def between(left: Point, right: Point, value: Decimal) -> Decimal:
    """Height at `value` of the straight line through two points."""
    (x0, y0), (x1, y1) = left, right
    return y0 + divide((y1 - y0) * (value - x0), x1 - x0)


def _higher(target: Target) -> Curve:
    """Proportional up to the target, or from the threshold; beyond the last point the line goes on."""
    level, threshold, stretch = target.value, target.threshold, target.stretch
    start = (_ZERO, _ZERO) if threshold is None else (threshold, AT_THRESHOLD)
    rise = tuple(point for point in (start,) if point[0] < level)
    top = () if stretch is None or stretch == level else ((stretch, AT_STRETCH),)
    curve_points = (*rise, (level, AT_TARGET), *top)
    return Curve(
        curve_points,
        left=Edge.EXTEND if threshold is None and rise else Edge.ZERO,
        right=Edge.EXTEND if len(curve_points) > 1 else Edge.CLAMP,
    )


def _lower(target: Target) -> Curve:
    """The mirror image: 100 x (2 - value / target), or down to the threshold."""
    level, threshold, stretch = target.value, target.threshold, target.stretch
    end = (2 * level, _ZERO) if threshold is None else (threshold, AT_THRESHOLD)
    fall = tuple(point for point in (end,) if point[0] > level)
    top = () if stretch is None or stretch == level else ((stretch, AT_STRETCH),)
    curve_points = (*top, (level, AT_TARGET), *fall)
    return Curve(
        curve_points,
        left=Edge.EXTEND if len(curve_points) > 1 else Edge.CLAMP,
        right=Edge.EXTEND if threshold is None and fall else Edge.ZERO,
    )


def _band(low: Decimal, high: Decimal) -> Curve:
    """Inside 100, falling to 0 at a distance of the band's own width."""
    width = high - low
    if not width:
        return Curve(((low, AT_TARGET),), left=Edge.ZERO, right=Edge.ZERO)
    inside = ((low, AT_TARGET), (high, AT_TARGET))
    return Curve(((low - width, _ZERO), *inside, (high + width, _ZERO)), left=Edge.ZERO, right=Edge.ZERO)


def _met(*, at_least: bool, level: Decimal) -> Curve:
    good, bad = Edge.CLAMP, Edge.ZERO
    return Curve(((level, AT_TARGET),), left=bad if at_least else good, right=good if at_least else bad)


def _raw(curve: Curve, value: Decimal) -> Decimal:
    place = bisect_right(curve.points, value, key=_value)
    if place and curve.points[place - 1][0] == value:
        return curve.points[place - 1][1]
    if place == 0:
        return _beyond(curve.left, curve.points[:2], curve.points[0], value)
    if place == len(curve.points):
        return _beyond(curve.right, curve.points[-2:], curve.points[-1], value)
    left, right = curve.points[place - 1 : place + 1]
    return left[1] if curve.step else between(left, right, value)


def _beyond(edge: Edge, last_two: tuple[Point, ...], last: Point, value: Decimal) -> Decimal:
    match edge:
        case Edge.ZERO:
            return _ZERO
        case Edge.CLAMP:
            return last[1]
        case Edge.EXTEND:
            return between(last_two[0], last_two[1], value)


def _value(point: Point) -> Decimal:
    return point[0]


def _order_problem(low: Decimal | None, level: Decimal, high: Decimal | None) -> str | None:
    if (low is not None and low > level) or (high is not None and high < level):
        return "target_out_of_order"
    return None


def _range_problem(target: Target) -> str | None:
    if target.upper is None:
        return "target_without_top"
    return _order_problem(None, target.value, target.upper)
