"""A day that no month has is what is wrong with a line, and nothing else is guessed."""

from __future__ import annotations

import pytest

from kpi_engine.calendar.impossible import Impossible, impossible_day
from tests.chat import transcript


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("11月31日 销售收入 1.2万", Impossible("11月31日", 30)),
        ("销售收入 11月32日 1.2万", Impossible("11月32日", 30)),
        ("13月5日 投诉 3", Impossible("13月5日", 0)),
        ("2027年2月29日 投诉 3", Impossible("2027年2月29日", 28)),
        ("2月29日 投诉 3", None),
        ("2月30号 投诉 3", Impossible("2月30号", 29)),
        ("revenue 31 Nov 12000", Impossible("31 Nov", 30)),
        ("revenue Nov 31st, 12000", Impossible("Nov 31st", 30)),
        ("revenue 31 Oct 12000", None),
        ("visits 31 Nov", None),
        ("visits 45 Dec, 40 Nov", None),
        ("revenue 2026-11-31 12000", Impossible("2026-11-31", 30)),
        ("赢单率 11月30日 30%", None),
    ],
)
def test_which_day_there_is_none_of(typed: str, wrong: Impossible | None) -> None:
    assert impossible_day(typed) == wrong


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("people", [("安娜",)])
@transcript
def test_it_is_named_in_chinese() -> None:
    """
    > 11月31日 销售收入 1.2万
    ✗ 没有“11月31日”这一天，那个月只有 30 天。

    > 销售收入 11月20日 5万
    ...
    > 销售收入 11月20日 5.2万
    ...
    > 11月32日 赢单率 30
    ✗ 没有“11月32日”这一天，那个月只有 30 天。

    ── 已有数据 ────────────────────────────────────────────────────────────────────────────────────────
    销售收入2026年11月20日已有数据：¥50,000（安娜）。这次填的是“¥52,000”。

    要更正吗？
    请选择，或用自己的话写明原因，原因会与更正一起保存。
      1  是，更正
      2  是，之前填错了
      3  是，现在才有最终数据
      4  否，保持不变
    或者用自己的话写
    [返回] [取消]
    """


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("people", [("Anna",)])
@transcript
def test_it_is_named_in_english() -> None:
    """
    > sales revenue 31 Nov 12000
    ✗ There is no 31 Nov: that month has 30 days.

    > /kpi actual sales revenue 31 Nov 12000
    ✗ There is no 31 Nov: that month has 30 days.
    """
