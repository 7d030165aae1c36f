"""Points from an order of importance alone: the most important first."""

from __future__ import annotations

from fractions import Fraction


def rank_sum(count: int) -> tuple[Fraction, ...]:
    """Rank sum: the k-th of n has 2(n + 1 - k) / (n(n + 1)), 1 in all. Even steps: of five 33, 27, 20, 13, 7 %.

    From Stillwell, Seaver and Edwards 1981.
    """
    return tuple(Fraction(2 * (count + 1 - place), count * (count + 1)) for place in range(1, count + 1))
