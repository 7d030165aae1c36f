"""What stands in a cell of a table, in characters: marks, bars and little lines."""

from __future__ import annotations

from decimal import Decimal

from conversations.view import Bar, Cell, Mark, Marked, Spark

SIGNS = {Mark.GOOD: "🟢", Mark.FAIR: "🔶", Mark.POOR: "🔻", Mark.NONE: ""}
"""Shapes that differ, for whoever does not see colours."""

_BAR = 8
_FULL, _EMPTY, _GOAL = "█", "░", "│"
_HEIGHTS = "▁▂▃▄▅▆▇█"
_FLAT, _GAP = "▄", "·"
_LONGEST_SPARK = 24
_ZERO = Decimal(0)


def cell_text(cell: Cell) -> str:
    """The cell in characters; empty where there is nothing in it."""
    match cell:
        case str():
            return cell
        case Marked(mark=mark, text=text):
            return f"{SIGNS[mark]} {text}".strip()
        case Bar():
            return _bar(cell)
        case Spark():
            return _spark(cell)


def _bar(bar: Bar) -> str:
    """Blocks up to the value, and a line between them where the goal is."""
    filled = _place(bar.value, _ZERO, bar.full, _BAR)
    blocks = _FULL * filled + _EMPTY * (_BAR - filled)
    goal = _place(bar.goal, _ZERO, bar.full, _BAR)
    return f"{blocks[:goal]}{_GOAL}{blocks[goal:]}"


def _spark(spark: Spark) -> str:
    """A block as high as each value between the lowest and the highest, a dot for a gap; only the last 24."""
    values = spark.values[-_LONGEST_SPARK:]
    known = [value for value in values if value is not None]
    return "".join(_GAP if value is None else _height(value, min(known), max(known)) for value in values)


def _height(value: Decimal, low: Decimal, high: Decimal) -> str:
    return _HEIGHTS[_place(value, low, high, len(_HEIGHTS) - 1)] if high > low else _FLAT


def _place(value: Decimal, low: Decimal, high: Decimal, steps: int) -> int:
    share = (value - low) / (high - low) if high > low else _ZERO
    return round(min(max(share, _ZERO), Decimal(1)) * steps)
