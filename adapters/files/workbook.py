"""XLSX → grids: what stands in the cells of each sheet that can be seen."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from itertools import zip_longest
from typing import TypeAlias
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell
from openpyxl.workbook import Workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from adapters.files.limits import MOST_COLUMNS, MOST_ROWS, MOST_SHEETS, MOST_UNPACKED, check_cell
from adapters.files.marks import Marks, read_marks
from adapters.files.unreadable import Unreadable
from kpi_engine.intake.sheet.grid import Cell, Figure, Grid, grid

FileCell: TypeAlias = ReadOnlyCell | EmptyCell


def read_workbook(content: bytes) -> tuple[Grid, ...]:
    """The sheets that are not hidden, without their hidden rows: what is read is what one sees.

    Text that is merged over several rows stands in each of them. A formula is the value saved with it, or its own
    text where none was. Unreadable: damaged, too_large, too_many_sheets, and those of rows and cells.
    """
    with _whole(), ZipFile(BytesIO(content)) as packed:
        if sum(entry.file_size for entry in packed.infolist()) > MOST_UNPACKED:
            raise Unreadable("too_large", limit=MOST_UNPACKED)
        marks = read_marks(packed)
        if len(marks) > MOST_SHEETS:
            raise Unreadable("too_many_sheets", limit=MOST_SHEETS)
        values, formulas = _opened(content, values=True), _opened(content, values=False)
        return tuple(
            _grid(sheet, formulas[sheet.title], marks[sheet.title])
            for sheet in values.worksheets
            if sheet.sheet_state == "visible"
        )


@contextmanager
def _whole() -> Iterator[None]:
    """Whatever goes wrong inside a stranger's archive, its XML and its numbers means that it is damaged."""
    try:
        with warnings.catch_warnings(action="ignore"):
            yield
    except Unreadable:
        raise
    except Exception as error:
        raise Unreadable("damaged") from error


def _opened(content: bytes, *, values: bool) -> Workbook:
    return load_workbook(BytesIO(content), read_only=True, data_only=values, keep_links=False)


def _grid(valued: object, written: object, marks: Marks) -> Grid:
    assert isinstance(valued, ReadOnlyWorksheet)
    assert isinstance(written, ReadOnlyWorksheet)
    rows: dict[int, list[Cell]] = {}
    for number, (row, formulas) in enumerate(zip(_rows(valued), _rows(written), strict=True), 1):
        cells = [_cell(cell, formula) for cell, formula in zip_longest(row, formulas)]
        if any(cell != "" for cell in cells[MOST_COLUMNS:]):
            raise Unreadable("too_many_columns", limit=MOST_COLUMNS)
        if any(cell != "" for cell in cells):
            rows[number] = cells[:MOST_COLUMNS]
        if len(rows) > MOST_ROWS:
            raise Unreadable("too_many_rows", limit=MOST_ROWS)
    _fill_down(rows, marks.merged)
    seen = [number for number in rows if number not in marks.hidden]
    return grid(valued.title, [rows[number] for number in seen], seen)


def _rows(sheet: ReadOnlyWorksheet) -> Iterable[Sequence[FileCell]]:
    """Only as wide and as long as what is there: the size that a file claims to have is not believed."""
    sheet.reset_dimensions()
    rows: Iterable[Sequence[FileCell]] = sheet.rows  # type: ignore[assignment]  # as read-only sheets give them
    return rows


def _cell(cell: FileCell, formula: FileCell) -> Cell:
    value = formula.value if cell.value is None else cell.value
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case int() | float():
            return Figure(_shown(value), percent="%" in _QUOTED.sub("", cell.number_format))
        case datetime():
            return value.date()
        case _:
            return check_cell(str(value))


_QUOTED = re.compile(r'"[^"]*"|\\.')
"""Words in a number format."""
_DIGITS = 15
"""As many as a spreadsheet shows of a number; what comes behind them is the machine's own fraction."""


def _shown(value: float) -> Decimal:
    return Decimal(value) if isinstance(value, int) else Decimal(f"{value:.{_DIGITS}g}")


def _fill_down(rows: dict[int, list[Cell]], merged: Sequence[tuple[int, int, int]]) -> None:
    """Text only: a number that is merged over three KPIs is that of all three together."""
    for column, top, bottom in merged:
        cell = rows.get(top, [])[column - 1 : column]
        if cell and isinstance(cell[0], str):
            for number in range(top + 1, bottom + 1):
                if number not in rows or rows[number][column - 1 : column] not in ([], [""]):
                    break
                _put(rows[number], column - 1, cell[0])


def _put(row: list[Cell], index: int, cell: Cell) -> None:
    row.extend([""] * (index + 1 - len(row)))
    row[index] = cell
