"""Taking back each kind of deed: what there was before stands again."""

from __future__ import annotations

from sqlalchemy import select

from kpi_engine.calendar.period import Period
from kpi_engine.design.sets import standing
from kpi_engine.errors import Refusal
from kpi_engine.model.audit import Deed
from kpi_engine.model.check import Mute
from kpi_engine.model.consent import Consent
from kpi_engine.model.done import EnteredItem
from kpi_engine.model.kpi import Target
from kpi_engine.model.proposal import ProposalState
from kpi_engine.service.actions import take_back_action
from kpi_engine.service.causes import take_back_cause
from kpi_engine.service.consent import put as put_consent
from kpi_engine.service.decide import settle
from kpi_engine.service.mute import present, put
from kpi_engine.service.period_target import restore_target
from kpi_engine.service.propose import check_pending
from kpi_engine.service.restore import restore
from kpi_engine.service.restore_company import restore_company
from kpi_engine.service.restore_people import restore_people
from kpi_engine.service.season import restore_season
from kpi_engine.service.strategy import company_goals, department_goals, goals_with, stand
from kpi_engine.service.undo_rights import Kept, check_undo
from kpi_engine.service.versions import withdraw
from kpi_engine.store import load, proposals
from kpi_engine.store.plain import from_plain
from kpi_engine.store.tables import ActualRow, AuditRow, KpiVersionRow
from kpi_engine.store.work import Work


def take_back(deed: Deed, kept: Kept, work: Work) -> tuple[EnteredItem, ...]:
    """What was kept of the deed stands again; of values, what stands now.

    Refusals: changed_since(what), period_closed(period, by), proposal_over(state), and those of formulas.
    """
    match deed:
        case Deed.ENTER:
            return restore(work, kept["lines"])
        case Deed.PUBLISH:
            _unpublish(kept, work)
        case Deed.REVISE | Deed.SET_WEIGHTS | Deed.RETIRE | Deed.ADD_KPI | Deed.SET_TARGET | Deed.SET_SEASON:
            _unchange(deed, kept, work)
        case Deed.AGREE | Deed.MUTE | Deed.UNMUTE | Deed.EXPLAIN_RED | Deed.LOOK_AGAIN:
            _unsay_of_kpi(deed, kept, work)
        case Deed.PLAN_ACTION | Deed.POSTPONE_ACTION | Deed.ASSIGN_ACTION | Deed.CLOSE_ACTION:
            take_back_action(kept, work)
        case Deed.PROPOSE | Deed.DECIDE:
            _unsay(deed, kept, work)
        case (
            Deed.CHANGE_SETTINGS
            | Deed.SET_STRATEGY
            | Deed.RANK_PEOPLE
            | Deed.SET_GRADES
            | Deed.SET_GATES
            | Deed.SET_TEAM_SHARE
        ):
            restore_company(deed, kept, work)
        case (
            Deed.ADD_MEMBER
            | Deed.REMOVE_MEMBER
            | Deed.SET_LEAVE
            | Deed.INVITE
            | Deed.WITHDRAW_INVITATION
            | Deed.SET_REMINDERS
            | Deed.SET_DEPUTY
            | Deed.CHOOSE_LANGUAGE
            | Deed.CHOOSE_RANKING
        ):
            restore_people(deed, kept, work)
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
        take_back(entry.deed, entry.undo or {}, work)
    settle(work, kept["proposal"], ProposalState.OPEN)


def _unchange(deed: Deed, kept: Kept, work: Work) -> None:
    match deed:
        case Deed.SET_TARGET:
            before, after = (kept[key] and from_plain(Target, kept[key]) for key in ("before", "after"))
            restore_target(work, kept["kpi"], from_plain(Period, kept["cycle"]), before, after)
        case Deed.SET_SEASON:
            restore_season(kept, work)
        case _:
            _check_no_values_of_others(kept, work)
            withdraw(work, kept["versions"])


def _unpublish(kept: Kept, work: Work) -> None:
    _check_no_values_of_others(kept, work)
    withdraw(work, kept["versions"])
    departments, companys = kept["goals"]
    stand(department_goals(work, kept["department"]), goals_with(work, departments))
    stand(company_goals(work.scope), goals_with(work, companys))


def _check_no_values_of_others(kept: Kept, work: Work) -> None:
    """What somebody entered for a KPI that began with this would be lost to sight."""
    begun = select(KpiVersionRow.kpi_id).where(KpiVersionRow.id.in_(kept["versions"]), KpiVersionRow.number == 1)
    theirs = select(ActualRow.kpi_id).where(ActualRow.kpi_id.in_(begun), ActualRow.author_id != work.actor.person.id)
    for kpi_id in work.scope.all(theirs.limit(1)):
        raise Refusal("changed_since", what=load.versions_of(work.scope, kpi_id)[-1].definition.name)


def _unsay_of_kpi(deed: Deed, kept: Kept, work: Work) -> None:
    if deed in (Deed.EXPLAIN_RED, Deed.LOOK_AGAIN):
        take_back_cause(kept, work)
        return
    if deed is not Deed.AGREE:
        _restore_mute(kept, work)
        return
    before, after = (kept[key] and from_plain(Consent, kept[key]) for key in ("before", "after"))
    put_consent(work, after, before)


def _restore_mute(kept: Kept, work: Work) -> None:
    before, after = (kept[key] and from_plain(Mute, kept[key]) for key in ("before", "after"))
    some = before or after
    if present(work, some.rule, some.kpi_id) != after:
        raise Refusal("changed_since", what=standing(load.versions_of(work.scope, some.kpi_id)).definition.name)
    put(work, after, before)
