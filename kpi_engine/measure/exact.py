"""Decimal sums that do not depend on anybody's settings, and the one rounding there is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

EXACT = Context(prec=28, rounding=ROUND_HALF_EVEN)
DIGITS = 24
"""Digits before the point, at most: more is a slip of the keyboard, and nothing to compute with."""
LARGEST = Decimal(10) ** 15
"""A value or a level as large as this is a slip."""
_TENTH = Decimal("0.1")


def divide(numerator: Decimal, denominator: Decimal) -> Decimal:
    """The quotient to 28 digits."""
    return EXACT.divide(numerator, denominator)


def multiply(one: Decimal, other: Decimal) -> Decimal:
    """The product to 28 digits."""
    return EXACT.multiply(one, other)


def decimal_of(part: Fraction) -> Decimal:
    """The fraction to 28 digits."""
    return divide(Decimal(part.numerator), Decimal(part.denominator))


def part_of(part: Decimal, whole: Decimal) -> Decimal:
    """The part as a fraction of the whole, 0 to 1; 0 of nothing."""
    return divide(part, whole) if whole else Decimal(0)


def mean(values: Sequence[Decimal]) -> Decimal | None:
    """The plain mean; None of none."""
    return divide(sum(values, Decimal(0)), Decimal(len(values))) if values else None


def weighted_mean(pairs: Iterable[tuple[Decimal, Decimal]]) -> Decimal | None:
    """sum(weight x value) / sum(weight) over (weight, value); None where the weights sum to nothing."""
    pairs = tuple(pairs)
    whole = sum((weight for weight, _ in pairs), Decimal(0))
    if not whole:
        return None
    return divide(sum((weight * value for weight, value in pairs), Decimal(0)), whole)


def rounded(score: Decimal) -> Decimal:
    """Points as they are shown: one decimal, half up. Whatever judges points judges these."""
    return score.quantize(_TENTH, ROUND_HALF_UP, context=EXACT)


def adding_up(parts: Sequence[Decimal], total: Decimal, step: Decimal) -> tuple[Decimal, ...]:
    """The parts of a total, rounded to steps so that they add up to it as it is shown (half up).

    All are rounded down, and what is then missing goes to those that lost most.
    """
    down = [part.quantize(step, ROUND_FLOOR, context=EXACT) for part in parts]
    missing = (total.quantize(step, ROUND_HALF_UP, context=EXACT) - sum(down)) / step
    lost_most = sorted(range(len(parts)), key=lambda n: down[n] - parts[n])[: int(missing)]
    return tuple(part + step if n in lost_most else part for n, part in enumerate(down))
