"""A question about taking something back is about that, and about nothing that was done since."""

from __future__ import annotations

import pytest

from tests.chat import transcript
from tests.stage import RealStage


@pytest.mark.usefixtures("founded")
@transcript
def test_words_that_reach_an_old_question_take_nothing_back() -> None:
    """
    > /kpi members add Guo Lei, Sales, member
    ...
    > /kpi settings working days Mon to Sat
    ...
    > undo
    ── Undo ────────────────────────────────────────────────────────────────────────────────────────────
    Take back a change of settings (Working days)?
    [1] Yes   [2] No
    [Cancel]

    > /kpi away Guo Lei until Friday
    ...
    > Guo Lei is away until Friday
    Nothing was taken back: you have done something since I asked. The last thing now is leave (Guo
    Lei).

    [1] Undo

    > undo
    ✓ Taken back: leave (Guo Lei).

    [1] My day

    > undo
    ── Undo ────────────────────────────────────────────────────────────────────────────────────────────
    Take back a change of settings (Working days)?
    [1] Yes   [2] No
    [Cancel]

    > yes
    ✓ Taken back: a change of settings (Working days).

    [1] My day
    """


@pytest.mark.usefixtures("founded")
@transcript
def test_an_answer_to_an_old_question_takes_nothing_back() -> None:
    """
    > /kpi settings working days Mon to Sat
    ...
    > undo
    ── Undo ────────────────────────────────────────────────────────────────────────────────────────────
    Take back a change of settings (Working days)?
    [1] Yes   [2] No
    [Cancel]

    > /kpi settings holidays Germany
    ...
    > y
    Nothing was taken back: you have done something since I asked. The last thing now is a change of
    settings (Holidays).

    [1] Undo

    > undo
    ── Undo ────────────────────────────────────────────────────────────────────────────────────────────
    Take back a change of settings (Holidays)?
    [1] Yes   [2] No
    [Cancel]

    > back
    Take back a change of settings (Holidays)?
    [1] Yes   [2] No
    [Cancel]

    > y
    ✓ Taken back: a change of settings (Holidays).

    [1] My day
    """


@pytest.mark.usefixtures("founded")
@transcript
def test_undo_while_an_old_question_is_open_says_that_the_deed_is_another() -> None:
    """
    > /kpi settings working days Mon to Sat
    ...
    > undo
    ...
    > /kpi settings holidays Germany
    ...
    > /kpi undo
    Nothing was taken back: you have done something since I asked. The last thing now is a change of
    settings (Holidays).

    [1] Undo

    > [Undo]
    ── Undo ────────────────────────────────────────────────────────────────────────────────────────────
    Take back a change of settings (Holidays)?
    [1] Yes   [2] No
    [Cancel]

    > no
    Nothing was taken back.
    """


@pytest.mark.parametrize("people", [("安娜",)])
@pytest.mark.usefixtures("founded")
@transcript
def test_an_old_question_in_chinese() -> None:
    """
    > /kpi 设置 工作日 周一到周六
    ...
    > 撤销
    ── 撤销 ────────────────────────────────────────────────────────────────────────────────────────────
    确认撤销“设置修改（工作日）”吗？
    [1] 是   [2] 否
    [取消]

    > /kpi 设置 假日 德国
    ...
    > 是
    没有撤销：刚才那一问之后，你又有了新的操作。现在最近的一步是“设置修改（节假日）”。

    [1] 撤销
    """


@pytest.mark.parametrize("people", [("Anna", "Tom")])
@pytest.mark.usefixtures("built")
def test_after_a_vote_undo_asks_about_nothing_older(stage: RealStage) -> None:
    stage.type("Anna", "/kpi members add Tom, Sales, member, 100%", "/kpi settings working days Mon to Sat")
    stage.type("Tom", "/kpi propose change Win rate", "The weight", "25", "It decides", "", "yes")
    stage.type("Anna", "/kpi propose for 1")

    said = stage.type("Anna", "/kpi undo")
    assert "What you said last is not taken back, but you can change it" in said
    assert "change of settings" not in said
