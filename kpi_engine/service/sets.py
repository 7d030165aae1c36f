"""What publishing a KPI set comes to, checked before anything is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from kpi_engine.commands import NewKpi, PlannedAction, PublishKpis
from kpi_engine.design.match import alike
from kpi_engine.errors import Refusal
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.model.name import Name
from kpi_engine.service import entries, tidy
from kpi_engine.service.definitions import active_person, check_weights, checked, standing
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
    alive = _alive(work, command.department_id)
    drafts = tuple(_checked(draft, command.department_id, work) for draft in command.kpis)
    kept = tuple(_kept(alive, kpi_id, weight) for kpi_id, weight in command.keep)
    _check_sets(drafts, kept)
    spoken_of = {draft.person_id for draft in drafts} | {each.version.kpi.person_id for each in kept}
    going_on = {each.version.kpi.id for each in kept}
    ending = {id for id, version in alive.items() if version.kpi.person_id in spoken_of} - going_on
    if ending != set(command.retire):
        raise Refusal("set_changed")
    return Plan(drafts, kept, tuple(alive[id] for id in command.retire))


def _alive(work: Work, department_id: int) -> dict[int, KpiVersion]:
    found = load.versions(work.scope, KpiRow.department_id == department_id)
    now = {kpi_id: standing(versions) for kpi_id, versions in found.items()}
    return {kpi_id: version for kpi_id, version in now.items() if not version.retired}


def _kept(alive: dict[int, KpiVersion], kpi_id: int, weight: Decimal) -> Kept:
    if kpi_id not in alive:
        raise Refusal("unknown_kpi", id=kpi_id)
    return Kept(alive[kpi_id], weight)


def _checked(draft: NewKpi, department_id: int, work: Work) -> NewKpi:
    definition = checked(draft.definition, work.scope)
    if draft.past:
        entries.check_entered(definition)
    for period, reading in draft.past:
        entries.check_period(period, definition, work.today, work.calendar)
        entries.check_reading(reading, definition)
    if draft.person_id is not None:
        _check_belongs(work, draft.person_id, department_id)
    actions = tuple(_checked_action(action, work) for action in draft.actions)
    return replace(draft, definition=definition, actions=actions)


def _checked_action(action: PlannedAction, work: Work) -> PlannedAction:
    active_person(work.scope, action.person_id)
    return replace(action, text=tidy.name(action.text))


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
        _check_names([name for name, _ in members])
        check_weights([weight for _, weight in members])


def _check_names(names: list[Name]) -> None:
    for place, name in enumerate(names):
        if any(alike(name, other) for other in names[:place]):
            raise Refusal("kpi_name_taken", kpi=name)
