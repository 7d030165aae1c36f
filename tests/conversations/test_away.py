"""Leave: said, shown, changed, ended early; one's own and that of one's people."""

from __future__ import annotations

import pytest

from tests.chat import transcript

pytestmark = pytest.mark.usefixtures("built")


@pytest.fixture
def people() -> tuple[str, ...]:
    return "Anna", "Li Na", "Tom"


@transcript
def test_somebody_is_away_and_back() -> None:
    """
    > /kpi away
    ── Away ────────────────────────────────────────────────────────────────────────────────────────────
    When?
    Such as until Wednesday, 24 Dec to 2 Jan, tomorrow, 3 days.
    [Cancel]

    > someday
    ✗ I can't read days away in “someday”. Try: until Wednesday, 24 Dec to 2 Jan, tomorrow, 3 days.
    When?
    Such as until Wednesday, 24 Dec to 2 Jan, tomorrow, 3 days.
    [Cancel]

    > until Wed
    ✓ You are away from 23 Nov 2026 to 25 Nov 2026. I ask for nothing that falls on these days, and your
      own targets shrink with them.

    [1] Undo

    > /kpi away
    One leave is known. What falls due on these days is not asked for.

    Name  From         To
    ──────────────────────────────
    Anna  23 Nov 2026  25 Nov 2026

    [1] Say when   [2] I'm back

    > away until Friday
    ✓ You are away from 23 Nov 2026 to 27 Nov 2026. I ask for nothing that falls on these days, and your
      own targets shrink with them.

    [1] Undo

    > 24 Dec to 2 Jan
    I don't understand “24 Dec to 2 Jan”. /kpi help shows what I do understand.

    > away 24 Dec to 2 Jan
    ✓ You are away from 24 Dec 2026 to 2 Jan 2027. I ask for nothing that falls on these days, and your
      own targets shrink with them.

    [1] Undo

    > away
    2 leaves are known. What falls due on these days is not asked for.

    Name  From         To
    ──────────────────────────────
    Anna  23 Nov 2026  27 Nov 2026
    Anna  24 Dec 2026  2 Jan 2027

    [1] Say when   [2] I'm back   [3] Cancel 24 Dec 2026

    > [Cancel 24 Dec 2026]
    ✓ Cancelled: your leave from 24 Dec 2026 to 2 Jan 2027. Other leave: 23 Nov 2026 to 27 Nov 2026.

    [1] Undo

    > I'm back!
    ✓ Good to have you back.

    [1] Undo

    > /kpi undo
    ✓ Taken back: your leave from 23 Nov 2026 to 27 Nov 2026 stands again.

    [1] My day

    > /kpi away remove 1 Mar
    There is no leave on 1 Mar 2027.
    """


@transcript
def test_leave_that_has_not_begun_is_cancelled() -> None:
    """
    > /kpi away 24 Nov to 26 Nov
    ✓ You are away from 24 Nov 2026 to 26 Nov 2026. I ask for nothing that falls on these days, and your
      own targets shrink with them.

    [1] Undo

    > away 24 Dec
    ✓ You are away on 24 Dec 2026. I ask for nothing that falls on these days, and your own targets
      shrink with them.

    [1] Undo

    > away back
    You are not away today. Leave still to come: 24 Nov 2026 to 26 Nov 2026; 24 Dec 2026.

    [1] Cancel 24 Nov 2026   [2] Cancel 24 Dec 2026

    > [Cancel 24 Nov 2026]
    ✓ Cancelled: your leave from 24 Nov 2026 to 26 Nov 2026. Other leave: 24 Dec 2026.

    [1] Undo

    > I'm back
    You are not away today. Leave still to come: 24 Dec 2026.

    [1] Cancel 24 Dec 2026

    > [Cancel 24 Dec 2026]
    ✓ Cancelled: your leave on 24 Dec 2026.

    [1] Undo

    > I'm back
    Good to have you here; you are not down as away.

    > away today
    ✓ You are away on 23 Nov 2026. I ask for nothing that falls on these days, and your own targets
      shrink with them.

    [1] Undo

    > I'm back
    ✓ Good to have you back.

    [1] Undo

    > /kpi members add Tom, Sales, member
    ✓ Tom is added (member), by share of time: Sales 100%.

    [1] Add another   [2] Undo

    > away Tom 24 Dec to 2 Jan
    ✓ Tom is away from 24 Dec 2026 to 2 Jan 2027. I ask for nothing that falls on these days, and their
      own targets shrink with them.

    [1] Undo

    > away Tom back
    Tom is not away, as far as I know. Leave still to come: 24 Dec 2026 to 2 Jan 2027.

    [1] Cancel 24 Dec 2026

    > [Cancel 24 Dec 2026]
    ✓ Cancelled: the leave of Tom from 24 Dec 2026 to 2 Jan 2027.

    [1] Undo
    """


@transcript
def test_nothing_is_owed_for_days_away() -> None:
    """
    -- 2026-12-01 17:00 --
    > /kpi away 2026-11-30 to 2026-12-01
    ✓ You are away from 30 Nov 2026 to 1 Dec 2026. I ask for nothing that falls on these days, and your
      own targets shrink with them.

    [1] Undo

    > /kpi
    Hello Anna. 4 values are waiting for you:

    KPI                 Period         Last time           Target
    ─────────────────────────────────────────────────────────────
    New customers won   week 48, 2026              12 every month
    Win rate            November 2026        29%              30%
    Key-account visits  week 48, 2026              44 every month
    cold calls made     week 48, 2026             420 every month

    There is no score for December 2026 yet.

    [1] Enter my values   [2] Report   [3] Why?   [4] Help

    > /kpi actual sales revenue
    ── Your values ─────────────────────────────────────────────────────────────────────────────────────
    Sales revenue, 1 Dec 2026
    Target CN¥1,200,000 every month
      [Not applicable]
      [I was away]
    ↵ –
    [Skip] [Cancel]

    > cancel
    Cancelled; “sales revenue” is not entered.

    > sales revenue 30 Nov away
    ✓ Thank you. I understood:

      KPI            Period       Value  Before
      ─────────────────────────────────────────
      Sales revenue  30 Nov 2026   away

    [1] Undo   [2] Report   [3] Why?
    """


@transcript
def test_a_head_says_it_for_their_people() -> None:
    """
    > /kpi members add Li Na, Sales, head
    ✓ Li Na is added (head), by share of time: Sales 100%.

    [1] Add another   [2] Undo

    > /kpi members add Tom, Sales, member
    ✓ Tom is added (member), by share of time: Sales 100%.

    [1] Add another   [2] Undo

    Li Na: away Tom until Wednesday
    ✓ Welcome to Harbour Trading, Li Na. I write to you by myself at most 5 times a week, between 09:00
      and 18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you,
      your heads and the owner see your own scores; everybody sees those of departments.

    [2] My day   [3] Help

    ✓ Tom is away from 23 Nov 2026 to 25 Nov 2026. I ask for nothing that falls on these days, and their
      own targets shrink with them.

    [1] Undo

    Li Na: away
    One leave is known. What falls due on these days is not asked for.

    Name  From         To
    ──────────────────────────────
    Tom   23 Nov 2026  25 Nov 2026

    [1] Say when

    Tom: /kpi away Li Na tomorrow
    ✓ Welcome to Harbour Trading, Tom. I write to you by myself at most 5 times a week, between 09:00
      and 18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you,
      your heads and the owner see your own scores; everybody sees those of departments.

    [1] My day   [2] Help

    ✗ You can't do that; Li Na (head) or Anna (owner) can.

    Tom: /kpi away
    One leave is known. What falls due on these days is not asked for.

    Name  From         To
    ──────────────────────────────
    Tom   23 Nov 2026  25 Nov 2026

    [1] Say when   [2] I'm back

    Li Na: away Tom back
    ✓ Tom is back.

    [1] Undo

    Li Na: away Tom back
    Tom is not away, as far as I know.
    """


class TestChinese:
    @pytest.fixture
    def people(self) -> tuple[str, ...]:
        return "安娜", "李娜"

    @transcript
    def test_somebody_is_away_and_back(self) -> None:
        """
        > /kpi 请假
        ── 请假 ────────────────────────────────────────────────────────────────────────────────────────────
        请哪几天？
        如到周三、12月24日到1月2日、明天、3天。
        [取消]

        > 改天
        ✗ 没看懂“改天”是哪几天。可以这样写：到周三、12月24日到1月2日、明天、3天。
        请哪几天？
        如到周三、12月24日到1月2日、明天、3天。
        [取消]

        > 到周三
        ✓ 你2026年11月23日至2026年11月25日请假，已记下。这些日子的数据不会催填，个人目标按在岗天数折算。

        [1] 撤销

        > 请假
        共有 1 段请假，这些日子的数据不会催填。

        姓名  开始            结束
        ────────────────────────────────────
        安娜  2026年11月23日  2026年11月25日

        [1] 请假   [2] 我回来了

        > 请假 从12月24日到1月2日
        ✓ 你2026年12月24日至2027年1月2日请假，已记下。这些日子的数据不会催填，个人目标按在岗天数折算。

        [1] 撤销

        > 请假 昨天
        ✓ 已补记：你2026年11月22日请假。

        [1] 撤销

        > 请假 下周
        ✓ 你2026年11月30日至2026年12月6日请假，已记下。这些日子的数据不会催填，个人目标按在岗天数折算。

        [1] 撤销

        > 我回来了
        ✓ 已记下。其余请假：2026年11月30日至2026年12月6日；2026年12月24日至2027年1月2日。

        [1] 撤销

        > 我回来了
        你今天没有请假。还没开始的请假：2026年11月30日至2026年12月6日；2026年12月24日至2027年1月2日。

        [1] 取消2026年11月30日的请假   [2] 取消2026年12月24日的请假

        > [取消2026年11月30日的请假]
        ✓ 已取消2026年11月30日至2026年12月6日的请假。其余请假：2026年12月24日至2027年1月2日。

        [1] 撤销

        > 请假 下周
        ✓ 你2026年11月30日至2026年12月6日请假，已记下。这些日子的数据不会催填，个人目标按在岗天数折算。

        [1] 撤销

        > /kpi 成员 添加 李娜，销售，成员
        ✓ 已添加：李娜（成员），部门和工作时间占比：销售 100%。

        [1] 再加一位   [2] 撤销

        > 请假 李娜到周五
        ✓ 李娜2026年11月23日至2026年11月27日请假，已记下。这些日子的数据不会催填，个人目标按在岗天数折算。

        [1] 撤销

        安娜: /kpi 请假
        共有 3 段请假，这些日子的数据不会催填。

        姓名  开始            结束
        ────────────────────────────────────
        安娜  2026年11月30日  2026年12月6日
        安娜  2026年12月24日  2027年1月2日
        李娜  2026年11月23日  2026年11月27日

        [1] 请假   [2] 取消2026年11月30日的请假   [3] 取消2026年12月24日的请假

        李娜: /kpi 请假 安娜 明天
        ✓ 李娜，欢迎加入“海港贸易”！我每周最多主动给你发 5 条消息，只在工作日 09:00 至 18:00 发，请假时不打
          扰；要改就用 /kpi 提醒。个人得分只有你自己、部门负责人和老板能看到，部门得分大家都能看到。

        [1] 今日待办   [2] 帮助

        ✗ 你没有这项权限，如有需要请联系安娜（老板）。
        """
