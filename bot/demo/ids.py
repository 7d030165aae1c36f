"""Which rows stand for what the plan names."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Ids:
    """Ids in the database; they are filled in as the rows are written."""

    company: int
    departments: dict[str, int] = field(default_factory=dict)
    goals: dict[str, int] = field(default_factory=dict)
    """The goal of each department, by the department."""
    people: dict[str, int] = field(default_factory=dict)
