"""Clauses that give points by how far a value is from the target: in proportion, in steps, for each event."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kpi_engine.intake.rules.quantity import Quantity
from kpi_engine.model.scoring import Rounding


class Way(StrEnum):
    """On which side of the target a step goes."""

    LOW = "low"
    HIGH = "high"
    WORSE = "worse"
    AWAY = "away"
    """On either side."""


class RatioKind(StrEnum):
    """Which proportion of value and target is meant."""

    PROPORTIONAL = "proportional"
    RECIPROCAL = "reciprocal"
    MIRROR = "mirror"
    RATE = "rate"
    """The rate x 100: of a percentage the rate may be the value itself."""
    VALUE = "value"
    """The value x 100, in so many words: of what is itself a share."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """Points in proportion to value and target."""

    kind: RatioKind


@dataclass(frozen=True, slots=True)
class Steps:
    """Points for each quantity of distance from the target."""

    way: Way
    adds: bool
    quantity: Quantity
    points: Decimal


@dataclass(frozen=True, slots=True)
class Event:
    """Points off for each event."""

    points: Decimal


@dataclass(frozen=True, slots=True)
class Parts:
    """What a part of a step counts; `of` is the step, where it is named."""

    rounding: Rounding
    of: Quantity | None = None


@dataclass(frozen=True, slots=True)
class InProportion:
    """Of steps their parts are meant, else the whole rule."""


@dataclass(frozen=True, slots=True)
class Most:
    """Never more points than this are added, or taken, by steps."""

    adds: bool
    points: Decimal
