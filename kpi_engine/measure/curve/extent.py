"""How much of a cycle a value is of, and what that makes of the levels of a rule."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kpi_engine.model.kpi import Target
from kpi_engine.model.scoring import Basis


@dataclass(frozen=True, slots=True)
class Extent:
    """A sum is of `part` of its target's cycle, in so many cycles: a quarter of months is 3 in 3. What is not
    summed up is always of one whole cycle."""

    part: Decimal = Decimal(1)
    cycles: int = 1


WHOLE_CYCLE = Extent()


def absolute(level: Decimal, basis: Basis, target: Target, extent: Extent) -> Decimal:
    """A level of a rule as a value: for the extent, or as that part of the target (which is the extent's)."""
    match basis:
        case Basis.VALUE:
            return level * extent.part
        case Basis.TARGET:
            return level * target.value
