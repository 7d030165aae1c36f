"""Somebody leaves the company, and comes back if that is taken back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from kpi_engine.commands import AssignAction, RemoveMember, ReviseKpi
from kpi_engine.design.sets import standing
from kpi_engine.errors import Refusal
from kpi_engine.model.audit import Deed
from kpi_engine.model.company import Person, Role
from kpi_engine.model.done import MemberRemoved
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.rights import Facts, Place, check
from kpi_engine.service import log
from kpi_engine.service.actions import assign
from kpi_engine.service.change import change_kpis
from kpi_engine.service.members import FIELDS, rescore_presence
from kpi_engine.store import load
from kpi_engine.store.plain import from_plain, to_plain
from kpi_engine.store.tables import PersonRow
from kpi_engine.store.work import Work


def remove_member(command: RemoveMember, work: Work) -> MemberRemoved:
    """Refusals: unknown_person, person_inactive(person), last_owner(person), still_enters(person, kpis) where a KPI of
    theirs has nobody else to enter it, and those of revising it and of giving an action to somebody else.
    """
    people = load.people(work.scope)
    person = load.person(work.scope, command.person_id)
    check(work.actor, command, _facts(person, people))
    _check_may_leave(person, people)
    _hand_on(person, command, work)
    taken = tuple(assign(AssignAction(*one), work).action for one in command.takers)
    row = work.scope.find(PersonRow, person.id, "unknown_person")
    row.active = False
    row.presence = replace(person.presence, left=work.today)
    work.session.flush()
    left = load.person(work.scope, person.id)
    rescore_presence(work, left, person.presence)
    undo = {"before": to_plain(person), "after": to_plain(left)}
    changes = log.changed("person", person.name, person, left, FIELDS)
    subject = person.name.text(work.actor.person.language)
    log.record(work, Deed.REMOVE_MEMBER, subject, undo, changes=changes, departments=person.department_ids)
    return MemberRemoved(left, tuple(_now(kpi_id, work) for kpi_id, _ in command.keepers), taken)


def bring_back(kept: Mapping[str, Any], work: Work) -> None:
    """Who has left is there again, with their role and hats; Refusal("changed_since", what) where they came back."""
    before, after = from_plain(Person, kept["before"]), from_plain(Person, kept["after"])
    if load.person(work.scope, after.id).active:
        raise Refusal("changed_since", what=after.name)
    row = work.scope.find(PersonRow, after.id, "unknown_person")
    row.active = True
    row.presence = before.presence
    work.session.flush()
    rescore_presence(work, before, after.presence)


def entered_by(person_id: int, work: Work) -> tuple[KpiVersion, ...]:
    """The KPIs in force that the person enters."""
    now = map(standing, load.versions(work.scope).values())
    return tuple(version for version in now if version.definition.owner_id == person_id and not version.retired)


def _facts(person: Person, people: tuple[Person, ...]) -> Facts:
    places = tuple(Place(id) for id in sorted(person.department_ids)) or (Place(),)
    return Facts(places, frozenset({person.role}), people)


def _check_may_leave(person: Person, people: Iterable[Person]) -> None:
    if not person.active:
        raise Refusal("person_inactive", person=person.name)
    if [one for one in people if one.role is Role.OWNER and one.active] == [person]:
        raise Refusal("last_owner", person=person.name)


def _hand_on(person: Person, command: RemoveMember, work: Work) -> None:
    keepers = dict(command.keepers)
    entered = entered_by(person.id, work)
    left = [version for version in entered if keepers.get(version.kpi.id, person.id) == person.id]
    if left:
        raise Refusal("still_enters", person=person.name, kpis=[version.definition.name for version in left])
    for version in entered:
        definition = replace(version.definition, owner_id=keepers[version.kpi.id])
        since = max(work.calendar.holding(work.today, version.definition.cycle).start, version.in_force)
        change_kpis(ReviseKpi(version.kpi.id, definition, since, command.reason), work)


def _now(kpi_id: int, work: Work) -> KpiVersion:
    return standing(load.versions_of(work.scope, kpi_id))
