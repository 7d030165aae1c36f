"""Weights between a least and a most, so that none is a trifle and none is everything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor

from kpi_engine.design.weights import STEP, WHOLE, Points, by_largest_remainder, fractions, steps_in_whole

LEAST = Decimal(5)
MOST, MOST_SMALL = Decimal(30), Decimal(40)
"""What a weight is by a rule of thumb, of 100; the second one in a small company."""
_ROUND = Decimal(1)


class MisfitKind(StrEnum):
    """Why no weights can keep the bounds."""

    CROSSED = "crossed"
    """Between least and most there is no whole step."""
    TOO_MUCH = "too_much"
    """All at the least weigh more than 100 already."""
    TOO_LITTLE = "too_little"
    """All at the most weigh less than 100 still."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """What is wrong with the bounds, and the bound that would just do: a least or a most, None if they cross."""

    kind: MisfitKind
    would_do: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the most that a weight of 100 may be, and the steps that it is rounded to."""

    low: Decimal
    high: Decimal
    step: Decimal = STEP


def usual(count: int, *, small: bool) -> Bounds:
    """Between a trifle and everything, in whole figures; of few KPIs each may weigh what equal ones do."""
    equal = Decimal(ceil(WHOLE / count))
    return Bounds(LEAST, max(MOST_SMALL if small else MOST, equal), _ROUND)


def misfit(count: int, bounds: Bounds) -> Misfit | None:
    """Why so many weights cannot be 100 in all within the bounds; None if they can."""
    low, high, whole = _in_steps(bounds)
    if low > high:
        return Misfit(MisfitKind.CROSSED)
    if count * low > whole:
        return Misfit(MisfitKind.TOO_MUCH, whole // count * bounds.step)
    if count * high < whole:
        return Misfit(MisfitKind.TOO_LITTLE, -(-whole // count) * bounds.step)
    return None


def within(points: Points, bounds: Bounds) -> tuple[Decimal, ...]:
    """Weights in proportion to the points as far as the bounds let them, in steps, 100 in all.

    Whoever would be beyond a bound stands on it, and the others share the rest in proportion, until all keep the
    bounds; more points never weigh less. Raises ValueError where there is a misfit, or as `share` does.
    """
    exact = fractions(points)
    if found := misfit(len(exact), bounds):
        raise ValueError(f"weights cannot keep the bounds: {found.kind}")
    low, high, whole = _in_steps(bounds)
    return tuple(count * bounds.step for count in by_largest_remainder(_clipped(exact, low, high, whole)))


def _in_steps(bounds: Bounds) -> tuple[int, int, int]:
    """The bounds as whole steps, rounded inwards, and the steps of the whole: rounding then leaves no bound."""
    low, high, step = map(Fraction, (bounds.low, bounds.high, bounds.step))
    return max(ceil(low / step), 0), floor(high / step), steps_in_whole(bounds.step)


def _clipped(points: Sequence[Fraction], low: int, high: int, whole: int) -> list[Fraction]:
    """min(max(scale x points, low), high), with the scale that makes them the whole.

    The sum grows with the scale, along straight lines that bend where a weight meets a bound.
    """
    bends = sorted({Fraction(bound) / point for point in points if point for bound in (low, high)})
    sums = [sum(_held(points, bend, low, high)) for bend in bends]
    above = next((place for place, total in enumerate(sums) if total >= whole), None)
    if above is None:
        return _rest_shared(points, low, high, whole)
    return _held(points, _scale(bends, sums, above, whole), low, high)


def _held(points: Sequence[Fraction], scale: Fraction, low: int, high: int) -> list[Fraction]:
    return [min(max(scale * point, Fraction(low)), Fraction(high)) for point in points]


def _scale(bends: Sequence[Fraction], sums: Sequence[Fraction | int], above: int, whole: int) -> Fraction:
    """On the line between two bends; at the first bend already where that is enough."""
    if above == 0 or sums[above] == whole:
        return bends[above]
    (left, right), (under, over) = bends[above - 1 : above + 1], sums[above - 1 : above + 1]
    return left + (right - left) * (whole - under) / (over - under)


def _rest_shared(points: Sequence[Fraction], low: int, high: int, whole: int) -> list[Fraction]:
    """All that have points weigh the most already: those without share what is left."""
    without = points.count(Fraction(0))
    rest = Fraction(whole - (len(points) - without) * high, without)
    return [Fraction(high) if point else rest for point in points]
