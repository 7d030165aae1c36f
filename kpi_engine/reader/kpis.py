"""KPIs, as far as one may see them: a person's own are not everybody's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import ColumnElement

from kpi_engine.model.company import Actor, Person
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.model.score import Subject, SubjectKind
from kpi_engine.rights import check_sight, may_see
from kpi_engine.store import load
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import KpiRow


def in_force(
    scope: Scope, actor: Actor, today: date, department_id: int | None, person_id: int | None
) -> tuple[KpiVersion, ...]:
    """The version of each KPI that holds today, in the order in which the KPIs came; not of retired ones."""
    found = load.versions(scope, *_which(department_id, person_id))
    people = {person.id: person for person in load.people(scope)}
    now = (holding(versions, today) for versions in found.values())
    return tuple(version for version in now if not version.retired and _may_see(actor, version, people))


def visible(scope: Scope, actor: Actor, kpi_id: int) -> tuple[KpiVersion, ...]:
    """The KPI's versions; refused with unknown_kpi or not_allowed(by)."""
    found = load.versions_of(scope, kpi_id)
    kpi = found[-1].kpi
    if kpi.person_id is not None and found[-1].definition.owner_id != actor.person.id:
        check_sight(actor, Subject(SubjectKind.PERSON, kpi.person_id), load.people(scope))
    return found


def holding(versions: Sequence[KpiVersion], today: date) -> KpiVersion:
    """The version in force today; before the first begins, the first."""
    return max(_begun(versions, today) or versions[:1], key=lambda version: (version.in_force, version.number))


def _begun(versions: Iterable[KpiVersion], today: date) -> tuple[KpiVersion, ...]:
    return tuple(version for version in versions if version.in_force <= today)


def _which(department_id: int | None, person_id: int | None) -> list[ColumnElement[bool]]:
    department = [] if department_id is None else [KpiRow.department_id == department_id]
    return department if person_id is None else [*department, KpiRow.person_id == person_id]


def _may_see(actor: Actor, version: KpiVersion, people: dict[int, Person]) -> bool:
    person_id = version.kpi.person_id
    if person_id is None or version.definition.owner_id == actor.person.id:
        return True
    return may_see(actor.person, Subject(SubjectKind.PERSON, person_id), people[person_id].department_ids)
