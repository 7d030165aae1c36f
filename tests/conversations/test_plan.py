"""What is to be done: written down, shown, put off, handed on and closed, by several people in their languages."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.chat import transcript
from tests.stage import RealStage

TEAM = ("Anna", "Hal", "Tom", "汤姆")


@pytest.fixture
def people() -> tuple[str, ...]:
    return TEAM


@pytest.fixture
def staffed(stage: RealStage, built: None) -> None:
    """Hal heads Sales, Tom sells, 汤姆 works in Service."""
    stage.type("Anna", "/kpi members add Hal, Sales, head, 100%", "/kpi members add Tom, Sales, member, 100%")
    stage.type("Anna", "/kpi members add 汤姆, Service, member, 100%")
    stage.type("汤姆", "/kpi language 中文")
    for each in TEAM:
        stage.type(each, "/kpi help")


@pytest.mark.usefixtures("staffed")
@transcript
def test_an_action_from_first_to_last() -> None:
    """
    Hal: /kpi plan add new brochure, revenue, Tom, 15 Dec
    ✓ Written down: new brochure, for Sales revenue. Tom does it, by 15 Dec 2026.

    [1] Undo   [2] Plan

    Tom: /kpi
    This is yours to do, by 15 Dec 2026:

    new brochure

    For       Sales revenue
    Who       Tom
    Due       15 Dec 2026
    State     Open
    Given by  Hal

    [4] Done   [5] Later   [6] Drop   [7] Plan

    Hello Tom. Nothing is waiting for you today.

    There is no score of yours for November 2026 yet.

    [1] Report   [2] Why?   [3] Help

    Tom: /kpi plan later brochure 20 Dec
    ✓ new brochure: Tom has until 20 Dec 2026 now.

    [1] Undo   [2] Plan

    Tom: /kpi plan
    You have one thing to do:

    No.  What          For            Due
    ─────────────────────────────────────────────
      1  new brochure  Sales revenue  20 Dec 2026

    In your department, done by others: 1 open.

    No.  What                              For            Who   Due
    ───────────────────────────────────────────────────────────────────────
      2  Call ten former customers a week  Sales revenue  Anna  21 Dec 2026

    [1] Done   [2] Later   [3] Drop   [4] Add an action

    -- 2026-12-21 09:00 --
    Tom: /kpi
    Hello Tom. Nothing is waiting for you today.

    new brochure was due on 20 Dec 2026.

    There is no score of yours for December 2026 yet.

    [1] Done   [2] Later   [3] Drop   [4] Report   [5] Why?   [6] Help

    Tom: [Done]
    ── Done ────────────────────────────────────────────────────────────────────────────────────────────
    What came of it?
    One sentence; skip it if there is nothing to say yet.
    ↵ –
    [Skip] [Cancel]

    Tom: 40 answers came
    ✓ Done: new brochure. Thank you.

    [1] Undo   [2] Plan

    Hal: /kpi
    Tom has done this: new brochure. What came of it: 40 answers came

    [4] Plan

    Hello Hal. Nothing is waiting for you today.

    There is no score of yours for December 2026 yet.

    [1] Report   [2] Why?   [3] Help

    Hal: /kpi plan revenue
    Sales revenue: 1 open.

    No.  What                              For            Who   Due
    ───────────────────────────────────────────────────────────────────────
      1  Call ten former customers a week  Sales revenue  Anna  21 Dec 2026

    Closed
    What          Who  State  Outcome
    ─────────────────────────────────────────
    new brochure  Tom  Done   40 answers came

    [1] Done   [2] Later   [3] Drop   [4] Add an action

    Tom: /kpi undo
    ── Undo ────────────────────────────────────────────────────────────────────────────────────────────
    Take back closing an action (new brochure)?
    [1] Yes   [2] No
    [Cancel]

    Tom: yes
    ✓ Taken back: closing an action (new brochure).

    [1] My day

    Tom: /kpi plan
    You have one thing to do; it is overdue:

    No.  What          For            Due
    ──────────────────────────────────────────────────────
      1  new brochure  Sales revenue  20 Dec 2026, overdue

    In your department, done by others: 1 open.

    No.  What                              For            Who   Due
    ───────────────────────────────────────────────────────────────────────
      2  Call ten former customers a week  Sales revenue  Anna  21 Dec 2026

    [1] Done   [2] Later   [3] Drop   [4] Add an action
    """


@pytest.mark.usefixtures("staffed")
@transcript
def test_what_is_missing_is_asked() -> None:
    """
    Hal: /kpi plan add
    ── An action ───────────────────────────────────────────────────────────────────────────────────────
    What will be done?
    In a few words, such as: call ten former customers a week.
    [Cancel]

    Hal: train the new people, twice
    What is it for?
    A KPI, or the department as a whole.
      1  Sales revenue
      2  New customers won
      3  Win rate
      4  Key-account visits
      5  cold calls made
    › 6  Sales
    ↵ Sales
    [Back] [Cancel]

    Hal: Sales
    ── An action ───────────────────────────────────────────────────────────────────────────────────────
    Who does it?
    › 1  Hal
      2  Tom
    ↵ Hal
    [Back] [Cancel]

    Hal: Tom
    By when?
    Such as 12-24, 24 Dec, Friday or in 3 weeks.
    [Back] [Cancel]

    Hal: Friday
    ✓ Written down: train the new people, twice, for Sales. Tom does it, by 27 Nov 2026.

    [1] Undo   [2] Plan

    Hal: /kpi plan add call Bob, Jim and Mary, me, tomorrow
    ── An action ───────────────────────────────────────────────────────────────────────────────────────
    What is it for?
    A KPI, or the department as a whole.
      1  Sales revenue
      2  New customers won
      3  Win rate
      4  Key-account visits
      5  cold calls made
    › 6  Sales
    ↵ Sales
    [Back] [Cancel]

    Hal: 2
    ✓ Written down: call Bob, Jim and Mary, for New customers won. Hal does it, by 24 Nov 2026.

    [1] Undo   [2] Plan

    Hal: /kpi plan
    You have one thing to do:

    No.  What                    For                Due
    ───────────────────────────────────────────────────────────
      1  call Bob, Jim and Mary  New customers won  24 Nov 2026

    In your department, done by others: 2 open.

    No.  What                              For            Who   Due
    ───────────────────────────────────────────────────────────────────────
      2  train the new people, twice       Sales          Tom   27 Nov 2026
      3  Call ten former customers a week  Sales revenue  Anna  21 Dec 2026

    [1] Done   [2] Later   [3] Drop   [4] Add an action

    Hal: /kpi plan give train Hal
    ✓ train the new people, twice is Hal's from now on, to be done by 27 Nov 2026.

    [1] Undo   [2] Plan

    Hal: [Plan]
    You have 2 things to do:

    No.  What                         For                Due
    ────────────────────────────────────────────────────────────────
      1  call Bob, Jim and Mary       New customers won  24 Nov 2026
      2  train the new people, twice  Sales              27 Nov 2026

    In your department, done by others: 1 open.

    No.  What                              For            Who   Due
    ───────────────────────────────────────────────────────────────────────
      3  Call ten former customers a week  Sales revenue  Anna  21 Dec 2026

    [1] Done: 1   [2] Done: 2   [3] Later   [4] Drop   [5] Add an action

    Hal: /kpi plan drop
    ── Which action? ───────────────────────────────────────────────────────────────────────────────────
    Which action is meant?
      1  call Bob, Jim and Mary
      2  train the new people, twice
      3  Call ten former customers a week
    [Cancel]

    Hal: 2
    ── Dropped ─────────────────────────────────────────────────────────────────────────────────────────
    Why is it dropped?
    It stays on record with the action.
    [Back] [Cancel]

    Hal: No time before Christmas
    ✓ Dropped: train the new people, twice. It stays on record with the reason.

    [1] Undo   [2] Plan

    Hal: /kpi plan #action:99
    ✗ There is no such action any more.

    Hal: /kpi plan nonsense
    ✗ There is nothing called “nonsense”.
    """


@pytest.mark.parametrize("people", [("安娜", "汤姆")])
@pytest.mark.usefixtures("built")
@transcript
def test_in_chinese() -> None:
    """
    安娜: /kpi 成员 添加 汤姆，客服，成员，100%
    ...
    汤姆: /kpi 计划
    ✓ 汤姆，欢迎加入“海港贸易”！我每周最多主动给你发 5 条消息，只在工作日 09:00 至 18:00 发，请假时不打
      扰；要改就用 /kpi 提醒。个人得分只有你自己、部门负责人和老板能看到，部门得分大家都能看到。

    [2] 今日待办   [3] 帮助

    你目前没有待办的行动。

    [1] 添加行动

    汤姆: /kpi 计划 添加 整理客户档案，客服，我，12月15日
    ✓ 已记下：整理客户档案（客服），由汤姆负责，2026年12月15日前完成。

    [1] 撤销   [2] 行动计划

    汤姆: /kpi 计划 延期 档案 12月20日
    ✓ 整理客户档案：汤姆的截止日期改为2026年12月20日。

    [1] 撤销   [2] 行动计划

    汤姆: /kpi 计划
    你有 1 项待办行动：

    编号  行动          针对  截止日期
    ────────────────────────────────────────
       1  整理客户档案  客服  2026年12月20日

    [1] 完成   [2] 延期   [3] 放弃   [4] 添加行动

    -- 2026-12-22 09:00 --
    汤姆: /kpi
    汤姆，你好！今天没有要填的数据。

    整理客户档案原定2026年12月20日前完成。

    2026年12月你还没有得分。

    [1] 完成   [2] 延期   [3] 放弃   [4] 看报告   [5] 为什么？   [6] 帮助

    汤姆: [放弃]
    ── 放弃 ────────────────────────────────────────────────────────────────────────────────────────────
    为什么放弃？
    原因会和这项行动一起保留。
    [取消]

    汤姆: 系统会自动归档
    ✓ 已放弃：整理客户档案。原因会一并保留。

    [1] 撤销   [2] 行动计划

    汤姆: /kpi 计划 客服
    客服：目前没有待办的行动。

    [1] 添加行动

    汤姆: /kpi 计划 完成
    ✗ 目前没有可以由你结束的行动。用 /kpi 计划 添加 可以记下一项。

    汤姆: /kpi 撤销
    ── 撤销 ────────────────────────────────────────────────────────────────────────────────────────────
    确认撤销“结束行动（整理客户档案）”吗？
    [1] 是   [2] 否
    [取消]

    汤姆: 是
    ✓ 已撤销：结束行动（整理客户档案）。

    [1] 今日待办

    安娜: /kpi 计划 转给 档案 安娜
    ✓ 整理客户档案改由安娜负责，2026年12月20日前完成。

    [1] 撤销   [2] 行动计划

    安娜: /kpi 计划 完成 档案：已归档 300 份
    ✓ 已完成：整理客户档案。辛苦了。

    [1] 撤销   [2] 行动计划

    汤姆: /kpi
    安娜完成了：整理客户档案。结果：已归档 300 份

    [4] 行动计划

    汤姆，你好！今天没有要填的数据。

    2026年12月你还没有得分。

    [1] 看报告   [2] 为什么？   [3] 帮助

    安娜: /kpi 计划 公司
    你有 1 项待办行动，已逾期：

    编号  行动                针对      截止日期
    ────────────────────────────────────────────────────────────
       1  每周回访十家老客户  销售收入  2026年12月21日（已逾期）

    部门  待办  逾期
    ────────────────
    销售     1     1

    [1] 完成   [2] 延期   [3] 放弃   [4] 添加行动   [5] 销售
    """


@pytest.mark.usefixtures("staffed")
@transcript
def test_who_may_not_is_told_who_may() -> None:
    """
    Hal: /kpi plan add new brochure, Sales, Hal, 15 Dec
    ✓ Written down: new brochure, for Sales. Hal does it, by 15 Dec 2026.

    [1] Undo   [2] Plan

    Tom: /kpi plan done #action:2
    ✗ You can't do that; Hal (head) or Anna (owner) can.

    Tom: /kpi plan give #action:2 Tom
    ✗ You can't do that; Hal (head) or Anna (owner) can.

    Tom: /kpi plan add tidy up, Service, me, 15 Dec
    ✗ You can't do that; Anna (owner) or 汤姆 (member) can.

    汤姆: /kpi 计划 #action:2
    ✗ 你没有这项权限，如有需要请联系Hal（负责人）、Anna（老板）或Tom（成员）。
    """


@pytest.mark.usefixtures("staffed")
def test_forty_people_are_no_wall_of_text(stage: RealStage) -> None:
    for number in range(1, 31):
        stage.type("Hal", f"/kpi plan add call customer {number}, Sales, Tom, 15 Dec")
    said = stage.type("Hal", "/kpi plan")
    assert "30 open" in said or "31 open" in said
    assert len(said.splitlines()) < 30
    assert "call customer 9" in stage.type("Hal", "[More]")
    stage.set_now(datetime.fromisoformat("2026-12-20 09:00"))
    assert "30 actions are due" in stage.type("Tom", "/kpi")


@pytest.mark.usefixtures("staffed")
def test_names_that_look_like_markup_stand_as_typed(stage: RealStage) -> None:
    said = stage.type("Hal", "/kpi plan add <b>bold</b> & more, Sales, me, 15 Dec")
    assert "<b>bold</b> & more" in said
    assert "300 characters" in stage.type("Hal", f"/kpi plan add {'x' * 300}, Sales, me, 15 Dec")


@pytest.mark.usefixtures("staffed")
def test_a_second_click_says_that_it_is_done_already(stage: RealStage) -> None:
    stage.type("Hal", "/kpi plan add new brochure, Sales, me, 15 Dec", "/kpi plan done brochure: printed")
    assert "That action is closed already: done." in stage.type("Hal", "/kpi plan done #action:2")
    assert "That action is closed already: done." in stage.type("Hal", "/kpi plan later #action:2 20 Dec")


def test_where_there_is_nothing_yet_there_is_nothing_to_plan(stage: RealStage) -> None:
    assert "no departments" in stage.type("Anna", "/kpi plan add new brochure")
    assert "Nothing is on your list" in stage.type("Anna", "/kpi plan")


@pytest.mark.usefixtures("staffed")
@transcript
def test_who_leaves_hands_on_what_is_to_be_done() -> None:
    """
    Hal: /kpi plan add new brochure, revenue, Tom, 15 Dec
    ✓ Written down: new brochure, for Sales revenue. Tom does it, by 15 Dec 2026.

    [1] Undo   [2] Plan

    Hal: /kpi plan add call Lin & Co, Sales, Tom, 18 Dec
    ✓ Written down: call Lin & Co, for Sales. Tom does it, by 18 Dec 2026.

    [1] Undo   [2] Plan

    Hal: /kpi members remove Tom
    ── Who does it then ────────────────────────────────────────────────────────────────────────────────
    Tom still has to do: new brochure; call Lin & Co. Who does that from now on?

    Who?
      1  Anna
      2  Hal
      3  汤姆
    [Cancel]

    Hal: me
    ✓ Tom is no longer in the company. What they did keeps their name. Handed on: new brochure; call Lin
      & Co.

    [1] Members   [2] Undo

    bot -> Hal:

    Hal: /kpi plan
    You have 2 things to do:

    No.  What           For            Due
    ──────────────────────────────────────────────
      1  new brochure   Sales revenue  15 Dec 2026
      2  call Lin & Co  Sales          18 Dec 2026

    In your department, done by others: 1 open.

    No.  What                              For            Who   Due
    ───────────────────────────────────────────────────────────────────────
      3  Call ten former customers a week  Sales revenue  Anna  21 Dec 2026

    [1] Done: 1   [2] Done: 2   [3] Later   [4] Drop   [5] Add an action

    > /kpi members remove Hal
    ── Who does it then ────────────────────────────────────────────────────────────────────────────────
    Hal still has to do: new brochure; call Lin & Co. Who does that from now on?

    Who?
      1  Anna
      2  汤姆
    [Cancel]

    > me
    ✓ Hal is no longer in the company. What they did keeps their name. Handed on: new brochure; call Lin
      & Co.

    [1] Members   [2] Undo
    """


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("people", [("安娜", "汤姆")], ids=["zh"])
@transcript
def test_who_leaves_hands_on_what_is_to_be_done_in_chinese() -> None:
    """
    > 成员 添加 小刘，销售部，成员
    ✓ 已添加：小刘（成员），部门和工作时间占比：销售 100%。

    [1] 再加一位   [2] 撤销

    > 成员 添加 汤姆，销售部，成员
    ✓ 已添加：汤姆（成员），部门和工作时间占比：销售 100%。

    [1] 再加一位   [2] 撤销

    > 计划 添加 拜访三家大客户，销售，小刘，12月15日
    ✓ 已记下：拜访三家大客户（销售），由小刘负责，2026年12月15日前完成。

    [1] 撤销   [2] 行动计划

    > 成员 删除 小刘
    ── 以后由谁负责 ────────────────────────────────────────────────────────────────────────────────────
    小刘还有未完成的行动：拜访三家大客户。以后由谁来做？

    由谁？
      1  安娜
      2  汤姆
    [取消]

    > 汤姆
    ✓ 已移除小刘，以往的记录仍保留其姓名。已转交：拜访三家大客户。

    [1] 成员   [2] 撤销

    bot -> 汤姆:
    ✓ 汤姆，欢迎加入“海港贸易”！我每周最多主动给你发 5 条消息，只在工作日 09:00 至 18:00 发，请假时不打
      扰；要改就用 /kpi 提醒。个人得分只有你自己、部门负责人和老板能看到，部门得分大家都能看到。

    [1] 今日待办   [2] 帮助

    这件事由你负责，请在2026年12月15日前完成：

    拜访三家大客户

    针对      销售
    负责人    汤姆
    截止日期  2026年12月15日
    状态      待办
    交办人    安娜

    [3] 完成   [4] 延期   [5] 放弃   [6] 行动计划
    """


@pytest.mark.usefixtures("staffed")
@transcript
def test_a_day_by_which_it_is_to_be_done() -> None:
    """
    Hal: /kpi plan add new brochure, revenue, Tom, by Dec 10
    ✓ Written down: new brochure, for Sales revenue. Tom does it, by 10 Dec 2026.

    [1] Undo   [2] Plan

    Hal: /kpi plan add price list, revenue, Tom, by the 10th
    ✓ Written down: price list, for Sales revenue. Tom does it, by 10 Dec 2026.

    [1] Undo   [2] Plan
    """
