"""What a workbook says of its rows beside their cells: which are hidden, and which cells are merged."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import IO
from xml.etree.ElementTree import Element, iterparse, parse
from zipfile import ZipFile

from openpyxl.utils.cell import range_boundaries


@dataclass(frozen=True, slots=True)
class Marks:
    """Hidden rows, and merged cells as (column, first row, last row); all from 1 on."""

    hidden: frozenset[int]
    merged: tuple[tuple[int, int, int], ...]


def read_marks(packed: ZipFile) -> dict[str, Marks]:
    """The marks of each worksheet by its title. The reader of cells (openpyxl, read-only) leaves them out."""
    found = {}
    for title, path in _paths(packed).items():
        with packed.open(path) as source:
            found[title] = _marks(source)
    return found


_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BOOK = "xl/workbook.xml"


def _paths(packed: ZipFile) -> dict[str, str]:
    with packed.open("xl/_rels/workbook.xml.rels") as source:
        targets = {each.get("Id"): each.get("Target", "") for each in parse(source).getroot()}
    with packed.open(_BOOK) as source:
        sheets = list(parse(source).getroot().iter(f"{_MAIN}sheet"))
    paths = {each.get("name", ""): targets[each.get(_RELATION)] for each in sheets}
    return {title: posixpath.join("/xl", path).lstrip("/") for title, path in paths.items() if "worksheets" in path}


def _marks(source: IO[bytes]) -> Marks:
    hidden: set[int] = set()
    merged: list[tuple[int, int, int]] = []
    number = 0
    for _, element in iterparse(source):
        match element.tag.removeprefix(_MAIN):
            case "row":
                number = int(element.get("r", number + 1))
                if element.get("hidden") in ("1", "true"):
                    hidden.add(number)
                element.clear()
            case "mergeCell":
                merged.append(_down(element))
            case _:
                pass
    return Marks(frozenset(hidden), tuple(merged))


def _down(merge: Element) -> tuple[int, int, int]:
    """The left column of a merged area, from its first row to its last: only there is its text looked for."""
    left, top, _, bottom = range_boundaries(merge.get("ref", ""))
    return int(left or 1), int(top or 1), int(bottom or 1)
