"""KPIs, as far as one may see them: a person's own are not everybody's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sqlalchemy import ColumnElement, or_, select

from kpi_engine.model.company import Actor, Person
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.reader.cards import of_person
from kpi_engine.rights import check_sight, may_see
from kpi_engine.store import load
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import KpiRow, KpiVersionRow


def in_force(
    scope: Scope, actor: Actor, today: date, department_id: int | None, person_id: int | None
) -> tuple[KpiVersion, ...]:
    """The version of each KPI that holds today, in the order in which the KPIs came; not of retired ones."""
    people = {person.id: person for person in load.people(scope)}
    which = *_which(department_id, person_id), *_in_sight(scope, actor, people)
    found = scope.once(("kpis", department_id, person_id), lambda: load.versions(scope, *which))
    now = (holding(versions, today) for versions in found.values())
    return tuple(version for version in now if not version.retired and _may_see(actor, version, people))


def in_sight(scope: Scope, actor: Actor, today: date, kpi_ids: Iterable[int]) -> load.Versions:
    """All versions of those of these KPIs that are in force today and that the actor may see; no others are read."""
    found = load.versions_with(scope, kpi_ids)
    people = load.people_with(
        scope, {each[0].kpi.person_id for each in found.values() if each[0].kpi.person_id is not None}
    )
    now = {id: holding(versions, today) for id, versions in found.items()}
    return {id: found[id] for id, one in now.items() if not one.retired and _may_see(actor, one, people)}


def visible(scope: Scope, actor: Actor, kpi_id: int) -> tuple[KpiVersion, ...]:
    """The KPI's versions; refused with unknown_kpi or not_allowed(by)."""
    found = load.versions_of(scope, kpi_id)
    kpi = found[-1].kpi
    if kpi.person_id is not None and found[-1].definition.owner_id != actor.person.id:
        check_sight(actor, of_person(kpi.person_id), load.everybody(scope))
    return found


def holding(versions: Sequence[KpiVersion], today: date) -> KpiVersion:
    """The version in force today; before the first begins, the first."""
    return max(_begun(versions, today) or versions[:1], key=lambda version: (version.in_force, version.number))


def _begun(versions: Iterable[KpiVersion], today: date) -> tuple[KpiVersion, ...]:
    return tuple(version for version in versions if version.in_force <= today)


def _which(department_id: int | None, person_id: int | None) -> list[ColumnElement[bool]]:
    department = [] if department_id is None else [KpiRow.department_id == department_id]
    return department if person_id is None else [*department, KpiRow.person_id == person_id]


def _in_sight(scope: Scope, actor: Actor, people: Mapping[int, Person]) -> list[ColumnElement[bool]]:
    """So that nobody reads thousands of KPIs of others to leave them out: no less than what they may see."""
    seen = [id for id, person in people.items() if may_see(actor.person, of_person(id), person.department_ids)]
    if len(seen) == len(people):
        return []
    entered = select(KpiVersionRow.kpi_id).where(KpiVersionRow.owner_id == actor.person.id)
    return [or_(KpiRow.person_id.is_(None), scope.among(KpiRow.person_id, seen), KpiRow.id.in_(entered))]


def _may_see(actor: Actor, version: KpiVersion, people: Mapping[int, Person]) -> bool:
    person_id = version.kpi.person_id
    if person_id is None or version.definition.owner_id == actor.person.id:
        return True
    return may_see(actor.person, of_person(person_id), people[person_id].department_ids)
