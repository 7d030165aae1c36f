"""Whether better values never score less, all along a curve."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from kpi_engine.measure.curve.points import height
from kpi_engine.model.curve import Curve, Flat, Hyperbola, Line, Piece, Shape, Stairs

_ONE, _NONE = Decimal(1), Decimal(0)
_HAIR = Decimal("1e-6")
"""Stairs jump just where their piece may end."""


def rises(curve: Curve) -> bool:
    """No higher value scores less."""
    return all(left <= right for left, right in pairwise(_scores(curve)))


def falls(curve: Curve) -> bool:
    """No higher value scores more."""
    return all(left >= right for left, right in pairwise(_scores(curve)))


def rises_then_falls(curve: Curve) -> bool:
    """There is one best place, and away from it no value scores more."""
    scores = list(_scores(curve))
    top = scores.index(max(scores))
    up, down = scores[: top + 1], scores[top:]
    return sorted(up) == up and sorted(down, reverse=True) == down


def _scores(curve: Curve) -> Iterator[Decimal]:
    """Scores at both ends of each piece, from the lowest value on."""
    low: Decimal | None = None
    for piece in curve.pieces:
        yield from (min(max(one, curve.floor), curve.cap) for one in _ends(piece, low, curve))
        low = piece.until


def _ends(piece: Piece, low: Decimal | None, curve: Curve) -> tuple[Decimal, Decimal]:
    """Heights at the ends; beyond an end that is missing the shape goes on as it does a step away."""
    high, step = piece.until, _step(piece.shape)
    if isinstance(piece.shape, Hyperbola):
        return curve.cap, height(piece.shape, piece.shape.target if high is None else high)
    if low is None and high is None:
        return height(piece.shape, -step), height(piece.shape, step)
    left = low if low is not None else high - step if high is not None else -step
    right = high if high is not None else left + step
    inside = step * _HAIR if isinstance(piece.shape, Stairs) else _NONE
    return height(piece.shape, left + inside), height(piece.shape, right - inside)


def _step(shape: Shape) -> Decimal:
    match shape:
        case Line(left=left, right=right):
            return right[0] - left[0]
        case Stairs(unit=unit):
            return unit
        case Flat() | Hyperbola():
            return _ONE
