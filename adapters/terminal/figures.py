"""Numbers as characters: bars, sparklines and text charts."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import chain

from rich.text import Text

from adapters.terminal.grid import grid
from adapters.terminal.lines import words, wrapped
from conversations.view import Bar, Chart, Mark, Series, Spark

SIGNS = {Mark.GOOD: "▲", Mark.FAIR: "●", Mark.POOR: "▼", Mark.NONE: ""}
COLOURS = {Mark.GOOD: "green", Mark.FAIR: "yellow", Mark.POOR: "red", Mark.NONE: "cyan"}

_ZERO = Decimal(0)
_EIGHTHS = " ▏▎▍▌▋▊▉█"
_HEIGHTS = "▁▂▃▄▅▆▇█"
_FLAT = "▄"
_GAP = "·"
_GOAL = "│"
_OTHERS = "│╎┊"
_LONGEST_SPARK = 24


def bar(of: Bar, width: int) -> Text:
    """Blocks up to the value, with the goal marked."""
    return _figure(_strip(of.value, {of.goal: _GOAL}, _ZERO, of.full, width), COLOURS[of.mark])


def spark(of: Spark) -> Text:
    """A block as high as each value between the lowest and the highest, a dot for a gap; only the last 24."""
    values = of.values[-_LONGEST_SPARK:]
    known = [value for value in values if value is not None]
    blocks = (_GAP if value is None else _height(value, min(known), max(known)) for value in values)
    return _figure("".join(blocks), "")


def chart(of: Chart, width: int) -> list[Text]:
    """A row for each label: the first series as a bar, the others as marks over it, all as numbers too."""
    title = wrapped(words(of.title, "bold"), width)
    return [*title, *_plot(of.labels, of.series[0], of.series[1:], width)] if of.series else title


def _plot(labels: Sequence[str], main: Series, others: Sequence[Series], width: int) -> list[Text]:
    signs = [_OTHERS[n % len(_OTHERS)] for n in range(len(others))]
    names = [words(f"{sign} {other.name}", "dim") for sign, other in zip(signs, others, strict=True)]
    head = [Text(), words(main.name, "dim"), *names, Text()]
    strips = _strips(main, others, signs, width // 3)
    shown = zip(labels, main.shown, *(other.shown for other in others), strict=True)
    rows = [[*map(words, row), strip] for row, strip in zip(shown, strips, strict=True)]
    align = "l" + "r" * (1 + len(others)) + "l"
    return list(chain.from_iterable(grid([head, *rows], align, width)))


def _strips(main: Series, others: Sequence[Series], signs: Sequence[str], width: int) -> list[Text]:
    known = [value for each in (main, *others) for value in each.values if value is not None]
    low, high = min(known, default=_ZERO), max(known, default=_ZERO)
    return [
        _figure(_strip(value, _marks(others, signs, n), min(low, _ZERO), max(high, _ZERO), width), "cyan")
        for n, value in enumerate(main.values)
    ]


def _marks(others: Sequence[Series], signs: Sequence[str], n: int) -> dict[Decimal, str]:
    """The signs of the other series by where their n-th value stands."""
    values = ((other.values[n], sign) for other, sign in zip(others, signs, strict=True))
    return {value: sign for value, sign in values if value is not None}


def _strip(value: Decimal | None, marks: dict[Decimal, str], low: Decimal, high: Decimal, width: int) -> str:
    """Blocks between zero and the value on a scale of `width` characters, with marks laid over them."""
    start, end = sorted((_place(_ZERO, low, high, width * 8), _place(value or _ZERO, low, high, width * 8)))
    characters = [_block(n * 8, start, end) for n in range(width)]
    for at, sign in marks.items():
        characters[min(_place(at, low, high, width * 8) // 8, width - 1)] = sign
    return "".join(characters).rstrip()


def _figure(characters: str, style: str) -> Text:
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
