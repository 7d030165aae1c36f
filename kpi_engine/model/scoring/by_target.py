"""Ways of scoring whose shape the target and its levels give."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, TypeAlias

from kpi_engine.model.scoring.terms import AT_STRETCH, AT_TARGET, AT_THRESHOLD, Basis


@dataclass(frozen=True, slots=True)
class Proportional:
    """More is better: 100 x value / target. Only above a target of 0."""

    tag: ClassVar[str] = "proportional"


@dataclass(frozen=True, slots=True)
class Mirror:
    """Less is better: 100 x (2 - value / target), a straight line. Only above a target of 0."""

    tag: ClassVar[str] = "mirror"


@dataclass(frozen=True, slots=True)
class Reciprocal:
    """Less is better: 100 x target / value. Only above a target of 0; it needs its cap, as it has no end."""

    tag: ClassVar[str] = "reciprocal"


@dataclass(frozen=True, slots=True)
class Progress:
    """The way from a baseline to the target: 100 x (value - baseline) / (target - baseline).

    The only proportion that holds for negative values and for "from ... to ...".
    """

    tag: ClassVar[str] = "progress"

    baseline: Decimal


@dataclass(frozen=True, slots=True)
class TargetLevels:
    """Straight lines through the target's own levels, with these points; worse than the threshold 0, and no
    more than at the stretch. A level that is not agreed, or that is the target, is left out."""

    tag: ClassVar[str] = "target_levels"

    threshold: Decimal = AT_THRESHOLD
    target: Decimal = AT_TARGET
    stretch: Decimal = AT_STRETCH


@dataclass(frozen=True, slots=True)
class Closeness:
    """The nearer to the target the better: 100 x (1 - |value - target| / tolerance)."""

    tag: ClassVar[str] = "closeness"

    tolerance: Decimal
    basis: Basis = Basis.VALUE


@dataclass(frozen=True, slots=True)
class RangeEnds:
    """In the range 100; outside 100 x (1 - distance / c), c the larger way from the range to its worst ends."""

    tag: ClassVar[str] = "range_ends"

    lowest: Decimal
    highest: Decimal


ByTarget: TypeAlias = Proportional | Mirror | Reciprocal | Progress | TargetLevels | Closeness | RangeEnds
"""What the target and its levels give a shape."""
