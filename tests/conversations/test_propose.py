"""Proposals: made, talked about and decided, by several people in their languages."""

from __future__ import annotations

import pytest

from conversations.view import Message
from tests.chat import transcript
from tests.stage import RealStage

PEOPLE = ("Anna", "Hal", "Tom", "李娜", "Rob", "Eve")


@pytest.fixture
def people() -> tuple[str, ...]:
    return PEOPLE


@pytest.fixture(autouse=True)
def team(stage: RealStage, built: None) -> None:
    """Hal heads Sales, Tom and 李娜 sell, Eve looks at Sales, Rob heads Service."""
    members = (
        "Hal, Sales, head",
        "Tom, Sales, member",
        "李娜, Sales, member",
        "Eve, Sales, viewer",
        "Rob, Service, head",
    )
    for member in members:
        stage.type("Anna", f"/kpi members add {member}, 100%")
    stage.type("李娜", "/kpi 语言 中文")
    stage.type("Anna", "win rate 24%, new customers 9, cold calls 100", "1")


@transcript
def test_a_proposal_from_first_to_last() -> None:
    """
    Tom: /kpi propose
    ✓ Welcome to Harbour Trading, Tom. I write to you by myself at most 5 times a week, between 09:00
      and 18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you,
      your heads and the owner see your own scores; everybody sees those of departments.

    [4] My day   [5] Help

    No proposals are waiting. Anybody may make one; the head decides.

    [1] Propose a new KPI   [2] Propose a change   [3] Propose to end a KPI

    Tom: [Propose a change]
    ── A proposal ──────────────────────────────────────────────────────────────────────────────────────
    Which KPI is it about?
      1  Sales revenue
      2  New customers won
      3  Win rate
      4  Key-account visits
      5  cold calls made
    [Cancel]

    Tom: Win rate
    ── A proposal ──────────────────────────────────────────────────────────────────────────────────────
    Win rate: target 30%, weight 20.

    What would you change?
      1  The target
      2  The weight
      3  Who enters the values
      4  The name
    [Back] [Cancel]

    Tom: the target
    ── A new target ────────────────────────────────────────────────────────────────────────────────────
    What should the target of Win rate be (every month)? It is 30% now.
    [Back] [Cancel]

    Tom: 28%
    ── Reason ──────────────────────────────────────────────────────────────────────────────────────────
    Why?
    The others read this before they vote.
    [Back] [Cancel]

    Tom: winters are slow
    From when on?
    Usually from the beginning of the next period.
    ↵ 2026-12-01
    [Back] [Cancel]

    Tom:
    ── Ready? ──────────────────────────────────────────────────────────────────────────────────────────
    Change of Win rate, from 1 Dec 2026 on

            Now  Then
    ─────────────────
    Target  30%  28%

    With the values there are for November 2026 it would move no score that you can see.

    Put this before the department?
    [1] Yes   [2] No
    [Back] [Cancel]

    Tom: yes
    ✓ Your proposal is with the department. The others are asked what they think, the head decides, and
      you hear how it ends.

    [1] Show the proposal   [2] Undo

    -- the bot restarts --
    bot -> 李娜:
    销售有一个新提议，你怎么看？

    Tom 的提议（编号 1）：调整指标：赢单率，自2026年12月1日起。理由：winters are slow

          现在  调整后
    ──────────────────
    目标  30%   28%

    按2026年11月已有的数据，你能看到的得分都不会变。

    投票：0 票赞成，0 票反对。

    [1] 赞成   [2] 反对   [3] 弃权   [4] 发表意见   [5] 全部提议

    李娜: [赞成]
    ✓ 收到，谢谢！目前 1 票赞成，0 票反对。决定之前都可以改。

    [1] 发表意见   [2] 查看提议   [3] 全部提议

    李娜: [发表意见]
    ── 你的意见 ────────────────────────────────────────────────────────────────────────────────────────
    你怎么看？
    [取消]

    李娜: <b>好</b>
    ✓ 收到，谢谢！你的意见已附在提议后面，大家都能看到。

    [1] 查看提议   [2] 全部提议

    Eve: /kpi propose abstain 1
    ✓ Welcome to Harbour Trading, Eve. I write to you by myself at most 5 times a week, between 09:00
      and 18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you,
      your heads and the owner see your own scores; everybody sees those of departments.

    [4] My day   [5] Help

    ✓ Thank you, your vote is counted: 1 for, 0 against, 1 without an opinion so far. You can still
      change it.

    [1] Comment   [2] Show the proposal   [3] Proposals

    bot -> Rob:
    ✓ Welcome to Harbour Trading, Rob. I write to you by myself at most 5 times a week, between 09:00
      and 18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you,
      your heads and the owner see your own scores; everybody sees those of departments.

    [1] My day   [2] Help

    bot -> Hal:
    ✓ Welcome to Harbour Trading, Hal. I write to you by myself at most 5 times a week, between 09:00
      and 18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you,
      your heads and the owner see your own scores; everybody sees those of departments.

    [1] My day   [2] Help

    There is a proposal for Sales. What do you think of it?

    Proposal 1 by Tom: Change of Win rate, from 1 Dec 2026. Why: winters are slow

            Now  Then
    ─────────────────
    Target  30%  28%

    With the values there are for November 2026 it would move no score that you can see.

    Votes: 1 for, 0 against, 1 without an opinion.

    Name  Comment
    ───────────────
    李娜  <b>好</b>

    [3] Accept   [4] Decline   [5] For   [6] Against   [7] No opinion   [8] Comment   [9] Proposals

    李娜 says of “Change of Win rate”: <b>好</b>

    [10] Show the proposal

    Hal: /kpi propose
    One proposal is waiting:

    No.  Proposal            By   For  Against
    ──────────────────────────────────────────
      1  Change of Win rate  Tom    1        0

    [1] Change of Win rate   [2] Propose a new KPI   [3] Propose a change   [4] Propose to end a KPI

    Hal: [Change of Win rate]
    Proposal 1 by Tom: Change of Win rate, from 1 Dec 2026. Why: winters are slow

            Now  Then
    ─────────────────
    Target  30%  28%

    With the values there are for November 2026 it would move no score that you can see.

    Votes: 1 for, 0 against, 1 without an opinion.

    Name  Comment
    ───────────────
    李娜  <b>好</b>

    [1] Accept   [2] Decline   [3] For   [4] Against   [5] No opinion   [6] Comment   [7] Proposals

    Hal: [Decline]
    ── Decline ─────────────────────────────────────────────────────────────────────────────────────────
    Why not?
    Whoever proposed it reads this.
    [Cancel]

    Hal: too early in the year
    ✓ Declined, with your reason. Those concerned will hear of it.

    [1] Proposals   [2] Undo

    bot -> Tom:
    Your proposal “Change of Win rate” has been declined by Hal: too early in the year

    [1] Show the proposal

    李娜: /kpi
    提议“调整指标：赢单率”未采纳（Hal）。说明：too early in the year

    [4] 查看提议

    李娜，你好！今天没有要填的数据。

    2026年11月你的得分：111.7（已有 30% 权重的数据）。

    [1] 看报告   [2] 为什么？   [3] 帮助

    Tom: /kpi propose for 1
    ✗ That proposal has been declined meanwhile.
    """


@transcript
def test_weights_by_typing_alone_and_taken_back() -> None:
    """
    Hal: /kpi propose change Win rate
    ✓ Welcome to Harbour Trading, Hal. I write to you by myself at most 5 times a week, between 09:00
      and 18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you,
      your heads and the owner see your own scores; everybody sees those of departments.

    [5] My day   [6] Help

    ── A proposal ──────────────────────────────────────────────────────────────────────────────────────
    Win rate: target 30%, weight 20.

    What would you change?
      1  The target
      2  The weight
      3  Who enters the values
      4  The name
    [Cancel]

    Hal: weight
    ── Weight ──────────────────────────────────────────────────────────────────────────────────────────
    How much should it count, of 100?
    The others give way in proportion.
    [Back] [Cancel]

    Hal: 30
    ── Reason ──────────────────────────────────────────────────────────────────────────────────────────
    Why?
    The others read this before they vote.
    [Back] [Cancel]

    Hal: it matters most
    From when on?
    Usually from the beginning of the next period.
    ↵ 2026-12-01
    [Back] [Cancel]

    Hal:
    ── Ready? ──────────────────────────────────────────────────────────────────────────────────────────
    Weight of Win rate, from 1 Dec 2026 on

                                  Now  Then
    ───────────────────────────────────────
    Weight of Win rate            20   30
    Weight of Sales revenue       40   35
    Weight of New customers won   20   17
    Weight of Key-account visits  10   9
    Weight of cold calls made     10   9

    If it held in November 2026 already:

    Whose score        Now   Then
    ─────────────────────────────
    Sales            111.7  111.4
    Hal              111.7  111.4
    Tom              111.7  111.4
    李娜             111.7  111.4
    Eve              111.7  111.4
    Harbour Trading  111.7  111.4

    Put this before the department?
    [1] Yes   [2] No
    [Back] [Cancel]

    Hal: yes
    ✓ Your proposal is with the department. The others are asked what they think, the head decides, and
      you hear how it ends.

    [1] Show the proposal   [2] Undo

    李娜: /kpi 提议
    销售有一个新提议，你怎么看？

    Hal 的提议（编号 1）：调整权重：赢单率，自2026年12月1日起。理由：it matters most

                            现在  调整后
    ────────────────────────────────────
    赢单率的权重            20    30
    销售收入的权重          40    35
    新增客户数的权重        20    17
    大客户拜访次数的权重    10    9
    cold calls made 的权重  10    9

    如果2026年11月就按这个算：

    考核对象          现在  调整后
    ──────────────────────────────
    销售             111.7   111.4
    李娜             111.7   111.4
    Harbour Trading  111.7   111.4

    投票：0 票赞成，0 票反对。

    [5] 赞成   [6] 反对   [7] 弃权   [8] 发表意见   [9] 全部提议

    有 1 个提议待决定：

    编号  提议              提议人  赞成  反对
    ──────────────────────────────────────────
       1  调整权重：赢单率  Hal        0     0

    [1] 调整权重：赢单率   [2] 提议新增指标   [3] 提议调整指标   [4] 提议停用指标

    李娜: 提议 反对 1
    ✓ 收到，谢谢！目前 0 票赞成，1 票反对。决定之前都可以改。

    [1] 发表意见   [2] 查看提议   [3] 全部提议

    李娜: /kpi 提议 意见 1 太高了
    ✓ 收到，谢谢！你的意见已附在提议后面，大家都能看到。

    [1] 查看提议   [2] 全部提议

    Tom: /kpi propose for
    ✓ Welcome to Harbour Trading, Tom. I write to you by myself at most 5 times a week, between 09:00
      and 18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you,
      your heads and the owner see your own scores; everybody sees those of departments.

    [4] My day   [5] Help

    ✓ Thank you, your vote is counted: 1 for, 1 against so far. You can still change it.

    [1] Comment   [2] Show the proposal   [3] Proposals

    Tom: /kpi propose for 1
    ✓ Thank you, your vote is counted: 1 for, 1 against so far. You can still change it.

    [1] Comment   [2] Show the proposal   [3] Proposals

    Hal: /kpi propose for 1
    李娜 says of “Weight of Win rate”: 太高了

    [1] Show the proposal

    ✗ That is your own proposal. The others vote on it.

    Hal: /kpi propose accept 1 we try it for a quarter
    ✓ Accepted, and the change is agreed. Those concerned will hear of it.

    [1] Proposals   [2] Undo

    Hal: /kpi undo
    ── Undo ────────────────────────────────────────────────────────────────────────────────────────────
    Take back a decision on a proposal (Win rate)?
    [1] Yes   [2] No
    [Cancel]

    Hal: yes
    ✓ Taken back: a decision on a proposal (Win rate).

    [1] My day

    Hal: /kpi propose 1
    Proposal 1 by Hal: Weight of Win rate, from 1 Dec 2026. Why: it matters most

                                  Now  Then
    ───────────────────────────────────────
    Weight of Win rate            20   30
    Weight of Sales revenue       40   35
    Weight of New customers won   20   17
    Weight of Key-account visits  10   9
    Weight of cold calls made     10   9

    If it held in November 2026 already:

    Whose score        Now   Then
    ─────────────────────────────
    Sales            111.7  111.4
    Hal              111.7  111.4
    Tom              111.7  111.4
    李娜             111.7  111.4
    Eve              111.7  111.4
    Harbour Trading  111.7  111.4

    Votes: 1 for, 1 against.

    Name  Comment
    ─────────────
    李娜  太高了

    [1] Accept   [2] Decline   [3] Comment   [4] Withdraw   [5] Proposals
    """


@transcript
def test_a_new_kpi_and_the_end_of_one() -> None:
    """
    李娜: /kpi 提议 新增
    ── 新增指标 ────────────────────────────────────────────────────────────────────────────────────────
    应该考核什么？
      1  大客户保留率    销售部门常用；发挥优势“big key accounts”
      2  新客户收入占比  销售部门常用；对应目标“一年内营收增长20%”
      3  回款率          销售部门常用；小公司也容易统计
      4  平均单笔成交额  销售部门常用；对应目标“一年内营收增长20%”
      5  工作差错数      对应目标“质量投诉减半”；小公司也容易统计
    或者用自己的话写
    [取消]

    李娜: 回款率
    ── 有数据吗？ ──────────────────────────────────────────────────────────────────────────────────────
    回款率：到期应收款中已收回的金额 ÷ 到期应收款总额。

    最近的数值是多少（每月一个）？
    从早到近，用空格隔开；有一个就行，有十二个更好。没人知道就跳过。
    ↵ –
    [返回] [跳过] [取消]

    李娜: 91% 93%
    ── 目标 ────────────────────────────────────────────────────────────────────────────────────────────
    我读到的是：91% · 93%。

    往期数据满 6 期（按月或按季），我就能建议目标、估算达成可能性；目前只有 2 期。

    “回款率”每月的目标是多少？
    填一个数，或三个数：底线 / 目标 / 挑战，如 40 / 50 / 60。达到底线 60 分，目标 100 分，挑战 120 分。
    [返回] [取消]

    李娜: 95%
    ── 谁来填报 ────────────────────────────────────────────────────────────────────────────────────────
    这些数据由谁填报？
      1  李娜
      2  Hal
      3  Tom
      4  Eve
    [返回] [取消]

    李娜: 李娜
    ── 权重 ────────────────────────────────────────────────────────────────────────────────────────────
    它应占多少权重（总共 100）？
    其他指标的权重按比例调整。
    ↵ 16
    [返回] [取消]

    李娜: 10
    ── 理由 ────────────────────────────────────────────────────────────────────────────────────────────
    为什么？
    大家投票前会看到。
    [返回] [取消]

    李娜: 签了单还要收到钱
    从哪天起？
    一般从下一个周期开始。
    ↵ 2026-12-01
    [返回] [取消]

    李娜:
    ── 确认 ────────────────────────────────────────────────────────────────────────────────────────────
    新增指标：回款率，自2026年12月1日起

                            现在  调整后
    ───────────────────────────────────────────────────────────────────────
    指标                          回款率
    目标                          95%
    权重                          10
    填报人                        李娜
    计算方法                      到期应收款中已收回的金额 ÷ 到期应收款总额
    填报频率                      每月
    销售收入的权重          40    36
    新增客户数的权重        20    18
    赢单率的权重            20    18
    大客户拜访次数的权重    10    9
    cold calls made 的权重  10    9

    如果2026年11月就按这个算：

    考核对象          现在  调整后
    ──────────────────────────────
    销售             111.7   111.7
    李娜             111.7   111.7
    Harbour Trading  111.7   111.7

    提交给部门讨论？
    [1] 是   [2] 否
    [返回] [取消]

    李娜: 是
    ✓ 提议已提交给部门。接下来征求大家的意见，由负责人决定，结果会告诉你。

    [1] 查看提议   [2] 撤销

    Tom: /kpi propose retire cold calls made
    ✓ Welcome to Harbour Trading, Tom. I write to you by myself at most 5 times a week, between 09:00
      and 18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you,
      your heads and the owner see your own scores; everybody sees those of departments.

    [1] My day   [2] Help

    There is a proposal for Sales. What do you think of it?

    Proposal 1 by 李娜: New KPI: Collection rate, from 1 Dec 2026. Why: 签了单还要收到钱

                                  Now  Then
    ────────────────────────────────────────────────────────────────────────────────
    KPI                                Collection rate
    Target                             95%
    Weight                             10
    Entered by                         李娜
    Counted as                         Cash received for invoices due ÷ Invoices due
    How often                          Every month
    Weight of Sales revenue       40   36
    Weight of New customers won   20   18
    Weight of Win rate            20   18
    Weight of Key-account visits  10   9
    Weight of cold calls made     10   9

    If it held in November 2026 already:

    Whose score        Now   Then
    ─────────────────────────────
    Sales            111.7  111.7
    Tom              111.7  111.7
    Harbour Trading  111.7  111.7

    Votes: 0 for, 0 against.

    [3] For   [4] Against   [5] No opinion   [6] Comment   [7] Proposals

    ── Reason ──────────────────────────────────────────────────────────────────────────────────────────
    Why?
    The others read this before they vote.
    [Cancel]

    Tom: nobody reads it
    From when on?
    Usually from the beginning of the next period.
    ↵ 2026-12-01
    [Back] [Cancel]

    Tom: 1 Jan
    ── Ready? ──────────────────────────────────────────────────────────────────────────────────────────
    End of cold calls made, from 1 Jan 2027 on

                                  Now  Then
    ───────────────────────────────────────
    cold calls made               10   ends
    Weight of Sales revenue       40   45
    Weight of New customers won   20   22
    Weight of Win rate            20   22
    Weight of Key-account visits  10   11

    If it held in November 2026 already:

    Whose score        Now   Then
    ─────────────────────────────
    Sales            111.7  120.0
    Tom              111.7  120.0
    Harbour Trading  111.7  120.0

    Put this before the department?
    [1] Yes   [2] No
    [Back] [Cancel]

    Tom: yes
    ✓ Your proposal is with the department. The others are asked what they think, the head decides, and
      you hear how it ends.

    [1] Show the proposal   [2] Undo

    Tom: /kpi propose
    2 proposals are waiting:

    No.  Proposal                  By    For  Against
    ─────────────────────────────────────────────────
      1  New KPI: Collection rate  李娜    0        0
      2  End of cold calls made    Tom     0        0

    [1] New KPI: Collection rate   [2] End of cold calls made   [3] Propose a new KPI
    [4] Propose a change   [5] Propose to end a KPI

    Tom: /kpi propose withdraw 2
    ✓ Withdrawn. Nobody is asked about it any more.

    [1] Proposals

    Anna: /kpi propose accept 1
    ✓ Accepted, and the change is agreed. Those concerned will hear of it.

    [1] Proposals   [2] Undo

    Anna: /kpi propose 1
    Proposal 1 by 李娜: New KPI: Collection rate, from 1 Dec 2026. Why: 签了单还要收到钱

    Votes: 0 for, 0 against.

    Accepted by Anna.

    [1] Proposals

    bot -> 李娜:
    你的提议“新增指标：回款率”已采纳（Anna）。

    [1] 查看提议
    """


def test_nobody_hears_of_their_own_deed_nor_twice(stage: RealStage) -> None:
    stage.type("Tom", "/kpi propose Win rate", "target", "28%", "why not", "", "yes")

    assert "proposal for Sales" in stage.type("Hal", "/kpi")
    for who in ("Tom", "Anna", "Rob", "Hal"):
        assert "proposal for Sales" not in stage.type(who, "/kpi")


def test_who_is_gone_is_neither_told_nor_waited_for(stage: RealStage) -> None:
    stage.type("Tom", "/kpi propose Win rate", "target", "28%", "why not", "", "yes")
    stage.unasked("Hal")
    stage.type("Anna", "/kpi members remove 李娜", "/kpi members remove Eve")

    assert "不在公司" in stage.type("李娜", "/kpi")
    stage.type("Hal", "/kpi propose for 1")
    stage.type("Anna", "/kpi propose")
    assert "1        0" in stage.type("Anna", "/kpi propose")


def test_news_of_what_is_settled_are_not_told(stage: RealStage) -> None:
    stage.unasked("Hal")
    stage.type("Tom", "/kpi propose Win rate", "target", "28%", "why not", "", "yes", "/kpi propose withdraw 1")

    assert not stage.unasked("Hal")


def test_what_was_voted_on_meanwhile_is_not_asked(stage: RealStage) -> None:
    stage.type("Tom", "/kpi propose Win rate", "target", "28%", "why not", "", "yes")
    stage.type("李娜", "/kpi 提议 赞成 1")

    assert "你怎么看" not in str(stage.shown["李娜"])


def test_only_the_head_sees_buttons_to_decide(stage: RealStage) -> None:
    stage.type("Tom", "/kpi propose Win rate", "target", "28%", "why not", "", "yes")
    shown = {}
    for who in ("Tom", "Hal", "Rob", "Eve", "Anna"):
        stage.unasked(who)
        stage.type(who, "/kpi propose 1")
        (page,) = stage.shown[who]
        assert isinstance(page, Message)
        shown[who] = [button.label for button in page.buttons]

    assert [who for who, labels in shown.items() if "Accept" in labels] == ["Hal", "Anna"]
    assert [who for who, labels in shown.items() if "Withdraw" in labels] == ["Tom"]
    assert [who for who, labels in shown.items() if "For" not in labels] == ["Tom"]


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("/kpi propose for 99", "not there any more"),
        ("/kpi propose for", "No proposals are waiting"),
        ("/kpi propose Wim rate", "Perhaps Win rate"),
        ("/kpi propose 7 8", "nothing called"),
    ],
)
def test_what_is_not_there_is_said(stage: RealStage, line: str, answer: str) -> None:
    assert answer in stage.type("Tom", line)


def test_a_proposal_that_has_become_impossible_says_why(stage: RealStage) -> None:
    stage.type("Tom", "/kpi propose retire cold calls made", "nobody reads it", "", "yes")
    stage.type("Hal", "/kpi propose change Win rate", "weight", "30", "it matters", "", "yes", "/kpi propose accept 2")

    said = stage.type("Hal", "/kpi propose 1")
    assert "Accept" in said
    stage.type("Hal", "/kpi propose retire cold calls made", "really", "", "yes", "/kpi propose accept 3")
    said = stage.type("Hal", "/kpi propose 1")
    assert "can't be carried out" in said
    assert "[1] Decline" in said


def test_my_day_shows_what_waits(stage: RealStage) -> None:
    stage.type("Tom", "/kpi propose Win rate", "target", "28%", "why not", "", "yes")
    for who in PEOPLE:
        stage.unasked(who)

    assert "One proposal waits for your decision." in stage.type("Hal", "/kpi")
    assert "有 1 个提议等你投票。" in stage.type("李娜", "/kpi")
    assert "proposal" not in stage.type("Tom", "/kpi")
    assert "proposal" not in stage.type("Rob", "/kpi")
    stage.type("Hal", "/kpi propose for 1")
    assert "One proposal waits for your decision." in stage.type("Hal", "/kpi")
    stage.type("Hal", "/kpi propose accept 1")
    assert "proposal" not in stage.type("Hal", "/kpi")


def test_what_was_published_is_heard_of_by_the_department(stage: RealStage) -> None:
    stage.unasked("Tom")
    stage.type("Rob", "/kpi build Service", "1", "Answer fast", "Complaint count", "4", "3", "skip", "yes")

    assert not stage.unasked("Rob")
    assert not stage.unasked("Tom")
    stage.type("Anna", "/kpi members add Mia, Service, member, 100%")
    assert "Complaint count" not in str(stage.unasked("Anna"))


def test_who_enters_a_kpi_hears_that_it_has_changed(stage: RealStage) -> None:
    stage.type("Hal", "/kpi propose Win rate", "who enters it", "Tom", "he has the numbers", "", "yes")
    stage.type("Anna", "/kpi propose accept 1")

    assert "“Change of Win rate” has been accepted by Anna" in str(stage.unasked("Tom"))


def test_news_and_the_same_card_are_shown_once(stage: RealStage) -> None:
    stage.type("Tom", "/kpi propose Win rate", "target", "28%", "why not", "", "yes")

    assert stage.type("Hal", "/kpi propose 1").count("Proposal 1 by Tom") == 1
