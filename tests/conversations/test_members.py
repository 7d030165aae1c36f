"""Members in chat: hats are added beside those there are, and nobody loses by the way what they may do."""

from __future__ import annotations

import pytest

from tests.chat import transcript


@pytest.fixture
def people() -> tuple[str, ...]:
    return "Anna", "Li Na", "Bob"


@pytest.mark.usefixtures("founded")
@transcript
def test_a_second_hat_takes_nothing_away() -> None:
    """
    > /kpi members add Li Na, Sales, head
    ✓ Li Na is added (head), by share of time: Sales 100%.

    [1] Add another   [2] Undo

    > /kpi members add Li Na, Service, member, 30%
    ✓ Li Na was here already (head as before), by share of time: Sales 70% (100% before), Service 30%.

    [1] Add another   [2] Undo

    > /kpi members add li na, warehouse
    ── A member ────────────────────────────────────────────────────────────────────────────────────────
    Li Na already works in Sales (70%), Service (30%). Where it would be more than 100% of their time,
    that gets less.

    How much of their time?
    Such as 30%.
    [Back] [Cancel]

    > 100%
    ✗ Something has to be left for their other departments: less than 100%, please.
    How much of their time?
    Such as 30%.
    [Back] [Cancel]

    > 20%
    ✓ Li Na was here already (head as before), by share of time: Sales 56% (70% before), Service 24%
      (30% before), Warehouse 20%.

    [1] Add another   [2] Undo

    > /kpi members add Li Na, Service, 25%
    ✓ Li Na was here already (head as before), by share of time: Sales 56%, Service 25% (24% before),
      Warehouse 19% (20% before).

    [1] Add another   [2] Undo

    > /kpi members
    2 people.

    Name   Role   Works in (share of time)
    ─────────────────────────────────────────────────────────
    Anna   Owner
    Li Na  Head   Sales (56%), Service (25%), Warehouse (19%)

    [1] Add somebody   [2] Who has come

    > /kpi members add Li Na, member
    ✓ Li Na is now member (was head), by share of time: Sales 56%, Service 25%, Warehouse 19%.

    [1] Add another   [2] Undo

    > /kpi undo
    ── Undo ────────────────────────────────────────────────────────────────────────────────────────────
    Take back adding a member (Li Na)?
    [1] Yes   [2] No
    [Cancel]

    > /kpi members
    2 people.

    Name   Role    Works in (share of time)
    ──────────────────────────────────────────────────────────
    Anna   Owner
    Li Na  Member  Sales (56%), Service (25%), Warehouse (19%)

    [1] Add somebody   [2] Who has come
    """


@pytest.mark.usefixtures("founded")
@transcript
def test_an_owner_joins_a_department_and_stays_the_owner() -> None:
    """
    > /kpi members add Anna, Sales, head
    ✓ Anna was here already (owner as before), by share of time: Sales 100%.

    [1] Add another   [2] Undo

    > /kpi members add @Anna, Service
    ── A member ────────────────────────────────────────────────────────────────────────────────────────
    Anna already works in Sales (100%). Where it would be more than 100% of their time, that gets less.

    How much of their time?
    Such as 30%.
    [Back] [Cancel]

    > 40%
    ✓ Anna was here already (owner as before), by share of time: Sales 60% (100% before), Service 40%.

    [1] Add another   [2] Undo

    > /kpi members add Anna, member
    ✗ Anna is the only owner. Somebody else has to become one first.

    > /kpi members
    Only you so far.

    Name  Role   Works in (share of time)
    ───────────────────────────────────────
    Anna  Owner  Sales (60%), Service (40%)

    [1] Add somebody   [2] Who has come
    """


@pytest.mark.usefixtures("founded")
@transcript
def test_commas_may_be_left_out() -> None:
    """
    > /kpi members add Bob Jones sales head
    ✓ Bob Jones is added (head), by share of time: Sales 100%.

    [1] Add another   [2] Undo

    > /kpi members add Peter Head
    ── A member ────────────────────────────────────────────────────────────────────────────────────────
    About Peter Head:

    In which department?
    Skip it for somebody who works for the whole company, such as the bookkeeper.
      1  Sales
      2  Service
      3  Warehouse
    ↵ –
    [Back] [Skip] [Cancel]

    > Service
    ── A member ────────────────────────────────────────────────────────────────────────────────────────
    About Peter Head:

    What may they do?
      1  Owner   may do everything
      2  Head    builds the department's KPIs and enters any of its values
      3  Member  enters their own values, sees where things stand
      4  Viewer  sees the company and its departments, changes nothing
    [Back] [Cancel]

    > member
    ✓ Peter Head is added (member), by share of time: Service 100%.

    [1] Add another   [2] Undo

    > /kpi members add Bob Jones boss
    ── A member ────────────────────────────────────────────────────────────────────────────────────────
    About Bob Jones boss:

    In which department?
    Skip it for somebody who works for the whole company, such as the bookkeeper.
      1  Sales
      2  Service
      3  Warehouse
    ↵ –
    [Back] [Skip] [Cancel]

    > cancel
    Cancelled; nothing of /kpi members has been changed.

    > /kpi members add Sue Green, Service, chief
    ── A member ────────────────────────────────────────────────────────────────────────────────────────
    About Sue Green:

    ✗ “chief” is not among the choices.
    What may they do?
      1  Owner   may do everything
      2  Head    builds the department's KPIs and enters any of its values
      3  Member  enters their own values, sees where things stand
      4  Viewer  sees the company and its departments, changes nothing
    [Back] [Cancel]

    > cancel
    Cancelled; nothing of /kpi members has been changed.

    > /kpi members add Bob Jones, Sales, chief
    ✗ I understood all but “chief”. Please leave that out, or put it another way.

    > /kpi members
    3 people.

    Name        Role    Works in (share of time)
    ────────────────────────────────────────────
    Anna        Owner
    Bob Jones   Head    Sales
    Peter Head  Member  Service

    [1] Add somebody   [2] Who has come
    """


@pytest.mark.parametrize("people", [("安娜",)])
@pytest.mark.usefixtures("founded")
@transcript
def test_the_same_in_chinese() -> None:
    """
    > /kpi 成员 添加 李娜 销售部 负责人
    ✓ 已添加：李娜（负责人），部门和工作时间占比：销售 100%。

    [1] 再加一位   [2] 撤销

    > /kpi 成员 添加 李娜，客服，成员，30%
    ✓ 李娜已是公司成员，角色仍是负责人；部门和工作时间占比：销售 70%（原 100%）、客服 30%。

    [1] 再加一位   [2] 撤销

    > /kpi 成员 添加 李娜，仓储
    ── 成员 ────────────────────────────────────────────────────────────────────────────────────────────
    李娜的工作时间已有安排：销售 70%、客服 30%。合计超过 100% 时，原有部门的占比相应减少。

    占多少工作时间？
    如 30%。
    [返回] [取消]

    > 20%
    ✓ 李娜已是公司成员，角色仍是负责人；部门和工作时间占比：销售 56%（原 70%）、客服 24%（原 30%）、仓储
      20%。

    [1] 再加一位   [2] 撤销

    > /kpi 成员 添加 李娜，只读
    ✓ 李娜已是公司成员，角色由负责人改为只读；部门和工作时间占比：销售 56%、客服 24%、仓储 20%。

    [1] 再加一位   [2] 撤销

    > /kpi 成员 添加 小刘
    ── 成员 ────────────────────────────────────────────────────────────────────────────────────────────
    关于小刘：

    属于哪个部门？
    不属于任何部门的（如会计），可以跳过。
      1  销售
      2  客服
      3  仓储
    ↵ –
    [返回] [跳过] [取消]

    > 仓储
    ── 成员 ────────────────────────────────────────────────────────────────────────────────────────────
    关于小刘：

    给什么权限？
      1  老板    拥有全部权限
      2  负责人  搭建本部门的 KPI，可填报本部门所有数据
      3  成员    填报自己的数据，查看完成情况
      4  只读    查看公司和部门的情况，不能修改
    [返回] [取消]

    > 成员
    ✓ 已添加：小刘（成员），部门和工作时间占比：仓储 100%。

    [1] 再加一位   [2] 撤销

    > /kpi 成员 添加 安娜，销售，负责人
    ✓ 安娜已是公司成员，角色仍是老板；部门和工作时间占比：销售 100%。

    [1] 再加一位   [2] 撤销

    > /kpi 成员
    共 3 人。

    姓名  角色  所在部门（工作时间占比）
    ─────────────────────────────────────────────────
    安娜  老板  销售
    李娜  只读  销售（56%）、客服（24%）、仓储（20%）
    小刘  成员  仓储

    [1] 添加成员   [2] 谁已加入
    """


@pytest.mark.usefixtures("built")
@transcript
def test_who_leaves_hands_on_what_they_enter_and_can_be_brought_back() -> None:
    """
    > /kpi members add Bob, Sales, head
    ✓ Bob is added (head), by share of time: Sales 100%.

    [1] Add another   [2] Undo

    > /kpi members add Li Na, Service, member
    ✓ Li Na is added (member), by share of time: Service 100%.

    [1] Add another   [2] Undo

    > /kpi members remove Anna
    ✗ Anna is the only owner. Somebody else has to become one first.

    > /kpi members remove Bobb
    ✗ I know nobody called “Bobb”. Perhaps Bob?

    [1] Bob

    > /kpi members remove Li Na
    ✓ Li Na is no longer in the company. What they did keeps their name.

    [1] Members   [2] Undo

    Li Na: hello
    ✗ I know nobody called “Li Na”. Perhaps Anna?

    > /kpi members
    2 people.

    Name  Role   Works in (share of time)
    ─────────────────────────────────────
    Anna  Owner
    Bob   Head   Sales

    [1] Add somebody   [2] Who has come

    > /kpi undo
    ── Undo ────────────────────────────────────────────────────────────────────────────────────────────
    Take back removing a member (Li Na)?
    [1] Yes   [2] No
    [Cancel]

    > yes
    ✓ Taken back: removing a member (Li Na).

    [1] My day

    > /kpi members
    3 people.

    Name   Role    Works in (share of time)
    ───────────────────────────────────────
    Anna   Owner
    Bob    Head    Sales
    Li Na  Member  Service

    [1] Add somebody   [2] Who has come

    Bob: /kpi members remove Anna
    ✓ Welcome to Harbour Trading, Bob. I write to you by myself at most 5 times a week, between 09:00
      and 18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you,
      your heads and the owner see your own scores; everybody sees those of departments.

    [1] My day   [2] Help

    ✗ You can't do that; Anna (owner) can.

    Bob: /kpi members remove Li Na
    ✗ You can't do that; Anna (owner) can.

    > /kpi members add Li Na, Service, owner
    ✓ Li Na is now owner (was member), by share of time: Service 100%.

    [1] Add another   [2] Undo

    Li Na: /kpi members remove Anna
    ✓ Welcome to Harbour Trading, Li Na. I write to you by myself at most 5 times a week, between 09:00
      and 18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you,
      your heads and the owner see your own scores; everybody sees those of departments.

    [3] My day   [4] Help

    ── Who enters it then ──────────────────────────────────────────────────────────────────────────────
    Anna enters these KPIs. Who does from now on?

    Sales revenue
      1  Bob
      2  Li Na
    [Cancel]

    Li Na: Bob
    New customers won
      1  Bob
      2  Li Na
    [Back] [Cancel]

    Li Na: me
    Win rate
      1  Bob
      2  Li Na
    [Back] [Cancel]

    Li Na: me
    Key-account visits
      1  Bob
      2  Li Na
    [Back] [Cancel]

    Li Na: me
    cold calls made
      1  Bob
      2  Li Na
    [Back] [Cancel]

    Li Na: me
    ── Who does it then ────────────────────────────────────────────────────────────────────────────────
    Anna still has to do: Call ten former customers a week. Who does that from now on?

    Who?
      1  Bob
      2  Li Na
    [Back] [Cancel]

    Li Na: me
    ✓ Anna is no longer in the company. What they did keeps their name. Sales revenue, New customers
      won, Win rate, Key-account visits, cold calls made: entered by somebody else from now on. Handed
      on: Call ten former customers a week.

    [1] Members   [2] Undo

    > /kpi
    ✗ You are not in the company any more, as far as I know. If that is wrong, its owner can add you
      again: /kpi members add Anna.

    Li Na: undo
    ── Undo ────────────────────────────────────────────────────────────────────────────────────────────
    Take back removing a member (Anna)?
    [1] Yes   [2] No
    [Cancel]

    Li Na: yes
    ✓ Taken back: removing a member (Anna).

    [1] My day

    Li Na: undo
    ── Undo ────────────────────────────────────────────────────────────────────────────────────────────
    Take back handing an action on (Call ten former customers a week)?
    [1] Yes   [2] No
    [Cancel]

    Li Na: no
    Nothing was taken back.

    > /kpi
    Hello Anna. Nothing is waiting for you today.

    There is no score for November 2026 yet.

    [1] Report   [2] Why?   [3] Help

    > /kpi members fire Bob
    ✗ I know nobody called “fire Bob”. Perhaps Bob?

    [1] Bob

    > /kpi members remove
    ── Somebody leaves ─────────────────────────────────────────────────────────────────────────────────
    Who?
      1  Anna
      2  Bob
      3  Li Na
    [Cancel]

    > Bob
    ── Who enters it then ──────────────────────────────────────────────────────────────────────────────
    Bob enters this KPI. Who does from now on?

    Sales revenue
      1  Anna
      2  Li Na
    [Back] [Cancel]
    """


@pytest.mark.parametrize("people", [("安娜",)])
@pytest.mark.usefixtures("built")
@transcript
def test_removing_in_chinese() -> None:
    """
    > /kpi 成员 添加 小刘，销售，成员
    ✓ 已添加：小刘（成员），部门和工作时间占比：销售 100%。

    [1] 再加一位   [2] 撤销

    > /kpi 成员 删除 小刘
    ✓ 已移除小刘，以往的记录仍保留其姓名。

    [1] 成员   [2] 撤销

    > /kpi 撤销
    ── 撤销 ────────────────────────────────────────────────────────────────────────────────────────────
    确认撤销“移除成员（小刘）”吗？
    [1] 是   [2] 否
    [取消]

    > 好
    ✓ 已撤销：移除成员（小刘）。

    [1] 今日待办

    > /kpi 成员 删除 安娜
    ✗ 安娜是唯一的老板，请先指定另一位老板。

    > /kpi 成员 删除
    ── 移除成员 ────────────────────────────────────────────────────────────────────────────────────────
    移除谁？
      1  安娜
      2  小刘
    [取消]

    > 小刘
    ✓ 已移除小刘，以往的记录仍保留其姓名。

    [1] 成员   [2] 撤销
    """
