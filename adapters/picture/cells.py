"""The cells of a table, each in its column around a middle line."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from markupsafe import Markup

from adapters.picture.columns import FIGURE, LABEL_GAP, MARK, SIZE, SMALL, Column
from adapters.picture.look import Look
from adapters.picture.scale import Box, extent
from adapters.picture.svg import element, line, measure, standing, words
from conversations.view import Bar, Cell, Marked, Spark

_MOST_VALUES = 24
"""Of a little line; only the last are drawn."""


def draw_cell(cell: Cell, column: Column, middle: float, look: Look) -> Markup:
    """The cell, behind the column's label if it has one; nothing where it is empty."""
    if not column.label or cell == "":
        return _drawn(cell, column, middle, look)
    label = words(column.label, (column.left, middle + 6), SMALL, look.soft)
    taken = measure(column.label, SMALL) + LABEL_GAP
    behind = replace(column, left=column.left + taken, width=column.width - taken)
    return element("g", label, _drawn(cell, behind, middle, look))


def _drawn(cell: Cell, column: Column, middle: float, look: Look) -> Markup:
    match cell:
        case "":
            return Markup("")
        case str():
            x, anchor = (column.left + column.width, "end") if column.right else (column.left, "start")
            return words(cell, (x, middle + 7), SIZE, look.ink, width=column.width, anchor=anchor)
        case Marked():
            return _marked(cell, column, middle, look)
        case Bar():
            return _bar(cell, column.left, middle, look)
        case Spark():
            return _spark(cell, column.left, middle, look)


def _marked(cell: Marked, column: Column, middle: float, look: Look) -> Markup:
    """Texts without a standing stand under those with one."""
    shape = standing(cell.mark, (column.left, middle), 17, look)
    text = words(cell.text, (column.left + MARK, middle + 7), SIZE, look.ink, width=column.width - MARK)
    return element("g", shape, text)


def _bar(bar: Bar, left: float, middle: float, look: Look) -> Markup:
    """The value as a length, with the goal as a line across."""
    goal = left + _share(bar.goal, bar.full) * FIGURE
    return element(
        "g",
        element("rect", x=left, y=middle - 7, width=FIGURE, height=14, rx=5, fill=look.rule),
        element(
            "rect",
            x=left,
            y=middle - 7,
            width=_share(bar.value, bar.full) * FIGURE,
            height=14,
            rx=5,
            fill=look.of(bar.mark),
        ),
        element("rect", x=goal - 1.5, y=middle - 12, width=3, height=24, fill=look.ink),
    )


def _spark(spark: Spark, left: float, middle: float, look: Look) -> Markup:
    values = spark.values[-_MOST_VALUES:]
    low, high = extent(values)
    box = Box(left + 5, left + FIGURE - 5, middle - 13, middle + 13, low, high, len(values))
    runs = box.runs(values)
    if not runs:
        return Markup("")
    end = element("circle", cx=runs[-1][-1][0], cy=runs[-1][-1][1], r=4.5, fill=look.accent)
    return element("g", *(line(run, look.soft, 2.5) for run in runs), end)


def _share(value: Decimal, full: Decimal) -> float:
    return float(min(max(value / full, Decimal(0)), Decimal(1))) if full > 0 else 0.0
