"""A value for a period by which its KPI is not entered: it is asked for which one, and `on` may stand before a day."""

from __future__ import annotations

import pytest

from tests.chat import transcript


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("people", [("Anna",)])
@transcript
def test_a_week_is_chosen() -> None:
    """
    > last month key-account visits 30
    ✗ Key-account visits has one value for every week: for which one is it? A day in it will do as well,
      such as 12 Nov.

    [1] week 42, 2026   [2] week 43, 2026   [3] week 44, 2026

    > [week 44, 2026]
    ✓ Thank you. I understood:

      KPI                 Period             Value  Before
      ────────────────────────────────────────────────────
      Key-account visits  week 44, 2026  30 visits

    [1] Undo   [2] Report   [3] Why?

    > key-account visits on 12 Nov 21
    ✓ Thank you. I understood:

      KPI                 Period             Value  Before
      ────────────────────────────────────────────────────
      Key-account visits  week 46, 2026  21 visits

      It came after the days of grace and is marked late; it counts all the same.

    [1] Undo   [2] Report   [3] Why?

    > visits 20 on 5 Nov
    ✓ Thank you. I understood:

      KPI                 Period             Value  Before
      ────────────────────────────────────────────────────
      Key-account visits  week 45, 2026  20 visits

      It came after the days of grace and is marked late; it counts all the same.

    [1] Undo   [2] Report   [3] Why?
    """


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("people", [("安娜",)])
@transcript
def test_a_day_is_chosen_in_chinese() -> None:
    """
    > 上周 销售收入 9.8万
    ✗ 销售收入是每个工作日填一个数，请问是哪一期的？也可以写上其中一天，如 11月12日。

    [1] 2026年11月18日   [2] 2026年11月19日   [3] 2026年11月20日

    > [2026年11月20日]
    ✓ 收到，谢谢！我的理解是：

      指标      周期               数值  之前
      ───────────────────────────────────────
      销售收入  2026年11月20日  ¥98,000

    [1] 撤销   [2] 看报告   [3] 为什么？
    """
