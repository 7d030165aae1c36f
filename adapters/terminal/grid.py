"""Lines in aligned columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from rich.text import Text

from adapters.terminal.lines import clamped, fitted, wrapped

GAP = 2
_NARROWEST = 4
_WIDEST_KEPT = 40
_LINES_IN_A_CELL = 3


def grid(rows: Sequence[Sequence[Text]], align: str, width: int) -> list[list[Text]]:
    """The lines of each row, in columns, each `l` or `r`; the first row is the head.

    Where they are too wide for the page the widest columns give way, but neither numbers (`r`) nor figures
    (`no_wrap`); words on the left go on in a second and third line before they are cut.
    """
    columns = [list(column) for column in zip(*rows, strict=True)]
    natural = [max(cell.cell_len for cell in column) for column in columns]
    least = [_least(column, side) for column, side in zip(columns, align, strict=True)]
    widths = _shares(natural, least, width)
    return [_row(row, widths, align) for row in rows]


def pairs(rows: Sequence[tuple[Text, Text]], width: int) -> list[list[Text]]:
    """Each row's two texts beside one another, both of them broken into as many lines as they need."""
    most = width // 2 if any(right for _, right in rows) else width
    side = min(max((left.cell_len for left, _ in rows), default=0), most)
    return [_beside(wrapped(left, side), wrapped(right, max(width - side - GAP, 1)), side) for left, right in rows]


def _beside(left: Sequence[Text], right: Sequence[Text], side: int) -> list[Text]:
    both = zip_longest(left, right, fillvalue=Text())
    return [Text.assemble(fitted(one, side), " " * GAP, other) for one, other in both]


def _row(cells: Sequence[Text], widths: Sequence[int], align: str) -> list[Text]:
    drawn = [_cell(*each) for each in zip(cells, widths, align, strict=True)]
    blanks = [Text(" " * width) for width in widths]
    lines = zip_longest(*drawn)
    return [
        Text(" " * GAP).join(cell or blank for cell, blank in zip(line, blanks, strict=True) if blank) for line in lines
    ]


def _cell(cell: Text, width: int, side: str) -> list[Text]:
    if side == "r":
        return [fitted(cell, width, right=True)]
    return [fitted(line, width) for line in clamped(cell, width, _LINES_IN_A_CELL)]


def _least(column: Sequence[Text], side: str) -> int:
    kept = (cell.cell_len for cell in column[1:] if side == "r" or cell.no_wrap)
    return max(_NARROWEST, min(max(kept, default=0), _WIDEST_KEPT))


def _shares(natural: Sequence[int], least: Sequence[int], width: int) -> list[int]:
    """The widths taken from the widest that can spare it until all of them fit."""
    widths = list(natural)
    room = width - GAP * (sum(1 for each in widths if each) - 1)
    while sum(widths) > room and (spare := [n for n in range(len(widths)) if widths[n] > least[n]]):
        widths[max(spare, key=widths.__getitem__)] -= 1
    return widths
