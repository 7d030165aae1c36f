"""Where a number comes from: asked of a KPI in own words, and by the button of the check that misses it."""

from __future__ import annotations

import pytest

from kpi_engine.model.name import Name
from tests.chat import transcript
from tests.stage import RealStage

FIX = {"Anna": "/kpi check fix source_missing#kpi:5", "安娜": "/kpi 体检 修改 source_missing#kpi:5"}


@pytest.fixture
def people(founder: str) -> tuple[str, ...]:
    return founder, "Tom"


@pytest.mark.usefixtures("built")
def test_what_was_tapped_is_read_by_everybody_in_their_language(stage: RealStage, founder: str) -> None:
    stage.type(founder, FIX[founder], {"Anna": "A list that we keep", "安娜": "自己登记的台账"}[founder])

    with stage.reader(founder) as reader:
        source = next(one.definition.source for one in reader.kpis() if one.kpi.id == 5)
        assert source == Name("A list that we keep", "自己登记的台账")
        assert not any(finding.rule == "source_missing" for finding in reader.check())


class TestInEnglish:
    @pytest.fixture
    def founder(self) -> str:
        return "Anna"

    @pytest.mark.usefixtures("built")
    @transcript
    def test_the_check_misses_it_and_asks(self) -> None:
        """
        > /kpi members add Tom, Sales, member
        ✓ Tom is added (member), by share of time: Sales 100%.

        [1] Add another   [2] Undo

        > /kpi check cold calls made
        cold calls made: one error, no warning, one hint.

        Error
        1. For cold calls made, where its number comes from is still to be said. Name the system or list
        that it is taken from. If there is none, measure something easier.

        Hint
        2. cold calls made counts what is done (“calls”), not what comes of it. Measure the result that it
        is done for.

        cold calls made is new. Once it has values, from 11 Jan 2027 on, I look at whether its target can be
        reached and whether it needs a plan.

        [1] 1: name the source   [2] 2: change it   [3] Mute one   [4] Whole company

        > [1: name the source]
        ── Where the number comes from ─────────────────────────────────────────────────────────────────────
        What is the number of cold calls made taken from?

        Where is it taken from?
          1  Customer list or CRM
          2  Accounting system
          3  A list that we keep
          4  Orders and invoices
          5  The program we work with
          6  Asking customers or staff
        Or in your own words
        [Cancel]

        Tom: /kpi check fix source_missing#kpi:5
        ✓ Welcome to Harbour Trading, Tom. I write to you by myself at most 5 times a week, between 09:00
          and 18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you,
          your heads and the owner see your own scores; everybody sees those of departments.

        [1] My day   [2] Help

        ✗ You can't do that; Anna (owner) can.

        > dialler log
        ✓ cold calls made: version 2 is in force from 1 Nov 2026. Earlier periods keep theirs.

        [1] Undo

        > /kpi check cold calls made
        cold calls made: no error, no warning, one hint.

        Hint
        1. cold calls made counts what is done (“calls”), not what comes of it. Measure the result that it
        is done for.

        cold calls made is new. Once it has values, from 11 Jan 2027 on, I look at whether its target can be
        reached and whether it needs a plan.

        [1] 1: change it   [2] Mute one   [3] Whole company

        > /kpi check fix source_missing#kpi:5
        ✗ That is no longer so: somebody has mended it, or it is well by now. /kpi check shows what is left.
        """


class TestInChinese:
    @pytest.fixture
    def founder(self) -> str:
        return "安娜"

    @pytest.mark.usefixtures("built")
    @transcript
    def test_the_check_misses_it_and_asks(self) -> None:
        """
        > /kpi 体检 电话邀约
        电话邀约：待完善 1 项，需注意 0 项，提示 1 项。

        待完善
        1. 电话邀约的数据来源待补充。写明取自哪个系统或台账；确实没有的话，换一个容易统计的。

        提示
        2. 电话邀约只统计工作量（“电话”），没有体现工作成果。改为考核工作成果。

        电话邀约刚开始用，目标定得合不合适、要不要行动计划，等有了数据再看：2027年1月11日起。

        [1] 1：写明数据来源   [2] 2：调整指标   [3] 忽略一条   [4] 全公司

        > [1：写明数据来源]
        ── 数据来源 ────────────────────────────────────────────────────────────────────────────────────────
        电话邀约的数据从哪里来？

        取自哪里？
          1  客户台账或CRM系统
          2  财务系统
          3  自己登记的台账
          4  订单和单据
          5  业务系统
          6  回访或问卷
        或者用自己的话写
        [取消]

        > 外呼系统
        ✓ 电话邀约：第 2 版自2026年11月1日起生效，以前各期不变。

        [1] 撤销

        > /kpi 报告 电话邀约
        电话邀约，2026年11月：未到期。共 4 期，已填 0 期。

        指标        实际  目标  得分  权重  走势
        ──────────────────────────────────────────
        电话邀约  未到期   420          10  ··▃█▁·

        部门      销售
        填报人    安娜
        数据来源  外呼系统
        填报频率  每周

        电话邀约
                    实际  │ 目标
        2026年8月    400          ███████████████████████████████▍
        2026年9月    420          █████████████████████████████████
        2026年10月   390          ██████████████████████████████▋
        2026年11月           420                                  │

        [1] 为什么？   [2] 填报   [3] 看图表   [4] 历史   [5] 销售   [6] 上一期
        """
