"""A table: a scorecard, a leaderboard, a list with little lines. A row takes as many lines as a phone needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from adapters.picture.cells import draw_cell
from adapters.picture.columns import ROOM, SMALL, Column, Layout, layout
from adapters.picture.look import Look
from adapters.picture.svg import EDGE, WIDTH, line, page, words
from conversations.view import Cell, Table

MOST_ROWS = 24
"""More would be too small to read where a picture is shown whole; the words beside it have them all."""
_LINE, _PAD, _CAPTION, _HEAD, _MORE = 36.0, 14.0, 42.0, 32.0, 30.0


def table(of: Table, look: Look) -> str:
    """The table as SVG: caption, heads, and a rule above each row."""
    placed = layout(of)
    parts: list[Markup] = []
    y = float(EDGE)
    if of.caption:
        parts.append(words(of.caption, (EDGE, y + 20), 24, look.ink, width=ROOM))
        y += _CAPTION
    if placed.headed and any(of.columns):
        parts += _heads(of, placed.lines[0], y + 16, look)
        y += _HEAD
    for row in of.rows[:MOST_ROWS]:
        parts += [line([(EDGE, y), (WIDTH - EDGE, y)], look.rule, 1.5), *_row(row, placed, y, look)]
        y += len(placed.lines) * _LINE + _PAD
    if len(of.rows) > MOST_ROWS:
        parts.append(words(f"… {MOST_ROWS} / {len(of.rows)}", (EDGE, y + 22), SMALL, look.soft))
        y += _MORE
    return page(y + EDGE - _PAD, parts, look)


def _heads(of: Table, columns: Sequence[Column], y: float, look: Look) -> Iterator[Markup]:
    for column in columns:
        if of.columns[column.index]:
            x, anchor = (column.left + column.width, "end") if column.right else (column.left, "start")
            yield words(of.columns[column.index], (x, y), SMALL, look.soft, width=column.width, anchor=anchor)


def _row(row: Sequence[Cell], placed: Layout, top: float, look: Look) -> Iterator[Markup]:
    for number, columns in enumerate(placed.lines):
        middle = top + (_PAD + _LINE) / 2 + number * _LINE
        for column in columns:
            yield draw_cell(row[column.index], column, middle, look)
