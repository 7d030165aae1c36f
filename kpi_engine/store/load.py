"""The queries that both services and readers ask, each in a statement or two however many rows there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from sqlalchemy import ColumnElement, literal_column, select

from kpi_engine.calendar.presence import Presence
from kpi_engine.errors import Refusal
from kpi_engine.model.agreement import Agreements
from kpi_engine.model.check import Mute
from kpi_engine.model.company import Department, Person
from kpi_engine.model.kpi import KpiVersion, PeriodTarget
from kpi_engine.model.name import Name
from kpi_engine.model.strategy import Goal, SwotEntry
from kpi_engine.store import values
from kpi_engine.store.scope import Memory, Scope
from kpi_engine.store.tables import (
    AgreementRow,
    DepartmentRow,
    GoalRow,
    KpiRow,
    KpiVersionRow,
    MuteRow,
    PeriodTargetRow,
    PersonRow,
    PositionRow,
    SwotRow,
)

Versions: TypeAlias = dict[int, tuple[KpiVersion, ...]]
"""The versions of each KPI by its id, in the order of their numbers; those taken back are left out."""


_PERSON = "person"


def departments(scope: Scope) -> tuple[Department, ...]:
    """All departments, in the order in which they were founded."""
    rows = select(DepartmentRow).order_by(DepartmentRow.id)
    return scope.once("departments", lambda: tuple(values.department(row) for row in scope.all(rows)))


def people(scope: Scope) -> tuple[Person, ...]:
    """Everybody who was ever added, in that order."""
    return scope.once("people", lambda: _people(scope))


def people_with(scope: Scope, ids: Iterable[int]) -> dict[int, Person]:
    """The people with these ids."""

    def read(missing: Sequence[int]) -> Mapping[int, Person]:
        here, theirs = scope.among(PersonRow.id, missing), scope.among(PositionRow.person_id, missing)
        return {one.id: one for one in _people(scope, [here], [theirs])}

    return scope.each_once(_PERSON, ids, read)


def memory_of(person: Person) -> Memory:
    """What is known beforehand to who asks as that person."""
    return {_PERSON: {person.id: person}}


def _people(
    scope: Scope, which: Collection[ColumnElement[bool]] = (), hats_of: Collection[ColumnElement[bool]] = ()
) -> tuple[Person, ...]:
    hats = defaultdict(list)
    for hat in scope.all(select(PositionRow).where(*hats_of).order_by(PositionRow.id)):
        hats[hat.person_id].append(hat)
    rows = scope.all(select(PersonRow).where(*which).order_by(PersonRow.id))
    return tuple(values.person(row, hats[row.id]) for row in rows)


def departments_of(scope: Scope, ids: Collection[int]) -> dict[int, frozenset[int]]:
    """Where these people work."""
    return {id: one.department_ids for id, one in people_with(scope, ids).items()}


def names(scope: Scope) -> dict[int, Name]:
    """What everybody who was ever added is called, by their id."""
    rows = select(PersonRow.id, PersonRow.name)
    return scope.once("names", lambda: {row.id: row.name for row in scope.lines(rows)})


def active_people(scope: Scope) -> tuple[Person, ...]:
    """Everybody who is active, in that order."""
    return tuple(one for one in people(scope) if one.active)


def everybody(scope: Scope) -> Iterator[Person]:
    """All people, read when somebody asks for the first: to name who may do something, once it is refused."""
    yield from people(scope)


def person(scope: Scope, id: int) -> Person:
    """The person with that id; Refusal("unknown_person")."""
    found = people_with(scope, [id])
    if not found:
        raise Refusal("unknown_person", id=id)
    return found[id]


def presences(scope: Scope, versions: Versions) -> dict[int, Presence]:
    """When the people are there whose own KPIs are among these."""
    ids = {each[0].kpi.person_id for each in versions.values() if each[0].kpi.person_id is not None}
    columns = select(PersonRow.id, PersonRow.presence)

    def read(missing: Sequence[int]) -> Mapping[int, Presence]:
        return {row.id: row.presence for row in scope.lines(columns.where(scope.among(PersonRow.id, missing)))}

    return scope.each_once("presence", ids, read)


def goals(scope: Scope) -> tuple[Goal, ...]:
    """The goals that stand: the company's and the departments', each in their order."""
    rows = select(GoalRow).where(GoalRow.active).order_by(GoalRow.rank, GoalRow.id)
    return tuple(values.goal(row) for row in scope.all(rows))


def swot(scope: Scope) -> tuple[SwotEntry, ...]:
    """The lines of the SWOT that stand, in their order."""
    rows = select(SwotRow).where(SwotRow.active).order_by(SwotRow.rank, SwotRow.id)
    return tuple(values.swot_entry(row) for row in scope.all(rows))


def versions(scope: Scope, *which: ColumnElement[bool]) -> Versions:
    """The versions of the KPIs that the conditions choose; of all without any."""
    statement = (
        select(KpiVersionRow, KpiRow)
        .join(KpiRow, KpiRow.id == KpiVersionRow.kpi_id)
        .where(~KpiVersionRow.withdrawn, *which)
        .order_by(KpiVersionRow.kpi_id, KpiVersionRow.number)
    )
    found = defaultdict(list)
    for row, kpi in scope.lines(statement):
        found[kpi.id].append(values.version(row, kpi))
    return {kpi_id: tuple(each) for kpi_id, each in found.items()}


def versions_with(scope: Scope, kpi_ids: Iterable[int]) -> Versions:
    """The versions of the KPIs with these ids, as far as there are such."""
    return scope.each_once(
        "versions", kpi_ids, lambda missing: versions(scope, scope.among(KpiVersionRow.kpi_id, missing))
    )


def versions_chosen(scope: Scope, *which: ColumnElement[bool]) -> Versions:
    """The versions of the KPIs that conditions on KPIs alone choose: all that each has, known from then on."""
    found = versions(scope, *which)
    return scope.each_once("versions", found, lambda missing: {id: found[id] for id in missing})


def entered_by(scope: Scope, person_id: int) -> Collection[int]:
    """The ids of the KPIs whose values are the person's to enter, or were by a version that stands."""
    theirs = ~KpiVersionRow.withdrawn, KpiVersionRow.owner_id == person_id
    rows = select(KpiVersionRow.kpi_id).where(*theirs).distinct()
    return scope.once(("entered by", person_id), lambda: scope.all(rows))


def computed(scope: Scope) -> Versions:
    """The versions that have a formula."""
    return versions(scope, KpiVersionRow.expression != literal_column("''"))


def versions_of(scope: Scope, kpi_id: int) -> tuple[KpiVersion, ...]:
    """The versions of one KPI; Refusal("unknown_kpi") where there is none."""
    found = versions_with(scope, [kpi_id])
    if kpi_id not in found:
        raise Refusal("unknown_kpi", id=kpi_id)
    return found[kpi_id]


def period_targets(scope: Scope, kpi_ids: Collection[int]) -> dict[int, tuple[PeriodTarget, ...]]:
    """The targets agreed for single cycles."""
    return scope.each_once("period_targets", kpi_ids, lambda missing: _period_targets(scope, missing))


def _period_targets(scope: Scope, kpi_ids: Collection[int]) -> Mapping[int, tuple[PeriodTarget, ...]]:
    rows = select(PeriodTargetRow).where(scope.among(PeriodTargetRow.kpi_id, kpi_ids))
    year_start = scope.company().year_start
    found = defaultdict(list)
    for row in scope.all(rows.order_by(PeriodTargetRow.period_start)):
        found[row.kpi_id].append(values.period_target(row, year_start))
    return {kpi_id: tuple(each) for kpi_id, each in found.items()}


def agreements(scope: Scope) -> Agreements:
    """What the company has agreed about totals, but for what was taken back."""
    stand = select(AgreementRow).where(~AgreementRow.withdrawn).order_by(AgreementRow.in_force, AgreementRow.id)
    return scope.once("agreements", lambda: Agreements(tuple(values.agreement(row) for row in scope.all(stand))))


def mutes(scope: Scope) -> tuple[Mute, ...]:
    """What the check is to leave alone."""
    return tuple(values.mute(row) for row in scope.all(select(MuteRow).order_by(MuteRow.id)))
