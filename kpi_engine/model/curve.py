"""The curve that turns a value into points, piece by piece."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, TypeAlias

from kpi_engine.model.scoring import AT_STRETCH, NO_POINTS

Point: TypeAlias = tuple[Decimal, Decimal]
"""A value and its points."""


@dataclass(frozen=True, slots=True)
class Flat:
    """The same points for every value."""

    tag: ClassVar[str] = "flat"

    points: Decimal


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line through two points of different values."""

    tag: ClassVar[str] = "line"

    left: Point
    right: Point


@dataclass(frozen=True, slots=True)
class Stairs:
    """From a value on, `points` (negative: they are taken) for each full `unit` of distance, on either side."""

    tag: ClassVar[str] = "stairs"

    start: Point
    unit: Decimal
    points: Decimal
    begun: bool
    """A unit that has only begun counts, too."""


@dataclass(frozen=True, slots=True)
class Hyperbola:
    """100 x target / value, for values above 0."""

    tag: ClassVar[str] = "hyperbola"

    target: Decimal


Shape: TypeAlias = Flat | Line | Stairs | Hyperbola


@dataclass(frozen=True, slots=True)
class Piece:
    """A shape that holds up to a value, where the next piece begins; None is without an end."""

    shape: Shape
    until: Decimal | None = None
    with_end: bool = False
    """The value `until` belongs to this piece and not to the next."""


@dataclass(frozen=True, slots=True)
class Curve:
    """What every value scores: pieces from the lowest values to the highest, the last one without an end.

    Points may jump from one piece to the next. They are held between floor and cap.
    """

    pieces: tuple[Piece, ...]
    floor: Decimal = NO_POINTS
    cap: Decimal = AT_STRETCH
    hurdle: Decimal | None = None
    """Fewer points than these are none."""
