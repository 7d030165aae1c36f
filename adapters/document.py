"""A document → the bytes of its file, for every platform alike: XLSX, CSV, a text or a PDF."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import BytesIO, StringIO

from openpyxl import Workbook
from openpyxl.cell import Cell

from adapters.printing import pdf
from conversations.view import Document, Figure, Formula, Printed, Sheet, SheetCell, Written

_LONGEST_TITLE = 31
"""Of a sheet in Excel."""
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def content(document: Document) -> bytes:
    """The file."""
    match document.content:
        case Written(text=text):
            return text.encode()
        case Printed() as printed:
            return pdf(printed)
        case sheets:
            return _of_sheets(sheets, document.name.rpartition(".")[2])


def _of_sheets(sheets: Sequence[Sheet], ending: str) -> bytes:
    match ending:
        case "xlsx":
            return _workbook(sheets)
        case "csv":
            return _table(sheets)
        case other:
            raise ValueError(f"no kind of file: {other}")


def _workbook(sheets: Sequence[Sheet]) -> bytes:
    book = Workbook()
    for page in book.worksheets:
        book.remove(page)
    for number, sheet in enumerate(sheets, 1):
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


def _table(sheets: Sequence[Sheet]) -> bytes:
    """With a mark at its beginning, by which Excel knows UTF-8."""
    page = StringIO()
    csv.writer(page).writerows([_plain(cell) for cell in row] for sheet in sheets for row in sheet.rows)
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
