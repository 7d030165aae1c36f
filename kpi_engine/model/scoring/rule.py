"""How a KPI is scored: a way of scoring, and what holds whatever that gives."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from kpi_engine.model.scoring.by_levels import ByLevels
from kpi_engine.model.scoring.by_steps import BySteps
from kpi_engine.model.scoring.by_target import ByTarget
from kpi_engine.model.scoring.terms import AT_STRETCH, NO_POINTS, Basis, Side

Method: TypeAlias = ByTarget | ByLevels | BySteps


@dataclass(frozen=True, slots=True)
class Limit:
    """Whatever the method says, values below (or above) a level score this; `including` the level itself."""

    side: Side
    level: Decimal
    basis: Basis = Basis.VALUE
    points: Decimal = NO_POINTS
    including: bool = False


@dataclass(frozen=True, slots=True)
class Scoring:
    """How a KPI is scored: by a method, or as its direction is by default; and what holds whatever that gives."""

    method: Method | None = None
    floor: Decimal = NO_POINTS
    cap: Decimal = AT_STRETCH
    limits: tuple[Limit, ...] = ()
    hurdle: Decimal | None = None
    """Fewer points than these are none."""


PLAIN = Scoring()
"""As the direction is by default, from 0 to 120 points."""
