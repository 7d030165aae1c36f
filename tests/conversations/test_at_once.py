"""Two windows, two people, one moment: one answer is taken, and nothing is there twice."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest

from conversations.event import Event, Said, Submitted
from conversations.view import Form, Message, View
from kpi_engine.calendar.period import PeriodKind
from kpi_engine.errors import Refusal
from tests.databases import DATABASES
from tests.stage import RealStage

BUILT = (
    "/kpi start Acme",
    *("Sales", "Shanghai", "CNY"),
    *("/kpi build Sales", "Sell abroad", "Win customers", "Win rate, Quotes sent"),
    *("24%", "20", "30%, 25", "All the same", "skip"),
)


@pytest.fixture(params=DATABASES)
def stage_url(request: pytest.FixtureRequest) -> str:
    return str(request.getfixturevalue(f"{request.param}_database"))


@pytest.fixture
def people() -> tuple[str, ...]:
    return "Anna", "Tom"


@pytest.fixture
def drafted(stage: RealStage) -> RealStage:
    """Two KPIs, only to be confirmed."""
    stage.type("Anna", *BUILT)
    return stage


def test_a_set_is_put_in_force_once(drafted: RealStage) -> None:
    answers = _together(drafted, ("Anna", _answer(drafted, "yes")), ("Anna", _answer(drafted, "yes")))

    assert [views for views in answers if "KPIs in force" in _said(views)] in (answers[:1], answers[1:])
    with drafted.reader("Anna") as reader:
        assert [version.number for version in reader.kpis()] == [1, 1]
        assert [entry.deed for entry in reader.audit(10)] == ["publish", "set_up"]


def test_one_of_two_answers_is_taken_and_the_other_window_shows_what_comes_next(drafted: RealStage) -> None:
    drafted.type("Anna", "yes", "/kpi members add Tom, Sales, member, 100%")
    drafted.now += timedelta(days=8)
    drafted.type("Anna", "/kpi actual")
    answers = _together(drafted, ("Anna", _answer(drafted, "11")), ("Anna", _answer(drafted, "12")))

    (next_question, *late) = sorted((views[-1] for views in answers), key=lambda view: isinstance(view, Message))
    assert isinstance(next_question, Form)
    assert late == [next_question]
    assert sorted(len(views) for views in answers) == [1, 2]
    assert "earlier question" in _said(max(answers, key=len)[:1])


def test_the_last_value_of_a_form_is_recorded_once(drafted: RealStage) -> None:
    drafted.type("Anna", "yes", "/kpi actual quotes sent")
    answers = _together(drafted, ("Anna", _answer(drafted, "11")), ("Anna", _answer(drafted, "12")))

    assert sorted("understood" in _said(views) for views in answers) == [False, True]
    with drafted.reader("Anna") as reader:
        quotes = next(one.kpi.id for one in reader.kpis() if one.definition.name.en == "Quotes sent")
        assert len([line for line in reader.actuals(quotes) if line.period.kind is PeriodKind.WEEK]) == 1


def test_the_same_line_from_two_windows_is_one_value(drafted: RealStage) -> None:
    drafted.type("Anna", "yes")
    answers = _together(drafted, ("Anna", Said("quotes sent 11")), ("Anna", Said("quotes sent 11")))

    assert sorted("stands there already" in _said(views) for views in answers) == [False, True]


def test_a_command_begun_in_two_windows_is_one_dialog(drafted: RealStage) -> None:
    answers = _together(drafted, ("Anna", Said("/kpi strategy")), ("Anna", Said("/kpi strategy")))

    assert len({view.run for views in answers for view in views if isinstance(view, Form)}) == 1


def test_a_company_is_founded_once(stage: RealStage) -> None:
    first, second = _together(stage, ("Anna", Said("/kpi start")), ("Tom", Said("/kpi start")))

    assert sorted(isinstance(views[-1], Form) for views in (first, second)) == [False, True]
    founder, stranger = ("Anna", "Tom") if isinstance(first[-1], Form) else ("Tom", "Anna")
    with stage.reader(founder) as reader:
        assert [person.name.en for person in reader.people()] == [founder]
    with pytest.raises(Refusal, match="nobody_called"), stage.reader(stranger):
        pass


def _answer(stage: RealStage, value: str) -> Submitted:
    """The first question's answer, as Anna's window sends it."""
    form = stage.shown["Anna"][-1]
    assert isinstance(form, Form), form
    return Submitted(form.run, form.turn, {form.questions[0].key: value})


def _together(stage: RealStage, *events: tuple[str, Event]) -> list[Sequence[View]]:
    """What each is shown who does something at the same moment."""
    barrier = Barrier(len(events))

    def hear(who: str, event: Event) -> Sequence[View]:
        barrier.wait()
        return stage.hear(who, event)

    with ThreadPoolExecutor(len(events)) as pool:
        return [done.result() for done in [pool.submit(hear, *each) for each in events]]


def _said(views: Sequence[View]) -> str:
    return " ".join(str(view.blocks) for view in views if isinstance(view, Message))
