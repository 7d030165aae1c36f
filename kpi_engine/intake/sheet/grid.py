"""A sheet as it lies before somebody: rows of cells, and where each of them stands in the file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from kpi_engine.intake.number import plain
from kpi_engine.model.kpi import Unit, UnitKind


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that the file keeps as one, not as text; `percent` where it is shown as a percentage (12 % is 0.12)."""

    value: Decimal
    percent: bool = False


Cell: TypeAlias = str | Figure | date
"""Text as people wrote it, a number or a day; empty is ""."""
Row: TypeAlias = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of one sheet, all as long as the longest; `numbers` are theirs in the file (rows, or lines of text)."""

    name: str
    """Of the sheet in its workbook, or as the file itself says; empty where it says nothing."""
    rows: tuple[Row, ...]
    numbers: tuple[int, ...]
    keys: tuple[str, ...] = ()
    """What the columns are called in a file that has no letters for them (JSON)."""

    def column(self, index: int) -> str:
        """What a column is called in messages: `B`, or its key."""
        return self.keys[index] if self.keys else letters(index)

    def place(self, row: int, index: int) -> str:
        """What a cell is called in messages: `B7`, or `target 7`."""
        number = self.numbers[row]
        return f"{self.keys[index]} {number}" if self.keys else f"{letters(index)}{number}"


def grid(name: str, rows: list[list[Cell]], numbers: list[int], keys: tuple[str, ...] = ()) -> Grid:
    """The grid of rows of any length, without the rows and the last columns in which nothing stands."""
    filled = [(number, row) for number, row in zip(numbers, rows, strict=True) if _width(row)]
    width = max((_width(row) for _, row in filled), default=0)
    even = tuple(tuple(row[:width]) + ("",) * (width - len(row)) for _, row in filled)
    return Grid(name, even, tuple(number for number, _ in filled), keys)


def letters(index: int) -> str:
    """The letters of a column, as spreadsheets count: 0 is A, 26 is AA."""
    name = ""
    while index >= 0:
        index, letter = divmod(index, _LETTERS)
        name = chr(ord("A") + letter) + name
        index -= 1
    return name


def text_of(cell: Cell) -> str:
    """The cell as one would type it; a number so that it reads back as itself."""
    match cell:
        case str():
            return cell.strip()
        case Figure(value=value, percent=percent):
            return plain(value, _PERCENT if percent else _COUNT)
        case date():
            return cell.isoformat()


_LETTERS = 26
_PERCENT, _COUNT = Unit(UnitKind.PERCENT), Unit(UnitKind.COUNT)


def _width(row: list[Cell]) -> int:
    return max((index + 1 for index, cell in enumerate(row) if not isinstance(cell, str) or cell.strip()), default=0)
