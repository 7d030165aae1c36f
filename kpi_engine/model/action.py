"""What will be done about a KPI or in a department, by whom and until when, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ActionState(StrEnum):
    """What has become of an action."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Action:
    """A step of a plan: of a KPI's, or of a department's where `kpi_id` is None."""

    id: int
    department_id: int
    kpi_id: int | None
    text: str
    person_id: int
    """Who does it."""
    due: date
    author_id: int
    written_on: date
    state: ActionState = ActionState.OPEN
    outcome: str = ""
    """What came of it, or why it was dropped."""
    closed_by: int | None = None
    closed_on: date | None = None
    round: int = 1
    """How often it has been given to somebody, put off or closed: tells news of it apart."""

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.state is ActionState.OPEN
