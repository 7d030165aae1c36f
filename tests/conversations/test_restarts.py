"""The bot is killed and begun again at every question: the dialog goes on there, and nothing is lost."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from conversations.event import Said
from conversations.view import Form
from tests.conversations.companies import BUILT, FOUNDED, STRATEGY
from tests.stage import RealStage

CONTINUE = {"Anna": "continue", "安娜": "继续"}
MOST_ANSWERS = 40


def test_a_department_of_five_kpis_takes_at_most_forty_answers(founder: str) -> None:
    assert len(BUILT[founder]) <= MOST_ANSWERS


def test_nobody_notices_restarts(stage: RealStage, founder: str, sqlite_template: Path, tmp_path: Path) -> None:
    lines = FOUNDED[founder] + STRATEGY[founder] + BUILT[founder]
    told = [stage.type(founder, line) for line in lines]

    again = RealStage(f"sqlite:///{shutil.copy(sqlite_template, tmp_path / 'again.db')}", (founder,))
    told_again = [_typed_after_a_restart(again, founder, line) for line in lines]

    assert told_again == told
    assert "5" in told[-1]


def test_the_question_can_be_shown_again_on_an_empty_screen(stage: RealStage, founder: str) -> None:
    questions = 0
    for line in FOUNDED[founder] + STRATEGY[founder] + BUILT[founder]:
        stage.type(founder, line)
        asked = stage.shown[founder][-1]
        if isinstance(asked, Form):
            stage.restart()
            stage.open_terminal(founder)
            stage.type(founder, CONTINUE[founder])
            assert stage.shown[founder] == (asked,)
            questions += 1

    assert questions > len(BUILT[founder])
    with stage.reader(founder) as reader:
        assert len(reader.kpis()) == 5


def test_what_is_typed_where_a_question_was_lost_with_the_screen_still_answers_it(
    stage: RealStage, founder: str
) -> None:
    for line in FOUNDED[founder] + STRATEGY[founder] + BUILT[founder]:
        stage.open_terminal(founder)
        stage.hear(founder, Said(line))

    with stage.reader(founder) as reader:
        assert [version.definition.weight for version in reader.kpis()] == [40, 20, 20, 10, 10]


@pytest.mark.usefixtures("built")
def test_a_restart_in_the_middle_of_a_form_of_values(stage: RealStage) -> None:
    stage.now += timedelta(days=14)
    stage.type("Anna", "/kpi actual", "60000", "70000", "12")
    stage.restart()
    stage.open_terminal("Anna")

    assert "New customers won, week 49" in stage.type("Anna", "continue")
    assert "understood 4 values" in stage.type("Anna", "11", *["skip"] * 5)


def _typed_after_a_restart(stage: RealStage, founder: str, line: str) -> str:
    stage.restart()
    return stage.type(founder, line)
