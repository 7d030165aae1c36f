"""Whether judgements of two at a time agree with each other, and which three agree least."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import permutations
from types import MappingProxyType

LIMIT = Decimal("0.1")
"""A consistency ratio above it asks for a second look (Saaty)."""
_PLACES = 12
"""Thirds and sevenths are not exact: behind so many digits there is no difference."""


class Table(StrEnum):
    """Who made the random judgements that one's own are held against: the index differs from table to table."""

    SAATY_2005 = "saaty_2005"
    """Saaty, Theory and Applications of the Analytic Network Process (2005), page 31. The one we use."""
    DONEGAN_DODD_1991 = "donegan_dodd_1991"
    """Donegan and Dodd, A note on Saaty's random indexes (1991)."""


@dataclass(frozen=True, slots=True)
class Triple:
    """Three judgements that cannot all be right.

    The first matters `first_second` times as much as the second, that one `second_third` times as much as the third:
    so the first would have to matter `implied` times as much as the third, and it was said to matter `said` times.
    """

    first: int
    second: int
    third: int
    first_second: Decimal
    second_third: Decimal
    said: Decimal

    @property
    def implied(self) -> Decimal:
        """What the first two judgements make of the third."""
        return self.first_second * self.second_third

    @property
    def deviation(self) -> Decimal:
        """How many times too much or too little was said; 1 where all three agree."""
        return max(self.implied / self.said, self.said / self.implied)


def consistency(count: int, largest: Decimal, missing: int, table: Table) -> tuple[Decimal, Decimal]:
    """Consistency index and ratio for so many things, their principal eigenvalue and pairs that nobody judged.

    Random judgements speak less against each other where some are missing: with m missing the table's index is
    taken times 1 - 2m / ((n - 1)(n - 2)) (Agoston and Csato, Omega 108, 2022).
    """
    by_chance = _RANDOM[table].get(count, Decimal(0)) * _known_part(count, missing)
    index = max(largest - count, Decimal(0)) / max(count - 1, 1)
    return index, index / by_chance if by_chance else Decimal(0)


def worst_triple(matrix: Sequence[Sequence[Decimal | None]]) -> Triple | None:
    """The triple of the largest deviation; None where all agree. `matrix` has None where nobody judged.

    Of the ways to tell the same triple it is the one that begins with the strongest judgements.
    """
    worst = max(_triples(matrix), key=lambda triple: (_rounded(triple.deviation), triple.implied), default=None)
    return worst if worst and _rounded(worst.deviation) > 1 else None


_RANDOM: Mapping[Table, Mapping[int, Decimal]] = MappingProxyType(
    {
        Table.SAATY_2005: dict(enumerate(map(Decimal, ("0.52", "0.89", "1.11", "1.25", "1.35")), start=3)),
        Table.DONEGAN_DODD_1991: dict(
            enumerate(map(Decimal, ("0.4914", "0.8286", "1.0591", "1.1797", "1.2519")), start=3)
        ),
    }
)


def _known_part(count: int, missing: int) -> Decimal:
    """1 where nothing is missing, 0 where no three things are all judged against each other."""
    return 1 - Decimal(2 * missing) / ((count - 1) * (count - 2)) if count > 2 else Decimal(0)


def _rounded(deviation: Decimal) -> Decimal:
    return round(deviation, _PLACES)


def _triples(matrix: Sequence[Sequence[Decimal | None]]) -> Iterator[Triple]:
    """Every three things judged against each other, told downwards: the first two judgements are no less than 1."""
    for first, second, third in permutations(range(len(matrix)), 3):
        down, further, said = matrix[first][second], matrix[second][third], matrix[first][third]
        if down is not None and further is not None and said is not None and down >= 1 and further >= 1:
            yield Triple(first, second, third, down, further, said)
