"""The record of a KPI as its reader sees it, in both languages."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from conversations.texts import texts_for
from conversations.view import Message, Table
from kpi_engine.model.name import Language
from tests.stage import RealStage

ENTERED = {"Anna": "win rate 25%", "安娜": "赢单率 25%"}
HISTORY = {"Anna": "/kpi history win rate", "安娜": "/kpi 历史 赢单率"}
LANGUAGES = {"Anna": Language.EN, "安娜": Language.ZH}


@pytest.fixture
def people(founder: str) -> tuple[str, ...]:
    return (founder,)


@pytest.mark.usefixtures("built")
def test_a_value_entered_early_is_of_the_readers_day(stage: RealStage, founder: str) -> None:
    """Half past seven in Shanghai is still the day before in Greenwich."""
    stage.set_now(datetime.fromisoformat("2026-11-24 07:30"))
    stage.type(founder, ENTERED[founder], HISTORY[founder])

    (page,) = stage.shown[founder]
    assert isinstance(page, Message)
    record = page.blocks[2]
    assert isinstance(record, Table)
    assert record.rows[0][3] == texts_for(LANGUAGES[founder], "CNY").format.day(date(2026, 11, 24))
