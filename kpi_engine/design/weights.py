"""Weights in hundredths of a whole: shared equally or by points, and always 100 in all."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import TypeAlias

WHOLE = Decimal(100)
STEP = Decimal("0.01")
"""What weights are rounded to, unless they are wanted rounder."""

Points: TypeAlias = Sequence[Decimal] | Sequence[Fraction]
"""How much each weighs beside the others; of any sum."""


def equal(count: int, step: Decimal = STEP) -> tuple[Decimal, ...]:
    """As many equal weights; the first ones take what does not divide (33.34, 33.33, 33.33)."""
    return share([Decimal(1)] * count, step)


def add_up(points: Sequence[Decimal]) -> bool:
    """Whether the points are 100 in all; half a step each is forgiven, so that 33.33 three times will do."""
    return abs(sum(points, Decimal(0)) - WHOLE) <= STEP / 2 * len(points)


def share(points: Points, step: Decimal = STEP) -> tuple[Decimal, ...]:
    """Weights in proportion to the points, in steps, 100 in all by largest remainder; among equals the first gain.

    Raises ValueError unless the points are finite, none is negative and one is above zero, and the steps fill 100.
    """
    of_points = fractions(points)
    steps = steps_in_whole(step)
    total = sum(of_points)
    return tuple(count * step for count in by_largest_remainder([point * steps / total for point in of_points]))


def making_room(weights: Points, taken: Decimal) -> tuple[Decimal, ...]:
    """The weights in proportion, so that with what is taken (from 0 to less than 100) they are 100 in all.

    They are whole, unless one would get nothing that way. Raises ValueError as `share` does.
    """
    of_points = fractions(weights)
    exact = [point * Fraction(WHOLE - taken) / sum(of_points) for point in of_points]
    whole = by_largest_remainder(exact) if taken % 1 == 0 else []
    if whole and all(whole):
        return tuple(map(Decimal, whole))
    return tuple(count * STEP for count in by_largest_remainder([part / Fraction(STEP) for part in exact]))


def fractions(points: Points) -> list[Fraction]:
    """The points, exact; ValueError as in `share`."""
    if not points or not all(isinstance(point, Fraction) or point.is_finite() for point in points):
        raise ValueError("points must be finite, and at least one")
    exact = [Fraction(point) for point in points]
    if min(exact) < 0 or not any(exact):
        raise ValueError("points must be none negative, and not all zero")
    return exact


def steps_in_whole(step: Decimal) -> int:
    """How many steps make 100; ValueError if they leave a rest."""
    if step <= 0 or WHOLE % step:
        raise ValueError("step must divide 100")
    return int(WHOLE / step)


def by_largest_remainder(exact: Sequence[Fraction]) -> list[int]:
    """Whole numbers of the same sum, which must be whole: those that lose most by rounding down gain one."""
    whole = [floor(part) for part in exact]
    by_remainder = sorted(range(len(exact)), key=lambda place: whole[place] - exact[place])
    for place in by_remainder[: int(sum(exact)) - sum(whole)]:
        whole[place] += 1
    return whole
