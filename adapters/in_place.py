"""What stands in a file, as blocks of a message: for where the file itself can't be sent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import zip_longest

from conversations.view import (
    Block,
    Document,
    Fields,
    Figure,
    Formula,
    Paragraph,
    Printed,
    Section,
    Sheet,
    SheetCell,
    Table,
    Text,
    Written,
)


def in_place(document: Document) -> Sequence[Block]:
    """The blocks; none of a text that is there for programs."""
    match document.content:
        case Written():
            return ()
        case Printed() as printed:
            return tuple(_printed(printed))
        case sheets:
            return tuple(block for sheet in sheets for block in _sheet(sheet))


def _printed(printed: Printed) -> Iterator[Block]:
    yield Text(f"<b>{escape(printed.title)}</b> {escape(printed.score)}")
    if printed.facts:
        yield Fields(printed.facts)
    for section in printed.sections:
        yield from _section(section)


def _section(section: Section) -> Iterator[Block]:
    yield Text(f"<b>{escape(section.heading)}</b>")
    for block in section.blocks:
        yield Text(block.html) if isinstance(block, Paragraph) else block


def _sheet(sheet: Sheet) -> Iterator[Block]:
    """Rows may be shorter than the longest one; a column in which all is computed has nothing to be read."""
    every = zip_longest(*(tuple(map(_words, row)) for row in sheet.rows), fillvalue="")
    columns = [column for column in every if any(column[1:]) or not column[1:]]
    head, *rows = zip(*columns, strict=True)
    if sheet.name:
        yield Text(f"<b>{escape(sheet.name)}</b>")
    yield Table(head, tuple(rows), "l" * len(head))


def _words(cell: SheetCell) -> str:
    """What only a spreadsheet computes is no words: the report beside it has the result."""
    match cell:
        case str():
            return cell
        case Figure(value=value, percent=percent):
            return f"{value * 100:f}%" if percent else f"{value:f}"
        case Formula():
            return ""
