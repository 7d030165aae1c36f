"""A period from open over review to closed, and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.commands import (
    AcknowledgeReview,
    AddKpi,
    ClosePeriod,
    CloseTogether,
    Command,
    CommentOnReview,
    EnterActuals,
    NewKpi,
    Propose,
    PublishKpis,
    ReopenPeriod,
    RetireKpi,
    ReviseKpi,
    SetPeriodTarget,
    SetWeights,
    StartReview,
    Undo,
)
from kpi_engine.errors import Refusal
from kpi_engine.measure.score.card import department_card
from kpi_engine.model.done import Entered, Reviewed
from kpi_engine.model.kpi import Target
from kpi_engine.model.name import Name
from kpi_engine.model.review import Review, ReviewState
from kpi_engine.model.score import Scorecard, Subject, SubjectKind
from kpi_engine.model.total import GRADES, Adjustment
from kpi_engine.reader.cards import lines_of
from kpi_engine.reader.records import read_records
from kpi_engine.store import load
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import KpiRow
from tests.factories import TODAY, Office, definition, entry, found_office, month, reading, who_may

SEPTEMBER, OCTOBER = month(9), month(10)
SEPTEMBER_DAY = date(2026, 9, 1)
TWO_HUNDRED = Target(Decimal(200))


def refused(office: Office, command: Command, by: int | None = None, today: date = TODAY) -> Refusal:
    with pytest.raises(Refusal) as caught:
        office.do(command, by, today)
    return caught.value


def done(office: Office, command: Command, by: int | None = None) -> Review:
    found = office.do(command, by)
    assert isinstance(found, Reviewed)
    return found.reviews[0]


def department(id: int) -> Subject:
    return Subject(SubjectKind.DEPARTMENT, id)


def person(id: int) -> Subject:
    return Subject(SubjectKind.PERSON, id)


@pytest.fixture
def kpis(office: Office) -> list[int]:
    """Sales since September: revenue 60 scored 100 in October, visits 40 scored 50: 80 in all. Service has none."""
    ids = office.publish(definition("Revenue", 60, office.sam), definition("Visits", 40), today=SEPTEMBER_DAY)
    office.enter(entry(ids[0], OCTOBER, 100), entry(ids[1], OCTOBER, 50))
    return ids


def close(office: Office, subject: Subject, period: Period = OCTOBER) -> Review:
    """Review and close in one go, by the owner."""
    office.do(StartReview((subject,), period))
    return done(office, ClosePeriod(subject, period))


def computed(office: Office) -> Scorecard:
    """The card of sales as the records give it, whatever is frozen."""
    scope = Scope(office.session, office.owner.company_id)
    versions = load.versions(scope, KpiRow.department_id == office.sales)
    lines = lines_of(read_records(scope, versions, date(2026, 5, 1), OCTOBER.end), versions, OCTOBER, TODAY)
    return department_card(office.sales, lines, OCTOBER, TODAY)


def card(office: Office, subject: Subject) -> Scorecard:
    return office.reader().scorecard(subject, OCTOBER)


def test_a_department_from_open_to_closed_and_back(office: Office, kpis: list[int]) -> None:
    sales, hal = department(office.sales), office.hal
    assert office.reader().review(sales, OCTOBER).state is ReviewState.OPEN
    assert done(office, StartReview((sales,), OCTOBER), by=hal).state is ReviewState.REVIEW
    done(office, CommentOnReview(sales, OCTOBER, "A good month"), by=hal)
    bonus = (Adjustment(Decimal(3), "helped service"), Adjustment(Decimal(-1), "late reports"))
    closed = done(office, ClosePeriod(sales, OCTOBER, bonus, "A", "Won the key account"), by=hal)
    assert (closed.state, closed.round) == (ReviewState.CLOSED, 1)
    frozen = closed.frozen
    assert frozen is not None
    assert (frozen.card.score, frozen.card.coverage, frozen.grade, frozen.total.adjustments) == (
        Decimal(80),
        Decimal(1),
        GRADES[1],
        bonus,
    )
    assert (frozen.total.base, frozen.total.raw, frozen.total.score) == (Decimal(80), Decimal(82), Decimal(82))
    assert frozen.total.grade == GRADES[3]
    assert [line.score for line in frozen.card.lines] == [100, 50]
    assert (frozen.author_id, [comment.text for comment in closed.comments]) == (hal, ["A good month"])
    again = done(office, ReopenPeriod(sales, OCTOBER, "Visits were wrong"), by=hal)
    assert (again.state, again.round, again.comments, again.frozen) == (ReviewState.REVIEW, 2, (), None)
    (trace,) = again.closings
    assert (trace.reopened_by, trace.reason, trace.card) == (hal, "Visits were wrong", frozen.card)
    office.enter(entry(kpis[1], OCTOBER, 100))
    assert card(office, sales).score == 100
    twice = done(office, ClosePeriod(sales, OCTOBER), by=hal)
    assert [closing.card.score for closing in twice.closings] == [80, 100]
    assert [closing.round for closing in twice.closings] == [1, 2]


def test_what_is_frozen_is_what_the_records_gave_and_is_read_ever_after(office: Office, kpis: list[int]) -> None:
    sales = department(office.sales)
    before = card(office, sales)
    closed = close(office, sales)
    assert closed.frozen is not None
    assert closed.frozen.card == before
    assert computed(office) == before
    later = office.reader(today=date(2027, 5, 1))
    assert later.scorecard(sales, OCTOBER) == before
    assert later.kpi_score(kpis[0], OCTOBER) == before.lines[0]
    company = later.scorecard(Subject(SubjectKind.COMPANY, office.owner.company_id), OCTOBER)
    assert [part.card for part in company.parts] == [before]


@pytest.fixture
def quarterly(office: Office) -> list[int]:
    """Service since September: two KPIs with targets by the quarter, whose values come by the month."""
    drafts = tuple(NewKpi(definition(name, 50, cycle=PeriodKind.QUARTER)) for name in ("Calls", "Mails"))
    office.do(PublishKpis(office.service, "Serve", None, drafts), today=SEPTEMBER_DAY)
    ids = [version.kpi.id for version in office.reader().kpis(office.service)]
    office.enter(*(entry(kpi_id, OCTOBER, 30) for kpi_id in ids))
    return ids


def test_nothing_that_would_change_it_is_done(office: Office, quarterly: list[int]) -> None:
    calls, mails = quarterly
    service = department(office.service)
    before = close(office, service).frozen
    early, late = date(2026, 10, 31), date(2026, 11, 1)
    now = office.reader().versions(calls)[0].definition
    revise = ReviseKpi(calls, replace(now, target=TWO_HUNDRED), early, "grown")
    weigh = SetWeights(((calls, Decimal(40)), (mails, Decimal(60))), early, "more mails")
    add = AddKpi(office.service, NewKpi(replace(now, name=Name.same("Visits"))), weigh.weights, early, "new")
    add = replace(add, weights=((calls, Decimal(30)), (mails, Decimal(20))))
    retire = RetireKpi(mails, ((calls, Decimal(100)),), early, "done")
    target = SetPeriodTarget(calls, Period(date(2026, 10, 1), PeriodKind.QUARTER), TWO_HUNDRED, "the fair")
    value = EnterActuals((entry(calls, OCTOBER, 7),))
    for command in (value, revise, weigh, add, retire, target, Propose(revise), Propose(target)):
        refusal = refused(office, command)
        assert (refusal.key, refusal.params["period"], who_may(refusal)) == ("period_closed", OCTOBER, ["Ann"])
        assert card(office, service) == (before and before.card)
    with pytest.raises(Refusal, match="period_closed"):
        office.reader().preview(revise, OCTOBER)
    for change in (add, revise, retire):
        office.do(replace(change, in_force=late))
        office.do(Undo())
    office.enter(entry(calls, month(11), 7))
    assert card(office, service) == (before and before.card)


def test_the_refusal_names_those_who_may_reopen(office: Office, kpis: list[int]) -> None:
    close(office, department(office.sales))
    refusal = refused(office, EnterActuals((entry(kpis[0], OCTOBER, 7),)), by=office.sam)
    assert (refusal.params["period"], who_may(refusal)) == (OCTOBER, ["Hal", "Ann"])


def test_what_is_said_again_is_no_change(office: Office, kpis: list[int]) -> None:
    close(office, department(office.sales))
    office.enter(entry(kpis[0], OCTOBER, 100), entry(kpis[0], month(11), 70))


def test_a_week_that_counts_in_it_begins_no_kpi_after_it(office: Office, quarterly: list[int]) -> None:
    """1 November is the Sunday of a week whose Thursday is 29 October."""
    close(office, department(office.service))
    calls, mails = quarterly
    weekly = NewKpi(definition("Visits", 50, frequency=PeriodKind.WEEK, cycle=PeriodKind.QUARTER))
    others = ((calls, Decimal(30)), (mails, Decimal(20)))
    add = AddKpi(office.service, weekly, others, date(2026, 11, 1), "new")
    assert refused(office, add).key == "period_closed"
    office.do(replace(add, in_force=date(2026, 11, 2)))
    office.do(Undo())
    by_month = NewKpi(definition("Visits", 50, frequency=PeriodKind.WEEK))
    office.do(replace(add, kpi=by_month))


def test_a_set_that_is_published_begins_after_what_is_closed(office: Office, quarterly: list[int]) -> None:
    close(office, department(office.service))
    calls, mails = quarterly
    new = NewKpi(definition("Visits", 20, cycle=PeriodKind.QUARTER), past=((OCTOBER, reading(9)),))
    keep = ((calls, Decimal(80)),)
    office.do(PublishKpis(office.service, "Serve", None, (new,), keep=keep, retire=(mails,)))
    versions = [office.reader().versions(kpi.kpi.id)[-1] for kpi in office.reader().kpis(office.service)]
    assert {version.in_force for version in versions} == {date(2026, 11, 1)}
    assert office.reader().versions(mails)[-1].in_force == date(2026, 11, 1)
    explicit = PublishKpis(office.sales, "Sell", None, (NewKpi(definition("A")),), in_force=date(2026, 10, 1))
    office.do(explicit)
    close(office, department(office.sales))
    kept = tuple(version.kpi.id for version in office.reader().kpis(office.sales))
    again = replace(explicit, kpis=(NewKpi(definition("B")),), retire=kept)
    assert refused(office, again).key == "period_closed"


@pytest.mark.parametrize("last", ["value", "revision", "weights", "target"])
def test_what_was_done_before_the_closing_is_not_taken_back_after_it(
    office: Office, kpis: list[int], last: str
) -> None:
    revenue, visits = kpis
    now = office.reader().versions(revenue)[0].definition
    commands: dict[str, Command] = {
        "value": EnterActuals((entry(revenue, OCTOBER, 90),)),
        "revision": ReviseKpi(revenue, replace(now, target=TWO_HUNDRED), OCTOBER.start, "grown"),
        "weights": SetWeights(((revenue, Decimal(50)), (visits, Decimal(50))), OCTOBER.start, "more visits"),
        "target": SetPeriodTarget(visits, OCTOBER, TWO_HUNDRED, "the fair"),
    }
    office.do(commands[last], by=office.hal, today=date(2026, 10, 20))
    frozen = close(office, department(office.sales)).frozen
    assert refused(office, Undo(), by=office.hal).key == "period_closed"
    assert card(office, department(office.sales)) == (frozen and frozen.card)
    office.do(ReopenPeriod(department(office.sales), OCTOBER, "wrong"))
    office.do(Undo(), by=office.hal)
    assert card(office, department(office.sales)).score == 80


def test_closing_and_reopening_have_their_own_way_back(office: Office, kpis: list[int]) -> None:
    sales, hal = department(office.sales), office.hal
    office.do(StartReview((sales,), OCTOBER), hal)
    assert refused(office, Undo(), by=hal).key == "undo_review"
    office.do(CommentOnReview(sales, OCTOBER, "Good"), hal)
    assert refused(office, Undo(), by=hal).key == "undo_said"
    office.do(ClosePeriod(sales, OCTOBER), hal)
    assert refused(office, Undo(), by=hal).key == "undo_close"
    office.do(ReopenPeriod(sales, OCTOBER, "wrong"), hal)
    assert refused(office, Undo(), by=hal).key == "undo_reopen"


def test_a_persons_card_with_their_words(office: Office, kpis: list[int]) -> None:
    sam, hal = person(office.sam), office.hal
    close(office, department(office.sales))
    office.do(StartReview((sam,), OCTOBER), hal)
    office.do(CommentOnReview(sam, OCTOBER, "I missed a week"), office.sam)
    office.do(CommentOnReview(sam, OCTOBER, "I was ill for a week"), office.sam)
    done(office, CommentOnReview(sam, OCTOBER, "Well done all the same"), by=hal)
    done(office, AcknowledgeReview(OCTOBER, agrees=False, word="Too strict"), by=office.sam)
    closed = done(office, ClosePeriod(sam, OCTOBER, grade="B", reason="Still learning"), by=hal)
    assert [(comment.author_id, comment.text) for comment in closed.comments] == [
        (office.sam, "I was ill for a week"),
        (hal, "Well done all the same"),
    ]
    seen = closed.acknowledgement
    assert seen is not None
    assert (seen.agrees, seen.word, seen.score) == (False, "Too strict", Decimal(80))
    later = done(office, AcknowledgeReview(OCTOBER, agrees=True), by=office.sam).acknowledgement
    assert later is not None
    assert (later.agrees, later.word) == (True, "")
    assert closed.frozen is not None
    assert card(office, sam) == closed.frozen.card
    assert refused(office, CommentOnReview(sam, OCTOBER, "But"), by=office.sam).key == "period_closed"


def test_a_card_rests_on_those_it_is_made_of(office: Office, kpis: list[int]) -> None:
    sales, mia = department(office.sales), person(office.mia)
    company = Subject(SubjectKind.COMPANY, office.owner.company_id)
    office.do(StartReview((sales, mia, company, person(office.sam)), OCTOBER))
    for subject in (mia, company):
        refusal = refused(office, ClosePeriod(subject, OCTOBER))
        assert (refusal.key, refusal.params) == ("part_open", {"name": Name("Sales", "销售部")})
    for subject in (sales, mia, company):
        done(office, ClosePeriod(subject, OCTOBER))
    found = office.do(ReopenPeriod(sales, OCTOBER, "a value was wrong"), by=office.hal)
    assert isinstance(found, Reviewed)
    assert [(each.subject, each.state, each.round) for each in found.reviews] == [
        (sales, ReviewState.REVIEW, 2),
        (mia, ReviewState.REVIEW, 2),
        (company, ReviewState.REVIEW, 2),
    ]
    assert {closing.reason for each in found.reviews for closing in each.closings} == {"a value was wrong"}
    assert len(office.reader().reviews(OCTOBER)) == 4


def test_a_persons_own_kpis_are_closed_with_their_card(office: Office, kpis: list[int]) -> None:
    mine = NewKpi(definition("Talks", owner_id=office.sam), person_id=office.sam)
    office.do(PublishKpis(office.sales, "Sell more", None, (mine,)), today=SEPTEMBER_DAY)
    (own,) = office.reader().kpis(person_id=office.sam)
    office.enter(entry(own.kpi.id, OCTOBER, 90), by=office.sam)
    close(office, person(office.sam))
    assert refused(office, EnterActuals((entry(own.kpi.id, OCTOBER, 91),)), by=office.sam).key == "period_closed"
    office.enter(entry(kpis[0], OCTOBER, 70))
    assert office.reader().kpi_score(own.kpi.id, OCTOBER) == card(office, person(office.sam)).parts[0].card.lines[0]


def test_what_cannot_be_reviewed_closed_or_reopened(office: Office, kpis: list[int]) -> None:
    sales = department(office.sales)
    start, end = StartReview((sales,), OCTOBER), ClosePeriod(sales, OCTOBER)
    again = ReopenPeriod(sales, OCTOBER, "wrong")
    service = department(office.service)
    elsewhere = Subject(SubjectKind.COMPANY, office.owner.company_id + 1)
    for command, key in (
        (end, "not_in_review"),
        (CommentOnReview(sales, OCTOBER, "Good"), "not_in_review"),
        (AcknowledgeReview(OCTOBER, agrees=True), "not_in_review"),
        (again, "not_closed"),
        (replace(again, reason=" "), "reason_missing"),
        (replace(start, period=month(11)), "period_not_over"),
        (replace(start, subjects=()), "nothing_measured"),
        (replace(start, subjects=(service,)), "nothing_measured"),
        (replace(start, subjects=(sales, department(99))), "unknown_department"),
        (replace(start, subjects=(person(99),)), "unknown_person"),
        (replace(start, subjects=(elsewhere,)), "unknown_company"),
    ):
        assert refused(office, command).key == key
    office.do(start)
    zero, endless = Adjustment(Decimal(0), "why"), Adjustment(Decimal("NaN"), "why")
    for command, key in (
        (start, "review_begun"),
        (again, "not_closed"),
        (CommentOnReview(sales, OCTOBER, " "), "nothing_said"),
        (replace(end, adjustments=(zero,)), "adjustment_range"),
        (replace(end, adjustments=(endless,)), "adjustment_range"),
        (replace(end, adjustments=(Adjustment(Decimal(5), " "),)), "reason_missing"),
    ):
        assert refused(office, command).key == key
    office.do(end)
    for command in (start, end):
        assert refused(office, command).key == "period_closed"


def test_who_may_review_close_and_reopen(office: Office, kpis: list[int]) -> None:
    sales, hal, mia = department(office.sales), person(office.hal), person(office.mia)
    for who in (office.sam, office.eve):
        assert refused(office, StartReview((sales,), OCTOBER), by=who).key == "not_allowed"
    for other in (department(office.service), hal):
        assert refused(office, StartReview((sales, other), OCTOBER), by=office.hal).key == "not_allowed"
    office.do(StartReview((sales, mia), OCTOBER), by=office.hal)
    office.do(StartReview((hal,), OCTOBER))
    for who in (office.sam, office.eve):
        for command in (
            ClosePeriod(sales, OCTOBER),
            ReopenPeriod(sales, OCTOBER, "wrong"),
            CommentOnReview(sales, OCTOBER, "Good"),
            CommentOnReview(mia, OCTOBER, "Good"),
        ):
            assert refused(office, command, by=who).key == "not_allowed"
    done(office, ClosePeriod(sales, OCTOBER), by=office.hal)
    for command in (ClosePeriod(hal, OCTOBER), ReopenPeriod(hal, OCTOBER, "wrong")):
        assert refused(office, command, by=office.hal).key == "not_allowed"
    done(office, CommentOnReview(hal, OCTOBER, "We did well"), by=office.hal)
    done(office, ClosePeriod(hal, OCTOBER))


def test_who_may_read_a_review(office: Office, kpis: list[int]) -> None:
    sam, sales = person(office.sam), department(office.sales)
    office.do(StartReview((sales, sam), OCTOBER))
    assert [len(office.reader(who).reviews(OCTOBER)) for who in (office.sam, office.hal, office.mia)] == [2, 2, 1]
    with pytest.raises(Refusal, match="not_allowed"):
        office.reader(office.mia).review(sam, OCTOBER)
    for subject, key in ((department(99), "unknown_department"), (person(99), "unknown_person")):
        with pytest.raises(Refusal, match=key):
            office.reader().review(subject, OCTOBER)
    company = Subject(SubjectKind.COMPANY, office.owner.company_id)
    assert office.reader(office.eve).review(company, OCTOBER).state is ReviewState.OPEN
    other = found_office(office.session, name="Other")
    assert other.reader().reviews(OCTOBER) == ()


def test_late_values_are_marked_until_the_period_is_closed(office: Office, kpis: list[int]) -> None:
    office.do(StartReview((department(office.sales),), OCTOBER))
    found = office.enter(entry(kpis[0], OCTOBER, 70))
    assert isinstance(found, Entered)
    assert [item.late for item in found.items] == [True]


def test_nobody_owes_what_is_closed(office: Office) -> None:
    office.publish(definition("Revenue", owner_id=office.sam), today=SEPTEMBER_DAY)
    assert [one.period for one in office.reader(office.sam).owed()] == [SEPTEMBER, OCTOBER]
    close(office, department(office.sales))
    assert [one.period for one in office.reader(office.sam).owed()] == [SEPTEMBER]
    with pytest.raises(Refusal, match="period_closed"):
        office.reader(office.sam).check_open([(office.reader().kpis()[0].kpi.id, OCTOBER)])


@pytest.mark.usefixtures("kpis")
def test_a_grade_by_hand_needs_its_reason(office: Office) -> None:
    sales = department(office.sales)
    office.do(StartReview((sales,), OCTOBER))
    for reason in ("", "  "):
        assert refused(office, ClosePeriod(sales, OCTOBER, grade="A", reason=reason)).key == "reason_missing"
    frozen = done(office, ClosePeriod(sales, OCTOBER, grade="A", reason=" Won  the key account ")).frozen
    assert frozen is not None
    assert frozen.grade_reason == "Won the key account"


def test_scorecards_are_closed_together_all_or_none(office: Office, kpis: list[int]) -> None:
    """As each would be alone: what others are made of first, by whoever may close each, with nothing by hand."""
    sales, sam = department(office.sales), person(office.sam)
    office.do(StartReview((sales, sam), OCTOBER), by=office.hal)
    assert refused(office, CloseTogether((sam, sales), OCTOBER), by=office.hal).key == "part_open"
    assert refused(office, CloseTogether((sales, sam), OCTOBER), by=office.sam).key == "not_allowed"
    assert refused(office, CloseTogether((), OCTOBER), by=office.hal).key == "nothing_to_close"
    assert office.reader().review(sales, OCTOBER).state is ReviewState.REVIEW

    found = office.do(CloseTogether((sales, sam), OCTOBER), by=office.hal)
    assert isinstance(found, Reviewed)
    assert [(each.subject, each.state) for each in found.reviews] == [
        (sales, ReviewState.CLOSED),
        (sam, ReviewState.CLOSED),
    ]
    assert [each.frozen.total.adjustments for each in found.reviews if each.frozen] == [(), ()]
    assert refused(office, CloseTogether((sales, sam), OCTOBER), by=office.hal).key == "period_closed"
