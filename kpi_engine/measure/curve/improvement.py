"""Two curves, of which each value has the better one: achievement or improvement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from kpi_engine.measure.curve.pieces import Pieces, limited, through
from kpi_engine.measure.curve.points import height, piece_at
from kpi_engine.measure.exact import divide
from kpi_engine.model.curve import Curve, Flat, Piece, Shape
from kpi_engine.model.scoring import NO_POINTS, Edge, Improvement, Limit, Side

_LOW, _HIGH, _MOST_IMPROVED, _FULL = Decimal(5), Decimal(95), Decimal(90), Decimal(100)
"""Ten times the rule's points: at the ends of its lines, the most for improvement, and at the benchmark."""
_TWENTIETH = Decimal("0.05")


def the_better(method: Improvement, part: Decimal) -> Pieces:
    """The points of achievement or those of improvement, whichever are more.

    As hospitals in the United States are paid for quality: 42 CFR 412.165, ten times its points, not rounded.
    """
    threshold, benchmark, baseline = (level * part for level in (method.threshold, method.benchmark, method.baseline))
    return _higher_of(_achieved(threshold, benchmark), _improved(baseline, benchmark, rising=benchmark > threshold))


def _achieved(threshold: Decimal, benchmark: Decimal) -> Pieces:
    """Worse than the threshold none, from the benchmark on all, between them a line."""
    rising = benchmark > threshold
    pieces = through(
        sorted([(threshold, _LOW), (benchmark, _HIGH)]),
        left=Edge.ZERO if rising else Edge.CLAMP,
        right=Edge.CLAMP if rising else Edge.ZERO,
    )
    full = Limit(Side.ABOVE if rising else Side.BELOW, benchmark, points=_FULL, including=True)
    return limited(pieces, full, benchmark)


def _improved(baseline: Decimal, benchmark: Decimal, *, rising: bool) -> Pieces:
    """From the baseline to the benchmark; none where there is nothing to improve."""
    way = benchmark - baseline
    if not way or (way > 0) is not rising:
        return (Piece(Flat(NO_POINTS)),)
    ends = sorted([(baseline + way * _TWENTIETH, NO_POINTS), (benchmark - way * _TWENTIETH, _MOST_IMPROVED)])
    return through(ends, left=Edge.CLAMP, right=Edge.CLAMP)


def _higher_of(one: Pieces, other: Pieces) -> Pieces:
    """Of every value the higher points."""
    both = Curve(one), Curve(other)
    ends = sorted({piece.until for pieces in (one, other) for piece in pieces if piece.until is not None})
    corners = sorted({*ends, *_crossings(both, ends)})
    middles = [corners[0] - 1, *(left + (right - left) / 2 for left, right in pairwise(corners)), corners[-1] + 1]
    shapes = [_higher_at(both, middle) for middle in middles]
    pieces = [
        Piece(shape, corner, with_end=height(shape, corner) == height(_higher_at(both, corner), corner))
        for shape, corner in zip(shapes, corners, strict=False)
    ]
    return (*pieces, Piece(shapes[-1]))


def _higher_at(curves: Sequence[Curve], value: Decimal) -> Shape:
    return max((piece_at(curve, value).shape for curve in curves), key=lambda shape: height(shape, value))


def _crossings(curves: tuple[Curve, Curve], ends: Sequence[Decimal]) -> Iterator[Decimal]:
    """Where one line overtakes the other between two ends."""
    for left, right in pairwise(ends):
        middle = left + (right - left) / 2
        first, second = (piece_at(curve, middle).shape for curve in curves)
        at_left, at_right = (height(first, end) - height(second, end) for end in (left, right))
        if at_left * at_right < 0:
            yield left + divide((right - left) * at_left, at_left - at_right)
