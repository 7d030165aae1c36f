"""What publishing a KPI set comes to, checked before anything is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from kpi_engine.commands import NewKpi, PublishKpis
from kpi_engine.design.sets import alive, check_names, check_weights
from kpi_engine.errors import Refusal
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.model.name import Name
from kpi_engine.service import entries
from kpi_engine.service.actions import checked_action
from kpi_engine.service.definitions import active_person, checked
from kpi_engine.store import load
from kpi_engine.store.tables import KpiRow
from kpi_engine.store.work import Work


@dataclass(frozen=True, slots=True)
class Kept:
    """A KPI that goes on, and its weight from now on."""

    version: KpiVersion
    weight: Decimal


@dataclass(frozen=True, slots=True)
class Plan:
    """New KPIs, those that go on, and those that end."""

    drafts: tuple[NewKpi, ...]
    kept: tuple[Kept, ...]
    left_out: tuple[KpiVersion, ...]


def plan(command: PublishKpis, work: Work) -> Plan:
    """Each set that the command speaks of, the department's or one person's, becomes what it says."""
    known = alive(load.versions(work.scope, KpiRow.department_id == command.department_id))
    drafts = tuple(checked_draft(draft, command.department_id, work) for draft in command.kpis)
    kept = tuple(_kept(known, kpi_id, weight) for kpi_id, weight in command.keep)
    _check_sets(drafts, kept)
    spoken_of = {draft.person_id for draft in drafts} | {each.version.kpi.person_id for each in kept}
    going_on = {each.version.kpi.id for each in kept}
    ending = {id for id, version in known.items() if version.kpi.person_id in spoken_of} - going_on
    if ending != set(command.retire):
        raise Refusal("set_changed")
    return Plan(drafts, kept, tuple(known[id] for id in command.retire))


def checked_draft(draft: NewKpi, department_id: int, work: Work) -> NewKpi:
    """The draft with tidy words; refusals: not_of_department(person), and those of definitions and readings."""
    definition = checked(draft.definition, work.scope)
    if draft.past:
        entries.check_entered(definition)
    for period, reading in draft.past:
        entries.check_past(period, definition, work.today, work.calendar)
        entries.check_reading(reading, definition)
    if draft.person_id is not None:
        _check_belongs(work, draft.person_id, department_id)
    actions = tuple(checked_action(action, work) for action in draft.actions)
    return replace(draft, definition=definition, actions=actions)


def _kept(known: dict[int, KpiVersion], kpi_id: int, weight: Decimal) -> Kept:
    if kpi_id not in known:
        raise Refusal("unknown_kpi", id=kpi_id)
    return Kept(known[kpi_id], weight)


def _check_belongs(work: Work, person_id: int, department_id: int) -> None:
    active_person(work.scope, person_id)
    person = load.person(work.scope, person_id)
    if department_id not in person.department_ids:
        raise Refusal("not_of_department", person=person.name)


def _check_sets(drafts: Iterable[NewKpi], kept: Iterable[Kept]) -> None:
    sets: dict[int | None, list[tuple[Name, Decimal]]] = defaultdict(list)
    for draft in drafts:
        sets[draft.person_id].append((draft.definition.name, draft.definition.weight))
    for each in kept:
        sets[each.version.kpi.person_id].append((each.version.definition.name, each.weight))
    if not sets:
        raise Refusal("no_kpis")
    for members in sets.values():
        check_names([name for name, _ in members])
        check_weights([weight for _, weight in members])
