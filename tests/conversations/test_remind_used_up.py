"""Once the week's messages are used up, `remind` says from when on something comes again."""

from __future__ import annotations

import pytest

from tests.chat import transcript


@pytest.fixture
def people() -> tuple[str, ...]:
    return "Anna", "Tom"


@pytest.mark.usefixtures("built")
@transcript
def test_nothing_more_this_week() -> None:
    """
    > members add Tom, Sales, head
    ✓ Tom is added (head), by share of time: Sales 100%.

    [1] Add another   [2] Undo

    > remind week 1
    ✓ I write to you by myself at most once a week.

    [1] Undo   [2] Reminders

    Tom: plan add Call the three largest customers, Anna, in 2 weeks
    ✓ Welcome to Harbour Trading, Tom. I write to you by myself at most 5 times a week, between 09:00
      and 18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you,
      your heads and the owner see your own scores; everybody sees those of departments.

    [7] My day   [8] Help

    ── An action ───────────────────────────────────────────────────────────────────────────────────────
    What is it for?
    A KPI, or the department as a whole.
      1  Sales revenue
      2  New customers won
      3  Win rate
      4  Key-account visits
      5  cold calls made
    › 6  Sales
    ↵ Sales
    [Back] [Cancel]

    Tom: Sales
    ✓ Written down: Call the three largest customers, for Sales. Anna does it, by 7 Dec 2026.

    [1] Undo   [2] Plan

    bot -> Anna:
    This is yours to do, by 7 Dec 2026:

    Call the three largest customers

    For       Sales
    Who       Anna
    Due       7 Dec 2026
    State     Open
    Given by  Tom

    [1] Done   [2] Later   [3] Drop   [4] Give to somebody else   [5] Plan

    > remind
    What I write to you by myself, and when next. At most 1 a week; 1 of them this week so far. Nothing
    on leave, on days off, or once you have answered.

    That is all for this week: nothing more comes until 30 Nov 2026, 09:00. What is waiting for you
    stands under /kpi.

    Values: every working day               30 Nov 2026, 16:00
    Values: every week                      30 Nov 2026, 16:00
    Values: every month                     30 Nov 2026, 16:00
    Actions due                             7 Dec 2026, 09:00
    Votes, comments, decisions, reviews     as it comes, within the hours
    Something you began to set up and left  a day later, once
    Weekly brief                            30 Nov 2026, 09:00
    A month to be closed                    1 Dec 2026, 09:00

    Values are asked for at  16:00
    Only between             09:00 – 18:00
    Second reminder          On
    Told of values missed    nobody

    [1] Another hour   [2] No second reminder   [3] Not for 1 h   [4] Not until tomorrow
    [5] Not until the next working day   [6] Fewer   [7] None   [8] Tell a deputy if I miss
    [9] As the company has it
    """


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("people", [("安娜", "汤姆")], ids=["zh"])
@transcript
def test_nothing_more_this_week_in_chinese() -> None:
    """
    > 成员 添加 汤姆，销售部，负责人
    ✓ 已添加：汤姆（负责人），部门和工作时间占比：销售 100%。

    [1] 再加一位   [2] 撤销

    > 提醒 每周 1
    ✓ 以后每周最多主动给你发 1 条消息。

    [1] 撤销   [2] 提醒设置

    汤姆: 计划 添加 拜访三家大客户，安娜，2周内
    ✓ 汤姆，欢迎加入“海港贸易”！我每周最多主动给你发 5 条消息，只在工作日 09:00 至 18:00 发，请假时不打
      扰；要改就用 /kpi 提醒。个人得分只有你自己、部门负责人和老板能看到，部门得分大家都能看到。

    [7] 今日待办   [8] 帮助

    ── 新的行动 ────────────────────────────────────────────────────────────────────────────────────────
    针对什么？
    某个指标，或整个部门。
      1  销售收入
      2  新增客户数
      3  赢单率
      4  大客户拜访次数
      5  电话邀约
    › 6  销售
    ↵ 销售
    [返回] [取消]

    汤姆: 销售
    ✓ 已记下：拜访三家大客户（销售），由安娜负责，2026年12月7日前完成。

    [1] 撤销   [2] 行动计划

    bot -> 安娜:
    这件事由你负责，请在2026年12月7日前完成：

    拜访三家大客户

    针对      销售
    负责人    安娜
    截止日期  2026年12月7日
    状态      待办
    交办人    汤姆

    [1] 完成   [2] 延期   [3] 放弃   [4] 转给别人   [5] 行动计划

    > 提醒
    我会主动给你发的消息，以及下次的时间。每周最多 1 条，本周已发 1 条。请假、放假或已经填报时不会打扰
    你。

    本周的条数已发完，2026年11月30日 09:00 之前不再主动发消息。待办事项随时可用 /kpi 查看。

    待填报（每个工作日）    2026年11月30日 16:00
    待填报（每周）          2026年11月30日 16:00
    待填报（每月）          2026年11月30日 16:00
    到期的行动              2026年12月7日 09:00
    投票、评论、决定、评审  随时，在允许时段内
    开了头没做完的设置      一天后，只提醒一次
    每周简报                2026年11月30日 09:00
    月度结算                2026年12月1日 09:00

    提醒填报的时间  16:00
    允许时段        09:00～18:00
    再次提醒        开启
    漏填告诉谁      不告诉任何人

    [1] 换个时间   [2] 不再提醒第二次   [3] 1 小时内别提醒   [4] 明天再提醒   [5] 下个工作日再提醒
    [6] 少发些   [7] 不要提醒   [8] 漏填时告诉代办人   [9] 恢复公司默认
    """
