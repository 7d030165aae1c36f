"""The words that end a list are none of it, in both languages."""

from __future__ import annotations

import pytest

from conversations.courtesy import without_end
from kpi_engine.model.strategy import SwotKind
from tests.stage import RealStage

STRATEGY = {"Anna": ("/kpi strategy", "1, 4"), "安娜": ("/kpi 战略", "1，4")}
SWOT = {
    "Anna": ("big key accounts, fast quotes, that's all", "That's it.", "none", "done"),
    "安娜": ("大客户多，报价快，就这些", "没了", "无", "就这些。"),
}


@pytest.fixture
def people(founder: str) -> tuple[str, ...]:
    return (founder,)


@pytest.mark.usefixtures("founded")
def test_a_list_ends_where_one_says_so(stage: RealStage, founder: str) -> None:
    stage.type(founder, *STRATEGY[founder], *SWOT[founder])

    with stage.reader(founder) as reader:
        assert [entry.kind for entry in reader.swot()] == [SwotKind.STRENGTH] * 2


@pytest.mark.usefixtures("founded")
def test_what_stands_in_the_field_stays(stage: RealStage, founder: str) -> None:
    """Who looks through what is written down changes nothing by it."""
    stage.type(founder, *STRATEGY[founder], *SWOT[founder])
    stage.type(founder, STRATEGY[founder][0], SWOT[founder][3], *SWOT[founder][1:2] * 4)

    with stage.reader(founder) as reader:
        assert len(reader.goals()) == len(reader.swot()) == 2


@pytest.mark.parametrize(
    ("said", "listed"),
    [
        ("Smile more, grow up, done", "Smile more, grow up"),
        ("Smile more\nDone.", "Smile more"),
        ("报价快、服务好、没了。", "报价快、服务好"),
        ("nothing else", ""),
        ("Get things done", "Get things done"),
        ("按时完成", "按时完成"),
        ("没有返工", "没有返工"),
        ("", ""),
    ],
)
def test_what_is_left_of_it(said: str, listed: str) -> None:
    assert without_end(said) == listed
