"""What will be done about a KPI, by whom and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Action:
    """A step of a KPI's action plan."""

    id: int
    kpi_id: int
    text: str
    person_id: int
    due: date
    done_on: date | None = None
