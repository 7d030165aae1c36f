"""Numbers as characters: standings, bars and little lines."""

from __future__ import annotations

from decimal import Decimal

from conversations.view import Bar, Mark, Marked, Spark

SIGNS = {Mark.GOOD: "▲", Mark.FAIR: "●", Mark.POOR: "▼", Mark.NONE: ""}

_FULL, _EMPTY, _GOAL = "▰", "▱", "│"
_HEIGHTS = "▁▂▃▄▅▆▇█"
_FLAT, _GAP = "▄", "·"
_STEPS = 8
_LONGEST_SPARK = 24


def marked(of: Marked) -> str:
    """The shape of a standing before its words."""
    return f"{SIGNS[of.mark]} {of.text}".strip()


def bar(of: Bar) -> str:
    """Eight steps up to the full scale, with the goal between them."""
    value, goal = _place(of.value, of.full), _place(of.goal, of.full)
    steps = [_FULL] * value + [_EMPTY] * (_STEPS - value)
    return "".join([*steps[:goal], _GOAL, *steps[goal:]])


def spark(of: Spark) -> str:
    """A block as high as each value between the lowest and the highest, a dot for a gap; only the last 24."""
    values = of.values[-_LONGEST_SPARK:]
    known = [value for value in values if value is not None]
    return "".join(_GAP if value is None else _height(value, min(known), max(known)) for value in values)


def _place(value: Decimal, full: Decimal) -> int:
    return round(min(max(value / full, Decimal(0)), Decimal(1)) * _STEPS) if full > 0 else 0


def _height(value: Decimal, low: Decimal, high: Decimal) -> str:
    return _HEIGHTS[round((value - low) / (high - low) * (len(_HEIGHTS) - 1))] if high > low else _FLAT
