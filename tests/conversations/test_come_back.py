"""A dialog that comes back to sight asks its question, and tells nobody again what was wrong long ago."""

from __future__ import annotations

import pytest

from tests.chat import transcript


@pytest.mark.usefixtures("founded")
@transcript
def test_what_was_refused_is_forgotten() -> None:
    """
    > /kpi members add Li Na, Sales, member
    ...
    > /kpi members add Li Na, Service
    ...
    > 100%
    ✗ Something has to be left for their other departments: less than 100%, please.
    ...
    > help
    Answer with a number, such as 1200, 3.5k or 12%. back changes the answer before, skip leaves an
    optional one out, cancel ends /kpi members. Any command, such as /kpi report or /kpi help, works in
    between: the dialog waits.

    ── A member ────────────────────────────────────────────────────────────────────────────────────────
    Li Na already works in Sales (100%). Where it would be more than 100% of their time, that gets less.

    ✗ Something has to be left for their other departments: less than 100%, please.
    How much of their time?
    Such as 30%.
    [Back] [Cancel]

    > /kpi members Sales
    ...
    > continue
    ── A member ────────────────────────────────────────────────────────────────────────────────────────
    Li Na already works in Sales (100%). Where it would be more than 100% of their time, that gets less.

    How much of their time?
    Such as 30%.
    [Back] [Cancel]

    > 30%
    ...
    > /kpi away gibberish
    ── Away ────────────────────────────────────────────────────────────────────────────────────────────
    ✗ I can't read days away in “gibberish”. Try: until Wednesday, 24 Dec to 2 Jan, tomorrow, 3 days.
    When?
    Such as until Wednesday, 24 Dec to 2 Jan, tomorrow, 3 days.
    [Cancel]

    > /kpi members Sales
    ...
    > /kpi away
    ── Away ────────────────────────────────────────────────────────────────────────────────────────────
    When?
    Such as until Wednesday, 24 Dec to 2 Jan, tomorrow, 3 days.
    [Cancel]
    """


@pytest.mark.parametrize("people", [("安娜",)])
@pytest.mark.usefixtures("founded")
@transcript
def test_the_same_in_chinese() -> None:
    """
    > /kpi 成员 添加 李娜
    ...
    > 财务
    ✗ 选项里没有“财务”。
    属于哪个部门？
    不属于任何部门的（如会计），可以跳过。
      1  销售
      2  客服
      3  仓储
    ↵ –
    [返回] [跳过] [取消]

    > /kpi 成员 销售
    ...
    > 继续
    ── 成员 ────────────────────────────────────────────────────────────────────────────────────────────
    关于李娜：

    属于哪个部门？
    不属于任何部门的（如会计），可以跳过。
      1  销售
      2  客服
      3  仓储
    ↵ –
    [返回] [跳过] [取消]
    """


@pytest.mark.usefixtures("built")
@transcript
def test_what_was_understood_stays() -> None:
    """
    -- 2026-11-25 09:00 --

    > /kpi actual
    ...
    > 51k
    ...
    > fifty-two and a bit
    ✗ “fifty-two and a bit” is no number that I can read. Please type it like 1200, 3.5k or 12%.
    Sales revenue, 25 Nov 2026
    Target CN¥1,200,000 every month
      [Not applicable]
    ↵ –
    [Back] [Skip] [Cancel]

    > /kpi report
    ...
    > continue
    ── Your values ─────────────────────────────────────────────────────────────────────────────────────
    Sales revenue, 25 Nov 2026
    Target CN¥1,200,000 every month
      [Not applicable]
    ↵ –
    [Back] [Skip] [Cancel]

    > back
    Sales revenue, 24 Nov 2026
    Target CN¥1,200,000 every month
      [Not applicable]
    ↵ 51000
    [Skip] [Cancel]
    """
