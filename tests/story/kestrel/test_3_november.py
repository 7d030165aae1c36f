"""The second month: a proposal, a changed target, a KPI that turns red, and what is done about it."""

from __future__ import annotations

from tests.chat import transcript


@transcript
def test_a_a_target_for_rainy_months() -> None:
    """
    -- 2026-11-09 09:00 --
    美玲: /kpi 提议
    目前没有待决定的提议。谁都可以提，由负责人决定。

    [1] 提议新增指标   [2] 提议调整指标   [3] 提议停用指标

    美玲: [提议调整指标]
    ── 提议 ────────────────────────────────────────────────────────────────────────────────────────────
    关于哪个指标？
      1  销售收入
      2  新增客户数
      3  复购率
      4  test rides
      5  客户投诉数
      6  首次响应时间
      7  客户满意度
    [取消]

    美玲: test rides
    ── 提议 ────────────────────────────────────────────────────────────────────────────────────────────
    test rides：目标 104，权重 20。

    你想调整什么？
      1  目标
      2  权重
      3  填报人
      4  名称
    [返回] [取消]

    美玲: 目标
    ── 新的目标 ────────────────────────────────────────────────────────────────────────────────────────
    test rides 的目标改为多少（每月）？现在是 104。
    [返回] [取消]

    美玲: 80
    ── 理由 ────────────────────────────────────────────────────────────────────────────────────────────
    为什么？
    大家投票前会看到。
    [返回] [取消]

    美玲: 雨季没人来试骑，去年11月只有 76 次
    从哪天起？
    一般从下一个周期开始。
    ↵ 2026-12-01
    [返回] [取消]

    美玲: 本月
    ✗ 2026年11月1日已经过去了，请填今天或以后的日期。
    从哪天起？
    一般从下一个周期开始。
    [返回] [取消]

    美玲: 12月
    ── 确认 ────────────────────────────────────────────────────────────────────────────────────────────
    调整指标：test rides，自2026年12月1日起

          现在  调整后
    ──────────────────
    目标  104   80

    按2026年11月已有的数据，你能看到的得分都不会变。

    提交给部门讨论？
    [1] 是   [2] 否
    [返回] [取消]

    美玲: 是
    ✓ 提议已提交给部门。接下来征求大家的意见，由负责人决定，结果会告诉你。

    [1] 查看提议   [2] 撤销

    bot -> Luis:
    There is a proposal for Sales. What do you think of it?

    Proposal 1 by 美玲: Change of test rides, from 1 Dec 2026. Why: 雨季没人来试骑，去年11月只有 76 次

            Now  Then
    ─────────────────
    Target  104  80

    With the values there are for November 2026 it would move no score that you can see.

    Votes: 0 for, 0 against.

    [1] For   [2] Against   [3] No opinion   [4] Comment   [5] Proposals

    Luis: [For]
    ✓ Thank you, your vote is counted: 1 for, 0 against so far. You can still change it.

    [1] Comment   [2] Show the proposal   [3] Proposals

    bot -> Priya:
    Your scorecard of October 2026 is closed. Please say whether you agree.

    Priya, October 2026: 111.4 of 100, grade S.

    Department  Share  Score                Weight scored
    ─────────────────────────────────────────────────────
    ▲ Sales      100%  111.4  ██████████│▏           100%

    Closed: 111.4, grade S (coefficient 1.5).

    [1] I agree   [2] I don't agree   [3] Why?

    There is a proposal for Sales. What do you think of it?

    Proposal 1 by 美玲: Change of test rides, from 1 Dec 2026. Why: 雨季没人来试骑，去年11月只有 76 次

            Now  Then
    ─────────────────
    Target  104  80

    With the values there are for November 2026 it would move no score that you can see.

    Votes: 1 for, 0 against.

    [4] For   [5] Against   [6] No opinion   [7] Comment   [8] Proposals

    Priya: [I agree]
    ✓ Thank you, that is settled for you.

    [1] Show the scorecard

    Priya: /kpi propose
    One proposal is waiting:

    No.  Proposal              By    For  Against
    ─────────────────────────────────────────────
      1  Change of test rides  美玲    1        0

    [1] Change of test rides   [2] Propose a new KPI   [3] Propose a change   [4] Propose to end a KPI

    Priya: [Change of test rides]
    Proposal 1 by 美玲: Change of test rides, from 1 Dec 2026. Why: 雨季没人来试骑，去年11月只有 76 次

            Now  Then
    ─────────────────
    Target  104  80

    With the values there are for November 2026 it would move no score that you can see.

    Votes: 1 for, 0 against.

    [1] For   [2] Against   [3] No opinion   [4] Comment   [5] Proposals

    Priya: [Against]
    ✓ Thank you, your vote is counted: 1 for, 1 against so far. You can still change it.

    [1] Comment   [2] Show the proposal   [3] Proposals

    Priya: [Comment]
    ── Your comment ────────────────────────────────────────────────────────────────────────────────────
    What do you want to say about it?
    [Cancel]

    Priya: Then let's count the rides at employers too
    ✓ Thank you. Your comment stands with the proposal, where everybody can read it.

    [1] Show the proposal   [2] Proposals

    bot -> Tom:
    October 2026 is being reviewed. This is your scorecard; a word of yours on it is welcome before your
    head adds theirs.

    Tom, October 2026: 111.4 of 100, grade S.

    Department  Share  Score                Weight scored
    ─────────────────────────────────────────────────────
    ▲ Sales      100%  111.4  ██████████│▏           100%

    In review: 111.4, grade S (coefficient 1.5).

    [1] I agree   [2] I don't agree   [3] Comment   [4] Why?

    There is a proposal for Sales. What do you think of it?

    Proposal 1 by 美玲: Change of test rides, from 1 Dec 2026. Why: 雨季没人来试骑，去年11月只有 76 次

            Now  Then
    ─────────────────
    Target  104  80

    With the values there are for November 2026 it would move no score that you can see.

    Votes: 1 for, 1 against.

    Name   Comment
    ──────────────────────────────────────────────────
    Priya  Then let's count the rides at employers too

    [5] Accept   [6] Decline   [7] For   [8] Against   [9] No opinion   [10] Comment   [11] Proposals

    Priya says of “Change of test rides”: Then let's count the rides at employers too

    [12] Show the proposal

    -- the bot restarts --
    Tom: [Accept]
    ✓ Accepted, and the change is agreed. Those concerned will hear of it.

    [1] Proposals   [2] Undo

    bot -> 美玲:
    你的提议“调整指标：test rides”已采纳（Tom）。

    [1] 查看提议

    Luis: /kpi history test rides
    The proposal “Change of test rides” has been accepted by Tom.

    [2] Show the proposal

    How test rides was agreed, and what was entered, newest first.

    No.  In force from  Target  Weight  By   Reason
    ───────────────────────────────────────────────────────────────────────────
    1    1 Oct 2026        104      20  Tom
    2    1 Dec 2026         80      20  Tom  雨季没人来试骑，去年11月只有 76 次

    Period          Value  By    Entered      Note
    ──────────────────────────────────────────────
    week 44, 2026      27  Luis  2 Nov 2026
    week 43, 2026      25  Luis  26 Oct 2026
    week 42, 2026      23  Luis  19 Oct 2026
    week 40, 2026      24  Luis  12 Oct 2026  late
    week 41, 2026      22  Luis  12 Oct 2026
    September 2026     92  Tom   6 Oct 2026
    August 2026       108  Tom   6 Oct 2026
    July 2026         104  Tom   6 Oct 2026
    June 2026          96  Tom   6 Oct 2026
    May 2026          112  Tom   6 Oct 2026
    April 2026         76  Tom   6 Oct 2026
    March 2026        100  Tom   6 Oct 2026
    February 2026      88  Tom   6 Oct 2026

    [1] Report
    """


@transcript
def test_b_a_red_kpi() -> None:
    """
    -- 2026-11-16 09:00 --
    Jack: complaints 3 week 45, 4 week 46, first response time 52 min week 45, 58 min week 46
    ✓ Thank you. I understood 4 values:

      KPI                  Period                Value  Before
      ────────────────────────────────────────────────────────
      Complaints           week 45, 2026  3 complaints
      Complaints           week 46, 2026  4 complaints
      First response time  week 45, 2026    52 minutes
      First response time  week 46, 2026    58 minutes

      Complaints (week 45, 2026) and First response time (week 45, 2026) came after the days of grace
      and are marked late; they count all the same.

      Red: Complaints (October 2026, 66.7), First response time (November 2026, 16.7). A word on why,
      and on what will be done, helps everybody.

    [1] Undo   [2] Say why it is red   [3] Report   [4] Why?

    Ruth: /kpi close agree
    October 2026 is being reviewed. This is your scorecard; a word of yours on it is welcome before your
    head adds theirs.

    Ruth, October 2026: 79.0 of 100, grade C.

    Department          Share  Score               Weight scored
    ────────────────────────────────────────────────────────────
    ● Customer service   100%   79.0  ███████▉  │           100%

    Not in yet: Customer service (2 values).

    In review: 79.0, grade C (coefficient 0.8).

    You agree.

    [2] I don't agree   [3] Comment   [4] Why?

    ✓ Thank you, that is settled for you.

    [1] Show the scorecard

    Ruth: /kpi report this month
    Customer service, November 2026: 6.3 of 100, grade D, from 80% of the weight.

    KPI                           Actual      Target  Score  Weight  Trend   Forecast
    ───────────────────────────────────────────────────────────────────────────────────
    ▼ Complaints                       7         2.5    0.0      50  ▃▆▁█··  14
    ▼ First response time     55 minutes  30 minutes   16.7      30  ▂▃▁▂▃█  55 minutes
      Customer satisfaction  not due yet         4.3             20  ▁▆▅█▆·  4.3 (51%)

    [1] Why?   [2] Brief   [3] Complaints   [4] First response time   [5] Customer satisfaction
    [6] Company   [7] Period before

    Ruth: /kpi why complaints this month
    Complaints, November 2026: 0.0

    Value       7 complaints (sum of 2 values)
    Counted as  Complaints received
    Target      2.5 complaints: 5 complaints for November 2026 × 2/4
    Agreed      version 1, in force from 1 Oct 2026
    Weight      50 of 100

    Beyond 3.5 there are no points.

    [1] History   [2] Report

    Ruth: /kpi plan add check every returned bike before it leaves, complaints, Jack, 27 Nov
    ✓ Written down: check every returned bike before it leaves, for Complaints. Jack does it, by 27 Nov
      2026.

    [1] Undo   [2] Plan

    bot -> Jack:
    This is yours to do, by 27 Nov 2026:

    check every returned bike before it leaves

    For       Complaints
    Who       Jack
    Due       27 Nov 2026
    State     Open
    Given by  Ruth

    [1] Done   [2] Later   [3] Drop   [4] Plan

    Jack: /kpi plan
    You have 2 things to do, one of them overdue:

    No.  What                                                       For         Due
    ────────────────────────────────────────────────────────────────────────────────────────────────
      1  Call back within the hour when a bike has come back twice  Complaints  30 Oct 2026, overdue
      2  check every returned bike before it leaves                 Complaints  27 Nov 2026

    [1] Done: 1   [2] Done: 2   [3] Later   [4] Drop   [5] Add an action

    -- 2026-11-23 09:00 --
    Jack: complaints 1
    ✓ Thank you. I understood:

      KPI         Period               Value  Before
      ──────────────────────────────────────────────
      Complaints  week 47, 2026  1 complaint

      Complaints (October 2026, 66.7) is red: 4 against 3 for the values that are in, of 5 in all. A
      word on why, and on what will be done, helps everybody.

    [1] Undo   [2] Say why it is red   [3] Report   [4] Why?

    Jack: /kpi plan red complaints
    ── Why it is red ───────────────────────────────────────────────────────────────────────────────────
    Complaints, October 2026: 4 against 3 for the values that are in, of 5 in all, which is 66.7 of 100.

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

    Jack: The new brake pads squeal in the rain, seven came back
    ── What will be done ───────────────────────────────────────────────────────────────────────────────
    What will be done about it?
    In a few words; skip it if nothing needs to be done.
    ↵ –
    [Back] [Skip] [Cancel]

    Jack: other pads from the old supplier
    ── An action ───────────────────────────────────────────────────────────────────────────────────────
    Who does it?
    › 1  Jack
      2  美玲
      3  Ruth
    ↵ Jack
    [Back] [Cancel]

    Jack: me
    By when?
    Such as 12-24, 24 Dec, Friday or in 3 weeks.
    [Back] [Cancel]

    Jack: 4 Dec
    ✓ Thank you. Complaints, October 2026: The new brake pads squeal in the rain, seven came back. other
      pads from the old supplier, by 4 Dec 2026. In the next period I ask once whether it has helped.

    [1] Undo   [2] Report
    """


@transcript
def test_c_the_workshop_aims_lower_and_says_why() -> None:
    """
    -- 2026-11-17 09:00 --
    Kofi: on-time delivery 43/49 week 45, 44/50 week 46
    October 2026 is being reviewed. This is your scorecard; a word of yours on it is welcome before your
    head adds theirs.

    Kofi, October 2026: 102.7 of 100, grade A.

    Department  Share  Score               Weight scored
    ────────────────────────────────────────────────────
    ▲ Workshop   100%  102.7  ██████████│           100%

    Not in yet: Workshop (2 values).

    In review: 102.7, grade A (coefficient 1.2).

    [5] I agree   [6] I don't agree   [7] Comment   [8] Why?

    ✓ Thank you. I understood 2 values:

      KPI               Period          Value  Before
      ───────────────────────────────────────────────
      On-time delivery  week 45, 2026  87.76%
      On-time delivery  week 46, 2026     88%

      On-time delivery (week 45, 2026) came after the days of grace and is marked late; it counts all
      the same.

      On-time delivery (November 2026, 69.6) is red. A word on why, and on what will be done, helps
      everybody.

    [1] Undo   [2] Say why it is red   [3] Report   [4] Why?

    Ben: /kpi target on-time delivery
    October 2026 is being reviewed. This is your scorecard; a word of yours on it is welcome before your
    head adds theirs.

    Ben, October 2026: 102.7 of 100, grade A.

    Department  Share  Score               Weight scored
    ────────────────────────────────────────────────────
    ▲ Workshop   100%  102.7  ██████████│           100%

    Not in yet: Workshop (2 values).

    In review: 102.7, grade A (coefficient 1.2).

    [5] I agree   [6] I don't agree   [7] Comment   [8] Why?

    On-time delivery: the target for November 2026 is 87.4% / 89.4% / 92.4%. The chance of reaching it
    was 62% when the period began; it would have been reached in 8 of the last 12 months.

    My suggestion: 87.4% / 89.6% / 92.4% (threshold / target / stretch). The chance of the target is
    60%: you would have made it in 8 of the last 12 months.

    [1] Take the suggestion   [2] Change it   [3] Scoring rule   [4] Report

    Ben: [Change it]
    ── Target ──────────────────────────────────────────────────────────────────────────────────────────
    On-time delivery: the target for November 2026 is 87.4% / 89.4% / 92.4%. The chance of reaching it
    was 62% when the period began; it would have been reached in 8 of the last 12 months.

    My suggestion: 87.4% / 89.6% / 92.4% (threshold / target / stretch). The chance of the target is
    60%: you would have made it in 8 of the last 12 months.

    Which target for On-time delivery?
    A number, or three: threshold / target / stretch, such as 40 / 50 / 60. Threshold scores 60, target
    100, stretch 120.
    ↵ 87.4% / 89.6% / 92.4%
    [Cancel]

    Ben: 86% / 88% / 91%
    ── Target ──────────────────────────────────────────────────────────────────────────────────────────
    From when on?
    Or type a day or a period, such as 2027-01.
      1  From November 2026 on
      2  From December 2026 on
      3  Only for November 2026
      4  Only for December 2026
    Or in your own words
    [Back] [Cancel]

    Ben: 1
    ── Target ──────────────────────────────────────────────────────────────────────────────────────────
    Why?
    It is kept in the history of the KPI.
    [Back] [Cancel]

    Ben: Sam is on parental leave until February
    ── Target ──────────────────────────────────────────────────────────────────────────────────────────
    On-time delivery: 87.4% / 89.4% / 92.4% → 86% / 88% / 91%, from November 2026 on. Why: Sam is on
    parental leave until February

    The scores of November 2026 would become:

                   Before  After
    ────────────────────────────
    Workshop         69.6   97.6
    Ben              69.6   97.6
    Sam              69.6   97.6
    Ola              69.6   97.6
    Kofi             69.6   97.6
    Kestrel Bikes    37.9   51.9

    Change it so?
    [1] Yes   [2] No
    [Back] [Cancel]

    Ben: yes
    ✓ On-time delivery: version 2 is in force from 1 Nov 2026. Earlier periods keep theirs.

    [1] Undo

    bot -> Kofi:
    On-time delivery is different from 1 Nov 2026 on. Ben changed it: Sam is on parental leave until
    February

            Now                    Then
    ──────────────────────────────────────────────
    Target  87.4% / 89.4% / 92.4%  86% / 88% / 91%

    [1] History

    Kofi: /kpi chart on-time delivery
    On-time delivery: short of its target in the one period measured; November 2026 is heading for 87.9%
    against a target of 88%.

    On-time delivery
                     Actual  │ Target  ╎ Threshold
    December 2025       87%                         ██████████████████████████████▉
    January 2026        90%                         ███████████████████████████████▉
    February 2026       93%                         █████████████████████████████████
    March 2026          89%                         ███████████████████████████████▋
    April 2026          92%                         ████████████████████████████████▋
    May 2026            90%                         ███████████████████████████████▉
    June 2026           91%                         ████████████████████████████████▎
    July 2026           88%                         ███████████████████████████████▎
    August 2026         92%                         ████████████████████████████████▋
    September 2026      90%                         ███████████████████████████████▉
    October 2026      88.7%     89.4%        87.4%  ███████████████████████████████╎
    November 2026   ┊ 87.9%       88%          86%                                ╎┊
    ┊ Forecast

    [1] Why?   [2] Report   [3] As a picture
    """


@transcript
def test_d_monday_and_who_stands_where() -> None:
    """
    -- 2026-11-23 08:40 --
    > /kpi report brief this month
    Kestrel Bikes, November 2026: 51.9, −45.8 since October 2026, from 43.3% of the weight.

    What moved: Complaints (−20.8), First response time (−12.9), On-time delivery (+6.1).

    Thanks to Kofi for On-time delivery (97.6).

    Could use a hand: Jack with Complaints (0.0) and First response time (16.7).

    Not in yet: Sales (21 values), Workshop (4 values), Customer service (1 value).

    To decide: Complaints would add 31.3 points if it met its target. Does it need more hands, or
    another target?

    [1] Why?   [2] Chart   [3] Check the KPI   [4] Report

    > [Chart]
    Complaints: short of its target in the one period measured; November 2026 is heading for 10 against
    a target of 5, a chance of under 1%.

    Complaints
                         Actual  │ Target  ╎ Threshold
    February 2026             5                         ▊
    March 2026                4                         ▋
    April 2026                6                         ▉
    May 2026                  5                         ▊
    June 2026                 4                         ▋
    July 2026                 5                         ▊
    August 2026               3                         ▌
    September 2026            6                         ▉
    October 2026 (part)       4         3          4.2  ╎
    November 2026          ┊ 10         5            7  │┊
    December 2026          ┊ 12         5            7  │┊░░░░░░░░░
    January 2027            ┊ 9         5            7  │┊░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
    ┊ Forecast
    ░ 8 times in 10   November 2026 8 – 12   December 2026 1 – 70   January 2027 0 – 222

    [1] Why?   [2] Report   [3] As a picture

    > /kpi leaderboard last month
    Departments, October 2026: not ranked, as there are fewer than 5 of them. Each has their own
    progress in /kpi report.

    [1] Period before

    Departments are ranked here, people are not.

    [2] Rank people too

    > [Rank people too]
    ✓ There is a leaderboard of people now. Everybody sees the first places and their own; who does not
      want to stand there is left out.

    [1] Undo

    > /kpi leaderboard people last month
    People, October 2026: nobody is ranked yet. It takes 5 who can be compared, so that nobody is
    pointed at. 10 have no KPIs of their own, and nobody is ranked by their department's.

    [1] Period before

    Departments are ranked here, and so are people with KPIs of their own.

    [2] Leave me out   [3] No longer rank people

    Kofi: /kpi leaderboard people last month
    People, October 2026: nobody is ranked yet. It takes 5 who can be compared, so that nobody is
    pointed at. 10 have no KPIs of their own, and nobody is ranked by their department's.

    [1] Period before

    You, October 2026: no KPIs of your own, and nobody is ranked by their department's.

    [2] Leave me out

    Kofi: [Leave me out]
    ✓ You no longer stand on the leaderboard of people and are not counted there. You still see how you
      get on yourself.

    [1] Undo
    """


@transcript
def test_e_november_comes_in() -> None:
    """
    -- 2026-12-01 09:00 --
    bot -> Priya:
    The proposal “Change of test rides” has been accepted by Tom.

    [1] Show the proposal

    Priya: import november.csv
    ── Values of a file ────────────────────────────────────────────────────────────────────────────────
    november.csv: 25 new values.

    New, the first of them (20 more follow):

    KPI            Period       Value
    ─────────────────────────────────
    Sales revenue  2 Nov 2026  £4,180
    Sales revenue  3 Nov 2026  £3,990
    Sales revenue  4 Nov 2026  £4,310
    Sales revenue  5 Nov 2026  £5,240
    Sales revenue  6 Nov 2026  £4,120

    Write them down?
    [1] Yes   [2] No
    [Cancel]

    Priya: yes
    ✓ Thank you. I understood 25 values:

      KPI            Period                            Value  Before
      ──────────────────────────────────────────────────────────────
      Sales revenue  2 Nov 2026    £4,180 (november.csv, C2)
      Sales revenue  3 Nov 2026    £3,990 (november.csv, C3)
      Sales revenue  4 Nov 2026    £4,310 (november.csv, C4)
      Sales revenue  5 Nov 2026    £5,240 (november.csv, C5)
      Sales revenue  6 Nov 2026    £4,120 (november.csv, C6)
      Sales revenue  9 Nov 2026    £4,420 (november.csv, C7)
      Sales revenue  10 Nov 2026   £4,010 (november.csv, C8)
      Sales revenue  11 Nov 2026   £5,380 (november.csv, C9)
      Sales revenue  12 Nov 2026  £3,950 (november.csv, C10)
      Sales revenue  13 Nov 2026  £4,260 (november.csv, C11)
      Sales revenue  16 Nov 2026  £4,480 (november.csv, C12)
      Sales revenue  17 Nov 2026  £4,370 (november.csv, C13)
      Sales revenue  18 Nov 2026  £4,640 (november.csv, C14)
      Sales revenue  19 Nov 2026  £5,110 (november.csv, C15)
      Sales revenue  20 Nov 2026  £4,290 (november.csv, C16)
      Sales revenue  23 Nov 2026  £4,350 (november.csv, C17)
      Sales revenue  24 Nov 2026  £4,160 (november.csv, C18)
      Sales revenue  25 Nov 2026  £4,720 (november.csv, C19)
      Sales revenue  26 Nov 2026  £5,020 (november.csv, C20)
      Sales revenue  27 Nov 2026  £4,390 (november.csv, C21)

      And 5 more; all of them are in the history.

    [1] Undo   [2] Report   [3] Why?

    Luis: test rides 17 week 45, 19 week 46, 21 week 47, 18 week 48
    ✓ Thank you. I understood 4 values:

      KPI         Period         Value  Before
      ────────────────────────────────────────
      test rides  week 45, 2026     17
      test rides  week 46, 2026     19
      test rides  week 47, 2026     21
      test rides  week 48, 2026     18

      3 of them came after the days of grace and are marked late; they count all the same.

      test rides (November 2026, 72.1) is red. A word on why, and on what will be done, helps everybody.

    [1] Undo   [2] Say why it is red   [3] Report   [4] Why?

    Kofi: on-time delivery 45/50 week 47, 47/53 week 48
    ✓ Thank you. I understood 2 values:

      KPI               Period          Value  Before
      ───────────────────────────────────────────────
      On-time delivery  week 47, 2026     90%
      On-time delivery  week 48, 2026  88.68%

      On-time delivery (week 47, 2026) came after the days of grace and is marked late; it counts all
      the same.

    [1] Undo   [2] Report   [3] Why?

    Kofi: bikes finished 15 week 45, 16 week 46, 17 week 47, 16 week 48
    ✓ Thank you. I understood 4 values:

      KPI             Period         Value  Before
      ────────────────────────────────────────────
      bikes finished  week 45, 2026     15
      bikes finished  week 46, 2026     16
      bikes finished  week 47, 2026     17
      bikes finished  week 48, 2026     16

      3 of them came after the days of grace and are marked late; they count all the same.

    [1] Undo   [2] Report   [3] Why?

    Jack: complaints 0, first response time 33 week 47, 29 week 48
    ✓ Thank you. I understood 3 values:

      KPI                  Period                Value  Before
      ────────────────────────────────────────────────────────
      Complaints           week 48, 2026  0 complaints
      First response time  week 47, 2026    33 minutes
      First response time  week 48, 2026    29 minutes

      First response time (week 47, 2026) came after the days of grace and is marked late; it counts all
      the same.

      First response time (November 2026, 56.7) is red. A word on why, and on what will be done, helps
      everybody.

      Complaints was red in October 2026 and stands at 0.0 now. Has it helped?

    [1] Undo   [2] Say why it is red   [3] Has it helped?   [4] Report   [5] Why?

    Jack: customer satisfaction 4.1
    ✓ Thank you. I understood:

      KPI                    Period              Value  Before
      ────────────────────────────────────────────────────────
      Customer satisfaction  November 2026  4.1 points

      Customer satisfaction (November 2026, 73.3) is red. A word on why, and on what will be done, helps
      everybody.

    [1] Undo   [2] Say why it is red   [3] Report   [4] Why?

    Tom: repeat 31%
    ✓ Thank you. I understood:

      KPI                   Period         Value  Before
      ──────────────────────────────────────────────────
      Repeat purchase rate  November 2026    31%

    [1] Undo   [2] Report   [3] Why?

    Jack: /kpi plan
    You have 3 things to do, 2 of them overdue:

    No.  What                                                       For         Due
    ────────────────────────────────────────────────────────────────────────────────────────────────
      1  Call back within the hour when a bike has come back twice  Complaints  30 Oct 2026, overdue
      2  check every returned bike before it leaves                 Complaints  27 Nov 2026, overdue
      3  other pads from the old supplier                           Complaints  4 Dec 2026

    [1] Done: 1   [2] Done: 2   [3] Done: 3   [4] Later   [5] Drop   [6] Add an action

    Jack: [Done: 2]
    ── Done ────────────────────────────────────────────────────────────────────────────────────────────
    What came of it?
    One sentence; skip it if there is nothing to say yet.
    ↵ –
    [Skip] [Cancel]

    Jack: eleven bikes checked twice, one complaint left
    ✓ Done: check every returned bike before it leaves. Thank you.

    [1] Undo   [2] Plan

    bot -> Ruth:
    Jack has done this: check every returned bike before it leaves. What came of it: eleven bikes
    checked twice, one complaint left

    [1] Plan

    > /kpi report
    Kestrel Bikes, November 2026: 73.2 of 100, grade C.

    Department          Score               Weight scored
    ─────────────────────────────────────────────────────
    ● Sales              84.4  ████████▍ │           100%
    ▲ Workshop          103.5  ██████████│           100%
    ▼ Customer service   31.7  ███▏      │           100%

    [1] Why?   [2] Brief   [3] Sales   [4] Workshop   [5] Customer service   [6] Period before

    > /kpi why Customer service
    Customer service, November 2026: 31.7. It is this sum: share of the whole × score = points.

                             Share  Score  Points
    ─────────────────────────────────────────────
    ▼ Complaints               50%    0.0     0.0
    ▼ First response time      30%   56.7    17.0
    ▼ Customer satisfaction    20%   73.3    14.7
    Total                     100%           31.7

    Grade D.

    For five points more in total, any one of these is enough: Customer satisfaction at 4.29 (+5.0);
    First response time at 38 minutes (+5.0); Complaints at 7 (+30.0).

    [1] Complaints   [2] First response time   [3] Customer satisfaction
    """


@transcript
def test_f_november_is_closed() -> None:
    """
    -- 2026-12-03 09:00 --
    -- a new version is deployed --
    Ruth: /kpi report complaints
    Complaints, November 2026: 0.0 of 100. 4 of 4 values are in.

    KPI           Actual  Target  Score               Weight  Trend
    ────────────────────────────────────────────────────────────────
    ▼ Complaints       8       5    0.0            │      50  ▂▄▁▅·█

    Department  Customer service
    Entered by  Jack
    Counted as  Complaints received
    Source      Ticket or complaint log
    How often   Every week

    October 2026 was red: The new brake pads squeal in the rain, seven came back (Jack). Action: other
    pads from the old supplier (open, due 4 Dec 2026).

    Action plan
    What                                                       Who   Due
    ─────────────────────────────────────────────────────────────────────────────────────
    Call back within the hour when a bike has come back twice  Jack  30 Oct 2026, overdue
    other pads from the old supplier                           Jack  4 Dec 2026

    Complaints
                         Actual  │ Target  ╎ Threshold
    June 2026                 4                         ████████████████▌
    July 2026                 5                         ████████████████████▋
    August 2026               3                         ████████████▍
    September 2026            6                         ████████████████████████▊
    October 2026 (part)       4         3          4.2  ████████████│███▌╎
    November 2026             8         5            7  ████████████████████│███████╎████

    [1] Why?   [2] Enter a value   [3] Chart   [4] History   [5] Customer service   [6] Period before

    Tom: /kpi close begin
    ✓ The review of November 2026 has begun for 4 scorecards. Those whose they are hear of it and are
      asked for a word.

    [1] All scorecards

    Tom: /kpi close freeze Sales
    ── Points by hand ──────────────────────────────────────────────────────────────────────────────────
    Sales, November 2026: 84.4, grade C (coefficient 0.8).

    Are there points to add or to take off?
    Each with its reason, such as: +3 helped service out; -1 reports late. Skip if there are none.
    ↵ –
    [Skip] [Cancel]

    Tom: skip
    ── Grade ───────────────────────────────────────────────────────────────────────────────────────────
    In all: 84.4, grade C (coefficient 0.8).

    Close it with which grade?
      1  C, by the points
      2  S                 by hand; coefficient 1.5
      3  A                 by hand; coefficient 1.2
      4  B                 by hand; coefficient 1
      5  D                 by hand; coefficient 0
    [Back] [Cancel]

    Tom: 1
    ✓ Sales, November 2026, is closed: 84.4, grade C (coefficient 0.8). The scorecard stays as it is
      from now on, with everything that explains it.

    [1] Show the scorecard   [2] All scorecards

    Ben: /kpi close begin
    ✓ The review of November 2026 has begun for 4 scorecards. Those whose they are hear of it and are
      asked for a word.

    [1] All scorecards

    Ben: /kpi close freeze Workshop
    ── Points by hand ──────────────────────────────────────────────────────────────────────────────────
    Workshop, November 2026: 103.5, grade A (coefficient 1.2).

    Are there points to add or to take off?
    Each with its reason, such as: +3 helped service out; -1 reports late. Skip if there are none.
    ↵ –
    [Skip] [Cancel]

    Ben: skip
    ── Grade ───────────────────────────────────────────────────────────────────────────────────────────
    In all: 103.5, grade A (coefficient 1.2).

    Close it with which grade?
      1  A, by the points
      2  S                 by hand; coefficient 1.5
      3  B                 by hand; coefficient 1
      4  C                 by hand; coefficient 0.8
      5  D                 by hand; coefficient 0
    [Back] [Cancel]

    Ben: 1
    ✓ Workshop, November 2026, is closed: 103.5, grade A (coefficient 1.2). The scorecard stays as it is
      from now on, with everything that explains it.

    [1] Show the scorecard   [2] All scorecards

    Ruth: /kpi close begin
    ✓ The review of November 2026 has begun for 2 scorecards. Those whose they are hear of it and are
      asked for a word.

    [1] All scorecards

    Ruth: /kpi close comment Customer service
    ── Your comment ────────────────────────────────────────────────────────────────────────────────────
    What is there to say about this period?
    What went well, what got in the way, what comes next.
    [Cancel]

    Ruth: Complaints halved in the second half of the month; the check before handing over works
    ✓ Thank you. It stands with the scorecard.

    [1] Show the scorecard

    Ruth: /kpi close freeze Customer service
    ── Points by hand ──────────────────────────────────────────────────────────────────────────────────
    Customer service, November 2026: 31.7, grade D (coefficient 0).

    Are there points to add or to take off?
    Each with its reason, such as: +3 helped service out; -1 reports late. Skip if there are none.
    ↵ –
    [Skip] [Cancel]

    Ruth: +4 the new checklist
    ── Grade ───────────────────────────────────────────────────────────────────────────────────────────
    By hand            Points
    ─────────────────────────
    the new checklist    +4.0

    In all: 35.7 (31.7 before points by hand), grade D (coefficient 0).

    Close it with which grade?
      1  D, by the points
      2  S                 by hand; coefficient 1.5
      3  A                 by hand; coefficient 1.2
      4  B                 by hand; coefficient 1
      5  C                 by hand; coefficient 0.8
    [Back] [Cancel]

    Ruth: 1
    ✓ Customer service, November 2026, is closed: 35.7 (31.7 before points by hand), grade D
      (coefficient 0). The scorecard stays as it is from now on, with everything that explains it.

    [1] Show the scorecard   [2] All scorecards

    > /kpi close begin company
    ✓ The review of November 2026 has begun for 4 scorecards. Those whose they are hear of it and are
      asked for a word.

    [1] All scorecards

    > /kpi close freeze company
    ── Points by hand ──────────────────────────────────────────────────────────────────────────────────
    Kestrel Bikes, November 2026: 73.2, grade C (coefficient 0.8).

    Are there points to add or to take off?
    Each with its reason, such as: +3 helped service out; -1 reports late. Skip if there are none.
    ↵ –
    [Skip] [Cancel]

    > skip
    ── Grade ───────────────────────────────────────────────────────────────────────────────────────────
    In all: 73.2, grade C (coefficient 0.8).

    Close it with which grade?
      1  C, by the points
      2  S                 by hand; coefficient 1.5
      3  A                 by hand; coefficient 1.2
      4  B                 by hand; coefficient 1
      5  D                 by hand; coefficient 0
    [Back] [Cancel]

    > 1
    ✓ Kestrel Bikes, November 2026, is closed: 73.2, grade C (coefficient 0.8). The scorecard stays as
      it is from now on, with everything that explains it.

    [1] Show the scorecard   [2] All scorecards
    """
