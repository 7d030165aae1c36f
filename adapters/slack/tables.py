"""Tables: as Slack's own where it draws them (in messages), else in columns of characters of one width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wcwidth import wcswidth, wcwidth

from adapters.slack.cells import cell_text
from adapters.slack.clean import one_line
from adapters.slack.elements import BLANK, Json, preformatted
from adapters.slack.limits import PARAGRAPH, TABLE_CHARACTERS, TABLE_COLUMNS, TABLE_ROWS, cut
from conversations.view import Table

_CELL = 300
_COLUMN = 24
"""How wide a column of characters may be: a phone shows some forty."""
_LINE = 64
"""How wide a line of them may be: a modal and the home tab show some more."""
_GAP = "  "


def native(table: Table) -> Iterator[Json]:
    """The table in as many blocks as it needs, each with the head; a message takes one of them."""
    head = _words(table.columns)
    for rows in _parts(head, [_words(map(cell_text, row)) for row in table.rows]):
        yield {
            "type": "table",
            "rows": [[{"type": "raw_text", "text": cell or BLANK} for cell in row] for row in (head, *rows)],
            "column_settings": [{"align": _ALIGN[side]} for side in table.align[:TABLE_COLUMNS]],
        }


def in_characters(table: Table) -> Iterator[Json]:
    """The table in lines of characters, in as many blocks as it needs."""
    rows = [_words(table.columns), *(_words(map(cell_text, row)) for row in table.rows)]
    rows = [[_fit(cell, _COLUMN) for cell in row] for row in rows]
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    lines = [_line(row, widths, table.align) for row in rows]
    per_block = max(PARAGRAPH // max(map(len, lines), default=1), 1)
    for first in range(0, len(lines), per_block):
        yield preformatted(lines[first : first + per_block])


def fits_in_characters(table: Table) -> bool:
    """Whether each cell is seen whole in its column of characters, and no line is longer than a modal is wide."""
    rows = [_words(table.columns), *(_words(map(cell_text, row)) for row in table.rows)]
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    return max(widths, default=0) <= _COLUMN and sum(widths) + len(_GAP) * (len(widths) - 1) <= _LINE


def is_cut(table: Table) -> bool:
    """Whether it has more columns than Slack draws, so that the last one that is drawn is "…"."""
    return len(table.columns) > TABLE_COLUMNS


def _words(cells: Iterator[str] | Sequence[str]) -> list[str]:
    words = [cut(one_line(cell), _CELL) for cell in cells]
    return words if len(words) <= TABLE_COLUMNS else [*words[: TABLE_COLUMNS - 1], "…"]


def _parts(head: Sequence[str], rows: Sequence[list[str]]) -> Iterator[list[list[str]]]:
    """The rows in parts that fit into a table below the head; a table without rows is one part."""
    part: list[list[str]] = []
    room = most = TABLE_CHARACTERS - _length(head)
    for row in rows:
        if part and (len(part) == TABLE_ROWS - 1 or room < _length(row)):
            yield part
            part, room = [], most
        part.append(row)
        room -= _length(row)
    yield part


def _length(row: Sequence[str]) -> int:
    return sum(len(cell) or len(BLANK) for cell in row)


def _line(row: Sequence[str], widths: Sequence[int], align: str) -> str:
    cells = (_padded(cell, width, side) for cell, width, side in zip(row, widths, align, strict=False) if width)
    return _GAP.join(cells).rstrip()


def _padded(cell: str, width: int, side: str) -> str:
    blanks = " " * (width - _width(cell))
    return blanks + cell if side == "r" else cell + blanks


def _fit(cell: str, most: int) -> str:
    """The cell in so many columns of the screen."""
    if _width(cell) <= most:
        return cell
    kept, width = "", 1
    for character in cell:
        width += max(wcwidth(character), 0)
        if width > most:
            break
        kept += character
    return f"{kept.rstrip()}…"


def _width(text: str) -> int:
    """Columns on the screen; of characters that have no width of their own, their number."""
    width = wcswidth(text)
    return width if width >= 0 else len(text)


_ALIGN = {"l": "left", "r": "right"}
