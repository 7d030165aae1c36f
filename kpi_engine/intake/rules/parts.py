"""What the clauses of a rule for points say, before it is known how they are meant."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from kpi_engine.model.scoring import Rounding, Side


class Kind(StrEnum):
    """What a quantity of a rule is counted in."""

    PLAIN = "plain"
    """The KPI's own unit, or no unit."""
    PERCENT = "percent"
    """Of a percentage it may be percentage points or a part of the target."""
    PERCENTAGE_POINTS = "percentage_points"
    OF_TARGET = "of_target"
    """A percentage of the target, in so many words."""
    SCORE = "score"
    """Points: of the score, or of a KPI that is itself counted in points."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of a rule; percentages as their fractions. `word` is the unit as typed."""

    number: Decimal
    kind: Kind
    word: str = ""


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
class Beyond:
    """Values on one side of a quantity score this. `including` is None where the text leaves it open."""

    side: Side
    quantity: Quantity
    points: Decimal
    including: bool | None
    of_score: bool = False
    """The text says that it is the score that is compared."""


@dataclass(frozen=True, slots=True)
class Between:
    """Values between two quantities score this; whether an end belongs to them is None where it is not said."""

    low: Quantity
    high: Quantity
    points: Decimal
    with_low: bool | None = None
    with_high: bool | None = None


@dataclass(frozen=True, slots=True)
class At:
    """A quantity scores this."""

    quantity: Quantity
    points: Decimal


@dataclass(frozen=True, slots=True)
class Aim:
    """The target itself, as the rule names it."""

    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Lines:
    """Between quantities the points are on a straight line, or step up."""

    linear: bool


@dataclass(frozen=True, slots=True)
class Met:
    """The target scores this."""

    points: Decimal


@dataclass(frozen=True, slots=True)
class Missed:
    """Not to meet the target scores this."""

    points: Decimal


@dataclass(frozen=True, slots=True)
class Rest:
    """Whatever was not named scores this."""

    points: Decimal


@dataclass(frozen=True, slots=True)
class Cap:
    """Never more points than this."""

    points: Decimal


@dataclass(frozen=True, slots=True)
class Floor:
    """Never fewer points than this."""

    points: Decimal


@dataclass(frozen=True, slots=True)
class FullMarks:
    """What there is to be had: the target scores it, and nothing scores more."""

    points: Decimal


@dataclass(frozen=True, slots=True)
class Most:
    """Never more points than this are added, or taken, by steps."""

    adds: bool
    points: Decimal


@dataclass(frozen=True, slots=True)
class Level:
    """A level by name scores this."""

    name: str
    points: Decimal


Clause: TypeAlias = (
    Ratio
    | Steps
    | Event
    | Parts
    | InProportion
    | Beyond
    | Between
    | At
    | Aim
    | Lines
    | Met
    | Missed
    | Rest
    | Cap
    | Floor
    | FullMarks
    | Most
    | Level
)
