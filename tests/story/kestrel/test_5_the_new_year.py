"""January: somebody new comes by a code, quiet is asked for, and December goes to the bank on paper."""

from __future__ import annotations

from tests.chat import transcript


@transcript
def test_a_somebody_new_comes_by_a_code() -> None:
    """
    -- 2027-01-11 09:00 --
    Tom: /kpi invite Nina, Sales, member
    Nina is a member now. Send this to Nina, and to nobody else: whoever types it is Nina here. It works
    once, until 18 Jan 2027.

    /kpi join K000-0000-0001

    [1] Withdraw   [2] Who has come

    nina_k: hello
    ✗ I know nobody called “nina_k”. Perhaps Nina?

    nina_k: join K000-0000-0001
    ✓ Welcome to Kestrel Bikes, Nina. This account is yours from now on. I write to you by myself at
      most 5 times a week, between 09:00 and 18:00 on working days, and not while you are on leave; /kpi
      remind changes that. Only you, your heads and the owner see your own scores; everybody sees those
      of departments.

    [1] My day   [2] Help

    nina_k: /kpi
    Hello Nina. Nothing is waiting for you today.

    Your score for December 2026: 109.1. What moved it since November 2026: Sales revenue (+7.9), test
    rides (+7.8), New customers won (+6.0).

    [1] Report   [2] Why?   [3] Help

    Tom: /kpi
    Nina is here now, with the code that you made, and has been told how I work.

    [12] Who has come

    Hello Tom. Nothing is waiting for you today.

    Your scorecard of October 2026 is in review: look at it, and say whether you agree.

    Your scorecard of November 2026 is in review: look at it, and say whether you agree.

    Your scorecard of December 2026 is in review: look at it, and say whether you agree.

    Your scorecard of Q3 FY2027 is in review: look at it, and say whether you agree.

    October 2026: one scorecard waits to be closed by you (1 agreed to).

    Q3 FY2027: 3 scorecards wait to be closed by you (0 agreed to).

    November 2026: 3 scorecards wait to be closed by you (0 agreed to).

    December 2026: 3 scorecards wait to be closed by you (0 agreed to).

    Your score for December 2026: 109.1. What moved it since November 2026: Sales revenue (+7.9), test
    rides (+7.8), New customers won (+6.0).

    [1] My scorecard of October 2026   [2] My scorecard of November 2026
    [3] My scorecard of December 2026   [4] My scorecard of Q3 FY2027   [5] Reviews of October 2026
    [6] Reviews of Q3 FY2027   [7] Reviews of November 2026   [8] Reviews of December 2026   [9] Report
    [10] Why?   [11] Help

    Tom: invite
    11 of 13 have come. /kpi invite Li Na makes a code for somebody, who is added if they are new.

    Name   State
    ─────────────────────────────
    Sam    not invited
    Ola    not invited
    Grace  here since 5 Oct 2026
    Tom    here since 5 Oct 2026
    Priya  here since 6 Oct 2026
    Luis   here since 6 Oct 2026
    美玲   here since 5 Oct 2026
    Ben    here since 6 Oct 2026
    Kofi   here since 12 Oct 2026
    Ruth   here since 6 Oct 2026
    Jack   here since 5 Oct 2026
    Dana   here since 5 Oct 2026
    Nina   here since 11 Jan 2027

    [1] Another account of mine
    """


@transcript
def test_b_reminders_and_a_day_of_quiet() -> None:
    """
    -- 2027-01-12 10:00 --
    Priya: /kpi remind
    What I write to you by myself, and when next. At most 5 a week; 0 of them this week so far. Nothing
    on leave, on days off, or once you have answered.

    Values: every working day            12 Jan 2027, 16:00
    Values: every week                   18 Jan 2027, 16:00
    Votes, comments, decisions, reviews  as it comes, within the hours

    Values are asked for at  16:00
    Only between             09:00 – 18:00
    Second reminder          On
    Told of values missed    nobody

    [1] Another hour   [2] No second reminder   [3] Not for 1 h   [4] Not until tomorrow
    [5] Not until the next working day   [6] Fewer   [7] None   [8] Tell Tom if I miss

    Priya: remind snooze tomorrow
    ✓ Nothing until 13 Jan 2027, 16:00.

    [1] Undo   [2] Reminders

    Priya: remind
    What I write to you by myself, and when next. At most 5 a week; 0 of them this week so far. Nothing
    on leave, on days off, or once you have answered.

    Nothing until 13 Jan 2027, 16:00.

    Values: every working day            13 Jan 2027, 16:00
    Values: every week                   18 Jan 2027, 16:00
    Actions due                          13 Jan 2027, 16:00
    Votes, comments, decisions, reviews  as it comes, once that is over

    Values are asked for at  16:00
    Only between             09:00 – 18:00
    Second reminder          On
    Told of values missed    nobody

    [1] Another hour   [2] No second reminder   [3] Write to me again   [4] Fewer   [5] None
    [6] Tell Tom if I miss   [7] As the company has it

    Priya: [Write to me again]
    ✓ Reminders are on again: at most 5 messages a week.

    [1] Undo   [2] Reminders

    nina_k: remind
    What I write to you by myself, and when next. At most 5 a week; 0 of them this week so far. Nothing
    on leave, on days off, or once you have answered.

    Votes, comments, decisions, reviews  as it comes, within the hours

    Values are asked for at  16:00
    Only between             09:00 – 18:00
    Second reminder          On
    Told of values missed    nobody

    [1] Another hour   [2] No second reminder   [3] Not for 1 h   [4] Not until tomorrow
    [5] Not until the next working day   [6] Fewer   [7] None   [8] Tell Tom if I miss
    """


@transcript
def test_c_december_on_paper() -> None:
    """
    -- 2027-01-13 09:00 --
    > /kpi export pdf company 2026-12
    Here it is, with what you may see:

    ⤓ Kestrel_Bikes-2026-12.pdf

    Tom: export pdf Sales 2026-12
    Here it is, with what you may see:

    ⤓ Sales-2026-12.pdf

    nina_k: export pdf company 2026-12
    Here it is, with what you may see:

    ⤓ Kestrel_Bikes-2026-12.pdf

    nina_k: export pdf @Priya 2026-12
    ✗ You can't do that; Tom (head), Grace (owner) or Priya (member) can.
    """
