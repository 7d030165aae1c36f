"""Which function does what each command asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias, TypeVar

from kpi_engine.commands import (
    AcknowledgeReview,
    AddKpi,
    AddMember,
    AgreeToKpi,
    AssignAction,
    ChangeSettings,
    ChooseLanguage,
    ChooseRanking,
    CloseAction,
    ClosePeriod,
    CloseTogether,
    Command,
    CommentOnDraft,
    CommentOnProposal,
    CommentOnReview,
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
    PutOffRed,
    RankPeople,
    RemoveMember,
    ReopenPeriod,
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
    SetUpCompany,
    SetWeights,
    ShareDraft,
    SnoozeReminders,
    StartReview,
    StopBulletin,
    TakeGroups,
    Undo,
    UnmuteFinding,
    VoteOnProposal,
    WithdrawInvitation,
    WithdrawProposal,
)
from kpi_engine.model.done import Done
from kpi_engine.service.actions import assign, close_action, plan_action, postpone
from kpi_engine.service.agree import agree
from kpi_engine.service.bulletins import set_bulletin, stop_bulletin
from kpi_engine.service.causes import explain_red, look_again, put_off_red
from kpi_engine.service.change import change_kpis
from kpi_engine.service.close import close_period, close_together, reopen_period
from kpi_engine.service.company import choose_language, set_up_company
from kpi_engine.service.consent import consent
from kpi_engine.service.decide import decide
from kpi_engine.service.draft import comment_on_draft, share_draft
from kpi_engine.service.enter import enter_actuals
from kpi_engine.service.groups import take_groups
from kpi_engine.service.invitations import invite, withdraw_invitation
from kpi_engine.service.leave import set_leave
from kpi_engine.service.leaving import remove_member
from kpi_engine.service.members import add_member
from kpi_engine.service.mute import change_mute
from kpi_engine.service.propose import comment, propose, vote, withdraw_proposal
from kpi_engine.service.publish import publish_kpis
from kpi_engine.service.ranking import choose_ranking, rank_people
from kpi_engine.service.reminders import set_deputy, set_reminders
from kpi_engine.service.review import acknowledge, comment_on_review, start_review
from kpi_engine.service.season import set_season
from kpi_engine.service.settings import change_settings
from kpi_engine.service.strategy import set_strategy
from kpi_engine.service.undo import undo
from kpi_engine.store.work import Work

C = TypeVar("C", bound=Command)
CarryOut: TypeAlias = Callable[[Command, Work], Done]


def carried_out(command: Command, work: Work) -> Done:
    """What the command has done; Refusal where it can't be."""
    return CARRIED_OUT_BY[type(command)](command, work)


def _by(kind: type[C], function: Callable[[C, Work], Done]) -> tuple[type[object], CarryOut]:
    """The pair, checked: the function takes that kind of command."""

    def carry_out(command: Command, work: Work) -> Done:
        assert isinstance(command, kind)
        return function(command, work)

    return kind, carry_out


CARRIED_OUT_BY: Mapping[type[object], CarryOut] = dict(
    (
        _by(SetUpCompany, set_up_company),
        _by(ChangeSettings, change_settings),
        _by(SetStrategy, set_strategy),
        _by(AddMember, add_member),
        _by(RemoveMember, remove_member),
        _by(TakeGroups, take_groups),
        _by(Invite, invite),
        _by(WithdrawInvitation, withdraw_invitation),
        _by(SetLeave, set_leave),
        _by(SetDeputy, set_deputy),
        _by(SetReminders, set_reminders),
        _by(SnoozeReminders, set_reminders),
        _by(PublishKpis, publish_kpis),
        _by(ReviseKpi, change_kpis),
        _by(AgreeToKpi, consent),
        _by(MuteFinding, change_mute),
        _by(UnmuteFinding, change_mute),
        _by(SetWeights, change_kpis),
        _by(AddKpi, change_kpis),
        _by(RetireKpi, change_kpis),
        _by(SetPeriodTarget, change_kpis),
        _by(SetSeason, set_season),
        _by(ShareDraft, share_draft),
        _by(CommentOnDraft, comment_on_draft),
        _by(Propose, propose),
        _by(VoteOnProposal, vote),
        _by(CommentOnProposal, comment),
        _by(DecideProposal, decide),
        _by(WithdrawProposal, withdraw_proposal),
        _by(PlanAction, plan_action),
        _by(PostponeAction, postpone),
        _by(AssignAction, assign),
        _by(CloseAction, close_action),
        _by(ExplainRed, explain_red),
        _by(PutOffRed, put_off_red),
        _by(LookAgain, look_again),
        _by(EnterActuals, enter_actuals),
        _by(StartReview, start_review),
        _by(CommentOnReview, comment_on_review),
        _by(AcknowledgeReview, acknowledge),
        _by(ClosePeriod, close_period),
        _by(CloseTogether, close_together),
        _by(ReopenPeriod, reopen_period),
        _by(ChooseLanguage, choose_language),
        _by(ChooseRanking, choose_ranking),
        _by(RankPeople, rank_people),
        _by(SetGrades, agree),
        _by(SetGates, agree),
        _by(SetTeamShare, agree),
        _by(SetBulletin, set_bulletin),
        _by(StopBulletin, stop_bulletin),
        _by(Undo, undo),
    )
)
