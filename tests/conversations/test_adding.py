"""Somebody is added: a value that comes meanwhile is no name, and nobody becomes an owner by a slip."""

from __future__ import annotations

import pytest

from tests.chat import transcript


@pytest.mark.usefixtures("built")
@transcript
def test_a_value_is_nobodys_name() -> None:
    """
    > members add
    ...
    > sales revenue 12k
    ✓ Thank you. I understood:

      KPI            Period           Value  Before
      ─────────────────────────────────────────────
      Sales revenue  23 Nov 2026  CN¥12,000

    [1] Undo   [2] Report   [3] Why?

    /kpi members is still open; it waits where you left it.

    [4] Continue

    > key-account visits 38, cold calls made 20
    ✓ Thank you. I understood 2 values:

      KPI                 Period             Value  Before
      ────────────────────────────────────────────────────
      Key-account visits  week 47, 2026  38 visits
      cold calls made     week 47, 2026         20

    [1] Undo   [2] Report   [3] Why?

    /kpi members is still open; it waits where you left it.

    [4] Continue

    > headcount 1200
    ── A member ────────────────────────────────────────────────────────────────────────────────────────
    ✗ “headcount 1200” has a number in it, so I don't take it for a name. What are they called?
    What is their name?
    All in one line will do: Li Na, Sales, member, 60%.
    [Cancel]

    > /kpi members add Bob 12k
    “/kpi members add” is left; nothing of it has been written down. Now to what you typed:

    ── A member ────────────────────────────────────────────────────────────────────────────────────────
    ✗ “Bob 12k” has a number in it, so I don't take it for a name. What are they called?
    What is their name?
    All in one line will do: Li Na, Sales, member, 60%.
    [Cancel]

    > Li Na 2, Sales, member
    ✓ Li Na 2 is added (member), by share of time: Sales 100%.

    [1] Add another   [2] Undo
    """


@pytest.mark.usefixtures("founded")
@transcript
def test_an_owner_is_made_on_purpose() -> None:
    """
    > members add Tom
    ...
    > 1
    ...
    > 1
    ── A member ────────────────────────────────────────────────────────────────────────────────────────
    About Tom:

    Really an owner?
    An owner may add and remove people, change all settings and see every value.
      1  Head    builds the department's KPIs and enters any of its values
      2  Member  enters their own values, sees where things stand
      3  Viewer  sees the company and its departments, changes nothing
      4  Owner   may do everything
    [Back] [Cancel]

    > back
    ── A member ────────────────────────────────────────────────────────────────────────────────────────
    About Tom:

    What may they do?
    › 1  Owner   may do everything
      2  Head    builds the department's KPIs and enters any of its values
      3  Member  enters their own values, sees where things stand
      4  Viewer  sees the company and its departments, changes nothing
    ↵ Owner
    [Back] [Cancel]

    > 1
    ── A member ────────────────────────────────────────────────────────────────────────────────────────
    About Tom:

    Really an owner?
    An owner may add and remove people, change all settings and see every value.
      1  Head    builds the department's KPIs and enters any of its values
      2  Member  enters their own values, sees where things stand
      3  Viewer  sees the company and its departments, changes nothing
      4  Owner   may do everything
    [Back] [Cancel]

    > 1
    ✓ Tom is added (head), by share of time: Sales 100%.

    [1] Add another   [2] Undo

    > members add Sue, owner
    ✓ Sue is added (owner).

    [1] Add another   [2] Undo

    > members add Bob
    ── A member ────────────────────────────────────────────────────────────────────────────────────────
    About Bob:

    In which department?
    Skip it for somebody who works for the whole company, such as the bookkeeper.
      1  Sales
      2  Service
      3  Warehouse
    ↵ –
    [Back] [Skip] [Cancel]

    > skip
    ── A member ────────────────────────────────────────────────────────────────────────────────────────
    About Bob:

    What may they do?
      1  Owner   may do everything
      2  Head    builds the department's KPIs and enters any of its values
      3  Member  enters their own values, sees where things stand
      4  Viewer  sees the company and its departments, changes nothing
    [Back] [Cancel]

    > 1
    ── A member ────────────────────────────────────────────────────────────────────────────────────────
    About Bob:

    Really an owner?
    An owner may add and remove people, change all settings and see every value.
      1  Head    builds the department's KPIs and enters any of its values
      2  Member  enters their own values, sees where things stand
      3  Viewer  sees the company and its departments, changes nothing
      4  Owner   may do everything
    [Back] [Cancel]

    > owner
    ✓ Bob is added (owner).

    [1] Add another   [2] Undo
    """


@pytest.mark.parametrize("people", [("安娜",)])
@pytest.mark.usefixtures("built")
@transcript
def test_the_same_in_chinese() -> None:
    """
    > 成员 添加
    ── 成员 ────────────────────────────────────────────────────────────────────────────────────────────
    姓名？
    也可以一次写全：李娜，销售，成员，60%。
    [取消]

    > 收入 1.2万
    ✓ 收到，谢谢！我的理解是：

      指标      周期               数值  之前
      ───────────────────────────────────────
      销售收入  2026年11月23日  ¥12,000

    [1] 撤销   [2] 看报告   [3] 为什么？

    /kpi 成员 还没完成，进度已保留。

    [4] 继续

    > 12万
    ── 成员 ────────────────────────────────────────────────────────────────────────────────────────────
    ✗ “12万”里有数字，不像姓名。请填写姓名。
    姓名？
    也可以一次写全：李娜，销售，成员，60%。
    [取消]

    > 李娜2，销售
    ── 成员 ────────────────────────────────────────────────────────────────────────────────────────────
    关于李娜2：

    给什么权限？
      1  老板    拥有全部权限
      2  负责人  搭建本部门的 KPI，可填报本部门所有数据
      3  成员    填报自己的数据，查看完成情况
      4  只读    查看公司和部门的情况，不能修改
    [返回] [取消]

    > 1
    ── 成员 ────────────────────────────────────────────────────────────────────────────────────────────
    关于李娜2：

    确定设为老板吗？
    老板可以增减成员、修改所有设置、查看所有数据。
      1  负责人  搭建本部门的 KPI，可填报本部门所有数据
      2  成员    填报自己的数据，查看完成情况
      3  只读    查看公司和部门的情况，不能修改
      4  老板    拥有全部权限
    [返回] [取消]

    > 返回
    ── 成员 ────────────────────────────────────────────────────────────────────────────────────────────
    关于李娜2：

    给什么权限？
    › 1  老板    拥有全部权限
      2  负责人  搭建本部门的 KPI，可填报本部门所有数据
      3  成员    填报自己的数据，查看完成情况
      4  只读    查看公司和部门的情况，不能修改
    ↵ 老板
    [返回] [取消]

    > 1
    ── 成员 ────────────────────────────────────────────────────────────────────────────────────────────
    关于李娜2：

    确定设为老板吗？
    老板可以增减成员、修改所有设置、查看所有数据。
      1  负责人  搭建本部门的 KPI，可填报本部门所有数据
      2  成员    填报自己的数据，查看完成情况
      3  只读    查看公司和部门的情况，不能修改
      4  老板    拥有全部权限
    [返回] [取消]

    > 老板
    ✓ 已添加：李娜2（老板），部门和工作时间占比：销售 100%。

    [1] 再加一位   [2] 撤销
    """
