"""A file → the grids in it."""

from __future__ import annotations

from adapters.files.decode import decode
from adapters.files.delimited import read_delimited
from adapters.files.limits import MOST_BYTES
from adapters.files.objects import read_objects
from adapters.files.unreadable import Unreadable
from adapters.files.workbook import read_workbook
from kpi_engine.intake.sheet.grid import Grid


def read_sheets(name: str, content: bytes) -> tuple[Grid, ...]:
    """The sheets of a CSV, XLSX or JSON file that have anything in them; only JSON is told by its name.

    Unreadable: too_large(limit), old_excel, encoding, empty, and those of each kind of file.
    """
    if len(content) > MOST_BYTES:
        raise Unreadable("too_large", limit=MOST_BYTES)
    found = tuple(each for each in _grids(name, content) if each.rows)
    if not found:
        raise Unreadable("empty")
    return found


_ZIP = b"PK\x03\x04"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
"""The container of .xls, and of an .xlsx with a password."""


def _grids(name: str, content: bytes) -> tuple[Grid, ...]:
    if content.startswith(_ZIP):
        return read_workbook(content)
    if content.startswith(_OLD_EXCEL):
        raise Unreadable("old_excel")
    text = decode(content)
    if name.casefold().endswith(".json"):
        return (read_objects(text),)
    return (read_delimited(text),)
