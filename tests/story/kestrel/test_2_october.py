"""The first month: numbers come in, some of them wrong; somebody is on leave; and then October is over."""

from __future__ import annotations

from tests.chat import transcript


@transcript
def test_a_the_first_numbers() -> None:
    """
    -- 2026-10-12 09:05 --
    Luis: /kpi
    Hello Luis. One value is waiting for you:

    KPI         Period         Last time           Target
    ─────────────────────────────────────────────────────
    test rides  week 41, 2026             104 every month

    There is no score of yours for October 2026 yet.

    [1] Enter my values   [2] Report   [3] Why?   [4] Help

    Luis: test rides 220
    ── Just to be sure ─────────────────────────────────────────────────────────────────────────────────
    test rides: I read 220. By target and values so far I expected about 20.8. Perhaps 22 (a digit too
    many)?

    Which value is right for test rides?
      [220]
      [22]
    Or another value
    [Back] [Cancel]

    Luis: 22
    ✓ Thank you. I understood:

      KPI         Period         Value  Before
      ────────────────────────────────────────
      test rides  week 41, 2026     22

    [1] Undo   [2] Report   [3] Why?

    Luis: test rides 24 week 40
    ✓ Thank you. I understood:

      KPI         Period         Value  Before
      ────────────────────────────────────────
      test rides  week 40, 2026     24

      It came after the days of grace and is marked late; it counts all the same.

    [1] Undo   [2] Report   [3] Why?

    Kofi: kpi
    ✓ Welcome to Kestrel Bikes, Kofi. I write to you by myself at most 5 times a week, between 09:00 and
      18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you, your
      heads and the owner see your own scores; everybody sees those of departments.

    [5] My day   [6] Help

    Workshop is measured by these from now on: On-time delivery and bikes finished. You enter On-time
    delivery and bikes finished; I ask you when they are due.

    [7] Report   [8] Propose a change

    Hello Kofi. 2 values are waiting for you:

    KPI               Period         Last time          Target
    ──────────────────────────────────────────────────────────
    On-time delivery  week 41, 2026                      89.4%
    bikes finished    week 41, 2026             63 every month

    There is no score of yours for October 2026 yet.

    [1] Enter my values   [2] Report   [3] Why?   [4] Help

    Kofi: [Enter my values]
    ── Your values ─────────────────────────────────────────────────────────────────────────────────────
    On-time delivery, week 41, 2026
    Target 89.4%
      [Not applicable]
    ↵ –
    [Skip] [Cancel]

    Kofi: 45/50
    bikes finished, week 41, 2026
    Target 63 every month
      [Not applicable]
    ↵ –
    [Back] [Skip] [Cancel]

    Kofi: 17
    ✓ Thank you. I understood 2 values:

      KPI               Period         Value  Before
      ──────────────────────────────────────────────
      On-time delivery  week 41, 2026    90%
      bikes finished    week 41, 2026     17

    [1] Undo   [2] Report   [3] Why?

    Kofi: /kpi undo
    ✓ Taken back: values entered (On-time delivery, bikes finished). Now it says:

      KPI               Period              Value  Before
      ───────────────────────────────────────────────────
      On-time delivery  week 41, 2026  taken back     90%
      bikes finished    week 41, 2026  taken back      17

    [1] My day

    Kofi: on-time delivery 46/50, bikes finished 15
    ✓ Thank you. I understood 2 values:

      KPI               Period         Value  Before
      ──────────────────────────────────────────────
      On-time delivery  week 41, 2026    92%
      bikes finished    week 41, 2026     15

    [1] Undo   [2] Report   [3] Why?

    Jack: first response time 26 min, complaints 1
    ✓ Thank you. I understood 2 values:

      KPI                  Period               Value  Before
      ───────────────────────────────────────────────────────
      First response time  week 41, 2026   26 minutes
      Complaints           week 41, 2026  1 complaint

    [1] Undo   [2] Report   [3] Why?

    -- the bot restarts --
    Priya: /kpi
    This is yours to do, by 30 Nov 2026:

    Ask every leasing employer for two introductions

    For       New customers won
    Who       Priya
    Due       30 Nov 2026
    State     Open
    Given by  Tom

    [5] Done   [6] Later   [7] Drop   [8] Plan

    Sales is measured by these from now on: Sales revenue, New customers won, Repeat purchase rate and
    test rides. You enter Sales revenue and New customers won; I ask you when they are due.

    [9] Report   [10] Propose a change

    Hello Priya. 3 values are waiting for you:

    KPI                Period         Last time               Target
    ────────────────────────────────────────────────────────────────
    Sales revenue      9 Oct 2026                £98,000 every month
    Sales revenue      12 Oct 2026               £98,000 every month
    New customers won  week 41, 2026                   8 every month

    Your score for October 2026: 110.6, from 20% of the weight.

    [1] Enter my values   [2] Report   [3] Why?   [4] Help

    Priya: new customers 3, revenue today 4.2k
    ✓ Thank you. I understood 2 values:

      KPI                Period               Value  Before
      ─────────────────────────────────────────────────────
      New customers won  week 41, 2026  3 customers
      Sales revenue      12 Oct 2026         £4,200

    [1] Undo   [2] Report   [3] Why?

    Priya: revenue 8 Oct 5.1k, revenue 9 Oct 4,870
    ✓ Thank you. I understood 2 values:

      KPI            Period       Value  Before
      ─────────────────────────────────────────
      Sales revenue  8 Oct 2026  £5,100
      Sales revenue  9 Oct 2026  £4,870

      Sales revenue (8 Oct 2026) came after the days of grace and is marked late; it counts all the
      same.

    [1] Undo   [2] Report   [3] Why?

    Dana: complaints 3
    ✗ You can't do that; Ruth (head), Grace (owner) or Jack (member) can.
    """


@transcript
def test_b_a_correction_has_its_reason() -> None:
    """
    -- 2026-10-13 10:00 --
    Jack: first response time 24 min
    ── There is a value already ────────────────────────────────────────────────────────────────────────
    First response time has a value for week 41, 2026 already: 26 minutes (Jack). You say 24 minutes.

    Replace what stands there?
    Choose, or say in your own words why; the reason is kept with the correction.
      1  Yes, replace it
      2  Yes, it was mistyped
      3  Yes, the figure is final only now
      4  No, leave it as it is
    Or in your own words
    [Back] [Cancel]

    Jack: two calls were counted twice
    ✓ Thank you. I understood:

      KPI                  Period              Value      Before
      ──────────────────────────────────────────────────────────
      First response time  week 41, 2026  24 minutes  26 minutes

    [1] Undo   [2] Report   [3] Why?

    Ruth: /kpi history first response time
    How First response time was agreed, and what was entered, newest first.

    No.  In force from      Target  Weight  By    Reason
    ────────────────────────────────────────────────────
    1    1 Oct 2026     30 minutes      30  Ruth

    Period               Value  By    Entered      Note
    ───────────────────────────────────────────────────────────────────────────────────────────────
    week 41, 2026   24 minutes  Jack  13 Oct 2026  before: 26 minutes; two calls were counted twice
    week 41, 2026   26 minutes  Jack  12 Oct 2026
    September 2026  27 minutes  Ruth  6 Oct 2026
    August 2026     24 minutes  Ruth  6 Oct 2026
    July 2026       35 minutes  Ruth  6 Oct 2026
    June 2026       28 minutes  Ruth  6 Oct 2026
    May 2026        30 minutes  Ruth  6 Oct 2026
    April 2026      25 minutes  Ruth  6 Oct 2026

    [1] Report

    Ruth: thanks
    You're welcome.
    """


@transcript
def test_c_leave() -> None:
    """
    -- 2026-10-14 08:30 --
    Luis: /kpi away next week
    ✓ You are away from 19 Oct 2026 to 25 Oct 2026. I ask for nothing that falls on these days, and your
      own targets shrink with them.

    [1] Undo

    美玲: /kpi 请假 10月19日到10月20日
    客服今后按这些指标考核：客户投诉数、首次响应时间、客户满意度。

    [2] 看报告   [3] 提议调整指标

    ✓ 你2026年10月19日至2026年10月20日请假，已记下。这些日子的数据不会催填，个人目标按在岗天数折算。

    [1] 撤销

    Tom: /kpi away Priya tomorrow
    ✓ Priya is away on 15 Oct 2026. I ask for nothing that falls on these days, and their own targets
      shrink with them.

    [1] Undo

    -- 2026-10-19 09:00 --
    Luis: /kpi
    Hello Luis. One value is waiting for you:

    KPI         Period         Last time           Target
    ─────────────────────────────────────────────────────
    test rides  week 42, 2026         22  104 every month

    Your score for October 2026: 113.4, from 90% of the weight.

    [1] Enter my values   [2] Report   [3] Why?   [4] Help

    Luis: test rides 23
    ✓ Thank you. I understood:

      KPI         Period         Value  Before
      ────────────────────────────────────────
      test rides  week 42, 2026     23

    [1] Undo   [2] Report   [3] Why?

    -- 2026-10-26 09:00 --
    Luis: I'm back
    Good to have you here; you are not down as away.

    Luis: test rides 25
    ✓ Thank you. I understood:

      KPI         Period         Value  Before
      ────────────────────────────────────────
      test rides  week 43, 2026     25

    [1] Undo   [2] Report   [3] Why?
    """


@transcript
def test_d_a_month_of_takings_in_a_table() -> None:
    """
    -- 2026-11-02 09:00 --
    Priya: /kpi
    Hello Priya. 4 values are waiting for you:

    KPI                Period         Last time               Target
    ────────────────────────────────────────────────────────────────
    Sales revenue      30 Oct 2026       £4,200  £98,000 every month
    Sales revenue      2 Nov 2026        £4,200  £98,000 every month
    New customers won  week 43, 2026          3        8 every month
    New customers won  week 44, 2026          3        8 every month

    Your score for October 2026: 113.9, from 90% of the weight.

    [1] Enter my values   [2] Report   [3] Why?   [4] Help

    Priya: import takings-october.csv
    ── Values of a file ────────────────────────────────────────────────────────────────────────────────
    takings-october.csv: 19 new values, 3 the same as now.

    New, the first of them (14 more follow):

    KPI            Period       Value
    ─────────────────────────────────
    Sales revenue  1 Oct 2026  £4,310
    Sales revenue  2 Oct 2026  £3,980
    Sales revenue  5 Oct 2026  £4,020
    Sales revenue  6 Oct 2026  £5,100
    Sales revenue  7 Oct 2026  £4,870

    Write them down?
    [1] Yes   [2] No
    [Cancel]

    Priya: yes
    ✓ Thank you. I understood 19 values:

      KPI            Period                                                           Value  Before
      ─────────────────────────────────────────────────────────────────────────────────────────────
      Sales revenue  1 Oct 2026                            £4,310 (takings-october.csv, C2)
      Sales revenue  2 Oct 2026                            £3,980 (takings-october.csv, C3)
      Sales revenue  5 Oct 2026                            £4,020 (takings-october.csv, C4)
      Sales revenue  6 Oct 2026                            £5,100 (takings-october.csv, C5)
      Sales revenue  7 Oct 2026                            £4,870 (takings-october.csv, C6)
      Sales revenue  13 Oct 2026                          £4,120 (takings-october.csv, C10)
      Sales revenue  14 Oct 2026                          £5,630 (takings-october.csv, C11)
      Sales revenue  15 Oct 2026                          £3,760 (takings-october.csv, C12)
      Sales revenue  16 Oct 2026                          £4,380 (takings-october.csv, C13)
      Sales revenue  19 Oct 2026                          £4,520 (takings-october.csv, C14)
      Sales revenue  20 Oct 2026                          £4,210 (takings-october.csv, C15)
      Sales revenue  21 Oct 2026                          £5,480 (takings-october.csv, C16)
      Sales revenue  22 Oct 2026                          £4,150 (takings-october.csv, C17)
      Sales revenue  23 Oct 2026                          £4,290 (takings-october.csv, C18)
      Sales revenue  26 Oct 2026                          £4,600 (takings-october.csv, C19)
      Sales revenue  27 Oct 2026                          £4,330 (takings-october.csv, C20)
      Sales revenue  28 Oct 2026  £5,720 (lease for eleven bikes; takings-october.csv, C21)
      Sales revenue  29 Oct 2026                          £4,480 (takings-october.csv, C22)
      Sales revenue  30 Oct 2026                          £4,260 (takings-october.csv, C23)

    [1] Undo   [2] Report   [3] Why?

    Priya: new customers 2 week 42
    ✓ Thank you. I understood:

      KPI                Period               Value  Before
      ─────────────────────────────────────────────────────
      New customers won  week 42, 2026  2 customers

      It came after the days of grace and is marked late; it counts all the same.

    [1] Undo   [2] Report   [3] Why?

    Priya: new customers 1 week 43
    ✓ Thank you. I understood:

      KPI                Period              Value  Before
      ────────────────────────────────────────────────────
      New customers won  week 43, 2026  1 customer

      It came after the days of grace and is marked late; it counts all the same.

    [1] Undo   [2] Report   [3] Why?

    Priya: new customers 2 week 44
    ✓ Thank you. I understood:

      KPI                Period               Value  Before
      ─────────────────────────────────────────────────────
      New customers won  week 44, 2026  2 customers

    [1] Undo   [2] Report   [3] Why?

    Luis: test rides 27
    ✓ Thank you. I understood:

      KPI         Period         Value  Before
      ────────────────────────────────────────
      test rides  week 44, 2026     27

    [1] Undo   [2] Report   [3] Why?

    Kofi: /kpi actual
    ── Your values ─────────────────────────────────────────────────────────────────────────────────────
    On-time delivery, week 43, 2026
    Target 89.4%; last time 92%
      [Same as last time]
      [Not applicable]
    ↵ –
    [Skip] [Cancel]

    Kofi: 47/52
    On-time delivery, week 44, 2026
    Target 89.4%; last time 92%
      [Same as last time]
      [Not applicable]
    ↵ –
    [Back] [Skip] [Cancel]

    Kofi: 40/48
    bikes finished, week 43, 2026
    Target 63 every month; last time 15
      [Same as last time]
      [Not applicable]
    ↵ –
    [Back] [Skip] [Cancel]

    Kofi: 17
    bikes finished, week 44, 2026
    Target 63 every month; last time 15
      [Same as last time]
      [Not applicable]
    ↵ –
    [Back] [Skip] [Cancel]

    Kofi: 16
    ✓ Thank you. I understood 4 values:

      KPI               Period          Value  Before
      ───────────────────────────────────────────────
      On-time delivery  week 43, 2026  90.38%
      On-time delivery  week 44, 2026  83.33%
      bikes finished    week 43, 2026      17
      bikes finished    week 44, 2026      16

      On-time delivery (week 43, 2026) and bikes finished (week 43, 2026) came after the days of grace
      and are marked late; they count all the same.

    [1] Undo   [2] Report   [3] Why?

    Jack: /kpi
    Hello Jack. 5 values are waiting for you:

    KPI                    Period          Last time         Target
    ───────────────────────────────────────────────────────────────
    Complaints             week 43, 2026           1  5 every month
    Complaints             week 44, 2026           1  5 every month
    First response time    week 43, 2026  24 minutes     30 minutes
    First response time    week 44, 2026  24 minutes     30 minutes
    Customer satisfaction  October 2026          4.4            4.3

    Call back within the hour when a bike has come back twice was due on 30 Oct 2026.

    Your score for October 2026: 107.5, from 80% of the weight.

    [1] Enter my values   [2] Done   [3] Later   [4] Drop   [5] Report   [6] Why?   [7] Help

    Jack: [Enter my values]
    ── Your values ─────────────────────────────────────────────────────────────────────────────────────
    Complaints, week 43, 2026
    Target 5 every month; last time 1 complaint
      [Same as last time]
      [Not applicable]
    ↵ –
    [Skip] [Cancel]

    Jack: 1
    Complaints, week 44, 2026
    Target 5 every month; last time 1 complaint
      [Same as last time]
      [Not applicable]
    ↵ –
    [Back] [Skip] [Cancel]

    Jack: 2
    First response time, week 43, 2026
    Target 30 minutes; last time 24 minutes
      [Same as last time]
      [Not applicable]
    ↵ –
    [Back] [Skip] [Cancel]

    Jack: 38
    First response time, week 44, 2026
    Target 30 minutes; last time 24 minutes
      [Same as last time]
      [Not applicable]
    ↵ –
    [Back] [Skip] [Cancel]

    Jack: 41
    Customer satisfaction, October 2026
    Target 4.3; last time 4.4 points
      [Same as last time]
      [Not applicable]
    ↵ –
    [Back] [Skip] [Cancel]

    Jack: 4.3
    ✓ Thank you. I understood 5 values:

      KPI                    Period                Value  Before
      ──────────────────────────────────────────────────────────
      Complaints             week 43, 2026   1 complaint
      Complaints             week 44, 2026  2 complaints
      First response time    week 43, 2026    38 minutes
      First response time    week 44, 2026    41 minutes
      Customer satisfaction  October 2026     4.3 points

      Complaints (week 43, 2026) and First response time (week 43, 2026) came after the days of grace
      and are marked late; they count all the same.

      Complaints (October 2026, 66.7) is red: 4 against 3 for the values that are in, of 5 in all. A
      word on why, and on what will be done, helps everybody.

    [1] Undo   [2] Say why it is red   [3] Report   [4] Why?

    Tom: repeat 33%
    ✓ Thank you. I understood:

      KPI                   Period        Value  Before
      ─────────────────────────────────────────────────
      Repeat purchase rate  October 2026    33%

    [1] Undo   [2] Report   [3] Why?
    """


@transcript
def test_e_october_is_looked_at() -> None:
    """
    -- 2026-11-03 09:00 --
    > /kpi
    Hello Grace. Nothing is waiting for you today.

    Kestrel Bikes, October 2026: 97.7.

    [1] Report   [2] Why?   [3] Help

    > /kpi report
    Kestrel Bikes, October 2026: 97.7 of 100, grade B.

    Department          Score                Weight scored
    ──────────────────────────────────────────────────────
    ▲ Sales             111.4  ██████████│▏           100%
    ▲ Workshop          102.7  ██████████│            100%
    ● Customer service   79.0  ███████▉  │            100%

    Not in yet: Workshop (2 values), Customer service (2 values).

    [1] Why?   [2] Brief   [3] Sales   [4] Workshop   [5] Customer service   [6] Period before

    > [Sales]
    Sales, October 2026: 111.4 of 100, grade S.

    KPI                       Actual   Target  Score                Weight  Trend
    ──────────────────────────────────────────────────────────────────────────────
    ▲ Sales revenue         £100,380  £98,000  104.0  ██████████│       40  █▃▅▁▃·
    ▲ New customers won            8      6.4  120.0  ██████████│█      30  ▅█▁▅█·
    ▲ Repeat purchase rate       33%      32%  105.0  ██████████│       10  ▁▇▂█▅▇
    ▲ test rides                 121      104  116.3  ██████████│▋      20  ▆▂▄▅▁█

    [1] Why?   [2] Brief   [3] Sales revenue   [4] New customers won   [5] Repeat purchase rate
    [6] test rides   [7] Company   [8] Period before

    > [Why?]
    Sales, October 2026: 111.4. It is this sum: share of the whole × score = points.

                            Share  Score  Points
    ────────────────────────────────────────────
    ▲ Sales revenue           40%  104.0    41.6
    ▲ New customers won       30%  120.0    36.0
    ▲ Repeat purchase rate    10%  105.0    10.5
    ▲ test rides              20%  116.3    23.3
    Total                    100%          111.4

    Grade S from 110 points on.

    For five points more in total, this is enough: Sales revenue at £107,880 (+5.0).

    [1] Sales revenue   [2] New customers won   [3] Repeat purchase rate   [4] test rides

    > [Sales revenue]
    Sales revenue, October 2026: 104.0

    Value       £100,380 (sum of 22 values)
    Counted as  Sales invoiced in the period, without tax
    Target      £98,000
    Agreed      version 1, in force from 1 Oct 2026
    Weight      40 of 100

    On the line from £98,000 (100.0 points) to £110,000 (120.0 points): 100.0 + 20.0 × (£100,380 −
    £98,000) / (£110,000 − £98,000) = 104.0.

    [1] History   [2] Report

    > /kpi why new customers last month
    New customers won, October 2026: 120.0

    Value       8 customers (sum of 4 values)
    Counted as  Customers with their first order in the period
    Target      6.4 customers: 8 customers for October 2026 × 4/5
    Agreed      version 1, in force from 1 Oct 2026
    Weight      30 of 100

    8 is exactly 120.0 points.

    [1] History   [2] Report

    > /kpi chart Sales revenue
    Sales revenue: on target in the one period measured; November 2026 is heading for £95,439 against a
    target of £98,000, a chance of 29%.

    Sales revenue
                       Actual  │ Target  ╎ Threshold
    December 2025     £85,000                         ███████████████████████▋
    January 2026      £81,000                         ██████████████████████▌
    February 2026     £84,000                         ███████████████████████▍
    March 2026        £97,000                         ██████████████████████████▉
    April 2026       £108,000                         ██████████████████████████████
    May 2026         £105,000                         █████████████████████████████▏
    June 2026         £96,000                         ██████████████████████████▋
    July 2026         £99,000                         ███████████████████████████▌
    August 2026       £93,000                         █████████████████████████▉
    September 2026    £97,000                         ██████████████████████████▉
    October 2026     £100,380   £98,000      £90,000  █████████████████████████╎█│
    November 2026   ┊ £95,439   £98,000      £90,000                           ╎┊│░
    December 2026   ┊ £95,028   £98,000      £90,000                        ░░░╎┊│░░░
    January 2027    ┊ £90,739   £98,000      £90,000                     ░░░░░░┊░│░░░░░
    ┊ Forecast
    ░ 8 times in 10   November 2026 £90,084 – £100,811   December 2026 £81,825 – £108,977
    January 2027 £70,082 – £118,842

    [1] Why?   [2] Report   [3] As a picture

    > /kpi report brief last month
    Kestrel Bikes, October 2026: 97.7.

    Thanks to Priya for Sales revenue (104.0) and New customers won (120.0); Tom for Repeat purchase
    rate (105.0).

    Could use a hand: Jack with Complaints (66.7) and First response time (85.6); Kofi with On-time
    delivery (85.3).

    Not in yet: Workshop (2 values), Customer service (2 values).

    To decide: Complaints would add 5.6 points if it met its target. Does it need more hands, or another
    target?

    [1] Why?   [2] Chart   [3] Check the KPI   [4] Report

    Luis: /kpi report
    Luis, October 2026: 111.4 of 100, grade S.

    Department  Share  Score                Weight scored
    ─────────────────────────────────────────────────────
    ▲ Sales      100%  111.4  ██████████│▏           100%

    [1] Why?   [2] Brief   [3] Sales   [4] Company   [5] Period before

    Luis: /kpi why
    Luis, October 2026: 111.4. It is this sum: share of the whole × score = points.

             Share  Score  Points
    ─────────────────────────────
    ▲ Sales   100%  111.4   111.4
    Total     100%          111.4

    Grade S from 110 points on.

    For five points more in total, this is enough: Sales revenue at £107,880 (+5.0).

    [1] Sales

    美玲: 报告 我 10月
    美玲，2026年10月：98.4 分（达标为 100 分），等级 B。

    部门    占比   得分                已计分权重
    ─────────────────────────────────────────────
    ▲ 销售   60%  111.4  ██████████│▏        100%
    ● 客服   40%   79.0  ███████▉  │         100%

    还差的数据：客服 2 项。

    [1] 为什么？   [2] 简报   [3] 销售   [4] 客服   [5] 公司   [6] 上一期

    美玲: [为什么？]
    美玲，2026年10月：98.4 分。算法：占比 × 得分 = 计分，相加即为总分。

            占比   得分  计分
    ─────────────────────────
    ▲ 销售   60%  111.4  66.8
    ● 客服   40%   79.0  31.6
    合计    100%         98.4

    等级 B（90 分起）。

    想让总分提高 5 分，做到这一项即可：客户投诉数降到 3（+6.7）。

    [1] 销售   [2] 客服
    """


@transcript
def test_f_october_is_closed_in_sales() -> None:
    """
    -- 2026-11-04 09:00 --
    Tom: /kpi
    Hello Tom. Nothing is waiting for you today.

    Your score for October 2026: 111.4.

    [1] Report   [2] Why?   [3] Help

    Tom: /kpi close
    Sales, October 2026: 4 not begun, 0 in review, 0 closed.

    Whose score  Score  State  Comments  Agrees
    ───────────────────────────────────────────
    Sales        111.4  Open
    Priya        111.4  Open
    Luis         111.4  Open
    美玲          98.4  Open

    Red
    KPI         Score  Entered by  Why  What
    ────────────────────────────────────────
    Complaints   66.7  Jack        –

    [1] Begin the review   [2] Why red: Complaints   [3] Period before

    Tom: [Begin the review]
    ✓ The review of October 2026 has begun for 4 scorecards. Those whose they are hear of it and are
      asked for a word.

    [1] All scorecards

    bot -> Luis:
    October 2026 is being reviewed. This is your scorecard; a word of yours on it is welcome before your
    head adds theirs.

    Luis, October 2026: 111.4 of 100, grade S.

    Department  Share  Score                Weight scored
    ─────────────────────────────────────────────────────
    ▲ Sales      100%  111.4  ██████████│▏           100%

    In review: 111.4, grade S (coefficient 1.5).

    [1] I agree   [2] I don't agree   [3] Comment   [4] Why?

    Luis: [Comment]
    ── Your comment ────────────────────────────────────────────────────────────────────────────────────
    What is there to say about this period?
    What went well, what got in the way, what comes next.
    [Cancel]

    Luis: One week away, and still 24 rides a week
    ✓ Thank you. It stands with the scorecard.

    [1] Show the scorecard

    Luis: [Show the scorecard]
    Luis, October 2026: 111.4 of 100, grade S.

    Department  Share  Score                Weight scored
    ─────────────────────────────────────────────────────
    ▲ Sales      100%  111.4  ██████████│▏           100%

    In review: 111.4, grade S (coefficient 1.5).

    Name  Comment
    ──────────────────────────────────────────────
    Luis  One week away, and still 24 rides a week

    [1] I agree   [2] I don't agree   [3] Comment   [4] Why?

    Luis: [I agree]
    ✓ Thank you, that is settled for you.

    [1] Show the scorecard

    -- the bot restarts --
    美玲: /kpi
    2026年10月开始评审了，这是你的考核表。欢迎先写几句自评，负责人随后写评语。

    美玲，2026年10月：98.4 分（达标为 100 分），等级 B。

    部门    占比   得分                已计分权重
    ─────────────────────────────────────────────
    ▲ 销售   60%  111.4  ██████████│▏        100%
    ● 客服   40%   79.0  ███████▉  │         100%

    还差的数据：客服 2 项。

    评审中：98.4 分，等级 B（绩效系数 1）。

    [5] 认可   [6] 有异议   [7] 写评语   [8] 为什么？

    美玲，你好！今天没有要填的数据。

    你2026年10月的考核表（评审中）请看一下，确认是否认可。

    2026年10月你的得分：98.4。

    [1] 我2026年10月的考核表   [2] 看报告   [3] 为什么？   [4] 帮助

    美玲: 结算 异议
    ── 有异议 ──────────────────────────────────────────────────────────────────────────────────────────
    你认为哪里不对？
    负责人会看到，并在结算前和你沟通。
    [取消]

    美玲: 客服那 40% 还没有我能填的指标
    ✓ 已记下，负责人会看到你的异议。

    [1] 查看考核表

    bot -> Tom:
    美玲 doesn't agree with the scorecard of October 2026: 客服那 40% 还没有我能填的指标

    美玲, October 2026: 98.4 of 100, grade B.

    Department          Share  Score                Weight scored
    ─────────────────────────────────────────────────────────────
    ▲ Sales               60%  111.4  ██████████│▏           100%
    ● Customer service    40%   79.0  ███████▉  │            100%

    Not in yet: Customer service (2 values).

    In review: 98.4, grade B (coefficient 1).

    美玲 doesn't agree: 客服那 40% 还没有我能填的指标

    [1] Comment   [2] Close it   [3] All scorecards   [4] Why?

    Tom: [Comment]
    ── Your comment ────────────────────────────────────────────────────────────────────────────────────
    What is there to say about this period?
    What went well, what got in the way, what comes next.
    [Cancel]

    Tom: You are right. Ruth hands you the customer satisfaction
    ✓ Thank you. It stands with the scorecard.

    [1] Show the scorecard

    bot -> 美玲:
    你2026年10月的考核表有了新评语。

    美玲，2026年10月：98.4 分（达标为 100 分），等级 B。

    部门    占比   得分                已计分权重
    ─────────────────────────────────────────────
    ▲ 销售   60%  111.4  ██████████│▏        100%
    ● 客服   40%   79.0  ███████▉  │         100%

    还差的数据：客服 2 项。

    评审中：98.4 分，等级 B（绩效系数 1）。

    姓名  评语
    ─────────────────────────────────────────────────────────────
    Tom   You are right. Ruth hands you the customer satisfaction

    你有异议：客服那 40% 还没有我能填的指标

    [1] 认可   [2] 写评语   [3] 为什么？

    美玲: [认可]
    ✓ 收到，谢谢！你这边已确认。

    [1] 查看考核表

    Tom: /kpi close freeze Sales
    ── Points by hand ──────────────────────────────────────────────────────────────────────────────────
    Sales, October 2026: 111.4, grade S (coefficient 1.5).

    Are there points to add or to take off?
    Each with its reason, such as: +3 helped service out; -1 reports late. Skip if there are none.
    ↵ –
    [Skip] [Cancel]

    Tom:
    ── Grade ───────────────────────────────────────────────────────────────────────────────────────────
    In all: 111.4, grade S (coefficient 1.5).

    Close it with which grade?
      1  S, by the points
      2  A                 by hand; coefficient 1.2
      3  B                 by hand; coefficient 1
      4  C                 by hand; coefficient 0.8
      5  D                 by hand; coefficient 0
    [Back] [Cancel]

    Tom: 1
    ✓ Sales, October 2026, is closed: 111.4, grade S (coefficient 1.5). The scorecard stays as it is
      from now on, with everything that explains it.

    [1] Show the scorecard   [2] All scorecards

    Tom: /kpi close freeze Luis
    ── Points by hand ──────────────────────────────────────────────────────────────────────────────────
    Luis, October 2026: 111.4, grade S (coefficient 1.5).

    Are there points to add or to take off?
    Each with its reason, such as: +3 helped service out; -1 reports late. Skip if there are none.
    ↵ –
    [Skip] [Cancel]

    Tom: +2 stood in at the till for Priya
    ── Grade ───────────────────────────────────────────────────────────────────────────────────────────
    By hand                         Points
    ──────────────────────────────────────
    stood in at the till for Priya    +2.0

    In all: 113.4 (111.4 before points by hand), grade S (coefficient 1.5).

    Close it with which grade?
      1  S, by the points
      2  A                 by hand; coefficient 1.2
      3  B                 by hand; coefficient 1
      4  C                 by hand; coefficient 0.8
      5  D                 by hand; coefficient 0
    [Back] [Cancel]

    Tom: 1
    ✓ Luis, October 2026, is closed: 113.4 (111.4 before points by hand), grade S (coefficient 1.5). The
      scorecard stays as it is from now on, with everything that explains it.

    [1] Show the scorecard   [2] All scorecards

    bot -> Luis:
    Your scorecard of October 2026 is closed.

    Luis, October 2026: 113.4 of 100, grade S.

    Department  Share  Score                Weight scored
    ─────────────────────────────────────────────────────
    ▲ Sales      100%  111.4  ██████████│▏           100%

    The total: 111.4 +2.0 = 113.4.

    Closed: 113.4 (111.4 before points by hand), grade S (coefficient 1.5).

    By hand                         Points
    ──────────────────────────────────────
    stood in at the till for Priya    +2.0

    Name  Comment
    ──────────────────────────────────────────────
    Luis  One week away, and still 24 rides a week

    You agree.

    [1] I don't agree   [2] Why?

    Tom: /kpi close
    Sales, October 2026: 0 not begun, 2 in review, 2 closed.

    Whose score  Score  State      Comments  Agrees  Waits for
    ───────────────────────────────────────────────────────────────
    Sales        111.4  Closed
    Priya        111.4  In review                    their word
    Luis         113.4  Closed            1  yes
    美玲          98.4  In review         1  yes     its department

    Red
    KPI         Score  Entered by  Why  What
    ────────────────────────────────────────
    Complaints   66.7  Jack        –

    [1] Sales   [2] Priya   [3] Luis   [4] 美玲   [5] Why red: Complaints   [6] Period before
    """


@transcript
def test_g_october_is_closed_everywhere() -> None:
    """
    -- 2026-11-05 09:00 --
    Tom: /kpi close freeze Priya
    ── Points by hand ──────────────────────────────────────────────────────────────────────────────────
    Priya, October 2026: 111.4, grade S (coefficient 1.5).

    Are there points to add or to take off?
    Each with its reason, such as: +3 helped service out; -1 reports late. Skip if there are none.
    ↵ –
    [Skip] [Cancel]

    Tom: skip
    ── Grade ───────────────────────────────────────────────────────────────────────────────────────────
    In all: 111.4, grade S (coefficient 1.5).

    Close it with which grade?
      1  S, by the points
      2  A                 by hand; coefficient 1.2
      3  B                 by hand; coefficient 1
      4  C                 by hand; coefficient 0.8
      5  D                 by hand; coefficient 0
    [Back] [Cancel]

    Tom: S
    ✓ Priya, October 2026, is closed: 111.4, grade S (coefficient 1.5). The scorecard stays as it is
      from now on, with everything that explains it.

    [1] Show the scorecard   [2] All scorecards

    Tom: /kpi close freeze 美玲
    ✗ This scorecard is made of that of Customer service, which has to be closed first.

    Tom: skip
    There is no dialog open.

    Tom: B
    I don't understand “B”. /kpi help shows what I do understand.

    Ben: /kpi close begin
    ✓ The review of October 2026 has begun for 4 scorecards. Those whose they are hear of it and are
      asked for a word.

    [1] All scorecards

    Ben: /kpi close freeze Workshop
    ── Points by hand ──────────────────────────────────────────────────────────────────────────────────
    Workshop, October 2026: 102.7, grade A (coefficient 1.2).

    Are there points to add or to take off?
    Each with its reason, such as: +3 helped service out; -1 reports late. Skip if there are none.
    ↵ –
    [Skip] [Cancel]

    Ben: skip
    ── Grade ───────────────────────────────────────────────────────────────────────────────────────────
    In all: 102.7, grade A (coefficient 1.2).

    Close it with which grade?
      1  A, by the points
      2  S                 by hand; coefficient 1.5
      3  B                 by hand; coefficient 1
      4  C                 by hand; coefficient 0.8
      5  D                 by hand; coefficient 0
    [Back] [Cancel]

    Ben: 1
    ✓ Workshop, October 2026, is closed: 102.7, grade A (coefficient 1.2). The scorecard stays as it is
      from now on, with everything that explains it.

    [1] Show the scorecard   [2] All scorecards

    Ruth: /kpi close begin
    ✓ The review of October 2026 has begun for 2 scorecards. Those whose they are hear of it and are
      asked for a word.

    [1] All scorecards

    Ruth: /kpi close freeze Customer service
    ── Points by hand ──────────────────────────────────────────────────────────────────────────────────
    Customer service, October 2026: 79.0, grade C (coefficient 0.8).

    Are there points to add or to take off?
    Each with its reason, such as: +3 helped service out; -1 reports late. Skip if there are none.
    ↵ –
    [Skip] [Cancel]

    Ruth: skip
    ── Grade ───────────────────────────────────────────────────────────────────────────────────────────
    In all: 79.0, grade C (coefficient 0.8).

    Close it with which grade?
      1  C, by the points
      2  S                 by hand; coefficient 1.5
      3  A                 by hand; coefficient 1.2
      4  B                 by hand; coefficient 1
      5  D                 by hand; coefficient 0
    [Back] [Cancel]

    Ruth: 1
    ✓ Customer service, October 2026, is closed: 79.0, grade C (coefficient 0.8). The scorecard stays as
      it is from now on, with everything that explains it.

    [1] Show the scorecard   [2] All scorecards

    > /kpi close
    Kestrel Bikes, October 2026: 4 not begun, 0 in review, 3 closed.

    Whose score       Score  State   Comments  Agrees
    ─────────────────────────────────────────────────
    Sales             111.4  Closed
    Workshop          102.7  Closed
    Customer service   79.0  Closed
    Tom               111.4  Open
    Ben               102.7  Open
    Ruth               79.0  Open
    Kestrel Bikes      97.7  Open

    Red
    KPI         Score  Entered by  Why  What
    ────────────────────────────────────────
    Complaints   66.7  Jack        –

    [1] Begin the review   [2] Sales   [3] Workshop   [4] Customer service   [5] People of Sales
    [6] People of Workshop   [7] People of Customer service   [8] Why red: Complaints
    [9] Period before

    > [Begin the review]
    ✓ The review of October 2026 has begun for 4 scorecards. Those whose they are hear of it and are
      asked for a word.

    [1] All scorecards

    > /kpi close freeze company
    ── Points by hand ──────────────────────────────────────────────────────────────────────────────────
    Kestrel Bikes, October 2026: 97.7, grade B (coefficient 1).

    Are there points to add or to take off?
    Each with its reason, such as: +3 helped service out; -1 reports late. Skip if there are none.
    ↵ –
    [Skip] [Cancel]

    > skip
    ── Grade ───────────────────────────────────────────────────────────────────────────────────────────
    In all: 97.7, grade B (coefficient 1).

    Close it with which grade?
      1  B, by the points
      2  S                 by hand; coefficient 1.5
      3  A                 by hand; coefficient 1.2
      4  C                 by hand; coefficient 0.8
      5  D                 by hand; coefficient 0
    [Back] [Cancel]

    > 1
    ✓ Kestrel Bikes, October 2026, is closed: 97.7, grade B (coefficient 1). The scorecard stays as it
      is from now on, with everything that explains it.

    [1] Show the scorecard   [2] All scorecards

    Jack: complaints 1 week 42
    October 2026 is being reviewed. This is your scorecard; a word of yours on it is welcome before your
    head adds theirs.

    Jack, October 2026: 79.0 of 100, grade C.

    Department          Share  Score               Weight scored
    ────────────────────────────────────────────────────────────
    ● Customer service   100%   79.0  ███████▉  │           100%

    Not in yet: Customer service (2 values).

    In review: 79.0, grade C (coefficient 0.8).

    Complaints (October 2026, 66.7) is red: 4 against 3 for the values that are in, of 5 in all. A word
    on why, and on what will be done, helps everybody.

    [1] Say why it is red   [2] I agree   [3] I don't agree   [4] Comment   [5] Why?

    ✗ Nothing changes in October 2026 any more: it is closed. Ruth (head) or Grace (owner) can reopen
      it.
    """
