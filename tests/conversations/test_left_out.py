"""`skip` leaves what stands, `none` leaves nothing, and who doesn't know yet has named nothing; in both languages."""

from __future__ import annotations

import pytest

from tests.stage import RealStage

STRATEGY = {"Anna": ("/kpi strategy", "1, 4"), "安娜": ("/kpi 战略", "1，4")}
SWOT = {"Anna": ("big key accounts", "skip", "skip", "price war"), "安娜": ("大客户多", "跳过", "跳过", "价格战")}
AS_IT_STANDS = {"Anna": ("skip", "not sure yet", "skip", "skip"), "安娜": ("跳过", "没想好", "跳过", "跳过")}
NOTHING = {"Anna": ("none yet", "None.", "no idea", "none"), "安娜": ("都没有", "暂时没有", "不知道", "没有。")}


@pytest.fixture
def people(founder: str) -> tuple[str, ...]:
    return (founder,)


@pytest.mark.usefixtures("founded")
def test_skip_leaves_what_stands(stage: RealStage, founder: str) -> None:
    stage.type(founder, *STRATEGY[founder], *SWOT[founder])
    stage.type(founder, *STRATEGY[founder], *AS_IT_STANDS[founder])

    with stage.reader(founder) as reader:
        assert [entry.text for entry in reader.swot()] == [SWOT[founder][0], SWOT[founder][3]]


@pytest.mark.usefixtures("founded")
def test_none_leaves_nothing(stage: RealStage, founder: str) -> None:
    stage.type(founder, *STRATEGY[founder], *SWOT[founder])
    stage.type(founder, *STRATEGY[founder], *NOTHING[founder])

    with stage.reader(founder) as reader:
        assert not reader.swot()


FOUND = {"Anna": ("/kpi start Harbour Trading", "Sales", "London"), "安娜": ("/kpi 开始 海港贸易", "销售", "上海")}


@pytest.mark.parametrize("agreed", ["ok", "好的", "嗯", "行", "same as before", "照旧"])
def test_agreement_takes_what_stands_in_the_field(stage: RealStage, founder: str, agreed: str) -> None:
    stage.type(founder, *FOUND[founder], agreed)

    with stage.reader(founder) as reader:
        assert reader.company().currency == {"Anna": "GBP", "安娜": "CNY"}[founder]
        assert reader.departments()


@pytest.mark.usefixtures("founded")
def test_same_keeps_the_departments(stage: RealStage, founder: str) -> None:
    with stage.reader(founder) as reader:
        before = reader.departments()
    name = {"Anna": "Harbour Trading House", "安娜": "海港商贸"}[founder]
    same = {"Anna": "same", "安娜": "不变"}[founder]
    stage.type(founder, {"Anna": "/kpi start", "安娜": "/kpi 开始"}[founder], name, same, same, same)

    with stage.reader(founder) as reader:
        assert reader.company().name.en == name
        assert reader.departments() == before
