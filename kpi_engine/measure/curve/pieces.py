"""Pieces of curves: through points, and cut at a limit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import TypeAlias

from kpi_engine.model.curve import Flat, Line, Piece, Point
from kpi_engine.model.scoring import NO_POINTS, Edge, Limit, Side

Pieces: TypeAlias = tuple[Piece, ...]
"""From the lowest values to the highest, the last one without an end."""


def through(points: Sequence[Point], left: Edge, right: Edge) -> Pieces:
    """Straight lines through points (value, score) in rising order of value, and what comes before and after."""
    return (*_before(points, left), *_inner(points), *_after(points, right))


def limited(pieces: Sequence[Piece], limit: Limit, level: Decimal) -> Pieces:
    """The pieces on the one side of the level, and the limit's points on its other side."""
    match limit.side:
        case Side.BELOW:
            rest = (piece for piece in pieces if _reaches(piece, level, limit.including))
            return (Piece(Flat(limit.points), level, with_end=limit.including), *rest)
        case Side.ABOVE:
            kept = [*_up_to(pieces, level, not limit.including)]
            return (*kept, Piece(Flat(limit.points)))


def _before(points: Sequence[Point], edge: Edge) -> Iterator[Piece]:
    value, score = points[0]
    match edge:
        case Edge.ZERO:
            yield Piece(Flat(NO_POINTS), value)
        case Edge.CLAMP:
            yield Piece(Flat(score), value)
        case Edge.EXTEND:
            yield Piece(Line(points[0], points[1]), value)


def _inner(points: Sequence[Point]) -> Iterator[Piece]:
    for left, right in pairwise(points):
        yield Piece(Flat(left[1]) if left[1] == right[1] else Line(left, right), right[0], with_end=True)
    if len(points) == 1:
        value, score = points[0]
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
