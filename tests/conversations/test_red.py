"""A KPI that is red: fact, cause, action; and in the next period the bot looks at it again."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.chat import transcript
from tests.stage import RealStage


@pytest.mark.usefixtures("built")
@transcript
def test_a_red_kpi_from_cause_to_looking_again() -> None:
    """
    -- 2026-12-01 09:00 --
    > /kpi actual win rate 21%
    ✓ Thank you. I understood:

      KPI       Period         Value  Before
      ──────────────────────────────────────
      Win rate  November 2026    21%

      Win rate (November 2026, 70.0) is red. A word on why, and on what will be done, helps everybody.

    [1] Undo   [2] Say why it is red   [3] Report   [4] Why?

    > [Say why it is red]
    ── Why it is red ───────────────────────────────────────────────────────────────────────────────────
    Win rate, November 2026: 21% against 30%, which is 70.0 of 100.

    What is behind it?
    One sentence, or one of these.
      1  Too few people or too little time
      2  Customers wanted less than expected
      3  A supplier or partner was late
      4  Something went wrong in the work
      5  The target is too high
      6  The number isn't right
      7  Happened once, won't happen again
      8  Not now                              I ask again if it is red in the next period
    Or in your own words
    [Cancel]

    > 3
    ── What will be done ───────────────────────────────────────────────────────────────────────────────
    What will be done about it?
    In a few words; skip it if nothing needs to be done.
    ↵ –
    [Back] [Skip] [Cancel]

    > answer within a day
    ── An action ───────────────────────────────────────────────────────────────────────────────────────
    Who does it?
    › 1  Anna
    ↵ Anna
    [Back] [Cancel]

    > Anna
    By when?
    Such as 12-24, 24 Dec, Friday or in 3 weeks.
    [Back] [Cancel]

    > 10 Dec
    ✓ Thank you. Win rate, November 2026: A supplier or partner was late. answer within a day, by 10 Dec
      2026. In the next period I ask once whether it has helped.

    [1] Undo   [2] Report

    > /kpi plan red
    Nothing of yours is red without a word on why.

    > /kpi report win rate
    Win rate, November 2026: 70.0 of 100.

    KPI         Actual  Target  Score               Weight  Trend
    ──────────────────────────────────────────────────────────────
    ▼ Win rate     21%     30%   70.0  ███████   │      20  ▃█▆▅▇▁

    Department  Sales
    Entered by  Anna
    Counted as  Deals won ÷ Deals decided (won and lost)
    Source      Customer list or CRM
    How often   Every month

    November 2026 was red: A supplier or partner was late (Anna). Action: answer within a day (open, due
    10 Dec 2026).

    Action plan
    What                 Who   Due
    ──────────────────────────────────────
    answer within a day  Anna  10 Dec 2026

    Win rate
                    Actual  │ Target
    June 2026          24%            █████████████████████████▌
    July 2026          31%            █████████████████████████████████
    August 2026        28%            █████████████████████████████▊
    September 2026     26%            ███████████████████████████▋
    October 2026       29%            ██████████████████████████████▉
    November 2026      21%       30%  ██████████████████████▍        │

    [1] Why?   [2] Enter a value   [3] Chart   [4] History   [5] Sales   [6] Period before

    > /kpi why win rate 2026-11
    Win rate, November 2026: 70.0

    Value       21%
    Counted as  Deals won ÷ Deals decided (won and lost)
    Target      30%
    Agreed      version 1, in force from 1 Nov 2026
    Weight      20 of 100

    21% / 30% × 100.0 = 70.0.

    November 2026 was red: A supplier or partner was late (Anna). Action: answer within a day (open, due
    10 Dec 2026).

    [1] History   [2] Report

    > /kpi plan red win rate 2026-11
    ✗ Why Win rate is red in November 2026 has been said already.

    > /kpi report brief Sales 2026-11
    Sales, November 2026: 70.0, from 20% of the weight.

    Could use a hand: Anna with Win rate (70.0).

    Why: Win rate: A supplier or partner was late → answer within a day.

    Not in yet: Sales revenue (6 values), New customers won (1 value), Key-account visits (1 value),
    cold calls made (1 value).

    To decide: Win rate would add 30.0 points if it met its target. Does it need more hands, or another
    target?

    [1] Why?   [2] Chart   [3] Check the KPI   [4] Report

    > /kpi close Sales 2026-11
    Sales, November 2026: 1 not begun, 0 in review, 0 closed.

    Whose score  Score  State  Comments  Agrees
    ───────────────────────────────────────────
    Sales         70.0  Open

    Values that never came
    KPI                 Entered by
    ──────────────────────────────
    Sales revenue       Anna
    New customers won   Anna
    Key-account visits  Anna
    cold calls made     Anna

    Red
    KPI       Score  Entered by  Why                             What
    ────────────────────────────────────────────────────────────────────────────────
    Win rate   70.0  Anna        A supplier or partner was late  answer within a day

    [1] Begin the review   [2] Period before

    -- 2027-01-04 09:00 --
    > /kpi plan done answer: 90% within a day
    ✓ Done: answer within a day. Thank you.

    [1] Undo   [2] Plan

    > /kpi actual win rate 28%
    ✓ Thank you. I understood:

      KPI       Period         Value  Before
      ──────────────────────────────────────
      Win rate  December 2026    28%

      Win rate was red in November 2026 and stands at 93.3 now. Has it helped?

    [1] Undo   [2] Has it helped?   [3] Report   [4] Why?

    > [Has it helped?]
    ── Looking again ───────────────────────────────────────────────────────────────────────────────────
    In November 2026 Win rate was red: A supplier or partner was late. What was to be done: answer
    within a day (done: 90% within a day). In December 2026 it stands at 93.3.

    Has it helped?
      1  It has helped
      2  Not yet, it goes on
      3  Something else is needed
    [Cancel]

    > 1
    ✓ Good to hear. That is noted beside Win rate.

    [1] Undo   [2] Report

    > /kpi report win rate 2026-12
    Win rate, December 2026: 93.3 of 100.

    KPI         Actual  Target  Score               Weight  Trend
    ──────────────────────────────────────────────────────────────
    ▲ Win rate     28%     30%   93.3  █████████▍│      20  █▆▅▇▁▆

    Department  Sales
    Entered by  Anna
    Counted as  Deals won ÷ Deals decided (won and lost)
    Source      Customer list or CRM
    How often   Every month

    November 2026 was red: A supplier or partner was late (Anna). Action: answer within a day (done: 90%
    within a day). It has helped.

    Win rate
                    Actual  │ Target
    July 2026          31%            █████████████████████████████████
    August 2026        28%            █████████████████████████████▊
    September 2026     26%            ███████████████████████████▋
    October 2026       29%            ██████████████████████████████▉
    November 2026      21%       30%  ██████████████████████▍        │
    December 2026      28%       30%  █████████████████████████████▊ │

    [1] Why?   [2] Enter a value   [3] Chart   [4] History   [5] Sales   [6] Period before

    > /kpi undo
    ── Undo ────────────────────────────────────────────────────────────────────────────────────────────
    Take back looking again at a KPI that was red (Win rate)?
    [1] Yes   [2] No
    [Cancel]

    > yes
    ✓ Taken back: looking again at a KPI that was red (Win rate).

    [1] My day

    > /kpi plan again win rate
    ── Looking again ───────────────────────────────────────────────────────────────────────────────────
    In November 2026 Win rate was red: A supplier or partner was late. What was to be done: answer
    within a day (done: 90% within a day). In December 2026 it stands at 93.3.

    Has it helped?
      1  It has helped
      2  Not yet, it goes on
      3  Something else is needed
    [Cancel]

    > 3
    ── What will be done ───────────────────────────────────────────────────────────────────────────────
    What will be done about it?
    In a few words; skip it if nothing needs to be done.
    ↵ –
    [Back] [Skip] [Cancel]

    > call three new customers
    ── An action ───────────────────────────────────────────────────────────────────────────────────────
    Who does it?
    › 1  Anna
    ↵ Anna
    [Back] [Cancel]

    > Anna
    By when?
    Such as 12-24, 24 Dec, Friday or in 3 weeks.
    [Back] [Cancel]

    > 20 Jan
    ✓ Thank you. Win rate has a new action: call three new customers, by 20 Jan 2027.

    [1] Undo   [2] Report

    > [Undo]
    ✓ Taken back: looking again at a KPI that was red (Win rate).

    [1] My day

    > /kpi plan red Win rate 2026-12
    ✗ Win rate is not red in December 2026.
    """


@pytest.mark.parametrize("people", [("安娜",)])
@pytest.mark.usefixtures("built")
@transcript
def test_in_chinese() -> None:
    """
    -- 2026-12-01 09:00 --
    > /kpi 填报 赢单率 21%
    ✓ 收到，谢谢！我的理解是：

      指标    周期        数值  之前
      ──────────────────────────────
      赢单率  2026年11月   21%

      亮红灯：赢单率（2026年11月，70.0 分）。说一句原因和打算怎么做，大家好一起想办法。

    [1] 撤销   [2] 说明红灯原因   [3] 看报告   [4] 为什么？

    > [说明红灯原因]
    ── 红灯原因 ────────────────────────────────────────────────────────────────────────────────────────
    赢单率，2026年11月：实际 21%，目标 30%，得 70.0 分。

    是什么原因？
    一句话即可，也可以直接选。
      1  人手或时间不够
      2  客户需求低于预期
      3  供应商或合作方延误
      4  工作中出了差错
      5  目标定得太高
      6  数据不准确
      7  偶发情况，不会再有
      8  以后再说            下个周期还是红灯时我再问
    或者用自己的话写
    [取消]

    > 下雨天太多
    ── 行动 ────────────────────────────────────────────────────────────────────────────────────────────
    打算怎么做？
    几个字即可；不需要做什么就跳过。
    ↵ –
    [返回] [跳过] [取消]

    > 换一家供应商
    ── 新的行动 ────────────────────────────────────────────────────────────────────────────────────────
    由谁负责？
    › 1  安娜
    ↵ 安娜
    [返回] [取消]

    > 安娜
    什么时候完成？
    例如 12-24、12月24日、周五、3周内。
    [返回] [取消]

    > 12月10日
    ✓ 谢谢。赢单率，2026年11月：下雨天太多。行动：换一家供应商，2026年12月10日前完成。下个周期我会问一次
      是否见效。

    [1] 撤销   [2] 看报告

    > /kpi 为什么 赢单率 2026-11
    赢单率，2026年11月：70.0 分

    实际值    21%
    计算方法  赢单数 ÷ 已有结果的商机数（赢单加丢单）
    目标      30%
    设定      第 1 版，2026年11月1日起生效
    权重      20%

    21% / 30% × 100.0 = 70.0 分。

    2026年11月亮红灯，原因：下雨天太多（安娜）。行动：换一家供应商（待办，2026年12月10日前）。

    [1] 历史   [2] 看报告

    > /kpi 报告 简报 销售 2026-11
    销售，2026年11月：70.0 分（已有 20% 权重的数据）。

    需要支持：安娜（赢单率 70.0）。

    原因：赢单率：下雨天太多 → 换一家供应商。

    还差的数据：销售收入 6 项、新增客户数 1 项、大客户拜访次数 1 项、电话邀约 1 项。

    请你定一件事：赢单率如能达标，总分可再加 30.0 分。是增派人手，还是调整目标？

    [1] 为什么？   [2] 看图表   [3] 检查该指标   [4] 看报告

    -- 2027-01-04 09:00 --
    > /kpi 填报 赢单率 22%
    ✓ 收到，谢谢！我的理解是：

      指标    周期        数值  之前
      ──────────────────────────────
      赢单率  2026年12月   22%

      赢单率在2026年11月亮过红灯，现在 73.3 分。措施见效了吗？

    [1] 撤销   [2] 见效了吗？   [3] 看报告   [4] 为什么？

    > /kpi
    安娜，你好！有 8 项数据等你填报：

    指标            周期            上次         目标
    ─────────────────────────────────────────────────
    销售收入        2026年12月31日        每月 ¥120万
    销售收入        2027年1月4日          每月 ¥120万
    新增客户数      2026年第52周              每月 12
    新增客户数      2026年第53周              每月 12
    大客户拜访次数  2026年第52周              每月 44
    大客户拜访次数  2026年第53周              每月 44
    电话邀约        2026年第52周             每月 420
    电话邀约        2026年第53周             每月 420

    有 2 项行动到期：换一家供应商（2026年12月10日）、每周回访十家老客户（2026年12月21日）。

    赢单率在2026年11月亮过红灯，现在 73.3 分。措施见效了吗？

    海港贸易，2026年12月：73.3（已有 20% 权重的数据）。与2026年11月相比，主要变化：赢单率 +3.3。

    [1] 填报我的数据   [2] 行动计划   [3] 见效了吗？   [4] 看报告   [5] 为什么？   [6] 帮助

    > [见效了吗？]
    ── 回看 ────────────────────────────────────────────────────────────────────────────────────────────
    2026年11月赢单率亮过红灯，原因：下雨天太多。当时的行动：换一家供应商（待办，2026年12月10日前）。2026
    年12月得 73.3 分。

    见效了吗？
      1  已见效
      2  还没有，继续做
      3  需要换个办法
    [取消]

    > 2
    ✓ 谢谢。赢单率原先的说明继续有效。

    [1] 撤销   [2] 看报告

    > /kpi
    安娜，你好！有 8 项数据等你填报：

    指标            周期            上次         目标
    ─────────────────────────────────────────────────
    销售收入        2026年12月31日        每月 ¥120万
    销售收入        2027年1月4日          每月 ¥120万
    新增客户数      2026年第52周              每月 12
    新增客户数      2026年第53周              每月 12
    大客户拜访次数  2026年第52周              每月 44
    大客户拜访次数  2026年第53周              每月 44
    电话邀约        2026年第52周             每月 420
    电话邀约        2026年第53周             每月 420

    有 2 项行动到期：换一家供应商（2026年12月10日）、每周回访十家老客户（2026年12月21日）。

    海港贸易，2026年12月：73.3（已有 20% 权重的数据）。与2026年11月相比，主要变化：赢单率 +3.3。

    [1] 填报我的数据   [2] 行动计划   [3] 看报告   [4] 为什么？   [5] 帮助

    > /kpi 报告 赢单率 2026-12
    赢单率，2026年12月：73.3 分。

    指标      实际  目标  得分               权重  走势
    ─────────────────────────────────────────────────────
    ▼ 赢单率   22%   30%  73.3  ███████▍  │    20  █▆▅▇▁▂

    部门      销售
    填报人    安娜
    计算方法  赢单数 ÷ 已有结果的商机数（赢单加丢单）
    数据来源  客户台账或CRM系统
    填报频率  每月

    2026年11月亮红灯，原因：下雨天太多（安娜）。行动：换一家供应商（待办，2026年12月10日前）。尚未见效。

    2026年12月亮红灯，原因：下雨天太多（安娜）。行动：换一家供应商（待办，2026年12月10日前）。

    行动计划
    行动          负责人  截止日期
    ──────────────────────────────────────────────
    换一家供应商  安娜    2026年12月10日（已逾期）

    赢单率
                实际  │ 目标
    2026年7月    31%          █████████████████████████████████
    2026年8月    28%          █████████████████████████████▊
    2026年9月    26%          ███████████████████████████▋
    2026年10月   29%          ██████████████████████████████▉
    2026年11月   21%     30%  ██████████████████████▍        │
    2026年12月   22%     30%  ███████████████████████▍       │

    [1] 为什么？   [2] 填报   [3] 看图表   [4] 历史   [5] 销售   [6] 上一期

    > /kpi 计划 回看
    目前没有需要回看的指标。

    > /kpi 结算 销售 2026-12
    销售，2026年12月：未开始 1，评审中 0，已结算 0。

    考核对象  得分  状态    评语  本人认可
    ──────────────────────────────────────
    销售      73.3  未结算

    一直没有填的数据
    指标            填报人
    ──────────────────────
    销售收入        安娜
    新增客户数      安娜
    大客户拜访次数  安娜
    电话邀约        安娜

    红灯指标
    指标    得分  填报人  原因        行动
    ──────────────────────────────────────────────
    赢单率  73.3  安娜    下雨天太多  换一家供应商

    [1] 开始评审   [2] 清理指标   [3] 上一期
    """


@pytest.mark.parametrize("people", [("Anna", "Hal", "Tom")])
@pytest.mark.usefixtures("built")
def test_who_answers_for_it_is_asked_and_nobody_while_away(stage: RealStage) -> None:
    stage.type("Anna", "/kpi members add Hal, Sales, head, 100%", "/kpi members add Tom, Sales, member, 100%")
    stage.set_now(datetime.fromisoformat("2026-12-01 09:00"))
    assert "Say why it is red" not in stage.type("Hal", "/kpi actual win rate 21%")
    assert "Say why it is red" in stage.type("Anna", "/kpi")
    assert "You can't do that" in stage.type("Tom", "/kpi plan red win rate 2026-11")
    stage.type("Anna", "/kpi away until Friday")
    assert "Say why it is red" not in stage.type("Anna", "/kpi")
    assert "What is behind it?" in stage.type("Hal", "/kpi plan red win rate 2026-11")


@pytest.mark.usefixtures("built")
@transcript
def test_not_now_is_an_answer() -> None:
    """
    -- 2026-12-01 09:00 --
    > /kpi actual win rate 21%
    ...

    > [Say why it is red]
    ...

    > later
    ✓ Fine, nothing for now. If Win rate is red in the next period I ask again; a word on November 2026
      is welcome any time.

    [1] Say why it is red   [2] My day

    > /kpi plan red win rate 2026-11
    ── Why it is red ───────────────────────────────────────────────────────────────────────────────────
    Win rate, November 2026: 21% against 30%, which is 70.0 of 100.

    What is behind it?
    One sentence, or one of these.
      1  Too few people or too little time
      2  Customers wanted less than expected
      3  A supplier or partner was late
      4  Something went wrong in the work
      5  The target is too high
      6  The number isn't right
      7  Happened once, won't happen again
      8  Not now                              I ask again if it is red in the next period
    Or in your own words
    [Cancel]

    > not now
    ✓ Fine, nothing for now. If Win rate is red in the next period I ask again; a word on November 2026
      is welcome any time.

    [1] Say why it is red   [2] My day

    > /kpi
    Hello Anna. 5 values are waiting for you:

    KPI                 Period         Last time                    Target
    ──────────────────────────────────────────────────────────────────────
    Sales revenue       30 Nov 2026               CN¥1,200,000 every month
    Sales revenue       1 Dec 2026                CN¥1,200,000 every month
    New customers won   week 48, 2026                       12 every month
    Key-account visits  week 48, 2026                       44 every month
    cold calls made     week 48, 2026                      420 every month

    Harbour Trading, November 2026: 70.0, from 20% of the weight.

    [1] Enter my values   [2] Report   [3] Why?   [4] Help

    -- 2027-01-04 09:00 --
    > /kpi actual win rate 20%
    ✓ Thank you. I understood:

      KPI       Period         Value  Before
      ──────────────────────────────────────
      Win rate  December 2026    20%

      Win rate (December 2026, 66.7) is red. A word on why, and on what will be done, helps everybody.

    [1] Undo   [2] Say why it is red   [3] Report   [4] Why?
    """


@pytest.mark.parametrize("people", [("安娜",)])
@pytest.mark.usefixtures("built")
@transcript
def test_not_now_in_chinese() -> None:
    """
    -- 2026-12-01 09:00 --
    > /kpi 填报 赢单率 21%
    ...

    > [说明红灯原因]
    ...

    > 以后再说
    ✓ 好的，先不说。赢单率下个周期如果还是红灯，我再问；2026年11月的原因，想说的时候随时可以说。

    [1] 说明红灯原因   [2] 今日待办

    > [说明红灯原因]
    ── 红灯原因 ────────────────────────────────────────────────────────────────────────────────────────
    赢单率，2026年11月：实际 21%，目标 30%，得 70.0 分。

    是什么原因？
    一句话即可，也可以直接选。
      1  人手或时间不够
      2  客户需求低于预期
      3  供应商或合作方延误
      4  工作中出了差错
      5  目标定得太高
      6  数据不准确
      7  偶发情况，不会再有
      8  以后再说            下个周期还是红灯时我再问
    或者用自己的话写
    [取消]

    > 先不说
    ✓ 好的，先不说。赢单率下个周期如果还是红灯，我再问；2026年11月的原因，想说的时候随时可以说。

    [1] 说明红灯原因   [2] 今日待办

    -- 2027-01-04 09:00 --
    > /kpi 填报 赢单率 20%
    ✓ 收到，谢谢！我的理解是：

      指标    周期        数值  之前
      ──────────────────────────────
      赢单率  2026年12月   20%

      亮红灯：赢单率（2026年12月，66.7 分）。说一句原因和打算怎么做，大家好一起想办法。

    [1] 撤销   [2] 说明红灯原因   [3] 看报告   [4] 为什么？
    """


@pytest.mark.usefixtures("built")
@transcript
def test_what_is_red_is_asked_where_ones_own_month_is_read_and_settled() -> None:
    """
    -- 2026-12-01 09:00 --
    > /kpi members add Anna, Sales, 50%
    ...

    > /kpi actual win rate 21%
    ...

    > /kpi report Anna last month
    Anna, November 2026: 70.0 of 100, from 20% of the weight.

    Department  Share  Score               Weight scored
    ────────────────────────────────────────────────────
    ▼ Sales       50%   70.0  ███████   │            20%

    Not in yet: Sales (9 values).

    Win rate (November 2026, 70.0) is red. A word on why, and on what will be done, helps everybody.

    [1] Say why it is red   [2] Why?   [3] Brief   [4] Sales   [5] Company   [6] Period before

    > /kpi close start Anna 2026-11
    ...

    > /kpi close Anna 2026-11
    Anna, November 2026: 70.0 of 100, from 20% of the weight.

    Department  Share  Score               Weight scored
    ────────────────────────────────────────────────────
    ▼ Sales       50%   70.0  ███████   │            20%

    Not in yet: Sales (9 values).

    In review: 70.0, no grade: less than 60% of the weight is measured.

    Win rate (November 2026, 70.0) is red. A word on why, and on what will be done, helps everybody.

    [1] Say why it is red   [2] I agree   [3] I don't agree   [4] Comment   [5] Close it
    [6] All scorecards   [7] Why?

    > /kpi close comment Anna 2026-11
    ── Your comment ────────────────────────────────────────────────────────────────────────────────────
    Win rate (November 2026, 70.0) is red. A word on why, and on what will be done, helps everybody.

    What is there to say about this period?
    What went well, what got in the way, what comes next.
    [Cancel]
    """
