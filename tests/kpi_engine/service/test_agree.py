"""What is agreed about totals: from a date on, for ever for what is closed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.commands import (
    ClosePeriod,
    Command,
    NewKpi,
    PublishKpis,
    ReopenPeriod,
    SetGates,
    SetGrades,
    SetTeamShare,
    StartReview,
    Undo,
)
from kpi_engine.errors import Refusal
from kpi_engine.measure.why.contributions import contributions
from kpi_engine.model.audit import Deed
from kpi_engine.model.done import Agreed, Reviewed
from kpi_engine.model.name import Name
from kpi_engine.model.review import Closing
from kpi_engine.model.score import Subject, SubjectKind
from kpi_engine.model.total import (
    GRADES,
    Adjustment,
    CappedUntilMet,
    Gating,
    Grade,
    Grading,
    Multiplier,
    TeamShare,
    Total,
    TwoWay,
)
from tests.factories import TODAY, Office, definition, entry, month

OCTOBER, NOVEMBER = month(10), month(11)
GOOD, FAIR = Grade(Name("Good", "优"), Decimal(80), Decimal("1.2")), Grade(Name("Fair", "良"), None, Decimal(1))
OURS = Grading((GOOD, FAIR), cap=Decimal(150))
STRICT = Grading((replace(GOOD, least=Decimal(95)), FAIR))


def refused(office: Office, command: Command, by: int | None = None, today: date = TODAY) -> Refusal:
    with pytest.raises(Refusal) as caught:
        office.do(command, by, today)
    return caught.value


def of_sales(office: Office) -> Subject:
    return Subject(SubjectKind.DEPARTMENT, office.sales)


def of_company(office: Office) -> Subject:
    return Subject(SubjectKind.COMPANY, office.owner.company_id)


def of(person_id: int) -> Subject:
    return Subject(SubjectKind.PERSON, person_id)


def total(office: Office, subject: Subject, period: Period = NOVEMBER, today: date = TODAY) -> Total:
    reader = office.reader(today=today)
    return reader.total(reader.scorecard(subject, period))


def closed(office: Office, subject: Subject, period: Period = OCTOBER, grade: str = "") -> Closing:
    """Closed by the owner, from whatever state."""
    if office.reader().review(subject, period).round == 1:
        office.do(StartReview((subject,), period))
    done = office.do(ClosePeriod(subject, period, grade=grade, reason="A year apart" if grade else ""))
    assert isinstance(done, Reviewed)
    frozen = done.reviews[0].frozen
    assert frozen is not None
    return frozen


@pytest.fixture
def kpis(office: Office) -> list[int]:
    """Sales since September: revenue 60 and accidents 40 score 100 and 50 in October and in November: 80 in all."""
    ids = office.publish(definition("Revenue", 60), definition("Safety", 40), today=date(2026, 9, 1))
    for period in (OCTOBER, NOVEMBER):
        office.enter(entry(ids[0], period, 100), entry(ids[1], period, 50))
    return ids


def own_kpi(office: Office, value: int) -> int:
    """Sam's calls, with their value in November."""
    mine = NewKpi(definition("Calls", owner_id=office.sam), person_id=office.sam)
    office.do(PublishKpis(office.sales, "Sell more", None, (mine,), in_force=OCTOBER.start))
    (own,) = office.reader().kpis(person_id=office.sam)
    office.enter(entry(own.kpi.id, NOVEMBER, value))
    return own.kpi.id


def test_a_period_has_the_grades_that_are_in_force_on_its_last_day(office: Office, kpis: list[int]) -> None:
    assert total(office, of_sales(office)).grade == GRADES[3]
    office.do(SetGrades(OURS, date(2026, 11, 10), "ours"))
    office.do(SetGrades(STRICT, date(2026, 12, 1), "too easy"))
    grades = {period: total(office, of_sales(office), period).grade for period in (OCTOBER, NOVEMBER, month(12))}
    assert grades == {OCTOBER: GRADES[3], NOVEMBER: GOOD, month(12): None}
    year = Period(date(2026, 1, 1), PeriodKind.YEAR)
    assert total(office, of_sales(office), year).grade == FAIR


def test_what_is_over_keeps_its_rules_where_any_were_agreed(office: Office, kpis: list[int]) -> None:
    first = SetGrades(OURS, OCTOBER.start, "we have always had them")
    office.do(first)
    assert total(office, of_sales(office), OCTOBER).grade == GOOD
    for command in (SetGrades(STRICT, date(2026, 11, 22), "late"), replace(first, grading=STRICT)):
        refusal = refused(office, command)
        assert (refusal.key, refusal.params) == ("in_force_past", {"first": TODAY})


def test_what_is_closed_is_not_reached_by_a_first_agreement_nor_by_undo(office: Office, kpis: list[int]) -> None:
    early, sales, gate = date(2026, 10, 20), of_sales(office), Gating((CappedUntilMet(kpis[1], Decimal(70)),))
    office.do(SetGates(office.sales, gate, early, "safety"), office.hal, today=early)
    assert closed(office, sales).total.score == 70
    for refusal in (
        refused(office, SetGrades(OURS, OCTOBER.start, "ours")),
        refused(office, Undo(), office.hal),
    ):
        assert (refusal.key, refusal.params["period"]) == ("period_closed", OCTOBER)
    office.do(SetGrades(OURS, OCTOBER.end, "ours"))
    assert total(office, sales, OCTOBER).score == 70
    office.do(ReopenPeriod(sales, OCTOBER, "wrong"))
    office.do(Undo(), office.hal)
    assert total(office, sales, OCTOBER).score == 80


def test_what_is_closed_again_has_the_rules_of_its_period(office: Office, kpis: list[int]) -> None:
    """Whatever was agreed between closing and reopening."""
    sales = of_sales(office)
    bonus, reader = (Adjustment(Decimal(5), "helped service"),), office.reader()
    assert reader.total(reader.scorecard(sales, OCTOBER), bonus).score == 85
    before = closed(office, sales)
    office.do(SetGrades(OURS, TODAY, "ours"))
    office.do(SetGates(office.sales, Gating((Multiplier(kpis[1]),)), TODAY, "safety"))
    assert total(office, sales, OCTOBER) == before.total
    assert total(office, sales).score == 40
    office.do(ReopenPeriod(sales, OCTOBER, "wrong"))
    assert total(office, sales, OCTOBER) == before.total
    assert closed(office, sales).total == before.total


def test_a_grade_given_by_hand_is_one_of_those_in_force(office: Office, kpis: list[int]) -> None:
    office.do(SetGrades(OURS, OCTOBER.start, "ours"))
    office.do(StartReview((of_sales(office),), OCTOBER))
    refusal = refused(office, ClosePeriod(of_sales(office), OCTOBER, grade="S", reason="best"))
    assert (refusal.key, refusal.params) == ("unknown_grade", {"name": "S", "grades": (GOOD.name, FAIR.name)})
    office.do(ClosePeriod(of_sales(office), OCTOBER, grade="良", reason="best"))
    assert total(office, of_sales(office), OCTOBER).grade == FAIR


def test_a_gate_holds_for_every_card_that_its_kpi_is_on(office: Office, kpis: list[int]) -> None:
    office.do(SetGates(office.sales, Gating((Multiplier(kpis[1]),)), TODAY, "safety first"), office.hal)
    assert total(office, of_sales(office)).score == 40
    assert total(office, of(office.mia)).score == 40
    assert total(office, of_company(office)).score == 80
    own_kpi(office, 90)
    assert total(office, of(office.sam)).score == 90
    office.do(SetGates(office.sales, Gating(), TODAY, "no gate any more"))
    assert total(office, of_sales(office)).score == 80


def test_a_two_way_table_counts_wherever_its_kpis_do(office: Office, kpis: list[int]) -> None:
    revenue, safety = kpis
    table = TwoWay(
        revenue, safety, (Decimal(90),), (Decimal(90),), ((Decimal(0), Decimal(30)), (Decimal(60), Decimal(100)))
    )
    office.do(SetGates(office.sales, Gating(tables=(table,)), TODAY, "both"))
    for subject in (of_sales(office), of(office.sam), of_company(office)):
        found = total(office, subject)
        assert (found.base, found.coverage) == (Decimal(60), Decimal(1)), subject


def test_the_teams_share_is_a_part_of_everybodys_score(office: Office, kpis: list[int]) -> None:
    own_kpi(office, 100)
    office.do(SetTeamShare(Decimal("0.5"), NOVEMBER.start, "one team"))
    card = office.reader().scorecard(of(office.sam), NOVEMBER)
    assert [(part.share, part.card.subject, part.card.score) for part in card.parts] == [
        (Decimal("0.5"), of(office.sam), Decimal(100)),
        (Decimal("0.5"), of_sales(office), Decimal(80)),
    ]
    assert card.score == sum(one.points for one in contributions(card)) == 90
    office.do(SetTeamShare(Decimal("0.25"), TODAY, "sellers are apart", office.sales), office.hal)
    assert office.reader().scorecard(of(office.sam), NOVEMBER).score == 95
    assert [part.share for part in office.reader().scorecard(of(office.sam), OCTOBER).parts] == [1]
    office.do(SetTeamShare(Decimal(0), TODAY, "each for themselves", office.sales))
    assert office.reader().scorecard(of(office.sam), NOVEMBER).score == 100


def test_a_card_with_the_teams_share_rests_on_the_departments(office: Office, kpis: list[int]) -> None:
    own_kpi(office, 100)
    office.do(SetTeamShare(Decimal("0.5"), OCTOBER.start, "one team"))
    office.do(StartReview((of(office.sam), of_sales(office)), OCTOBER))
    assert refused(office, ClosePeriod(of(office.sam), OCTOBER)).key == "part_open"
    for subject in (of_sales(office), of(office.sam)):
        office.do(ClosePeriod(subject, OCTOBER))
    done = office.do(ReopenPeriod(of_sales(office), OCTOBER, "wrong"))
    assert isinstance(done, Reviewed)
    assert [each.subject for each in done.reviews] == [of_sales(office), of(office.sam)]


def test_what_cannot_be_agreed(office: Office, kpis: list[int]) -> None:
    office.do(PublishKpis(office.service, "Serve", None, (NewKpi(definition("Solved")),)))
    (elsewhere,) = (version.kpi.id for version in office.reader().kpis(office.service))
    calls, revenue = own_kpi(office, 100), kpis[0]
    grades, share = SetGrades(OURS, TODAY, "ours"), SetTeamShare(Decimal("0.3"), TODAY, "team")
    gates = SetGates(office.sales, Gating((Multiplier(revenue),)), TODAY, "safety")
    table = TwoWay(revenue, calls, (), (), ((Decimal(1),),))
    for command, key in (
        (replace(grades, reason=" "), "reason_missing"),
        (replace(grades, grading=Grading(())), "grades_not_whole"),
        (replace(grades, grading=Grading((replace(GOOD, name=Name.same(" ")), FAIR))), "name_empty"),
        (replace(grades, grading=Grading((replace(GOOD, name=Name.same("x" * 300)), FAIR))), "name_too_long"),
        (replace(gates, gating=Gating((Multiplier(revenue), Multiplier(revenue)))), "gate_twice"),
        (replace(gates, gating=Gating((Multiplier(99),))), "unknown_kpi"),
        (replace(gates, gating=Gating((Multiplier(elsewhere),))), "gate_elsewhere"),
        (replace(gates, gating=Gating(tables=(table,))), "table_apart"),
        (replace(gates, department_id=99), "unknown_department"),
        (replace(share, share=Decimal("1.01")), "team_share_range"),
        (replace(share, share=Decimal("NaN")), "team_share_range"),
        (replace(share, department_id=99), "unknown_department"),
    ):
        assert refused(office, command).key == key
    for command in (grades, gates, share):
        office.do(command)
        assert refused(office, command).key == "agreed_already"
    for command in (grades, replace(gates, department_id=office.service), share):
        assert refused(office, command, office.hal).key == "not_allowed"


def test_what_the_log_says_and_undo(office: Office, kpis: list[int]) -> None:
    office.do(SetTeamShare(Decimal("0.5"), TODAY, "one team", office.sales), office.hal)
    done = office.do(SetTeamShare(Decimal("0.25"), TODAY, "too much", office.sales))
    assert isinstance(done, Agreed)
    assert (done.agreement.terms, done.before) == (TeamShare(Decimal("0.25")), TeamShare(Decimal("0.5")))
    (last,) = office.reader(office.hal).audit(1)
    assert (last.deed, last.subject) == (Deed.SET_TEAM_SHARE, "Sales")
    assert [(each.field, each.old, each.new) for each in last.changes] == [
        ("team_share.share", Decimal("0.5"), Decimal("0.25")),
        ("agreement.in_force", None, TODAY),
        ("agreement.reason", None, "too much"),
    ]
    assert refused(office, Undo(), office.hal).key == "changed_since"
    office.do(Undo())
    assert office.reader().agreements().team_shares(NOVEMBER, [office.sales]) == {office.sales: Decimal("0.5")}
    office.do(Undo(), office.hal)
    assert office.reader().agreements().every == ()
    office.do(SetGrades(OURS, TODAY, "ours"))
    (last,) = office.reader().audit(1)
    first = last.changes[0]
    assert (first.field, first.old, first.new) == ("grading.grades", None, OURS.grades)
