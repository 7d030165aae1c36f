"""Every command of the engine, about a place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, time
from decimal import Decimal

from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.posting import Rhythm
from kpi_engine.calendar.presence import Leave
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
    Entry,
    ExplainRed,
    Hat,
    Invite,
    LookAgain,
    MuteFinding,
    NewGoal,
    NewKpi,
    PlanAction,
    PlannedAction,
    PostponeAction,
    Propose,
    PublishKpis,
    PutOffRed,
    RankPeople,
    RemoveMember,
    ReopenPeriod,
    RetireKpi,
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
from kpi_engine.model.bulletin import BulletinKind
from kpi_engine.model.cause import Verdict
from kpi_engine.model.check import RuleId
from kpi_engine.model.company import Role
from kpi_engine.model.draft import DraftSet
from kpi_engine.model.groups import Group
from kpi_engine.model.kpi import KpiVersion, Target
from kpi_engine.model.name import Language, Name
from kpi_engine.model.proposal import Ballot
from kpi_engine.model.reminders import Reminders, Snooze
from kpi_engine.model.score import Subject, SubjectKind
from kpi_engine.model.total import GRADES, CappedUntilMet, Gating, Grading
from tests.conversations.rights.acme import DECEMBER, JANUARY, NOVEMBER, Place, higher
from tests.factories import definition, entry, month

TODAY = DECEMBER.date()
WHY = "As agreed"
_JANUARY = Period(JANUARY, PeriodKind.MONTH)


def _department(at: Place) -> Subject:
    return Subject(SubjectKind.DEPARTMENT, at.department)


def _member(at: Place) -> Subject:
    return Subject(SubjectKind.PERSON, at.member)


def _fresh(at: Place) -> Subject:
    return Subject(SubjectKind.PERSON, at.fresh)


def _all_equal(at: Place, *taken: int) -> tuple[tuple[int, Decimal], ...]:
    """One KPI has what the others leave."""
    first, *others = at.kpis
    rest = tuple((each.kpi.id, Decimal(10)) for each in others)
    return ((first.kpi.id, Decimal(100 - 10 * len(others) - sum(taken))), *rest)


def _value(of: KpiVersion) -> Entry:
    return entry(of.kpi.id, Period.holding(TODAY, of.definition.frequency), 3)


def _added(at: Place, name: str, role: Role) -> AddMember:
    return AddMember(Name.same(name), role, (Hat(at.department, Name.same("Job"), Decimal("0.1")),))


DEEDS: Mapping[str, Callable[[Place], Command]] = {
    "SetUpCompany": lambda at: SetUpCompany("Acme 2", "UTC", ()),
    "ChangeSettings": lambda at: ChangeSettings(working_days=frozenset({0, 1})),
    "SetStrategy": lambda at: SetStrategy((NewGoal(Name.same("Grow")),), ()),
    "TakeGroups": lambda at: TakeGroups((Group("S1", "Field", ()),)),
    "RankPeople": lambda at: RankPeople(on=True),
    "SetGrades": lambda at: SetGrades(Grading(GRADES[:2] + GRADES[4:]), TODAY, WHY),
    "ChooseLanguage": lambda at: ChooseLanguage(Language.ZH),
    "ChooseRanking": lambda at: ChooseRanking(ranked=False),
    "AcknowledgeReview": lambda at: AcknowledgeReview(NOVEMBER, agrees=True),
    "Undo": lambda at: Undo(),
    "AddMember": lambda at: _added(at, "Zoltan", Role.MEMBER),
    "AddHead": lambda at: _added(at, "Zoltan", Role.HEAD),
    "RemoveMember": lambda at: RemoveMember(at.fresh),
    "SetLeave": lambda at: SetLeave(at.member, (Leave(date(2026, 12, 24), JANUARY),)),
    "PublishKpis": lambda at: PublishKpis(at.department, at.goal, None, (), keep=_all_equal(at)),
    "AgreeToKpi": lambda at: AgreeToKpi(at.kpis[0].kpi.id, agrees=True),
    "MuteFinding": lambda at: MuteFinding(RuleId.STALE, at.kpis[1].kpi.id, WHY),
    "UnmuteFinding": lambda at: UnmuteFinding(RuleId.STALE, at.kpis[0].kpi.id),
    "ReviseKpi": lambda at: higher(at.kpis[0]),
    "SetWeights": lambda at: SetWeights(_all_equal(at), JANUARY, WHY),
    "AddKpi": lambda at: AddKpi(
        at.department, NewKpi(definition("More", 10, at.member)), _all_equal(at, 10), JANUARY, WHY
    ),
    "RetireKpi": lambda at: RetireKpi(at.kpis[1].kpi.id, ((at.kpis[0].kpi.id, Decimal(100)),), JANUARY, WHY),
    "SetPeriodTarget": lambda at: SetPeriodTarget(at.kpis[0].kpi.id, month(12), Target(Decimal(9)), WHY),
    "ShareDraft": lambda at: ShareDraft(at.department, DraftSet("Win", (NewKpi(definition("Calls")),))),
    "CommentOnDraft": lambda at: CommentOnDraft(at.department, "Good"),
    "Propose": lambda at: Propose(replace(higher(at.kpis[1]), reason=WHY)),
    "VoteOnProposal": lambda at: VoteOnProposal(at.proposal, Ballot.FOR),
    "CommentOnProposal": lambda at: CommentOnProposal(at.proposal, "Good"),
    "DecideProposal": lambda at: DecideProposal(at.proposal, accept=True),
    "WithdrawProposal": lambda at: WithdrawProposal(at.proposal),
    "SetReminders": lambda at: SetReminders(Reminders(budget=1)),
    "SnoozeReminders": lambda at: SnoozeReminders(Snooze.HOUR),
    "SetDeputy": lambda at: SetDeputy(at.member, at.fresh),
    "Invite": lambda at: Invite(at.fresh),
    "WithdrawInvitation": lambda at: WithdrawInvitation(at.fresh),
    "PlanAction": lambda at: PlanAction(PlannedAction("Ask around", at.member, JANUARY), at.department),
    "PostponeAction": lambda at: PostponeAction(at.action, JANUARY),
    "AssignAction": lambda at: AssignAction(at.action, at.fresh),
    "CloseAction": lambda at: CloseAction(at.action, done=True),
    "SetSeason": lambda at: SetSeason(
        at.kpis[0].kpi.id, ((month(12), Target(Decimal(9))), (_JANUARY, Target(Decimal(8)))), WHY
    ),
    "ExplainRed": lambda at: ExplainRed(at.kpis[0].kpi.id, month(12), Name.same("Few hands")),
    "PutOffRed": lambda at: PutOffRed(at.kpis[0].kpi.id, month(12)),
    "LookAgain": lambda at: LookAgain(at.kpis[0].kpi.id, NOVEMBER, month(12), Verdict.HELPED),
    "EnterActuals": lambda at: EnterActuals((_value(at.kpis[0]),)),
    "StartReview": lambda at: StartReview((_fresh(at),), NOVEMBER),
    "CommentOnReview": lambda at: CommentOnReview(_member(at), NOVEMBER, "Good"),
    "ClosePeriod": lambda at: ClosePeriod(_member(at), NOVEMBER),
    "CloseTogether": lambda at: CloseTogether((_member(at),), NOVEMBER),
    "ReopenPeriod": lambda at: ReopenPeriod(_department(at), NOVEMBER, WHY),
    "SetGates": lambda at: SetGates(at.department, Gating((CappedUntilMet(at.kpis[0].kpi.id),)), TODAY, WHY),
    "SetOwnTeamShare": lambda at: SetTeamShare(Decimal("0.5"), TODAY, WHY, at.department),
    "SetTeamShare": lambda at: SetTeamShare(Decimal("0.5"), TODAY, WHY),
    "SetBulletin": lambda at: SetBulletin(at.channel, BulletinKind.REPORT, Rhythm(None, time(9))),
    "StopBulletin": lambda at: StopBulletin(at.bulletin),
}
"""By the command, but for those that are judged in two ways."""
