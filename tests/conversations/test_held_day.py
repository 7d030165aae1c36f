"""A day said first holds for the whole line, and a value without one is of what is owed, or else of what is going on."""

from __future__ import annotations

import pytest

from tests.chat import transcript


@pytest.fixture
def people() -> tuple[str, ...]:
    return "Anna", "Li Na"


@pytest.mark.usefixtures("built")
@transcript
def test_in_english() -> None:
    """
    > this month win rate 27%, new customers 9, yesterday revenue 52k, visits 41
    ✓ Thank you. I understood 3 values:

      KPI                 Period             Value  Before
      ────────────────────────────────────────────────────
      Win rate            November 2026        27%
      Sales revenue       22 Nov 2026    CN¥52,000
      Key-account visits  week 47, 2026  41 visits

    [1] Undo   [2] Report   [3] Why?

    ✗ New customers won has one value for every week: for which one is it? A day in it will do as well,
      such as 12 Nov.

    [4] week 46, 2026   [5] week 47, 2026   [6] week 48, 2026

    > on 12 Nov key-account visits 38, win ratte 28%
    ✓ Thank you. I understood:

      KPI                 Period             Value  Before
      ────────────────────────────────────────────────────
      Key-account visits  week 46, 2026  38 visits

      It came after the days of grace and is marked late; it counts all the same.

    [5] Undo   [6] Report   [7] Why?

    ── There is a value already ────────────────────────────────────────────────────────────────────────
    Win rate has a value for November 2026 already: 27% (Anna). You say 28%.

    Replace what stands there?
    Choose, or say in your own words why; the reason is kept with the correction.
      1  Yes, replace it
      2  Yes, it was mistyped
      3  Yes, the figure is final only now
      4  No, leave it as it is
    Or in your own words
    [Back] [Cancel]

    > no
    Good, everything stays as it was.

    -- 2026-12-18 09:00 --
    > win rate 28%
    ── Which period? ───────────────────────────────────────────────────────────────────────────────────
    Win rate has a value for November 2026 already: 27%.

    Which period is the new value for?
      1  December 2026
      2  November 2026
    [Cancel]

    > December 2026
    ✓ Thank you. I understood:

      KPI       Period         Value  Before
      ──────────────────────────────────────
      Win rate  December 2026    28%

    [1] Undo   [2] Report   [3] Why?
    """


@pytest.mark.parametrize("people", [("安娜",)])
@pytest.mark.usefixtures("built")
@transcript
def test_in_chinese() -> None:
    """
    > 昨天收入十二万五，赢单率 三成一，大客户拜访四十二
    ✓ 收到，谢谢！共 3 项，我的理解是：

      指标            周期                数值  之前
      ──────────────────────────────────────────────
      销售收入        2026年11月22日  ¥125,000
      赢单率          2026年11月           31%
      大客户拜访次数  2026年第47周       42 次

    [1] 撤销   [2] 看报告   [3] 为什么？

    -- 2026-11-28 09:00 --
    > 大客户拜访次数 40
    ✓ 收到，谢谢！我的理解是：

      指标            周期           数值  之前
      ─────────────────────────────────────────
      大客户拜访次数  2026年第48周  40 次

    [1] 撤销   [2] 看报告   [3] 为什么？

    -- 2026-12-18 09:00 --
    > 赢单绿 28%
    ── 哪个周期？ ──────────────────────────────────────────────────────────────────────────────────────
    赢单率2026年11月已有数据：31%。

    这次的数值是哪个周期的？
      1  2026年12月
      2  2026年11月
    [取消]

    > 2
    ── 已有数据 ────────────────────────────────────────────────────────────────────────────────────────
    赢单率2026年11月已有数据：31%（安娜）。这次填的是“28%”。

    要更正吗？
    请选择，或用自己的话写明原因，原因会与更正一起保存。
      1  是，更正
      2  是，之前填错了
      3  是，现在才有最终数据
      4  否，保持不变
    或者用自己的话写
    [返回] [取消]

    > 否
    好的，数据保持不变。
    """
