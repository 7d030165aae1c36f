"""A form of values that is open while leave begins: nothing that is typed into it is lost."""

from __future__ import annotations

from datetime import datetime

import pytest

from conversations.event import Submitted
from conversations.view import Form
from tests.chat import transcript
from tests.stage import ZONE, RealStage


@pytest.mark.usefixtures("built")
@transcript
def test_what_was_typed_is_kept() -> None:
    """
    -- 2026-11-25 09:00 --

    > /kpi actual
    ── Your values ─────────────────────────────────────────────────────────────────────────────────────
    Sales revenue, 24 Nov 2026
    Target CN¥1,200,000 every month
      [Not applicable]
    ↵ –
    [Skip] [Cancel]

    > 51k
    Sales revenue, 25 Nov 2026
    Target CN¥1,200,000 every month
      [Not applicable]
    ↵ –
    [Back] [Skip] [Cancel]

    > /kpi away 24 Nov to Friday
    ...
    > continue
    ── Your values ─────────────────────────────────────────────────────────────────────────────────────
    Some of these values need not be entered any more, such as on days of leave. What you have typed is
    kept; leave out the others, or enter them all the same.

    Sales revenue, 25 Nov 2026
    Target CN¥1,200,000 every month
      [Not applicable]
      [I was away]
    ↵ –
    [Back] [Skip] [Cancel]

    > 52k
    ✓ Thank you. I understood 2 values:

      KPI            Period           Value  Before
      ─────────────────────────────────────────────
      Sales revenue  24 Nov 2026  CN¥51,000
      Sales revenue  25 Nov 2026  CN¥52,000

    [1] Undo   [2] Report   [3] Why?

    > /kpi actual
    ✗ Nothing is waiting for you now. To enter or correct a value: /kpi actual, its name and the value.
    """


@pytest.mark.parametrize("people", [("安娜",)])
@pytest.mark.usefixtures("built")
@transcript
def test_the_same_in_chinese() -> None:
    """
    -- 2026-11-25 09:00 --

    > /kpi 填报
    ...
    > 5.1万
    ...
    > /kpi 请假 11月24日到周五
    ...
    > 继续
    ── 填报数据 ────────────────────────────────────────────────────────────────────────────────────────
    其中有些数据现在不必填了，比如请假的那几天。已填的都保留，其余可以跳过，也可以照填。

    销售收入，2026年11月25日
    目标 每月 ¥120万
      [不适用]
      [当时请假]
    ↵ –
    [返回] [跳过] [取消]

    > 跳过
    ✓ 收到，谢谢！我的理解是：

      指标      周期               数值  之前
      ───────────────────────────────────────
      销售收入  2026年11月24日  ¥51,000

    [1] 撤销   [2] 看报告   [3] 为什么？
    """


@pytest.mark.usefixtures("built")
@transcript
def test_what_has_a_value_by_now_is_not_asked_again() -> None:
    """
    -- 2026-11-25 09:00 --

    > /kpi actual
    ...
    > /kpi away 24 Nov to Friday
    ...
    > /kpi actual sales revenue 24 Nov 50k
    ...
    > continue
    ── Your values ─────────────────────────────────────────────────────────────────────────────────────
    Some of these values need not be entered any more, such as on days of leave. What you have typed is
    kept; leave out the others, or enter them all the same.

    Sales revenue, 25 Nov 2026
    Target CN¥1,200,000 every month; last time CN¥50,000
      [Same as last time]
      [Not applicable]
      [I was away]
    ↵ –
    [Skip] [Cancel]
    """


@pytest.mark.usefixtures("built")
def test_a_page_that_is_handed_in_after_that_counts_as_a_whole(stage: RealStage) -> None:
    stage.set_now(datetime(2026, 11, 25, 9, 0, tzinfo=ZONE))
    stage.type("Anna", "/kpi actual")
    (page,) = stage.shown["Anna"]
    assert isinstance(page, Form)
    days = [question.key for question in page.questions]
    stage.type("Anna", "/kpi away 24 Nov to Friday")

    said = stage.do("Anna", Submitted(page.run, page.turn, dict(zip(days, ("51k", "52k"), strict=True))))

    assert "I understood 2 values" in said
    assert "CN¥51,000" in said
    assert "CN¥52,000" in said
