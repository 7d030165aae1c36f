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
    Nothing was taken back: you have done something since. The last thing now is leave (Guo Lei).

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
    Nothing was taken back: you have done something since. The last thing now is a change of settings
    (Holidays).

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
def test_undo_typed_while_an_old_question_is_open_is_about_the_last_deed() -> None:
    """
    > /kpi settings working days Mon to Sat
    ...
    > undo
    ...
    > /kpi settings holidays Germany
    ...
    > /kpi undo
    ── Undo ────────────────────────────────────────────────────────────────────────────────────────────
    Take back a change of settings (Holidays)?
    [1] Yes   [2] No
    [Cancel]

    > yes
    ✓ Taken back: a change of settings (Holidays).

    [1] My day

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
    没有撤销：那之后你又有了新的操作。现在最近的一步是“设置修改（节假日）”。

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


@pytest.mark.usefixtures("founded")
@transcript
def test_undo_takes_back_what_was_done_while_another_dialog_waits() -> None:
    """
    > /kpi members add
    ...
    > /kpi settings working days Mon to Sat
    ...
    > undo
    ── Undo ────────────────────────────────────────────────────────────────────────────────────────────
    Take back a change of settings (Working days)?
    [1] Yes   [2] No
    [Cancel]

    > yes
    ✓ Taken back: a change of settings (Working days).

    [1] My day

    /kpi members is still open; it waits where you left it.

    [2] Continue

    > continue
    ...
    > undo
    /kpi members is not finished. back takes back your last answer to it, /kpi undo the last thing you
    did before.

    ── A member ────────────────────────────────────────────────────────────────────────────────────────
    What is their name?
    All in one line will do: Li Na, Sales, member, 60%.
    [Cancel]
    """


@pytest.mark.parametrize("people", [("安娜",)])
@pytest.mark.usefixtures("founded")
@transcript
def test_undo_beside_a_dialog_in_chinese() -> None:
    """
    > /kpi 成员 添加
    ...
    > /kpi 设置 工作日 周一到周六
    ...
    > 撤销
    ── 撤销 ────────────────────────────────────────────────────────────────────────────────────────────
    确认撤销“设置修改（工作日）”吗？
    [1] 是   [2] 否
    [取消]

    > 是
    ✓ 已撤销：设置修改（工作日）。

    [1] 今日待办

    /kpi 成员 还没完成，进度已保留。

    [2] 继续

    > 继续
    ...
    > 撤销
    /kpi 成员 还没完成。要改上一个回答，输入 返回；要撤回更早的一次操作，输入 /kpi 撤销。

    ── 成员 ────────────────────────────────────────────────────────────────────────────────────────────
    姓名？
    也可以一次写全：李娜，销售，成员，60%。
    [取消]
    """


@pytest.mark.usefixtures("founded")
@transcript
def test_taking_back_needs_a_yes() -> None:
    """
    > /kpi settings working days Mon to Sat
    ...
    > undo
    ...
    > done
    ✗ “done” is neither yes nor no to me. Please answer yes or no.
    Take back a change of settings (Working days)?
    [1] Yes   [2] No
    [Cancel]
    """


@pytest.mark.parametrize("people", [("安娜",)])
@pytest.mark.usefixtures("founded")
@transcript
def test_what_is_typed_at_an_old_question_is_heard() -> None:
    """
    > /kpi 设置 工作日 周一到周六
    ...
    > 撤销
    ...
    > /kpi 设置 假日 德国
    ...
    > 报告 上月
    没有撤销：那之后你又有了新的操作。现在最近的一步是“设置修改（节假日）”。

    [1] 撤销

    海港贸易，2026年10月：暂无得分。

    公司还没有 KPI。老板或部门负责人可以输入 /kpi 建模 开始搭建。

    [2] 上一期
    """


@pytest.mark.usefixtures("founded")
@transcript
def test_whoever_is_back_takes_back_that_and_not_their_leave() -> None:
    """
    > /kpi members add Guo Lei, Sales, member
    ...
    > away until Friday
    ...
    > away back
    ...
    > undo
    ✓ Taken back: your leave from 23 Nov 2026 to 27 Nov 2026 stands again.

    [1] My day

    > undo
    ✓ Taken back: leave (Anna).

    [1] My day

    > away Guo Lei until Friday
    ...
    > away Guo Lei back
    ...
    > undo
    ✓ Taken back: the leave of Guo Lei from 23 Nov 2026 to 27 Nov 2026 stands again.

    [1] My day
    """


@pytest.mark.parametrize("people", [("安娜",)])
@pytest.mark.usefixtures("founded")
@transcript
def test_the_same_in_chinese() -> None:
    """
    > /kpi 成员 添加 郭磊，销售，成员
    ...
    > 请假 到周五
    ...
    > 我回来了
    ✓ 欢迎回来！

    [1] 撤销

    > 撤销
    ✓ 已撤销：你2026年11月23日至2026年11月27日的请假仍然有效。

    [1] 今日待办

    > 请假 郭磊 到周五
    ...
    > 请假 郭磊 销假
    ...
    > 撤销
    ✓ 已撤销：郭磊2026年11月23日至2026年11月27日的请假仍然有效。

    [1] 今日待办
    """
