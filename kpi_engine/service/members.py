"""The people of a company: who they are, what they may, when they are there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import delete

from kpi_engine.calendar.presence import ALWAYS, Presence
from kpi_engine.commands import AddMember, Hat
from kpi_engine.design.match import alike
from kpi_engine.errors import Refusal
from kpi_engine.model.audit import Deed
from kpi_engine.model.company import Person, Position, Role
from kpi_engine.model.done import MemberAdded
from kpi_engine.model.name import Name
from kpi_engine.reader.closed import check_presence
from kpi_engine.rights import Facts, Place, check
from kpi_engine.service import log, tidy
from kpi_engine.service.scoring import rescore_since
from kpi_engine.store import load
from kpi_engine.store.plain import to_plain
from kpi_engine.store.tables import DepartmentRow, KpiRow, PersonRow, PositionRow
from kpi_engine.store.work import Work

FIELDS = ("role", "positions", "presence", "active")
"""What the audit log tells of a person."""


def add_member(command: AddMember, work: Work) -> MemberAdded:
    """Refusals: several_called(name), unknown_department, share_range, share_over(total), last_owner,
    presence_backwards, period_closed(period, by), and those of tidy.
    """
    people = load.people(work.scope)
    name = tidy.names(command.name)
    known = _called(name, people)
    for hat in command.hats:
        work.scope.find(DepartmentRow, hat.department_id, "unknown_department")
    check(work.actor, command, _facts(command, known, people))
    _check_hats(command)
    _check_owner_remains(command, known, people)
    _check_presence(command)
    person = _write_member(command, work, name, known)
    rescore_presence(work, person, known.presence if known else ALWAYS)
    is_new = known is None or not known.active
    undo = {
        "person": person.id,
        "new": is_new,
        "before": to_plain(known or person),
        "after": to_plain(person),
    }
    changes = log.changed("person", person.name, None if is_new else known, person, FIELDS)
    touched = person.department_ids | (known.department_ids if known else frozenset())
    subject = name.text(work.actor.person.language)
    log.record(work, Deed.ADD_MEMBER, subject, undo, changes=changes, departments=touched)
    return MemberAdded(person, is_new, person if known is None or is_new else known, load.departments(work.scope))


def wear(work: Work, person_id: int, hats: Iterable[Hat | Position]) -> None:
    """Replaces the hats of a person."""
    work.session.execute(delete(PositionRow).where(PositionRow.person_id == person_id))
    work.session.add_all(
        PositionRow(
            company_id=work.actor.company_id,
            person_id=person_id,
            department_id=hat.department_id,
            title=hat.title,
            share=hat.share,
        )
        for hat in hats
    )
    work.session.flush()


def rescore_presence(work: Work, person: Person, before: Presence) -> None:
    """What is measured of the person is scored anew where they are there at other times than before.

    Refusal("period_closed", period, by).
    """
    if person.presence != before:
        versions = load.versions(work.scope, KpiRow.person_id == person.id)
        if versions:
            check_presence(work.scope, person, before)
        rescore_since(work, {id: min(each.in_force for each in own) for id, own in versions.items()})


def _called(name: Name, people: Iterable[Person]) -> Person | None:
    found = [person for person in people if alike(person.name, name)]
    if len(found) > 1:
        raise Refusal("several_called", name=name.en)
    return next(iter(found), None)


def _facts(command: AddMember, known: Person | None, people: tuple[Person, ...]) -> Facts:
    touched = [hat.department_id for hat in command.hats] + sorted(known.department_ids if known else ())
    places = tuple(Place(department_id=id) for id in touched) or (Place(),)
    return Facts(places, frozenset({command.role} | ({known.role} if known else set())), people)


def _check_hats(command: AddMember) -> None:
    for hat in command.hats:
        if not hat.share.is_finite() or not 0 < hat.share <= 1:
            raise Refusal("share_range", share=hat.share)
    total = sum(hat.share for hat in command.hats)
    if total > 1:
        raise Refusal("share_over", total=total)


def _check_presence(command: AddMember) -> None:
    presence = command.presence or ALWAYS
    spans = [(away.start, away.end) for away in presence.leave]
    if presence.joined and presence.left:
        spans.append((presence.joined, presence.left))
    if any(start >= end for start, end in spans):
        raise Refusal("presence_backwards")


def _check_owner_remains(command: AddMember, known: Person | None, people: tuple[Person, ...]) -> None:
    owners = [person for person in people if person.role is Role.OWNER and person.active]
    if known is not None and owners == [known] and command.role is not Role.OWNER:
        raise Refusal("last_owner", person=known.name)


def _write_member(command: AddMember, work: Work, name: Name, known: Person | None) -> Person:
    row = work.scope.find(PersonRow, known.id, "unknown_person") if known else _new_person(work, name)
    back = known is not None and not known.active
    row.role = command.role
    row.active = True
    row.presence = command.presence or (replace(row.presence, left=None) if back else row.presence)
    work.session.add(row)
    work.session.flush()
    hats = [Hat(hat.department_id, tidy.remarks(hat.title), hat.share) for hat in command.hats]
    wear(work, row.id, hats)
    return load.person(work.scope, row.id)


def _new_person(work: Work, name: Name) -> PersonRow:
    company = work.scope.company()
    return PersonRow(
        company_id=company.id,
        name=name,
        language=company.language,
        time_zone=company.time_zone,
        ranked=True,
        presence=ALWAYS,
    )
