"""Inviting people: who may be given a code, and what becomes of it."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from sqlalchemy import select

from kpi_engine.commands import AddMember, InvitationCommand, Invite, WithdrawInvitation
from kpi_engine.errors import Refusal
from kpi_engine.model.audit import Deed
from kpi_engine.model.company import Person
from kpi_engine.model.done import InvitationWithdrawn, Invited
from kpi_engine.model.invitation import DAYS, OWN_FOR, fingerprint
from kpi_engine.rights import check, invite_facts
from kpi_engine.service import log
from kpi_engine.service.members import add_member
from kpi_engine.store import load
from kpi_engine.store.tables import InvitationRow, PersonRow
from kpi_engine.store.work import Work

Kept: TypeAlias = dict[str, Any]


def invite(command: Invite, work: Work) -> Invited:
    """The code is in what comes back, and nowhere else.

    Refusals: unknown_person, person_inactive(person), not_allowed(by), and those of `add_member`.
    """
    person, is_new = _invited(command, work)
    before, own = _out(work, person), person.id == work.actor.person.id
    for row in before:
        row.withdrawn = True
    code = work.new_code()
    row = InvitationRow(
        company_id=work.actor.company_id,
        person_id=person.id,
        fingerprint=fingerprint(code),
        author_id=work.actor.person.id,
        made_at=work.now,
        expires_at=work.now + OWN_FOR if own else _end_of_last_day(work),
        withdrawn=False,
    )
    work.session.add(row)
    work.session.flush()
    _record(work, Deed.INVITE, person, row)
    return Invited(person, code, own, is_new, work.today + timedelta(days=DAYS))


def withdraw_invitation(command: WithdrawInvitation, work: Work) -> InvitationWithdrawn:
    """Refusals: unknown_person, not_allowed(by), none_invited(name)."""
    person = _checked(command, command.person_id, work)
    before = _out(work, person)
    if not before:
        raise Refusal("none_invited", name=person.name)
    for row in before:
        row.withdrawn = True
        _record(work, Deed.WITHDRAW_INVITATION, person, row)
    return InvitationWithdrawn(person)


def take_back_invitation(kept: Kept, work: Work) -> None:
    """The code is good no more; Refusal("changed_since", what)."""
    _unused(kept, work)[0].withdrawn = True


def restore_invitation(kept: Kept, work: Work) -> None:
    """A code that was withdrawn is good again; Refusal("changed_since", what)."""
    row, person = _unused(kept, work)
    if _out(work, person):
        raise Refusal("changed_since", what=person.name)
    row.withdrawn = False


def _unused(kept: Kept, work: Work) -> tuple[InvitationRow, Person]:
    row = work.session.get_one(InvitationRow, kept["invitation"])
    person = load.person(work.scope, row.person_id)
    if row.used_at is not None:
        raise Refusal("changed_since", what=person.name)
    return row, person


def _invited(command: Invite, work: Work) -> tuple[Person, bool]:
    """Who, and whether they were added for it."""
    if isinstance(command.whom, AddMember):
        added = add_member(command.whom, work)
        return _checked(command, added.person.id, work), added.is_new
    return _checked(command, command.whom, work), False


def _checked(command: InvitationCommand, id: int, work: Work) -> Person:
    row = work.scope.find(PersonRow, id, "unknown_person")
    person = load.person(work.scope, row.id)
    facts = invite_facts(person, work.actor.person, load.people(work.scope), has_come=row.came_at is not None)
    check(work.actor, command, facts)
    if not person.active:
        raise Refusal("person_inactive", person=person.name)
    return person


def _out(work: Work, person: Person) -> list[InvitationRow]:
    """Whatever is neither used nor withdrawn, good or expired."""
    these = InvitationRow.person_id == person.id, InvitationRow.used_at.is_(None), ~InvitationRow.withdrawn
    return list(work.scope.all(select(InvitationRow).where(*these)))


def _end_of_last_day(work: Work) -> datetime:
    """The end of the last day, by the clock of who invites."""
    after = work.today + timedelta(days=DAYS + 1)
    return datetime.combine(after, time(), ZoneInfo(work.actor.person.time_zone))


def _record(work: Work, deed: Deed, person: Person, row: InvitationRow) -> None:
    kept = {"invitation": row.id, "person": person.id}
    subject = person.name.text(work.actor.person.language)
    log.record(work, deed, subject, kept, departments=person.department_ids)
