"""Values as people say them: about so much, as last week, no wait; and nobody's words become a reason unasked."""

from __future__ import annotations

import pytest

from tests.chat import transcript


@pytest.fixture
def people() -> tuple[str, ...]:
    return "Anna", "Li Na"


@pytest.mark.usefixtures("built")
@transcript
def test_in_english() -> None:
    """
    > visits about 380
    ...
    > no wait, 38
    ✓ Thank you. I understood:

      KPI                 Period             Value  Before
      ────────────────────────────────────────────────────
      Key-account visits  week 47, 2026  38 visits

    [1] Undo   [2] Report   [3] Why?

    > visits 40🎉
    ...
    > new customers won eleven
    ── A reason, or another value? ─────────────────────────────────────────────────────────────────────
    Key-account visits has a value for week 47, 2026 already: 38 visits (Anna). You say 40 visits.

    “new customers won eleven” may be a reason or another value, so I ask rather than guess. Another
    value is typed with its KPI, such as complaints 3.

    Is that the reason for the value above?
    Yes keeps it with the correction; with no, everything stays as it was.
    [1] Yes   [2] No
    [Back] [Cancel]

    > no
    Good, everything stays as it was.
    """


@pytest.mark.parametrize("people", [("安娜",)])
@pytest.mark.usefixtures("built")
@transcript
def test_in_chinese() -> None:
    """
    > 大客户拜访次数 380左右
    ...
    > 不对，38
    ✓ 收到，谢谢！我的理解是：

      指标            周期           数值  之前
      ─────────────────────────────────────────
      大客户拜访次数  2026年第47周  38 次

    [1] 撤销   [2] 看报告   [3] 为什么？

    > 把大客户拜访次数改成四十
    ...
    > 新增客户数十一
    ✓ 收到，谢谢！我的理解是：

      指标        周期           数值  之前
      ─────────────────────────────────────
      新增客户数  2026年第47周  11 家

    [1] 撤销   [2] 看报告   [3] 为什么？

    /kpi 填报 还没完成，进度已保留。

    [4] 继续

    > 否
    好的，数据保持不变。
    """


@pytest.mark.usefixtures("built")
@transcript
def test_a_number_instead_of_a_reason_is_another_value() -> None:
    """
    > key-account visits 38
    ...
    > key-account visits 39
    ...
    > no wait, 41
    ── There is a value already ────────────────────────────────────────────────────────────────────────
    Key-account visits has a value for week 47, 2026 already: 38 visits (Anna). You say 41 visits.

    Replace what stands there?
    Choose, or say in your own words why; the reason is kept with the correction.
      1  Yes, replace it
      2  Yes, it was mistyped
      3  Yes, the figure is final only now
      4  No, leave it as it is
    Or in your own words
    [Back] [Cancel]

    > the fair brought three more
    ✓ Thank you. I understood:

      KPI                 Period             Value     Before
      ───────────────────────────────────────────────────────
      Key-account visits  week 47, 2026  41 visits  38 visits

    [1] Undo   [2] Report   [3] Why?
    """


@pytest.mark.usefixtures("built")
@transcript
def test_a_part_of_a_target_is_told_beside_the_whole() -> None:
    """
    > key-account visits 3
    ✓ Thank you. I understood:

      KPI                 Period            Value  Before
      ───────────────────────────────────────────────────
      Key-account visits  week 47, 2026  3 visits

    [1] Undo   [2] Report   [3] Why?

    > /kpi report key-account visits
    Key-account visits, November 2026: 27.3 of 100. 1 of 4 values are in. The target is 44 for the whole
    of November 2026, 22 for the days that count, 11 for the values that are in.

    KPI                   Actual  Target  Score               Weight  Trend
    ────────────────────────────────────────────────────────────────────────
    ▼ Key-account visits       3      11   27.3  ██▊       │      10  ··▃█▁·

    By now      11; it is behind by 36.4% of the target
    Forecast    6 against 22
    It takes    19 in the value to come
    Department  Sales
    Entered by  Anna
    Counted as  Visits to key accounts with a written note
    Source      Customer list or CRM
    How often   Every week

    Key-account visits
                          Actual  │ Target
    August 2026               40            ██████████████████████████████
    September 2026            44            █████████████████████████████████
    October 2026              38            ████████████████████████████▌
    November 2026 (part)     ┊ 6        22      ┊           │
    ┊ Forecast

    [1] Why?   [2] Enter a value   [3] Chart   [4] History   [5] Sales   [6] Period before
    """


@pytest.mark.usefixtures("built")
@transcript
def test_a_second_value_is_no_note() -> None:
    """
    > key-account visits last week 31 this week 29
    ✗ There is more than one number for one KPI in “key-account visits 31 this week 29”. Please type
      each with the KPI and its day, and a comma between: revenue 10 Nov 1200, revenue 11 Nov 1100.

    > key-account visits friday 14 and thursday 11
    ✗ There is more than one number for one KPI in “key-account visits 14 and thursday 11”. Please type
      each with the KPI and its day, and a comma between: revenue 10 Nov 1200, revenue 11 Nov 1100.

    > key-account visits 38 thanks!
    ✓ Thank you. I understood:

      KPI                 Period             Value  Before
      ────────────────────────────────────────────────────
      Key-account visits  week 47, 2026  38 visits

    [1] Undo   [2] Report   [3] Why?

    > /kpi actual cold calls made
    ...
    > 415 39
    ✗ “415 39” is no number that I can read. Please type it like 1200, 3.5k or 12%.
    cold calls made, week 47, 2026
    Target 420 every month
      [Not applicable]
    ↵ –
    [Skip] [Cancel]

    > 420 👍
    ✓ Thank you. I understood:

      KPI              Period         Value  Before
      ─────────────────────────────────────────────
      cold calls made  week 47, 2026    420

    [1] Undo   [2] Report   [3] Why?
    """


@pytest.mark.parametrize("people", [("安娜",)])
@pytest.mark.usefixtures("built")
@transcript
def test_a_second_value_is_no_note_in_chinese() -> None:
    """
    > 大客户拜访次数 上周31 这周29
    ✗ “大客户拜访次数 31 这周29”里一个指标有不止一个数。请每个数都写上指标和日期，中间用逗号隔开，如 收
      入 11月10日 1200，收入 11月11日 1100。

    > 大客户拜访次数 31 谢谢！
    ✓ 收到，谢谢！我的理解是：

      指标            周期           数值  之前
      ─────────────────────────────────────────
      大客户拜访次数  2026年第47周  31 次

    [1] 撤销   [2] 看报告   [3] 为什么？

    > 新增客户9，回访 5 次
    ✓ 收到，谢谢！我的理解是：

      指标        周期          数值  之前
      ────────────────────────────────────
      新增客户数  2026年第47周  9 家

    [1] 撤销   [2] 看报告   [3] 为什么？

    ✗ “回访 5 次”里没有看懂的数据。请写指标名加数值，如 投诉 3。

    > 新增客户9，大客户拜访同上
    ✓ 与已填的一致，没有改动。

      指标        周期          数值  之前
      ────────────────────────────────────
      新增客户数  2026年第47周  9 家

    [2] 看报告   [3] 为什么？

    ── 填报数据 ────────────────────────────────────────────────────────────────────────────────────────
    ✗ “大客户拜访同上”要沿用上次的数值，但还没有上次，请直接填数字。
    大客户拜访次数，2026年第47周
    目标 每月 44
      [不适用]
    ↵ –
    [返回] [跳过] [取消]
    """


@pytest.mark.parametrize("people", [("安娜",)])
@pytest.mark.usefixtures("built")
@transcript
def test_a_part_of_a_whole_is_a_share() -> None:
    """
    > 赢单率 60个里18个
    ── 已有数据 ────────────────────────────────────────────────────────────────────────────────────────
    赢单率2026年10月已有数据：29%（安娜）。这次填的是“30%”。

    要更正吗？
    请选择，或用自己的话写明原因，原因会与更正一起保存。
      1  是，更正
      2  是，之前填错了
      3  是，现在才有最终数据
      4  否，保持不变
    或者用自己的话写
    [返回] [取消]

    > /kpi 填报 赢单率
    “/kpi 填报 赢单率 60个里18个”先不记了。刚输入的这条：

    ── 填报数据 ────────────────────────────────────────────────────────────────────────────────────────
    赢单率，2026年10月
    目标 30%；上次 26%
      [和上次一样]
      [不适用]
    ↵ –
    [跳过] [取消]

    > 60 中 15
    ── 已有数据 ────────────────────────────────────────────────────────────────────────────────────────
    赢单率2026年10月已有数据：29%（安娜）。这次填的是“25%”。

    要更正吗？
    请选择，或用自己的话写明原因，原因会与更正一起保存。
      1  是，更正
      2  是，之前填错了
      3  是，现在才有最终数据
      4  否，保持不变
    或者用自己的话写
    [返回] [取消]

    > 不对，60 中 20
    ── 已有数据 ────────────────────────────────────────────────────────────────────────────────────────
    赢单率2026年10月已有数据：29%（安娜）。这次填的是“33.33%”。

    要更正吗？
    请选择，或用自己的话写明原因，原因会与更正一起保存。
      1  是，更正
      2  是，之前填错了
      3  是，现在才有最终数据
      4  否，保持不变
    或者用自己的话写
    [返回] [取消]
    """
