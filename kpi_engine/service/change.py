"""A change to a department's KPIs from a date on: to one of them, to a set's weights, one more, one less."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kpi_engine.commands import AddKpi, RetireKpi, ReviseKpi, SetPeriodTarget, SetWeights
from kpi_engine.design.changes import in_ids, outcome
from kpi_engine.design.cycle_target import kept_beside
from kpi_engine.design.outcome import UNWRITTEN, Department, Outcome, PeriodTargetChange
from kpi_engine.model.audit import FieldChange
from kpi_engine.model.change import Change
from kpi_engine.model.done import PeriodTargetSet, Revised, SetChanged
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.model.name import Name
from kpi_engine.reader.changes import check_open, department_of
from kpi_engine.rights import Facts, Place, check
from kpi_engine.service import log, tidy
from kpi_engine.service.begin import begin_kpi, identities
from kpi_engine.service.definitions import checked
from kpi_engine.service.log import Kept
from kpi_engine.service.period_target import target_changed, write_target
from kpi_engine.service.scoring import rescore_since
from kpi_engine.service.sets import checked_draft
from kpi_engine.service.strategy import department_goals
from kpi_engine.service.versions import add_version
from kpi_engine.store import load
from kpi_engine.store.plain import to_plain
from kpi_engine.store.proposals import deed_of
from kpi_engine.store.tables import KpiRow
from kpi_engine.store.work import Work


@dataclass(frozen=True, slots=True)
class Planned:
    """A change that is possible, in tidy words, and what it comes to."""

    change: Change
    department: Department
    outcome: Outcome

    @property
    def names(self) -> tuple[Name, ...]:
        """Of the KPIs that would not be the same."""
        if target := self.outcome.target:
            return (target.version.definition.name,)
        return tuple(version.definition.name for version in self.outcome.versions)


def change_kpis(command: Change, work: Work) -> Revised | SetChanged | PeriodTargetSet:
    """Refusals: those of `planned`, and not_allowed(by)."""
    place = Place(department_of(work.scope, command).id)
    check(work.actor, command, Facts((place,), people=load.people(work.scope)))
    plan = planned(command, work)
    if plan.outcome.target:
        return _set_target(plan, plan.outcome.target, work)
    versions = _written(plan, work)
    rescore_since(work, {version.kpi.id: version.in_force for version in versions})
    previous = plan.outcome.previous
    _log(plan, {"versions": [version.id for version in versions]}, log.versions_changed(versions, previous), work)
    return _revised(plan, versions[0]) if isinstance(command, ReviseKpi) else SetChanged(versions, previous)


def _revised(plan: Planned, version: KpiVersion) -> Revised:
    (previous,), target = plan.outcome.previous, version.definition.target
    if target == previous.definition.target:
        return Revised(version, previous)
    own = plan.department.targets.get(version.kpi.id, ())
    return Revised(version, previous, kept_beside(target, own, version.in_force))


def planned(change: Change, work: Work) -> Planned:
    """Refusals: unknown_department, text_too_long, period_closed(period, by), and those of `design.changes`,
    definitions, formulas and drafts.
    """
    department = department_of(work.scope, change)
    tidied = in_ids(_tidied(change, department.id, work), department)
    found = outcome(tidied, department, work.today, work.actor.person.id)
    check_open(work.scope, found)
    return Planned(tidied, department, found)


def _tidied(change: Change, department_id: int, work: Work) -> Change:
    reason = tidy.remark(change.reason)
    match change:
        case ReviseKpi():
            return replace(change, definition=checked(change.definition, work.scope), reason=reason)
        case AddKpi():
            return replace(change, kpi=checked_draft(change.kpi, department_id, work), reason=reason)
        case SetWeights() | RetireKpi() | SetPeriodTarget():
            return replace(change, reason=reason)


def _written(plan: Planned, work: Work) -> tuple[KpiVersion, ...]:
    work.scope.hold(KpiRow, [version.kpi.id for version in plan.outcome.versions])
    return tuple(_write(plan, version, work) for version in plan.outcome.versions)


def _write(plan: Planned, version: KpiVersion, work: Work) -> KpiVersion:
    if version.kpi.id == UNWRITTEN and isinstance(plan.change, AddKpi):
        return _begin(plan, plan.change, version, work)
    kpi = work.scope.find(KpiRow, version.kpi.id, "unknown_kpi")
    return add_version(work, kpi, version.definition, version.in_force, version.reason, retired=version.retired)


def _begin(plan: Planned, change: AddKpi, version: KpiVersion, work: Work) -> KpiVersion:
    goals = [goal.id for goal in department_goals(work, plan.department.id)]
    goal_id = version.definition.goal_id or next(iter(goals), None)
    definition = replace(version.definition, goal_id=goal_id)
    (kpi,) = identities(work, plan.department.id, [change.kpi])
    return begin_kpi(work, kpi, change.kpi, definition, version.in_force, version.reason)


def _set_target(plan: Planned, target: PeriodTargetChange, work: Work) -> PeriodTargetSet:
    kpi_id, own = target.version.kpi.id, target.version.definition.target
    work.scope.hold(KpiRow, [kpi_id])
    write_target(work, kpi_id, target.cycle, target.after)
    rescore_since(work, {kpi_id: target.cycle.start})
    undo = {"kpi": kpi_id, "cycle": to_plain(target.cycle)}
    undo |= {"before": to_plain(target.before), "after": to_plain(target.after)}
    _log(plan, undo, target_changed(target, plan.change.reason), work)
    return PeriodTargetSet(target.version, target.cycle, target.after or own, target.before or own)


def _log(plan: Planned, undo: Kept, changes: Iterable[FieldChange], work: Work) -> None:
    subject = log.listed(plan.names, work.actor.person.language)
    log.record(work, deed_of(plan.change), subject, undo, changes=changes, departments=[plan.department.id])
