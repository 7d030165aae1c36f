"""The part of a curve that gave the points, so that anybody can redo the sum."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from kpi_engine.measure.curve.points import piece_at, points, steps
from kpi_engine.model.curve import Curve, Flat, Hyperbola, Line, Point, Shape, Stairs


@dataclass(frozen=True, slots=True)
class Corner:
    """The value is exactly one with points of its own: the target, the end of a band."""

    point: Point


@dataclass(frozen=True, slots=True)
class Constant:
    """The values from `low` to `high` (None: without an end) all have these points."""

    low: Decimal | None
    high: Decimal | None
    points: Decimal


@dataclass(frozen=True, slots=True)
class Counted:
    """So many steps away from where the stairs begin."""

    stairs: Stairs
    steps: Decimal


Segment: TypeAlias = Corner | Constant | Line | Counted | Hyperbola
"""The part of a curve that gave the points."""


def segment(curve: Curve, value: Decimal) -> Segment:
    """The part of the curve that applies to the value."""
    piece = piece_at(curve, value)
    place = curve.pieces.index(piece)
    low, high = curve.pieces[place - 1].until if place else None, piece.until
    if value in (low, high, *_own_corners(piece.shape)):
        return Corner((value, points(curve, value)[0]))
    match piece.shape:
        case Flat(points=score):
            return Constant(low, high, score)
        case Stairs() as stairs:
            return Counted(stairs, steps(stairs, value))
        case Line() | Hyperbola() as shape:
            return shape


def _own_corners(shape: Shape) -> tuple[Decimal, ...]:
    match shape:
        case Line(left=left, right=right):
            return left[0], right[0]
        case Hyperbola(target=target):
            return (target,)
        case Flat() | Stairs():
            return ()
