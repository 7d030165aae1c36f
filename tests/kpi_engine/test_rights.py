"""Who may do and see what."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import get_args

import pytest

from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.commands import (
    AcknowledgeReview,
    AddKpi,
    AddMember,
    AgreeToKpi,
    AssignAction,
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
    LookAgain,
    MuteFinding,
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
    ReviseKpi,
    SetGates,
    SetGrades,
    SetPeriodTarget,
    SetStrategy,
    SetTeamShare,
    SetUpCompany,
    SetWeights,
    ShareDraft,
    StartReview,
    Undo,
    UnmuteFinding,
    VoteOnProposal,
    WithdrawProposal,
)
from kpi_engine.errors import Refusal
from kpi_engine.model.action import Action
from kpi_engine.model.cause import Verdict
from kpi_engine.model.check import RuleId
from kpi_engine.model.company import Actor, Person, Position, Role
from kpi_engine.model.draft import DraftSet
from kpi_engine.model.name import Language, Name
from kpi_engine.model.proposal import Ballot
from kpi_engine.model.score import Subject, SubjectKind
from kpi_engine.model.total import Gating, Grading
from kpi_engine.rights import (
    RIGHTS,
    Facts,
    Place,
    action_place,
    check,
    may,
    may_see,
    may_see_actions,
    may_see_board,
    may_see_deeds_of_all,
    review_place,
    sees_deeds_of,
)
from tests.factories import TODAY, definition, who_may

HERE, THERE = 1, 2


def somebody(role: Role, *departments: int, id: int = 1, active: bool = True) -> Person:
    positions = tuple(Position(each, Name.same("Job"), Decimal(1)) for each in departments)
    return Person(id, Name.same(f"{role} {id}"), role, Language.EN, "UTC", positions, active)


def does(person: Person, command: Command, *places: Place, roles: frozenset[Role] = frozenset()) -> bool:
    try:
        check(Actor(1, person), command, Facts(places, roles))
    except Refusal:
        return False
    return True


OWNER, HEAD = somebody(Role.OWNER), somebody(Role.HEAD, HERE)
MEMBER, VIEWER = somebody(Role.MEMBER, HERE), somebody(Role.VIEWER, HERE)
EVERYBODY = (OWNER, HEAD, MEMBER, VIEWER)

SET_UP = SetUpCompany("Acme", "UTC", ())
STRATEGY = SetStrategy((), ())
ADD = AddMember(Name.same("Pat"), Role.MEMBER, ())
REMOVE = RemoveMember(2)
PUBLISH = PublishKpis(HERE, "Sell", None, ())
REVISE = ReviseKpi(1, definition(), TODAY, "grown")
MUTE, UNMUTE = MuteFinding(RuleId.STALE, 1, "new"), UnmuteFinding(RuleId.STALE, 1)
AGREE = AgreeToKpi(1, agrees=True)
ENTER = EnterActuals(())
LANGUAGE = ChooseLanguage(Language.ZH)
OCTOBER, SALES = Period(date(2026, 10, 1), PeriodKind.MONTH), Subject(SubjectKind.DEPARTMENT, HERE)
NOVEMBER = OCTOBER.next()
RED = (
    ExplainRed(1, OCTOBER, Name.same("Rain")),
    PutOffRed(1, OCTOBER),
    LookAgain(1, OCTOBER, NOVEMBER, Verdict.HELPED),
)
CHANGES = (
    REVISE,
    SetWeights((), TODAY, "grown"),
    AddKpi(HERE, NewKpi(definition()), (), TODAY, "grown"),
    RetireKpi(1, (), TODAY, "done"),
    SetPeriodTarget(1, OCTOBER, None, "over"),
)
SAID = (Propose(REVISE), VoteOnProposal(1, Ballot.FOR), CommentOnProposal(1, "Yes"))
STEPS = (
    StartReview((SALES,), OCTOBER),
    ClosePeriod(SALES, OCTOBER),
    CloseTogether((SALES,), OCTOBER),
    ReopenPeriod(SALES, OCTOBER, "wrong"),
)
COMMENT, ACKNOWLEDGE = CommentOnReview(SALES, OCTOBER, "Good"), AcknowledgeReview(OCTOBER, agrees=True)
SHARE, REMARK = ShareDraft(HERE, DraftSet("Sell", ())), CommentOnDraft(HERE, "Good")
PLAN, ASSIGN = PlanAction(PlannedAction("Call", 1, TODAY), HERE), AssignAction(1, 2)
ENDED = (PostponeAction(1, TODAY), CloseAction(1, done=True))
DECIDE, WITHDRAW = DecideProposal(1, accept=True), WithdrawProposal(1)


def test_every_command_has_its_rights() -> None:
    assert set(RIGHTS) == set(get_args(Command))


@pytest.mark.parametrize(
    ("command", "place", "who"),
    [
        (SET_UP, None, (OWNER,)),
        (STRATEGY, None, (OWNER,)),
        (ADD, Place(HERE), (OWNER, HEAD)),
        (ADD, Place(THERE), (OWNER,)),
        (ADD, Place(), (OWNER,)),
        (REMOVE, Place(HERE), (OWNER, HEAD)),
        (REMOVE, Place(THERE), (OWNER,)),
        (PUBLISH, Place(HERE), (OWNER, HEAD)),
        (PUBLISH, Place(THERE), (OWNER,)),
        *((each, Place(HERE), (OWNER, HEAD)) for each in (MUTE, UNMUTE, SHARE)),
        *((each, Place(THERE), (OWNER,)) for each in (MUTE, UNMUTE, SHARE, REMARK)),
        (REMARK, Place(HERE), EVERYBODY),
        *((each, Place(HERE), (OWNER, HEAD)) for each in (*CHANGES, DECIDE, *STEPS)),
        *((each, Place(THERE), (OWNER,)) for each in (*CHANGES, DECIDE, *STEPS)),
        *((each, Place(THERE), EVERYBODY) for each in SAID),
        (WITHDRAW, Place(person_id=1), EVERYBODY),
        (WITHDRAW, Place(person_id=9), ()),
        (COMMENT, Place(HERE), (OWNER, HEAD)),
        (COMMENT, Place(THERE, 9), (OWNER,)),
        (COMMENT, Place(THERE, 1), EVERYBODY),
        (ACKNOWLEDGE, Place(person_id=1), EVERYBODY),
        (ACKNOWLEDGE, Place(person_id=9), ()),
        *((each, Place(HERE, 9), (OWNER, HEAD)) for each in (ENTER, *RED)),
        (ENTER, Place(THERE, 9), (OWNER,)),
        *((each, Place(THERE, 1), (OWNER, HEAD, MEMBER)) for each in (ENTER, *RED)),
        (PLAN, Place(HERE), (OWNER, HEAD, MEMBER)),
        (PLAN, Place(THERE), (OWNER,)),
        (ASSIGN, Place(HERE), (OWNER, HEAD)),
        (ASSIGN, Place(THERE), (OWNER,)),
        *((each, Place(HERE, 9), (OWNER, HEAD)) for each in ENDED),
        *((each, Place(THERE, 1), EVERYBODY) for each in ENDED),
        (AGREE, Place(HERE, 1), EVERYBODY),
        (AGREE, Place(HERE, 9), ()),
        (LANGUAGE, None, EVERYBODY),
        (ChooseRanking(ranked=False), None, EVERYBODY),
        (RankPeople(on=True), None, (OWNER,)),
        (SetGrades(Grading(), TODAY, "ours"), Place(), (OWNER,)),
        (SetGates(HERE, Gating(), TODAY, "safety"), Place(HERE), (OWNER, HEAD)),
        (SetGates(THERE, Gating(), TODAY, "safety"), Place(THERE), (OWNER,)),
        (SetTeamShare(Decimal(0), TODAY, "team", HERE), Place(HERE), (OWNER, HEAD)),
        (SetTeamShare(Decimal(0), TODAY, "team"), Place(), (OWNER,)),
        (Undo(), None, EVERYBODY),
    ],
)
def test_who_may(command: Command, place: Place | None, who: tuple[Person, ...]) -> None:
    places = (place,) if place else ()
    assert tuple(person for person in EVERYBODY if does(person, command, *places)) == who


def test_every_place_must_be_allowed() -> None:
    assert not does(HEAD, ENTER, Place(HERE, 9), Place(THERE, 9))


def test_a_head_makes_nobody_a_head_or_owner() -> None:
    granted = [role for role in Role if does(HEAD, ADD, Place(HERE), roles=frozenset({role}))]
    assert granted == [Role.MEMBER, Role.VIEWER]
    assert all(does(OWNER, ADD, Place(HERE), roles=frozenset({role})) for role in Role)


def test_who_has_left_may_nothing() -> None:
    assert not does(somebody(Role.OWNER, active=False), STRATEGY)


def test_a_refusal_names_those_who_may() -> None:
    people = (
        somebody(Role.OWNER, id=1),
        somebody(Role.HEAD, HERE, id=2),
        somebody(Role.HEAD, THERE, id=3),
        somebody(Role.OWNER, id=4, active=False),
    )
    with pytest.raises(Refusal) as caught:
        check(Actor(1, MEMBER), PUBLISH, Facts((Place(HERE),), people=people))
    assert caught.value.key == "not_allowed"
    assert who_may(caught.value) == ["head 2", "owner 1"]


def test_whether_one_may_can_be_asked_before_there_is_a_command() -> None:
    assert [may(who, PublishKpis) for who in EVERYBODY] == [True, True, False, False]
    assert [may(who, PublishKpis, Place(THERE)) for who in EVERYBODY] == [True, False, False, False]
    assert not may(HEAD, AddMember, Place(HERE), roles=frozenset({Role.OWNER}))


def test_only_an_owner_reads_what_everybody_did() -> None:
    assert [may_see_deeds_of_all(who) for who in EVERYBODY] == [True, False, False, False]


def test_who_only_looks_on_sees_no_board_of_people() -> None:
    assert [may_see_board(who) for who in EVERYBODY] == [True, True, True, False]


def test_a_head_reads_what_was_done_in_their_departments() -> None:
    assert [sees_deeds_of(who) for who in EVERYBODY] == [frozenset(), {HERE}, frozenset(), frozenset()]


def test_a_departments_people_read_what_is_to_be_done_there() -> None:
    assert [may_see_actions(who, HERE) for who in EVERYBODY] == [True, True, True, True]
    assert [may_see_actions(who, THERE) for who in EVERYBODY] == [True, False, False, False]


def test_an_action_is_closed_by_who_does_it_and_who_wrote_it() -> None:
    action = Action(1, HERE, None, "Call", 3, TODAY, 4, TODAY)
    places = [action_place(action, somebody(Role.MEMBER, id=id)) for id in (3, 4, 5)]
    assert places == [Place(HERE, 3), Place(HERE, 4), Place(HERE, 3)]


def test_who_judges_a_scorecard() -> None:
    def hat(department_id: int, share: str) -> Position:
        return Position(department_id, Name.same("Job"), Decimal(share))

    mixed = replace(somebody(Role.MEMBER, id=5), positions=(hat(HERE, "0.4"), hat(THERE, "0.6")))
    people = (*(replace(who, id=n) for n, who in enumerate(EVERYBODY, 1)), mixed)
    places = [review_place(Subject(SubjectKind.PERSON, id), people) for id in (1, 2, 3, 4, 5)]
    assert places == [Place(), Place(), Place(HERE), Place(HERE), Place(THERE)]
    assert review_place(SALES, people) == Place(HERE)
    assert review_place(Subject(SubjectKind.COMPANY, 1), people) == Place()


def test_who_may_see_whom() -> None:
    company, department = Subject(SubjectKind.COMPANY, 1), Subject(SubjectKind.DEPARTMENT, HERE)
    assert all(may_see(person, company) and may_see(person, department) for person in EVERYBODY)
    other = Subject(SubjectKind.PERSON, 7)
    assert [may_see(person, other, frozenset({HERE})) for person in EVERYBODY] == [True, True, False, False]
    assert [may_see(person, other, frozenset({THERE})) for person in EVERYBODY] == [True, False, False, False]
    myself = Subject(SubjectKind.PERSON, 1)
    assert [may_see(person, myself) for person in EVERYBODY] == [True, True, True, False]
