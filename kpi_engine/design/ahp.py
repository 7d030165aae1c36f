"""Weights from judgements of two at a time (analytic hierarchy process, Saaty 1980)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext
from itertools import combinations
from typing import TypeAlias

from kpi_engine.design.consistency import LIMIT, Table, Triple, consistency, worst_triple

MOST = 7
"""More take more than 21 questions: an order of importance is then the better question."""
STRONGEST = Decimal(9)
"""Saaty's scale ends at nine times."""
TOLERANCE = Decimal("1e-15")
"""The weights are found when a further step moves none of them by more."""

_DIGITS = Context(prec=28)
_ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Judgement:
    """The one matters `times` times as much as the other: 1 to 9, or down to 1/9 the other way round."""

    one: int
    other: int
    times: Decimal


@dataclass(frozen=True, slots=True)
class Weighing:
    """What the judgements come to."""

    points: tuple[Decimal, ...]
    """Parts of 1, not rounded: `weights.share` and `bounds.within` make weights of them."""
    largest: Decimal
    """The principal eigenvalue: as large as the number of things where no judgement speaks against another."""
    index: Decimal
    """Consistency index, (largest - n) / (n - 1)."""
    ratio: Decimal
    """Consistency ratio: the index beside that of random judgements. Above 0.1 they should be looked at again."""
    table: Table
    """Where the index of random judgements is from."""
    worst: Triple | None
    """The three judgements that speak most against each other; None where no three do."""


Matrix: TypeAlias = list[list[Decimal | None]]


def pairs(count: int) -> tuple[tuple[int, int], ...]:
    """All pairs to be judged. The first count - 1 tie all things together: with those the weights are known."""
    every = combinations(range(count), 2)
    return tuple(sorted(every, key=lambda pair: (pair[1] - pair[0], pair)))


def enough(count: int, judgements: Sequence[Judgement]) -> bool:
    """Whether the judgements tie all things together, directly or by way of others."""
    reached, waiting = {0}, [0]
    while waiting:
        here = waiting.pop()
        ends = {judged.other if judged.one == here else judged.one for judged in judgements if here in _ends(judged)}
        waiting += ends - reached
        reached |= ends
    return len(reached) == count


def weigh(count: int, judgements: Sequence[Judgement], table: Table = Table.SAATY_2005) -> Weighing:
    """The weights by power iteration; pairs that nobody judged follow from those judged (Harker 1987).

    Decimals to 28 digits, so that every machine finds the same ones. Raises ValueError unless there are one to seven
    things, each judgement is of two of them and between 1/9 and 9, no pair is judged twice, and there are enough.
    """
    _check(count, judgements)
    with localcontext(_DIGITS):
        matrix = _matrix(count, judgements)
        points = _principal(matrix)
        largest = _largest(matrix, points)
        index, ratio = consistency(count, largest, len(pairs(count)) - len(judgements), table)
        return Weighing(points, largest, index, ratio, table, worst_triple(matrix))


def contradiction(found: Weighing, strongest: Decimal) -> Triple | None:
    """The three judgements to be looked at again, where all of them speak too much against each other.

    None where the strongest that could be said was said, and only the scale had no stronger word.
    """
    if found.ratio <= LIMIT or found.worst is None or found.worst.said >= strongest:
        return None
    return found.worst


def _check(count: int, judgements: Sequence[Judgement]) -> None:
    if not 1 <= count <= MOST:
        raise ValueError(f"one to {MOST} things can be weighed")
    if any(judged.one == judged.other or not _ends(judged) <= set(range(count)) for judged in judgements):
        raise ValueError("a judgement must be of two of the things")
    if len({frozenset(_ends(judged)) for judged in judgements}) < len(judgements):
        raise ValueError("a pair must be judged once")
    if not all(_in_scale(judged.times) for judged in judgements):
        raise ValueError("a judgement must be between 1/9 and 9")
    if not enough(count, judgements):
        raise ValueError("the judgements must tie all things together")


def _in_scale(times: Decimal) -> bool:
    """One ninth is not exact: a hair below it will do."""
    return times.is_finite() and times <= STRONGEST and times * STRONGEST >= Decimal("0.999")


def _ends(judged: Judgement) -> set[int]:
    return {judged.one, judged.other}


def _matrix(count: int, judgements: Sequence[Judgement]) -> Matrix:
    """How many times the row matters as much as the column; None where nobody said."""
    matrix: Matrix = [[_ONE if row == column else None for column in range(count)] for row in range(count)]
    for judged in judgements:
        matrix[judged.one][judged.other] = judged.times
        matrix[judged.other][judged.one] = _ONE / judged.times
    return matrix


def _principal(matrix: Matrix) -> tuple[Decimal, ...]:
    """The principal eigenvector, 1 in all. It is found from anywhere, as everything is tied to everything."""
    points = (_ONE / len(matrix),) * len(matrix)
    while True:
        moved = _products(matrix, points)
        whole = sum(moved)
        after = tuple(part / whole for part in moved)
        if max(abs(now - then) for now, then in zip(after, points, strict=True)) <= TOLERANCE:
            return after
        points = after


def _products(matrix: Matrix, points: Sequence[Decimal]) -> list[Decimal]:
    """Matrix times points: a pair that nobody judged is taken as the points have it, so that it adds a row's own."""
    return [
        sum((points[row] if times is None else times * points[column] for column, times in enumerate(line)), Decimal(0))
        for row, line in enumerate(matrix)
    ]


def _largest(matrix: Matrix, points: Sequence[Decimal]) -> Decimal:
    """The eigenvalue, as the mean of what each row says."""
    rows = [product / point for product, point in zip(_products(matrix, points), points, strict=True)]
    return sum(rows, Decimal(0)) / len(rows)
