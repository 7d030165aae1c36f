"""Taking back what was done to the company: its people, its strategy, who is ranked."""

from __future__ import annotations

from typing import Literal, TypeAlias

from kpi_engine.errors import Refusal
from kpi_engine.model.audit import Deed
from kpi_engine.model.company import Person
from kpi_engine.model.name import Language
from kpi_engine.service.leave import restore_leave
from kpi_engine.service.leaving import bring_back, entered_by
from kpi_engine.service.members import rescore_presence, wear
from kpi_engine.service.settings import restore_settings
from kpi_engine.service.strategy import company_goals, goals_with, stand, swot_entries
from kpi_engine.service.undo_rights import Kept
from kpi_engine.store import load
from kpi_engine.store.plain import from_plain
from kpi_engine.store.tables import PersonRow, SwotRow
from kpi_engine.store.work import Work

OfCompany: TypeAlias = Literal[
    Deed.ADD_MEMBER,
    Deed.REMOVE_MEMBER,
    Deed.CHANGE_SETTINGS,
    Deed.SET_LEAVE,
    Deed.SET_STRATEGY,
    Deed.RANK_PEOPLE,
    Deed.CHOOSE_LANGUAGE,
    Deed.CHOOSE_RANKING,
]


def restore_company(deed: OfCompany, kept: Kept, work: Work) -> None:
    """Refusals: changed_since(what), period_closed(period, by)."""
    match deed:
        case Deed.ADD_MEMBER:
            _restore_member(kept, work)
        case Deed.REMOVE_MEMBER:
            bring_back(kept, work)
        case Deed.CHANGE_SETTINGS:
            restore_settings(kept, work)
        case Deed.SET_LEAVE:
            restore_leave(kept, work)
        case Deed.SET_STRATEGY:
            _restore_strategy(kept, work)
        case Deed.RANK_PEOPLE:
            _restore_board(kept, work)
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


def _restore_strategy(kept: Kept, work: Work) -> None:
    goals, entries = company_goals(work.scope), swot_entries(work.scope)
    if [[row.id for row in goals], [row.id for row in entries]] != kept["after"]:
        raise Refusal("changed_since", what=work.scope.company().name)
    stand(goals, goals_with(work, kept["goals"]))
    stand(entries, [work.scope.find(SwotRow, id, "unknown_swot") for id in kept["swot"]])


def _restore_board(kept: Kept, work: Work) -> None:
    company = work.scope.company()
    if company.ranks_people != kept["after"]:
        raise Refusal("changed_since", what=company.name)
    company.ranks_people = kept["before"]
