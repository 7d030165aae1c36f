"""Taking back what was done to people: who they are, when they are there, what they chose."""

from __future__ import annotations

from typing import Literal, TypeAlias

from kpi_engine.errors import Refusal
from kpi_engine.model.audit import Deed
from kpi_engine.model.company import Person
from kpi_engine.model.name import Language
from kpi_engine.service.invitations import restore_invitation
from kpi_engine.service.leave import restore_leave
from kpi_engine.service.leaving import bring_back, entered_by
from kpi_engine.service.members import rescore_presence, wear
from kpi_engine.service.reminders import restore_deputy, restore_reminders
from kpi_engine.service.undo_rights import Kept
from kpi_engine.store import load
from kpi_engine.store.plain import from_plain
from kpi_engine.store.tables import PersonRow
from kpi_engine.store.work import Work

OfPeople: TypeAlias = Literal[
    Deed.ADD_MEMBER,
    Deed.REMOVE_MEMBER,
    Deed.SET_LEAVE,
    Deed.INVITE,
    Deed.WITHDRAW_INVITATION,
    Deed.SET_REMINDERS,
    Deed.SET_DEPUTY,
    Deed.CHOOSE_LANGUAGE,
    Deed.CHOOSE_RANKING,
]


def restore_people(deed: OfPeople, kept: Kept, work: Work) -> None:
    """Refusals: changed_since(what), period_closed(period, by)."""
    match deed:
        case Deed.ADD_MEMBER:
            _restore_member(kept, work)
        case Deed.REMOVE_MEMBER:
            bring_back(kept, work)
        case Deed.SET_LEAVE:
            restore_leave(kept, work)
        case Deed.INVITE | Deed.WITHDRAW_INVITATION:
            restore_invitation(deed, kept, work)
        case Deed.SET_REMINDERS:
            restore_reminders(kept, work)
        case Deed.SET_DEPUTY:
            restore_deputy(kept, work)
        case Deed.CHOOSE_LANGUAGE:
            _me(work).language = Language(kept["before"])
        case Deed.CHOOSE_RANKING:
            _me(work).ranked = kept["before"]


def _me(work: Work) -> PersonRow:
    return work.scope.find(PersonRow, work.actor.person.id, "unknown_person")


def _restore_member(kept: Kept, work: Work) -> None:
    before, after = from_plain(Person, kept["before"]), from_plain(Person, kept["after"])
    now = load.person(work.scope, after.id)
    said = after.role, after.positions, after.presence
    if (now.role, now.positions, now.presence) != said or (kept["new"] and entered_by(now.id, work)):
        raise Refusal("changed_since", what=now.name)
    row = work.scope.find(PersonRow, after.id, "unknown_person")
    row.role = before.role
    row.presence = before.presence
    row.active = not kept["new"]
    wear(work, row.id, before.positions)
    rescore_presence(work, before, after.presence)
