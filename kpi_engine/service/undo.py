"""Taking back the last thing that one did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sqlalchemy import select

from kpi_engine.calendar.period import Period
from kpi_engine.commands import Undo
from kpi_engine.design.sets import standing
from kpi_engine.errors import Refusal
from kpi_engine.model.audit import Deed, FieldChange
from kpi_engine.model.company import Person
from kpi_engine.model.done import EnteredItem, Undone
from kpi_engine.model.kpi import Target
from kpi_engine.model.name import Language
from kpi_engine.model.proposal import ProposalState
from kpi_engine.rights import Facts, check
from kpi_engine.service import log
from kpi_engine.service.company import wear
from kpi_engine.service.decide import settle
from kpi_engine.service.period_target import restore_target
from kpi_engine.service.propose import check_pending
from kpi_engine.service.restore import restore
from kpi_engine.service.strategy import company_goals, department_goals, stand, swot_entries
from kpi_engine.service.undo_rights import Kept, check_undo
from kpi_engine.service.versions import withdraw
from kpi_engine.store import load, proposals
from kpi_engine.store.audit import from_json
from kpi_engine.store.plain import from_plain
from kpi_engine.store.tables import ActualRow, AuditPlaceRow, AuditRow, GoalRow, KpiVersionRow, PersonRow, SwotRow
from kpi_engine.store.work import Work

OTHERWISE = (
    Deed.VOTE,
    Deed.COMMENT,
    Deed.WITHDRAW,
    Deed.START_REVIEW,
    Deed.REMARK,
    Deed.ACKNOWLEDGE,
    Deed.CLOSE,
    Deed.REOPEN,
)
"""What undo does not take back, and says so."""


def undo(command: Undo, work: Work) -> Undone:
    """Refusals: nothing_to_undo; not_allowed(by) where the actor may not do such a thing any more; changed_since(what)
    where somebody has built on what was done; period_closed(period, by); proposal_over(state); and where the last
    deed has a way back of its own: undo_close, undo_reopen, undo_review, undo_said, undo_withdrawal.
    """
    check(work.actor, command, Facts())
    entry = _last(work)
    kept = entry.undo or {}
    check_undo(entry.deed, kept, work)
    entry.undone = True
    items = _take_back(entry.deed, kept, work)
    log.record(work, Deed.UNDO, entry.subject, changes=_back(entry, work), departments=_departments(entry, work))
    return Undone(entry.deed, entry.subject, items)


def _last(work: Work) -> AuditRow:
    counts = AuditRow.undo.is_not(None) | AuditRow.deed.in_(OTHERWISE)
    mine = AuditRow.person_id == work.actor.person.id, counts, ~AuditRow.undone
    found = work.scope.all(select(AuditRow).where(*mine).order_by(AuditRow.id.desc()).limit(1))
    if not found:
        raise Refusal("nothing_to_undo")
    if found[0].deed in OTHERWISE:
        raise _otherwise(found[0].deed)
    return found[0]


def _otherwise(deed: Deed) -> Refusal:
    """What has a way back of its own, or is said anew, is not taken back behind the backs of others."""
    match deed:
        case Deed.CLOSE:
            return Refusal("undo_close")
        case Deed.REOPEN:
            return Refusal("undo_reopen")
        case Deed.START_REVIEW:
            return Refusal("undo_review")
        case Deed.WITHDRAW:
            return Refusal("undo_withdrawal")
        case _:
            return Refusal("undo_said")


def _back(entry: AuditRow, work: Work) -> Iterator[FieldChange]:
    """What was changed, the other way round; with a decision, what it carried out."""
    for change in from_json(entry.changes):
        yield replace(change, old=change.new, new=change.old)
    if carried_out := (entry.undo or {}).get("entry"):
        yield from _back(work.session.get_one(AuditRow, carried_out), work)


def _departments(entry: AuditRow, work: Work) -> Sequence[int]:
    return work.scope.all(select(AuditPlaceRow.department_id).where(AuditPlaceRow.entry_id == entry.id))


def _take_back(deed: Deed, kept: Kept, work: Work) -> tuple[EnteredItem, ...]:
    match deed:
        case Deed.ENTER:
            return restore(work, kept["lines"])
        case Deed.PUBLISH:
            _unpublish(kept, work)
        case Deed.REVISE | Deed.SET_WEIGHTS | Deed.RETIRE | Deed.ADD_KPI:
            _check_no_values_of_others(kept, work)
            withdraw(work, kept["versions"])
        case Deed.SET_TARGET:
            _restore_target(kept, work)
        case Deed.PROPOSE | Deed.DECIDE:
            _unsay(deed, kept, work)
        case Deed.ADD_MEMBER:
            _restore_member(kept, work)
        case Deed.SET_STRATEGY:
            _restore_strategy(kept, work)
        case Deed.CHOOSE_LANGUAGE:
            work.scope.find(PersonRow, work.actor.person.id, "unknown_person").language = Language(kept["before"])
        case (
            Deed.SET_UP
            | Deed.UNDO
            | Deed.VOTE
            | Deed.COMMENT
            | Deed.WITHDRAW
            | Deed.START_REVIEW
            | Deed.REMARK
            | Deed.ACKNOWLEDGE
            | Deed.CLOSE
            | Deed.REOPEN
        ):
            raise AssertionError(f"{deed} keeps nothing to take it back by")
    return ()


def _unsay(deed: Deed, kept: Kept, work: Work) -> None:
    """A proposal is withdrawn; one that was decided is open again, and what its acceptance changed as before."""
    if deed is Deed.PROPOSE:
        check_pending(proposals.proposal(work.scope, kept["proposal"]))
        settle(work, kept["proposal"], ProposalState.WITHDRAWN)
        return
    if kept["entry"] is not None:
        entry = work.session.get_one(AuditRow, kept["entry"])
        entry.undone = True
        check_undo(entry.deed, entry.undo or {}, work)
        _take_back(entry.deed, entry.undo or {}, work)
    settle(work, kept["proposal"], ProposalState.OPEN)


def _restore_target(kept: Kept, work: Work) -> None:
    before, after = (kept[key] and from_plain(Target, kept[key]) for key in ("before", "after"))
    restore_target(work, kept["kpi"], from_plain(Period, kept["cycle"]), before, after)


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
    if (now.role, now.positions) != (after.role, after.positions) or (kept["new"] and _owns_kpis(now, work)):
        raise Refusal("changed_since", what=now.name)
    row = work.scope.find(PersonRow, after.id, "unknown_person")
    row.role = before.role
    row.active = not kept["new"]
    wear(work, row.id, before.positions)


def _owns_kpis(person: Person, work: Work) -> bool:
    now = map(standing, load.versions(work.scope, KpiVersionRow.owner_id == person.id).values())
    return any(not version.retired for version in now)


def _restore_strategy(kept: Kept, work: Work) -> None:
    goals, entries = company_goals(work.scope), swot_entries(work.scope)
    if [[row.id for row in goals], [row.id for row in entries]] != kept["after"]:
        raise Refusal("changed_since", what=work.scope.company().name)
    stand(goals, _goals(work, kept["goals"]))
    stand(entries, [work.scope.find(SwotRow, id, "unknown_swot") for id in kept["swot"]])


def _goals(work: Work, ids: list[int]) -> list[GoalRow]:
    return [work.scope.find(GoalRow, id, "unknown_goal") for id in ids]
