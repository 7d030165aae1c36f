"""Whoever asks at a question is told what it is about; a question never becomes a goal."""

from __future__ import annotations

import pytest

from tests.chat import transcript


@pytest.mark.usefixtures("founded")
@pytest.mark.parametrize("people", [("Anna",)])
@transcript
def test_a_question_is_no_goal() -> None:
    """
    > /kpi build Sales
    ...
    > what is a kpi?
    A KPI (key performance indicator) is a number that shows, period by period, whether a goal comes
    nearer. So the goal comes first: choose the one for which this department matters most. Answer with
    ...
    > Win customers
    ...
    > why?
    One sentence about what the department does for that goal; its KPIs are to measure just this. Just
    type the answer. back changes the answer before, skip leaves an optional one out, cancel ends /kpi
    build. Any command, such as /kpi report or /kpi help, works in between: the dialog waits.

    ── What the department is there for 2/5 ────────────────────────────────────────────────────────────
    What is Sales there for? Each of its KPIs belongs to a company goal.

    What does it add to that goal?
    One sentence, such as: win 40 new customers and keep the old ones.
    [Back] [Cancel]

    > 1
    ✗ In words, please: “1” alone says nothing yet.
    What does it add to that goal?
    One sentence, such as: win 40 new customers and keep the old ones.
    [Back] [Cancel]
    """


@pytest.mark.usefixtures("founded")
@pytest.mark.parametrize("people", [("安娜",)])
@transcript
def test_the_same_in_chinese() -> None:
    """
    > /kpi 建模 销售
    ...
    > 什么是KPI？
    KPI（关键绩效指标）要对应公司目标，看数字就知道目标完成得怎么样。请选本部门最能出力的那个目标。请回
    答其中一项的序号或名称。输入 返回 可改上一个回答，跳过 可略过选填的问题，取消 可退出 /kpi 建模。中途
    也可以先用别的命令，如 /kpi 报告、/kpi 帮助，进度会保留。

    ── 部门目标 2/5 ────────────────────────────────────────────────────────────────────────────────────
    销售要为公司做到什么？指标要对应公司目标。

    主要对应公司的哪个目标？
       1  一年内营收增长20%
       2  开拓新区域，赢得新客户
       3  提高线上销售占比
       4  质量投诉减半
       5  不打折也保住毛利
       6  打响品质口碑，树立品牌
       7  新产品贡献两成收入
       8  缩短新品上市周期
       9  加强技术培训，培养人才
      10  单位成本下降8%
      11  提高人均效率
      12  优化供应商，降低采购成本
      13  大客户一个不丢
      14  更快响应客户
      15  提升客户满意度和复购
      16  账上现金至少够用六个月
      17  应收账款按时收回
      18  压缩不急的开支
    或者用自己的话写
    [返回] [取消]

    > 赢得客户
    ...
    > ？
    用一句话写清部门为这个目标做什么，指标衡量的就是这件事。直接输入就行。输入 返回 可改上一个回答，跳过
    可略过选填的问题，取消 可退出 /kpi 建模。中途也可以先用别的命令，如 /kpi 报告、/kpi 帮助，进度会保
    留。

    ── 部门目标 2/5 ────────────────────────────────────────────────────────────────────────────────────
    销售要为公司做到什么？指标要对应公司目标。

    部门要为这个目标做到什么？
    一句话即可，例如：新增 40 家客户，老客户不流失。
    [返回] [取消]

    > 1
    ✗ 请用文字写，只有“1”看不出意思。
    部门要为这个目标做到什么？
    一句话即可，例如：新增 40 家客户，老客户不流失。
    [返回] [取消]
    """
