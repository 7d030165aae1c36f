"""A refusal names whoever can really do it where it was meant: heads as well as owners."""

from __future__ import annotations

import pytest

from tests.chat import transcript


@pytest.fixture
def people() -> tuple[str, ...]:
    return "Anna", "Hal", "Rob", "Tom"


@pytest.mark.usefixtures("built")
@transcript
def test_heads_are_named_for_what_they_may() -> None:
    """
    > members add Hal, Sales, head
    ✓ Hal is added (head), by share of time: Sales 100%.

    [1] Add another   [2] Undo

    > members add Rob, Service, head
    ✓ Rob is added (head), by share of time: Service 100%.

    [1] Add another   [2] Undo

    > members add Tom, Sales, member
    ✓ Tom is added (member), by share of time: Sales 100%.

    [1] Add another   [2] Undo

    Tom: build
    ✓ Welcome to Harbour Trading, Tom. I write to you by myself at most 5 times a week, between 09:00
      and 18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you,
      your heads and the owner see your own scores; everybody sees those of departments.

    [1] My day   [2] Help

    ✗ You can't do that; Hal (head) or Anna (owner) can.

    Tom: build Service
    ✗ You can't do that; Rob (head) or Anna (owner) can.

    Tom: build Rob
    ✗ You can't do that; Rob (head) or Anna (owner) can.

    Tom: members add Dan, Service, member
    ✗ You can't do that; Rob (head) or Anna (owner) can.

    Tom: close freeze Sales
    ✗ You can't do that; Hal (head) or Anna (owner) can.

    Tom: settings gates Service none
    ✗ You can't do that; Rob (head) or Anna (owner) can.

    Tom: settings working days Mon-Sat
    ✗ You can't do that; Anna (owner) can.

    Hal: build Service
    ✓ Welcome to Harbour Trading, Hal. I write to you by myself at most 5 times a week, between 09:00
      and 18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you,
      your heads and the owner see your own scores; everybody sees those of departments.

    [1] My day   [2] Help

    ✗ You can't do that; Rob (head) or Anna (owner) can.
    """


@pytest.mark.usefixtures("built")
class TestChinese:
    @pytest.fixture
    def people(self) -> tuple[str, ...]:
        return ("安娜", "哈尔", "汤姆")

    @transcript
    def test_heads_are_named_for_what_they_may(self) -> None:
        """
        > 成员 添加 哈尔，销售部，负责人
        ✓ 已添加：哈尔（负责人），部门和工作时间占比：销售 100%。

        [1] 再加一位   [2] 撤销

        > 成员 添加 汤姆，销售部，成员
        ✓ 已添加：汤姆（成员），部门和工作时间占比：销售 100%。

        [1] 再加一位   [2] 撤销

        汤姆: 建模
        ✓ 汤姆，欢迎加入“海港贸易”！我每周最多主动给你发 5 条消息，只在工作日 09:00 至 18:00 发，请假时不打
          扰；要改就用 /kpi 提醒。个人得分只有你自己、部门负责人和老板能看到，部门得分大家都能看到。

        [1] 今日待办   [2] 帮助

        ✗ 你没有这项权限，如有需要请联系哈尔（负责人）或安娜（老板）。

        汤姆: 设置 币种 美元
        ✗ 你没有这项权限，如有需要请联系安娜（老板）。

        汤姆: 计划 客服部
        ✗ 你没有这项权限，如有需要请联系安娜（老板）。
        """


@pytest.mark.usefixtures("built")
@transcript
def test_what_one_may_not_see_is_not_said_to_be_nothing() -> None:
    """
    > members add Hal, Sales, head
    ✓ Hal is added (head), by share of time: Sales 100%.

    [1] Add another   [2] Undo

    > members add Tom, Service, member
    ✓ Tom is added (member), by share of time: Service 100%.

    [1] Add another   [2] Undo

    > plan add new brochure, Sales, Hal, 15 Dec
    ✓ Written down: new brochure, for Sales. Hal does it, by 15 Dec 2026.

    [1] Undo   [2] Plan

    Tom: plan Sales
    ✓ Welcome to Harbour Trading, Tom. I write to you by myself at most 5 times a week, between 09:00
      and 18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you,
      your heads and the owner see your own scores; everybody sees those of departments.

    [1] My day   [2] Help

    ✗ You can't do that; Hal (head) or Anna (owner) can.

    Tom: plan Hal
    ✗ You can't do that; Hal (head) or Anna (owner) can.

    Tom: plan Sales revenue
    ✗ You can't do that; Hal (head) or Anna (owner) can.

    Tom: plan Service
    Service: nothing is planned at the moment.

    [1] Add an action

    > plan add price list, Sales, Tom, 16 Dec
    ✓ Written down: price list, for Sales. Tom does it, by 16 Dec 2026.

    [1] Undo   [2] Plan

    Tom: plan Sales
    This is yours to do, by 16 Dec 2026:

    price list

    For       Sales
    Who       Tom
    Due       16 Dec 2026
    State     Open
    Given by  Anna

    [5] Done   [6] Later   [7] Drop   [8] Plan

    Sales: 1 open.

    No.  What        For    Who  Due
    ────────────────────────────────────────
      1  price list  Sales  Tom  16 Dec 2026

    [1] Done   [2] Later   [3] Drop   [4] Add an action

    > plan Service
    Service: nothing is planned at the moment.

    [1] Add an action
    """
