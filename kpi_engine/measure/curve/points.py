"""The curve that turns a value into points; every way of scoring is one."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from kpi_engine.measure.exact import divide
from kpi_engine.model.curve import Curve, Flat, Hyperbola, Line, Piece, Point, Shape, Stairs
from kpi_engine.model.scoring import AT_TARGET, NO_POINTS

_HAIR = Decimal("1e-18")
"""What 28 digits may leave out of a number of steps."""


def points(curve: Curve, value: Decimal) -> tuple[Decimal, Decimal]:
    """Points for a value: before, and after they are held between floor and cap and have taken the hurdle."""
    raw = height(piece_at(curve, value).shape, value)
    held = NO_POINTS if curve.hurdle is not None and raw < curve.hurdle else raw
    return raw, min(max(held, curve.floor), curve.cap)


def piece_at(curve: Curve, value: Decimal) -> Piece:
    """The piece that holds for the value."""
    return next(piece for piece in curve.pieces if _holds(piece, value))


def height(shape: Shape, value: Decimal) -> Decimal:
    """Points that the shape gives a value."""
    match shape:
        case Flat(points=score):
            return score
        case Line(left=left, right=right):
            return between(left, right, value)
        case Stairs(start=(_, score), points=each):
            return score + each * steps(shape, value)
        case Hyperbola(target=target):
            return divide(AT_TARGET * target, value)


def between(left: Point, right: Point, value: Decimal) -> Decimal:
    """Height at `value` of the straight line through two points: exactly theirs at each of them."""
    (x0, y0), (x1, y1) = left, right
    return y1 if value == x1 else y0 + divide((y1 - y0) * (value - x0), x1 - x0)


def steps(stairs: Stairs, value: Decimal) -> Decimal:
    """How many steps a value is away from the beginning."""
    away = divide(abs(value - stairs.start[0]), stairs.unit)
    whole = away.to_integral_value()
    if abs(away - whole) < _HAIR:
        return whole
    return away.to_integral_value(ROUND_CEILING if stairs.begun else ROUND_FLOOR)


def _holds(piece: Piece, value: Decimal) -> bool:
    return piece.until is None or value < piece.until or (piece.with_end and value == piece.until)
