"""A person's part in a KPI of the department: the same KPI, and of what adds up a share of its target."""

from __future__ import annotations

from decimal import Decimal

from conversations.ask import Ask
from conversations.flows.build.draft import Draft
from conversations.flows.build.scope import Whose
from kpi_engine.design.sensible import sensible
from kpi_engine.measure.exact import divide
from kpi_engine.model.kpi import KpiVersion, Target


def part_of(ask: Ask, version: KpiVersion, whose: Whose) -> Draft:
    """The KPI for one person, with what their time would bring of the department's target."""
    definition = version.definition
    share = _share_of_time(ask, whose) if definition.aggregation.adds_up else Decimal(1)
    return Draft(
        key=f"part{version.kpi.id}",
        name=definition.name,
        unit=definition.unit,
        direction=definition.direction,
        frequency=definition.frequency,
        aggregation=definition.aggregation,
        perspective=definition.perspective,
        formula=definition.formula,
        source=definition.source,
        catalogue_id=definition.catalogue_id,
        part=_shared(definition.target, share),
    )


def _share_of_time(ask: Ask, whose: Whose) -> Decimal:
    """Of all the time that people give to the department."""
    id = whose.department.id
    every = sum((person.time_by_department.get(id, Decimal(0)) for person in ask.know.people()), Decimal(0))
    mine = whose.person.time_by_department.get(id, Decimal(0)) if whose.person else Decimal(0)
    return divide(mine, every) if every else Decimal(1)


def _shared(target: Target, share: Decimal) -> Target:
    """Every level of it, to a figure as one would agree it."""

    def part(level: Decimal | None) -> Decimal | None:
        return None if level is None else _round(level * share, level)

    return Target(
        _round(target.value * share, target.value), part(target.upper), part(target.threshold), part(target.stretch)
    )


def _round(level: Decimal, whole: Decimal) -> Decimal:
    return sensible(level, abs(whole), whole=whole == whole.to_integral_value())
