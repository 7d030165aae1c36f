"""How the bot writes by itself: everybody sees what comes and when, and says how they want it."""

from __future__ import annotations

import pytest

from tests.chat import transcript


@pytest.fixture
def people() -> tuple[str, ...]:
    return "Anna", "Li Na", "Tom"


@pytest.mark.usefixtures("built")
@transcript
def test_what_will_be_written_and_when() -> None:
    """
    > /kpi remind
    What I write to you by myself, and when next. At most 5 a week; 0 of them this week so far. Nothing
    on leave, on days off, or once you have answered.

    Values: every working day               23 Nov 2026, 16:00
    Values: every week                      30 Nov 2026, 16:00
    Values: every month                     30 Nov 2026, 16:00
    Actions due                             21 Dec 2026, 09:00
    Votes, comments, decisions, reviews     as it comes, within the hours
    Something you began to set up and left  a day later, once
    Weekly brief                            30 Nov 2026, 09:00
    A month to be closed                    1 Dec 2026, 09:00

    Values are asked for at  16:00
    Only between             09:00 – 18:00
    Second reminder          On
    Told of values missed    nobody

    [1] Another hour   [2] No second reminder   [3] Not for 1 h   [4] Not until tomorrow
    [5] Not until the next working day   [6] Fewer   [7] None   [8] Tell a deputy if I miss

    > [Another hour]
    ── Reminders ───────────────────────────────────────────────────────────────────────────────────────
    At what time?
    Such as 17:30 or 5pm, by your own clock.
    [Cancel]

    > after lunch
    ✗ I can't read “after lunch” as a time of day. Such as 17:30 or 5pm.
    At what time?
    Such as 17:30 or 5pm, by your own clock.
    [Cancel]

    > 5pm
    ✓ I ask for your values at 17:00.

    [1] Undo   [2] Reminders

    > remind
    What I write to you by myself, and when next. At most 5 a week; 0 of them this week so far. Nothing
    on leave, on days off, or once you have answered.

    Values: every working day               23 Nov 2026, 17:00
    Values: every week                      30 Nov 2026, 17:00
    Values: every month                     30 Nov 2026, 17:00
    Actions due                             21 Dec 2026, 09:00
    Votes, comments, decisions, reviews     as it comes, within the hours
    Something you began to set up and left  a day later, once
    Weekly brief                            30 Nov 2026, 09:00
    A month to be closed                    1 Dec 2026, 09:00

    Values are asked for at  17:00
    Only between             09:00 – 18:00
    Second reminder          On
    Told of values missed    nobody

    [1] Another hour   [2] No second reminder   [3] Not for 1 h   [4] Not until tomorrow
    [5] Not until the next working day   [6] Fewer   [7] None   [8] Tell a deputy if I miss
    [9] As the company has it

    -- 2026-11-23 17:30 --

    > remind
    What I write to you by myself, and when next. At most 5 a week; 0 of them this week so far. Nothing
    on leave, on days off, or once you have answered.

    Values: every working day               24 Nov 2026, 17:00
    Values: every week                      30 Nov 2026, 17:00
    Values: every month                     30 Nov 2026, 17:00
    Actions due                             21 Dec 2026, 09:00
    Votes, comments, decisions, reviews     as it comes, within the hours
    Something you began to set up and left  a day later, once
    Weekly brief                            30 Nov 2026, 09:00
    A month to be closed                    1 Dec 2026, 09:00

    Values are asked for at  17:00
    Only between             09:00 – 18:00
    Second reminder          On
    Told of values missed    nobody

    [1] Another hour   [2] No second reminder   [3] Not for 1 h   [4] Not until tomorrow
    [5] Not until the next working day   [6] Fewer   [7] None   [8] Tell a deputy if I miss
    [9] As the company has it

    > remind 20:00
    ✗ That time is outside the hours in which I may write, 09:00 to 18:00. Make those longer first.

    > remind hours 8:30-21
    ✓ I write to you between 08:30 and 21:00, on working days.

    [1] Undo   [2] Reminders

    > remind 20:00
    ✓ I ask for your values at 20:00.

    [1] Undo   [2] Reminders

    > remind 10:00-15:00
    ✓ I write to you between 10:00 and 15:00, on working days. 20:00 is outside of that, so I ask for
      your values at 14:00.

    [1] Undo   [2] Reminders

    > remind hours 18-20
    ✓ I write to you between 18:00 and 20:00, on working days. 14:00 is outside of that, so I ask for
      your values at 18:00.

    [1] Undo   [2] Reminders

    > remind hours 8:30-21
    ✓ I write to you between 08:30 and 21:00, on working days.

    [1] Undo   [2] Reminders

    > remind 20:00
    ✓ I ask for your values at 20:00.

    [1] Undo   [2] Reminders

    > remind second off
    ✓ I don't write a second time just for what is missing; it stands in the next reminder.

    [1] Undo   [2] Reminders

    > remind fewer
    ✓ I write to you by myself at most 2 times a week.

    [1] Undo   [2] Reminders

    > remind week 40
    ── Reminders ───────────────────────────────────────────────────────────────────────────────────────
    ✗ 20 at most, please.
    How many messages a week at most?
    From 0 to 20; answers do not count.
    [Cancel]

    > 1
    ✓ I write to you by myself at most once a week.

    [1] Undo   [2] Reminders

    > remind none
    ✓ I write nothing to you by myself; what you owe stands under /kpi.

    [1] Undo   [2] Reminders

    > remind
    What I write to you by myself, and when next. None for now: I only answer. Nothing on leave, on days
    off, or once you have answered.

    Values are asked for at  20:00
    Only between             08:30 – 21:00
    Second reminder          Off
    Told of values missed    nobody

    [1] Another hour   [2] Remind me twice   [3] Write to me again   [4] Tell a deputy if I miss
    [5] As the company has it

    > [As the company has it]
    ✓ As the company has it: values are asked for at 16:00, between 09:00 and 18:00, at most 5 messages
      a week.

    [1] Undo   [2] Reminders

    > undo
    ── Undo ────────────────────────────────────────────────────────────────────────────────────────────
    Take back a change of reminders (Anna)?
    [1] Yes   [2] No
    [Cancel]

    > yes
    ✓ Taken back: a change of reminders (Anna).

    [1] My day

    > remind usual
    ✓ As the company has it: values are asked for at 16:00, between 09:00 and 18:00, at most 5 messages
      a week.

    [1] Undo   [2] Reminders

    > remind usual
    It was like that already.

    [1] Reminders

    > remind perhaps
    ✗ I understood all but “perhaps”. Please leave that out, or put it another way.
    """


@pytest.mark.usefixtures("built")
@transcript
def test_a_snooze() -> None:
    """
    > remind snooze 1h
    ✓ Nothing until 23 Nov 2026, 10:00.

    [1] Undo   [2] Reminders

    > remind
    What I write to you by myself, and when next. At most 5 a week; 0 of them this week so far. Nothing
    on leave, on days off, or once you have answered.

    Nothing until 23 Nov 2026, 10:00.

    Values: every working day               23 Nov 2026, 16:00
    Values: every week                      30 Nov 2026, 16:00
    Values: every month                     30 Nov 2026, 16:00
    Actions due                             21 Dec 2026, 09:00
    Votes, comments, decisions, reviews     as it comes, once that is over
    Something you began to set up and left  a day later, once
    Weekly brief                            30 Nov 2026, 09:00
    A month to be closed                    1 Dec 2026, 09:00

    Values are asked for at  16:00
    Only between             09:00 – 18:00
    Second reminder          On
    Told of values missed    nobody

    [1] Another hour   [2] No second reminder   [3] Write to me again   [4] Fewer   [5] None
    [6] Tell a deputy if I miss   [7] As the company has it

    > remind now
    ✓ Reminders are on again: at most 5 messages a week.

    [1] Undo   [2] Reminders

    > remind snooze tomorrow
    ✓ Nothing until 24 Nov 2026, 16:00.

    [1] Undo   [2] Reminders

    -- 2026-11-27 17:00 --

    > remind snooze next working day
    ✓ Nothing until 30 Nov 2026, 16:00.

    [1] Undo   [2] Reminders

    > remind
    What I write to you by myself, and when next. At most 5 a week; 0 of them this week so far. Nothing
    on leave, on days off, or once you have answered.

    Nothing until 30 Nov 2026, 16:00.

    Values: every working day               30 Nov 2026, 16:00
    Values: every week                      30 Nov 2026, 16:00
    Values: every month                     30 Nov 2026, 16:00
    Actions due                             21 Dec 2026, 09:00
    Votes, comments, decisions, reviews     as it comes, once that is over
    Something you began to set up and left  a day later, once
    Weekly brief                            30 Nov 2026, 16:00
    A month to be closed                    1 Dec 2026, 09:00

    Values are asked for at  16:00
    Only between             09:00 – 18:00
    Second reminder          On
    Told of values missed    nobody

    [1] Another hour   [2] No second reminder   [3] Write to me again   [4] Fewer   [5] None
    [6] Tell a deputy if I miss   [7] As the company has it

    > remind snooze until spring
    ✗ “until spring” is no time that I can wait for. I can be quiet for 1 h, until tomorrow, or until
      the next working day.
    """


@pytest.mark.usefixtures("built")
@transcript
def test_none_and_then_some_again() -> None:
    """
    > remind none
    ✓ I write nothing to you by myself; what you owe stands under /kpi.

    [1] Undo   [2] Reminders

    > remind fewer
    You get none already: I write nothing to you by myself.

    [1] Write to me again   [2] Reminders

    > [Write to me again]
    ✓ Reminders are on again: at most 5 messages a week.

    [1] Undo   [2] Reminders

    > remind week 1
    ✓ I write to you by myself at most once a week.

    [1] Undo   [2] Reminders

    > remind fewer
    ✓ I write nothing to you by myself; what you owe stands under /kpi.

    [1] Undo   [2] Reminders

    > remind snooze tomorrow
    ✓ Nothing until 24 Nov 2026, 16:00.

    [1] Undo   [2] Reminders

    > remind
    What I write to you by myself, and when next. None for now: I only answer. Nothing on leave, on days
    off, or once you have answered.

    Values are asked for at  16:00
    Only between             09:00 – 18:00
    Second reminder          On
    Told of values missed    nobody

    [1] Another hour   [2] No second reminder   [3] Write to me again   [4] Tell a deputy if I miss
    [5] As the company has it

    > [Write to me again]
    ✓ As the company has it: values are asked for at 16:00, between 09:00 and 18:00, at most 5 messages
      a week.

    [1] Undo   [2] Reminders

    > remind on
    It was like that already.

    [1] Reminders

    > settings messages 0
    ✓ I write to nobody by myself. Who has said otherwise for themselves keeps that.

    [1] Undo   [2] Settings

    > remind usual
    It was like that already.

    [1] Reminders

    > remind
    What I write to you by myself, and when next. None for now: I only answer. Nothing on leave, on days
    off, or once you have answered.

    Values are asked for at  16:00
    Only between             09:00 – 18:00
    Second reminder          On
    Told of values missed    nobody

    [1] Another hour   [2] No second reminder   [3] Write to me again   [4] Tell a deputy if I miss

    > [Write to me again]
    ── Reminders ───────────────────────────────────────────────────────────────────────────────────────
    How many messages a week at most?
    From 0 to 20; answers do not count.
    [Cancel]

    > 3
    ✓ I write to you by myself at most 3 times a week.

    [1] Undo   [2] Reminders

    > remind none
    ✓ I write nothing to you by myself; what you owe stands under /kpi.

    [1] Undo   [2] Reminders

    > remind resume
    ── Reminders ───────────────────────────────────────────────────────────────────────────────────────
    How many messages a week at most?
    From 0 to 20; answers do not count.
    [Cancel]

    > 0
    It was like that already.

    [1] Reminders
    """


@pytest.mark.usefixtures("built")
@transcript
def test_who_steps_in_and_that_it_takes_a_yes() -> None:
    """
    > remind ladder on
    ✓ After 2 values missed in a row I tell your deputy. You have none yet: /kpi members deputy names
      one.

    [1] Undo   [2] Reminders

    > remind
    What I write to you by myself, and when next. At most 5 a week; 0 of them this week so far. Nothing
    on leave, on days off, or once you have answered.

    Values: every working day               23 Nov 2026, 16:00
    Values: every week                      30 Nov 2026, 16:00
    Values: every month                     30 Nov 2026, 16:00
    Actions due                             21 Dec 2026, 09:00
    Votes, comments, decisions, reviews     as it comes, within the hours
    Something you began to set up and left  a day later, once
    Weekly brief                            30 Nov 2026, 09:00
    A month to be closed                    1 Dec 2026, 09:00

    Values are asked for at  16:00
    Only between             09:00 – 18:00
    Second reminder          On
    Told of values missed    nobody yet: you have no deputy

    [1] Another hour   [2] No second reminder   [3] Not for 1 h   [4] Not until tomorrow
    [5] Not until the next working day   [6] Fewer   [7] None   [8] Tell nobody
    [9] As the company has it

    > [Tell nobody]
    ✓ Nobody is told what you miss.

    [1] Undo   [2] Reminders

    > members add Tom, Sales, member
    ✓ Tom is added (member), by share of time: Sales 100%.

    [1] Add another   [2] Undo

    > members add Li Na, Sales, head
    ✓ Li Na is added (head), by share of time: Sales 100%.

    [1] Add another   [2] Undo

    Tom: remind ladder on
    ✓ Welcome to Harbour Trading, Tom. I write to you by myself at most 5 times a week, between 09:00
      and 18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you,
      your heads and the owner see your own scores; everybody sees those of departments.

    [3] My day   [4] Help

    ✓ After 2 values missed in a row I tell Li Na, and nobody else. /kpi members deputy names somebody
      else.

    [1] Undo   [2] Reminders

    Tom: remind
    What I write to you by myself, and when next. At most 5 a week; 0 of them this week so far. Nothing
    on leave, on days off, or once you have answered.

    Votes, comments, decisions, reviews  as it comes, within the hours

    Values are asked for at  16:00
    Only between             09:00 – 18:00
    Second reminder          On
    Told of values missed    Li Na, after 2 in a row

    [1] Another hour   [2] No second reminder   [3] Not for 1 h   [4] Not until tomorrow
    [5] Not until the next working day   [6] Fewer   [7] None   [8] Tell nobody
    [9] As the company has it

    Li Na: members deputy Tom, Li Na
    ✓ Welcome to Harbour Trading, Li Na. I write to you by myself at most 5 times a week, between 09:00
      and 18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you,
      your heads and the owner see your own scores; everybody sees those of departments.

    [2] My day   [3] Help

    ✓ Li Na steps in for Tom, and hears of values missed if Tom agrees to that.

    [1] Undo

    Tom: remind
    What I write to you by myself, and when next. At most 5 a week; 0 of them this week so far. Nothing
    on leave, on days off, or once you have answered.

    Votes, comments, decisions, reviews  as it comes, within the hours

    Values are asked for at  16:00
    Only between             09:00 – 18:00
    Second reminder          On
    Told of values missed    Li Na, after 2 in a row

    [1] Another hour   [2] No second reminder   [3] Not for 1 h   [4] Not until tomorrow
    [5] Not until the next working day   [6] Fewer   [7] None   [8] Tell nobody
    [9] As the company has it

    Tom: members deputy Anna
    ✗ You can't do that; Anna (owner) can.

    Tom: members deputy
    ── Who steps in ────────────────────────────────────────────────────────────────────────────────────
    About Tom:

    Who steps in?
      1  Anna
      2  Li Na
      3  Nobody
    [Cancel]

    Tom: nobody
    ✓ Nobody steps in for Tom any more.

    [1] Undo

    > members deputy Tom Tom
    ── Who steps in ────────────────────────────────────────────────────────────────────────────────────
    About Tom:

    ✗ “Tom” is not among the choices.
    Who steps in?
      1  Anna
      2  Li Na
      3  Nobody
    [Cancel]

    > cancel
    Cancelled; nothing of /kpi members has been changed.

    > members deputy Tom, Li Na
    ✓ Li Na steps in for Tom, and hears of values missed if Tom agrees to that.

    [1] Undo

    > undo
    ── Undo ────────────────────────────────────────────────────────────────────────────────────────────
    Take back a deputy (Tom)?
    [1] Yes   [2] No
    [Cancel]

    > yes
    ✓ Taken back: a deputy (Tom).

    [1] My day

    Tom: remind ladder off
    ✓ Nobody is told what you miss.

    [1] Undo   [2] Reminders
    """


@pytest.mark.usefixtures("founded")
@transcript
def test_who_has_an_hour_of_their_own_keeps_it_within_new_hours_of_the_company() -> None:
    """
    > remind 17:00
    ✓ I ask for your values at 17:00.

    [1] Undo   [2] Reminders

    > settings quiet hours 8-15
    ✓ I write to people between 08:00 and 15:00, on working days. 16:00 is outside of that, so I ask for
      values at 14:00. Who has said otherwise for themselves keeps that.

    [1] Undo   [2] Settings

    > remind second off
    ✓ I don't write a second time just for what is missing; it stands in the next reminder.

    [1] Undo   [2] Reminders

    > remind
    What I write to you by myself, and when next. At most 5 a week; 0 of them this week so far. Nothing
    on leave, on days off, or once you have answered.

    Votes, comments, decisions, reviews     as it comes, within the hours
    Something you began to set up and left  a day later, once

    Values are asked for at  14:00
    Only between             08:00 – 15:00
    Second reminder          Off
    Told of values missed    nobody

    [1] Another hour   [2] Remind me twice   [3] Not for 1 h   [4] Not until tomorrow
    [5] Not until the next working day   [6] Fewer   [7] None   [8] Tell a deputy if I miss
    [9] As the company has it

    > remind 17:30
    ✗ That time is outside the hours in which I may write, 08:00 to 15:00. Make those longer first.
    """


@pytest.mark.usefixtures("founded")
@transcript
def test_the_company_settles_how_it_is_written_to() -> None:
    """
    > members add Tom, Sales, member
    ✓ Tom is added (member), by share of time: Sales 100%.

    [1] Add another   [2] Undo

    > settings quiet hours
    ── Hours for messages ──────────────────────────────────────────────────────────────────────────────
    Between which hours may I write to people?
    Such as 9-18, by everybody's own clock; on working days.
    [Cancel]

    > 8-17
    ✓ I write to people between 08:00 and 17:00, on working days. Who has said otherwise for themselves
      keeps that.

    [1] Undo   [2] Settings

    > settings quiet hours 8-15
    ✓ I write to people between 08:00 and 15:00, on working days. 16:00 is outside of that, so I ask for
      values at 14:00. Who has said otherwise for themselves keeps that.

    [1] Undo   [2] Settings

    > settings quiet hours 8-17
    ✓ I write to people between 08:00 and 17:00, on working days. Who has said otherwise for themselves
      keeps that.

    [1] Undo   [2] Settings

    > settings reminders 18:30
    ✗ That time is outside the hours in which I may write, 08:00 to 17:00. Make those longer first.

    > settings reminders 16:30
    ✓ I ask for values at 16:30. Who has said otherwise for themselves keeps that.

    [1] Undo   [2] Settings

    > settings messages 3
    ✓ I write to nobody by myself more than 3 times a week. Who has said otherwise for themselves keeps
      that.

    [1] Undo   [2] Settings

    > settings ladder 0
    ✓ Nobody is told what others miss. Who has said otherwise for themselves keeps that.

    [1] Undo   [2] Settings

    > remind
    What I write to you by myself, and when next. At most 3 a week; 0 of them this week so far. Nothing
    on leave, on days off, or once you have answered.

    Votes, comments, decisions, reviews     as it comes, within the hours
    Something you began to set up and left  a day later, once

    Values are asked for at  16:30
    Only between             08:00 – 17:00
    Second reminder          On
    Told of values missed    nobody

    [1] Another hour   [2] No second reminder   [3] Not for 1 h   [4] Not until tomorrow
    [5] Not until the next working day   [6] Fewer   [7] None

    > settings
    How Harbour Trading counts and works.

    Working days             Monday, Tuesday, Wednesday, Thursday and Friday
    Holidays                 China
    Time zone                Asia/Shanghai
    Currency                 Chinese Yuan
    Fiscal year              begins in January
    Leaderboard of people    Off
    Leaderboard from         5 with a score
    Leaderboard shows        the first 3 places
    Leaderboard covers       This month
    Small company            On (by the number of people: below 30, fewer KPIs)
    Hours for messages       08:00 – 17:00
    Values are asked for at  16:30
    Messages a week          at most 3 each
    Values missed are told   never
    Grades                   S, A, B, C and D
    Team's share             0%
    Gates                    none
    Two-way tables           none
    Posts in channels        none

    Press one to change it, or type it, such as /kpi settings fiscal year April.

    [1] Working days   [2] Holidays   [3] Time zone   [4] Currency   [5] Fiscal year
    [6] Leaderboard of people   [7] Leaderboard from   [8] Leaderboard shows   [9] Leaderboard covers
    [10] Small company   [11] Hours for messages   [12] Values are asked for at   [13] Messages a week
    [14] Values missed are told   [15] Grades   [16] Team's share   [17] Gates   [18] Two-way tables
    [19] Posts in channels

    Tom: settings messages 9
    ✓ Welcome to Harbour Trading, Tom. I write to you by myself at most 3 times a week, between 08:00
      and 17:00 on working days, and not while you are on leave; /kpi remind changes that. Only you,
      your heads and the owner see your own scores; everybody sees those of departments.

    [1] My day   [2] Help

    ✗ You can't do that; Anna (owner) can.
    """


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("people", [("安娜", "汤姆")], ids=["zh"])
@transcript
def test_the_same_in_chinese() -> None:
    """
    > 提醒
    我会主动给你发的消息，以及下次的时间。每周最多 5 条，本周已发 0 条。请假、放假或已经填报时不会打扰
    你。

    待填报（每个工作日）    2026年11月23日 16:00
    待填报（每周）          2026年11月30日 16:00
    待填报（每月）          2026年11月30日 16:00
    到期的行动              2026年12月21日 09:00
    投票、评论、决定、评审  随时，在允许时段内
    开了头没做完的设置      一天后，只提醒一次
    每周简报                2026年11月30日 09:00
    月度结算                2026年12月1日 09:00

    提醒填报的时间  16:00
    允许时段        09:00～18:00
    再次提醒        开启
    漏填告诉谁      不告诉任何人

    [1] 换个时间   [2] 不再提醒第二次   [3] 1 小时内别提醒   [4] 明天再提醒   [5] 下个工作日再提醒
    [6] 少发些   [7] 不要提醒   [8] 漏填时告诉代办人

    > 提醒 下午5点半
    ✓ 以后在 17:30 提醒你填报。

    [1] 撤销   [2] 提醒设置

    > 提醒 稍后 明天
    ✓ 2026年11月24日 17:30 之前不再提醒。

    [1] 撤销   [2] 提醒设置

    > 提醒
    我会主动给你发的消息，以及下次的时间。每周最多 5 条，本周已发 0 条。请假、放假或已经填报时不会打扰
    你。

    2026年11月24日 17:30 之前不再提醒。

    待填报（每个工作日）    2026年11月24日 17:30
    待填报（每周）          2026年11月30日 17:30
    待填报（每月）          2026年11月30日 17:30
    到期的行动              2026年12月21日 09:00
    投票、评论、决定、评审  暂停结束后，在允许时段内
    开了头没做完的设置      一天后，只提醒一次
    每周简报                2026年11月30日 09:00
    月度结算                2026年12月1日 09:00

    提醒填报的时间  17:30
    允许时段        09:00～18:00
    再次提醒        开启
    漏填告诉谁      不告诉任何人

    [1] 换个时间   [2] 不再提醒第二次   [3] 恢复提醒   [4] 少发些   [5] 不要提醒   [6] 漏填时告诉代办人
    [7] 恢复公司默认

    > 提醒 少些
    ✓ 以后每周最多主动给你发 2 条消息。

    [1] 撤销   [2] 提醒设置

    > 提醒 10点到15点
    ✓ 以后只在工作日 10:00 至 15:00 给你发消息。17:30 不在这个时段内，填报提醒改到 14:00。

    [1] 撤销   [2] 提醒设置

    > 提醒 再次 关
    ✓ 没填的不再单独提醒第二次，下次提醒时一并列出。

    [1] 撤销   [2] 提醒设置

    > 提醒 少一点
    ✓ 以后每周最多主动给你发 1 条消息。

    [1] 撤销   [2] 提醒设置

    > 提醒 少发点
    ✓ 以后不再主动给你发消息，待填报的数据可用 /kpi 查看。

    [1] 撤销   [2] 提醒设置

    > 提醒 不要
    本来就是这样，没有改动。

    [1] 提醒设置

    > 成员 添加 汤姆，销售部，成员
    ✓ 已添加：汤姆（成员），部门和工作时间占比：销售 100%。

    [1] 再加一位   [2] 撤销

    > 成员 代办 我，汤姆
    ✓ 安娜不在时由汤姆代办；本人同意后，漏填也会告诉汤姆。

    [1] 撤销

    > 提醒 代办 开
    ✓ 连续 2 次未填后，我只告诉汤姆，不告诉其他人。要换人，可用 /kpi 成员 代办 指定代办人。

    [1] 撤销   [2] 提醒设置

    > 提醒 不要
    本来就是这样，没有改动。

    [1] 提醒设置

    > 提醒 少一点
    现在本来就不会主动给你发消息，没法再少了。

    [1] 恢复提醒   [2] 提醒设置

    > [恢复提醒]
    ✓ 已恢复提醒，每周最多 5 条。

    [1] 撤销   [2] 提醒设置

    > 提醒 恢复
    ✓ 已恢复公司默认：16:00 提醒填报，时段 09:00 至 18:00，每周最多 5 条。

    [1] 撤销   [2] 提醒设置

    > 设置 工作时间 9点到18点半
    ✓ 以后只在工作日 09:00 至 18:30 给大家发消息。已自行设置的成员不受影响。

    [1] 撤销   [2] 设置

    > 设置 漏填 3
    ✓ 连续漏填 3 次后告诉代办人（没有代办人就告诉负责人），须本人同意。已自行设置的成员不受影响。

    [1] 撤销   [2] 设置

    > 设置
    海港贸易的设置

    工作日        周一、周二、周三、周四、周五
    节假日        中国
    时区          Asia/Shanghai
    货币          人民币
    财年          从1月开始
    个人排行榜    关闭
    排行榜人数    有得分的满 5 个才排名
    排行榜名次    公布前 3 名
    排行榜周期    本月
    小公司模式    开启（按人数：不足 30 人时指标从简）
    消息时段      09:00～18:30
    提醒时间      16:00
    每周消息数    每人最多 5 条
    漏填告知      连续 3 次后，须本人同意
    等级          S、A、B、C、D
    部门得分占比  0%
    一票否决项    无
    二维评分表    无
    定时推送      没有

    点按钮即可修改，也可直接输入，如 /kpi 设置 财年 4月。

    [1] 工作日   [2] 节假日   [3] 时区   [4] 货币   [5] 财年   [6] 个人排行榜   [7] 排行榜人数
    [8] 排行榜名次   [9] 排行榜周期   [10] 小公司模式   [11] 消息时段   [12] 提醒时间   [13] 每周消息数
    [14] 漏填告知   [15] 等级   [16] 部门得分占比   [17] 一票否决项   [18] 二维评分表   [19] 定时推送
    """
