"""Where the lines of a small picture run: values in, coordinates as SVG writes them out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from conversations.view import Bar, Spark

Points = Sequence[Decimal | None]

SPARK_WIDTH, SPARK_HEIGHT, SPARK_EDGE = 96, 24, 3
BAR_WIDTH = 96


@dataclass(frozen=True, slots=True)
class Box:
    """The part of a picture in which values are drawn, and the values at its lower and upper edge."""

    left: int
    right: int
    top: int
    bottom: int
    low: Decimal
    high: Decimal

    def x(self, index: int, count: int) -> str:
        """Where the index-th of `count` values stands; a single one stands at the right."""
        share = Decimal(index) / (count - 1) if count > 1 else Decimal(1)
        return _written(self.left + share * (self.right - self.left))

    def y(self, value: Decimal) -> str:
        """How far down a value stands; where all are the same, in the middle."""
        span = self.high - self.low
        share = (value - self.low) / span if span else Decimal("0.5")
        return _written(self.bottom - share * (self.bottom - self.top))


@dataclass(frozen=True, slots=True)
class Line:
    """A row of values as unbroken runs of points, with the last point apart."""

    runs: tuple[str, ...]
    end: tuple[str, str] | None


def spark_line(spark: Spark) -> Line:
    """The tiny line of a table's cell."""
    edge = SPARK_EDGE
    low, high = _range(spark.values)
    return line(spark.values, Box(edge, SPARK_WIDTH - edge, edge, SPARK_HEIGHT - edge, low, high))


def bar_width(bar: Bar, value: Decimal) -> str:
    """How far a value reaches on the bar's scale, never past its ends."""
    share = value / bar.full if bar.full > 0 else Decimal(0)
    return _written(min(max(share, Decimal(0)), Decimal(1)) * BAR_WIDTH)


def line(values: Points, box: Box) -> Line:
    """The values as runs that break where one is missing; a lone point is there twice, to be a dot."""
    runs: list[list[tuple[str, str]]] = [[]]
    for index, value in enumerate(values):
        if value is None:
            runs.append([])
        else:
            runs[-1].append((box.x(index, len(values)), box.y(value)))
    drawn = [run if len(run) > 1 else run * 2 for run in runs if run]
    return Line(tuple(" ".join(f"{x},{y}" for x, y in run) for run in drawn), drawn[-1][-1] if drawn else None)


def _range(values: Points) -> tuple[Decimal, Decimal]:
    known = [value for value in values if value is not None] or [Decimal(0)]
    return min(known), max(known)


def _written(number: Decimal) -> str:
    return f"{number:.1f}"
