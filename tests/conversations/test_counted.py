"""Numbers in characters, and with whatever word people count with."""

from __future__ import annotations

import pytest

from tests.chat import transcript
from tests.stage import RealStage

PEOPLE = ("Zhang Yue", "Lin Haoran")


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("people", [PEOPLE])
@transcript
def test_as_they_are_said() -> None:
    """
    > /kpi language 中文
    ...

    > 投诉 十六条
    ── 已有数据 ────────────────────────────────────────────────────────────────────────────────────────
    客户投诉数2026年第47周已有数据：14 件（唐思琪）。这次填的是“16 件”。

    要更正吗？
    请选择，或用自己的话写明原因，原因会与更正一起保存。
      1  是，更正
      2  是，之前填错了
      3  是，现在才有最终数据
      4  否，保持不变
    或者用自己的话写
    [返回] [取消]

    > 不对，十三条
    ── 已有数据 ────────────────────────────────────────────────────────────────────────────────────────
    客户投诉数2026年第47周已有数据：14 件（唐思琪）。这次填的是“13 件”。

    要更正吗？
    请选择，或用自己的话写明原因，原因会与更正一起保存。
      1  是，更正
      2  是，之前填错了
      3  是，现在才有最终数据
      4  否，保持不变
    或者用自己的话写
    [返回] [取消]

    Lin Haoran: /kpi language 中文
    ...

    Lin Haoran: 新增客户九家，大客户拜访了五家
    ✓ 收到，谢谢！共 2 项，我的理解是：

      指标            周期          数值  之前
      ────────────────────────────────────────
      新增客户数      2026年第47周  9 家
      大客户拜访次数  2026年第47周  5 次

    [1] 撤销   [2] 看报告   [3] 为什么？

    Lin Haoran: 销售收入 十二万三
    ✓ 收到，谢谢！我的理解是：

      指标      周期                数值  之前
      ────────────────────────────────────────
      销售收入  2026年11月23日  ¥123,000

    [1] 撤销   [2] 看报告   [3] 为什么？

    Lin Haoran: /kpi 填报 报价数
    ── 填报数据 ────────────────────────────────────────────────────────────────────────────────────────
    报价数，2026年第47周
    目标 每月 48；上次 13 份
      [和上次一样]
      [不适用]
    ↵ –
    [跳过] [取消]

    Lin Haoran: 四十二单
    ── 再确认一下 ──────────────────────────────────────────────────────────────────────────────────────
    报价数：我读到的是 42 份，平时在 8 份到 13 份之间。

    报价数哪个数是对的？
      1  42 份
    或者填另一个数
    [返回] [取消]
    """


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("people", [PEOPLE[:1]])
@pytest.mark.parametrize("typed", ["投诉 三四条", "投诉 十来条", "投诉 好几条", "投诉的三条已回复", "第三条投诉"])
def test_what_is_no_number_is_not_written_down(stage: RealStage, typed: str) -> None:
    shown = stage.type(PEOPLE[0], "/kpi language English", typed)
    assert "I understood" not in shown, shown
