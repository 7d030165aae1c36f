"""Blocks of a message as a rich message (Bot API 10.1): its tables are real ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from adapters.telegram.limits import RICH, RICH_COLUMNS, RICH_ROWS
from adapters.telegram.table import cell
from adapters.telegram.text import Line, clean, lines, size
from conversations.view import Cell, Fields, Table, Text

_ALIGN = {"l": "left", "r": "right"}


def rich(
    blocks: Sequence[Text | Fields | Table], sign: str, before: Sequence[Line] = (), after: Sequence[Line] = ()
) -> str:
    """The blocks as rich HTML, between the lines; empty where there is no table, or more than a message holds."""
    tables = [block for block in blocks if isinstance(block, Table)]
    rows = sum(len(block.rows) + 2 for block in tables)
    if not tables or rows > RICH_ROWS or any(len(block.columns) > RICH_COLUMNS for block in tables):
        return ""
    html = "".join([*_lines(before), *map(_block, _signed(blocks, sign)), *_lines(after)])
    return html if size(html) <= RICH else ""


def _signed(blocks: Sequence[Text | Fields | Table], sign: str) -> list[Text | Fields | Table]:
    """The sign before the first words."""
    first, *others = blocks
    if not sign:
        return [first, *others]
    return [Text(f"{sign} {first.html}"), *others] if isinstance(first, Text) else [Text(sign), first, *others]


def _block(block: Text | Fields | Table) -> str:
    match block:
        case Text(html=html):
            return "".join(_lines(lines(html)))
        case Fields(pairs=pairs):
            return "".join(f"<p>{_words(label)}: <b>{_words(value)}</b></p>" for label, value in pairs)
        case Table():
            return _table(block)


def _lines(of: Sequence[Line]) -> Iterator[str]:
    """As one paragraph."""
    if of:
        yield f"<p>{'<br>'.join(line.html for line in of)}</p>"


def _table(table: Table) -> str:
    caption = f"<caption>{_words(table.caption)}</caption>" if table.caption else ""
    cells = "".join(f"<th>{_words(column)}</th>" for column in table.columns)
    head = f"<tr>{cells}</tr>" if any(table.columns) else ""
    rows = "".join(f"<tr>{''.join(map(_cell, row, table.align))}</tr>" for row in table.rows)
    return f"<table bordered striped compact>{caption}{head}{rows}</table>"


def _cell(of: Cell, side: str) -> str:
    return f'<td align="{_ALIGN[side]}">{escape(cell(of), quote=False)}</td>'


def _words(text: str) -> str:
    return escape(clean(text), quote=False)
