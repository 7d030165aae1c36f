"""The quarterly clean-up: what is always green, never entered or measured twice, with a way out of each."""

from __future__ import annotations

import pytest

from tests.chat import transcript


@pytest.mark.usefixtures("built")
@transcript
def test_what_never_came_is_offered_to_be_given_up() -> None:
    """
    > /kpi check clean up
    Harbour Trading: nothing to clean up. Every KPI has values and says something.

    -- 2027-01-04 09:00 --
    > /kpi close Sales 2026-12
    Sales, December 2026: 1 not begun, 0 in review, 0 closed.

    Whose score  Score  State  Comments  Agrees
    ───────────────────────────────────────────
    Sales            –  Open

    Values that never came
    KPI                 Entered by
    ──────────────────────────────
    Sales revenue       Anna
    New customers won   Anna
    Win rate            Anna
    Key-account visits  Anna
    cold calls made     Anna

    [1] Begin the review   [2] Clean up the KPIs   [3] Period before

    > [Clean up the KPIs]
    Sales: 4 KPIs could be changed or given up.

    1. Sales revenue is never entered: 0 of the last 12 values came. Does anybody need it?

    2. New customers won is never entered: 0 of the last 5 values came. Does anybody need it?

    3. Key-account visits is never entered: 0 of the last 5 values came. Does anybody need it?

    4. cold calls made is never entered: 0 of the last 5 values came. Does anybody need it?

    [1] 1: enter a value   [2] 1: propose to end it   [3] 1: leave it   [4] 2: enter a value
    [5] 2: propose to end it   [6] 2: leave it   [7] 3: enter a value   [8] 3: propose to end it
    [9] 3: leave it   [10] 4: enter a value   [11] 4: propose to end it   [12] 4: leave it

    > [1: leave it]
    ── To be left alone ────────────────────────────────────────────────────────────────────────────────
    Why is it meant to be so?
    Others read this beside the finding.
    [Back] [Cancel]

    > We are still setting it up
    ✓ The check leaves this alone from now on: Sales revenue, no values lately. Why: We are still
      setting it up

    [1] Undo

    > /kpi check clean up
    Harbour Trading: 3 KPIs could be changed or given up.

    1. New customers won is never entered: 0 of the last 5 values came. Does anybody need it?

    2. Key-account visits is never entered: 0 of the last 5 values came. Does anybody need it?

    3. cold calls made is never entered: 0 of the last 5 values came. Does anybody need it?

    [1] 1: enter a value   [2] 1: propose to end it   [3] 1: leave it   [4] 2: enter a value
    [5] 2: propose to end it   [6] 2: leave it   [7] 3: enter a value   [8] 3: propose to end it
    [9] 3: leave it

    > [1: propose to end it]
    ── Reason ──────────────────────────────────────────────────────────────────────────────────────────
    Why?
    The others read this before they vote.
    [Cancel]
    """


@pytest.mark.parametrize("people", [("安娜",)])
@pytest.mark.usefixtures("built")
@transcript
def test_in_chinese() -> None:
    """
    > /kpi 体检 清理
    海港贸易：没有需要清理的指标，每项都有数据、有区分度。

    -- 2027-01-04 09:00 --
    > /kpi 体检 清理 销售
    销售：有 4 项指标可以调整或停用。

    1. 销售收入从未填报：最近 12 期只填了 0 期。还需要它吗？

    2. 新增客户数从未填报：最近 5 期只填了 0 期。还需要它吗？

    3. 大客户拜访次数从未填报：最近 5 期只填了 0 期。还需要它吗？

    4. 电话邀约从未填报：最近 5 期只填了 0 期。还需要它吗？

    [1] 1：填报   [2] 1：提议停用   [3] 1：不动它   [4] 2：填报   [5] 2：提议停用   [6] 2：不动它
    [7] 3：填报   [8] 3：提议停用   [9] 3：不动它   [10] 4：填报   [11] 4：提议停用   [12] 4：不动它

    > [1：不动它]
    ── 忽略提示 ────────────────────────────────────────────────────────────────────────────────────────
    为什么不用改？
    原因会显示在这条提示旁边。
    [返回] [取消]

    > 系统刚上线
    ✓ 以后体检不再提示：销售收入，很久没有数据。原因：系统刚上线

    [1] 撤销

    > /kpi 体检 清理
    海港贸易：有 3 项指标可以调整或停用。

    1. 新增客户数从未填报：最近 5 期只填了 0 期。还需要它吗？

    2. 大客户拜访次数从未填报：最近 5 期只填了 0 期。还需要它吗？

    3. 电话邀约从未填报：最近 5 期只填了 0 期。还需要它吗？

    [1] 1：填报   [2] 1：提议停用   [3] 1：不动它   [4] 2：填报   [5] 2：提议停用   [6] 2：不动它
    [7] 3：填报   [8] 3：提议停用   [9] 3：不动它

    > /kpi 体检 清理 赢单率
    ✗ 没看懂“赢单率”。请换个说法，输入 /kpi 帮助 加命令名可看写法。
    """


@pytest.mark.usefixtures("built")
@transcript
def test_a_kpi_that_ends_gives_its_weight_to_its_twin() -> None:
    """
    > /kpi propose retire cold calls made into Key-account visits
    ── Reason ──────────────────────────────────────────────────────────────────────────────────────────
    Why?
    The others read this before they vote.
    [Cancel]

    > They say the same
    From when on?
    Usually from the beginning of the next period.
    ↵ 2026-12-01
    [Back] [Cancel]

    > 1 Dec
    ── Ready? ──────────────────────────────────────────────────────────────────────────────────────────
    End of cold calls made, from 1 Dec 2026 on

                                  Now  Then
    ───────────────────────────────────────
    cold calls made               10   ends
    Weight of Key-account visits  10   20

    With the values there are for November 2026 it would move no score that you can see.

    Put this before the department?
    [1] Yes   [2] No
    [Back] [Cancel]

    > yes
    ✓ Your proposal is with the department. The others are asked what they think, the head decides, and
      you hear how it ends.

    [1] Show the proposal   [2] Undo

    > /kpi propose retire Win rate into Service
    ✗ There is nothing called “Service”. Perhaps Sales revenue?

    [1] Sales revenue

    > /kpi propose retire cold calls made into cold calls made
    ✗ I understood all but “cold calls made”. Please leave that out, or put it another way.
    """


@pytest.mark.parametrize("people", [("安娜",)])
@pytest.mark.usefixtures("built")
@transcript
def test_a_kpi_that_ends_gives_its_weight_to_its_twin_in_chinese() -> None:
    """
    > /kpi 提议 停用 电话邀约并入大客户拜访次数
    ── 理由 ────────────────────────────────────────────────────────────────────────────────────────────
    为什么？
    大家投票前会看到。
    [取消]

    > 衡量的是同一件事
    从哪天起？
    一般从下一个周期开始。
    ↵ 2026-12-01
    [返回] [取消]

    > 12月1日
    ── 确认 ────────────────────────────────────────────────────────────────────────────────────────────
    停用指标：电话邀约，自2026年12月1日起

                          现在  调整后
    ──────────────────────────────────
    电话邀约              10    停用
    大客户拜访次数的权重  10    20

    按2026年11月已有的数据，你能看到的得分都不会变。

    提交给部门讨论？
    [1] 是   [2] 否
    [返回] [取消]
    """
