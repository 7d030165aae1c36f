"""What could come out, and how likely that is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from kpi_engine.measure.curve.direction import reaches
from kpi_engine.measure.exact import divide
from kpi_engine.model.kpi import Direction, Target
from kpi_engine.model.pace import Band

LOW, MIDDLE, HIGH = Decimal("0.1"), Decimal("0.5"), Decimal("0.9")
"""The ends of a band that eight in ten outcomes lie in, and its middle."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Outcomes, each as likely as the next, in rising order; at least one."""

    outcomes: tuple[Decimal, ...]

    @classmethod
    def of(cls, outcomes: Iterable[Decimal]) -> Spread:
        """These outcomes, in whatever order they come."""
        return cls(tuple(sorted(outcomes)))

    @property
    def band(self) -> Band:
        """Where eight in ten outcomes lie, and their middle."""
        return Band(self.at(LOW), self.at(MIDDLE), self.at(HIGH))

    def at(self, part: Decimal) -> Decimal:
        """The outcome with that part (0 to 1) of all below it."""
        return self.outcomes[min(int(part * len(self.outcomes)), len(self.outcomes) - 1)]

    def between(self, low: Decimal | None, high: Decimal | None) -> Decimal:
        """The part of the outcomes from `low` to `high`, both included; None is no bound."""
        first = 0 if low is None else bisect_left(self.outcomes, low)
        last = len(self.outcomes) if high is None else bisect_right(self.outcomes, high)
        return divide(Decimal(max(last - first, 0)), Decimal(len(self.outcomes)))

    def chance(self, direction: Direction, target: Target) -> Decimal:
        """How likely the target is reached, 0 to 1; exactly at the target is reached."""
        return self.between(*reaches(direction, target))
