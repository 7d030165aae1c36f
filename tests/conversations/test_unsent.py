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
@pytest.mark.parametrize("people", [("Lin Haoran",)])
@transcript
def test_a_head_asks_in_chinese() -> None:
    """
    > language 中文
    ...
    > 我们部门谁没填
    4 人还有 5 项数据没有填。

    姓名           未填  指标
    ─────────────────────────────────────────
    陈喆              1  总经理拜访大客户次数
    林浩然            1  新增客户数
    托马斯·贝格尔     1  大客户拜访次数
    徐文静            2  销售收入

    > 本周谁没填
    ...
    > 报告 未填 上月
    2026年10月，该填的数据都填了。
    """
