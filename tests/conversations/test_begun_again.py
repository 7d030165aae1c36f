"""A command typed with words while another of the same command is open: what was typed last is what is meant."""

from __future__ import annotations

import pytest

from tests.chat import transcript


@pytest.fixture
def people() -> tuple[str, ...]:
    return "Anna", "Li Na"


@pytest.mark.usefixtures("built")
@transcript
def test_words_of_a_second_command_are_not_dropped() -> None:
    """
    > /kpi members add Ben
    ...
    > /kpi members add Dan, Sales
    “/kpi members add Ben” is left; nothing of it has been written down. Now to what you typed:

    ── A member ────────────────────────────────────────────────────────────────────────────────────────
    About Dan:

    What may they do?
      1  Owner   may do everything
      2  Head    builds the department's KPIs and enters any of its values
      3  Member  enters their own values, sees where things stand
      4  Viewer  sees the company and its departments, changes nothing
    [Back] [Cancel]

    > /kpi members add Dan, Sales
    /kpi members is open already and goes on here; cancel leaves it.

    ── A member ────────────────────────────────────────────────────────────────────────────────────────
    About Dan:

    What may they do?
      1  Owner   may do everything
      2  Head    builds the department's KPIs and enters any of its values
      3  Member  enters their own values, sees where things stand
      4  Viewer  sees the company and its departments, changes nothing
    [Back] [Cancel]

    > cancel
    ...
    > /kpi target win rate
    Win rate: the target for November 2026 is 30%.

    With six values from earlier months or quarters I can suggest a target and say how likely it is; so
    far there are 5.

    [1] Change it   [2] Scoring rule   [3] Report

    > /kpi target sales revenue 2%
    ── Target ──────────────────────────────────────────────────────────────────────────────────────────
    Sales revenue: the target for November 2026 is CN¥1,200,000.

    With six values from earlier months or quarters I can suggest a target and say how likely it is; so
    far there are 3.

    ✗ “2%” is a percentage; this is not counted in percent.
    Which target for Sales revenue?
    A number, or three: threshold / target / stretch, such as 40 / 50 / 60. Threshold scores 60, target
    100, stretch 120.
    [Cancel]

    > cancel
    ...
    > /kpi plan add
    ...
    > /kpi plan done call ten former customers
    “/kpi plan add” is left; nothing of it has been written down. Now to what you typed:

    ── Done ────────────────────────────────────────────────────────────────────────────────────────────
    What came of it?
    One sentence; skip it if there is nothing to say yet.
    ↵ –
    [Skip] [Cancel]

    > /kpi propose win rate
    ── A proposal ──────────────────────────────────────────────────────────────────────────────────────
    Win rate: target 30%, weight 20.

    What would you change?
      1  The target
      2  The weight
      3  Who enters the values
      4  The name
    [Cancel]

    > /kpi propose sales revenue
    “/kpi propose win rate” is left; nothing of it has been written down. Now to what you typed:

    ── A proposal ──────────────────────────────────────────────────────────────────────────────────────
    Sales revenue: target CN¥1,200,000, weight 40.

    What would you change?
      1  The target
      2  The weight
      3  Who enters the values
      4  The name
    [Cancel]
    """


@pytest.mark.usefixtures("built")
@transcript
def test_a_button_is_about_what_it_was_shown_for() -> None:
    """
    > /kpi target sales revenue 2%
    ...
    > /kpi target win rate
    ...
    > [Scoring rule]
    “/kpi target sales revenue 2%” is left; nothing of it has been written down. Now to what you typed:

    ── Scoring rule ────────────────────────────────────────────────────────────────────────────────────
    How does a value become points?
    In your own words, such as: 2 points off for each 1% below target, at most 120 points.
    [Cancel]
    """


@pytest.mark.parametrize("people", [("安娜",)])
@pytest.mark.usefixtures("built")
@transcript
def test_words_in_chinese() -> None:
    """
    > /kpi 成员 添加 李明
    ...
    > /kpi 成员 添加 王涛，销售
    “/kpi 成员 添加 李明”先不记了。刚输入的这条：

    ── 成员 ────────────────────────────────────────────────────────────────────────────────────────────
    关于王涛：

    给什么权限？
      1  老板    拥有全部权限
      2  负责人  搭建本部门的 KPI，可填报本部门所有数据
      3  成员    填报自己的数据，查看完成情况
      4  只读    查看公司和部门的情况，不能修改
    [返回] [取消]
    """
