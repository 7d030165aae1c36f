"""A change to a KPI from a date on."""

from __future__ import annotations

from kpi_engine.commands import ReviseKpi
from kpi_engine.design.match import alike
from kpi_engine.errors import Refusal
from kpi_engine.model.audit import Deed
from kpi_engine.model.done import Revised
from kpi_engine.model.kpi import Definition, KpiVersion
from kpi_engine.rights import Facts, Place, check
from kpi_engine.service import log, tidy
from kpi_engine.service.definitions import check_weights, checked, standing
from kpi_engine.service.formulas import check_formulas, resolved
from kpi_engine.service.scoring import rescore_since
from kpi_engine.service.versions import add_version
from kpi_engine.store import load
from kpi_engine.store.tables import KpiRow
from kpi_engine.store.work import Work


def revise_kpi(command: ReviseKpi, work: Work) -> Revised:
    """Refusals: unknown_kpi, kpi_retired(kpi), reason_missing, in_force_past(first), nothing_changed(kpi),
    kpi_name_taken(kpi), weights_sum(total), and those of definitions and formulas.
    """
    previous = standing(load.versions_of(work.scope, command.kpi_id))
    place = Place(previous.kpi.department_id)
    check(work.actor, command, Facts((place,), people=load.people(work.scope)))
    definition = checked(command.definition, work.scope)
    definition = resolved(work, {previous.kpi: definition})[previous.kpi]
    reason = tidy.remark(command.reason)
    _check_change(command, previous, definition, reason, work)
    _check_set(previous, definition, work)
    kpi = work.scope.find(KpiRow, command.kpi_id, "unknown_kpi")
    version = add_version(work, kpi, definition, command.in_force, reason)
    check_formulas(work)
    rescore_since(work, {command.kpi_id: command.in_force})
    subject = definition.name.text(work.actor.person.language)
    log.record(work, Deed.REVISE, subject, {"versions": [version.id]})
    return Revised(version, previous)


def _check_change(command: ReviseKpi, previous: KpiVersion, definition: Definition, reason: str, work: Work) -> None:
    if previous.retired:
        raise Refusal("kpi_retired", kpi=previous.definition.name)
    if definition == previous.definition:
        raise Refusal("nothing_changed", kpi=definition.name)
    if not reason:
        raise Refusal("reason_missing")
    # Cycles that are over are scored by what was agreed for them, for ever.
    open_since = work.calendar.holding(work.today, previous.definition.cycle).start
    if command.in_force < (first := max(open_since, previous.in_force)):
        raise Refusal("in_force_past", first=first)


def _check_set(previous: KpiVersion, definition: Definition, work: Work) -> None:
    others = [
        version.definition
        for versions in load.versions(work.scope, KpiRow.department_id == previous.kpi.department_id).values()
        for version in (standing(versions),)
        if version.kpi.person_id == previous.kpi.person_id and version.id != previous.id and not version.retired
    ]
    if any(alike(other.name, definition.name) for other in others):
        raise Refusal("kpi_name_taken", kpi=definition.name)
    if definition.weight != previous.definition.weight:
        check_weights([definition.weight, *(other.weight for other in others)])
