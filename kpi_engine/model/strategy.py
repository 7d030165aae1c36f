"""Where the company is going, and what helps or hinders it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kpi_engine.model.name import Name


class SwotKind(StrEnum):
    """The four corners of a SWOT."""

    STRENGTH = "strength"
    WEAKNESS = "weakness"
    OPPORTUNITY = "opportunity"
    THREAT = "threat"


@dataclass(frozen=True, slots=True)
class Goal:
    """What the company wants (department_id None), or what a department adds to the goal `serves`."""

    id: int
    name: Name
    department_id: int | None = None
    serves: int | None = None


@dataclass(frozen=True, slots=True)
class SwotEntry:
    """One line of the company's SWOT."""

    id: int
    kind: SwotKind
    text: str
    written_on: date | None = None
    """When it was written down; None where that is not kept."""
