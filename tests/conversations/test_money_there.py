"""The currency that is proposed is that of the country whose clock was chosen."""

from __future__ import annotations

from datetime import date

import pytest

from conversations.money_there import currency_at
from tests.chat import transcript


@pytest.mark.parametrize(
    ("zone", "currency"),
    [
        ("Asia/Shanghai", "CNY"),
        ("Europe/Berlin", "EUR"),
        ("Europe/Zurich", "CHF"),
        ("Asia/Kolkata", "INR"),
        ("US/Eastern", "USD"),
        ("Asia/Hong_Kong", "HKD"),
        ("UTC", ""),
        ("Etc/GMT+8", ""),
    ],
)
def test_each_country_has_its_own(zone: str, currency: str) -> None:
    assert currency_at(zone, date(2026, 11, 29)) == currency


@pytest.mark.parametrize(("day", "currency"), [(date(2025, 12, 31), "BGN"), (date(2026, 11, 29), "EUR")])
def test_it_is_that_of_the_day(day: date, currency: str) -> None:
    assert currency_at("Europe/Sofia", day) == currency


class TestInEnglish:
    @pytest.fixture
    def people(self) -> tuple[str, ...]:
        return ("Anna",)

    @transcript
    def test_a_company_in_berlin(self) -> None:
        """
        > /kpi start Kestrel
        ── Your company ────────────────────────────────────────────────────────────────────────────────────
        Hello Anna. Four short questions about the company, then we build KPIs for the first department.

        Which departments are there?
        Pick from the list, or type your own with commas between them.
          1  Sales
          2  Customer service
          3  Marketing
          4  Production
          5  Procurement
          6  Logistics and warehouse
          7  Finance
          8  Human resources
          9  More                     shops, restaurants, projects and others
        Or your own
        [Back] [Cancel]

        > Sales
        Which time zone are you in?
        A city or a time zone, such as Shanghai or Europe/Berlin.
        ↵ UTC
        [Back] [Cancel]

        > Berlin
        Which currency do you count in?
        Such as USD, EUR or CNY.
        ↵ EUR
        [Back] [Cancel]

        > back
        Which time zone are you in?
        A city or a time zone, such as Shanghai or Europe/Berlin.
        ↵ Europe/Berlin
        [Back] [Cancel]

        > London
        Which currency do you count in?
        Such as USD, EUR or CNY.
        ↵ GBP
        [Back] [Cancel]

        > yes
        ✓ Kestrel is set up: Sales. Next: where is the company going?

        [1] Set goals and SWOT   [2] Add somebody   [3] Build a department's KPIs
        """


class TestInChinese:
    @pytest.fixture
    def people(self) -> tuple[str, ...]:
        return ("安娜",)

    @transcript
    def test_a_company_in_shanghai(self) -> None:
        """
        > /kpi 开始 青禾
        ── 公司信息 ────────────────────────────────────────────────────────────────────────────────────────
        安娜，你好！先问四个关于公司的小问题，然后给第一个部门搭建 KPI。

        公司有哪些部门？
        可从列表中选，也可自己输入，用逗号隔开。
          1  销售
          2  客服
          3  市场
          4  生产
          5  采购
          6  物流仓储
          7  财务
          8  人力资源
          9  更多      门店、餐饮、项目等
        或者自己写
        [返回] [取消]

        > 销售部
        公司在哪个时区？
        填城市或时区，如上海、Asia/Shanghai。
        ↵ Asia/Shanghai
        [返回] [取消]

        > 上海
        用什么货币核算？
        如人民币、CNY、USD。
        ↵ CNY
        [返回] [取消]

        > 返回
        公司在哪个时区？
        填城市或时区，如上海、Asia/Shanghai。
        ↵ Asia/Shanghai
        [返回] [取消]

        > 柏林
        用什么货币核算？
        如人民币、CNY、USD。
        ↵ EUR
        [返回] [取消]
        """
