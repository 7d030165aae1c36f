"""Who is to hear of what: never whoever did it, nobody who has left, nobody who may not see it."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy.orm import Session

from bot.news import news_of
from conversations.news import NewsKind
from kpi_engine.calendar.period import Period
from kpi_engine.commands import (
    AcknowledgeReview,
    ClosePeriod,
    Command,
    CommentOnProposal,
    CommentOnReview,
    DecideProposal,
    Propose,
    PublishKpis,
    RemoveMember,
    ReopenPeriod,
    StartReview,
    VoteOnProposal,
    WithdrawProposal,
)
from kpi_engine.model.change import AddKpi, NewKpi, RetireKpi, ReviseKpi
from kpi_engine.model.proposal import Ballot
from kpi_engine.model.score import Subject, SubjectKind
from kpi_engine.store import load
from kpi_engine.store.scope import Scope
from tests.factories import Office, definition, found_office, month


@pytest.fixture
def office(session: Session) -> Office:
    return found_office(session)


@pytest.fixture
def kpis(office: Office) -> list[int]:
    """Of Sales, in which Hal, Sam and Mia work."""
    return office.publish(definition("Revenue", 60, office.sam), definition("Visits", 40))


def heard(office: Office, command: Command, by: int | None = None) -> set[tuple[NewsKind, int]]:
    """By kind, who hears of a command that is carried out now."""
    actor = office.actor(by)
    done = office.do(command, by)
    people = load.people(Scope(office.session, office.owner.company_id))
    return {(news.kind, person_id) for person_id, news in news_of(done, people, actor.person)}


def end_of(kpi_id: int, rest: int) -> Propose:
    weights = ((rest, definition().weight),)
    return Propose(RetireKpi(kpi_id, weights, date(2026, 12, 1), "Nobody reads it"))


def test_a_proposal_is_heard_of_by_its_department(office: Office, kpis: list[int]) -> None:
    proposed = heard(office, end_of(kpis[1], kpis[0]), office.sam)
    assert proposed == {(NewsKind.PROPOSED, office.hal), (NewsKind.PROPOSED, office.mia)}


def test_where_there_is_no_head_the_owner_decides(office: Office) -> None:
    change = AddKpi(office.service, NewKpi(definition("Calls")), (), date(2026, 12, 1), "none yet")
    assert heard(office, Propose(change), office.mia) == {(NewsKind.PROPOSED, office.owner.person.id)}


def test_the_head_hears_once_everybody_has_voted(office: Office, kpis: list[int]) -> None:
    office.do(end_of(kpis[1], kpis[0]), office.sam)
    (proposal,) = office.reader().proposals()

    assert heard(office, VoteOnProposal(proposal.id, Ballot.FOR), office.mia) == set()
    assert heard(office, VoteOnProposal(proposal.id, Ballot.FOR), office.hal) == set()
    last = heard(office, VoteOnProposal(proposal.id, Ballot.AGAINST), office.mia)
    assert last == {(NewsKind.ALL_VOTED, office.hal)}


def test_a_comment_is_for_who_proposed_and_who_decides(office: Office, kpis: list[int]) -> None:
    office.do(end_of(kpis[1], kpis[0]), office.sam)
    (proposal,) = office.reader().proposals()

    said = heard(office, CommentOnProposal(proposal.id, "Why?"), office.mia)
    assert said == {(NewsKind.COMMENTED, office.sam), (NewsKind.COMMENTED, office.hal)}
    assert heard(office, CommentOnProposal(proposal.id, "See"), office.hal) == {(NewsKind.COMMENTED, office.sam)}


def test_the_outcome_is_for_who_proposed_and_who_spoke(office: Office, kpis: list[int]) -> None:
    office.do(end_of(kpis[1], kpis[0]), office.sam)
    (proposal,) = office.reader().proposals()
    office.do(VoteOnProposal(proposal.id, Ballot.FOR), office.eve)

    ended = heard(office, DecideProposal(proposal.id, accept=True), office.hal)
    assert ended == {(NewsKind.DECIDED, office.sam), (NewsKind.DECIDED, office.eve)}


def test_a_change_is_heard_of_by_who_enters_it(office: Office, kpis: list[int]) -> None:
    revenue = definition("Revenue", 60, office.mia)
    change = ReviseKpi(kpis[0], revenue, date(2026, 12, 1), "She has the numbers")
    assert heard(office, change, office.hal) == {(NewsKind.CHANGED, office.sam), (NewsKind.CHANGED, office.mia)}


def test_an_accepted_change_too(office: Office, kpis: list[int]) -> None:
    revenue = definition("Revenue", 60, office.mia)
    office.do(Propose(ReviseKpi(kpis[0], revenue, date(2026, 12, 1), "She has the numbers")), office.eve)
    (proposal,) = office.reader().proposals()
    ended = heard(office, DecideProposal(proposal.id, accept=True), office.hal)
    assert ended == {(NewsKind.DECIDED, office.eve), (NewsKind.DECIDED, office.mia)}


def test_what_is_withdrawn_is_no_news(office: Office, kpis: list[int]) -> None:
    office.do(end_of(kpis[1], kpis[0]), office.sam)
    (proposal,) = office.reader().proposals()
    assert heard(office, WithdrawProposal(proposal.id), office.sam) == set()


def test_who_has_left_hears_nothing(office: Office, kpis: list[int]) -> None:
    office.do(RemoveMember(office.mia))
    assert heard(office, end_of(kpis[1], kpis[0]), office.sam) == {(NewsKind.PROPOSED, office.hal)}


def test_what_is_about_one_person_is_for_those_who_may_see_it(office: Office) -> None:
    own = NewKpi(definition("Calls", owner_id=office.sam), office.sam)
    change = AddKpi(office.sales, own, (), date(2026, 12, 1), "It is what I do")
    assert heard(office, Propose(change), office.sam) == {(NewsKind.PROPOSED, office.hal)}


@pytest.fixture
def october(office: Office) -> Period:
    """A month that is over and was measured."""
    office.publish(definition(), today=date(2026, 10, 1))
    return month(10)


def person(id: int) -> Subject:
    return Subject(SubjectKind.PERSON, id)


def test_a_review_is_heard_of_by_those_whose_it_is(office: Office, october: Period) -> None:
    sales = Subject(SubjectKind.DEPARTMENT, office.sales)
    begun = heard(office, StartReview((sales, person(office.sam), person(office.mia)), october), office.hal)
    assert begun == {(NewsKind.REVIEW_BEGUN, office.sam), (NewsKind.REVIEW_BEGUN, office.mia)}


def test_what_the_head_says_is_told_what_one_says_oneself_stands_there(office: Office, october: Period) -> None:
    office.do(StartReview((person(office.sam),), october))
    assert heard(office, CommentOnReview(person(office.sam), october, "A hard month"), office.sam) == set()
    said = heard(office, CommentOnReview(person(office.sam), october, "Well done"), office.hal)
    assert said == {(NewsKind.REMARKED, office.sam)}


def test_only_who_does_not_agree_is_heard_of(office: Office, october: Period) -> None:
    office.do(StartReview((person(office.sam), person(office.hal)), october))
    assert heard(office, AcknowledgeReview(october, agrees=True), office.sam) == set()
    no = AcknowledgeReview(october, agrees=False)
    assert heard(office, no, office.sam) == {(NewsKind.DISAGREED, office.hal)}
    assert heard(office, no, office.hal) == {(NewsKind.DISAGREED, office.owner.person.id)}


def test_closing_and_reopening_are_told_with_what_rests_on_it(office: Office, october: Period) -> None:
    sales = Subject(SubjectKind.DEPARTMENT, office.sales)
    office.do(StartReview((sales, person(office.sam)), october))
    assert heard(office, ClosePeriod(sales, october), office.hal) == set()
    assert heard(office, ClosePeriod(person(office.sam), october), office.hal) == {(NewsKind.CLOSED, office.sam)}
    opened = heard(office, ReopenPeriod(sales, october, "A value was wrong"), office.hal)
    assert opened == {(NewsKind.REOPENED, office.sam)}


def test_kpis_in_force_are_heard_of_by_who_is_measured_and_who_enters(office: Office) -> None:
    drafts = (NewKpi(definition("Calls", owner_id=office.hal)),)
    told = heard(office, PublishKpis(office.service, "Serve", None, drafts))
    assert told == {(NewsKind.PUBLISHED, office.mia), (NewsKind.PUBLISHED, office.hal)}
