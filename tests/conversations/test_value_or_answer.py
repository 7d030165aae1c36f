"""What reads like a value where a name or any other words are asked: nobody's number becomes a name, or the other way."""

from __future__ import annotations

import pytest

from tests.chat import transcript


@pytest.fixture
def people() -> tuple[str, ...]:
    return "Anna", "Li Na"


@pytest.mark.usefixtures("built")
@transcript
def test_a_value_at_the_question_for_a_name_is_asked_about() -> None:
    """
    > /kpi members add
    ...
    > accounts 3
    “accounts 3” reads like a value. Is it one, or is it your answer in /kpi members?

    [1] It is a value   [2] It is my answer

    > [It is a value]
    ✓ Thank you. I understood:

      KPI                Period               Value  Before
      ─────────────────────────────────────────────────────
      New customers won  week 47, 2026  3 customers

    [1] Undo   [2] Report   [3] Why?

    /kpi members is still open; it waits where you left it.

    [4] Continue

    > Li Na
    ── A member ────────────────────────────────────────────────────────────────────────────────────────
    About Li Na:

    In which department?
    Skip it for somebody who works for the whole company, such as the bookkeeper.
      1  Sales
      2  Service
      3  Warehouse
    ↵ –
    [Back] [Skip] [Cancel]

    > cancel
    Cancelled; nothing of /kpi members has been changed.

    > /kpi plan add
    ...
    > sales revenue 1.2m a month: call the old customers
    “sales revenue 1.2m a month: call the old customers” reads like a value. Is it one, or is it your
    answer in /kpi plan?

    [1] It is a value   [2] It is my answer

    > [It is my answer]
    ── An action ───────────────────────────────────────────────────────────────────────────────────────
    What is it for?
    A KPI, or the department as a whole.
      1  Sales revenue
      2  New customers won
      3  Win rate
      4  Key-account visits
      5  cold calls made
      6  Sales
      7  Service
      8  Warehouse
    [Back] [Cancel]
    """


@pytest.mark.parametrize("people", [("安娜",)])
@pytest.mark.usefixtures("built")
@transcript
def test_the_same_in_chinese() -> None:
    """
    > /kpi 成员 添加
    ...
    > 拜访 38
    “拜访 38”看起来像一项数据。是要填报，还是回答 /kpi 成员 的问题？

    [1] 填报数据   [2] 回答问题

    > [填报数据]
    ...
    > 取消
    之前没做完的 /kpi 成员 添加（停在“姓名？”）已取消，没有任何改动。

    > /kpi 成员 添加
    ...
    > 大客户拜访 38，收入 5万
    “大客户拜访 38，收入 5万”看起来像一项数据。是要填报，还是回答 /kpi 成员 的问题？

    [1] 填报数据   [2] 回答问题

    > [填报数据]
    ...
    > 李娜，销售，成员
    ...
    """


@pytest.mark.usefixtures("built")
@transcript
def test_words_that_only_begin_like_a_kpi_are_the_answer() -> None:
    """
    > /kpi plan add
    ...
    > Win 40 new customers
    What is it for?
    A KPI, or the department as a whole.
      1  Sales revenue
      2  New customers won
      3  Win rate
      4  Key-account visits
      5  cold calls made
      6  Sales
      7  Service
      8  Warehouse
    [Back] [Cancel]
    """
