"""Which function does what each command asks for."""

from __future__ import annotations

from kpi_engine.commands import (
    AcknowledgeReview,
    ActionCommand,
    AddKpi,
    AddMember,
    AgreeToKpi,
    AssignAction,
    ChangeSettings,
    ChooseLanguage,
    ChooseRanking,
    CloseAction,
    ClosePeriod,
    Command,
    CommentOnDraft,
    CommentOnProposal,
    CommentOnReview,
    CompanyCommand,
    DecideProposal,
    DraftCommand,
    EnterActuals,
    Invite,
    MuteCommand,
    MuteFinding,
    PeopleCommand,
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
    SetStrategy,
    SetTeamShare,
    SetUpCompany,
    SetWeights,
    ShareDraft,
    SnoozeReminders,
    StartReview,
    TotalCommand,
    Undo,
    UnmuteFinding,
    VoteOnProposal,
    WithdrawInvitation,
    WithdrawProposal,
)
from kpi_engine.model.done import Done
from kpi_engine.service.actions import assign, close_action, plan_action, postpone
from kpi_engine.service.agree import agree
from kpi_engine.service.change import change_kpis
from kpi_engine.service.close import close_period, reopen_period
from kpi_engine.service.company import choose_language, set_up_company
from kpi_engine.service.consent import consent
from kpi_engine.service.decide import decide
from kpi_engine.service.draft import comment_on_draft, share_draft
from kpi_engine.service.enter import enter_actuals
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
from kpi_engine.service.settings import change_settings
from kpi_engine.service.strategy import set_strategy
from kpi_engine.service.undo import undo
from kpi_engine.store.work import Work


def carried_out(command: Command, work: Work) -> Done:
    """What the command has done; Refusal where it can't be."""
    match command:
        case (
            SetUpCompany() | ChangeSettings() | SetStrategy() | RankPeople() | SetGrades() | SetGates() | SetTeamShare()
        ):
            return _of_company(command, work)
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
            return _of_people(command, work)
        case PublishKpis() | ShareDraft() | CommentOnDraft() | AgreeToKpi() | MuteFinding() | UnmuteFinding():
            return _of_set(command, work)
        case ReviseKpi() | SetWeights() | AddKpi() | RetireKpi() | SetPeriodTarget():
            return change_kpis(command, work)
        case PlanAction() | PostponeAction() | AssignAction() | CloseAction():
            return _of_action(command, work)
        case Propose() | VoteOnProposal() | CommentOnProposal() | DecideProposal() | WithdrawProposal():
            return _of_proposal(command, work)
        case EnterActuals():
            return enter_actuals(command, work)
        case StartReview() | CommentOnReview() | AcknowledgeReview() | ClosePeriod() | ReopenPeriod():
            return _of_review(command, work)
        case Undo():
            return undo(command, work)


def _of_company(command: CompanyCommand | TotalCommand, work: Work) -> Done:
    match command:
        case SetUpCompany():
            return set_up_company(command, work)
        case ChangeSettings():
            return change_settings(command, work)
        case SetStrategy():
            return set_strategy(command, work)
        case RankPeople():
            return rank_people(command, work)
        case SetGrades() | SetGates() | SetTeamShare():
            return agree(command, work)


def _of_people(command: PeopleCommand, work: Work) -> Done:
    match command:
        case AddMember():
            return add_member(command, work)
        case RemoveMember():
            return remove_member(command, work)
        case SetDeputy():
            return set_deputy(command, work)
        case SetReminders() | SnoozeReminders():
            return set_reminders(command, work)
        case SetLeave():
            return set_leave(command, work)
        case Invite():
            return invite(command, work)
        case WithdrawInvitation():
            return withdraw_invitation(command, work)
        case ChooseLanguage():
            return choose_language(command, work)
        case ChooseRanking():
            return choose_ranking(command, work)


def _of_set(command: PublishKpis | DraftCommand | AgreeToKpi | MuteCommand, work: Work) -> Done:
    match command:
        case PublishKpis():
            return publish_kpis(command, work)
        case ShareDraft():
            return share_draft(command, work)
        case CommentOnDraft():
            return comment_on_draft(command, work)
        case AgreeToKpi():
            return consent(command, work)
        case MuteFinding() | UnmuteFinding():
            return change_mute(command, work)


def _of_action(command: ActionCommand, work: Work) -> Done:
    match command:
        case PlanAction():
            return plan_action(command, work)
        case PostponeAction():
            return postpone(command, work)
        case AssignAction():
            return assign(command, work)
        case CloseAction():
            return close_action(command, work)


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
