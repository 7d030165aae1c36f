"""Where the lines of a small picture run: values in, coordinates as SVG writes them out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from wcwidth import wcwidth

from conversations.view import Bar, Chart, Spark

Points = Sequence[Decimal | None]

SPARK_WIDTH, SPARK_HEIGHT, SPARK_EDGE = 96, 24, 3
BAR_WIDTH = 96
CHART_LEFT, CHART_RIGHT, CHART_TOP, CHART_BOTTOM = 12, 346, 12, 156
LABEL_CELL = 7.4
"""How wide a column of text is drawn in a chart; one Chinese character takes two."""
LABEL_COLUMNS = 14
"""Longer words are cut: the table beside a chart has them in full."""


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


@dataclass(frozen=True, slots=True)
class Level:
    """A horizontal line across a chart, with the value it stands for in words to its left."""

    y: str
    shown: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart's parts: one line per series, the lowest and the highest value, and those labels that fit."""

    left: int
    """Where the lines begin, so that the levels' words have room."""
    lines: tuple[Line, ...]
    levels: tuple[Level, ...]
    labels: tuple[tuple[str, str], ...]


def spark_line(spark: Spark) -> Line:
    """The tiny line of a table's cell."""
    edge = SPARK_EDGE
    low, high = _range(spark.values)
    return line(spark.values, Box(edge, SPARK_WIDTH - edge, edge, SPARK_HEIGHT - edge, low, high))


def bar_width(bar: Bar, value: Decimal) -> str:
    """How far a value reaches on the bar's scale, never past its ends."""
    share = value / bar.full if bar.full > 0 else Decimal(0)
    return _written(min(max(share, Decimal(0)), Decimal(1)) * BAR_WIDTH)


def chart(data: Chart) -> Drawn:
    """The parts of a line chart; gaps stay gaps."""
    low, high = _range([value for series in data.series for value in series.values])
    shown = _shown(data)
    ends = {value: _cut(shown[value]) for value in (low, high) if value in shown}
    left = CHART_LEFT + round(max(map(_columns, ends.values()), default=0) * LABEL_CELL)
    box = Box(left, CHART_RIGHT, CHART_TOP, CHART_BOTTOM, low, high)
    levels = tuple(Level(box.y(value), words) for value, words in ends.items())
    lines = tuple(line(series.values, box) for series in data.series)
    return Drawn(left, lines, levels, _labels(data.labels, box))


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


def _shown(data: Chart) -> dict[Decimal, str]:
    """How each value of the chart is worded."""
    return {
        value: words
        for series in data.series
        for value, words in zip(series.values, series.shown, strict=True)
        if value is not None
    }


def _labels(labels: Sequence[str], box: Box) -> tuple[tuple[str, str], ...]:
    cut = [_cut(label) for label in labels]
    widest = (max(map(_columns, cut), default=0) + 1) * LABEL_CELL
    step = -(-len(cut) // max(int((box.right - box.left) // widest), 1))
    return tuple(
        (box.x(index, len(cut)), label) for index, label in enumerate(cut) if (len(cut) - 1 - index) % step == 0
    )


def _cut(words: str) -> str:
    if _columns(words) <= LABEL_COLUMNS:
        return words
    kept = next(end for end in range(len(words), -1, -1) if _columns(words[:end]) < LABEL_COLUMNS)
    return f"{words[:kept]}…"


def _columns(words: str) -> int:
    return sum(max(wcwidth(char), 0) for char in words)


def _range(values: Points) -> tuple[Decimal, Decimal]:
    known = [value for value in values if value is not None] or [Decimal(0)]
    return min(known), max(known)


def _written(number: Decimal) -> str:
    return f"{number:.1f}"
