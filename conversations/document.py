"""What a file to be taken away holds: rows of words, numbers and formulas, a text, or a report in print."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from conversations.figures import Chart, Mark, Table


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
class Written:
    """A file that is this text."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words in print, in the small HTML of views."""

    html: str


Print: TypeAlias = Paragraph | Table | Chart


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a report in print, under its heading."""

    heading: str
    blocks: tuple[Print, ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """A report on A4 pages."""

    language: str
    """As `en` or `zh`: how lines are broken."""
    over: str
    """The small line over the title, if any."""
    title: str
    score: str
    mark: Mark
    facts: tuple[tuple[str, str], ...]
    """Beside the score: label and value."""
    sections: tuple[Section, ...]
    foot: str
    page: tuple[str, str, str]
    """The words before, between and behind the number of a page and how many there are."""


Content: TypeAlias = tuple[Sheet, ...] | Written | Printed


@dataclass(frozen=True, slots=True)
class Document:
    """A file to be taken away; of sheets an XLSX or (one sheet) a CSV, by the end of its name."""

    name: str
    content: Content
