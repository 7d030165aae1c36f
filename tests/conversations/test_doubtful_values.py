"""One doubtful value of a line holds back no other, and is not lost by what is typed next."""

from __future__ import annotations

import pytest

from tests.chat import transcript
from tests.stage import RealStage


@pytest.mark.usefixtures("built")
@transcript
def test_only_what_is_doubtful_is_asked_about(stage: RealStage) -> None:
    """
    > new customers 12, win rate 250%, cold calls made 30 half of them on Monday
    ✓ Thank you. I understood 2 values:

      KPI                Period                               Value  Before
      ─────────────────────────────────────────────────────────────────────
      New customers won  week 47, 2026                 12 customers
      cold calls made    week 47, 2026  30 (half of them on Monday)

    [3] Undo   [4] Report   [5] Why?

    ── Just to be sure ─────────────────────────────────────────────────────────────────────────────────
    Win rate: I read 250%, and it was never over 100% before. Perhaps 2.5% (percent or fraction)?

    Which value is right for Win rate?
      1  250%
      2  2.5%
    Or another value
    [Back] [Cancel]

    > win rate 26%
    ── There is a value already ────────────────────────────────────────────────────────────────────────
    Win rate has a value for October 2026 already: 29% (Anna). You say 26%.

    Replace what stands there?
    Choose, or say in your own words why; the reason is kept with the correction.
      1  Yes, replace it
      2  Yes, it was mistyped
      3  Yes, the figure is final only now
      4  No, leave it as it is
    Or in your own words
    [Back] [Cancel]

    > new customers 13 two were old ones, cold calls made 12abc, key-account visits 40
    “/kpi actual win rate 250%” is left; nothing of it has been written down. Now to what you typed:

    ✓ Thank you. I understood:

      KPI                 Period             Value  Before
      ────────────────────────────────────────────────────
      Key-account visits  week 47, 2026  40 visits

    [2] Undo   [3] Report   [4] Why?

    ── Your values ─────────────────────────────────────────────────────────────────────────────────────
    ✗ “cold calls made 12abc” is no number that I can read. Please type it like 1200, 3.5k or 12%.
    cold calls made, week 47, 2026
    Target 420 every month
      [Not applicable]
    ↵ –
    [Back] [Skip] [Cancel]

    > win rate 24%
    “/kpi actual new customers 13 two were old ones, cold calls made 12abc” is left; nothing of it has
    been written down. Now to what you typed:

    ── There is a value already ────────────────────────────────────────────────────────────────────────
    Win rate has a value for October 2026 already: 29% (Anna). You say 24%.

    Replace what stands there?
    Choose, or say in your own words why; the reason is kept with the correction.
      1  Yes, replace it
      2  Yes, it was mistyped
      3  Yes, the figure is final only now
      4  No, leave it as it is
    Or in your own words
    [Back] [Cancel]

    > cancel
    Cancelled; “win rate 24%” is not entered.
    """
    history = stage.type("Anna", "/kpi history cold calls")
    assert "half of them on Monday" in history


@pytest.mark.usefixtures("built")
@transcript
def test_another_question_tells_what_was_not_entered() -> None:
    """
    > cold calls made 30, win rate 250%
    ✓ Thank you. I understood:

      KPI              Period         Value  Before
      ─────────────────────────────────────────────
      cold calls made  week 47, 2026     30

    [3] Undo   [4] Report   [5] Why?

    ── Just to be sure ─────────────────────────────────────────────────────────────────────────────────
    Win rate: I read 250%, and it was never over 100% before. Perhaps 2.5% (percent or fraction)?

    Which value is right for Win rate?
      1  250%
      2  2.5%
    Or another value
    [Back] [Cancel]

    > new customers 12, key-account visits 4000
    “/kpi actual win rate 250%” is left; nothing of it has been written down. Now to what you typed:

    ✓ Thank you. I understood:

      KPI                Period                Value  Before
      ──────────────────────────────────────────────────────
      New customers won  week 47, 2026  12 customers

    [4] Undo   [5] Report   [6] Why?

    ── Just to be sure ─────────────────────────────────────────────────────────────────────────────────
    Key-account visits: I read 4,000 visits. By target and values so far I expected about 11. Perhaps 4
    visits (three digits too many)?

    Which value is right for Key-account visits?
      1  4,000 visits
      2  4 visits
      3  40 visits
    Or another value
    [Back] [Cancel]

    > 40
    ✓ Thank you. I understood:

      KPI                 Period             Value  Before
      ────────────────────────────────────────────────────
      Key-account visits  week 47, 2026  40 visits

    [1] Undo   [2] Report   [3] Why?
    """


@pytest.mark.usefixtures("built")
@transcript
def test_what_is_refused_of_a_line_is_told_behind_what_was_entered() -> None:
    """
    > new customers 12, shipping 5 trucks
    ✓ Thank you. I understood:

      KPI                Period                Value  Before
      ──────────────────────────────────────────────────────
      New customers won  week 47, 2026  12 customers

    [2] Undo   [3] Report   [4] Why?

    ── Which KPI? ──────────────────────────────────────────────────────────────────────────────────────
    I am not sure which KPI “shipping 5 trucks” is about.

    Which KPI is meant?
      1  Win rate  Sales
    [Back] [Cancel]

    > cold calls 30, key-account visits today 3, conversion ratio 5
    “/kpi actual shipping 5 trucks” is left; nothing of it has been written down. Now to what you typed:

    ✓ Thank you. I understood 2 values:

      KPI                 Period            Value  Before
      ───────────────────────────────────────────────────
      cold calls made     week 47, 2026        30
      Key-account visits  week 48, 2026  3 visits

    [2] Undo   [3] Report   [4] Why?

    ── Which KPI? ──────────────────────────────────────────────────────────────────────────────────────
    I am not sure which KPI “conversion ratio 5” is about.

    Which KPI is meant?
      1  Win rate  Sales
    [Back] [Cancel]

    > /kpi
    Hello Anna. One value is waiting for you:

    KPI            Period       Last time                    Target
    ───────────────────────────────────────────────────────────────
    Sales revenue  23 Nov 2026             CN¥1,200,000 every month

    Harbour Trading, November 2026: 74.0, from 40% of the weight.

    [1] Enter my values   [2] Report   [3] Why?   [4] Help

    /kpi actual is still open; it waits where you left it.

    [5] Continue
    """


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("people", [("安娜",)], ids=["zh"])
@transcript
def test_only_what_is_doubtful_is_asked_about_in_chinese() -> None:
    """
    > 新增客户数 12，赢单率 250%，电话邀约 30 其中一半在周一
    ✓ 收到，谢谢！共 2 项，我的理解是：

      指标        周期                          数值  之前
      ────────────────────────────────────────────────────
      新增客户数  2026年第47周                 12 家
      电话邀约    2026年第47周  30（其中一半在周一）

    [3] 撤销   [4] 看报告   [5] 为什么？

    ── 再确认一下 ──────────────────────────────────────────────────────────────────────────────────────
    赢单率：我读到的是 250%，以往从未超过 100%。是不是 2.5%（百分数和小数弄混了）？

    赢单率哪个数是对的？
      1  250%
      2  2.5%
    或者填另一个数
    [返回] [取消]

    > 新增客户数 13，大客户拜访次数 4000
    “/kpi 填报 赢单率 250%”先不记了。刚输入的这条：

    ── 再确认一下 ──────────────────────────────────────────────────────────────────────────────────────
    大客户拜访次数：我读到的是 4,000 次，与目标和已填的数相差很大（约 11）。是不是 4 次（多乘了一千）？

    大客户拜访次数哪个数是对的？
      1  4,000 次
      2  4 次
      3  40 次
    或者填另一个数
    [返回] [取消]

    > 取消
    已取消，“新增客户数 13，大客户拜访次数 4000”没有记下。
    """


@pytest.mark.usefixtures("built")
@transcript
def test_behind_several_values_it_is_asked_which_was_wrong() -> None:
    """
    > new customers 12, key-account visits 40, win rate 28%
    ✓ Thank you. I understood 2 values:

      KPI                 Period                Value  Before
      ───────────────────────────────────────────────────────
      New customers won   week 47, 2026  12 customers
      Key-account visits  week 47, 2026     40 visits

    [5] Undo   [6] Report   [7] Why?

    ── There is a value already ────────────────────────────────────────────────────────────────────────
    Win rate has a value for October 2026 already: 29% (Anna). You say 28%.

    Replace what stands there?
    Choose, or say in your own words why; the reason is kept with the correction.
      1  Yes, replace it
      2  Yes, it was mistyped
      3  Yes, the figure is final only now
      4  No, leave it as it is
    Or in your own words
    [Back] [Cancel]

    > yes
    ✓ Thank you. I understood:

      KPI       Period        Value  Before
      ─────────────────────────────────────
      Win rate  October 2026    28%     29%

    [1] Undo   [2] Report   [3] Why?

    > new customers 12, key-account visits 39
    ✓ That is what stands there already.

      KPI                Period                Value  Before
      ──────────────────────────────────────────────────────
      New customers won  week 47, 2026  12 customers

    [5] Report   [6] Why?

    ── There is a value already ────────────────────────────────────────────────────────────────────────
    Key-account visits has a value for week 47, 2026 already: 40 visits (Anna). You say 39 visits.

    Replace what stands there?
    Choose, or say in your own words why; the reason is kept with the correction.
      1  Yes, replace it
      2  Yes, it was mistyped
      3  Yes, the figure is final only now
      4  No, leave it as it is
    Or in your own words
    [Back] [Cancel]

    > yes
    ✓ Thank you. I understood:

      KPI                 Period             Value     Before
      ───────────────────────────────────────────────────────
      Key-account visits  week 47, 2026  39 visits  40 visits

    [1] Undo   [2] Report   [3] Why?

    > new customers 13, key-account visits 41
    ── There is a value already ────────────────────────────────────────────────────────────────────────
    2 of these have a value already:

    KPI                 Period               Before         Value
    ─────────────────────────────────────────────────────────────
    New customers won   week 47, 2026  12 customers  13 customers
    Key-account visits  week 47, 2026     39 visits     41 visits

    Replace what stands there?
    Choose, or say in your own words why; the reason is kept with the correction.
      1  Yes, replace it
      2  Yes, it was mistyped
      3  Yes, the figure is final only now
      4  No, leave it as it is
    Or in your own words
    [Back] [Cancel]

    > yes
    ✓ Thank you. I understood 2 values:

      KPI                 Period                Value        Before
      ─────────────────────────────────────────────────────────────
      New customers won   week 47, 2026  13 customers  12 customers
      Key-account visits  week 47, 2026     41 visits     39 visits

    [1] Undo   [2] Report   [3] Why?

    > sorry, it was 31
    Which of them should be 31?

    [1] New customers won, week 47, 2026   [2] Key-account visits, week 47, 2026

    > [Key-account visits, week 47, 2026]
    ── There is a value already ────────────────────────────────────────────────────────────────────────
    Key-account visits has a value for week 47, 2026 already: 41 visits (Anna). You say 31 visits.

    Replace what stands there?
    Choose, or say in your own words why; the reason is kept with the correction.
      1  Yes, replace it
      2  Yes, it was mistyped
      3  Yes, the figure is final only now
      4  No, leave it as it is
    Or in your own words
    [Back] [Cancel]
    """


@pytest.mark.usefixtures("built")
@transcript
def test_the_note_of_a_value_that_is_asked_back_is_kept() -> None:
    """
    > key-account visits 4000 2 of them by phone
    ── Just to be sure ─────────────────────────────────────────────────────────────────────────────────
    Key-account visits: I read 4,000 visits. By target and values so far I expected about 11. Perhaps 4
    visits (three digits too many)?

    Which value is right for Key-account visits?
      1  4,000 visits
      2  4 visits
      3  40 visits
    Or another value
    [Back] [Cancel]

    > 40
    ✓ Thank you. I understood:

      KPI                 Period                                  Value  Before
      ─────────────────────────────────────────────────────────────────────────
      Key-account visits  week 47, 2026  40 visits (2 of them by phone)

    [1] Undo   [2] Report   [3] Why?
    """


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("people", [("安娜",)], ids=["zh"])
@transcript
def test_behind_several_values_it_is_asked_which_was_wrong_in_chinese() -> None:
    """
    > 新增客户数 12，大客户拜访次数 40 其中2次电话
    ✓ 收到，谢谢！共 2 项，我的理解是：

      指标            周期                          数值  之前
      ────────────────────────────────────────────────────────
      新增客户数      2026年第47周                 12 家
      大客户拜访次数  2026年第47周  40 次（其中2次电话）

    [1] 撤销   [2] 看报告   [3] 为什么？

    > 填错了，是 31
    哪一项应该是 31？

    [1] 新增客户数，2026年第47周   [2] 大客户拜访次数，2026年第47周

    > [新增客户数，2026年第47周]
    ── 再确认一下 ──────────────────────────────────────────────────────────────────────────────────────
    新增客户数：我读到的是 31 家，与目标和已填的数相差很大（约 3）。是不是 3 家（多输了一位）？

    新增客户数哪个数是对的？
      1  31 家
      2  3 家
    或者填另一个数
    [返回] [取消]
    """


@pytest.mark.usefixtures("built")
@transcript
def test_a_day_in_digits_is_when_it_was() -> None:
    """
    > /kpi actual
    ...
    > 20.11.: 52k
    ✓ Thank you. I understood:

      KPI            Period           Value  Before
      ─────────────────────────────────────────────
      Sales revenue  20 Nov 2026  CN¥52,000

    [1] Undo   [2] Report   [3] Why?

    /kpi actual is still open; it waits where you left it.

    [4] Continue

    > 11/19 51k
    ✓ Thank you. I understood:

      KPI            Period           Value  Before
      ─────────────────────────────────────────────
      Sales revenue  19 Nov 2026  CN¥51,000

      It came after the days of grace and is marked late; it counts all the same.

    [1] Undo   [2] Report   [3] Why?

    /kpi actual is still open; it waits where you left it.

    [4] Continue
    """


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("people", [("Zhang Yue",)])
@transcript
def test_a_time_in_another_unit_is_converted_or_asked_back() -> None:
    """
    > 首次响应时间 半小时
    ✓ 收到，谢谢！我的理解是：

      指标          周期               数值  之前
      ───────────────────────────────────────────
      首次响应时间  2026年11月23日  30 分钟

    [1] 撤销   [2] 看报告   [3] 为什么？

    > 首次响应时间 11/20 3天
    ── 填报数据 ────────────────────────────────────────────────────────────────────────────────────────
    ✗ “首次响应时间 3天”有不止一种读法，请填 1,440 分钟或 4,320 分钟。
    首次响应时间，2026年11月20日
    目标 30 分钟；上次 32 分钟
      [和上次一样]
      [不适用]
    ↵ –
    [跳过] [取消]
    """


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("people", [("Lin Haoran", "Zhang Yue")])
@transcript
def test_a_value_of_a_free_day_is_told_beside_the_target_that_has_none() -> None:
    """
    > sales revenue 22 Nov 300k
    ...
    > /kpi why sales revenue
    Sales revenue, November 2026: 112.0

    Value       CN¥2,874,280 (sum of 15 values, 1 of them on a free day, for which there is no target)
    Counted as  Sales invoiced in the period, without tax
    Target      CN¥2,566,666.67: CN¥3,850,000 for November 2026 × 14/21
    Agreed      version 1, in force from 1 Nov 2025
    Weight      30 of 100

    CN¥2,874,280 / CN¥2,566,666.67 × 100.0 = 112.0.

    [1] History   [2] Report

    > /kpi report sales revenue
    Sales revenue, November 2026: 112.0 of 100. 14 of 21 values are in. One more value, of a free day,
    counts as well; free days have no target. The target is CN¥3,850,000 for the whole of November 2026,
    CN¥2,566,667 for the values that are in.

    KPI                    Actual        Target  Score                Weight  Trend
    ────────────────────────────────────────────────────────────────────────────────
    ▲ Sales revenue  CN¥2,874,280  CN¥2,566,667  112.0  ██████████│▎      30  █▄▆▇▁·

    By now      CN¥2,577,849, as is usual at this time; it is ahead by 7.7% of the target
    Forecast    CN¥4,164,115; 8 times in 10 it is CN¥4,031,789 – CN¥4,319,027; chance of reaching
                CN¥3,850,000: over 99%
    It takes    CN¥139,389 in each of the 7 values to come
    Department  Sales
    Entered by  Xu Wenjing
    Counted as  Sales invoiced in the period, without tax
    Source      Accounting system
    How often   Every working day

    Action plan
    What                                                                      Who            Due
    ────────────────────────────────────────────────────────────────────────────────────────────────────
    Offer the ten largest buyers yearly contracts / 与前十大客户洽谈年度框架  Thomas Berger  11 Dec 2026
    合同

    Sales revenue
                            Actual      │ Target
    June 2026         CN¥3,515,140  CN¥3,570,000  ██████████████████████████▉│
    July 2026         CN¥3,074,770  CN¥3,290,000  ███████████████████████▌ │
    August 2026       CN¥3,286,130  CN¥3,330,000  █████████████████████████│
    September 2026    CN¥3,404,680  CN¥3,610,000  ██████████████████████████ │
    October 2026      CN¥2,714,820  CN¥2,750,909  ████████████████████▊│
    November 2026   ┊ CN¥4,164,115  CN¥3,850,000                               │░┊░
    ┊ Forecast
    ░ 8 times in 10   November 2026 CN¥4,031,789 – CN¥4,319,027

    [1] Why?   [2] Enter a value   [3] Chart   [4] History   [5] Sales   [6] Period before
    """
