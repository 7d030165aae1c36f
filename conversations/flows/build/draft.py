"""A KPI that is being built: everything but its target, weight and owner."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kpi_engine.calendar.period import PeriodKind
from kpi_engine.design.known import CatalogueKpi
from kpi_engine.model.kpi import Aggregation, Definition, Direction, Perspective, Target, Unit, UnitKind
from kpi_engine.model.name import Name


@dataclass(frozen=True, slots=True)
class Draft:
    """What is measured and how; `key` is its identity in the dialog's answers."""

    key: str
    name: Name
    unit: Unit
    direction: Direction
    frequency: PeriodKind
    aggregation: Aggregation
    perspective: Perspective
    formula: Name = Name("", "")
    source: Name = Name("", "")
    catalogue_id: str | None = None
    expression: str = ""
    """What it is computed from, with names of KPIs; empty where values are entered."""
    part: Target | None = None
    """A person's part of the department's target."""

    @property
    def cycle(self) -> PeriodKind:
        """Targets are for a month, or for as long as it takes to get one value."""
        return max(PeriodKind.MONTH, self.frequency, key=lambda kind: kind.rank)

    def definition(self, target: Target, weight: Decimal, owner_id: int) -> Definition:
        """The KPI as it will be in force; of what is to be nothing, more than nothing is never in proportion."""
        none_at_all = self.direction is Direction.LOWER and not target.value and target.threshold is None
        return Definition(
            name=self.name,
            unit=self.unit,
            direction=Direction.ZERO if none_at_all else self.direction,
            aggregation=self.aggregation,
            frequency=self.frequency,
            cycle=self.cycle,
            perspective=self.perspective,
            weight=weight,
            target=target,
            owner_id=owner_id,
            formula=self.formula,
            source=self.source,
            catalogue_id=self.catalogue_id,
            expression=self.expression,
        )


def from_catalogue(found: CatalogueKpi) -> Draft:
    """A KPI of the catalogue as it stands there."""
    return Draft(
        key=found.id,
        name=found.name,
        unit=found.unit,
        direction=found.direction,
        frequency=found.frequency,
        aggregation=found.aggregation,
        perspective=found.perspective,
        formula=found.formula,
        source=found.source,
        catalogue_id=found.id,
    )


def of_own(
    words: str,
    unit: UnitKind,
    direction: Direction,
    frequency: PeriodKind,
    perspective: Perspective,
    expression: str = "",
) -> Draft:
    """A KPI in somebody's own words."""
    name = Name.same(words)
    return Draft(words, name, Unit(unit), direction, frequency, _AGGREGATION[unit], perspective, expression=expression)


# What is counted adds up; of a level the last one holds; of a measurement the average does.
_AGGREGATION = {
    UnitKind.COUNT: Aggregation.SUM,
    UnitKind.MONEY: Aggregation.SUM,
    UnitKind.PERCENT: Aggregation.RATIO,
    UnitKind.RATIO: Aggregation.RATIO,
    UnitKind.SCORE: Aggregation.AVERAGE,
    UnitKind.DURATION: Aggregation.AVERAGE,
    UnitKind.YESNO: Aggregation.LAST,
}
