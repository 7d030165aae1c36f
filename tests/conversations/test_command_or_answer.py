"""What reads like a command where any words would be taken is asked about; yes is neither a name nor a goal."""

from __future__ import annotations

import pytest

from tests.chat import transcript


@pytest.fixture
def people() -> tuple[str, ...]:
    return "Anna", "Li Na"


@transcript
def test_a_command_is_not_the_name_of_the_company() -> None:
    """
    > /kpi start
    ...
    > members add Ben Chain, Workshop, member
    “members add Ben Chain, Workshop, member” reads like a command. Is it one, or is it your answer in
    /kpi start?

    [1] It is a command   [2] It is my answer

    > yes
    Yes or no is not what I ask here; a few words, please:

    ── Your company ────────────────────────────────────────────────────────────────────────────────────
    Hello Anna. Four short questions about the company, then we build KPIs for the first department.

    What is the company called?
    [Cancel]

    > History Press
    Which departments are there?
    Pick from the list, or type your own with commas between them.
      1  Sales
      2  Customer service
      3  Marketing
      4  Production
      5  Procurement
      6  Logistics and warehouse
      7  Finance
      8  Human resources
      9  More                     shops, restaurants, projects and others
    Or your own
    [Back] [Cancel]
    """


@pytest.mark.usefixtures("founded")
@transcript
def test_a_command_is_no_goal_and_a_goal_no_command() -> None:
    """
    > /kpi strategy
    ...
    > Grow revenue, close the deal
    ...
    > skip
    ...
    > /kpi build Sales
    ...
    > 1
    ...
    > members add Ben, Sales, member
    “members add Ben, Sales, member” reads like a command. Is it one, or is it your answer in /kpi
    build?

    [1] It is a command   [2] It is my answer

    > [It is a command]
    ✓ Ben is added (member), by share of time: Sales 100%.

    [1] Add another   [2] Undo

    /kpi build is still open; it waits where you left it.

    [3] Continue

    > report
    “report” reads like a command. Is it one, or is it your answer in /kpi build?

    [1] It is a command   [2] It is my answer

    > cancel
    /kpi build Sales was still open, with the question “What does it add to that goal?”. Cancelled;
    nothing of it has been changed.
    """


@pytest.mark.usefixtures("founded")
@transcript
def test_what_reads_like_a_command_may_be_the_answer() -> None:
    """
    > /kpi strategy
    ...
    > report Sales
    “report Sales” reads like a command. Is it one, or is it your answer in /kpi strategy?

    [1] It is a command   [2] It is my answer

    > [It is my answer]
    ...
    """


@pytest.mark.parametrize("people", [("安娜",)])
@pytest.mark.usefixtures("founded")
@transcript
def test_the_same_in_chinese() -> None:
    """
    > /kpi 成员 添加
    ...
    > 是
    这一问不用答“是”或“否”，请直接写内容：

    ── 成员 ────────────────────────────────────────────────────────────────────────────────────────────
    姓名？
    也可以一次写全：李娜，销售，成员，60%。
    [取消]

    > 成员 添加 李明，销售，成员
    “成员 添加 李明，销售，成员”看起来像一条命令。是要执行，还是回答 /kpi 成员 的问题？

    [1] 执行命令   [2] 回答问题

    > [执行命令]
    ✓ 已添加：李明（成员），部门和工作时间占比：销售 100%。

    [1] 再加一位   [2] 撤销

    /kpi 成员 还没完成，进度已保留。

    [3] 继续

    > 报告
    “报告”看起来像一条命令。是要执行，还是回答 /kpi 成员 的问题？

    [1] 执行命令   [2] 回答问题

    > [执行命令]
    ...
    > 取消
    之前没做完的 /kpi 成员 添加（停在“姓名？”）已取消，没有任何改动。
    """
