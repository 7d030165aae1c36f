"""What the clauses of a rule for points say, before it is known how they are meant."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from kpi_engine.intake.rules.distance import Event, InProportion, Most, Parts, Ratio, Steps
from kpi_engine.intake.rules.quantity import Quantity
from kpi_engine.model.scoring import Side


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
