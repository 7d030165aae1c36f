"""What one may ask the engine to do: one frozen value per command."""

from __future__ import annotations

from typing import TypeAlias

from kpi_engine.commands.actions import AssignAction, CloseAction, PlanAction, PostponeAction
from kpi_engine.commands.bulletins import SetBulletin, StopBulletin
from kpi_engine.commands.causes import ExplainRed, LookAgain, PutOffRed
from kpi_engine.commands.company import (
    AddMember,
    ChangeSettings,
    ChooseLanguage,
    ChooseRanking,
    Hat,
    RankPeople,
    RemoveMember,
    SetLeave,
    SetUpCompany,
    TakeGroups,
)
from kpi_engine.commands.drafts import CommentOnDraft, ShareDraft
from kpi_engine.commands.invitations import Invite, WithdrawInvitation
from kpi_engine.commands.kpis import AgreeToKpi, MuteFinding, PublishKpis, SetSeason, UnmuteFinding
from kpi_engine.commands.proposals import CommentOnProposal, DecideProposal, Propose, VoteOnProposal, WithdrawProposal
from kpi_engine.commands.reminders import SetDeputy, SetReminders, SnoozeReminders
from kpi_engine.commands.reviews import (
    AcknowledgeReview,
    ClosePeriod,
    CloseTogether,
    CommentOnReview,
    ReopenPeriod,
    StartReview,
)
from kpi_engine.commands.strategy import NewGoal, NewSwot, SetStrategy
from kpi_engine.commands.totals import SetGates, SetGrades, SetTeamShare
from kpi_engine.commands.undo import Undo
from kpi_engine.commands.values import EnterActuals, Entry
from kpi_engine.model.change import (
    AddKpi,
    Change,
    NewKpi,
    PlannedAction,
    RetireKpi,
    ReviseKpi,
    SetPeriodTarget,
    SetWeights,
)

__all__ = [
    "AcknowledgeReview",
    "ActionCommand",
    "AddKpi",
    "AddMember",
    "AgreeToKpi",
    "AssignAction",
    "BulletinCommand",
    "CauseCommand",
    "ChangeSettings",
    "ChooseLanguage",
    "ChooseRanking",
    "CloseAction",
    "ClosePeriod",
    "CloseTogether",
    "Command",
    "CommentOnDraft",
    "CommentOnProposal",
    "CommentOnReview",
    "CompanyCommand",
    "DecideProposal",
    "DraftCommand",
    "EnterActuals",
    "Entry",
    "ExplainRed",
    "Hat",
    "InvitationCommand",
    "Invite",
    "LookAgain",
    "MuteCommand",
    "MuteFinding",
    "NewGoal",
    "NewKpi",
    "NewSwot",
    "PeopleCommand",
    "PlanAction",
    "PlannedAction",
    "PostponeAction",
    "ProposalCommand",
    "Propose",
    "PublishKpis",
    "PutOffRed",
    "RankPeople",
    "RemoveMember",
    "ReopenPeriod",
    "RetireKpi",
    "ReviewCommand",
    "ReviseKpi",
    "SetBulletin",
    "SetDeputy",
    "SetGates",
    "SetGrades",
    "SetLeave",
    "SetPeriodTarget",
    "SetReminders",
    "SetSeason",
    "SetStrategy",
    "SetTeamShare",
    "SetUpCompany",
    "SetWeights",
    "ShareDraft",
    "SnoozeReminders",
    "StartReview",
    "StopBulletin",
    "TakeGroups",
    "TotalCommand",
    "Undo",
    "UnmuteFinding",
    "VoteOnProposal",
    "WithdrawInvitation",
    "WithdrawProposal",
]

CompanyCommand: TypeAlias = SetUpCompany | ChangeSettings | SetStrategy | RankPeople
PeopleCommand: TypeAlias = (
    AddMember
    | TakeGroups
    | RemoveMember
    | SetDeputy
    | SetLeave
    | Invite
    | WithdrawInvitation
    | SetReminders
    | SnoozeReminders
    | ChooseLanguage
    | ChooseRanking
)
ActionCommand: TypeAlias = PlanAction | PostponeAction | AssignAction | CloseAction
InvitationCommand: TypeAlias = Invite | WithdrawInvitation
BulletinCommand: TypeAlias = SetBulletin | StopBulletin
CauseCommand: TypeAlias = ExplainRed | LookAgain | PutOffRed
DraftCommand: TypeAlias = ShareDraft | CommentOnDraft
MuteCommand: TypeAlias = MuteFinding | UnmuteFinding
ProposalCommand: TypeAlias = Propose | VoteOnProposal | CommentOnProposal | DecideProposal | WithdrawProposal
ReviewCommand: TypeAlias = (
    StartReview | CommentOnReview | AcknowledgeReview | ClosePeriod | CloseTogether | ReopenPeriod
)
TotalCommand: TypeAlias = SetGrades | SetGates | SetTeamShare
Command: TypeAlias = (
    CompanyCommand
    | PeopleCommand
    | PublishKpis
    | AgreeToKpi
    | SetSeason
    | Change
    | ActionCommand
    | BulletinCommand
    | CauseCommand
    | MuteCommand
    | DraftCommand
    | ProposalCommand
    | EnterActuals
    | ReviewCommand
    | TotalCommand
    | Undo
)
