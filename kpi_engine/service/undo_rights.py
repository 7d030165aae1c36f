"""Who may take something back: whoever may do it still."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, TypeAlias

from kpi_engine.design.sets import standing
from kpi_engine.model.action import Action
from kpi_engine.model.audit import Deed
from kpi_engine.model.company import Person
from kpi_engine.rights import Facts, Place, action_place, check_kind, invite_facts, leave_place
from kpi_engine.service.done_by import DONE_BY
from kpi_engine.store import load, record
from kpi_engine.store.plain import from_plain
from kpi_engine.store.tables import KpiRow, KpiVersionRow
from kpi_engine.store.work import Work

Kept: TypeAlias = dict[str, Any]
"""What the audit log kept of a deed, to take it back by."""


def check_undo(deed: Deed, kept: Kept, work: Work) -> None:
    """Refusal("not_allowed", by) unless the actor may do such a deed today, there and with those roles."""
    people = load.people(work.scope)
    check_kind(work.actor.person, DONE_BY[deed], _facts(deed, kept, people, work))


def _facts(deed: Deed, kept: Kept, people: tuple[Person, ...], work: Work) -> Facts:
    match deed:
        case Deed.ENTER:
            lines = record.actuals_with(work.scope, [new for new, _ in kept["lines"]]).values()
            return Facts(_kpi_places({line.kpi_id for line in lines}, work), people=people)
        case Deed.REVISE | Deed.SET_WEIGHTS | Deed.ADD_KPI | Deed.RETIRE:
            found = load.versions(work.scope, work.scope.among(KpiVersionRow.id, kept["versions"]))
            return Facts(_kpi_places(found.keys(), work), people=people)
        case Deed.PLAN_ACTION | Deed.ASSIGN_ACTION | Deed.POSTPONE_ACTION | Deed.CLOSE_ACTION:
            return Facts((_action_place(deed, kept, work.actor.person),), people=people)
        case Deed.AGREE:
            return Facts((Place(person_id=work.actor.person.id),), people=people)
        case Deed.SET_TARGET | Deed.SET_SEASON:
            return Facts(_kpi_places([kept["kpi"]], work), people=people)
        case (
            Deed.PUBLISH
            | Deed.MUTE
            | Deed.UNMUTE
            | Deed.PROPOSE
            | Deed.DECIDE
            | Deed.SET_GRADES
            | Deed.SET_GATES
            | Deed.SET_TEAM_SHARE
            | Deed.EXPLAIN_RED
            | Deed.LOOK_AGAIN
        ):
            return Facts((Place(kept["department"], kept.get("owner")),), people=people)
        case (
            Deed.ADD_MEMBER
            | Deed.REMOVE_MEMBER
            | Deed.SET_LEAVE
            | Deed.SET_DEPUTY
            | Deed.SET_REMINDERS
            | Deed.INVITE
            | Deed.WITHDRAW_INVITATION
        ):
            return _people_facts(deed, kept, people, work)
        case Deed.CHANGE_SETTINGS | Deed.SET_STRATEGY | Deed.RANK_PEOPLE | Deed.CHOOSE_LANGUAGE | Deed.CHOOSE_RANKING:
            return Facts(people=people)
        case (
            Deed.SET_UP
            | Deed.JOIN
            | Deed.UNDO
            | Deed.VOTE
            | Deed.COMMENT
            | Deed.WITHDRAW
            | Deed.SHARE_DRAFT
            | Deed.COMMENT_DRAFT
            | Deed.START_REVIEW
            | Deed.REMARK
            | Deed.ACKNOWLEDGE
            | Deed.CLOSE
            | Deed.REOPEN
        ):
            raise AssertionError(f"{deed} keeps nothing to take it back by")


def _kpi_places(kpi_ids: Collection[int], work: Work) -> tuple[Place, ...]:
    now = map(standing, load.versions(work.scope, work.scope.among(KpiRow.id, kpi_ids)).values())
    return tuple(Place(version.kpi.department_id, version.definition.owner_id) for version in now)


def _action_place(deed: Deed, kept: Kept, me: Person) -> Place:
    action = from_plain(Action, kept["after"])
    return action_place(action, me) if deed in _BY_WHO_DOES_IT else Place(action.department_id)


_BY_WHO_DOES_IT = (Deed.POSTPONE_ACTION, Deed.CLOSE_ACTION)


def _people_facts(deed: Deed, kept: Kept, people: tuple[Person, ...], work: Work) -> Facts:
    if deed in (Deed.ADD_MEMBER, Deed.REMOVE_MEMBER):
        return _member_facts(kept, people)
    person = next(one for one in people if one.id == kept["person"])
    if deed in (Deed.SET_LEAVE, Deed.SET_DEPUTY, Deed.SET_REMINDERS):
        return Facts((leave_place(person, people),), people=people)
    return invite_facts(person, work.actor.person, people, has_come=False)


def _member_facts(kept: Kept, people: tuple[Person, ...]) -> Facts:
    before, after = from_plain(Person, kept["before"]), from_plain(Person, kept["after"])
    places = tuple(Place(id) for id in sorted(before.department_ids | after.department_ids)) or (Place(),)
    return Facts(places, frozenset({before.role, after.role}), people)
