"""Where the cells of a row stand on a phone: all on one line under heads, or stacked, each with its label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from adapters.picture.svg import EDGE, WIDTH, measure
from conversations.view import Bar, Cell, Mark, Marked, Spark, Table

SIZE, SMALL = 21, 17
FIGURE = 96
"""How wide a bar or a little line is."""
MARK = 26
"""What a standing takes before its text."""
ROOM = WIDTH - 2 * EDGE
GAP, LABEL_GAP = 20, 8


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table, and where it stands."""

    index: int
    left: float
    width: float
    label: str = ""
    """What stands before each cell; empty where it has a head, or is what the row is about."""
    right: bool = False
    """Whether it is flush right."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns by the line of a row that they stand on."""

    lines: tuple[tuple[Column, ...], ...]
    headed: bool


def layout(table: Table) -> Layout:
    """One line where all columns fit; else what the row is about first, and the rest below it, each with its label.

    A column in which every cell is empty is left out.
    """
    widths = [max((_width(row[index]) for row in table.rows), default=0) for index in range(len(table.columns))]
    shown = [index for index, width in enumerate(widths) if width]
    headed = [max(width, measure(head, SMALL)) for width, head in zip(widths, table.columns, strict=True)]
    if _taken(shown, headed) <= ROOM:
        return Layout((_spread(shown, headed, table.align),), headed=True)
    name = next((index for index in shown if _names(table, index)), shown[0])
    before = sum(widths[index] + GAP for index in shown if index < name)
    first = [index for index in shown if index <= name]
    about = [ROOM - before if index == name else width for index, width in enumerate(widths)]
    rest = [index for index in shown if index > name]
    labelled = [min(width + _label(table.columns[index]), ROOM) for index, width in enumerate(widths)]
    stacked = (_packed(line, labelled, table.columns) for line in _broken(rest, labelled))
    return Layout((_packed(first, about, ("",) * len(widths)), *stacked), headed=False)


def _names(table: Table, index: int) -> bool:
    """Whether the column has words flush left: the first such says what a row is about."""
    cells = (row[index] for row in table.rows)
    return table.align[index] == "l" and any(cell.text if isinstance(cell, Marked) else cell for cell in cells)


def _width(cell: Cell) -> float:
    match cell:
        case str():
            return measure(cell, SIZE)
        case Marked(mark=Mark.NONE, text=""):
            return 0
        case Marked(text=text):
            return MARK + measure(text, SIZE)
        case Bar() | Spark():
            return FIGURE


def _label(column: str) -> float:
    return measure(column, SMALL) + LABEL_GAP if column else 0


def _taken(indexes: Sequence[int], widths: Sequence[float]) -> float:
    return sum(widths[index] for index in indexes) + GAP * (len(indexes) - 1)


def _broken(indexes: Sequence[int], widths: Sequence[float]) -> list[list[int]]:
    """As many on a line as fit."""
    lines: list[list[int]] = []
    for index in indexes:
        if lines and _taken([*lines[-1], index], widths) <= ROOM:
            lines[-1].append(index)
        else:
            lines.append([index])
    return lines


def _packed(indexes: Sequence[int], widths: Sequence[float], labels: Sequence[str]) -> tuple[Column, ...]:
    """Beside one another from the left."""
    lefts = [EDGE + _taken(indexes[: place + 1], widths) - widths[index] for place, index in enumerate(indexes)]
    return tuple(Column(index, left, widths[index], labels[index]) for index, left in zip(indexes, lefts, strict=True))


def _spread(indexes: Sequence[int], widths: Sequence[float], align: str) -> tuple[Column, ...]:
    """Over the whole width: what room is left is shared out between them."""
    spare = (ROOM - _taken(indexes, widths)) / max(len(indexes) - 1, 1)
    packed = _packed(indexes, widths, ("",) * len(widths))
    return tuple(
        Column(each.index, each.left + spare * place, each.width, right=align[each.index] == "r")
        for place, each in enumerate(packed)
    )
