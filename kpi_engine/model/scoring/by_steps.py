"""Ways of scoring that go by steps: bands, events, levels with a name."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, TypeAlias

from kpi_engine.model.name import Name
from kpi_engine.model.scoring.terms import AT_TARGET, Basis, Rounding


@dataclass(frozen=True, slots=True)
class Band:
    """The values from `low` to `high` score the same; None is without an end."""

    low: Decimal | None
    high: Decimal | None
    points: Decimal


@dataclass(frozen=True, slots=True)
class Bands:
    """A table of bands in rising order. Each has its low end and not its high one (`upper_end`: the other way)."""

    tag: ClassVar[str] = "bands"

    bands: tuple[Band, ...]
    basis: Basis = Basis.VALUE
    upper_end: bool = False
    """As the less is better: who is exactly at 3 % has the better band."""


@dataclass(frozen=True, slots=True)
class PassFail:
    """The target is met: 100. It is not: 0."""

    tag: ClassVar[str] = "pass_fail"


@dataclass(frozen=True, slots=True)
class Step:
    """Points for each `unit` of distance from the target; `most` is what all steps together make at most."""

    points: Decimal
    unit: Decimal
    basis: Basis = Basis.VALUE
    rounding: Rounding = Rounding.PROPORTIONAL
    most: Decimal | None = None


@dataclass(frozen=True, slots=True)
class PerStep:
    """`start` at the target; each step on the good side adds points, each on the bad side takes some."""

    tag: ClassVar[str] = "per_step"

    worse: Step | None
    better: Step | None = None
    start: Decimal = AT_TARGET


@dataclass(frozen=True, slots=True)
class PerEvent:
    """`start`, less points for each event above the target (which is mostly 0), begun ones in full.

    Unlike a step it has no part of a cycle: an accident in the first week costs as much as in the last.
    """

    tag: ClassVar[str] = "per_event"

    points: Decimal
    start: Decimal = AT_TARGET


@dataclass(frozen=True, slots=True)
class NamedLevel:
    """A level by name, and what it scores."""

    name: Name
    points: Decimal


@dataclass(frozen=True, slots=True)
class NamedLevels:
    """Levels from the lowest to the highest. The value is the number of the level, from 1; averages lie between."""

    tag: ClassVar[str] = "named_levels"

    levels: tuple[NamedLevel, ...]


BySteps: TypeAlias = Bands | PassFail | PerStep | PerEvent | NamedLevels
"""Points that jump from one band to the next, or are counted off."""
