"""What can be changed in a department's KPIs from a date on, and proposed by anybody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from kpi_engine.calendar.period import Period
from kpi_engine.model.actual import Reading
from kpi_engine.model.kpi import Definition, Target

Weights: TypeAlias = tuple[tuple[int, Decimal], ...]
"""Weights by the ids of the KPIs."""


@dataclass(frozen=True, slots=True)
class PlannedAction:
    """An action of the plan that a KPI is published with."""

    text: str
    person_id: int
    due: date


@dataclass(frozen=True, slots=True)
class NewKpi:
    """A KPI of the draft: its definition, last known values and actions."""

    definition: Definition
    person_id: int | None = None
    """None: the department's."""
    past: tuple[tuple[Period, Reading], ...] = ()
    """What is known of the time before: of entry periods, or of whole cycles."""
    actions: tuple[PlannedAction, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviseKpi:
    """A new version of a KPI from a date on; earlier periods keep theirs."""

    kpi_id: int
    definition: Definition
    in_force: date
    reason: str


@dataclass(frozen=True, slots=True)
class SetWeights:
    """New weights for a whole set from a date on: every KPI of it is named, and they sum to 100."""

    weights: Weights
    in_force: date
    reason: str


@dataclass(frozen=True, slots=True)
class AddKpi:
    """One more KPI in a set from a date on; `weights` are those of all others of the set from then on."""

    department_id: int
    kpi: NewKpi
    weights: Weights
    in_force: date
    reason: str


@dataclass(frozen=True, slots=True)
class RetireKpi:
    """Ends a KPI from a date on; `weights` are those of all others of its set from then on."""

    kpi_id: int
    weights: Weights
    in_force: date
    reason: str


@dataclass(frozen=True, slots=True)
class SetPeriodTarget:
    """A target for one cycle in particular; None: the version's own again."""

    kpi_id: int
    cycle: Period
    target: Target | None
    reason: str


Change: TypeAlias = ReviseKpi | SetWeights | AddKpi | RetireKpi | SetPeriodTarget
