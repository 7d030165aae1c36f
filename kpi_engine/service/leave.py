"""Somebody is away for some days, or is back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from kpi_engine.calendar.presence import Presence
from kpi_engine.commands import SetLeave
from kpi_engine.errors import Refusal
from kpi_engine.model.audit import Deed
from kpi_engine.model.company import Person
from kpi_engine.model.done import LeaveSet
from kpi_engine.rights import Facts, check, leave_place
from kpi_engine.service import log
from kpi_engine.service.members import rescore_presence
from kpi_engine.store import load
from kpi_engine.store.plain import from_plain, to_plain
from kpi_engine.store.tables import PersonRow
from kpi_engine.store.work import Work


def set_leave(command: SetLeave, work: Work) -> LeaveSet:
    """Refusals: unknown_person, person_inactive(person), presence_backwards, period_closed(period, by)."""
    people = load.people(work.scope)
    before = load.person(work.scope, command.person_id)
    check(work.actor, command, Facts((leave_place(before, people),), people=people))
    if not before.active:
        raise Refusal("person_inactive", person=before.name)
    if any(away.start >= away.end for away in command.leave):
        raise Refusal("presence_backwards")
    after = _be_there(work, before, replace(before.presence, leave=command.leave))
    undo = {"person": before.id, "before": to_plain(before.presence), "after": to_plain(after.presence)}
    changes = log.changed("person", before.name, before, after, ("presence",))
    subject = before.name.text(work.actor.person.language)
    log.record(work, Deed.SET_LEAVE, subject, undo, changes=changes, departments=before.department_ids)
    return LeaveSet(after, before.presence.leave, own=before.id == work.actor.person.id, today=work.today)


def restore_leave(kept: Mapping[str, Any], work: Work) -> None:
    """Refusal("changed_since", what) where something else was said of the leave meanwhile."""
    now = load.person(work.scope, kept["person"])
    if now.presence != from_plain(Presence, kept["after"]):
        raise Refusal("changed_since", what=now.name)
    _be_there(work, now, from_plain(Presence, kept["before"]))


def _be_there(work: Work, person: Person, presence: Presence) -> Person:
    row = work.scope.find(PersonRow, person.id, "unknown_person")
    row.presence = presence
    work.session.flush()
    after = load.person(work.scope, person.id)
    rescore_presence(work, after, person.presence)
    return after
