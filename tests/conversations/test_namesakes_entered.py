"""KPIs called the same: each can be entered by saying whose it is."""

from __future__ import annotations

import pytest

from tests.chat import transcript
from tests.stage import RealStage

TOM = (
    *("/kpi members add Tom, Sales, member, 100%", "/kpi members add Mia, Sales, head, 100%"),
    *("/kpi build @Tom", "New customers won, Win rate", "10", "30%", "1", "all the same", "skip", "yes"),
)
IN_CHINESE = (
    "/kpi 成员 添加 汤姆，销售，成员，100%",
    *("/kpi 建模 @汤姆", "新增客户数，赢单率", "10", "30%", "1", "1", "跳过", "是"),
)


@pytest.fixture
def twins(built: None, stage: RealStage, people: tuple[str, ...]) -> None:
    """Tom has two KPIs that are called like those of Sales."""
    stage.type(people[0], *(TOM if people[0] == "Anna" else IN_CHINESE))


@pytest.mark.usefixtures("twins")
@pytest.mark.parametrize("people", [("Anna", "Tom", "Mia")])
@transcript
def test_a_kpi_is_entered_by_saying_whose_it_is() -> None:
    """
    > new customers 12
    ✓ Thank you. I understood:

      KPI                Period                Value  Before
      ──────────────────────────────────────────────────────
      New customers won  week 47, 2026  12 customers

    [1] Undo   [2] Report   [3] Why?

    > new customers Tom 3
    ✓ Thank you. I understood:

      KPI                Period               Value  Before
      ─────────────────────────────────────────────────────
      New customers won  week 47, 2026  3 customers

    [1] Undo   [2] Report   [3] Why?

    > new customers sales 12, win rate @tom 31%, Win rate (Sales) 32%
    ✓ That is what stands there already.

      KPI                Period                Value  Before
      ──────────────────────────────────────────────────────
      New customers won  week 47, 2026  12 customers

    [5] Report   [6] Why?

    ── There is a value already ────────────────────────────────────────────────────────────────────────
    2 of these have a value already:

    KPI       Period        Before  Value
    ─────────────────────────────────────
    Win rate  October 2026     30%    31%
    Win rate  October 2026     29%    32%

    Replace what stands there?
    Choose, or say in your own words why; the reason is kept with the correction.
      1  Yes, replace it
      2  Yes, it was mistyped
      3  Yes, the figure is final only now
      4  No, leave it as it is
    Or in your own words
    [Back] [Cancel]

    > cancel
    Cancelled; “win rate @tom 31%, Win rate (Sales) 32%” is not entered.

    > new customers mia 3
    I don't understand “new customers mia 3”. Perhaps one of these? /kpi help shows what I do
    understand.

    [1] New customers won 3   [2] Key-account visits 3

    > cancel
    There is no dialog open.

    Tom: new customers 4
    ✓ Welcome to Harbour Trading, Tom. I write to you by myself at most 5 times a week, between 09:00
      and 18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you,
      your heads and the owner see your own scores; everybody sees those of departments.

    [5] My day   [6] Help

    Sales is measured by these from now on: Sales revenue, New customers won, Win rate, Key-account
    visits and cold calls made.

    [7] Report   [8] Propose a change

    ── There is a value already ────────────────────────────────────────────────────────────────────────
    New customers won has a value for week 47, 2026 already: 3 customers (Anna). You say 4 customers.

    Replace what stands there?
    Choose, or say in your own words why; the reason is kept with the correction.
      1  Yes, replace it
      2  Yes, it was mistyped
      3  Yes, the figure is final only now
      4  No, leave it as it is
    Or in your own words
    [Back] [Cancel]

    Tom: cancel
    Cancelled; “new customers 4” is not entered.

    Mia: new customers 5
    ✓ Welcome to Harbour Trading, Mia. I write to you by myself at most 5 times a week, between 09:00
      and 18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you,
      your heads and the owner see your own scores; everybody sees those of departments.

    [3] My day   [4] Help

    Sales is measured by these from now on: Sales revenue, New customers won, Win rate, Key-account
    visits and cold calls made.

    [5] Report   [6] Propose a change

    ── Which KPI? ──────────────────────────────────────────────────────────────────────────────────────
    I am not sure which KPI “new customers 5” is about.

    Which KPI is meant?
      1  New customers won  Sales
      2  New customers won  Tom
    [Cancel]

    Mia: [Tom]
    ✗ “[Tom]” is not among the choices.
    Which KPI is meant?
      1  New customers won  Sales
      2  New customers won  Tom
    [Cancel]
    """


@pytest.mark.usefixtures("twins")
@pytest.mark.parametrize("people", [("安娜", "汤姆")], ids=["zh"])
@transcript
def test_a_kpi_is_entered_by_saying_whose_it_is_in_chinese() -> None:
    """
    > 新增客户数 12，新增客户数 汤姆 3
    ✓ 收到，谢谢！共 2 项，我的理解是：

      指标        周期           数值  之前
      ─────────────────────────────────────
      新增客户数  2026年第47周  12 家
      新增客户数  2026年第47周   3 家

    [1] 撤销   [2] 看报告   [3] 为什么？

    > 赢单率（汤姆）31%
    ── 已有数据 ────────────────────────────────────────────────────────────────────────────────────────
    赢单率2026年10月已有数据：30%（安娜）。这次填的是“31%”。

    要更正吗？
    请选择，或用自己的话写明原因，原因会与更正一起保存。
      1  是，更正
      2  是，之前填错了
      3  是，现在才有最终数据
      4  否，保持不变
    或者用自己的话写
    [返回] [取消]

    > 取消
    已取消，“赢单率（汤姆）31%”没有记下。
    """
