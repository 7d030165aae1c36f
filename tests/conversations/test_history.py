"""The record of a KPI as its reader sees it, in both languages."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from conversations.texts import texts_for
from conversations.view import Cell, Message, Table
from kpi_engine.model.name import Language
from tests.stage import RealStage

ENTERED = {"Anna": "win rate 25%", "安娜": "赢单率 25%"}
ADDED = {"Anna": "/kpi members add Tom, Sales, head, 100%", "安娜": "/kpi 成员 添加 Tom，销售，负责人，100%"}
UNDO = {"Anna": "/kpi undo", "安娜": "/kpi 撤销"}
YES = {"Anna": "yes", "安娜": "是"}
HISTORY = {"Anna": "/kpi history win rate", "安娜": "/kpi 历史 赢单率"}
LANGUAGES = {"Anna": Language.EN, "安娜": Language.ZH}


@pytest.fixture
def people(founder: str) -> tuple[str, ...]:
    return founder, "Tom"


@pytest.mark.usefixtures("built")
def test_a_value_entered_early_is_of_the_readers_day(stage: RealStage, founder: str) -> None:
    """Half past seven in Shanghai is still the day before in Greenwich."""
    stage.set_now(datetime.fromisoformat("2026-11-24 07:30"))
    stage.type(founder, ENTERED[founder], "1", HISTORY[founder])

    day = texts_for(LANGUAGES[founder], "CNY").format.day(date(2026, 11, 24))
    assert _newest(stage, founder)[3] == day


@pytest.mark.usefixtures("built")
def test_who_has_left_is_still_named_beside_what_they_entered(stage: RealStage, founder: str) -> None:
    stage.type(founder, ADDED[founder])
    stage.type("Tom", "win rate 25%", "1")
    stage.type(founder, UNDO[founder], YES[founder], HISTORY[founder])

    assert _newest(stage, founder)[2] == "Tom"
    with stage.reader(founder) as reader:
        assert "Tom" not in [person.name.en for person in reader.people()]


def _newest(stage: RealStage, who: str) -> tuple[Cell, ...]:
    """The newest line of the record."""
    (page,) = stage.shown[who]
    assert isinstance(page, Message)
    record = page.blocks[2]
    assert isinstance(record, Table)
    return record.rows[0]
