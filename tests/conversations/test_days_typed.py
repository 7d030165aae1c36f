"""Days typed beside an open question for values: each value is of its day, and the question waits."""

from __future__ import annotations

import pytest

from tests.chat import transcript


@pytest.fixture
def people() -> tuple[str, ...]:
    return "Anna", "Li Na"


@pytest.mark.usefixtures("built")
@transcript
def test_a_day_behind_the_value_is_no_note() -> None:
    """
    > key-account visits 380
    ...
    > visits 41 on 12 Nov
    ✓ Thank you. I understood:

      KPI                 Period             Value  Before
      ────────────────────────────────────────────────────
      Key-account visits  week 46, 2026  41 visits

      It came after the days of grace and is marked late; it counts all the same.

    [1] Undo   [2] Report   [3] Why?

    /kpi actual is still open; it waits where you left it.

    [4] Continue

    """


@pytest.mark.usefixtures("built")
@transcript
def test_days_alone_are_of_the_kpi_that_is_asked() -> None:
    """
    > /kpi actual
    ...
    > Nov 16 50k, Nov 17 52k
    ✓ Thank you. I understood 2 values:

      KPI            Period           Value  Before
      ─────────────────────────────────────────────
      Sales revenue  16 Nov 2026  CN¥50,000
      Sales revenue  17 Nov 2026  CN¥52,000

      They came after the days of grace and are marked late; they count all the same.

    [1] Undo   [2] Report   [3] Why?

    /kpi actual is still open; it waits where you left it.

    [4] Continue

    > 53k on the 18th
    ✓ Thank you. I understood:

      KPI            Period           Value  Before
      ─────────────────────────────────────────────
      Sales revenue  18 Nov 2026  CN¥53,000

      It came after the days of grace and is marked late; it counts all the same.

    [1] Undo   [2] Report   [3] Why?

    /kpi actual is still open; it waits where you left it.

    [4] Continue

    > 12 (two of them on 18 Nov)
    ── Just to be sure ─────────────────────────────────────────────────────────────────────────────────
    Sales revenue: I read CN¥12. By target and values so far I expected about CN¥53,000 to CN¥57,143.
    Perhaps CN¥120,000 (typed in tens of thousands)?

    Which value is right for Sales revenue?
      1  CN¥12
      2  CN¥120,000
      3  CN¥12,000
    Or another value
    [Back] [Cancel]

    > back
    ...
    """


@pytest.mark.usefixtures("built")
@transcript
def test_the_question_about_a_line_waits_beside_the_form() -> None:
    """
    > key-account visits 38 on 12 Nov
    ...
    > /kpi actual
    ...
    > key-account visits 39 on 12 Nov
    ── There is a value already ────────────────────────────────────────────────────────────────────────
    Key-account visits has a value for week 46, 2026 already: 38 visits (Anna). You say 39 visits.

    Replace what stands there?
    Choose, or say in your own words why; the reason is kept with the correction.
      1  Yes, replace it
      2  Yes, it was mistyped
      3  Yes, the figure is final only now
      4  No, leave it as it is
    Or in your own words
    [Back] [Cancel]

    > cancel
    Cancelled; “key-account visits 39 on 12 Nov” is not entered.

    /kpi actual is still open; it waits where you left it.

    [1] Continue

    > continue
    ── Your values ─────────────────────────────────────────────────────────────────────────────────────
    Sales revenue, 23 Nov 2026
    Target CN¥1,200,000 every month
      [Not applicable]
    ↵ –
    [Skip] [Cancel]
    """


@pytest.mark.parametrize("people", [("安娜",)])
@pytest.mark.usefixtures("built")
@transcript
def test_the_same_in_chinese() -> None:
    """
    > /kpi 填报
    ...
    > 11月16日 5万，11月17日 5.2万
    ✓ 收到，谢谢！共 2 项，我的理解是：

      指标      周期               数值  之前
      ───────────────────────────────────────
      销售收入  2026年11月16日  ¥50,000
      销售收入  2026年11月17日  ¥52,000

      已过填报宽限期，记为迟填，照常计入得分。

    [1] 撤销   [2] 看报告   [3] 为什么？

    /kpi 填报 还没完成，进度已保留。

    [4] 继续

    > 18号 5万3
    ✓ 收到，谢谢！我的理解是：

      指标      周期               数值  之前
      ───────────────────────────────────────
      销售收入  2026年11月18日  ¥53,000

      已过填报宽限期，记为迟填，照常计入得分。

    [1] 撤销   [2] 看报告   [3] 为什么？

    /kpi 填报 还没完成，进度已保留。

    [4] 继续

    > 大客户拜访次数 380
    ── 再确认一下 ──────────────────────────────────────────────────────────────────────────────────────
    大客户拜访次数：我读到的是 380 次，与目标和已填的数相差很大（约 11）。是不是 38 次（多输了一位）？

    大客户拜访次数哪个数是对的？
      1  380 次
      2  38 次
      3  3 次
    或者填另一个数
    [返回] [取消]

    > 大客户拜访次数 41 11月12日
    ✓ 收到，谢谢！我的理解是：

      指标            周期           数值  之前
      ─────────────────────────────────────────
      大客户拜访次数  2026年第46周  41 次

      已过填报宽限期，记为迟填，照常计入得分。

    [1] 撤销   [2] 看报告   [3] 为什么？

    /kpi 填报 还没完成，进度已保留。

    [4] 继续
    """


@pytest.mark.usefixtures("built")
@transcript
def test_without_a_name_it_is_of_the_kpi_entered_by_days() -> None:
    """
    > /kpi report
    ...
    > 41 visits on 12 Nov
    ✓ Thank you. I understood:

      KPI                 Period             Value  Before
      ────────────────────────────────────────────────────
      Key-account visits  week 46, 2026  41 visits

      It came after the days of grace and is marked late; it counts all the same.

    [1] Undo   [2] Report   [3] Why?

    > 12 on the 12th
    ── Just to be sure ─────────────────────────────────────────────────────────────────────────────────
    Sales revenue: I read CN¥12. By target and values so far I expected about CN¥57,143. Perhaps
    CN¥120,000 (typed in tens of thousands)?

    Which value is right for Sales revenue?
      1  CN¥12
      2  CN¥120,000
      3  CN¥12,000
    Or another value
    [Back] [Cancel]
    """
