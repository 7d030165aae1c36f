"""A table where Telegram has none: aligned in `pre` where it is narrow, else a paragraph to each row."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import chain

from wcwidth import wcswidth

from adapters.telegram.figures import bar, marked, spark
from adapters.telegram.limits import CAPTION
from adapters.telegram.text import Line, clean, flowing, line, size
from conversations.view import Bar, Cell, Marked, Spark, Table

NARROW = 34
"""Columns of fixed width that a phone shows on one line; a Chinese character takes two."""
_GAP = "  "
_AND = " · "


def table(of: Table) -> list[Line]:
    """The table's lines under its caption."""
    caption = [line(of.caption, "b")] if of.caption else []
    grid = _grid(of)
    return [*caption, *([grid] if grid else _paragraphs(of))]


def cell(of: Cell) -> str:
    """The cell in characters."""
    match of:
        case str():
            return clean(of)
        case Marked():
            return clean(marked(of))
        case Bar():
            return bar(of)
        case Spark():
            return spark(of)


def width(text: str) -> int:
    """Columns of fixed width that the text takes."""
    return max(wcswidth(text), 0)


def _grid(of: Table) -> Line | None:
    """None where it is too wide to be read on a phone, or too long to be kept together."""
    head = [[clean(column) for column in of.columns]] if any(of.columns) else []
    rows = [*head, *([cell(each) for each in row] for row in of.rows)]
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    drawn = "\n".join(_row(row, widths, of.align) for row in rows)
    if not widths or sum(widths) + len(_GAP) * (len(widths) - 1) > NARROW or size(drawn) > CAPTION:
        return None
    return Line(f"<pre>{escape(drawn, quote=False)}</pre>", size(drawn))


def _row(row: Sequence[str], widths: Sequence[int], align: str) -> str:
    fitted = (_fitted(*each) for each in zip(row, widths, align, strict=True))
    return _GAP.join(fitted).rstrip()


def _fitted(text: str, columns: int, side: str) -> str:
    space = " " * (columns - width(text))
    return space + text if side == "r" else text + space


def _paragraphs(of: Table) -> list[Line]:
    """Of each row first what it is about, then the other cells with their heads."""
    about = _about(of)
    if not of.rows:
        return flowing((line(column, "i") for column in of.columns), _AND)
    head = [line(of.columns[about], "i")] if of.columns and of.columns[about] else []
    return [*head, *chain.from_iterable(_paragraph(of, row, about) for row in of.rows)]


def _about(of: Table) -> int:
    """The first column of words."""
    return next((n for n, column in enumerate(of.columns) if column and of.align[n] == "l"), 0)


def _paragraph(of: Table, row: Sequence[Cell], about: int) -> list[Line]:
    before = [line(cell(each)) for each in row[:about]]
    rest = zip(of.columns[about + 1 :], row[about + 1 :], strict=True)
    facts = [line(f"{column} {shown}".strip()) for column, each in rest if (shown := cell(each))]
    heads = [line(column, "i") for column in of.columns[:about] if column]
    title = flowing([*heads, *before, line(cell(row[about]), "b")], " ")
    return [*title, *flowing(facts, _AND)]
