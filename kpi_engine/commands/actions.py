"""What one may ask about what is to be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kpi_engine.model.change import PlannedAction


@dataclass(frozen=True, slots=True)
class PlanAction:
    """One more action, for a KPI of the department or for the department as a whole."""

    action: PlannedAction
    department_id: int
    kpi_id: int | None = None


@dataclass(frozen=True, slots=True)
class PostponeAction:
    """It is to be done until another day."""

    action_id: int
    due: date


@dataclass(frozen=True, slots=True)
class AssignAction:
    """Somebody else does it."""

    action_id: int
    person_id: int


@dataclass(frozen=True, slots=True)
class CloseAction:
    """It is done, or dropped; `outcome` says what came of it, or why."""

    action_id: int
    done: bool
    outcome: str = ""
