"""The audit log: who did what, and what each field was before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from kpi_engine.calendar.presence import ALWAYS, Presence
from kpi_engine.calendar.working import Calendar
from kpi_engine.commands import (
    AddMember,
    ChooseLanguage,
    ChooseRanking,
    ClosePeriod,
    DecideProposal,
    MuteFinding,
    NewGoal,
    NewKpi,
    NewSwot,
    Propose,
    PublishKpis,
    RankPeople,
    ReopenPeriod,
    ReviseKpi,
    SetPeriodTarget,
    SetStrategy,
    SetUpCompany,
    StartReview,
    Undo,
    UnmuteFinding,
    VoteOnProposal,
)
from kpi_engine.model.actual import ActualState, Reading
from kpi_engine.model.audit import Deed
from kpi_engine.model.check import RuleId
from kpi_engine.model.company import Position, Role
from kpi_engine.model.done import Discussed
from kpi_engine.model.kpi import Target
from kpi_engine.model.name import Language, Name
from kpi_engine.model.proposal import Ballot, ProposalState
from kpi_engine.model.review import ReviewState
from kpi_engine.model.score import Subject, SubjectKind
from kpi_engine.model.strategy import SwotKind
from kpi_engine.model.total import GRADES, Adjustment
from tests.factories import Office, definition, entry, hat, month, reading

TWO_HUNDRED = Target(Decimal(200))
HUNDRED = Target(Decimal(100))


def changes(office: Office, by: int | None = None) -> dict[str, tuple[object, object]]:
    """What the last deed changed."""
    (last,) = office.reader(by).audit(1)
    return {change.field: (change.old, change.new) for change in last.changes}


def test_a_revision(office: Office) -> None:
    (kpi_id,) = office.publish(definition("A"))
    now = office.reader().versions(kpi_id)[0].definition
    higher = definition("A", target=TWO_HUNDRED, goal_id=now.goal_id)
    office.do(ReviseKpi(kpi_id, higher, date(2026, 12, 1), "grown"))
    (last,) = office.reader().audit(1)
    assert (last.deed, {change.about for change in last.changes}) == (Deed.REVISE, {Name.same("A")})
    assert changes(office) == {
        "definition.target": (HUNDRED, TWO_HUNDRED),
        "version.in_force": (date(2026, 11, 1), date(2026, 12, 1)),
        "version.reason": ("", "grown"),
    }
    office.do(Undo())
    assert changes(office)["definition.target"] == (TWO_HUNDRED, HUNDRED)


def test_a_set_that_is_published(office: Office) -> None:
    (a,) = office.publish(definition("A"))
    keep = ((a, Decimal(60)),)
    office.do(PublishKpis(office.sales, "Sell more", None, (NewKpi(definition("B", 40)),), keep=keep))
    (last,) = office.reader().audit(1)
    weights = {
        change.about.en: (change.old, change.new) for change in last.changes if change.field == "definition.weight"
    }
    assert weights == {"A": (Decimal(100), Decimal(60)), "B": (None, Decimal(40))}


def test_values(office: Office) -> None:
    (kpi_id,) = office.publish(definition("A"))
    office.enter(entry(kpi_id, month(11), 80))
    assert changes(office) == {
        "actual.state": (None, ActualState.OK),
        "actual.reading": (None, reading(80)),
        "actual.note": (None, ""),
        "actual.evidence": (None, ""),
        "actual.reason": (None, ""),
    }
    office.enter(entry(kpi_id, month(11), 90, reason="a late invoice"))
    assert changes(office) == {
        "actual.reading": (reading(80), Reading(Decimal(90))),
        "actual.reason": ("", "a late invoice"),
    }
    assert [change.period for change in office.reader().audit(1)[0].changes] == [month(11), month(11)]


def test_people_company_and_strategy(office: Office) -> None:
    office.do(AddMember(Name.same("Sam"), Role.VIEWER, ()))
    clerk = Position(office.sales, Name.same("Clerk"), Decimal(1))
    assert changes(office) == {"person.role": (Role.MEMBER, Role.VIEWER), "person.positions": ((clerk,), ())}
    office.do(ChooseLanguage(Language.ZH))
    assert changes(office) == {"person.language": (Language.EN, Language.ZH)}
    office.do(SetUpCompany("Acme", "UTC", (Name.same("Lab"),)))
    assert changes(office) == {
        "company.time_zone": ("Asia/Shanghai", "UTC"),
        "company.calendar": (Calendar(country="CN"), Calendar()),
        "department.name": (None, Name.same("Lab")),
    }
    office.do(SetStrategy((NewGoal(Name.same("Grow")),), (NewSwot(SwotKind.THREAT, "prices"),)))
    found = changes(office)
    assert found.keys() == {"strategy.goals", "strategy.swot"}
    assert found["strategy.goals"] == ((), office.reader().goals())


def test_a_target_of_one_cycle(office: Office) -> None:
    (kpi_id,) = office.publish(definition("A"))
    office.do(SetPeriodTarget(kpi_id, month(11), TWO_HUNDRED, "the fair"))
    assert changes(office) == {
        "period_target.target": (HUNDRED, TWO_HUNDRED),
        "version.reason": (None, "the fair"),
    }


def test_proposals_and_votes(office: Office) -> None:
    (kpi_id,) = office.publish(definition("A"))
    change = ReviseKpi(kpi_id, definition("A", target=TWO_HUNDRED), date(2026, 12, 1), "grown")
    made = office.do(Propose(change), by=office.sam)
    assert isinstance(made, Discussed)
    assert changes(office) == {"proposal.state": (None, ProposalState.OPEN), "proposal.answer": (None, "")}
    office.do(VoteOnProposal(made.proposal.id, Ballot.AGAINST), by=office.mia)
    office.do(VoteOnProposal(made.proposal.id, Ballot.FOR), by=office.mia)
    assert changes(office) == {"vote.ballot": (Ballot.AGAINST, Ballot.FOR)}
    office.do(DecideProposal(made.proposal.id, accept=True), by=office.hal)
    decided, carried_out = office.reader().audit(2)
    assert (decided.deed, carried_out.deed) == (Deed.DECIDE, Deed.REVISE)
    assert changes(office) == {"proposal.state": (ProposalState.OPEN, ProposalState.ACCEPTED)}


def test_closing_and_reopening(office: Office) -> None:
    (kpi_id,) = office.publish(definition("A"), today=date(2026, 10, 1))
    office.enter(entry(kpi_id, month(10), 80))
    sales, bonus = Subject(SubjectKind.DEPARTMENT, office.sales), (Adjustment(Decimal(3), "helped"),)
    office.do(StartReview((sales,), month(10)))
    assert changes(office) == {"review.state": (ReviewState.OPEN, ReviewState.REVIEW)}
    office.do(ClosePeriod(sales, month(10), bonus, "A", "best month"))
    assert changes(office) == {
        "review.state": (ReviewState.REVIEW, ReviewState.CLOSED),
        "scorecard.score": (None, Decimal(80)),
        "scorecard.coverage": (None, Decimal(1)),
        "total.score": (None, Decimal(83)),
        "total.adjustments": (None, bonus),
        "total.grade": (None, GRADES[3]),
        "closing.grade": (None, GRADES[1]),
        "closing.grade_reason": (None, "best month"),
    }
    office.do(ReopenPeriod(sales, month(10), "wrong"))
    assert changes(office) == {
        "review.state": (ReviewState.CLOSED, ReviewState.REVIEW),
        "review.round": (1, 2),
        "closing.reason": (None, "wrong"),
    }


def test_who_reads_what(office: Office) -> None:
    office.publish(definition("A", owner_id=office.sam))
    office.do(PublishKpis(office.service, "Serve", None, (NewKpi(definition("B")),)))
    office.do(ChooseLanguage(Language.EN), by=office.sam)

    def deeds(by: int | None) -> set[Deed]:
        return {line.deed for line in office.reader(by).audit(99)}

    assert deeds(None) == {Deed.SET_UP, Deed.ADD_MEMBER, Deed.PUBLISH, Deed.CHOOSE_LANGUAGE}
    assert [line.subject for line in office.reader(office.hal).audit(99) if line.deed is Deed.PUBLISH] == ["Sales"]
    assert deeds(office.sam) == {Deed.CHOOSE_LANGUAGE}
    assert deeds(office.mia) == deeds(office.eve) == set()
    office.hire("Kim", Role.MEMBER, hat(office.service))
    assert "Kim" not in {line.subject for line in office.reader(office.hal).audit(99)}


def test_who_is_there_and_who_is_ranked(office: Office) -> None:
    left = Presence(left=date(2026, 12, 1))
    office.do(AddMember(Name.same("Sam"), Role.MEMBER, (hat(office.sales),), left))
    assert changes(office) == {"person.presence": (ALWAYS, left)}
    office.do(Undo())
    assert changes(office) == {"person.presence": (left, ALWAYS)}
    office.do(ChooseRanking(ranked=False), by=office.sam)
    assert changes(office, office.sam) == {"person.ranked": (True, False)}
    office.do(RankPeople(on=True))
    assert changes(office) == {"company.ranks_people": (False, True)}
    office.do(Undo())
    assert changes(office) == {"company.ranks_people": (True, False)}


def test_what_the_check_leaves_alone(office: Office) -> None:
    (kpi_id,) = office.publish(definition("A"))
    rule = RuleId.NO_COUNTER
    office.do(MuteFinding(rule, kpi_id, "we look at it by hand"))
    assert changes(office) == {"mute.rule": (None, rule), "mute.reason": (None, "we look at it by hand")}
    office.do(MuteFinding(rule, kpi_id, "nobody games it"))
    assert changes(office) == {"mute.reason": ("we look at it by hand", "nobody games it")}
    office.do(UnmuteFinding(rule, kpi_id))
    assert changes(office) == {"mute.rule": (rule, None), "mute.reason": ("nobody games it", None)}
    assert [line.deed for line in office.reader(office.hal).audit(3)] == [Deed.UNMUTE, Deed.MUTE, Deed.MUTE]


def test_how_a_value_becomes_points_and_what_it_is_computed_from(office: Office) -> None:
    a, b = office.publish(definition("A", 50), definition("B", 50))
    now = office.reader().versions(b)[-1].definition
    capped = replace(now, scoring=replace(now.scoring, cap=Decimal(100)), expression="a * 2")
    office.do(ReviseKpi(b, capped, date(2026, 12, 1), "computed"))
    found = changes(office)
    assert found["definition.scoring"] == (now.scoring, capped.scoring)
    assert found["definition.expression"] == ("", f"{{{a}}} * 2")
