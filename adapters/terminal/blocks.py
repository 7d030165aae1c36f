"""Blocks of a message as lines of styled text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from rich.text import Text as Line

from adapters.terminal.chart import chart
from adapters.terminal.figures import COLOURS, SIGNS, bar, spark
from adapters.terminal.grid import grid, pairs
from adapters.terminal.lines import words, wrapped
from adapters.terminal.markup import BREAK, Span, spans
from conversations.view import (
    Bar,
    Block,
    Cell,
    Chart,
    Document,
    Fields,
    Mark,
    Marked,
    Picture,
    QrCode,
    Spark,
    Table,
    Text,
)

_WIDE_ENOUGH = 80


def block(of: Block, width: int) -> list[Line]:
    """The block in lines of at most this width."""
    match of:
        case Text(html=html):
            return wrapped(Line.assemble(*map(_span, spans(html))), width)
        case Fields(pairs=facts):
            return _fields(facts, width)
        case Table():
            return _table(of, width)
        case Chart():
            return chart(of, width)
        case Picture(of=drawn):
            return block(drawn, width)
        case Document(name=name):
            return wrapped(words(f"⤓ {name}"), width)
        case QrCode(link=link):
            return wrapped(words(link), width)


def stacked(blocks: Sequence[Block], width: int) -> list[Line]:
    """The blocks under one another with a line between."""
    drawn = (block(each, width) for each in blocks)
    return list(chain.from_iterable([Line(), *lines] if n else lines for n, lines in enumerate(drawn)))


def _span(span: Span) -> Line:
    if span is BREAK:
        return Line("\n")
    if span.link:
        return words(f" ({span.link})", "dim")
    styles = (("bold", span.bold), ("italic", span.italic), ("cyan", span.code))
    return words(span.text, " ".join(style for style, on in styles if on))


def _fields(facts: Sequence[tuple[str, str]], width: int) -> list[Line]:
    rows = [(words(label, "dim"), words(value)) for label, value in facts]
    return list(chain.from_iterable(pairs(rows, width)))


def _table(table: Table, width: int) -> list[Line]:
    head = [words(column, "bold") for column in table.columns]
    standings = any(isinstance(cell, Marked) and cell.mark is not Mark.NONE for row in table.rows for cell in row)
    rows = [[_cell(cell, width, standings=standings) for cell in row] for row in table.rows]
    headed, *body = grid([head, *rows], table.align, width)
    rule = Line("─" * headed[0].cell_len, "dim")
    caption = wrapped(words(table.caption, "bold"), width) if table.caption else []
    return [*caption, *([*headed, rule] if any(table.columns) else []), *chain.from_iterable(body)]


def _cell(cell: Cell, width: int, *, standings: bool) -> Line:
    """Texts without a standing stand under those with one."""
    match cell:
        case str():
            return words(cell)
        case Marked(mark=Mark.NONE, text=text):
            return words(f"  {text}" if standings and text else text)
        case Marked(mark=mark, text=text):
            return Line.assemble(Line(SIGNS[mark], COLOURS[mark]), " " if text else "", words(text))
        case Bar():
            return bar(cell, 12 if width >= _WIDE_ENOUGH else 9)
        case Spark():
            return spark(cell)
