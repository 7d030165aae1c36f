"""Text → rows: CSV with commas, semicolons, tabs or bars, whichever the lines agree on."""

from __future__ import annotations

import csv
import re
from collections import Counter
from io import StringIO
from itertools import islice

from adapters.files.limits import MOST_COLUMNS, MOST_ROWS, check_cell
from adapters.files.unreadable import Unreadable
from kpi_engine.intake.sheet.grid import Cell, Grid, grid


def read_delimited(text: str) -> Grid:
    """The sheet; each row is numbered by the line on which it begins.

    Unreadable("quotes", line) where a quotation mark is never closed or closed too early: what follows would
    be one cell.
    """
    declared = _DECLARED.match(text)
    delimiter = declared[1] if declared else _delimiter(text)
    numbers, rows = _records(text, delimiter)
    if declared:
        numbers, rows = numbers[1:], rows[1:]
    return grid("", rows, numbers)


_DECLARED = re.compile(r"sep=([^\w\s\"]|\t)\r?(?:\n|$)")
"""Excel's own first line that names the delimiter."""
_DELIMITERS = "\t;|,"
"""A comma last: it may stand inside numbers as well."""
_SAMPLE = 100
"""Rows that decide."""


def _delimiter(text: str) -> str:
    """The one that divides most rows into as many cells as each other, and more than one; a comma if none does."""
    agreed = {one: _agreement(text, one) for one in _DELIMITERS}
    return max(_DELIMITERS, key=lambda one: agreed[one]) if any(agreed.values()) else ","


def _agreement(text: str, delimiter: str) -> int:
    """None at all where quotation marks don't fit the delimiter: theirs is another one."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        lengths = Counter(len(cells) for cells in islice(reader, _SAMPLE) if len(cells) > 1)
    except csv.Error:
        return 0
    return max(lengths.values(), default=0)


def _records(text: str, delimiter: str) -> tuple[list[int], list[list[Cell]]]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    numbers: list[int] = []
    rows: list[list[Cell]] = []
    line = 1
    try:
        for cells in reader:
            _check(cells, len(rows))
            numbers.append(line)
            rows.append(list(cells))
            line = reader.line_num + 1
    except csv.Error:
        raise Unreadable("quotes", line=line) from None
    return numbers, rows


def _check(cells: list[str], rows: int) -> None:
    if rows >= MOST_ROWS:
        raise Unreadable("too_many_rows", limit=MOST_ROWS)
    if len(cells) > MOST_COLUMNS:
        raise Unreadable("too_many_columns", limit=MOST_COLUMNS)
    for cell in cells:
        check_cell(cell)
