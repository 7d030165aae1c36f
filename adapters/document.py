"""A document → the bytes of its file, for every platform alike: XLSX, CSV or JSON by the end of its name."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from io import BytesIO, StringIO

from openpyxl import Workbook
from openpyxl.cell import Cell

from conversations.view import Document, Figure, Formula, SheetCell

_LONGEST_TITLE = 31
"""Of a sheet in Excel."""
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def content(document: Document) -> bytes:
    """The file."""
    match document.name.rpartition(".")[2]:
        case "xlsx":
            return _workbook(document)
        case "csv":
            return _table(document)
        case "json":
            return _objects(document)
        case ending:
            raise ValueError(f"no kind of file: {ending}")


def _workbook(document: Document) -> bytes:
    book = Workbook()
    for page in book.worksheets:
        book.remove(page)
    for number, sheet in enumerate(document.sheets, 1):
        title = sheet.name.translate(_FORBIDDEN).strip()[: _LONGEST_TITLE - 4] or str(number)
        page = book.create_sheet(title)
        for row, cells in enumerate(sheet.rows, 1):
            for column, cell in enumerate(cells, 1):
                _fill(page.cell(row, column), cell)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _fill(place: Cell, cell: SheetCell) -> None:
    """Words that begin like a formula are words: people type names."""
    match cell:
        case str():
            place.value = "".join(letter for letter in cell if letter.isprintable())
            place.data_type = "s"
        case Figure(value=value, percent=percent):
            place.value = value
            place.number_format = "0.0%" if percent else "General"
        case Formula(text=text):
            place.value = f"={text}"
            place.number_format = "0.0"


def _table(document: Document) -> bytes:
    """With a mark at its beginning, by which Excel knows UTF-8."""
    page = StringIO()
    csv.writer(page).writerows([_plain(cell) for cell in row] for sheet in document.sheets for row in sheet.rows)
    return page.getvalue().encode("utf-8-sig")


def _plain(cell: SheetCell) -> str:
    match cell:
        case str():
            return f"'{cell}" if cell.startswith(_STARTS_A_FORMULA) and not _is_number(cell) else cell
        case Figure(value=value):
            return f"{value:f}"
        case Formula(text=text):
            return f"={text}"


def _is_number(text: str) -> bool:
    return text.lstrip("-+").replace(".", "", 1).rstrip("%").isdecimal()


def _objects(document: Document) -> bytes:
    """A list of objects for each sheet, by the names in its first row; numbers keep every digit as text."""
    tables = {
        sheet.name: [dict(zip(map(str, sheet.rows[0]), map(_json, row), strict=True)) for row in sheet.rows[1:]]
        for sheet in document.sheets
    }
    return json.dumps(tables, ensure_ascii=False, indent=1).encode()


def _json(cell: SheetCell) -> str | int:
    match cell:
        case str():
            return cell
        case Figure(value=value):
            return int(value) if value == value.to_integral_value() and abs(value) < Decimal(10**15) else f"{value:f}"
        case Formula(text=text):
            return f"={text}"
