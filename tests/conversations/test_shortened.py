"""Values by a part of a KPI's name: of the KPIs that somebody enters the one that has it in its name; talk is no value."""

from __future__ import annotations

import pytest

from tests.chat import transcript
from tests.stage import RealStage

SHOP = ("Lü Meng", "Lin Haoran", "Chen Zhe")
OFFICE = ("Dong Xiaoyu",)


@pytest.fixture
def english(demo: None, stage: RealStage, people: tuple[str, ...]) -> None:
    """The made-up company, of which these people read English."""
    for person in people:
        stage.type(person, "/kpi language English")


@pytest.fixture
def chinese(demo: None, stage: RealStage, people: tuple[str, ...]) -> None:
    """The same in Chinese."""
    for person in people:
        stage.type(person, "/kpi language 中文")


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize("people", [SHOP])
@transcript
def test_in_english() -> None:
    """
    > sales 72k
    ✓ Thank you. I understood:

      KPI           Period           Value  Before
      ────────────────────────────────────────────
      Online sales  23 Nov 2026  CN¥72,000

    [1] Undo   [2] Report   [3] Why?

    > conversion 2.8%
    ✓ Thank you. I understood:

      KPI                Period       Value  Before
      ─────────────────────────────────────────────
      Online conversion  23 Nov 2026   2.8%

    [1] Undo   [2] Report   [3] Why?

    > revenue 120k
    ✗ You can't enter Sales revenue; Lin Haoran (head), Chen Zhe (owner) or Xu Wenjing (member) can.

    > /kpi actual sal 71k
    ── Which KPI? ──────────────────────────────────────────────────────────────────────────────────────
    I am not sure which KPI “sal 71k” is about.

    Which KPI is meant?
      1  Online sales  E-commerce
    [Cancel]

    > cancel
    Cancelled; “sal 71k” is not entered.

    Lin Haoran: customers 9
    ✓ Thank you. I understood:

      KPI                Period               Value  Before
      ─────────────────────────────────────────────────────
      New customers won  week 47, 2026  9 customers

    [1] Undo   [2] Report   [3] Why?

    Chen Zhe: visits 3
    ── Which KPI? ──────────────────────────────────────────────────────────────────────────────────────
    I am not sure which KPI “visits 3” is about.

    Which KPI is meant?
      1  Owner's visits to key accounts  Chen Zhe
      2  Key-account visits              Thomas Berger
    [Cancel]

    Chen Zhe: Owner's visits to key accounts
    ✓ Thank you. I understood:

      KPI                             Period            Value  Before
      ───────────────────────────────────────────────────────────────
      Owner's visits to key accounts  week 47, 2026  3 visits

    [1] Undo   [2] Report   [3] Why?

    Chen Zhe: cost 300
    ── Which KPI? ──────────────────────────────────────────────────────────────────────────────────────
    I am not sure which KPI “cost 300” is about.

    Which KPI is meant?
      1  Cost per lead         Marketing
      2  Purchase cost saving  Procurement
      3  Logistics cost ratio  Logistics
      4  Office cost per head  HR & Administration
    [Cancel]

    Chen Zhe: Office cost per head
    ── Just to be sure ─────────────────────────────────────────────────────────────────────────────────
    Office cost per head: I read CN¥300. It is usually between CN¥1,094.4 and CN¥1,313.85.

    Which value is right for Office cost per head?
      1  CN¥300
    Or another value
    [Back] [Cancel]
    """


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("people", [SHOP])
@transcript
def test_in_chinese() -> None:
    """
    > 销售额 7.2万
    ✓ 收到，谢谢！我的理解是：

      指标        周期               数值  之前
      ─────────────────────────────────────────
      线上销售额  2026年11月23日  ¥72,000

    [1] 撤销   [2] 看报告   [3] 为什么？

    > 转化 2.8%
    ✓ 收到，谢谢！我的理解是：

      指标        周期            数值  之前
      ──────────────────────────────────────
      线上转化率  2026年11月23日  2.8%

    [1] 撤销   [2] 看报告   [3] 为什么？

    > 收入 12万
    ✗ 销售收入不在你的填报范围，如有需要请联系林浩然（负责人）、陈喆（老板）或徐文静（成员）。

    > /kpi 填报 成交 7.1万
    ── 哪个指标？ ──────────────────────────────────────────────────────────────────────────────────────
    “成交 7.1万”说的是哪个指标？

    你指的是哪个指标？
      1  线上销售额  电商部
    [取消]

    Lin Haoran: 客户 9
    ✓ 收到，谢谢！我的理解是：

      指标        周期          数值  之前
      ────────────────────────────────────
      新增客户数  2026年第47周  9 家

    [1] 撤销   [2] 看报告   [3] 为什么？

    Chen Zhe: 拜访 3
    ✓ 收到，谢谢！我的理解是：

      指标                  周期          数值  之前
      ──────────────────────────────────────────────
      总经理拜访大客户次数  2026年第47周  3 次

    [1] 撤销   [2] 看报告   [3] 为什么？

    Chen Zhe: 费用 1300
    ── 哪个指标？ ──────────────────────────────────────────────────────────────────────────────────────
    “费用 1300”说的是哪个指标？

    你指的是哪个指标？
      1  物流费用率    物流部
      2  人均行政费用  人事行政部
    [取消]

    Chen Zhe: 人均行政费用
    ✓ 收到，谢谢！我的理解是：

      指标          周期          数值  之前
      ──────────────────────────────────────
      人均行政费用  2026年10月  ¥1,300

      已过填报宽限期，记为迟填，照常计入得分。

    [1] 撤销   [2] 看报告   [3] 为什么？
    """


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize("people", [OFFICE])
@transcript
def test_what_stands_behind_a_part_of_a_name_makes_it_talk() -> None:
    """
    > meeting 3 pm
    I don't understand “meeting 3 pm”. Perhaps one of these? /kpi help shows what I do understand.

    [1] Meeting actions closed 3 pm

    > meeting 88 thanks!
    ✓ Thank you. I understood:

      KPI                     Period         Value  Before
      ────────────────────────────────────────────────────
      Meeting actions closed  week 47, 2026    88%

    [1] Undo   [2] Report   [3] Why?

    > office 1200 for rent
    I don't understand “office 1200 for rent”. Perhaps one of these? /kpi help shows what I do
    understand.

    [1] Office cost per head 1200 for rent

    > [Office cost per head 1200 for rent]
    ✓ Thank you. I understood:

      KPI                   Period                      Value  Before
      ───────────────────────────────────────────────────────────────
      Office cost per head  October 2026  CN¥1,200 (for rent)

      It came after the days of grace and is marked late; it counts all the same.

    [1] Undo   [2] Report   [3] Why?
    """


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("people", [OFFICE])
@transcript
def test_what_stands_behind_a_part_of_a_name_makes_it_talk_in_chinese() -> None:
    """
    > 会议 3 点
    没看懂“会议 3 点”。是不是下面的意思？输入 /kpi 帮助 看看我能做什么。

    [1] 会议决议完成率 3 点

    > 会议 88 谢谢
    ✓ 收到，谢谢！我的理解是：

      指标            周期          数值  之前
      ────────────────────────────────────────
      会议决议完成率  2026年第47周   88%

    [1] 撤销   [2] 看报告   [3] 为什么？

    > 行政 1200 交了房租
    没看懂“行政 1200 交了房租”。是不是下面的意思？输入 /kpi 帮助 看看我能做什么。

    [1] 人均行政费用 1200 交了房租

    > [人均行政费用 1200 交了房租]
    ✓ 收到，谢谢！我的理解是：

      指标          周期                      数值  之前
      ──────────────────────────────────────────────────
      人均行政费用  2026年10月  ¥1,200（交了房租）

      已过填报宽限期，记为迟填，照常计入得分。

    [1] 撤销   [2] 看报告   [3] 为什么？
    """


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize("people", [SHOP[:1]])
@transcript
def test_while_a_question_is_open() -> None:
    """
    > /kpi plan add
    ── An action ───────────────────────────────────────────────────────────────────────────────────────
    What will be done?
    In a few words, such as: call ten former customers a week.
    [Cancel]

    > sales 72k
    “sales 72k” reads like a value. Is it one, or is it your answer in /kpi plan?

    [1] It is a value   [2] It is my answer

    > [It is a value]
    ✓ Thank you. I understood:

      KPI           Period           Value  Before
      ────────────────────────────────────────────
      Online sales  23 Nov 2026  CN¥72,000

    [1] Undo   [2] Report   [3] Why?

    /kpi plan is still open; it waits where you left it.

    [4] Continue

    > call the ten best customers
    ── An action ───────────────────────────────────────────────────────────────────────────────────────
    What is it for?
    A KPI, or the department as a whole.
      1  Online sales
      2  Online conversion
      3  Online return rate
      4  Cart abandonment
      5  Product pages tested
    › 6  E-commerce
    ↵ E-commerce
    [Back] [Cancel]

    > /kpi actual
    ── Your values ─────────────────────────────────────────────────────────────────────────────────────
    Online conversion, 23 Nov 2026
    Target 3.25%; last time 3.37%
      [Same as last time]
      [Not applicable]
    ↵ –
    [Skip] [Cancel]

    > sales 73k, conversion 2.8%
    ✓ Thank you. I understood:

      KPI                Period       Value  Before
      ─────────────────────────────────────────────
      Online conversion  23 Nov 2026   2.8%

    [5] Undo   [6] Report   [7] Why?

    ── There is a value already ────────────────────────────────────────────────────────────────────────
    Online sales has a value for 23 Nov 2026 already: CN¥72,000 (Lü Meng). You say CN¥73,000.

    Replace what stands there?
    Choose, or say in your own words why; the reason is kept with the correction.
      1  Yes, replace it
      2  Yes, it was mistyped
      3  Yes, the figure is final only now
      4  No, leave it as it is
    Or in your own words
    [Back] [Cancel]
    """


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("people", [SHOP[:1]])
@transcript
def test_while_a_question_is_open_in_chinese() -> None:
    """
    > /kpi 计划 添加
    ── 新的行动 ────────────────────────────────────────────────────────────────────────────────────────
    要做什么？
    几个字即可，例如：每周回访十家老客户。
    [取消]

    > 销售额 7.2万
    “销售额 7.2万”看起来像一项数据。是要填报，还是回答 /kpi 计划 的问题？

    [1] 填报数据   [2] 回答问题

    > [填报数据]
    ✓ 收到，谢谢！我的理解是：

      指标        周期               数值  之前
      ─────────────────────────────────────────
      线上销售额  2026年11月23日  ¥72,000

    [1] 撤销   [2] 看报告   [3] 为什么？

    /kpi 计划 还没完成，进度已保留。

    [4] 继续

    > 回访十位老客户
    ── 新的行动 ────────────────────────────────────────────────────────────────────────────────────────
    针对什么？
    某个指标，或整个部门。
      1  线上销售额
      2  线上转化率
      3  网店退货率
      4  购物车放弃率
      5  商品页测试次数
    › 6  电商部
    ↵ 电商部
    [返回] [取消]

    > /kpi 填报
    ── 填报数据 ────────────────────────────────────────────────────────────────────────────────────────
    线上转化率，2026年11月23日
    目标 3.25%；上次 3.37%
      [和上次一样]
      [不适用]
    ↵ –
    [跳过] [取消]

    > 销售额 7.3万，转化 2.8%
    ✓ 收到，谢谢！我的理解是：

      指标        周期            数值  之前
      ──────────────────────────────────────
      线上转化率  2026年11月23日  2.8%

    [5] 撤销   [6] 看报告   [7] 为什么？

    ── 已有数据 ────────────────────────────────────────────────────────────────────────────────────────
    线上销售额2026年11月23日已有数据：¥72,000（吕萌）。这次填的是“¥73,000”。

    要更正吗？
    请选择，或用自己的话写明原因，原因会与更正一起保存。
      1  是，更正
      2  是，之前填错了
      3  是，现在才有最终数据
      4  否，保持不变
    或者用自己的话写
    [返回] [取消]
    """


TALK = (
    "thanks",
    "how are we doing?",
    "meeting at 3",
    "see you at 5",
    "2 people are away today",
    "the office closes at 6",
    "attendance was fine in 2026",
    "谢谢",
    "明天开会 3 点",
    "会议 3点半开始",
    "下午3点会议",
    "今天来了 3 个人",
    "费用 300 我先垫了",
    "出勤 3 个人迟到",
)


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("typed", TALK)
@pytest.mark.parametrize("people", [OFFICE])
def test_talk_is_never_written_down(stage: RealStage, typed: str) -> None:
    stage.type(OFFICE[0], typed)
    shown = stage.type(OFFICE[0], "/kpi undo")
    assert shown.startswith("✗ 没有可以撤销"), shown
