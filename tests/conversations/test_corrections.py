"""Values that stand already, that come late, that bring their evidence."""

from __future__ import annotations

import pytest

from tests.chat import transcript
from tests.stage import RealStage

pytestmark = pytest.mark.usefixtures("built")


@transcript
def test_a_value_that_stands_is_replaced_with_a_reason() -> None:
    """
    > key-account visits 38
    ✓ Thank you. I understood:

      KPI                 Period             Value  Before
      ────────────────────────────────────────────────────
      Key-account visits  week 47, 2026  38 visits

    [1] Undo   [2] Report   [3] Why?

    > key-account visits 40
    ── There is a value already ────────────────────────────────────────────────────────────────────────
    Key-account visits has a value for week 47, 2026 already: 38 visits (Anna). You say 40 visits.

    Replace what stands there?
    Choose, or say in your own words why; the reason is kept with the correction.
      1  Yes, replace it
      2  Yes, it was mistyped
      3  Yes, the figure is final only now
      4  No, leave it as it is
    Or in your own words
    [Back] [Cancel]

    > the one of the 30th was missing
    ✓ Thank you. I understood:

      KPI                 Period             Value     Before
      ───────────────────────────────────────────────────────
      Key-account visits  week 47, 2026  40 visits  38 visits

    [1] Undo   [2] Report   [3] Why?

    > /kpi history key-account visits
    How Key-account visits was agreed, and what was entered, newest first.

    No.  In force from  Target  Weight  By    Reason
    ────────────────────────────────────────────────
    1    1 Nov 2026         44      10  Anna

    Period              Value  By    Entered      Note
    ────────────────────────────────────────────────────────────────────────────────────────────────
    week 47, 2026   40 visits  Anna  23 Nov 2026  before: 38 visits; the one of the 30th was missing
    week 47, 2026   38 visits  Anna  23 Nov 2026
    October 2026    38 visits  Anna  23 Nov 2026
    September 2026  44 visits  Anna  23 Nov 2026
    August 2026     40 visits  Anna  23 Nov 2026

    [1] Report

    > /kpi undo
    ✓ Taken back: values entered (Key-account visits). Now it says:

      KPI                 Period             Value     Before
      ───────────────────────────────────────────────────────
      Key-account visits  week 47, 2026  38 visits  40 visits

    [1] My day
    """


@transcript
def test_a_value_that_stands_may_stay() -> None:
    """
    > key-account visits 38
    ✓ Thank you. I understood:

      KPI                 Period             Value  Before
      ────────────────────────────────────────────────────
      Key-account visits  week 47, 2026  38 visits

    [1] Undo   [2] Report   [3] Why?

    > key-account visits 40, new customers 11
    ✓ Thank you. I understood:

      KPI                Period                Value  Before
      ──────────────────────────────────────────────────────
      New customers won  week 47, 2026  11 customers

    [5] Undo   [6] Report   [7] Why?

    ── There is a value already ────────────────────────────────────────────────────────────────────────
    Key-account visits has a value for week 47, 2026 already: 38 visits (Anna). You say 40 visits.

    Replace what stands there?
    Choose, or say in your own words why; the reason is kept with the correction.
      1  Yes, replace it
      2  Yes, it was mistyped
      3  Yes, the figure is final only now
      4  No, leave it as it is
    Or in your own words
    [Back] [Cancel]

    > no
    Good, everything stays as it was.

    > key-account visits 40
    ── There is a value already ────────────────────────────────────────────────────────────────────────
    Key-account visits has a value for week 47, 2026 already: 38 visits (Anna). You say 40 visits.

    Replace what stands there?
    Choose, or say in your own words why; the reason is kept with the correction.
      1  Yes, replace it
      2  Yes, it was mistyped
      3  Yes, the figure is final only now
      4  No, leave it as it is
    Or in your own words
    [Back] [Cancel]

    > [No, leave it as it is]
    Good, everything stays as it was.
    """


@transcript
def test_several_values_are_asked_back_together() -> None:
    """
    > key-account visits 38, new customers 11
    ✓ Thank you. I understood 2 values:

      KPI                 Period                Value  Before
      ───────────────────────────────────────────────────────
      Key-account visits  week 47, 2026     38 visits
      New customers won   week 47, 2026  11 customers

    [1] Undo   [2] Report   [3] Why?

    > key-account visits 39, new customers 12, cold calls made 420
    ✓ Thank you. I understood:

      KPI              Period         Value  Before
      ─────────────────────────────────────────────
      cold calls made  week 47, 2026    420

    [5] Undo   [6] Report   [7] Why?

    ── There is a value already ────────────────────────────────────────────────────────────────────────
    2 of these have a value already:

    KPI                 Period               Before         Value
    ─────────────────────────────────────────────────────────────
    Key-account visits  week 47, 2026     38 visits     39 visits
    New customers won   week 47, 2026  11 customers  12 customers

    Replace what stands there?
    Choose, or say in your own words why; the reason is kept with the correction.
      1  Yes, replace it
      2  Yes, it was mistyped
      3  Yes, the figure is final only now
      4  No, leave it as it is
    Or in your own words
    [Back] [Cancel]

    > key-account visits 40, new customers 12
    “/kpi actual key-account visits 39, new customers 12” is left; nothing of it has been written down.
    Now to what you typed:

    ── There is a value already ────────────────────────────────────────────────────────────────────────
    2 of these have a value already:

    KPI                 Period               Before         Value
    ─────────────────────────────────────────────────────────────
    Key-account visits  week 47, 2026     38 visits     40 visits
    New customers won   week 47, 2026  11 customers  12 customers

    Replace what stands there?
    Choose, or say in your own words why; the reason is kept with the correction.
      1  Yes, replace it
      2  Yes, it was mistyped
      3  Yes, the figure is final only now
      4  No, leave it as it is
    Or in your own words
    [Back] [Cancel]

    > typo
    ✓ Thank you. I understood 2 values:

      KPI                 Period                Value        Before
      ─────────────────────────────────────────────────────────────
      Key-account visits  week 47, 2026     40 visits     38 visits
      New customers won   week 47, 2026  12 customers  11 customers

    [1] Undo   [2] Report   [3] Why?
    """


@transcript
def test_the_same_value_with_a_note_more_is_not_asked_back() -> None:
    """
    > key-account visits 38
    ✓ Thank you. I understood:

      KPI                 Period             Value  Before
      ────────────────────────────────────────────────────
      Key-account visits  week 47, 2026  38 visits

    [1] Undo   [2] Report   [3] Why?

    > key-account visits 38 as in the calendar
    ✓ Thank you. I understood:

      KPI                 Period                                  Value     Before
      ────────────────────────────────────────────────────────────────────────────
      Key-account visits  week 47, 2026  38 visits (as in the calendar)  38 visits

    [1] Undo   [2] Report   [3] Why?
    """


@transcript
def test_a_value_brings_its_evidence() -> None:
    """
    > key-account visits 38 from the CRM https://crm.example/visits?m=10,11, new customers 11 offers-w47.xlsx
    ✓ Thank you. I understood 2 values:

      KPI                 Period                                                           Value  Before
      ──────────────────────────────────────────────────────────────────────────────────────────────────
      Key-account visits  week 47, 2026  38 visits (from the CRM; https://crm.example/visits?m=…
      New customers won   week 47, 2026                           11 customers (offers-w47.xlsx)

    [1] Undo   [2] Report   [3] Why?

    > /kpi history key-account visits
    How Key-account visits was agreed, and what was entered, newest first.

    No.  In force from  Target  Weight  By    Reason
    ────────────────────────────────────────────────
    1    1 Nov 2026         44      10  Anna

    Period              Value  By    Entered      Note
    ──────────────────────────────────────────────────────────────────────────────────────────────
    week 47, 2026   38 visits  Anna  23 Nov 2026  from the CRM; https://crm.example/visits?m=10,11
    October 2026    38 visits  Anna  23 Nov 2026
    September 2026  44 visits  Anna  23 Nov 2026
    August 2026     40 visits  Anna  23 Nov 2026

    [1] Report
    """


@transcript
def test_a_value_after_the_days_of_grace_is_marked() -> None:
    """
    -- 2027-01-11 09:00 --

    > key-account visits 2026-W48 38, new customers 2026-W53 11
    ✓ Thank you. I understood 2 values:

      KPI                 Period                Value  Before
      ───────────────────────────────────────────────────────
      Key-account visits  week 48, 2026     38 visits
      New customers won   week 53, 2026  11 customers

      They came after the days of grace and are marked late; they count all the same.

    [1] Undo   [2] Report   [3] Why?

    > key-account visits 2026-W48 40
    ── There is a value already ────────────────────────────────────────────────────────────────────────
    Key-account visits has a value for week 48, 2026 already: 38 visits (Anna). You say 40 visits.

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
      Key-account visits  week 48, 2026  40 visits  38 visits

    [1] Undo   [2] Report   [3] Why?
    """


@transcript
def test_ten_values_come_in_one_message() -> None:
    """
    -- 2027-01-04 09:00 --

    > /kpi actual
    ── Your values ─────────────────────────────────────────────────────────────────────────────────────
    Sales revenue, 31 Dec 2026
    Target CN¥1,200,000 every month
      [Not applicable]
    ↵ –
    [Skip] [Cancel]

    > revenue 1.2m, new customers 12, win rate 30%, key-account visits 440, cold calls made 420 (without Friday)
    Sales revenue, 4 Jan 2027
    Target CN¥1,200,000 every month
      [Not applicable]
    ↵ –
    [Back] [Skip] [Cancel]
    """


class TestChinese:
    @pytest.fixture
    def people(self) -> tuple[str, ...]:
        return ("安娜",)

    @transcript
    def test_a_value_that_stands_is_replaced_with_a_reason(self) -> None:
        """
        > 大客户拜访次数 38
        ✓ 收到，谢谢！我的理解是：

          指标            周期           数值  之前
          ─────────────────────────────────────────
          大客户拜访次数  2026年第47周  38 次

        [1] 撤销   [2] 看报告   [3] 为什么？

        > 大客户拜访次数 40
        ── 已有数据 ────────────────────────────────────────────────────────────────────────────────────────
        大客户拜访次数2026年第47周已有数据：38 次（安娜）。这次填的是“40 次”。

        要更正吗？
        请选择，或用自己的话写明原因，原因会与更正一起保存。
          1  是，更正
          2  是，之前填错了
          3  是，现在才有最终数据
          4  否，保持不变
        或者用自己的话写
        [返回] [取消]

        > 漏了30号那一次
        ✓ 收到，谢谢！我的理解是：

          指标            周期           数值   之前
          ──────────────────────────────────────────
          大客户拜访次数  2026年第47周  40 次  38 次

        [1] 撤销   [2] 看报告   [3] 为什么？

        > 大客户拜访次数 41，新增客户数 11
        ✓ 收到，谢谢！我的理解是：

          指标        周期           数值  之前
          ─────────────────────────────────────
          新增客户数  2026年第47周  11 家

        [5] 撤销   [6] 看报告   [7] 为什么？

        ── 已有数据 ────────────────────────────────────────────────────────────────────────────────────────
        大客户拜访次数2026年第47周已有数据：40 次（安娜）。这次填的是“41 次”。

        要更正吗？
        请选择，或用自己的话写明原因，原因会与更正一起保存。
          1  是，更正
          2  是，之前填错了
          3  是，现在才有最终数据
          4  否，保持不变
        或者用自己的话写
        [返回] [取消]

        > 填错了
        ✓ 收到，谢谢！我的理解是：

          指标            周期           数值   之前
          ──────────────────────────────────────────
          大客户拜访次数  2026年第47周  41 次  40 次

        [1] 撤销   [2] 看报告   [3] 为什么？

        > /kpi 历史 大客户拜访次数
        大客户拜访次数的历次设定，以及填报记录（由近到远）。

        版本  生效日期       目标  权重  操作人  原因
        ─────────────────────────────────────────────
        1     2026年11月1日    44    10  安娜

        周期           数值  操作人  填报日期        备注
        ───────────────────────────────────────────────────────────────────────
        2026年第47周  41 次  安娜    2026年11月23日  原为 40 次；之前填错
        2026年第47周  40 次  安娜    2026年11月23日  原为 38 次；漏了30号那一次
        2026年第47周  38 次  安娜    2026年11月23日
        2026年10月    38 次  安娜    2026年11月23日
        2026年9月     44 次  安娜    2026年11月23日
        2026年8月     40 次  安娜    2026年11月23日

        [1] 看报告
        """

    @transcript
    def test_late_values_with_their_evidence(self) -> None:
        """
        -- 2027-01-11 09:00 --

        > 大客户拜访次数 2026-W48 38 拜访记录.xlsx，新增客户数 2026-W53 11
        ✓ 收到，谢谢！共 2 项，我的理解是：

          指标            周期                            数值  之前
          ──────────────────────────────────────────────────────────
          大客户拜访次数  2026年第48周  38 次（拜访记录.xlsx）
          新增客户数      2026年第53周                   11 家

          已过填报宽限期，记为迟填，照常计入得分。

        [1] 撤销   [2] 看报告   [3] 为什么？

        > 新增客户数 2026-W53 12
        ── 已有数据 ────────────────────────────────────────────────────────────────────────────────────────
        新增客户数2026年第53周已有数据：11 家（安娜）。这次填的是“12 家”。

        要更正吗？
        请选择，或用自己的话写明原因，原因会与更正一起保存。
          1  是，更正
          2  是，之前填错了
          3  是，现在才有最终数据
          4  否，保持不变
        或者用自己的话写
        [返回] [取消]

        > 不改
        好的，数据保持不变。
        """


def test_whoever_was_quicker_is_asked_about_again(stage: RealStage) -> None:
    stage.type("Anna", "key-account visits 38", "key-account visits 40")
    with stage.reader("Anna") as reader:
        kpi = next(version.kpi.id for version in reader.kpis() if version.definition.name.en == "Key-account visits")
        (line,) = reader.actuals(kpi)[:1]
    assert f"replacing:{line.id}" in str(stage.shown["Anna"])


@pytest.mark.parametrize(
    "typed",
    [
        "correct key-account visits 41",
        "更正 大客户拜访 41",
        "更正 大客户拜访 四十一",
        "key-account visits week 47 41",
        "visits 5k",
        "5k",
        "I made 41 today",
    ],
)
def test_a_new_figure_is_never_the_reason_for_the_old_one(stage: RealStage, typed: str) -> None:
    stage.type("Anna", "key-account visits 38", "key-account visits 43")

    stage.type("Anna", typed)

    history = stage.type("Anna", "cancel", "/kpi history key-account visits")
    assert "43 visits" not in history
    assert "38 visits" in history


@transcript
def test_a_reason_with_a_number_in_it_is_asked_about() -> None:
    """
    > key-account visits 38
    ...
    > key-account visits 40
    ...
    > correct key-account visits 41
    ── A reason, or another value? ─────────────────────────────────────────────────────────────────────
    Key-account visits has a value for week 47, 2026 already: 38 visits (Anna). You say 40 visits.

    “correct key-account visits 41” may be a reason or another value, so I ask rather than guess.
    Another value is typed with its KPI, such as complaints 3.

    Is that the reason for the value above?
    Yes keeps it with the correction; with no, everything stays as it was.
    [1] Yes   [2] No
    [Back] [Cancel]

    > key-account visits 41
    ...
    > 2 of Friday were missing
    ── A reason, or another value? ─────────────────────────────────────────────────────────────────────
    Key-account visits has a value for week 47, 2026 already: 38 visits (Anna). You say 41 visits.

    “2 of Friday were missing” may be a reason or another value, so I ask rather than guess. Another
    value is typed with its KPI, such as complaints 3.

    Is that the reason for the value above?
    Yes keeps it with the correction; with no, everything stays as it was.
    [1] Yes   [2] No
    [Back] [Cancel]

    > yes
    ✓ Thank you. I understood:

      KPI                 Period             Value     Before
      ───────────────────────────────────────────────────────
      Key-account visits  week 47, 2026  41 visits  38 visits

    [1] Undo   [2] Report   [3] Why?

    > key-account visits 42
    ...
    > 1 more
    ── A reason, or another value? ─────────────────────────────────────────────────────────────────────
    Key-account visits has a value for week 47, 2026 already: 41 visits (Anna). You say 42 visits.

    “1 more” may be a reason or another value, so I ask rather than guess. Another value is typed with
    its KPI, such as complaints 3.

    Is that the reason for the value above?
    Yes keeps it with the correction; with no, everything stays as it was.
    [1] Yes   [2] No
    [Back] [Cancel]

    > no
    Good, everything stays as it was.
    """


@transcript
def test_who_was_mistaken_says_so_right_behind_the_value() -> None:
    """
    > sorry, 30
    I don't understand “sorry, 30”. Perhaps one of these? /kpi help shows what I do understand.

    [1] /kpi history

    > key-account visits last week 38
    ...
    > sorry, 39
    ── There is a value already ────────────────────────────────────────────────────────────────────────
    Key-account visits has a value for week 47, 2026 already: 38 visits (Anna). You say 39 visits.

    Replace what stands there?
    Choose, or say in your own words why; the reason is kept with the correction.
      1  Yes, replace it
      2  Yes, it was mistyped
      3  Yes, the figure is final only now
      4  No, leave it as it is
    Or in your own words
    [Back] [Cancel]

    > it was the one on Friday
    ✓ Thank you. I understood:

      KPI                 Period             Value     Before
      ───────────────────────────────────────────────────────
      Key-account visits  week 47, 2026  39 visits  38 visits

    [1] Undo   [2] Report   [3] Why?

    > I meant 40 visits
    ── There is a value already ────────────────────────────────────────────────────────────────────────
    Key-account visits has a value for week 47, 2026 already: 39 visits (Anna). You say 40 visits.

    Replace what stands there?
    Choose, or say in your own words why; the reason is kept with the correction.
      1  Yes, replace it
      2  Yes, it was mistyped
      3  Yes, the figure is final only now
      4  No, leave it as it is
    Or in your own words
    [Back] [Cancel]

    > typo
    ✓ Thank you. I understood:

      KPI                 Period             Value     Before
      ───────────────────────────────────────────────────────
      Key-account visits  week 47, 2026  40 visits  39 visits

    [1] Undo   [2] Report   [3] Why?

    > no wait, the weather
    I don't understand “no wait, the weather”. Perhaps one of these? /kpi help shows what I do
    understand.

    [1] /kpi undo

    > key-account visits 41, new customers 12
    ...
    > yes
    ...
    > sorry, 30
    ── There is a value already ────────────────────────────────────────────────────────────────────────
    Key-account visits has a value for week 47, 2026 already: 41 visits (Anna). You say 30 visits.

    Replace what stands there?
    Choose, or say in your own words why; the reason is kept with the correction.
      1  Yes, replace it
      2  Yes, it was mistyped
      3  Yes, the figure is final only now
      4  No, leave it as it is
    Or in your own words
    [Back] [Cancel]
    """


@pytest.mark.parametrize("people", [("安娜",)])
@transcript
def test_who_was_mistaken_in_chinese() -> None:
    """
    > 大客户拜访次数 38
    ...
    > 不对，是39
    ── 已有数据 ────────────────────────────────────────────────────────────────────────────────────────
    大客户拜访次数2026年第47周已有数据：38 次（安娜）。这次填的是“39 次”。

    要更正吗？
    请选择，或用自己的话写明原因，原因会与更正一起保存。
      1  是，更正
      2  是，之前填错了
      3  是，现在才有最终数据
      4  否，保持不变
    或者用自己的话写
    [返回] [取消]

    > 填错了
    ✓ 收到，谢谢！我的理解是：

      指标            周期           数值   之前
      ──────────────────────────────────────────
      大客户拜访次数  2026年第47周  39 次  38 次

    [1] 撤销   [2] 看报告   [3] 为什么？

    > 填错了，是40次
    ── 已有数据 ────────────────────────────────────────────────────────────────────────────────────────
    大客户拜访次数2026年第47周已有数据：39 次（安娜）。这次填的是“40 次”。

    要更正吗？
    请选择，或用自己的话写明原因，原因会与更正一起保存。
      1  是，更正
      2  是，之前填错了
      3  是，现在才有最终数据
      4  否，保持不变
    或者用自己的话写
    [返回] [取消]

    > 是
    ✓ 收到，谢谢！我的理解是：

      指标            周期           数值   之前
      ──────────────────────────────────────────
      大客户拜访次数  2026年第47周  40 次  39 次

    [1] 撤销   [2] 看报告   [3] 为什么？

    > 大客户拜访次数改成41
    ── 已有数据 ────────────────────────────────────────────────────────────────────────────────────────
    大客户拜访次数2026年第47周已有数据：40 次（安娜）。这次填的是“41 次”。

    要更正吗？
    请选择，或用自己的话写明原因，原因会与更正一起保存。
      1  是，更正
      2  是，之前填错了
      3  是，现在才有最终数据
      4  否，保持不变
    或者用自己的话写
    [返回] [取消]

    > 算了
    好的，数据保持不变。
    """
