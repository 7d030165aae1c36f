"""A target for one cycle in particular, before it is written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kpi_engine.design.outcome import Department, Outcome, PeriodTargetChange
from kpi_engine.design.sets import check_target
from kpi_engine.errors import Refusal
from kpi_engine.model.change import SetPeriodTarget
from kpi_engine.model.kpi import KpiVersion, PeriodTarget, Target


def agreed(change: SetPeriodTarget, department: Department, today: date) -> Outcome:
    """Refusals: unknown_kpi, kpi_retired(kpi), wrong_cycle(kpi, kind), in_force_past(first), nothing_changed(kpi), and
    those of `design.sets.check_target`.
    """
    version = _version_in(department, change)
    definition = version.definition
    if change.cycle != department.calendar.holding(change.cycle.start, definition.cycle):
        raise Refusal("wrong_cycle", kpi=definition.name, kind=definition.cycle)
    first = department.calendar.holding(today, definition.cycle).start
    if change.cycle.start < first:
        raise Refusal("in_force_past", first=first)
    if change.target:
        check_target(definition, change.target)
    targets = department.targets.get(change.kpi_id, ())
    before = next((each.target for each in targets if each.cycle == change.cycle), None)
    if change.target == before:
        raise Refusal("nothing_changed", kpi=definition.name)
    return Outcome(target=PeriodTargetChange(version, change.cycle, before, change.target))


def kept_beside(target: Target, targets: Sequence[PeriodTarget], since: date) -> tuple[PeriodTarget, ...]:
    """The cycles that keep a target of their own where the KPI has this one from that day on, earliest first."""
    return tuple(one for one in targets if one.cycle.start >= since and one.target != target)


def _version_in(department: Department, change: SetPeriodTarget) -> KpiVersion:
    department.going_on(change.kpi_id)
    versions = sorted(department.kpis[change.kpi_id], key=lambda version: (version.in_force, version.number))
    return next((each for each in reversed(versions) if each.in_force <= change.cycle.last_day), versions[0])
