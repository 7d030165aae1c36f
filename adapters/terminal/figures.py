"""Numbers as characters: bars and sparklines."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TypeAlias

from rich.text import Text

from conversations.view import Bar, Mark, Spark

SIGNS = {Mark.GOOD: "▲", Mark.FAIR: "●", Mark.POOR: "▼", Mark.NONE: ""}
COLOURS = {Mark.GOOD: "green", Mark.FAIR: "yellow", Mark.POOR: "red", Mark.NONE: "cyan"}

_ZERO = Decimal(0)
_EIGHTHS = " ▏▎▍▌▋▊▉█"
_HEIGHTS = "▁▂▃▄▅▆▇█"
_FLAT = "▄"
_GAP = "·"
_GOAL = "│"
SHADE = "░"
_Shade: TypeAlias = tuple[Decimal, Decimal] | None
_LONGEST_SPARK = 24


def bar(of: Bar, width: int) -> Text:
    """Blocks up to the value, with the goal marked."""
    return figure(strip(of.value, {of.goal: _GOAL}, _ZERO, of.full, width), COLOURS[of.mark])


def spark(of: Spark) -> Text:
    """A block as high as each value between the lowest and the highest, a dot for a gap; only the last 24."""
    values = of.values[-_LONGEST_SPARK:]
    known = [value for value in values if value is not None]
    blocks = (_GAP if value is None else _height(value, min(known), max(known)) for value in values)
    return figure("".join(blocks), "")


def strip(
    value: Decimal | None, marks: Mapping[Decimal, str], low: Decimal, high: Decimal, width: int, shade: _Shade = None
) -> str:
    """Blocks between zero and the value on a scale of `width` characters, under the shade and the marks."""
    start, end = sorted((_place(_ZERO, low, high, width * 8), _place(value or _ZERO, low, high, width * 8)))
    characters = [_block(n * 8, start, end) for n in range(width)]
    if shade:
        first, last = (min(_place(edge, low, high, width * 8) // 8, width - 1) for edge in shade)
        characters[first : last + 1] = SHADE * (last - first + 1)
    for at, sign in marks.items():
        characters[min(_place(at, low, high, width * 8) // 8, width - 1)] = sign
    return "".join(characters).rstrip()


def figure(characters: str, style: str) -> Text:
    """Characters that are not to be broken."""
    return Text(characters, style, no_wrap=True)


def _block(left: int, start: int, end: int) -> str:
    if start > left:
        return _EIGHTHS[8 if start - left <= 4 and end > left + 4 else 0]
    return _EIGHTHS[min(max(end - left, 0), 8)]


def _place(value: Decimal, low: Decimal, high: Decimal, steps: int) -> int:
    share = (value - low) / (high - low) if high > low else _ZERO
    return round(min(max(share, _ZERO), Decimal(1)) * steps)


def _height(value: Decimal, low: Decimal, high: Decimal) -> str:
    return _HEIGHTS[_place(value, low, high, len(_HEIGHTS) - 1)] if high > low else _FLAT
