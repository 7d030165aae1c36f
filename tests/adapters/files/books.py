"""Small workbooks made for tests."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import TypeAlias
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

Written: TypeAlias = str | int | float | bool | date | datetime | None


def book(
    rows: Sequence[Sequence[Written]], change: Callable[[Worksheet], None] | None = None, title: str = "KPI"
) -> bytes:
    """An XLSX file of one sheet."""
    workbook = Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    fill(sheet, rows, title)
    if change:
        change(sheet)
    return saved(workbook)


def fill(sheet: Worksheet, rows: Sequence[Sequence[Written]], title: str) -> None:
    """Gives a sheet its name and its rows."""
    sheet.title = title
    for row in rows:
        sheet.append(list(row))


def saved(workbook: Workbook) -> bytes:
    """The workbook as a file."""
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()


def replaced(content: bytes, entry: str, change: Callable[[bytes], bytes]) -> bytes:
    """The file with one entry of its archive changed."""
    changed = BytesIO()
    with ZipFile(BytesIO(content)) as before, ZipFile(changed, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(name, change(before.read(name)) if name == entry else before.read(name))
    return changed.getvalue()
