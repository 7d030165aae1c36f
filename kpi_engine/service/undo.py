"""Taking back the last thing that one did."""

from __future__ import annotations

from sqlalchemy import select

from kpi_engine.commands import Undo
from kpi_engine.errors import Refusal
from kpi_engine.model.audit import Deed
from kpi_engine.model.check import Mute
from kpi_engine.model.company import Person
from kpi_engine.model.done import EnteredItem, Undone
from kpi_engine.model.name import Language
from kpi_engine.rights import Facts, check
from kpi_engine.service import log
from kpi_engine.service.company import rescore_presence, wear
from kpi_engine.service.definitions import standing
from kpi_engine.service.leaving import bring_back, entered_by
from kpi_engine.service.mute import present, put
from kpi_engine.service.publish import department_goals
from kpi_engine.service.restore import restore
from kpi_engine.service.strategy import company_goals, stand, swot_entries
from kpi_engine.service.undo_rights import Kept, check_undo
from kpi_engine.service.versions import withdraw
from kpi_engine.store import load
from kpi_engine.store.plain import from_plain
from kpi_engine.store.tables import ActualRow, AuditRow, GoalRow, KpiVersionRow, PersonRow, SwotRow
from kpi_engine.store.work import Work


def undo(command: Undo, work: Work) -> Undone:
    """Refusals: nothing_to_undo; not_allowed(by) where the actor may not do such a thing any more;
    changed_since where somebody has built on what was done.
    """
    check(work.actor, command, Facts())
    entry = _last(work)
    kept = entry.undo or {}
    check_undo(entry.deed, kept, work)
    entry.undone = True
    items = _take_back(entry.deed, kept, work)
    log.record(work, Deed.UNDO, entry.subject)
    return Undone(entry.deed, entry.subject, items)


def _last(work: Work) -> AuditRow:
    mine = AuditRow.person_id == work.actor.person.id, AuditRow.undo.is_not(None), ~AuditRow.undone
    found = work.scope.all(select(AuditRow).where(*mine).order_by(AuditRow.id.desc()).limit(1))
    if not found:
        raise Refusal("nothing_to_undo")
    return found[0]


def _take_back(deed: Deed, kept: Kept, work: Work) -> tuple[EnteredItem, ...]:
    match deed:
        case Deed.ENTER:
            return restore(work, kept["lines"])
        case Deed.PUBLISH:
            _unpublish(kept, work)
        case Deed.REVISE:
            withdraw(work, kept["versions"])
        case Deed.MUTE | Deed.UNMUTE:
            _restore_mute(kept, work)
        case Deed.ADD_MEMBER:
            _restore_member(kept, work)
        case Deed.REMOVE_MEMBER:
            bring_back(kept, work)
        case Deed.SET_STRATEGY:
            _restore_strategy(kept, work)
        case Deed.CHOOSE_LANGUAGE:
            work.scope.find(PersonRow, work.actor.person.id, "unknown_person").language = Language(kept["before"])
        case Deed.CHOOSE_RANKING:
            work.scope.find(PersonRow, work.actor.person.id, "unknown_person").ranked = kept["before"]
        case Deed.RANK_PEOPLE:
            _restore_board(kept, work)
        case Deed.SET_UP | Deed.UNDO:
            raise AssertionError(f"{deed} keeps nothing to take it back by")
    return ()


def _unpublish(kept: Kept, work: Work) -> None:
    _check_no_values_of_others(kept, work)
    withdraw(work, kept["versions"])
    departments, companys = kept["goals"]
    stand(department_goals(work, kept["department"]), _goals(work, departments))
    stand(company_goals(work.scope), _goals(work, companys))


def _check_no_values_of_others(kept: Kept, work: Work) -> None:
    """What somebody entered for a KPI that began with this would be lost to sight."""
    begun = select(KpiVersionRow.kpi_id).where(KpiVersionRow.id.in_(kept["versions"]), KpiVersionRow.number == 1)
    theirs = select(ActualRow.kpi_id).where(ActualRow.kpi_id.in_(begun), ActualRow.author_id != work.actor.person.id)
    for kpi_id in work.scope.all(theirs.limit(1)):
        raise Refusal("changed_since", what=load.versions_of(work.scope, kpi_id)[-1].definition.name)


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


def _restore_mute(kept: Kept, work: Work) -> None:
    before, after = (kept[key] and from_plain(Mute, kept[key]) for key in ("before", "after"))
    some = before or after
    if present(work, some.rule, some.kpi_id) != after:
        raise Refusal("changed_since", what=standing(load.versions_of(work.scope, some.kpi_id)).definition.name)
    put(work, after, before)


def _restore_strategy(kept: Kept, work: Work) -> None:
    goals, entries = company_goals(work.scope), swot_entries(work.scope)
    if [[row.id for row in goals], [row.id for row in entries]] != kept["after"]:
        raise Refusal("changed_since", what=work.scope.company().name)
    stand(goals, _goals(work, kept["goals"]))
    stand(entries, [work.scope.find(SwotRow, id, "unknown_swot") for id in kept["swot"]])


def _restore_board(kept: Kept, work: Work) -> None:
    company = work.scope.company()
    if company.ranks_people != kept["after"]:
        raise Refusal("changed_since", what=company.name)
    company.ranks_people = kept["before"]


def _goals(work: Work, ids: list[int]) -> list[GoalRow]:
    return [work.scope.find(GoalRow, id, "unknown_goal") for id in ids]
