"""How each kind of deed is taken back, and by whom: whoever may do such a thing still."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from kpi_engine.commands import (
    AddKpi,
    AddMember,
    AgreeToKpi,
    AssignAction,
    ChangeSettings,
    ChooseLanguage,
    ChooseRanking,
    CloseAction,
    Command,
    DecideProposal,
    EnterActuals,
    ExplainRed,
    Invite,
    LookAgain,
    MuteFinding,
    PlanAction,
    PostponeAction,
    Propose,
    PublishKpis,
    RankPeople,
    RemoveMember,
    RetireKpi,
    ReviseKpi,
    SetBulletin,
    SetDeputy,
    SetGates,
    SetGrades,
    SetLeave,
    SetPeriodTarget,
    SetReminders,
    SetSeason,
    SetStrategy,
    SetTeamShare,
    SetWeights,
    StopBulletin,
    TakeGroups,
    UnmuteFinding,
    WithdrawInvitation,
)
from kpi_engine.model.audit import Deed
from kpi_engine.model.done import EnteredItem
from kpi_engine.model.proposal import ProposalState
from kpi_engine.rights import Facts, check_kind
from kpi_engine.service.actions import take_back_action
from kpi_engine.service.agree import take_back_agreement
from kpi_engine.service.bulletins import restore_bulletin
from kpi_engine.service.causes import take_back_cause
from kpi_engine.service.decide import settle
from kpi_engine.service.groups import give_back_groups
from kpi_engine.service.invitations import restore_invitation, take_back_invitation
from kpi_engine.service.leave import restore_leave
from kpi_engine.service.leaving import bring_back
from kpi_engine.service.log import Kept
from kpi_engine.service.propose import check_pending
from kpi_engine.service.reminders import restore_deputy, restore_reminders
from kpi_engine.service.restore import restore_values
from kpi_engine.service.restore_company import restore_board, restore_strategy
from kpi_engine.service.restore_kpis import (
    restore_consent,
    restore_cycle,
    restore_mute,
    restore_set,
    restore_versions,
)
from kpi_engine.service.restore_people import restore_language, restore_member, restore_ranking
from kpi_engine.service.season import restore_season
from kpi_engine.service.settings import restore_settings
from kpi_engine.service.undo_rights import (
    of_action,
    of_company,
    of_days,
    of_invitation,
    of_kpi,
    of_me,
    of_member,
    of_place,
    of_plan,
    of_values,
    of_versions,
)
from kpi_engine.store import proposals
from kpi_engine.store.tables import AuditRow
from kpi_engine.store.work import Work

Restore: TypeAlias = Callable[[Kept, Work], Sequence[EnteredItem] | None]


@dataclass(frozen=True, slots=True)
class WayBack:
    """Of a kind of deed."""

    command: type[Command]
    """What does it: who may give it may take it back."""
    facts: Callable[[Kept, Work], Facts]
    """Where that is judged."""
    restore: Restore
    """Makes stand again what there was before; of values, it says what stands now."""


def take_back(entry: AuditRow, work: Work) -> tuple[EnteredItem, ...]:
    """What was kept of the deed stands again; of values, what stands now.

    Refusals: not_allowed(by) unless the actor may do such a deed today, there and with those roles;
    changed_since(what), period_closed(period, by), proposal_over(state), and those of formulas.
    """
    way, kept = WAYS_BACK[entry.deed], entry.undo or {}
    check_kind(work.actor.person, way.command, way.facts(kept, work))
    entry.undone = True
    return tuple(way.restore(kept, work) or ())


def _withdraw_proposal(kept: Kept, work: Work) -> None:
    check_pending(proposals.proposal(work.scope, kept["proposal"]))
    settle(work, kept["proposal"], ProposalState.WITHDRAWN)


def _open_proposal(kept: Kept, work: Work) -> None:
    """Nobody has decided it, and what its acceptance changed is as before."""
    if kept["entry"] is not None:
        take_back(work.session.get_one(AuditRow, kept["entry"]), work)
    settle(work, kept["proposal"], ProposalState.OPEN)


WAYS_BACK: Mapping[Deed, WayBack] = {
    Deed.CHANGE_SETTINGS: WayBack(ChangeSettings, of_company, restore_settings),
    Deed.SET_STRATEGY: WayBack(SetStrategy, of_company, restore_strategy),
    Deed.RANK_PEOPLE: WayBack(RankPeople, of_company, restore_board),
    Deed.SET_GRADES: WayBack(SetGrades, of_place, take_back_agreement),
    Deed.SET_GATES: WayBack(SetGates, of_place, take_back_agreement),
    Deed.SET_TEAM_SHARE: WayBack(SetTeamShare, of_place, take_back_agreement),
    Deed.ADD_MEMBER: WayBack(AddMember, of_member, restore_member),
    Deed.TAKE_GROUPS: WayBack(TakeGroups, of_company, give_back_groups),
    Deed.REMOVE_MEMBER: WayBack(RemoveMember, of_member, bring_back),
    Deed.INVITE: WayBack(Invite, of_invitation, take_back_invitation),
    Deed.WITHDRAW_INVITATION: WayBack(WithdrawInvitation, of_invitation, restore_invitation),
    Deed.SET_LEAVE: WayBack(SetLeave, of_days, restore_leave),
    Deed.SET_DEPUTY: WayBack(SetDeputy, of_days, restore_deputy),
    Deed.SET_REMINDERS: WayBack(SetReminders, of_days, restore_reminders),
    Deed.CHOOSE_LANGUAGE: WayBack(ChooseLanguage, of_company, restore_language),
    Deed.CHOOSE_RANKING: WayBack(ChooseRanking, of_company, restore_ranking),
    Deed.PUBLISH: WayBack(PublishKpis, of_place, restore_set),
    Deed.REVISE: WayBack(ReviseKpi, of_versions, restore_versions),
    Deed.SET_WEIGHTS: WayBack(SetWeights, of_versions, restore_versions),
    Deed.ADD_KPI: WayBack(AddKpi, of_versions, restore_versions),
    Deed.RETIRE: WayBack(RetireKpi, of_versions, restore_versions),
    Deed.SET_TARGET: WayBack(SetPeriodTarget, of_kpi, restore_cycle),
    Deed.SET_SEASON: WayBack(SetSeason, of_kpi, restore_season),
    Deed.AGREE: WayBack(AgreeToKpi, of_me, restore_consent),
    Deed.MUTE: WayBack(MuteFinding, of_place, restore_mute),
    Deed.UNMUTE: WayBack(UnmuteFinding, of_place, restore_mute),
    Deed.PLAN_ACTION: WayBack(PlanAction, of_plan, take_back_action),
    Deed.ASSIGN_ACTION: WayBack(AssignAction, of_plan, take_back_action),
    Deed.POSTPONE_ACTION: WayBack(PostponeAction, of_action, take_back_action),
    Deed.CLOSE_ACTION: WayBack(CloseAction, of_action, take_back_action),
    Deed.EXPLAIN_RED: WayBack(ExplainRed, of_place, take_back_cause),
    Deed.LOOK_AGAIN: WayBack(LookAgain, of_place, take_back_cause),
    Deed.PROPOSE: WayBack(Propose, of_place, _withdraw_proposal),
    Deed.DECIDE: WayBack(DecideProposal, of_place, _open_proposal),
    Deed.SET_BULLETIN: WayBack(SetBulletin, of_company, restore_bulletin),
    Deed.STOP_BULLETIN: WayBack(StopBulletin, of_company, restore_bulletin),
    Deed.ENTER: WayBack(EnterActuals, of_values, restore_values),
}
"""Every other deed keeps nothing: it is said anew, has a way back of its own (`BACK_OTHERWISE`) or none."""
