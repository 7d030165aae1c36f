"""Which role may give which command, and how far."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum

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
from kpi_engine.model.company import Role


class Reach(IntEnum):
    """How far a right reaches; a wider one holds the narrower."""

    SELF = 1
    """What is one's own: oneself, the KPIs whose values one enters."""
    DEPARTMENT = 2
    """What is in a department that one belongs to."""
    COMPANY = 3


_HEADS: Mapping[Role, Reach] = {Role.OWNER: Reach.COMPANY, Role.HEAD: Reach.DEPARTMENT}

_OWN: Mapping[Role, Reach] = {**_HEADS, Role.MEMBER: Reach.SELF, Role.VIEWER: Reach.SELF}
"""Everybody for themselves, heads for their people."""

RIGHTS: Mapping[type[Command], Mapping[Role, Reach]] = {
    SetUpCompany: {Role.OWNER: Reach.COMPANY},
    ChangeSettings: {Role.OWNER: Reach.COMPANY},
    SetStrategy: {Role.OWNER: Reach.COMPANY},
    AddMember: _HEADS,
    RemoveMember: _HEADS,
    TakeGroups: {Role.OWNER: Reach.COMPANY},
    Invite: _OWN,
    WithdrawInvitation: _OWN,
    SetLeave: _OWN,
    SetDeputy: _OWN,
    SetReminders: dict.fromkeys(Role, Reach.SELF),
    SnoozeReminders: dict.fromkeys(Role, Reach.SELF),
    PublishKpis: _HEADS,
    ReviseKpi: _HEADS,
    AgreeToKpi: dict.fromkeys(Role, Reach.SELF),
    MuteFinding: _HEADS,
    UnmuteFinding: _HEADS,
    SetWeights: _HEADS,
    AddKpi: _HEADS,
    RetireKpi: _HEADS,
    SetPeriodTarget: _HEADS,
    SetSeason: _HEADS,
    ShareDraft: _HEADS,
    CommentOnDraft: {**dict.fromkeys(Role, Reach.DEPARTMENT), Role.OWNER: Reach.COMPANY},
    Propose: dict.fromkeys(Role, Reach.COMPANY),
    VoteOnProposal: dict.fromkeys(Role, Reach.COMPANY),
    CommentOnProposal: dict.fromkeys(Role, Reach.COMPANY),
    DecideProposal: _HEADS,
    WithdrawProposal: dict.fromkeys(Role, Reach.SELF),
    PlanAction: {**_HEADS, Role.MEMBER: Reach.DEPARTMENT},
    PostponeAction: {**_HEADS, Role.MEMBER: Reach.SELF, Role.VIEWER: Reach.SELF},
    AssignAction: _HEADS,
    CloseAction: {**_HEADS, Role.MEMBER: Reach.SELF, Role.VIEWER: Reach.SELF},
    ExplainRed: {**_HEADS, Role.MEMBER: Reach.SELF},
    PutOffRed: {**_HEADS, Role.MEMBER: Reach.SELF},
    LookAgain: {**_HEADS, Role.MEMBER: Reach.SELF},
    EnterActuals: {**_HEADS, Role.MEMBER: Reach.SELF},
    StartReview: _HEADS,
    CommentOnReview: _OWN,
    AcknowledgeReview: dict.fromkeys(Role, Reach.SELF),
    ClosePeriod: _HEADS,
    CloseTogether: _HEADS,
    ReopenPeriod: _HEADS,
    ChooseLanguage: dict.fromkeys(Role, Reach.SELF),
    ChooseRanking: dict.fromkeys(Role, Reach.SELF),
    RankPeople: {Role.OWNER: Reach.COMPANY},
    SetGrades: {Role.OWNER: Reach.COMPANY},
    SetGates: _HEADS,
    SetTeamShare: _HEADS,
    SetBulletin: dict.fromkeys((Role.OWNER, Role.HEAD), Reach.COMPANY),
    StopBulletin: dict.fromkeys((Role.OWNER, Role.HEAD), Reach.COMPANY),
    Undo: dict.fromkeys(Role, Reach.SELF),
}

GRANTS: Mapping[Role, frozenset[Role]] = {
    Role.OWNER: frozenset(Role),
    Role.HEAD: frozenset({Role.MEMBER, Role.VIEWER}),
}
"""The roles that somebody may give to others, and take from them."""
