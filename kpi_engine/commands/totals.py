"""What one may ask about how scores become totals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kpi_engine.model.total import Gating, Grading


@dataclass(frozen=True, slots=True)
class SetGrades:
    """The company's grades with their coefficients, and between which limits totals are, from a date on."""

    grading: Grading
    in_force: date
    reason: str


@dataclass(frozen=True, slots=True)
class SetGates:
    """The department's gates and two-way tables from a date on, in place of those there were; none are none."""

    department_id: int
    gating: Gating
    in_force: date
    reason: str


@dataclass(frozen=True, slots=True)
class SetTeamShare:
    """How much of people's scores is their department's, 0 to 1, from a date on.

    Of one department; or without one of all that have none of their own.
    """

    share: Decimal
    in_force: date
    reason: str
    department_id: int | None = None
