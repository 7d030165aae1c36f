"""What is said beside an open question: it means what it means, and is no answer to what is not on the screen."""

from __future__ import annotations

import pytest

from tests.chat import transcript


@pytest.fixture
def people() -> tuple[str, ...]:
    return "Anna", "Li Na"


@pytest.mark.usefixtures("built")
@transcript
def test_what_a_question_does_not_take_is_taken_as_what_it_is() -> None:
    """
    > /kpi actual sales 1.2m
    ...
    > thanks
    You're welcome.

    /kpi actual is still open; it waits where you left it.

    [1] Continue

    > hi
    ...
    > key-account visits 38
    ✓ Thank you. I understood:

      KPI                 Period             Value  Before
      ────────────────────────────────────────────────────
      Key-account visits  week 47, 2026  38 visits

    [1] Undo   [2] Report   [3] Why?

    /kpi actual is still open; it waits where you left it.

    [4] Continue

    > new customers won ¥3,000
    “/kpi actual sales 1.2m” is left; nothing of it has been written down. Now to what you typed:

    ── Your values ─────────────────────────────────────────────────────────────────────────────────────
    ✗ “new customers won ¥3,000” is an amount of money; this is not counted in money.
    New customers won, week 47, 2026
    Target 12 every month
      [Not applicable]
    ↵ –
    [Skip] [Cancel]

    > cancel
    Cancelled; “new customers won ¥3,000” is not entered.

    > revenue 99999999
    ── Just to be sure ─────────────────────────────────────────────────────────────────────────────────
    Sales revenue: I read CN¥99,999,999. By target and values so far I expected about CN¥57,143. Perhaps
    CN¥99,999.999 (three digits too many)?

    Which value is right for Sales revenue?
      1  CN¥99,999,999
      2  CN¥99,999.999
      3  CN¥9,999.9999
    Or another value
    [Back] [Cancel]

    > revenue 1.2m
    ── Just to be sure ─────────────────────────────────────────────────────────────────────────────────
    Sales revenue: I read CN¥1,200,000. By target and values so far I expected about CN¥57,143. Perhaps
    CN¥120,000 (a digit too many)?

    Which value is right for Sales revenue?
      1  CN¥1,200,000
      2  CN¥120,000
      3  CN¥12,000
    Or another value
    [Back] [Cancel]

    > revenue 99999999
    ✓ Thank you. I understood:

      KPI            Period               Value  Before
      ─────────────────────────────────────────────────
      Sales revenue  23 Nov 2026  CN¥99,999,999

    [1] Undo   [2] Report   [3] Why?

    > cold calls made 420
    ✓ Thank you. I understood:

      KPI              Period         Value  Before
      ─────────────────────────────────────────────
      cold calls made  week 47, 2026    420

    [1] Undo   [2] Report   [3] Why?

    > thank you
    You're welcome.

    > report sales
    ...
    > cancel
    There is no dialog open.
    """


@pytest.mark.parametrize("people", [("安娜",)])
@pytest.mark.usefixtures("built")
@transcript
def test_the_same_in_chinese() -> None:
    """
    > /kpi 填报 客户 12
    ── 哪个指标？ ──────────────────────────────────────────────────────────────────────────────────────
    “客户 12”说的是哪个指标？

    你指的是哪个指标？
      1  新增客户数      销售
      2  大客户拜访次数  销售
    [取消]

    > 谢谢
    不客气，有需要随时叫我。

    /kpi 填报 还没完成，进度已保留。

    [1] 继续

    > 你好
    ...
    > 大客户拜访次数 38
    ✓ 收到，谢谢！我的理解是：

      指标            周期           数值  之前
      ─────────────────────────────────────────
      大客户拜访次数  2026年第47周  38 次

    [1] 撤销   [2] 看报告   [3] 为什么？

    /kpi 填报 还没完成，进度已保留。

    [4] 继续

    > 电话邀约 ￥3,000
    “/kpi 填报 客户 12”先不记了。刚输入的这条：

    ── 填报数据 ────────────────────────────────────────────────────────────────────────────────────────
    ✗ “电话邀约 ¥3,000”是金额，而这一项不是金额。
    电话邀约，2026年第47周
    目标 每月 420
      [不适用]
    ↵ –
    [跳过] [取消]

    > 取消
    已取消，“电话邀约 ￥3,000”没有记下。
    """


@pytest.mark.usefixtures("founded")
@transcript
def test_a_number_chooses_nothing_that_is_no_longer_on_the_screen() -> None:
    """
    > /kpi language
    ── Language ────────────────────────────────────────────────────────────────────────────────────────
    Which language would you like to read?
      1  English
      2  中文 (Chinese)
    [Cancel]

    > /kpi members
    Only you so far.

    Name  Role   Works in (share of time)
    ─────────────────────────────────────
    Anna  Owner

    [1] Add somebody   [2] Who has come

    > /kpi history
    No KPI has changed since it was first agreed. For the values of one: /kpi history and its name.

    > 2
    ── Language ────────────────────────────────────────────────────────────────────────────────────────
    Which language would you like to read?
      1  English
      2  中文 (Chinese)
    [Cancel]

    > 中文
    ✓ 好的，以后用中文。

    [1] 今日待办
    """


@pytest.mark.usefixtures("founded")
@transcript
def test_whoever_is_handed_a_dialog_sees_its_question_first() -> None:
    """
    > /kpi members add Li Na, Sales, head
    ...
    > /kpi build Sales
    ...
    > Sell abroad
    ...
    > hand over to Li Na
    Li Na has /kpi build now, with everything answered so far. It waits in their chat.

    Li Na: hi
    ✓ Welcome to Harbour Trading, Li Na. I write to you by myself at most 5 times a week, between 09:00
      and 18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you,
      your heads and the owner see your own scores; everybody sees those of departments.

    [1] My day   [2] Help

    Anna has handed /kpi build over to you, with everything answered so far. It goes on here:

    ── What the department is there for 2/5 ────────────────────────────────────────────────────────────
    What is Sales there for? Each of its KPIs belongs to a company goal.

    What does it add to that goal?
    One sentence, such as: win 40 new customers and keep the old ones.
    [Back] [Cancel]

    Li Na: Win 40 new customers
    ...
    Li Na: hand over to Anna
    Anna has /kpi build now, with everything answered so far. It waits in their chat.

    > /kpi report
    Harbour Trading, November 2026: no score yet.

    There are no KPIs yet. The owner or the head of a department can begin with /kpi build.

    [1] Period before

    Li Na has handed /kpi build over to you, with everything answered so far. It waits for you.

    [2] Continue

    > 1
    Harbour Trading, October 2026: no score yet.

    There are no KPIs yet. The owner or the head of a department can begin with /kpi build.

    [1] Period before

    Li Na has handed /kpi build over to you, with everything answered so far. It waits for you.

    [2] Continue

    > back
    ...
    """


@pytest.mark.parametrize("people", [("安娜", "李娜")])
@pytest.mark.usefixtures("founded")
@transcript
def test_a_handed_dialog_in_chinese() -> None:
    """
    > /kpi 成员 添加 李娜，销售，负责人
    ...
    > /kpi 建模 销售
    ...
    > 开拓海外
    ...
    > 转交给李娜
    /kpi 建模 已转交给李娜，之前的回答都保留，对方可以接着做。

    李娜: 你好
    ✓ 李娜，欢迎加入“海港贸易”！我每周最多主动给你发 5 条消息，只在工作日 09:00 至 18:00 发，请假时不打
      扰；要改就用 /kpi 提醒。个人得分只有你自己、部门负责人和老板能看到，部门得分大家都能看到。

    [1] 今日待办   [2] 帮助

    安娜把 /kpi 建模 转交给你了，之前的回答都保留。接着往下：

    ── 部门目标 2/5 ────────────────────────────────────────────────────────────────────────────────────
    销售要为公司做到什么？指标要对应公司目标。

    部门要为这个目标做到什么？
    一句话即可，例如：新增 40 家客户，老客户不流失。
    [返回] [取消]
    """


@pytest.mark.usefixtures("built")
@transcript
def test_whatever_is_more_than_a_value_is_taken_back_only_when_that_is_wanted() -> None:
    """
    > key-account visits 38
    ...
    > undo
    ...
    > undo
    ── Undo ────────────────────────────────────────────────────────────────────────────────────────────
    Take back publishing KPIs (Sales)?
    [1] Yes   [2] No
    [Cancel]

    > no
    Nothing was taken back.

    > undo
    ── Undo ────────────────────────────────────────────────────────────────────────────────────────────
    Take back publishing KPIs (Sales)?
    [1] Yes   [2] No
    [Cancel]

    > yes
    ✓ Taken back: publishing KPIs (Sales).

    [1] My day

    > undo
    ── Undo ────────────────────────────────────────────────────────────────────────────────────────────
    Take back the strategy (Grow revenue by 20 % within a year, Halve quality complaints)?
    [1] Yes   [2] No
    [Cancel]

    > sure
    ✓ Taken back: the strategy (Grow revenue by 20 % within a year, Halve quality complaints).

    [1] My day
    """


@pytest.mark.parametrize("people", [("安娜",)])
@pytest.mark.usefixtures("built")
@transcript
def test_taking_back_in_chinese() -> None:
    """
    > 撤销
    ── 撤销 ────────────────────────────────────────────────────────────────────────────────────────────
    确认撤销“KPI 发布（销售）”吗？
    [1] 是   [2] 否
    [取消]

    > 不要
    没有撤销，一切照旧。

    > 撤销
    ── 撤销 ────────────────────────────────────────────────────────────────────────────────────────────
    确认撤销“KPI 发布（销售）”吗？
    [1] 是   [2] 否
    [取消]

    > 好的
    ✓ 已撤销：KPI 发布（销售）。

    [1] 今日待办
    """


@transcript
def test_a_company_without_a_name_is_told_how_to_begin() -> None:
    """
    > /kpi report
    Hello Anna. I help a company agree on a few good KPIs, ask people for their numbers, and show where
    things stand and why.
    I ask for what is due, remind once of what is missing, and never write more often than somebody
    wants. A person's own score is seen only by them, their head and the owner.
    Begin with /kpi start; it takes four short answers.

    [1] Set the company up   [2] 中文   [3] Help

    > /kpi why
    Hello Anna. I help a company agree on a few good KPIs, ask people for their numbers, and show where
    things stand and why.
    I ask for what is due, remind once of what is missing, and never write more often than somebody
    wants. A person's own score is seen only by them, their head and the owner.
    Begin with /kpi start; it takes four short answers.

    [1] Set the company up   [2] 中文   [3] Help
    """


@pytest.mark.usefixtures("built")
@transcript
def test_the_beginning_of_a_name_is_enough_and_guesses_have_buttons() -> None:
    """
    > /kpi why revenu
    Sales revenue, November 2026

    No value is due yet.

    [1] History   [2] Report

    > /kpi history win
    How Win rate was agreed, and what was entered, newest first.

    No.  In force from  Target  Weight  By    Reason
    ────────────────────────────────────────────────
    1    1 Nov 2026        30%      20  Anna

    Period          Value  By    Entered      Note
    ──────────────────────────────────────────────
    October 2026      29%  Anna  23 Nov 2026
    September 2026    26%  Anna  23 Nov 2026
    August 2026       28%  Anna  23 Nov 2026
    July 2026         31%  Anna  23 Nov 2026
    June 2026         24%  Anna  23 Nov 2026

    [1] Report

    > /kpi report revnue last month
    ✗ There is nothing called “revnue”. Perhaps Sales revenue or Warehouse?

    [1] Sales revenue   [2] Warehouse

    > 1
    ✗ Sales revenue is not measured in October 2026.

    > /kpi repot Sales
    ✗ There is no command “repot”. Perhaps report, export or target? /kpi help lists them.

    [1] report   [2] export   [3] target

    > 1
    Sales, November 2026: no score yet.

    KPI                      Actual        Target  Score  Weight  Trend
    ────────────────────────────────────────────────────────────────────
    Sales revenue       not due yet  CN¥1,200,000             40  ··▃█▁·
    New customers won   not due yet            12             20  ··▅▁█·
    Win rate            not due yet           30%             20  ▁█▅▃▆·
    Key-account visits  not due yet            44             10  ··▃█▁·
    cold calls made     not due yet           420             10  ··▃█▁·

    [1] Sales revenue   [2] New customers won   [3] Win rate   [4] Key-account visits
    [5] cold calls made   [6] Company   [7] Period before

    > /kpi help repot
    ✗ There is no command “repot”. Perhaps report, export or target? /kpi help lists them.

    [1] report   [2] export   [3] target
    """


@pytest.mark.parametrize("people", [("安娜",)])
@pytest.mark.usefixtures("built")
@transcript
def test_beginnings_of_names_in_chinese() -> None:
    """
    > /kpi 历史 赢单
    赢单率的历次设定，以及填报记录（由近到远）。

    版本  生效日期       目标  权重  操作人  原因
    ─────────────────────────────────────────────
    1     2026年11月1日   30%    20  安娜

    周期        数值  操作人  填报日期        备注
    ──────────────────────────────────────────────
    2026年10月   29%  安娜    2026年11月23日
    2026年9月    26%  安娜    2026年11月23日
    2026年8月    28%  安娜    2026年11月23日
    2026年7月    31%  安娜    2026年11月23日
    2026年6月    24%  安娜    2026年11月23日

    [1] 看报告

    > /kpi 报告 销收入
    ✗ 没有找到“销收入”。是不是“销售收入”？

    [1] 销售收入

    > /kpi 语言 英文
    ✓ From now on you read English.

    [1] My day
    """


@pytest.mark.usefixtures("built")
@transcript
def test_a_head_with_several_hats_sees_where_most_of_their_time_goes() -> None:
    """
    > /kpi members add Li Na, Service, head
    ...
    Li Na: /kpi report
    ✓ Welcome to Harbour Trading, Li Na. I write to you by myself at most 5 times a week, between 09:00
      and 18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you,
      your heads and the owner see your own scores; everybody sees those of departments.

    [3] My day   [4] Help

    Harbour Trading, November 2026: no score yet.

    Department        Score  Weight scored
    ──────────────────────────────────────
    Sales       not due yet             0%

    [1] Sales   [2] Period before

    > /kpi members add Li Na, Sales, 30%
    ...
    Li Na: /kpi report
    Sales, November 2026: no score yet.

    KPI                      Actual        Target  Score  Weight  Trend
    ────────────────────────────────────────────────────────────────────
    Sales revenue       not due yet  CN¥1,200,000             40  ··▃█▁·
    New customers won   not due yet            12             20  ··▅▁█·
    Win rate            not due yet           30%             20  ▁█▅▃▆·
    Key-account visits  not due yet            44             10  ··▃█▁·
    cold calls made     not due yet           420             10  ··▃█▁·

    [1] Sales revenue   [2] New customers won   [3] Win rate   [4] Key-account visits
    [5] cold calls made   [6] Company   [7] Period before
    """


@pytest.mark.usefixtures("founded")
@transcript
def test_what_was_refused_is_not_suggested_when_the_question_is_shown_again() -> None:
    """
    > /kpi build Sales
    ...
    > Sell abroad
    ...
    > Win 40 new customers
    ...
    > Sales revenue
    ...
    > 12 thirteen
    ✗ “thirteen” is no number that I can read. Please type it like 1200, 3.5k or 12%.
    What were its last values, one for every month?
    Oldest first, with spaces between them; one is enough, twelve are better. If nobody knows any, skip
    it.
    ↵ –
    [Back] [Skip] [Cancel]

    > help
    From the last values I see what is usual, and suggest a target that can be reached; they also show
    that somebody has the number. Just type the answer. back changes the answer before, skip leaves an
    optional one out, cancel ends /kpi build. Any command, such as /kpi report or /kpi help, works in
    between: the dialog waits.

    ── Are there numbers? 4/5 ──────────────────────────────────────────────────────────────────────────
    Sales revenue: Sales invoiced in the period, without tax. Once it is in force a value is entered
    every working day; for the time before one every month will do, and scores nothing.

    ✗ “thirteen” is no number that I can read. Please type it like 1200, 3.5k or 12%.
    What were its last values, one for every month?
    Oldest first, with spaces between them; one is enough, twelve are better. If nobody knows any, skip
    it.
    ↵ –
    [Back] [Skip] [Cancel]

    > 12 13
    ...
    > 14
    ...
    > skip
    ...
    > no
    ✗ Then it stays a draft. Go back to change it, or leave it: it waits here for 14 days.
    Put this in force?
    [1] Yes   [2] No
    [Back] [Cancel]

    > help
    From then on values are asked for and scores are computed; everything can be changed later. Answer
    yes or no. back changes the answer before, skip leaves an optional one out, cancel ends /kpi build.
    Any command, such as /kpi report or /kpi help, works in between: the dialog waits.

    ── Ready? 5/5 ──────────────────────────────────────────────────────────────────────────────────────
    This is the draft for Sales. Goal: Win 40 new customers

    KPI            Target  Weight
    ─────────────────────────────
    Sales revenue   CN¥14     100

    No action is planned yet. Not covered of the balanced scorecard: customer, process, learning and
    growth.

    ✗ Then it stays a draft. Go back to change it, or leave it: it waits here for 14 days.
    Put this in force?
    [1] Yes   [2] No
    [Back] [Cancel]

    >
    """


@pytest.mark.usefixtures("built")
@transcript
def test_values_may_stand_after_the_prefix() -> None:
    """
    > /kpi new customers 9, sales revenue 17.2万
    ✓ Thank you. I understood 2 values:

      KPI                Period               Value  Before
      ─────────────────────────────────────────────────────
      New customers won  week 47, 2026  9 customers
      Sales revenue      23 Nov 2026     CN¥172,000

    [1] Undo   [2] Report   [3] Why?

    > /kpi revenue 3.6k
    ── Just to be sure ─────────────────────────────────────────────────────────────────────────────────
    Sales revenue: I read CN¥3,600. By target and values so far I expected about CN¥57,143. Perhaps
    CN¥36,000 (a digit too few)?

    Which value is right for Sales revenue?
      1  CN¥3,600
      2  CN¥36,000
      3  CN¥360,000
    Or another value
    [Back] [Cancel]

    > /kpi visits 12
    ✓ Thank you. I understood:

      KPI                 Period             Value  Before
      ────────────────────────────────────────────────────
      Key-account visits  week 47, 2026  12 visits

    [1] Undo   [2] Report   [3] Why?

    /kpi actual is still open; it waits where you left it.

    [4] Continue

    > /kpi repot 12
    ✗ There is no command “repot”. Perhaps report, export or target? /kpi help lists them.

    [1] report   [2] export   [3] target
    """


@pytest.mark.usefixtures("built")
@transcript
def test_a_list_leads_back_to_the_dialog_of_its_command() -> None:
    """
    > /kpi members add
    ── A member ────────────────────────────────────────────────────────────────────────────────────────
    What is their name?
    All in one line will do: Li Na, Sales, member, 60%.
    [Cancel]

    > /kpi report Sales
    ...
    > /kpi members
    Only you so far.

    Name  Role   Works in (share of time)
    ─────────────────────────────────────
    Anna  Owner

    [1] Add somebody   [2] Who has come

    /kpi members is still open; it waits where you left it.

    [3] Continue

    > [Continue]
    ── A member ────────────────────────────────────────────────────────────────────────────────────────
    What is their name?
    All in one line will do: Li Na, Sales, member, 60%.
    [Cancel]

    > Tom
    ── A member ────────────────────────────────────────────────────────────────────────────────────────
    About Tom:

    In which department?
    Skip it for somebody who works for the whole company, such as the bookkeeper.
      1  Sales
      2  Service
      3  Warehouse
    ↵ –
    [Back] [Skip] [Cancel]

    > /kpi language 中文
    ✓ 好的，以后用中文。

    [1] 今日待办

    /kpi 成员 还没完成，进度已保留。

    [2] 继续

    > /kpi 成员
    目前只有你一个人。

    姓名  角色  所在部门（工作时间占比）
    ────────────────────────────────────
    Anna  老板

    [1] 添加成员   [2] 谁已加入

    /kpi 成员 还没完成，进度已保留。

    [3] 继续

    > [继续]
    ── 成员 ────────────────────────────────────────────────────────────────────────────────────────────
    关于Tom：

    属于哪个部门？
    不属于任何部门的（如会计），可以跳过。
      1  销售
      2  Service
      3  Warehouse
    ↵ –
    [返回] [跳过] [取消]
    """
