"""Buttons that are pressed late, twice, or by somebody else."""

from __future__ import annotations

import pytest

from conversations.event import Pressed, Submitted
from conversations.view import Act, Form, Message, Turn, View
from tests.stage import RealStage


@pytest.fixture
def people() -> tuple[str, ...]:
    return "Anna", "Tom"


@pytest.mark.usefixtures("founded")
def test_a_stale_button_is_told_so_and_shows_the_present_question(stage: RealStage) -> None:
    stage.type("Anna", "/kpi strategy", "Sell abroad")
    early = _form(stage)
    stage.type("Anna", "fast quotes")
    present = _form(stage)

    note, question = stage.hear("Anna", Pressed(Turn(early.run, early.turn, Act.BACK)))

    assert "earlier question" in _words(note)
    assert question == present


@pytest.mark.usefixtures("founded")
def test_a_second_click_changes_nothing(stage: RealStage) -> None:
    stage.type("Anna", "/kpi strategy")
    form = _form(stage)
    goal = Submitted(form.run, form.turn, {"goals": "Sell abroad"})
    stage.hear("Anna", goal)
    stage.hear("Anna", goal)
    stage.type("Anna", "continue", "skip", "skip", "skip", "skip")

    with stage.reader("Anna") as reader:
        assert [goal.name.en for goal in reader.goals()] == ["Sell abroad"]


@pytest.mark.usefixtures("founded")
def test_a_button_of_a_dialog_that_is_over_does_nothing(stage: RealStage) -> None:
    stage.type("Anna", "/kpi strategy", "Sell abroad")
    form = _form(stage)
    stage.type("Anna", "cancel")

    for act in Act:
        (note,) = stage.hear("Anna", Pressed(Turn(form.run, form.turn, act)))
        assert "over" in _words(note)
    with stage.reader("Anna") as reader:
        assert reader.goals() == ()


@pytest.mark.usefixtures("founded")
def test_a_dialog_is_nobody_elses(stage: RealStage) -> None:
    stage.type("Anna", "/kpi members add Tom, Sales, head, 100%")
    stage.type("Anna", "/kpi strategy")
    form = _form(stage)

    greeting, note = stage.hear("Tom", Submitted(form.run, form.turn, {"goals": "Sell abroad"}))

    assert "Welcome" in _words(greeting)
    assert "over" in _words(note)
    assert "What do you want to achieve?" in stage.type("Anna", "continue")


@pytest.mark.usefixtures("built")
def test_a_confirmation_pressed_twice_publishes_once(stage: RealStage) -> None:
    stage.type("Anna", "/kpi build Sales", "1", "", "1, 2", "yes", "1")
    form = _form(stage)
    yes = Submitted(form.run, form.turn, {"publish": "yes"})
    stage.hear("Anna", yes)
    stage.hear("Anna", yes)

    with stage.reader("Anna") as reader:
        assert [len(reader.versions(version.kpi.id)) for version in reader.kpis()] == [2, 2]


@pytest.mark.usefixtures("founded")
def test_answers_to_questions_that_are_not_asked_are_no_answers(stage: RealStage) -> None:
    stage.type("Anna", "/kpi strategy")
    form = _form(stage)
    stage.hear("Anna", Submitted(form.run, form.turn, {"strength": "cheap", "__class__": "x", "": ""}))

    assert _form(stage).key == form.key


def _form(stage: RealStage) -> Form:
    form = stage.shown["Anna"][-1]
    assert isinstance(form, Form)
    return form


def _words(view: View) -> str:
    assert isinstance(view, Message)
    return str(view.blocks)
