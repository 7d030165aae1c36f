"""Whose values are not in: for whoever could enter them in their place."""

from __future__ import annotations

import pytest

from tests.chat import transcript


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("people", [("Chen Zhe", "Thomas Berger")])
@transcript
def test_the_owner_asks_and_a_member() -> None:
    """
    > who hasn't entered values this week?
    Not in yet of week 48, 2026: 7 values of 6 people.

    Name         Not in  KPI
    ───────────────────────────────────────────────────────
    Xu Wenjing        1  Sales revenue
    Ma Lijuan         1  First response time
    Feng Tao          1  Same-day shipping
    Lü Meng           2  Online sales and Online conversion
    Gao Yuan          1  Bank balance at the end of the day
    Dong Xiaoyu       1  Attendance rate

    > /kpi report missing logistics
    Not in yet: 2 values of 1 person.

    Name      Not in  KPI
    ────────────────────────────────────────────────────────
    Feng Tao       2  Same-day shipping and Picking accuracy

    > /kpi report missing 2025-11
    All values of November 2025 that are due are in.

    Thomas Berger: who hasn't entered values in sales
    Hello Thomas Berger. One value is waiting for you:
    ...
    """


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("people", [("He Jiayi",)])
@transcript
def test_a_head_asks_in_chinese() -> None:
    """
    > language 中文
    ...
    > 我们部门谁没填
    何佳怡，你好！今天没有要填的数据。

    2026年11月你的得分：100.5（已有 70% 权重的数据）。与2026年10月相比，主要变化：网店退货率 +1.1、线上
    销售额 +0.9、线上转化率 +0.8。

    [1] 看报告   [2] 为什么？   [3] 帮助

    > 本周谁没填
    ...
    > 报告 未填 上月
    何佳怡，你好！今天没有要填的数据。

    2026年11月你的得分：100.5（已有 70% 权重的数据）。与2026年10月相比，主要变化：网店退货率 +1.1、线上
    销售额 +0.9、线上转化率 +0.8。

    [1] 看报告   [2] 为什么？   [3] 帮助
    """
