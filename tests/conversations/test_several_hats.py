"""Several hats of one person in one line."""

from __future__ import annotations

from decimal import Decimal

import pytest

from conversations.flows.hats import in_equal_parts, with_room
from kpi_engine.commands import Hat
from kpi_engine.model.company import Position
from kpi_engine.model.name import Name
from tests.chat import transcript

NONE = Name.same("")


@pytest.fixture
def people() -> tuple[str, ...]:
    return "Anna", "Li Na", "Bob"


@pytest.mark.usefixtures("founded")
@transcript
def test_departments_may_stand_together() -> None:
    """
    > members add Li Na, head of Sales and Service
    ✓ Li Na is added (head), by share of time: Sales 50%, Service 50%.

    [1] Add another   [2] Undo

    > members add Bo Yi Sales 60% & Warehouse 40% member
    ✓ Bo Yi is added (member), by share of time: Sales 60%, Warehouse 40%.

    [1] Add another   [2] Undo

    > members add Cy Lee, Sales, Service, Warehouse, viewer
    ✓ Cy Lee is added (viewer), by share of time: Sales 34%, Service 33%, Warehouse 33%.

    [1] Add another   [2] Undo

    > members add Cy Lee, Sales 50%, Warehouse 20%
    ✓ Cy Lee was here already (viewer as before), by share of time: Sales 50% (34% before), Service 30%
      (33% before), Warehouse 20% (33% before).

    [1] Add another   [2] Undo

    > members add Bo Yi, head of Service and Sales
    ✓ Bo Yi is now head (was member), by share of time: Sales 30% (60% before), Warehouse 40%, Service
      30%.

    [1] Add another   [2] Undo

    > members add
    ...
    > Gil Head, Sales and Service
    ── A member ────────────────────────────────────────────────────────────────────────────────────────
    About Gil Head:

    What may they do?
      1  Owner   may do everything
      2  Head    builds the department's KPIs and enters any of its values
      3  Member  enters their own values, sees where things stand
      4  Viewer  sees the company and its departments, changes nothing
    [Back] [Cancel]

    > 3
    ✓ Gil Head is added (member), by share of time: Sales 50%, Service 50%.

    [1] Add another   [2] Undo

    > members add Anna, Sales and Service
    ✓ Anna was here already (owner as before), by share of time: Sales 50%, Service 50%.

    [1] Add another   [2] Undo
    """


@pytest.mark.usefixtures("founded")
@transcript
def test_what_cannot_be_is_named() -> None:
    """
    > members add Ed, Sales and Service, 50%
    ✗ I understood all but “50%”. Please leave that out, or put it another way.

    > members add Flo, Sales, Sales
    ✗ I understood all but “Sales”. Please leave that out, or put it another way.

    > members add Hal, head of Sales, member of Service
    ✗ I understood all but “member of Service”. Please leave that out, or put it another way.

    > members add Ida, Sales 70% and Service 50%, member
    ✗ With their other departments that makes 120% of their time; 100% is the most.

    > members add Di, head of Sales and Marketing
    ✗ I understood all but “Marketing”. Please leave that out, or put it another way.
    """


@pytest.mark.parametrize("people", [("安娜",)])
@pytest.mark.usefixtures("founded")
@transcript
def test_the_same_in_chinese() -> None:
    """
    > 成员 添加 王芳 销售部和仓储部负责人
    ✓ 已添加：王芳（负责人），部门和工作时间占比：销售 50%、仓储 50%。

    [1] 再加一位   [2] 撤销

    > 成员 添加 李娜，销售70%，客服30%，成员
    ✓ 已添加：李娜（成员），部门和工作时间占比：销售 70%、客服 30%。

    [1] 再加一位   [2] 撤销

    > 成员 添加 郭磊，销售、仓储
    ── 成员 ────────────────────────────────────────────────────────────────────────────────────────────
    关于郭磊：

    给什么权限？
      1  老板    拥有全部权限
      2  负责人  搭建本部门的 KPI，可填报本部门所有数据
      3  成员    填报自己的数据，查看完成情况
      4  只读    查看公司和部门的情况，不能修改
    [返回] [取消]

    > 3
    ✓ 已添加：郭磊（成员），部门和工作时间占比：销售 50%、仓储 50%。

    [1] 再加一位   [2] 撤销

    > 成员 添加 王芳，客服、仓储
    ✓ 王芳已是公司成员，角色仍是负责人；部门和工作时间占比：销售 50%、仓储 25%（原 50%）、客服 25%。

    [1] 再加一位   [2] 撤销

    > 成员 添加 陈静，销售部和财务部负责人
    ✗ 没看懂“财务部负责人”。请换个说法，输入 /kpi 帮助 加命令名可看写法。
    """


@pytest.mark.parametrize(
    ("worn", "departments", "shares"),
    [
        ((), (1, 2), ("0.5", "0.5")),
        ((), (1, 2, 3), ("0.34", "0.33", "0.33")),
        (((1, "0.6"),), (2, 3), ("0.2", "0.2")),
        (((1, "1"),), (2, 3), ("0.33", "0.33")),
        (((1, "1"),), (1, 2), ("0.5", "0.5")),
    ],
)
def test_where_no_share_is_said_they_are_equal(
    worn: tuple[tuple[int, str], ...], departments: tuple[int, ...], shares: tuple[str, ...]
) -> None:
    positions = [Position(id, NONE, Decimal(share)) for id, share in worn]
    parts = in_equal_parts(positions, departments)

    assert parts == [Decimal(share) for share in shares]
    hats = with_room(positions, *(Hat(id, NONE, share) for id, share in zip(departments, parts, strict=True)))
    assert sum(hat.share for hat in hats) <= 1
