"""What a whole company reads where much is wrong: the worst of it, in groups, and a way to the rest."""

from __future__ import annotations

import pytest

from conversations.cards.checkup import SHOWN
from conversations.cards.checkup_company import CompanyPage, company_card
from conversations.cards.mending import finding_words
from conversations.cards.names import Names
from conversations.texts import texts_for
from conversations.view import Message, Run, Text
from kpi_engine.design.check.finding import Finding, Question, Topic
from kpi_engine.design.check.mend import of_kpi
from kpi_engine.model.check import RuleId
from kpi_engine.model.company import Department
from kpi_engine.model.name import Language, Name
from tests.chat import transcript
from tests.kpi_engine.design.check.models import own, record

DEPARTMENTS = tuple(Department(id, Name(f"Shop {id}", f"{id} 号店")) for id in range(1, 6))
NAMES = Names("Acme", {each.id: each.name.en for each in DEPARTMENTS}, {})

CALL = Name.same("call")


def wrong(rule: RuleId, department: int, count: int, **params: object) -> list[Finding]:
    """So many KPIs of a department that have the fault."""
    kpis = [
        record(department * 100 + each, own(f"KPI {department}.{each}"), department=department) for each in range(count)
    ]
    return [of_kpi(rule, each, Question(Topic.ACTION), **params) for each in kpis]


def sixty() -> tuple[Finding, ...]:
    """Three errors in shop 4, a warning in every shop, and hints, as the check tells them: errors first."""
    errors = wrong(RuleId.TARGET_MISSING, 4, 3)
    warnings = [one for each in DEPARTMENTS for one in wrong(RuleId.NO_ACTION, each.id, 2, score=None)]
    hints = [one for each in DEPARTMENTS for one in wrong(RuleId.ACTIVITY, each.id, 10, word=CALL)][: 60 - 13]
    return (*errors, *warnings, *hints)


def card(findings: tuple[Finding, ...]) -> Message:
    mendable = frozenset(map(finding_words, findings))
    return company_card(texts_for(Language.EN, "CNY"), CompanyPage(DEPARTMENTS, findings, mendable), NAMES)


def lines(message: Message) -> list[str]:
    return [line for block in message.blocks if isinstance(block, Text) for line in block.html.split("<br>")]


def test_sixty_findings_fill_one_page_the_worst_first() -> None:
    findings = sixty()
    assert len(findings) == 60
    found = [line for line in lines(card(findings)) if line[0].isdigit()]

    assert len(found) == SHOWN
    assert [line.split(". ")[1].split(":")[0] for line in found] == ["Error"] * 3 + ["Warning"] * 5
    assert [line.split(".")[0] for line in found] == [str(number) for number in range(1, SHOWN + 1)]


def test_they_stand_under_their_departments_the_worst_of_which_is_first() -> None:
    told = lines(card(sixty()))

    assert told[1] == "<b>Shop 4</b>"
    assert "… and 10 more" in told
    assert [line for line in told if "Shop" in line] == [f"<b>Shop {number}</b>" for number in (4, 1, 2, 3)]


def test_each_has_its_button_and_each_department_one_to_all_of_it() -> None:
    buttons = card(sixty()).buttons
    labels = [each.label for each in buttons]

    assert labels[:SHOWN] == [f"{number}: plan something" for number in range(1, SHOWN + 1)]
    assert labels[SHOWN:] == ["Shop 4: all 15", "Shop 1: all 12", "Shop 2: all 12", "Shop 3: all 12", "Shop 5: all 9"]
    assert buttons[SHOWN].action == Run("check #department:4")


class TestNothingBuiltYet:
    @pytest.fixture
    def people(self) -> tuple[str, ...]:
        return "Anna", "Tom", "安娜"

    @pytest.mark.usefixtures("founded")
    @transcript
    def test_a_company_is_told_how_to_begin(self) -> None:
        """
        > /kpi check
        There are no KPIs yet. The owner or the head of a department can begin with /kpi build.

        [1] Build a department's KPIs

        > /kpi members add Tom, Sales, member
        ...
        Tom: /kpi check company
        ✓ Welcome to Harbour Trading, Tom. I write to you by myself at most 5 times a week, between 09:00
          and 18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you,
          your heads and the owner see your own scores; everybody sees those of departments.

        [1] My day   [2] Help

        There are no KPIs yet. The owner or the head of a department can begin with /kpi build.
        """

    @pytest.mark.usefixtures("built")
    @transcript
    def test_those_who_build_none_are_told_who_does(self) -> None:
        """
        > /kpi members add Tom, Service, member
        ...
        Tom: /kpi check company
        ✓ Welcome to Harbour Trading, Tom. I write to you by myself at most 5 times a week, between 09:00
          and 18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you,
          your heads and the owner see your own scores; everybody sees those of departments.

        [2] My day   [3] Help

        Harbour Trading: one error, 4 warnings, 4 hints.

        Sales
        1. Error: For cold calls made, where its number comes from is still to be said. Name the system or
        list that it is taken from. If there is none, measure something easier.
        2. Warning: Sales lacks this part of the balanced scorecard: learning and growth. Add one, such as
        Product training passed, Improvements adopted or Customer records complete.
        3. Warning: Sales revenue can be had at the expense of something else, and no KPI beside it would
        show that. Add one that would show it, such as Gross margin of sales.
        4. Warning: New customers won can be had at the expense of something else, and no KPI beside it
        would show that. Add one that would show it, such as Gross margin of sales.
        5. Warning: Key-account visits can be had at the expense of something else, and no KPI beside it
        would show that. Add one that would show it, such as Key-account retention.
        6. Hint: Key-account visits counts what is done (“visits”), not what comes of it. Measure the result
        that it is done for.
        … and 1 more

        Harbour Trading
        7. Hint: No KPI uses the strength “fast quotes”. Add a KPI for it, such as First-contact resolution,
        Days from drop-off to pick-up or Throughput rate.
        8. Hint: No KPI repairs the weakness “late deliveries”. Add a KPI for it, such as On-time delivery,
        Delivery to first promise or On time in full.

        Service and Warehouse have no KPIs yet. The head or the owner can begin with /kpi build Service.

        5 KPIs are new. Once they have values, from 11 Jan 2027 on, I look at whether their targets can be
        reached and whether they need a plan.

        [1] Sales: all 7

        > /kpi check company
        ...
        > build Service
        ── What the department is there for 2/5 ────────────────────────────────────────────────────────────
        What is Service there for? Each of its KPIs belongs to a company goal.

        Which company goal does it serve most?
          1  Grow revenue by 20 % within a year
          2  Halve quality complaints
        Or in your own words
        [Back] [Cancel]
        """


class TestNothingBuiltYetInChinese:
    @pytest.fixture
    def people(self) -> tuple[str, ...]:
        return ("安娜",)

    @pytest.mark.usefixtures("founded")
    @transcript
    def test_a_company_is_told_how_to_begin(self) -> None:
        """
        > /kpi 体检
        公司还没有 KPI。老板或部门负责人可以输入 /kpi 建模 开始搭建。

        [1] 搭建部门 KPI
        """

    @pytest.mark.usefixtures("built")
    @transcript
    def test_departments_without_are_named(self) -> None:
        """
        > /kpi 体检
        海港贸易：待完善 1 项，需注意 4 项，提示 4 项。

        销售
        1. 待完善：电话邀约的数据来源待补充。写明取自哪个系统或台账；确实没有的话，换一个容易统计的。
        2. 需注意：销售按平衡计分卡还缺这类 KPI：学习与成长。补一个，如客户档案完整率、产品知识考核通过率或
        改进建议采纳数。
        3. 需注意：销售收入：只盯这一项容易顾此失彼，还没有制衡指标。建议配一个制衡指标，如销售毛利率。
        4. 需注意：新增客户数：只盯这一项容易顾此失彼，还没有制衡指标。建议配一个制衡指标，如销售毛利率。
        5. 需注意：大客户拜访次数：只盯这一项容易顾此失彼，还没有制衡指标。建议配一个制衡指标，如大客户保留
        率。
        6. 提示：大客户拜访次数只统计工作量（“拜访”），没有体现工作成果。改为考核工作成果。
        ……还有 1 条

        海港贸易
        7. 提示：还没有 KPI 发挥这条优势：“报价快”。为它加一个 KPI，如首次解决率或样品准时寄出率。
        8. 提示：还没有 KPI 改进这条短板：“交货慢”。为它加一个 KPI，如准时交货率、物流费用率或拣货准确率。

        客服、仓储还没有 KPI，部门负责人或老板输入 /kpi 建模 客服 就能开始搭建。

        有 5 个指标刚开始用，目标定得合不合适、要不要行动计划，等有了数据再看：2027年1月11日起。

        [1] 1：写明数据来源   [2] 2：新增指标   [3] 3：新增指标   [4] 4：新增指标   [5] 5：新增指标
        [6] 6：调整指标   [7] 7：新增指标   [8] 8：新增指标   [9] 销售：全部 7 条   [10] 搭建部门 KPI
        """
