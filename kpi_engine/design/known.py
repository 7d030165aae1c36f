"""What the catalogue says of a KPI, and of a kind of department."""

from __future__ import annotations

from dataclasses import dataclass

from kpi_engine.calendar.period import PeriodKind
from kpi_engine.model.kpi import Aggregation, Direction, Perspective, Unit
from kpi_engine.model.name import Name
from kpi_engine.model.strategy import SwotKind

GENERAL = "general"
"""The kind whose KPIs suit any department."""


@dataclass(frozen=True, slots=True)
class DepartmentKind:
    """What departments of one kind are called ("Sales", "销售", "大客户")."""

    id: str
    name: Name
    aliases: tuple[str, ...]
    order: int
    staples: tuple[str, ...]
    """Ids of the KPIs that such a department is there for, the foremost first."""

    @property
    def names(self) -> tuple[str, ...]:
        """Everything it is called, in either language."""
        return (self.name.en, self.name.zh, *self.aliases)


@dataclass(frozen=True, slots=True)
class CatalogueKpi:
    """A KPI as the catalogue knows it; its id is for ever."""

    id: str
    department: str
    """Id of the kind of department that it is at home in."""
    also: tuple[str, ...]
    """Ids of further kinds in which it is usual and counted the same way."""
    name: Name
    aliases: tuple[str, ...]
    definition: Name
    """What it shows, or why one measures it, in a sentence."""
    formula: Name
    """How it is counted; a ratio's is "numerator ÷ denominator"."""
    unit: Unit
    direction: Direction
    aggregation: Aggregation
    frequency: PeriodKind
    perspective: Perspective
    leading: bool
    """It moves before the result does."""
    swot: frozenset[SwotKind]
    """The corners of a SWOT that it can answer."""
    concepts: frozenset[str]
    source: Name
    small: int
    """How well it suits a small company, from 0 to 2."""
    gaming: Name | None
    """How the number can be made to look good without the thing being good; None where that is hardly possible."""
    counter: str | None
    """Id of the KPI that shows if this one is bought at the cost of something else; there is one for each gaming."""

    @property
    def names(self) -> tuple[str, ...]:
        """Everything it is called, in either language."""
        return (self.name.en, self.name.zh, *self.aliases)

    @property
    def departments(self) -> tuple[str, ...]:
        """Ids of every kind of department in which it is usual, its home first."""
        return (self.department, *self.also)
