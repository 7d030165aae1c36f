"""A department's KPI set before it is in force, shown to the department, and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kpi_engine.model.change import NewKpi, Weights


@dataclass(frozen=True, slots=True)
class DraftSet:
    """What would be published: new KPIs, those that stay with their weights, and the ids of those that end."""

    goal: str
    kpis: tuple[NewKpi, ...]
    keep: Weights = ()
    retire: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftComment:
    """What somebody says of a draft; each person has one, which can be said anew."""

    id: int
    author_id: int
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SharedDraft:
    """The draft as it was shown last; what was said of an earlier one stays with it until the set is in force."""

    department_id: int
    content: DraftSet
    author_id: int
    at: datetime
    round: int
    """How often it has been shown."""
    comments: tuple[DraftComment, ...] = ()
    """Oldest first."""
