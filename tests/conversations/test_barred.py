"""A line with a value that somebody else enters says of which KPI, and keeps the rest."""

from __future__ import annotations

import pytest

from tests.chat import transcript
from tests.stage import RealStage

PEOPLE = ("Thomas Berger",)


@pytest.fixture
def english(demo: None, stage: RealStage) -> None:
    """Who reads English."""
    stage.type(PEOPLE[0], "/kpi language English")


@pytest.fixture
def chinese(demo: None, stage: RealStage) -> None:
    """Who reads Chinese."""
    stage.type(PEOPLE[0], "/kpi language 中文")


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize("people", [PEOPLE])
@transcript
def test_in_english() -> None:
    """
    > quotes sent 11, sales revenue 120k, visits 5, customers 9
    ✗ You can't enter Sales revenue and New customers won; Lin Haoran (head) or Chen Zhe (owner) can.
      The rest is not written down yet: the button below does that.

    [1] quotes sent 11, visits 5

    > [quotes sent 11, visits 5]
    ✓ Thank you. I understood:

      KPI                 Period            Value  Before
      ───────────────────────────────────────────────────
      Key-account visits  week 47, 2026  5 visits

    [5] Undo   [6] Report   [7] Why?

    ── There is a value already ────────────────────────────────────────────────────────────────────────
    Quotes sent has a value for week 47, 2026 already: 13 quotes (Thomas Berger). You say 11 quotes.

    Replace what stands there?
    Choose, or say in your own words why; the reason is kept with the correction.
      1  Yes, replace it
      2  Yes, it was mistyped
      3  Yes, the figure is final only now
      4  No, leave it as it is
    Or in your own words
    [Back] [Cancel]

    > win rate 30%, gross margin 24%, quoats 12
    ✗ You can't enter Win rate and Gross margin of sales; Lin Haoran (head) or Chen Zhe (owner) can. The
      rest is not written down yet: the button below does that.

    [5] quoats 12

    ── There is a value already ────────────────────────────────────────────────────────────────────────
    Quotes sent has a value for week 47, 2026 already: 13 quotes (Thomas Berger). You say 11 quotes.

    Replace what stands there?
    Choose, or say in your own words why; the reason is kept with the correction.
      1  Yes, replace it
      2  Yes, it was mistyped
      3  Yes, the figure is final only now
      4  No, leave it as it is
    Or in your own words
    [Back] [Cancel]

    > cancel
    Cancelled; “quotes sent 11” is not entered.

    > /kpi actual conversion 3%
    ✗ You can't enter Online conversion; Shen Yutong (head), Chen Zhe (owner) or Lü Meng (member) can.

    > sales revenue 120k
    ✗ You can't enter Sales revenue; Lin Haoran (head), Chen Zhe (owner) or Xu Wenjing (member) can.
    """


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("people", [PEOPLE])
@transcript
def test_in_chinese() -> None:
    """
    > 报价数 11，销售收入 12万，拜访 5
    ✗ 销售收入不在你的填报范围，如有需要请联系林浩然（负责人）、陈喆（老板）或徐文静（成员）。其余的还没
      有记下，点下面的按钮即可填报。

    [1] 报价数 11, 拜访 5

    > [报价数 11, 拜访 5]
    ✓ 收到，谢谢！我的理解是：

      指标            周期          数值  之前
      ────────────────────────────────────────
      大客户拜访次数  2026年第47周  5 次

    [5] 撤销   [6] 看报告   [7] 为什么？

    ── 已有数据 ────────────────────────────────────────────────────────────────────────────────────────
    报价数2026年第47周已有数据：13 份（托马斯·贝格尔）。这次填的是“11 份”。

    要更正吗？
    请选择，或用自己的话写明原因，原因会与更正一起保存。
      1  是，更正
      2  是，之前填错了
      3  是，现在才有最终数据
      4  否，保持不变
    或者用自己的话写
    [返回] [取消]

    > 赢单率 30%，毛利率 24%
    ✗ 赢单率、销售毛利率不在你的填报范围，如有需要请联系林浩然（负责人）或陈喆（老板）。

    ── 已有数据 ────────────────────────────────────────────────────────────────────────────────────────
    报价数2026年第47周已有数据：13 份（托马斯·贝格尔）。这次填的是“11 份”。

    要更正吗？
    请选择，或用自己的话写明原因，原因会与更正一起保存。
      1  是，更正
      2  是，之前填错了
      3  是，现在才有最终数据
      4  否，保持不变
    或者用自己的话写
    [返回] [取消]

    > 取消
    已取消，“报价数 11”没有记下。

    > /kpi 填报 转化 3%
    ✗ 线索转化率、线上转化率不在你的填报范围，如有需要请联系陈喆（老板）。

    > 销售收入 12万
    ✗ 销售收入不在你的填报范围，如有需要请联系林浩然（负责人）、陈喆（老板）或徐文静（成员）。
    """
