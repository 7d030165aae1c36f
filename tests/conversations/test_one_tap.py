"""What is one tap away: why a score is what it is, from whatever shows one; and taking back what was just done."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.deeds import carry_out
from conversations.cards.deed import with_deed
from conversations.cards.done import done_message
from conversations.event import Pressed, Said
from conversations.flows.undo import LONG
from conversations.texts import texts_for
from conversations.view import Button, Form, Message, Run, Tone
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.words import write_period
from kpi_engine.commands import Command, EnterActuals
from kpi_engine.model.audit import BACK_OTHERWISE, AuditEntry, Deed
from kpi_engine.model.name import Language
from kpi_engine.service.take_back import WAYS_BACK
from kpi_engine.store.work import Work
from tests.conversations.rights.acme import DECEMBER, Place, stage_of
from tests.conversations.rights.deeds import DEEDS
from tests.factories import entry
from tests.stage import RealStage

pytestmark = pytest.mark.usefixtures("demo")


@pytest.fixture
def people() -> tuple[str, ...]:
    return ("Chen Zhe", "Lin Haoran", "Thomas Berger")


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("Chen Zhe", ""),
        ("Chen Zhe", "report company last month"),
        ("Chen Zhe", "report Sales last month"),
        ("Chen Zhe", "report @Thomas last month"),
        ("Thomas Berger", "report me last month"),
        ("Chen Zhe", "report Win rate last month"),
        ("Chen Zhe", "report brief last month"),
        ("Chen Zhe", "report Sales 2025"),
        ("Chen Zhe", "leaderboard last month"),
        ("Thomas Berger", "leaderboard last month"),
        ("Chen Zhe", "chart Win rate"),
        ("Chen Zhe", "chart Sales last month"),
        ("Chen Zhe", "report Sales last month file"),
    ],
)
@pytest.mark.parametrize("language", ["", "中文"], ids=["en", "zh"])
def test_why_is_one_tap_away(stage: RealStage, who: str, words: str, language: str) -> None:
    if language:
        stage.type(who, f"/kpi language {language}")
    shown = stage.hear(who, Said(f"/kpi {words}".strip()))
    actions = [each.action for each in _buttons(shown) if each.label in ("Why?", "为什么？")]

    assert len(actions) == 1
    assert isinstance(actions[0], Run)
    assert stage.hear(who, Pressed(actions[0])) == stage.hear(who, Said(f"/kpi {actions[0].words}"))
    assert "✗" not in stage.do(who, Pressed(actions[0]))


DONE_BY: Mapping[Deed, tuple[str, str]] = {
    Deed.CHANGE_SETTINGS: ("Anna", "ChangeSettings"),
    Deed.SET_STRATEGY: ("Anna", "SetStrategy"),
    Deed.RANK_PEOPLE: ("Anna", "RankPeople"),
    Deed.SET_GRADES: ("Anna", "SetGrades"),
    Deed.SET_GATES: ("Hal", "SetGates"),
    Deed.SET_TEAM_SHARE: ("Hal", "SetOwnTeamShare"),
    Deed.ADD_MEMBER: ("Hal", "AddMember"),
    Deed.REMOVE_MEMBER: ("Hal", "RemoveMember"),
    Deed.WITHDRAW_INVITATION: ("Hal", "WithdrawInvitation"),
    Deed.SET_LEAVE: ("Hal", "SetLeave"),
    Deed.SET_DEPUTY: ("Hal", "SetDeputy"),
    Deed.SET_REMINDERS: ("Sam", "SetReminders"),
    Deed.CHOOSE_RANKING: ("Sam", "ChooseRanking"),
    Deed.PUBLISH: ("Hal", "PublishKpis"),
    Deed.REVISE: ("Hal", "ReviseKpi"),
    Deed.SET_WEIGHTS: ("Hal", "SetWeights"),
    Deed.ADD_KPI: ("Hal", "AddKpi"),
    Deed.RETIRE: ("Hal", "RetireKpi"),
    Deed.SET_TARGET: ("Hal", "SetPeriodTarget"),
    Deed.SET_SEASON: ("Hal", "SetSeason"),
    Deed.AGREE: ("Sam", "AgreeToKpi"),
    Deed.MUTE: ("Hal", "MuteFinding"),
    Deed.UNMUTE: ("Hal", "UnmuteFinding"),
    Deed.PLAN_ACTION: ("Hal", "PlanAction"),
    Deed.ASSIGN_ACTION: ("Hal", "AssignAction"),
    Deed.POSTPONE_ACTION: ("Hal", "PostponeAction"),
    Deed.CLOSE_ACTION: ("Hal", "CloseAction"),
    Deed.PROPOSE: ("Sam", "Propose"),
    Deed.DECIDE: ("Hal", "DecideProposal"),
    Deed.EXPLAIN_RED: ("Sam", "ExplainRed"),
    Deed.ENTER: ("Sam", "EnterActuals"),
    Deed.SET_BULLETIN: ("Hal", "SetBulletin"),
    Deed.STOP_BULLETIN: ("Hal", "StopBulletin"),
}
"""Who does it at Acme, by which of the commands there."""
ELSEWHERE = {
    Deed.INVITE: "its card has a button that withdraws the code, which undo does as well",
    Deed.CHOOSE_LANGUAGE: "the other language is one tap away in one's day",
    Deed.TAKE_GROUPS: "in test_groups.py, where the messenger has groups",
    Deed.LOOK_AGAIN: "in test_red.py, with a KPI that was red",
}
SAID_OTHERWISE: Mapping[Deed, tuple[str, str]] = {
    Deed.SET_UP: ("Anna", "SetUpCompany"),
    Deed.VOTE: ("Nia", "VoteOnProposal"),
    Deed.COMMENT: ("Nia", "CommentOnProposal"),
    Deed.WITHDRAW: ("Sam", "WithdrawProposal"),
    Deed.SHARE_DRAFT: ("Hal", "ShareDraft"),
    Deed.COMMENT_DRAFT: ("Nia", "CommentOnDraft"),
    Deed.START_REVIEW: ("Hal", "StartReview"),
    Deed.REMARK: ("Hal", "CommentOnReview"),
    Deed.ACKNOWLEDGE: ("Sam", "AcknowledgeReview"),
    Deed.CLOSE: ("Hal", "ClosePeriod"),
    Deed.REOPEN: ("Hal", "ReopenPeriod"),
}
"""What has another way back, which undo names."""
FIRST_WEEK = Period.holding(date(2026, 12, 1), PeriodKind.WEEK)
NEVER = {Deed.JOIN, Deed.UNDO}


def test_every_deed_has_its_way_back() -> None:
    assert DONE_BY.keys() | ELSEWHERE.keys() == WAYS_BACK.keys()
    assert SAID_OTHERWISE.keys() == BACK_OTHERWISE
    assert WAYS_BACK.keys() | BACK_OTHERWISE | NEVER == set(Deed)


@pytest.fixture
def acme(companies: tuple[Path, Mapping[str, Place]], tmp_path: Path) -> Iterator[RealStage]:
    found = stage_of(Path(shutil.copy(companies[0], tmp_path / "acme.db")), "Anna")
    yield found
    found.close()


@pytest.mark.parametrize("deed", DONE_BY)
def test_undo_is_one_tap_away(acme: RealStage, companies: tuple[Path, Mapping[str, Place]], deed: Deed) -> None:
    who, command = DONE_BY[deed]
    here = companies[1]["here"]
    if deed is Deed.EXPLAIN_RED:
        _done(acme, who, EnterActuals((entry(here.kpis[0].kpi.id, FIRST_WEEK, 0),)))
    card, done = _done(acme, who, DEEDS[command](here))
    (undo,) = [each for each in card.buttons if each.label == "Undo"]
    assert done.deed is deed

    shown = acme.hear(who, Pressed(undo.action))
    if deed in LONG:
        assert isinstance(shown[-1], Form)
        shown = acme.hear(who, Said("yes"))
    assert "Taken back" in str(shown)
    assert _undone(acme, done.id)

    again = str(acme.hear(who, Pressed(undo.action)))
    assert "Nothing was taken back" in again


@pytest.mark.parametrize("deed", SAID_OTHERWISE)
def test_what_is_not_taken_back_says_how_else(
    acme: RealStage, companies: tuple[Path, Mapping[str, Place]], deed: Deed
) -> None:
    who, command = SAID_OTHERWISE[deed]
    card, done = _done(acme, who, DEEDS[command](companies[1]["here"]))
    assert not [each for each in card.buttons if each.label == "Undo"]
    assert done.deed is deed

    said = acme.hear(who, Said("undo"))[-1]
    assert isinstance(said, Message)
    assert said.tone is Tone.REFUSAL
    assert not _undone(acme, done.id)


def test_an_undo_that_waited_takes_nothing_else_back(stage: RealStage) -> None:
    stage.type("Chen Zhe", "/kpi settings holidays Germany")
    (undo,) = [each for each in _buttons(stage.shown["Chen Zhe"]) if each.label == "Undo"]
    stage.type("Chen Zhe", "/kpi settings working days Mon to Sat")

    assert "you have done something since" in stage.do("Chen Zhe", Pressed(undo.action))
    assert not any(undone for _, undone in _deeds(stage))


def test_ten_owed_values_are_entered_with_one_message(stage: RealStage) -> None:
    stage.now += timedelta(days=10)
    with stage.reader("Chen Zhe") as reader:
        owed = {one.version.kpi.id: one for owes in reader.owes() for one in owes.values}
    ten = list(owed.values())[:10]
    before = len(_deeds(stage))
    stage.type("Chen Zhe", ", ".join(f"{one.version.definition.name.en} n/a {write_period(one.period)}" for one in ten))

    assert len(ten) == 10
    assert len(_deeds(stage)) == before + 1


def _buttons(shown: object) -> list[Button]:
    return [button for view in shown if isinstance(view, Message) for button in view.buttons]  # type: ignore[attr-defined]


def _deeds(stage: RealStage) -> list[tuple[str, bool]]:
    with stage.reader("Chen Zhe") as reader:
        return [(entry.deed.value, entry.undone) for entry in reader.audit(1000)]


def _done(stage: RealStage, who: str, command: Command) -> tuple[Message, AuditEntry]:
    """The card that whoever does it is shown, and what the log has of it."""
    with stage.reader(who) as reader:
        done = carry_out(command, Work(reader.session, reader.actor, DECEMBER, DECEMBER.date()))
        last = replace(reader).my_last_deed()
        reader.session.commit()
    assert last is not None
    return with_deed(done_message(texts_for(Language.EN, "CNY"), done), last), last


def _undone(stage: RealStage, id: int) -> bool:
    with stage.reader("Anna") as reader:
        return next(entry.undone for entry in reader.audit(1000) if entry.id == id)
