"""Numbers to be looked at, as data: marks, bars and little lines in tables, charts, and either as a picture."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias


class Mark(StrEnum):
    """A standing, drawn as a shape and a colour: ▲ ● ▼, or nothing."""

    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Bar:
    """A value on a scale from 0 to `full`, with the point to reach marked at `goal`."""

    value: Decimal
    goal: Decimal
    full: Decimal
    mark: Mark = Mark.NONE


@dataclass(frozen=True, slots=True)
class Spark:
    """A row of values as a tiny line, oldest first; None is a gap."""

    values: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """Plain text with a standing before it (the text may be empty)."""

    mark: Mark
    text: str


Cell: TypeAlias = str | Marked | Bar | Spark


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headed columns; `align` has l or r for each column."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    align: str
    caption: str = ""


class Line(StrEnum):
    """What a line of a chart stands for: what happened, or what it is held against."""

    ACTUAL = "actual"
    TARGET = "target"
    THRESHOLD = "threshold"
    FORECAST = "forecast"


@dataclass(frozen=True, slots=True)
class Series:
    """One line of a chart: a value, or a gap, for each of the chart's labels."""

    name: str
    values: tuple[Decimal | None, ...]
    shown: tuple[str, ...]
    """The values as words, for whoever cannot draw."""
    line: Line = Line.ACTUAL
    brief: tuple[str, ...] = ()
    """The values in few letters, for an axis; none where they are shown in few letters already."""


@dataclass(frozen=True, slots=True)
class Range:
    """From a low to a high value, and in words."""

    low: Decimal
    high: Decimal
    shown: str


@dataclass(frozen=True, slots=True)
class Band:
    """What could come out: a range, or none, for each of the chart's labels."""

    name: str
    ranges: tuple[Range | None, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """The labels, by number, of which only a part is counted: whatever is known there belongs to no line.

    Beside whole ones a part would be a crash, and the next whole one a leap.
    """

    name: str
    at: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Lines over the same labels: data, not pixels. The first series is what happened, the others are to compare."""

    title: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    band: Band | None = None
    mark: Mark = Mark.NONE
    """How what happened last stands."""
    parts: Parts | None = None


@dataclass(frozen=True, slots=True)
class QrCode:
    """A link for the camera of another device: a QR code, with the link in words for whoever has no camera."""

    link: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart or a table to be had as a file of its own; its name is worded, without an ending."""

    name: str
    of: Chart | Table
