"""What is asked back while a department's KPIs are built, in both languages."""

from __future__ import annotations

from decimal import Decimal

import pytest

from conversations.view import Form
from kpi_engine.model.kpi import Target
from tests.stage import RealStage

BUILD = {"Anna": "/kpi build Sales", "安娜": "/kpi 建模 销售"}
ADDED = {"Anna": ("Sell abroad", "Win 40 new customers"), "安娜": ("卖到海外", "新增 40 家客户")}
REVENUE = {"Anna": "Sales revenue", "安娜": "销售收入"}
SKIP = {"Anna": "skip", "安娜": "跳过"}
YES = {"Anna": "yes", "安娜": "是"}


@pytest.fixture
def people(founder: str) -> tuple[str, ...]:
    return (founder,)


@pytest.mark.usefixtures("founded")
def test_money_of_another_currency_is_asked_back(stage: RealStage, founder: str) -> None:
    stage.type(founder, BUILD[founder], *ADDED[founder], REVENUE[founder])

    assert (
        _why(stage, founder, "US$1.1m US$1.2m")
        == {
            "Anna": "“US$1.1m” is in another currency than the company's. Please convert it first.",
            "安娜": "“US$1.1m”不是公司的核算货币，请先换算。",
        }[founder]
    )
    assert _why(stage, founder, "￥110万 120万") == ""
    assert "US$1.2m" in _why(stage, founder, "US$1.2m")
    stage.type(founder, "120万", SKIP[founder], YES[founder])

    with stage.reader(founder) as reader:
        assert [version.definition.target for version in reader.kpis()] == [Target(Decimal(1200000))]


def _why(stage: RealStage, who: str, answer: str) -> str:
    """Why the answer to the first question is not taken."""
    stage.type(who, answer)
    form = stage.shown[who][-1]
    assert isinstance(form, Form), form
    return form.questions[0].error
