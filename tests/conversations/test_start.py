"""Founding a company: the likeliest departments first, more on request, and two named in one breath."""

from __future__ import annotations

import pytest

from tests.chat import transcript


class TestInEnglish:
    @pytest.fixture
    def people(self) -> tuple[str, ...]:
        return ("Anna",)

    @transcript
    def test_a_trading_company(self) -> None:
        """
        > /kpi start Harbour Trading
        ── Your company ────────────────────────────────────────────────────────────────────────────────────
        Hello Anna. Four short questions about the company, then we build KPIs for the first department.

        Which departments are there?
        Pick from the list, or type your own with commas between them.
          1  Sales
          2  Order follow-up
          3  Procurement
          4  Logistics and warehouse
          5  Quality
          6  Finance
          7  Customer service
          8  Marketing
          9  More                     shops, restaurants, projects and others
        Or your own
        [Back] [Cancel]

        > Sales, Merchandising, More, Purchasing and Finance
        Which time zone are you in?
        A city or a time zone, such as Shanghai or Europe/Berlin.
        ↵ UTC
        [Back] [Cancel]

        > Shanghai
        Which currency do you count in?
        Such as USD, EUR or CNY.
        ↵ CNY
        [Back] [Cancel]

        > CNY
        ── More departments ────────────────────────────────────────────────────────────────────────────────
        Which of these are there as well?
        Pick from the list, or type your own with commas between them.
           1  Production
           2  Human resources
           3  E-commerce
           4  Research and development
           5  Information technology
           6  Administration and legal
           7  Pricing and product
           8  Retail store
           9  Restaurant
          10  Subscription business
          11  Projects and construction
          12  Repairs and trades
          13  Studio and agency
          14  Lessons and courses
          15  Salon, gym and practice
          16  Guesthouse and hotel
        Or your own
        ↵ –
        [Back] [Skip] [Cancel]

        > Retail store
        ✓ Harbour Trading is set up: Sales, Merchandising, Purchasing, Finance and Retail store. Next: where
          is the company going?

        [1] Set goals and SWOT   [2] Add somebody   [3] Build a department's KPIs
        """


class TestInChinese:
    @pytest.fixture
    def people(self) -> tuple[str, ...]:
        return ("安娜",)

    @transcript
    def test_a_trading_company(self) -> None:
        """
        > /kpi 开始 海港贸易
        ── 公司信息 ────────────────────────────────────────────────────────────────────────────────────────
        安娜，你好！先问四个关于公司的小问题，然后给第一个部门搭建 KPI。

        公司有哪些部门？
        可从列表中选，也可自己输入，用逗号隔开。
          1  销售
          2  跟单
          3  采购
          4  物流仓储
          5  质量
          6  财务
          7  客服
          8  市场
          9  更多      门店、餐饮、项目等
        或者自己写
        [返回] [取消]

        > 销售，跟单，采购 和 财务
        公司在哪个时区？
        填城市或时区，如上海、Asia/Shanghai。
        ↵ Asia/Shanghai
        [返回] [取消]

        > 上海
        用什么货币核算？
        如人民币、CNY、USD。
        ↵ CNY
        [返回] [取消]

        > 人民币
        ✓ 海港贸易已设置好，部门有：销售、跟单、采购、财务。下一步：明确公司目标。

        [1] 设定目标与 SWOT   [2] 添加成员   [3] 搭建部门 KPI
        """
