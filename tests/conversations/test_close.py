"""A period is reviewed, closed and opened again, by several people in their languages."""

from __future__ import annotations

from datetime import datetime

import pytest

from conversations.view import Message
from tests.chat import transcript
from tests.stage import RealStage

PEOPLE = ("Anna", "Hal", "Tom", "李娜", "Eve", "Rob")
DECEMBER = datetime.fromisoformat("2026-12-03 09:00")
VALUES = "win rate 24% last month, new customers 9 2026-W47, cold calls 390 2026-W47, sales revenue 60k 2026-11-25"


@pytest.fixture
def people() -> tuple[str, ...]:
    return PEOPLE


@pytest.fixture(autouse=True)
def team(stage: RealStage, built: None) -> None:
    """Hal heads Sales, Tom and 李娜 sell, Eve looks at Sales, Rob heads Service; November is over."""
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
    stage.set_now(DECEMBER)
    stage.type("Anna", VALUES)


@transcript
def test_a_month_from_review_to_closed() -> None:
    """
    Hal: /kpi close
    ✓ Welcome to Harbour Trading, Hal. I write to you by myself at most 5 times a week, between 09:00
      and 18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you,
      your heads and the owner see your own scores; everybody sees those of departments.

    [3] My day   [4] Help

    Sales, November 2026: 3 not begun, 0 in review, 0 closed.

    Whose score  Score  State  Comments  Agrees
    ───────────────────────────────────────────
    Sales        104.4  Open
    Tom          104.4  Open
    李娜         104.4  Open

    Values that never came
    KPI                 Entered by
    ──────────────────────────────
    Key-account visits  Anna

    [1] Begin the review   [2] Period before

    Hal: [Begin the review]
    ✓ The review of November 2026 has begun for 3 scorecards. Those whose they are hear of it and are
      asked for a word.

    [1] All scorecards

    -- the bot restarts --
    bot -> Tom:
    ✓ Welcome to Harbour Trading, Tom. I write to you by myself at most 5 times a week, between 09:00
      and 18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you,
      your heads and the owner see your own scores; everybody sees those of departments.

    [1] My day   [2] Help

    November 2026 is being reviewed. This is your scorecard; a word of yours on it is welcome before
    your head adds theirs.

    Tom, November 2026: 104.4 of 100, grade A, from 90% of the weight.

    Department  Share  Score               Weight scored
    ────────────────────────────────────────────────────
    ▲ Sales      100%  104.4  ██████████│            90%

    Not in yet: Sales (8 values).

    In review: 104.4, grade A (coefficient 1.2).

    [3] I agree   [4] I don't agree   [5] Comment   [6] Why?

    Tom: [Comment]
    ── Your comment ────────────────────────────────────────────────────────────────────────────────────
    What is there to say about this period?
    What went well, what got in the way, what comes next.
    [Cancel]

    Tom: a hard month
    ✓ Thank you. It stands with the scorecard.

    [1] Show the scorecard

    Tom: [Show the scorecard]
    Tom, November 2026: 104.4 of 100, grade A, from 90% of the weight.

    Department  Share  Score               Weight scored
    ────────────────────────────────────────────────────
    ▲ Sales      100%  104.4  ██████████│            90%

    Not in yet: Sales (8 values).

    In review: 104.4, grade A (coefficient 1.2).

    Name  Comment
    ──────────────────
    Tom   a hard month

    [1] I agree   [2] I don't agree   [3] Comment   [4] Why?

    Tom: [I don't agree]
    ── What is not right? ──────────────────────────────────────────────────────────────────────────────
    What do you see otherwise?
    Your head reads this and talks to you before the period is closed.
    [Cancel]

    Tom: the win rate is wrong
    ✓ Thank you for saying so. Your head hears of it.

    [1] Show the scorecard

    bot -> Hal:
    Tom doesn't agree with the scorecard of November 2026: the win rate is wrong

    Tom, November 2026: 104.4 of 100, grade A, from 90% of the weight.

    Department  Share  Score               Weight scored
    ────────────────────────────────────────────────────
    ▲ Sales      100%  104.4  ██████████│            90%

    Not in yet: Sales (8 values).

    In review: 104.4, grade A (coefficient 1.2).

    Name  Comment
    ──────────────────
    Tom   a hard month

    Tom doesn't agree: the win rate is wrong

    [1] Comment   [2] Close it   [3] All scorecards   [4] Why?

    Hal: [Comment]
    ── Your comment ────────────────────────────────────────────────────────────────────────────────────
    What is there to say about this period?
    What went well, what got in the way, what comes next.
    [Cancel]

    Hal: you did <b>well</b>
    ✓ Thank you. It stands with the scorecard.

    [1] Show the scorecard

    bot -> Tom:
    There is a comment on your scorecard of November 2026.

    Tom, November 2026: 104.4 of 100, grade A, from 90% of the weight.

    Department  Share  Score               Weight scored
    ────────────────────────────────────────────────────
    ▲ Sales      100%  104.4  ██████████│            90%

    Not in yet: Sales (8 values).

    In review: 104.4, grade A (coefficient 1.2).

    Name  Comment
    ─────────────────────────
    Tom   a hard month
    Hal   you did <b>well</b>

    You don't agree: the win rate is wrong

    [1] I agree   [2] Comment   [3] Why?

    Tom: [I agree]
    ✓ Thank you, that is settled for you.

    [1] Show the scorecard

    Hal: /kpi close freeze Tom
    ✗ This scorecard is made of that of Sales, which has to be closed first.

    [1] Close Sales first

    Hal: [Close Sales first]
    ── Points by hand ──────────────────────────────────────────────────────────────────────────────────
    Sales, November 2026: 104.4, grade A (coefficient 1.2).

    Are there points to add or to take off?
    Each with its reason, such as: +3 helped service out; -1 reports late. Skip if there are none.
    ↵ –
    [Skip] [Cancel]

    Hal: skip
    ── Grade ───────────────────────────────────────────────────────────────────────────────────────────
    In all: 104.4, grade A (coefficient 1.2).

    Close it with which grade?
      1  A, by the points
      2  S                 by hand; coefficient 1.5
      3  B                 by hand; coefficient 1
      4  C                 by hand; coefficient 0.8
      5  D                 by hand; coefficient 0
    [Back] [Cancel]

    Hal: 1
    ✓ Sales, November 2026, is closed: 104.4, grade A (coefficient 1.2). The scorecard stays as it is
      from now on, with everything that explains it.

    [1] Show the scorecard   [2] All scorecards

    -- the bot restarts --
    Hal: /kpi close
    Sales, November 2026: 0 not begun, 2 in review, 1 closed.

    Whose score  Score  State      Comments  Agrees  Waits for
    ───────────────────────────────────────────────────────────
    Sales        104.4  Closed
    Tom          104.4  In review         2  yes     closing
    李娜         104.4  In review                    their word

    Values that never came
    KPI                 Entered by
    ──────────────────────────────
    Key-account visits  Anna

    [1] Close 2 together   [2] Sales   [3] Tom   [4] 李娜   [5] Period before

    Hal: [Tom]
    Tom, November 2026: 104.4 of 100, grade A, from 90% of the weight.

    Department  Share  Score               Weight scored
    ────────────────────────────────────────────────────
    ▲ Sales      100%  104.4  ██████████│            90%

    Not in yet: Sales (8 values).

    In review: 104.4, grade A (coefficient 1.2).

    Name  Comment
    ─────────────────────────
    Tom   a hard month
    Hal   you did <b>well</b>

    Tom agrees.

    [1] Comment   [2] Close it   [3] All scorecards   [4] Why?

    Hal: [Close it]
    ── Points by hand ──────────────────────────────────────────────────────────────────────────────────
    Tom, November 2026: 104.4, grade A (coefficient 1.2).

    Are there points to add or to take off?
    Each with its reason, such as: +3 helped service out; -1 reports late. Skip if there are none.
    ↵ –
    [Skip] [Cancel]

    Hal: +3 helped service out; -1 late reports
    ── Grade ───────────────────────────────────────────────────────────────────────────────────────────
    By hand             Points
    ──────────────────────────
    helped service out    +3.0
    late reports          −1.0

    In all: 106.4 (104.4 before points by hand), grade A (coefficient 1.2).

    Close it with which grade?
      1  A, by the points
      2  S                 by hand; coefficient 1.5
      3  B                 by hand; coefficient 1
      4  C                 by hand; coefficient 0.8
      5  D                 by hand; coefficient 0
    [Back] [Cancel]

    Hal: 1
    ✓ Tom, November 2026, is closed: 106.4 (104.4 before points by hand), grade A (coefficient 1.2). The
      scorecard stays as it is from now on, with everything that explains it.

    [1] Show the scorecard   [2] All scorecards

    bot -> Tom:
    Your scorecard of November 2026 is closed.

    Tom, November 2026: 106.4 of 100, grade A, from 90% of the weight.

    Department  Share  Score               Weight scored
    ────────────────────────────────────────────────────
    ▲ Sales      100%  104.4  ██████████│            90%

    The total: 104.4 +3.0 −1.0 = 106.4.

    Not in yet: Sales (8 values).

    Closed: 106.4 (104.4 before points by hand), grade A (coefficient 1.2).

    By hand             Points
    ──────────────────────────
    helped service out    +3.0
    late reports          −1.0

    Name  Comment
    ─────────────────────────
    Tom   a hard month
    Hal   you did <b>well</b>

    You agree.

    [1] I don't agree   [2] Why?

    Tom: /kpi close
    Tom, November 2026: 106.4 of 100, grade A, from 90% of the weight.

    Department  Share  Score               Weight scored
    ────────────────────────────────────────────────────
    ▲ Sales      100%  104.4  ██████████│            90%

    The total: 104.4 +3.0 −1.0 = 106.4.

    Not in yet: Sales (8 values).

    Closed: 106.4 (104.4 before points by hand), grade A (coefficient 1.2).

    By hand             Points
    ──────────────────────────
    helped service out    +3.0
    late reports          −1.0

    Name  Comment
    ─────────────────────────
    Tom   a hard month
    Hal   you did <b>well</b>

    You agree.

    [1] I don't agree   [2] Why?

    Anna: win rate 25% last month
    ✗ Nothing changes in November 2026 any more: it is closed. Hal (head) or Anna (owner) can reopen it.

    Hal: /kpi close reopen @Tom November
    ...

    Hal: a value came late
    ...

    Hal: /kpi close card @Tom November
    Tom, November 2026: 104.4 of 100, grade A, from 90% of the weight.

    Department  Share  Score               Weight scored
    ────────────────────────────────────────────────────
    ▲ Sales      100%  104.4  ██████████│            90%

    Not in yet: Sales (8 values).

    In review: 104.4, grade A (coefficient 1.2).

    Opened again by Hal: a value came late

    Before that it had:

    By hand             Points
    ──────────────────────────
    helped service out    +3.0
    late reports          −1.0

    Name  Comment
    ─────────────────────────
    Tom   a hard month
    Hal   you did <b>well</b>

    Tom agrees.

    [1] Comment   [2] Close it   [3] All scorecards   [4] Why?
    """


@transcript
def test_in_chinese_by_typing_alone() -> None:
    """
    Hal: /kpi language 中文
    ✓ Hal，欢迎加入“Harbour Trading”！我每周最多主动给你发 5 条消息，只在工作日 09:00 至 18:00 发，请假
      时不打扰；要改就用 /kpi 提醒。个人得分只有你自己、部门负责人和老板能看到，部门得分大家都能看到。

    [2] 今日待办   [3] 帮助

    ✓ 好的，以后用中文。

    [1] 今日待办

    Hal: /kpi 结算
    销售，2026年11月：未开始 3，评审中 0，已结算 0。

    考核对象   得分  状态    评语  本人认可
    ───────────────────────────────────────
    销售      104.4  未结算
    Tom       104.4  未结算
    李娜      104.4  未结算

    一直没有填的数据
    指标            填报人
    ──────────────────────
    大客户拜访次数  Anna

    [1] 开始评审   [2] 上一期

    Hal: 结算 开始
    ✓ 2026年11月的评审已开始，共 3 份考核表。会通知本人，并请他们写几句自评。

    [1] 全部考核表

    李娜: /kpi
    2026年11月开始评审了，这是你的考核表。欢迎先写几句自评，负责人随后写评语。

    李娜，2026年11月：104.4 分（达标为 100 分），等级 A，已有 90% 权重的数据。

    部门    占比   得分               已计分权重
    ────────────────────────────────────────────
    ▲ 销售  100%  104.4  ██████████│         90%

    还差的数据：销售 8 项。

    评审中：104.4 分，等级 A（绩效系数 1.2）。

    [5] 认可   [6] 有异议   [7] 写评语   [8] 为什么？

    李娜，你好！今天没有要填的数据。

    你2026年11月的考核表（评审中）请看一下，确认是否认可。

    2026年11月你的得分：104.4（已有 90% 权重的数据）。

    [1] 我2026年11月的考核表   [2] 看报告   [3] 为什么？   [4] 帮助

    李娜: /kpi 结算 意见
    ── 评语 ────────────────────────────────────────────────────────────────────────────────────────────
    对这个周期有什么评语？
    做得好的、遇到的困难、接下来的打算；写自己的就是自评。
    [取消]

    李娜: 旺季忙，下月补上拜访
    ✓ 收到，谢谢！已写进考核表。

    [1] 查看考核表

    李娜: 结算 同意
    ✓ 收到，谢谢！你这边已确认。

    [1] 查看考核表

    Hal: /kpi
    Hal，你好！今天没有要填的数据。

    2026年11月还有 3 份考核表等你结算（1 份已认可）。

    2026年11月你的得分：104.4（已有 90% 权重的数据）。

    [1] 2026年11月的评审   [2] 看报告   [3] 为什么？   [4] 帮助

    Hal: /kpi 结算 定稿 销售
    ── 加减分项 ────────────────────────────────────────────────────────────────────────────────────────
    销售，2026年11月：104.4 分，等级 A（绩效系数 1.2）。

    有没有要加分或减分的？
    每项写明事由，如：+3 支援客服；-1 报表迟交。没有就跳过。
    ↵ –
    [跳过] [取消]

    Hal: 跳过
    ── 绩效等级 ────────────────────────────────────────────────────────────────────────────────────────
    合计：104.4 分，等级 A（绩效系数 1.2）。

    按哪个等级结算？
      1  A（按得分）
      2  S            人工评定；绩效系数 1.5
      3  B            人工评定；绩效系数 1
      4  C            人工评定；绩效系数 0.8
      5  D            人工评定；绩效系数 0
    [返回] [取消]

    Hal: 1
    ✓ 销售2026年11月已结算：104.4 分，等级 A（绩效系数 1.2）。考核表连同全部依据从此不再变动。

    [1] 查看考核表   [2] 全部考核表

    Hal: /kpi 结算 定稿 李娜
    ── 加减分项 ────────────────────────────────────────────────────────────────────────────────────────
    李娜，2026年11月：104.4 分，等级 A（绩效系数 1.2）。

    有没有要加分或减分的？
    每项写明事由，如：+3 支援客服；-1 报表迟交。没有就跳过。
    ↵ –
    [跳过] [取消]

    Hal: 帮了忙 加 3
    ✗ “帮了忙 加 3”没看懂。每项要有正负号、分数和事由，如 +3 支援客服；多项用分号隔开。
    有没有要加分或减分的？
    每项写明事由，如：+3 支援客服；-1 报表迟交。没有就跳过。
    ↵ –
    [跳过] [取消]

    Hal: 加3分 支援客服；扣 1 分：报表迟交
    ── 绩效等级 ────────────────────────────────────────────────────────────────────────────────────────
    加减分事由  计分
    ────────────────
    支援客服    +3.0
    报表迟交    −1.0

    合计：106.4 分（加减分前 104.4 分），等级 A（绩效系数 1.2）。

    按哪个等级结算？
      1  A（按得分）
      2  S            人工评定；绩效系数 1.5
      3  B            人工评定；绩效系数 1
      4  C            人工评定；绩效系数 0.8
      5  D            人工评定；绩效系数 0
    [返回] [取消]

    Hal: A
    ✓ 李娜2026年11月已结算：106.4 分（加减分前 104.4 分），等级 A（绩效系数 1.2）。考核表连同全部依据从
      此不再变动。

    [1] 查看考核表   [2] 全部考核表

    bot -> 李娜:
    你2026年11月的考核表已结算。

    李娜，2026年11月：106.4 分（达标为 100 分），等级 A，已有 90% 权重的数据。

    部门    占比   得分               已计分权重
    ────────────────────────────────────────────
    ▲ 销售  100%  104.4  ██████████│         90%

    总分：104.4 +3.0 −1.0 = 106.4 分。

    还差的数据：销售 8 项。

    已结算：106.4 分（加减分前 104.4 分），等级 A（绩效系数 1.2）。

    加减分事由  计分
    ────────────────
    支援客服    +3.0
    报表迟交    −1.0

    姓名  评语
    ──────────────────────────
    李娜  旺季忙，下月补上拜访

    你已认可。

    [1] 有异议   [2] 为什么？

    李娜: /kpi
    李娜，你好！今天没有要填的数据。

    2026年11月你的得分：106.4（已有 90% 权重的数据）。

    [1] 看报告   [2] 为什么？   [3] 帮助

    Hal: /kpi 结算 重开 销售
    ── 重新打开 ────────────────────────────────────────────────────────────────────────────────────────
    为什么要重新打开？
    会记在考核表上，本人也能看到。
    [取消]

    Hal: 赢单率填错了
    ✓ 销售2026年11月已重新打开，原因已记录。以它为基础的 1 份考核表也一并打开。

    [1] 查看考核表   [2] 全部考核表

    李娜: /kpi 结算
    你2026年11月的考核表已重新打开，原因：赢单率填错了

    李娜，2026年11月：104.4 分（达标为 100 分），等级 A，已有 90% 权重的数据。

    部门    占比   得分               已计分权重
    ────────────────────────────────────────────
    ▲ 销售  100%  104.4  ██████████│         90%

    还差的数据：销售 8 项。

    评审中：104.4 分，等级 A（绩效系数 1.2）。

    Hal 重新打开，原因：赢单率填错了

    重新打开前的记录：

    加减分事由  计分
    ────────────────
    支援客服    +3.0
    报表迟交    −1.0

    姓名  评语
    ──────────────────────────
    李娜  旺季忙，下月补上拜访

    你已认可。

    [1] 认可   [2] 有异议   [3] 写评语   [4] 为什么？
    """


@transcript
def test_the_company_is_closed_by_its_owner_last() -> None:
    """
    Anna: /kpi close
    Harbour Trading, November 2026: 3 not begun, 0 in review, 0 closed.

    Whose score      Score  State  Comments  Agrees
    ───────────────────────────────────────────────
    Sales            104.4  Open
    Hal              104.4  Open
    Harbour Trading  104.4  Open

    Values that never came
    KPI                 Entered by
    ──────────────────────────────
    Key-account visits  Anna

    [1] Begin the review   [2] People of Sales   [3] Period before

    Anna: [Begin the review]
    ✓ The review of November 2026 has begun for 3 scorecards. Those whose they are hear of it and are
      asked for a word.

    [1] All scorecards

    Anna: /kpi close freeze company
    ✗ This scorecard is made of that of Sales, which has to be closed first.

    [1] Close Sales first

    Anna: [Close Sales first]
    ── Points by hand ──────────────────────────────────────────────────────────────────────────────────
    Sales, November 2026: 104.4, grade A (coefficient 1.2).

    Are there points to add or to take off?
    Each with its reason, such as: +3 helped service out; -1 reports late. Skip if there are none.
    ↵ –
    [Skip] [Cancel]

    Anna:
    ── Grade ───────────────────────────────────────────────────────────────────────────────────────────
    In all: 104.4, grade A (coefficient 1.2).

    Close it with which grade?
      1  A, by the points
      2  S                 by hand; coefficient 1.5
      3  B                 by hand; coefficient 1
      4  C                 by hand; coefficient 0.8
      5  D                 by hand; coefficient 0
    [Back] [Cancel]

    Anna: 1
    ✓ Sales, November 2026, is closed: 104.4, grade A (coefficient 1.2). The scorecard stays as it is
      from now on, with everything that explains it.

    [1] Show the scorecard   [2] All scorecards

    bot -> Hal:
    ✓ Welcome to Harbour Trading, Hal. I write to you by myself at most 5 times a week, between 09:00
      and 18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you,
      your heads and the owner see your own scores; everybody sees those of departments.

    [1] My day   [2] Help

    November 2026 is being reviewed. This is your scorecard; a word of yours on it is welcome before
    your head adds theirs.

    Hal, November 2026: 104.4 of 100, grade A, from 90% of the weight.

    Department  Share  Score               Weight scored
    ────────────────────────────────────────────────────
    ▲ Sales      100%  104.4  ██████████│            90%

    Not in yet: Sales (8 values).

    In review: 104.4, grade A (coefficient 1.2).

    [3] I agree   [4] I don't agree   [5] Comment   [6] Why?

    Hal: [I agree]
    ✓ Thank you, that is settled for you.

    [1] Show the scorecard

    Anna: /kpi
    Hello Anna. 2 values are waiting for you:

    KPI            Period      Last time                    Target
    ──────────────────────────────────────────────────────────────
    Sales revenue  2 Dec 2026  CN¥60,000  CN¥1,200,000 every month
    Sales revenue  3 Dec 2026  CN¥60,000  CN¥1,200,000 every month

    November 2026: 2 scorecards wait to be closed by you (1 agreed to).

    Harbour Trading, November 2026: 104.4, from 90% of the weight.

    [1] Enter my values   [2] Reviews of November 2026   [3] Report   [4] Why?   [5] Help

    Anna: [Reviews of November 2026]
    Harbour Trading, November 2026: 0 not begun, 2 in review, 1 closed.

    Whose score      Score  State      Comments  Agrees  Waits for
    ──────────────────────────────────────────────────────────────
    Sales            104.4  Closed
    Hal              104.4  In review            yes     closing
    Harbour Trading  104.4  In review                    closing

    Values that never came
    KPI                 Entered by
    ──────────────────────────────
    Key-account visits  Anna

    [1] Close 2 together   [2] Sales   [3] Hal   [4] Harbour Trading   [5] People of Sales
    [6] Period before

    Anna: /kpi close freeze @Hal
    ── Points by hand ──────────────────────────────────────────────────────────────────────────────────
    Hal, November 2026: 104.4, grade A (coefficient 1.2).

    Are there points to add or to take off?
    Each with its reason, such as: +3 helped service out; -1 reports late. Skip if there are none.
    ↵ –
    [Skip] [Cancel]

    Anna:
    ── Grade ───────────────────────────────────────────────────────────────────────────────────────────
    In all: 104.4, grade A (coefficient 1.2).

    Close it with which grade?
      1  A, by the points
      2  S                 by hand; coefficient 1.5
      3  B                 by hand; coefficient 1
      4  C                 by hand; coefficient 0.8
      5  D                 by hand; coefficient 0
    [Back] [Cancel]

    Anna: 1
    ✓ Hal, November 2026, is closed: 104.4, grade A (coefficient 1.2). The scorecard stays as it is from
      now on, with everything that explains it.

    [1] Show the scorecard   [2] All scorecards

    Anna: /kpi close freeze company
    ── Points by hand ──────────────────────────────────────────────────────────────────────────────────
    Harbour Trading, November 2026: 104.4, grade A (coefficient 1.2).

    Are there points to add or to take off?
    Each with its reason, such as: +3 helped service out; -1 reports late. Skip if there are none.
    ↵ –
    [Skip] [Cancel]

    Anna:
    ── Grade ───────────────────────────────────────────────────────────────────────────────────────────
    In all: 104.4, grade A (coefficient 1.2).

    Close it with which grade?
      1  A, by the points
      2  S                 by hand; coefficient 1.5
      3  B                 by hand; coefficient 1
      4  C                 by hand; coefficient 0.8
      5  D                 by hand; coefficient 0
    [Back] [Cancel]

    Anna: 1
    ✓ Harbour Trading, November 2026, is closed: 104.4, grade A (coefficient 1.2). The scorecard stays
      as it is from now on, with everything that explains it.

    [1] Show the scorecard   [2] All scorecards
    """


def started(stage: RealStage) -> None:
    """Hal has begun the review, and everybody has heard of it."""
    stage.type("Hal", "/kpi close start")
    for who in PEOPLE:
        stage.unasked(who)


@pytest.mark.parametrize(
    ("line", "allowed"),
    [
        ("/kpi close", "Anna Hal Tom Eve Rob"),
        ("/kpi close Sales", "Anna Hal Tom Eve Rob"),
        ("/kpi close @Tom", "Anna Hal Tom"),
        ("/kpi close comment @Tom", "Anna Hal Tom"),
        ("/kpi close freeze Sales", "Anna Hal"),
        ("/kpi close freeze @Hal", "Anna"),
        ("/kpi close start company", "Anna"),
        ("/kpi close reopen Sales", "Anna Hal"),
    ],
)
def test_who_may(stage: RealStage, line: str, allowed: str) -> None:
    started(stage)
    told = {who: stage.type(who, line) for who in ("Anna", "Hal", "Tom", "Eve", "Rob")}

    assert [who for who, said in told.items() if "You can't do that" not in said] == allowed.split()


@pytest.mark.parametrize("who", ["Anna", "Hal", "Tom", "Eve", "Rob"])
def test_nobody_is_shown_a_button_for_what_they_may_not_do(stage: RealStage, who: str) -> None:
    started(stage)
    for line in ("/kpi", "/kpi close", "/kpi close Sales", "/kpi close card Sales", "/kpi close company"):
        stage.type(who, line)
        page = stage.shown[who][-1]
        assert isinstance(page, Message)
        for button in page.buttons:
            assert "You can't do that" not in stage.type(who, f"[{button.label}]"), (line, button)
            stage.type(who, "cancel", line)


@pytest.mark.parametrize(
    ("begin", "button", "back"),
    [
        ("/kpi close Sales", "[Begin the review]", "Sales, November 2026: 0 not begun, 3 in review"),
        ("/kpi close company", "[Begin the review]", "Harbour Trading, November 2026: 0 not begun"),
    ],
)
def test_all_scorecards_are_those_that_one_was_looking_at(stage: RealStage, begin: str, button: str, back: str) -> None:
    assert stage.type("Anna", begin, button, "[All scorecards]").startswith(back)


def test_all_scorecards_of_somebody_are_their_departments(stage: RealStage) -> None:
    started(stage)
    said = stage.type("Anna", "/kpi close @Tom", "[All scorecards]")
    assert said.startswith("Sales, November 2026: 0 not begun, 3 in review")


def test_a_grade_by_hand_is_asked_for_its_reason(stage: RealStage) -> None:
    started(stage)
    assert "Why this grade, and not the one by the points?" in stage.type("Hal", "/kpi close freeze Sales", "skip", "S")
    stage.type("Hal", "Won the key account")
    assert "Grade S was given by hand by Hal: Won the key account" in stage.type("Tom", "/kpi close card Sales")


def test_a_grade_by_hand_is_asked_for_its_reason_in_chinese(stage: RealStage) -> None:
    stage.type("Hal", "/kpi 语言 中文")
    started(stage)
    assert "为什么不按得分评级？" in stage.type("Hal", "/kpi 结算 定稿 Sales", "跳过", "S")
    assert "等级 S 由Hal手动评定：拿下大客户" in stage.type("Hal", "拿下大客户", "/kpi 结算 考核表 Sales")


def test_a_second_click_closes_nothing_twice(stage: RealStage) -> None:
    started(stage)
    stage.type("Hal", "/kpi close freeze Sales", "", "1")

    assert "Nothing changes in November 2026 any more" in stage.type("Hal", "/kpi close freeze Sales")


def test_a_review_begins_once_and_only_when_the_period_is_over(stage: RealStage) -> None:
    assert "can begin on the day after" in stage.type("Hal", "/kpi close start this month")
    started(stage)
    assert "nothing to review" in stage.type("Hal", "/kpi close start")


def test_who_is_gone_is_not_reviewed(stage: RealStage) -> None:
    stage.type("Anna", "/kpi members remove 李娜")
    started(stage)

    assert "李娜" not in stage.type("Hal", "/kpi close")


def test_a_kpi_has_no_period_of_its_own(stage: RealStage) -> None:
    assert "all but “Win rate”" in stage.type("Hal", "/kpi close Win rate")


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("helped", "I can't read “helped”"),
        ("+3", "I can't read “+3”"),
        ("3 helped", "I can't read “3 helped”"),
        ("+0 nothing", "more than 0"),
        ("+500 the boss's son", "at most 100"),
        ("+3 helped; and more", "I can't read “and more”"),
    ],
)
def test_points_by_hand_need_a_sign_and_a_reason(stage: RealStage, typed: str, answer: str) -> None:
    started(stage)

    assert answer in stage.type("Hal", "/kpi close freeze Sales", typed)


@transcript
def test_many_scorecards_are_closed_in_one_go() -> None:
    """
    Hal: /kpi close start
    ...

    Tom: /kpi close disagree 2026-11
    ...

    Tom: the win rate is wrong
    ...

    李娜: /kpi 结算 同意 2026-11
    ...

    Hal: /kpi close
    Tom doesn't agree with the scorecard of November 2026: the win rate is wrong

    Tom, November 2026: 104.4 of 100, grade A, from 90% of the weight.

    Department  Share  Score               Weight scored
    ────────────────────────────────────────────────────
    ▲ Sales      100%  104.4  ██████████│            90%

    Not in yet: Sales (8 values).

    In review: 104.4, grade A (coefficient 1.2).

    Tom doesn't agree: the win rate is wrong

    [6] Comment   [7] Close it   [8] All scorecards   [9] Why?

    Sales, November 2026: 0 not begun, 3 in review, 0 closed.

    Whose score  Score  State      Comments  Agrees  Waits for
    ──────────────────────────────────────────────────────────
    Sales        104.4  In review                    closing
    Tom          104.4  In review            no      a talk
    李娜         104.4  In review            yes     closing

    Values that never came
    KPI                 Entered by
    ──────────────────────────────
    Key-account visits  Anna

    [1] Close 2 together   [2] Sales   [3] Tom   [4] 李娜   [5] Period before

    Hal: [Close 2 together]
    ── Closing together ────────────────────────────────────────────────────────────────────────────────
    2 scorecards of November 2026 can be closed as they stand, without points by hand. Each stays as it
    is, with everything that explains it.

    Whose score  Score  Grade  Agrees
    ─────────────────────────────────
    Sales        104.4  A
    李娜         104.4  A      yes

    Left open: Tom (waits for a talk).

    Close them so?
    [1] Yes   [2] No
    [Cancel]

    Anna: /kpi actual win rate 27% last month
    ...

    Anna: entered twice
    ...

    Hal: yes
    Nothing was closed: some of this has changed since I showed it. Please look again.

    [1] All scorecards

    Hal: [All scorecards]
    ...

    Hal: [Close 2 together]
    ...

    Hal: yes
    ✓ 2 scorecards of November 2026 are closed, as you saw them. Each person hears of theirs; any of
      them can be opened again, with a reason.

    [1] All scorecards

    Hal: [All scorecards]
    Sales, November 2026: 0 not begun, 1 in review, 2 closed.

    Whose score  Score  State      Comments  Agrees  Waits for
    ──────────────────────────────────────────────────────────
    Sales        106.7  Closed
    Tom          106.7  In review            no      a talk
    李娜         106.7  Closed               yes

    Values that never came
    KPI                 Entered by
    ──────────────────────────────
    Key-account visits  Anna

    [1] Sales   [2] Tom   [3] 李娜   [4] Period before

    Hal: /kpi close together
    ✗ No scorecard of November 2026 can be closed as it stands.

    Tom: /kpi close together Sales 2026-11
    ✗ You can't do that; Hal (head) or Anna (owner) can.

    Hal: /kpi close reopen Sales 2026-11
    ...

    Hal: one value was wrong
    ✓ Sales, November 2026, is open again, with your reason beside it. So is one scorecard that rests on
      it.

    [1] Show the scorecard   [2] All scorecards
    """


@transcript
def test_many_scorecards_are_closed_in_one_go_in_chinese() -> None:
    """
    Anna: /kpi language zh
    ...

    Anna: /kpi 结算 开始 Sales 2026-11
    ...

    Anna: 结算 一起 Sales 2026-11
    ── 一并结算 ────────────────────────────────────────────────────────────────────────────────────────
    2026年11月有 3 份考核表可以按现有结果一并结算，不做加减分。结算后得分和依据不再变动。

    考核对象   得分  等级  本人认可
    ───────────────────────────────
    销售      104.4  A
    Tom       104.4  A     尚未确认
    李娜      104.4  A     尚未确认

    就这样结算吗？
    [1] 是   [2] 否
    [取消]

    Anna: 是
    ✓ 2026年11月的 3 份考核表已按刚才的结果结算，本人都会收到通知。如需改动，可以说明原因重新打开。

    [1] 全部考核表
    """
