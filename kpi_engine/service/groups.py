"""Groups of people that a platform has become departments, and are given back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sqlalchemy.exc import IntegrityError

from kpi_engine.calendar.presence import ALWAYS
from kpi_engine.commands import Hat, TakeGroups
from kpi_engine.design.groups import Placing, Seat, placing
from kpi_engine.errors import Refusal
from kpi_engine.model.audit import Deed, FieldChange
from kpi_engine.model.company import Department, Person, Role
from kpi_engine.model.done import GroupsTaken, Newcomer
from kpi_engine.model.groups import GroupMember
from kpi_engine.model.name import Name
from kpi_engine.rights import Facts, check
from kpi_engine.service import log, tidy
from kpi_engine.service.log import Kept
from kpi_engine.service.members import FIELDS, wear
from kpi_engine.service.restore_people import restore_member
from kpi_engine.store import load
from kpi_engine.store.plain import to_plain
from kpi_engine.store.tables import DepartmentRow, PersonRow
from kpi_engine.store.work import Work


def take_groups(command: TakeGroups, work: Work) -> GroupsTaken:
    """Refusals: groups_nothing_new, and those of names."""
    everybody = load.people(work.scope)
    check(work.actor, command, Facts(people=everybody))
    before = load.departments(work.scope)
    found = placing(command.groups, before, everybody)
    if found.is_nothing:
        raise Refusal("groups_nothing_new")
    made = _founded(work, found.made)
    done = _seated(work, found, (*before, *made), made)
    _record(work, done, {person.id: person for person in everybody})
    return done


def give_back_groups(kept: Kept, work: Work) -> None:
    """Who came with the groups is gone, and so are the departments.

    Refusal("changed_since", what) where somebody has built on it.
    """
    for person in kept["people"]:
        restore_member(person, work)
    for id in kept["departments"]:
        row = work.scope.find(DepartmentRow, id, "unknown_department")
        name = row.name
        try:
            with work.session.begin_nested():
                work.session.delete(row)
        except IntegrityError:
            raise Refusal("changed_since", what=name) from None


def _founded(work: Work, names: Iterable[Name]) -> tuple[Department, ...]:
    rows = [DepartmentRow(company_id=work.actor.company_id, name=tidy.names(name)) for name in names]
    work.session.add_all(rows)
    work.session.flush()
    return tuple(Department(row.id, row.name) for row in rows)


def _seated(work: Work, found: Placing, departments: Sequence[Department], made: tuple[Department, ...]) -> GroupsTaken:
    ids = {department.name: department.id for department in departments}
    newcomers = tuple(Newcomer(seat.member.account, _sit(work, seat, ids)) for seat in found.newcomers)
    placed = tuple(_sit(work, seat, ids) for seat in found.placed)
    taken = tuple(one for one in departments if one.name in found.taken)
    return GroupsTaken(taken, made, newcomers, placed, found.kept, found.namesakes)


def _sit(work: Work, seat: Seat, ids: Mapping[Name, int]) -> Person:
    row = work.scope.find(PersonRow, seat.person.id, "unknown_person") if seat.person else _new(work, seat.member)
    row.active = True
    work.session.add(row)
    work.session.flush()
    wear(work, row.id, [Hat(ids[name], Name.same(""), share) for name, share in seat.hats])
    return load.person(work.scope, row.id)


def _new(work: Work, member: GroupMember) -> PersonRow:
    """With the language and the clock that the platform tells of."""
    return PersonRow(
        company_id=work.actor.company_id,
        name=Name.same(tidy.name(member.name)),
        role=Role.MEMBER,
        language=member.language,
        time_zone=member.time_zone or work.scope.company().time_zone,
        ranked=True,
        presence=ALWAYS,
    )


def _record(work: Work, done: GroupsTaken, before: Mapping[int, Person]) -> None:
    people = (*(newcomer.person for newcomer in done.newcomers), *done.placed)
    undo = {
        "departments": [department.id for department in done.made],
        "people": [_kept(person, before.get(person.id)) for person in people],
    }
    subject = log.listed((department.name for department in done.departments), work.actor.person.language)
    # The heads of departments that are new read it nowhere: an entry that points at them would keep them from being
    # given back.
    there = {one.id for one in done.departments} - {one.id for one in done.made}
    log.record(work, Deed.TAKE_GROUPS, subject, undo, changes=_changes(done, people, before), departments=there)


def _kept(person: Person, before: Person | None) -> Kept:
    is_new = before is None or not before.active
    nowhere = replace(person, positions=())
    return {"new": is_new, "before": to_plain(before or nowhere), "after": to_plain(person)}


def _changes(done: GroupsTaken, people: Iterable[Person], before: Mapping[int, Person]) -> Iterator[FieldChange]:
    for department in done.made:
        yield from log.changed("department", department.name, None, department, ("name",))
    for person in people:
        yield from log.changed("person", person.name, before.get(person.id), person, FIELDS)
