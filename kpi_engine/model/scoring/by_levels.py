"""Ways of scoring by straight lines through levels of the rule's own."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, TypeAlias

from kpi_engine.model.scoring.terms import Basis, Edge


@dataclass(frozen=True, slots=True)
class BestWorst:
    """From 0 at the worst to 100 at the best, and no further."""

    tag: ClassVar[str] = "best_worst"

    best: Decimal
    worst: Decimal


@dataclass(frozen=True, slots=True)
class Anchor:
    """A value and what it scores."""

    at: Decimal
    points: Decimal


@dataclass(frozen=True, slots=True)
class Anchors:
    """Straight lines through points in rising order of value."""

    tag: ClassVar[str] = "anchors"

    anchors: tuple[Anchor, ...]
    basis: Basis = Basis.VALUE
    left: Edge = Edge.CLAMP
    right: Edge = Edge.CLAMP


@dataclass(frozen=True, slots=True)
class Efficacy:
    """The efficacy coefficient: (value - bad) / (good - bad) x `span` + `base`."""

    tag: ClassVar[str] = "efficacy"

    bad: Decimal
    good: Decimal
    base: Decimal = Decimal(60)
    span: Decimal = Decimal(40)


@dataclass(frozen=True, slots=True)
class Deciles:
    """Ten points for each decile and a part of them inside it; 0 before the first, 100 from the tenth on.

    `begins` has where each decile begins, of those from the number `first` to the tenth.
    """

    tag: ClassVar[str] = "deciles"

    begins: tuple[Decimal, ...]
    first: int = 1


@dataclass(frozen=True, slots=True)
class Improvement:
    """The better of how good it is (threshold to benchmark) and how much better (baseline to benchmark).

    In tenths of the points: 9 x (value - threshold) / (benchmark - threshold) + 0.5, 10 from the benchmark on; and
    10 x (value - baseline) / (benchmark - baseline) - 0.5, at most 9.
    """

    tag: ClassVar[str] = "improvement"

    threshold: Decimal
    benchmark: Decimal
    baseline: Decimal


ByLevels: TypeAlias = BestWorst | Anchors | Efficacy | Deciles | Improvement
"""Lines through levels of the rule's own."""
