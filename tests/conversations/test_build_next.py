"""What the first button is once KPIs are in force: what is useful next for whoever pressed yes."""

from __future__ import annotations

import pytest

from conversations.view import Message, Run, Style
from tests.stage import RealStage

BUILD = {
    "Anna": ("/kpi build Service", "1", "Answer every call the same day", "complaints", "skip", "yes", "5"),
    "安娜": ("/kpi 建模 客服", "1", "来电当天答复", "投诉数", "跳过", "是", "5"),
}
KEEPER = {"Anna": ("/kpi members add Tom, Service, member", "Tom"), "安娜": ("/kpi 成员 添加 Tom，客服，成员", "Tom")}
REST = {"Anna": ("skip", "yes"), "安娜": ("跳过", "是")}


@pytest.fixture
def people(founder: str) -> tuple[str, ...]:
    return founder, "Tom"


@pytest.mark.usefixtures("founded")
def test_where_nothing_is_owed_yet_it_is_the_next_department(stage: RealStage, founder: str) -> None:
    stage.type(founder, *BUILD[founder], *REST[founder])

    assert _buttons(stage, founder)[:2] == ["build #1", "report #department:2"]


@pytest.mark.usefixtures("founded")
def test_who_enters_the_values_is_invited_first(stage: RealStage, founder: str) -> None:
    stage.type(founder, KEEPER[founder][0], *BUILD[founder], KEEPER[founder][1], *REST[founder])

    assert _buttons(stage, founder)[:2] == ["invite #2", "build #1"]


@pytest.mark.usefixtures("founded")
def test_who_has_come_is_not_invited(stage: RealStage, founder: str) -> None:
    stage.type(founder, KEEPER[founder][0])
    stage.type("Tom", "/kpi")
    stage.type(founder, *BUILD[founder], KEEPER[founder][1], *REST[founder])

    assert _buttons(stage, founder)[0] == "build #1"


def _buttons(stage: RealStage, who: str) -> list[str]:
    shown = stage.shown[who][-1]
    assert isinstance(shown, Message), shown
    assert [button.style for button in shown.buttons].index(Style.PRIMARY) == 0
    return [button.action.words for button in shown.buttons if isinstance(button.action, Run)]


@pytest.mark.usefixtures("built")
def test_who_owes_a_value_enters_it_first(stage: RealStage, founder: str) -> None:
    stage.type(founder, *BUILD[founder], *REST[founder])

    assert _buttons(stage, founder)[:2] == ["actual", "build #3"]
