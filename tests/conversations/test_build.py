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
    return founder, "Tom"


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


class TestNamesakes:
    """What a name means is what is counted by it in that department."""

    @pytest.fixture
    def founder(self) -> str:
        return "安娜"

    @pytest.mark.parametrize(
        ("department", "kpi_id"), [("门店", "basket_size"), ("电商", "average_order_value"), ("餐饮", "average_spend")]
    )
    def test_a_name_is_the_departments_own(self, stage: RealStage, department: str, kpi_id: str) -> None:
        stage.type(
            "安娜", "/kpi 开始 海港", department, "上海", "CNY", f"/kpi 建模 {department}", "1", "把店做好", "客单价"
        )
        stage.type("安娜", "100 110", "120", "跳过", "跳过", "是")

        with stage.reader("安娜") as reader:
            assert [version.definition.catalogue_id for version in reader.kpis()] == [kpi_id]


OWN = {"Anna": "cold calls, Cold-Calls, COLD CALLS", "安娜": "电话邀约数，电话 邀约数"}
HOW = {
    "Anna": ("The more the better", "A count", "Every week", "skip"),
    "安娜": ("越高越好", "数量", "每周", "跳过"),
}


@pytest.mark.usefixtures("founded")
def test_a_kpi_of_ones_own_that_is_written_twice_is_one(stage: RealStage, founder: str) -> None:
    stage.type(founder, BUILD[founder], *ADDED[founder], OWN[founder], *HOW[founder])
    stage.type(founder, "400 420", "420", SKIP[founder], YES[founder])

    with stage.reader(founder) as reader:
        assert len(reader.kpis()) == 1


class TestPoints:
    PICKED = ("/kpi build Sales", "1", "", "Win rate, Sales revenue", "yes")

    @pytest.fixture
    def founder(self) -> str:
        return "Anna"

    @pytest.mark.usefixtures("built")
    def test_are_asked_again_when_another_kpi_takes_the_place_of_one(self, stage: RealStage) -> None:
        stage.type("Anna", "/kpi members add Tom, Sales, head, 100%")
        stage.type("Anna", *self.PICKED, "I share out 100 points", "70 30")
        assert _key(stage) == "confirm"

        with stage.reader("Anna") as reader:
            revenue = next(one.kpi.id for one in reader.kpis() if one.definition.name.en == "Sales revenue")
        _retire(stage, revenue)
        stage.type("Anna", "continue", "Win rate, New customers won", "yes")

        assert _key(stage).startswith("points:")
        stage.type("Anna", "40 60", "yes")
        with stage.reader("Anna") as reader:
            assert [(one.definition.name.en, one.definition.weight) for one in reader.kpis()] == [
                ("New customers won", Decimal(60)),
                ("Win rate", Decimal(40)),
            ]


def _key(stage: RealStage) -> str:
    form = stage.shown["Anna"][-1]
    assert isinstance(form, Form), form
    return form.key


def _retire(stage: RealStage, kpi_id: int) -> None:
    """Somebody else ends a KPI."""
    others = ("/kpi build Sales", "1", "", "New customers won, Win rate, Key-account visits, cold calls made")
    stage.type("Tom", *others, "yes", "All the same", "yes")
    with stage.reader("Anna") as reader:
        assert kpi_id not in [one.kpi.id for one in reader.kpis()]


COMPUTED = {
    "Anna": (
        "Sales revenue, New customers won, revenue per customer",
        *("The more the better", "Money", "Never: it is computed"),
        "Sales revenue ÷ New customers won",
        *("1.1m 1.2m", "12 14", "1m, 12, 90k", "All the same"),
    ),
    "安娜": (
        "销售收入，新增客户数，每家客户带来的收入",
        *("越高越好", "金额", "不用填，自动计算"),
        "销售收入 ÷ 新增客户数",
        *("110万 120万", "12 14", "100万，12，9万", "各项相同"),
    ),
}


@pytest.mark.usefixtures("founded")
def test_a_kpi_is_computed_from_those_beside_it(stage: RealStage, founder: str) -> None:
    stage.type(founder, BUILD[founder], *ADDED[founder], *COMPUTED[founder], SKIP[founder], YES[founder])

    with stage.reader(founder) as reader:
        revenue, customers, computed = reader.kpis()
        assert computed.definition.expression == f"{{{revenue.kpi.id}}} / {{{customers.kpi.id}}}"


@pytest.mark.usefixtures("founded")
def test_a_formula_names_kpis_that_there_are(stage: RealStage, founder: str) -> None:
    stage.type(founder, BUILD[founder], *ADDED[founder], *COMPUTED[founder][:4])

    assert "“xyz”" in _why(stage, founder, f"{REVENUE[founder]} ÷ xyz")


@pytest.mark.usefixtures("built")
def test_weights_follow_the_order_of_importance(stage: RealStage, founder: str) -> None:
    stage.type(founder, BUILD[founder], "1", "", "")
    stage.type(
        founder, {"Anna": "Put them in order", "安娜": "按重要性排序"}[founder], "5", "1", "1", "1", YES[founder]
    )

    with stage.reader(founder) as reader:
        assert [version.definition.weight for version in reader.kpis()] == [27, 20, 13, 7, 33]
