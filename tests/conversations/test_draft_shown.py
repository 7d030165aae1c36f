"""Before it publishes a set, a head asks the department."""

from __future__ import annotations

import pytest

from tests.chat import transcript
from tests.stage import RealStage


@pytest.fixture
def people() -> tuple[str, ...]:
    return ("Anna", "Rob", "Mia", "李娜", "Tom")


@pytest.fixture(autouse=True)
def team(stage: RealStage, built: None) -> None:
    """Rob heads Service, Mia and 李娜 work there, which has no KPIs yet."""
    for member in ("Rob, Service, head", "Mia, Service, member", "李娜, Service, member"):
        stage.type("Anna", f"/kpi members add {member}, 100%")
    stage.type("李娜", "/kpi 语言 中文")
    stage.type("Rob", "/kpi build Service", "1", "Answer fast", "Complaint count, First response time")
    stage.type("Rob", "4 5 3", "5 4", "3, 4", "Rob", "All the same")


@transcript
def test_a_set_that_is_talked_about_first() -> None:
    """
    Rob: skip
    ── Ready? 5/5 ──────────────────────────────────────────────────────────────────────────────────────
    This is the draft for Service. Goal: Answer fast

    KPI                     Target  Weight  Reached before
    ───────────────────────────────────────────────────────
    Complaints                   3      50  1 of the last 3
    First response time  4 minutes      50

    No action is planned yet. Not covered of the balanced scorecard: financial, learning and growth.

    Put this in force?
    [1] Yes   [2] No
    [Back] [Cancel]

    Rob: no
    ── Ask first? 5/5 ──────────────────────────────────────────────────────────────────────────────────
    Then it is not in force yet. Those in Service can look at it and say what they think; you can change
    it after that.

    Show it to the department first?
    [1] Yes   [2] No
    [Back] [Cancel]

    Rob: yes
    ✓ Service is shown the draft now. What they say comes to you and stands beside it; put it in force
      when you are ready.

    /kpi build is still open; it waits where you left it.

    [1] Continue

    bot -> Mia:
    ✓ Welcome to Harbour Trading, Mia. I write to you by myself at most 5 times a week, between 09:00
      and 18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you,
      your heads and the owner see your own scores; everybody sees those of departments.

    [1] My day   [2] Help

    Rob would like to measure by these KPIs. They are not in force yet: what do you think of them?

    This is the draft for Service. Goal: Answer fast

    KPI                     Target  Weight  Reached before
    ───────────────────────────────────────────────────────
    Complaints                   3      50  1 of the last 3
    First response time  4 minutes      50

    No action is planned yet. Not covered of the balanced scorecard: financial, learning and growth.

    [3] Comment

    Mia: [Comment]
    ── The draft ───────────────────────────────────────────────────────────────────────────────────────
    What do you think of it?
    What is missing, what is too high, what you can't influence. The head reads it before the set is put
    in force.
    [Cancel]

    Mia: three complaints are too few
    ✓ Thank you. Whoever builds the set reads it before it is put in force.

    [1] Show the draft

    -- the bot restarts --
    李娜: /kpi
    Rob 打算按这些指标考核，目前还没有生效，你怎么看？

    Service的 KPI 草案如下。部门目标：Answer fast

    指标            目标  权重  以往达成
    ──────────────────────────────────────────────
    客户投诉数         3    50  近 3 期中达成 1 期
    首次响应时间  4 分钟    50

    还没有行动计划。按平衡计分卡还缺：财务、学习与成长。

    部门的意见
    姓名  意见
    ──────────────────────────────────
    Mia   three complaints are too few

    [4] 发表意见

    李娜，你好！今天没有要填的数据。

    2026年11月你还没有得分。

    [1] 看报告   [2] 为什么？   [3] 帮助

    李娜: /kpi 提议 草案 意见
    ── 草案 ────────────────────────────────────────────────────────────────────────────────────────────
    你怎么看？
    缺了什么、哪个定高了、哪个自己左右不了，都可以说。生效前负责人会看。
    [取消]

    李娜: 同意
    ✓ 收到，谢谢！生效前负责人会看到。

    [1] 查看草案

    bot -> Rob:
    Mia says of the draft for Service: three complaints are too few

    [1] Continue

    李娜 says of the draft for Service: 同意

    [2] Continue

    Rob: continue
    ── Ready? 5/5 ──────────────────────────────────────────────────────────────────────────────────────
    This is the draft for Service. Goal: Answer fast

    KPI                     Target  Weight  Reached before
    ───────────────────────────────────────────────────────
    Complaints                   3      50  1 of the last 3
    First response time  4 minutes      50

    No action is planned yet. Not covered of the balanced scorecard: financial, learning and growth.

    What the department says
    Name  Comment
    ──────────────────────────────────
    Mia   three complaints are too few
    李娜  同意

    Put this in force?
    [1] Yes   [2] No
    ↵ No
    [Back] [Cancel]

    Rob: back
    ── Action plan 5/5 ─────────────────────────────────────────────────────────────────────────────────
    For which of them will you do something new?
    Training, a changed process, a tool. Skip if nothing needs to change.
      1  Complaints           target 3 every month
      2  First response time  target 4 minutes every month
    ↵ –
    [Back] [Skip] [Cancel]

    Rob: cancel
    Cancelled; nothing of /kpi build has been changed.

    Rob: /kpi propose draft
    Rob would like to measure by these KPIs. They are not in force yet: what do you think of them?

    This is the draft for Service. Goal: Answer fast

    KPI                     Target  Weight  Reached before
    ───────────────────────────────────────────────────────
    Complaints                   3      50  1 of the last 3
    First response time  4 minutes      50

    No action is planned yet. Not covered of the balanced scorecard: financial, learning and growth.

    What the department says
    Name  Comment
    ──────────────────────────────────
    Mia   three complaints are too few
    李娜  同意

    [1] Comment
    """


def test_what_is_in_force_is_no_draft_any_more(stage: RealStage) -> None:
    stage.type("Rob", "skip", "no", "yes", "continue", "yes")

    told = str(stage.unasked("Mia"))
    assert "is measured by these from now on" in told
    assert "not in force yet" not in told
    assert "There is no draft" in stage.type("Mia", "/kpi propose draft")


def test_who_works_elsewhere_may_look_but_says_nothing(stage: RealStage) -> None:
    stage.type("Rob", "skip", "no", "yes")
    stage.type("Anna", "/kpi members add Tom, Sales, member, 100%")

    (greeting,) = stage.unasked("Tom")
    assert "Welcome" in str(greeting)
    assert "They are not in force yet" in stage.type("Tom", "/kpi propose draft Service")
    assert "[1] Comment" not in stage.type("Tom", "/kpi propose draft Service")
    assert "You can't do that" in stage.type("Tom", "/kpi propose draft comment Service")


def test_nobody_to_ask_is_not_asked_about(stage: RealStage) -> None:
    stage.type("Anna", "/kpi build Warehouse", "1", "Ship fast", "Complaint count", "4 5 3", "3", "skip")

    assert "stays a draft" in stage.type("Anna", "no")
