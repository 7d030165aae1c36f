"""What a file to be taken away holds: rows of words, numbers and formulas."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a sheet; `percent` where it is shown as a percentage (0.12 is 12 %)."""

    value: Decimal
    percent: bool = False


@dataclass(frozen=True, slots=True)
class Formula:
    """What a spreadsheet computes, without the sign of equality."""

    text: str


SheetCell: TypeAlias = str | Figure | Formula


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of a file, the first of which heads the others."""

    name: str
    rows: tuple[tuple[SheetCell, ...], ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A file to be taken away: XLSX, CSV (of one sheet) or JSON, by the end of its name."""

    name: str
    sheets: tuple[Sheet, ...]
