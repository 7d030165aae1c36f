"""What is said before the value that is right."""

from __future__ import annotations

import pytest

from conversations.sure_field import without_no
from tests.chat import transcript


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("no wait, 15", "15"),
        ("No, sorry: 15", "15"),
        ("I meant 15", "15"),
        ("nope 15", "15"),
        ("不对，15", "15"),
        ("打错了，应该是15", "15"),
        ("填错了，应该是15", "15"),
        ("不好意思 15", "15"),
        ("不对，是15", "15"),
        ("sorry, it was 15", "15"),
        ("not yet", "not yet"),
        ("November was slow", "November was slow"),
        ("no", "no"),
        ("15", "15"),
    ],
)
def test_no_before_a_value(typed: str, meant: str) -> None:
    assert without_no(typed) == meant


@pytest.mark.usefixtures("built")
@transcript
def test_yes_is_no_answer_while_another_value_is_offered() -> None:
    """
    > /kpi actual Win rate 2900%
    ── Just to be sure ─────────────────────────────────────────────────────────────────────────────────
    Win rate: I read 2900%, and it was never over 100% before. Perhaps 29% (percent or fraction)?

    Which value is right for Win rate?
      1  2900%
      2  29%
    Or another value
    [Back] [Cancel]

    > yes
    ✗ Which of them is right: 2900% or 29%?
    Which value is right for Win rate?
      1  2900%
      2  29%
    Or another value
    [Back] [Cancel]

    > 29%
    ✓ That is what stands there already.

      KPI       Period        Value  Before
      ─────────────────────────────────────
      Win rate  October 2026    29%

    [1] Report   [2] Why?
    """


class TestChinese:
    @pytest.fixture
    def people(self) -> tuple[str, ...]:
        return "安娜", "汤姆"

    @pytest.mark.usefixtures("built")
    @transcript
    def test_yes_is_no_answer_while_another_value_is_offered(self) -> None:
        """
        > /kpi 填报 赢单率 2900%
        ── 再确认一下 ──────────────────────────────────────────────────────────────────────────────────────
        赢单率：我读到的是 2900%，以往从未超过 100%。是不是 29%（百分数和小数弄混了）？

        赢单率哪个数是对的？
          1  2900%
          2  29%
        或者填另一个数
        [返回] [取消]

        > 是
        ✗ 是 2900% 还是 29%？
        赢单率哪个数是对的？
          1  2900%
          2  29%
        或者填另一个数
        [返回] [取消]

        > 29%
        ✓ 与已填的一致，没有改动。

          指标    周期        数值  之前
          ──────────────────────────────
          赢单率  2026年10月   29%

        [1] 看报告   [2] 为什么？
        """
