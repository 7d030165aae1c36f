"""Weights in hundredths of a whole: shared equally or by points, and always 100 in all."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from math import floor

WHOLE = Decimal(100)
STEP = Decimal("0.01")
"""What weights are rounded to."""


def equal(count: int) -> tuple[Decimal, ...]:
    """As many equal weights; the first ones take what does not divide (33.34, 33.33, 33.33)."""
    return share([Decimal(1)] * count)


def add_up(points: Sequence[Decimal]) -> bool:
    """Whether the points are 100 in all; half a step each is forgiven, so that 33.33 three times will do."""
    return abs(sum(points, Decimal(0)) - WHOLE) <= STEP / 2 * len(points)


def share(points: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """Weights in proportion to the points, 100 in all by largest remainder; among equals the first gain.

    Raises ValueError unless the points are finite, none is negative and one is above zero.
    """
    if not all(point.is_finite() for point in points) or min(points, default=0) < 0 or not any(points):
        raise ValueError("points must be finite, none negative, and not all zero")
    total = sum(map(Fraction, points))
    exact = [Fraction(point) * int(WHOLE / STEP) / total for point in points]
    steps = [floor(weight) for weight in exact]
    by_remainder = sorted(range(len(points)), key=lambda place: steps[place] - exact[place])
    for place in by_remainder[: int(WHOLE / STEP) - sum(steps)]:
        steps[place] += 1
    return tuple(count * STEP for count in steps)
