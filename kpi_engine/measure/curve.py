"""The curve that turns a value into points; every way of scoring is one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import pairwise

from kpi_engine.measure.exact import divide
from kpi_engine.model.curve import Curve, Flat, Hyperbola, Line, Piece, Point, Shape, Stairs
from kpi_engine.model.scoring import AT_TARGET, NO_POINTS, Edge, Limit, Side

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


def through(points: Sequence[Point], left: Edge, right: Edge, *, step: bool = False) -> tuple[Piece, ...]:
    """Pieces through points (value, score) in rising order of value.

    Between them a straight line or, of steps, the left one's score.
    """
    return (*_before(points, left), *_inner(points, step), *_after(points, right))


def met(level: Decimal, *, at_least: bool) -> tuple[Piece, ...]:
    """100 from the level on, or up to it; else 0."""
    good, bad = (Edge.CLAMP, Edge.ZERO) if at_least else (Edge.ZERO, Edge.CLAMP)
    return through([(level, AT_TARGET)], left=bad, right=good)


def limited(pieces: Sequence[Piece], limit: Limit, level: Decimal) -> tuple[Piece, ...]:
    """The pieces on the one side of the level, and the limit's points on its other side."""
    match limit.side:
        case Side.BELOW:
            rest = (piece for piece in pieces if _reaches(piece, level, limit.including))
            return (Piece(Flat(limit.points), level, with_end=limit.including), *rest)
        case Side.ABOVE:
            kept = [*_up_to(pieces, level, not limit.including)]
            return (*kept, Piece(Flat(limit.points)))


def _holds(piece: Piece, value: Decimal) -> bool:
    return piece.until is None or value < piece.until or (piece.with_end and value == piece.until)


def _before(points: Sequence[Point], edge: Edge) -> Iterator[Piece]:
    value, score = points[0]
    match edge:
        case Edge.ZERO:
            yield Piece(Flat(NO_POINTS), value)
        case Edge.CLAMP:
            yield Piece(Flat(score), value)
        case Edge.EXTEND:
            yield Piece(Line(points[0], points[1]), value)


def _inner(points: Sequence[Point], step: bool) -> Iterator[Piece]:
    for left, right in pairwise(points):
        flat = step or left[1] == right[1]
        yield Piece(Flat(left[1]) if flat else Line(left, right), right[0], with_end=not step)
    if step or len(points) == 1:
        value, score = points[-1]
        yield Piece(Flat(score), value, with_end=True)


def _after(points: Sequence[Point], edge: Edge) -> Iterator[Piece]:
    match edge:
        case Edge.ZERO:
            yield Piece(Flat(NO_POINTS))
        case Edge.CLAMP:
            yield Piece(Flat(points[-1][1]))
        case Edge.EXTEND:
            yield Piece(Line(points[-2], points[-1]))


def _reaches(piece: Piece, level: Decimal, including: bool) -> bool:
    """Whether some of the piece is left above the level."""
    return piece.until is None or piece.until > level or (piece.until == level and piece.with_end and not including)


def _up_to(pieces: Sequence[Piece], level: Decimal, with_end: bool) -> Iterator[Piece]:
    """The pieces below the level; the last of them ends there."""
    for piece in pieces:
        if piece.until is None or piece.until > level or (piece.until == level and with_end <= piece.with_end):
            yield replace(piece, until=level, with_end=with_end)
            return
        yield piece
