"""Where values stand in a picture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from adapters.picture.svg import Point


@dataclass(frozen=True, slots=True)
class Box:
    """The part of a picture in which `count` values are drawn, and the values at its lower and upper edge."""

    left: float
    right: float
    top: float
    bottom: float
    low: Decimal
    high: Decimal
    count: int

    def x(self, index: int) -> float:
        """Where the index-th value stands; a single one stands in the middle."""
        share = index / (self.count - 1) if self.count > 1 else 0.5
        return self.left + share * (self.right - self.left)

    def y(self, value: Decimal) -> float:
        """How far down a value stands; where all are the same, in the middle."""
        span = self.high - self.low
        share = float((value - self.low) / span) if span else 0.5
        return self.bottom - share * (self.bottom - self.top)

    def at(self, index: int, value: Decimal) -> Point:
        """Where the index-th value stands."""
        return self.x(index), self.y(value)

    def runs(self, values: Sequence[Decimal | None]) -> list[list[Point]]:
        """The values as unbroken runs of points; gaps stay gaps."""
        runs: list[list[Point]] = [[]]
        for index, value in enumerate(values):
            if value is None:
                runs.append([])
            else:
                runs[-1].append(self.at(index, value))
        return [run for run in runs if run]


def extent(values: Iterable[Decimal | None]) -> tuple[Decimal, Decimal]:
    """The lowest and the highest of the values that are known; zero of none."""
    known = [value for value in values if value is not None] or [Decimal(0)]
    return min(known), max(known)
