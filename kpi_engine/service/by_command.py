"""Which function does what each command asks for."""

from __future__ import annotations

from kpi_engine.commands import (
    AcknowledgeReview,
    ActionCommand,
    AddKpi,
    AddMember,
    AgreeToKpi,
    AssignAction,
    CauseCommand,
    ChangeSettings,
    ChooseLanguage,
    ChooseRanking,
    CloseAction,
    ClosePeriod,
    Command,
    CommentOnDraft,
    CommentOnProposal,
    CommentOnReview,
    DecideProposal,
    DraftCommand,
    EnterActuals,
    ExplainRed,
    Invite,
    LookAgain,
    MuteCommand,
    MuteFinding,
    PlanAction,
    PostponeAction,
    ProposalCommand,
    Propose,
    PublishKpis,
    RankPeople,
    RemoveMember,
    ReopenPeriod,
    RetireKpi,
    ReviewCommand,
    ReviseKpi,
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
    Undo,
    UnmuteFinding,
    VoteOnProposal,
    WithdrawInvitation,
    WithdrawProposal,
)
from kpi_engine.model.done import Done
from kpi_engine.service.actions import assign, close_action, plan_action, postpone
from kpi_engine.service.by_company_command import of_company, of_people
from kpi_engine.service.causes import explain_red, look_again
from kpi_engine.service.change import change_kpis
from kpi_engine.service.close import close_period, reopen_period
from kpi_engine.service.consent import consent
from kpi_engine.service.decide import decide
from kpi_engine.service.draft import comment_on_draft, share_draft
from kpi_engine.service.enter import enter_actuals
from kpi_engine.service.mute import change_mute
from kpi_engine.service.propose import comment, propose, vote, withdraw_proposal
from kpi_engine.service.publish import publish_kpis
from kpi_engine.service.review import acknowledge, comment_on_review, start_review
from kpi_engine.service.season import set_season
from kpi_engine.service.undo import undo
from kpi_engine.store.work import Work


def carried_out(command: Command, work: Work) -> Done:
    """What the command has done; Refusal where it can't be."""
    match command:
        case (
            SetUpCompany() | ChangeSettings() | SetStrategy() | RankPeople() | SetGrades() | SetGates() | SetTeamShare()
        ):
            return of_company(command, work)
        case (
            AddMember()
            | RemoveMember()
            | SetDeputy()
            | SetLeave()
            | Invite()
            | WithdrawInvitation()
            | SetReminders()
            | SnoozeReminders()
            | ChooseLanguage()
            | ChooseRanking()
        ):
            return of_people(command, work)
        case (
            PublishKpis()
            | SetSeason()
            | ShareDraft()
            | CommentOnDraft()
            | AgreeToKpi()
            | MuteFinding()
            | UnmuteFinding()
        ):
            return _of_set(command, work)
        case ReviseKpi() | SetWeights() | AddKpi() | RetireKpi() | SetPeriodTarget():
            return change_kpis(command, work)
        case PlanAction() | PostponeAction() | AssignAction() | CloseAction() | ExplainRed() | LookAgain():
            return _of_action(command, work)
        case Propose() | VoteOnProposal() | CommentOnProposal() | DecideProposal() | WithdrawProposal():
            return _of_proposal(command, work)
        case EnterActuals():
            return enter_actuals(command, work)
        case StartReview() | CommentOnReview() | AcknowledgeReview() | ClosePeriod() | ReopenPeriod():
            return _of_review(command, work)
        case Undo():
            return undo(command, work)


def _of_set(command: PublishKpis | SetSeason | DraftCommand | AgreeToKpi | MuteCommand, work: Work) -> Done:
    match command:
        case PublishKpis():
            return publish_kpis(command, work)
        case SetSeason():
            return set_season(command, work)
        case ShareDraft():
            return share_draft(command, work)
        case CommentOnDraft():
            return comment_on_draft(command, work)
        case AgreeToKpi():
            return consent(command, work)
        case MuteFinding() | UnmuteFinding():
            return change_mute(command, work)


def _of_action(command: ActionCommand | CauseCommand, work: Work) -> Done:
    match command:
        case PlanAction():
            return plan_action(command, work)
        case PostponeAction():
            return postpone(command, work)
        case AssignAction():
            return assign(command, work)
        case CloseAction():
            return close_action(command, work)
        case ExplainRed():
            return explain_red(command, work)
        case LookAgain():
            return look_again(command, work)


def _of_proposal(command: ProposalCommand, work: Work) -> Done:
    match command:
        case Propose():
            return propose(command, work)
        case VoteOnProposal():
            return vote(command, work)
        case CommentOnProposal():
            return comment(command, work)
        case DecideProposal():
            return decide(command, work)
        case WithdrawProposal():
            return withdraw_proposal(command, work)


def _of_review(command: ReviewCommand, work: Work) -> Done:
    match command:
        case StartReview():
            return start_review(command, work)
        case CommentOnReview():
            return comment_on_review(command, work)
        case AcknowledgeReview():
            return acknowledge(command, work)
        case ClosePeriod():
            return close_period(command, work)
        case ReopenPeriod():
            return reopen_period(command, work)
