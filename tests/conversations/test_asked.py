"""What is asked for in other words and other orders, in both languages."""

from __future__ import annotations

import pytest

from tests.chat import transcript
from tests.stage import RealStage


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("people", [("Chen Zhe", "Thomas Berger")])
@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("/kpi report 2026-10 Procurement", "Procurement, October 2026"),
        ("/kpi report October Procurement", "Procurement, October 2026"),
        ("/kpi report Procurement in October", "Procurement, October 2026"),
        ("/kpi 报告 10月的采购部", "Procurement, October 2026"),
        ("/kpi 报告 采购部上月", "Procurement, October 2026"),
        ("/kpi report last week Sales", "Sales, week 47, 2026"),
        ("/kpi why last month win rate", "Win rate, October 2026"),
        ("/kpi report brief last month Sales", "Sales, October 2026"),
        ("How are we doing?", "Harbour & Hill Trading, November 2026"),
        ("我们怎么样", "Harbour & Hill Trading, November 2026"),
        ("排名 2026-10", "Departments, October 2026"),
        ("完成", "Hello Chen Zhe."),
        ("How are we doing this month?", "Harbour & Hill Trading, November 2026"),
        ("how is logistics doing", "Logistics, November 2026"),
        ("why is logistics so low?", "Logistics, November 2026"),
        ("why did we lose points last month", "Harbour & Hill Trading, October 2026"),
        ("who is first", "Departments, October 2026"),
        ("how is lunch doing", "✗ There is nothing called “lunch”"),
        ("上个月我们部门怎么样", "Sales, October 2026"),
        ("帮我看看客服部的情况", "Customer service, November 2026"),
        ("何佳怡 怎么样", "He Jiayi, November 2026"),
        ("合格线索数为什么这么低", "Qualified leads, November 2026"),
        ("为什么我们扣分了", "Harbour & Hill Trading, November 2026"),
        ("谁第一名", "Departments, October 2026"),
    ],
)
def test_is_understood(stage: RealStage, typed: str, shown: str) -> None:
    assert stage.type("Chen Zhe", typed).startswith(shown)


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("people", [("Thomas Berger", "Chen Zhe")])
@transcript
def test_a_day_without_values() -> None:
    """
    > how am I doing?
    ...

    > /kpi report yesterday
    Nothing of Thomas Berger is measured for 22 Nov 2026: it is a day off.

    [1] November 2026

    > [November 2026]
    ...

    > /kpi report company 2027-03-05
    Nothing of Harbour & Hill Trading is measured for 5 Mar 2027: that is still to come.

    [1] November 2026

    > language 中文
    ...

    > /kpi 报告 昨天
    托马斯·贝格尔2026年11月22日没有要考核的数据：当天不上班。

    [1] 2026年11月

    > /kpi 报告 2024-05
    托马斯·贝格尔2024年5月没有要考核的数据：指标的填报周期更长，或是之后才启用的。

    [1] 2026年11月
    """


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("people", [("Anna",)])
@transcript
def test_several_days_in_english() -> None:
    """
    > revenue 19 Nov 52000, 20 Nov 51000
    ✓ Thank you. I understood 2 values:

      KPI            Period           Value  Before
      ─────────────────────────────────────────────
      Sales revenue  19 Nov 2026  CN¥52,000
      Sales revenue  20 Nov 2026  CN¥51,000

      Sales revenue (19 Nov 2026) came after the days of grace and is marked late; it counts all the
      same.

    [1] Undo   [2] Report   [3] Why?

    > last week key-account visits 9
    ✓ Thank you. I understood:

      KPI                 Period            Value  Before
      ───────────────────────────────────────────────────
      Key-account visits  week 47, 2026  9 visits

    [1] Undo   [2] Report   [3] Why?

    > 20 Nov 11, 19 Nov 12
    ── Just to be sure ─────────────────────────────────────────────────────────────────────────────────
    Sales revenue: I read CN¥11. By target and values so far I expected about CN¥52,000 to CN¥57,143.
    Perhaps CN¥110,000 (typed in tens of thousands)?

    Which value is right for Sales revenue?
      1  CN¥11
      2  CN¥110,000
      3  CN¥11,000
    Or another value
    [Back] [Cancel]
    """


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("people", [("安娜",)])
@transcript
def test_several_days_in_chinese() -> None:
    """
    > 收入 11月19日 5万2，11月20日 5万1
    ✓ 收到，谢谢！共 2 项，我的理解是：

      指标      周期               数值  之前
      ───────────────────────────────────────
      销售收入  2026年11月19日  ¥52,000
      销售收入  2026年11月20日  ¥51,000

      销售收入（2026年11月19日）已过填报宽限期，记为迟填，照常计入得分。

    [1] 撤销   [2] 看报告   [3] 为什么？

    > 上周大客户拜访 9
    ✓ 收到，谢谢！我的理解是：

      指标            周期          数值  之前
      ────────────────────────────────────────
      大客户拜访次数  2026年第47周  9 次

    [1] 撤销   [2] 看报告   [3] 为什么？

    > 上周大客户拜访9 电话邀约400
    ✓ 收到，谢谢！共 2 项，我的理解是：

      指标            周期          数值  之前
      ────────────────────────────────────────
      大客户拜访次数  2026年第47周  9 次
      电话邀约        2026年第47周   400

    [1] 撤销   [2] 看报告   [3] 为什么？

    > 11月18日 5万，11月17日 4万9
    ✓ 收到，谢谢！共 2 项，我的理解是：

      指标      周期               数值  之前
      ───────────────────────────────────────
      销售收入  2026年11月18日  ¥50,000
      销售收入  2026年11月17日  ¥49,000

      已过填报宽限期，记为迟填，照常计入得分。

    [1] 撤销   [2] 看报告   [3] 为什么？
    """
