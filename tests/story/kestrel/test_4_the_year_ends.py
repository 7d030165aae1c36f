"""The third month and the quarter: closed, opened once more, and taken home as a file."""

from __future__ import annotations

from tests.chat import transcript


@transcript
def test_a_december_comes_in() -> None:
    """
    -- 2027-01-04 09:00 --
    Priya: import december.csv
    ✗ You can't do that; Grace (owner) can.

    > import december.csv
    ── Values of a file ────────────────────────────────────────────────────────────────────────────────
    december.csv: 52 new values.

    New, the first of them (47 more follow):

    KPI            Period       Value
    ─────────────────────────────────
    Sales revenue  1 Dec 2026  £4,480
    Sales revenue  2 Dec 2026  £4,310
    Sales revenue  3 Dec 2026  £4,620
    Sales revenue  4 Dec 2026  £5,210
    Sales revenue  7 Dec 2026  £4,390

    2 values are far off the usual; are they right?

    week 53, 2026, test rides: I read 9. It is usually between 17 and 27.

    week 53, 2026, bikes finished: I read 6. It is usually between 15 and 17.

    Write them down?
    [1] Yes   [2] No
    [Cancel]

    > yes
    ✓ Thank you. I understood 52 values:

      KPI            Period                            Value  Before
      ──────────────────────────────────────────────────────────────
      Sales revenue  1 Dec 2026    £4,480 (december.csv, C2)
      Sales revenue  2 Dec 2026    £4,310 (december.csv, C3)
      Sales revenue  3 Dec 2026    £4,620 (december.csv, C4)
      Sales revenue  4 Dec 2026    £5,210 (december.csv, C5)
      Sales revenue  7 Dec 2026    £4,390 (december.csv, C6)
      Sales revenue  8 Dec 2026    £4,550 (december.csv, C7)
      Sales revenue  9 Dec 2026    £4,720 (december.csv, C8)
      Sales revenue  10 Dec 2026   £4,280 (december.csv, C9)
      Sales revenue  11 Dec 2026  £5,640 (december.csv, C10)
      Sales revenue  14 Dec 2026  £4,830 (december.csv, C11)
      Sales revenue  15 Dec 2026  £4,470 (december.csv, C12)
      Sales revenue  16 Dec 2026  £4,910 (december.csv, C13)
      Sales revenue  17 Dec 2026  £5,320 (december.csv, C14)
      Sales revenue  18 Dec 2026  £4,750 (december.csv, C15)
      Sales revenue  21 Dec 2026  £4,660 (december.csv, C16)
      Sales revenue  22 Dec 2026  £5,080 (december.csv, C17)
      Sales revenue  23 Dec 2026  £4,940 (december.csv, C18)
      Sales revenue  24 Dec 2026  £5,510 (december.csv, C19)
      Sales revenue  29 Dec 2026  £3,120 (december.csv, C20)
      Sales revenue  30 Dec 2026  £3,890 (december.csv, C21)

      And 32 more; all of them are in the history.

    [1] Undo   [2] Report   [3] Why?

    Tom: repeat 34%
    ✓ Thank you. I understood:

      KPI                   Period         Value  Before
      ──────────────────────────────────────────────────
      Repeat purchase rate  December 2026    34%

    [1] Undo   [2] Report   [3] Why?

    Jack: /kpi
    Hello Jack. Nothing is waiting for you today.

    2 actions are due: Call back within the hour when a bike has come back twice (30 Oct 2026), other
    pads from the old supplier (4 Dec 2026).

    Complaints was red in October 2026 and stands at 120.0 now. Has it helped?

    Your scorecard of October 2026 is in review: look at it, and say whether you agree.

    Your scorecard of November 2026 is in review: look at it, and say whether you agree.

    Your score for December 2026: 114.1. What moved it since November 2026: Complaints (+60.0), First
    response time (+15.8), Customer satisfaction (+6.7).

    [1] Plan   [2] Has it helped?   [3] My scorecard of October 2026   [4] My scorecard of November 2026
    [5] Report   [6] Why?   [7] Help

    Jack: /kpi plan again complaints
    ── Looking again ───────────────────────────────────────────────────────────────────────────────────
    In October 2026 Complaints was red: The new brake pads squeal in the rain, seven came back. What was
    to be done: other pads from the old supplier (open, due 4 Dec 2026). In December 2026 it stands at
    120.0.

    Has it helped?
      1  It has helped
      2  Not yet, it goes on
      3  Something else is needed
    [Cancel]

    Jack: 1
    ✓ Good to hear. That is noted beside Complaints.

    [1] Undo   [2] Report

    > /kpi report 2026-Q4
    Kestrel Bikes, Q4 2026: 101.3 of 100, grade A.

    Department          Score                Weight scored
    ──────────────────────────────────────────────────────
    ▲ Sales             103.9  ██████████│            100%
    ▲ Workshop          112.8  ██████████│▎           100%
    ● Customer service   87.2  ████████▊ │            100%

    Not in yet: Workshop (2 values), Customer service (2 values).

    [1] Why?   [2] Brief   [3] Sales   [4] Workshop   [5] Customer service   [6] Period before

    > [Customer service]
    Customer service, Q4 2026: 87.2 of 100, grade C.

    KPI                            Actual      Target  Score               Weight  Trend
    ─────────────────────────────────────────────────────────────────────────────────────
    ● Complaints                       15          13   84.6  ████████▌ │      50  ······
    ● First response time    34.3 minutes  30 minutes   85.8  ████████▋ │      30  ·····▄
    ▲ Customer satisfaction          4.27         4.3   95.6  █████████▌│      20  ···▁█▇

    Not in yet: Complaints (1 value), First response time (1 value).

    [1] Why?   [2] Brief   [3] Complaints   [4] First response time   [5] Customer satisfaction
    [6] Company   [7] Period before

    > /kpi report complaints 2026-Q4
    Complaints, Q4 2026: 84.6 of 100. 12 of 14 values are in. The target is 15 for the whole of Q4 2026,
    13 for the values that are in.

    KPI           Actual  Target  Score               Weight  Trend
    ────────────────────────────────────────────────────────────────
    ● Complaints      15      13   84.6  ████████▌ │      50  ······

    Department  Customer service
    Entered by  Jack
    Counted as  Complaints received
    Source      Ticket or complaint log
    How often   Every week

    October 2026 was red: The new brake pads squeal in the rain, seven came back (Jack). Action: other
    pads from the old supplier (open, due 4 Dec 2026). It has helped.

    Action plan
    What                                                       Who   Due
    ─────────────────────────────────────────────────────────────────────────────────────
    Call back within the hour when a bike has come back twice  Jack  30 Oct 2026, overdue
    other pads from the old supplier                           Jack  4 Dec 2026, overdue

    [1] Why?   [2] Enter a value   [3] Chart   [4] History   [5] Customer service   [6] Period before

    > [Why?]
    Complaints, Q4 2026: 84.6

    Value       15 complaints (sum of 12 values)
    Counted as  Complaints received
    Target      13 complaints: 5 complaints for October 2026 × 3/5 + 5 complaints for November 2026 + 5
                complaints for December 2026
    Agreed      version 1, in force from 1 Oct 2026
    Weight      50 of 100

    On the line from 13 (100.0 points) to 18.2 (60.0 points): 100.0 − 40.0 × (15 − 13) / (18.2 − 13) =
    84.6.

    October 2026 was red: The new brake pads squeal in the rain, seven came back (Jack). Action: other
    pads from the old supplier (open, due 4 Dec 2026). It has helped.

    [1] History   [2] Report
    """


@transcript
def test_b_december_is_closed() -> None:
    """
    -- 2027-01-05 09:00 --
    Tom: /kpi close begin
    ✓ The review of December 2026 has begun for 4 scorecards. Those whose they are hear of it and are
      asked for a word.

    [1] All scorecards

    Tom: /kpi close freeze Sales
    ── Points by hand ──────────────────────────────────────────────────────────────────────────────────
    Sales, December 2026: 109.1, grade A (coefficient 1.2).

    Are there points to add or to take off?
    Each with its reason, such as: +3 helped service out; -1 reports late. Skip if there are none.
    ↵ –
    [Skip] [Cancel]

    Tom:
    ── Grade ───────────────────────────────────────────────────────────────────────────────────────────
    In all: 109.1, grade A (coefficient 1.2).

    Close it with which grade?
      1  A, by the points
      2  S                 by hand; coefficient 1.5
      3  B                 by hand; coefficient 1
      4  C                 by hand; coefficient 0.8
      5  D                 by hand; coefficient 0
    [Back] [Cancel]

    Tom: 1
    ✓ Sales, December 2026, is closed: 109.1, grade A (coefficient 1.2). The scorecard stays as it is
      from now on, with everything that explains it.

    [1] Show the scorecard   [2] All scorecards

    Ben: /kpi close begin
    ✓ The review of December 2026 has begun for 4 scorecards. Those whose they are hear of it and are
      asked for a word.

    [1] All scorecards

    Ben: /kpi close freeze Workshop
    ── Points by hand ──────────────────────────────────────────────────────────────────────────────────
    Workshop, December 2026: 116.6, grade S (coefficient 1.5).

    Are there points to add or to take off?
    Each with its reason, such as: +3 helped service out; -1 reports late. Skip if there are none.
    ↵ –
    [Skip] [Cancel]

    Ben:
    ── Grade ───────────────────────────────────────────────────────────────────────────────────────────
    In all: 116.6, grade S (coefficient 1.5).

    Close it with which grade?
      1  S, by the points
      2  A                 by hand; coefficient 1.2
      3  B                 by hand; coefficient 1
      4  C                 by hand; coefficient 0.8
      5  D                 by hand; coefficient 0
    [Back] [Cancel]

    Ben: 1
    ✓ Workshop, December 2026, is closed: 116.6, grade S (coefficient 1.5). The scorecard stays as it is
      from now on, with everything that explains it.

    [1] Show the scorecard   [2] All scorecards

    Ruth: /kpi close begin
    ✓ The review of December 2026 has begun for 2 scorecards. Those whose they are hear of it and are
      asked for a word.

    [1] All scorecards

    Ruth: /kpi close freeze Customer service
    ── Points by hand ──────────────────────────────────────────────────────────────────────────────────
    Customer service, December 2026: 114.1, grade S (coefficient 1.5).

    Are there points to add or to take off?
    Each with its reason, such as: +3 helped service out; -1 reports late. Skip if there are none.
    ↵ –
    [Skip] [Cancel]

    Ruth:
    ── Grade ───────────────────────────────────────────────────────────────────────────────────────────
    In all: 114.1, grade S (coefficient 1.5).

    Close it with which grade?
      1  S, by the points
      2  A                 by hand; coefficient 1.2
      3  B                 by hand; coefficient 1
      4  C                 by hand; coefficient 0.8
      5  D                 by hand; coefficient 0
    [Back] [Cancel]

    Ruth: 1
    ✓ Customer service, December 2026, is closed: 114.1, grade S (coefficient 1.5). The scorecard stays
      as it is from now on, with everything that explains it.

    [1] Show the scorecard   [2] All scorecards

    > /kpi close begin company
    ✓ The review of December 2026 has begun for 4 scorecards. Those whose they are hear of it and are
      asked for a word.

    [1] All scorecards

    > /kpi close freeze company
    ── Points by hand ──────────────────────────────────────────────────────────────────────────────────
    Kestrel Bikes, December 2026: 113.3, grade S (coefficient 1.5).

    Are there points to add or to take off?
    Each with its reason, such as: +3 helped service out; -1 reports late. Skip if there are none.
    ↵ –
    [Skip] [Cancel]

    >
    ── Grade ───────────────────────────────────────────────────────────────────────────────────────────
    In all: 113.3, grade S (coefficient 1.5).

    Close it with which grade?
      1  S, by the points
      2  A                 by hand; coefficient 1.2
      3  B                 by hand; coefficient 1
      4  C                 by hand; coefficient 0.8
      5  D                 by hand; coefficient 0
    [Back] [Cancel]

    > 1
    ✓ Kestrel Bikes, December 2026, is closed: 113.3, grade S (coefficient 1.5). The scorecard stays as
      it is from now on, with everything that explains it.

    [1] Show the scorecard   [2] All scorecards
    """


@transcript
def test_c_the_first_quarter_is_closed() -> None:
    """
    -- 2027-01-06 09:00 --
    Tom: /kpi close Sales 2026-Q4
    December 2026 is being reviewed. This is your scorecard; a word of yours on it is welcome before
    your head adds theirs.

    Tom, December 2026: 109.1 of 100, grade A.

    Department  Share  Score               Weight scored
    ────────────────────────────────────────────────────
    ▲ Sales      100%  109.1  ██████████│           100%

    In review: 109.1, grade A (coefficient 1.2).

    [7] I agree   [8] I don't agree   [9] Comment   [10] Why?

    Sales, Q4 2026: 4 not begun, 0 in review, 0 closed.

    Whose score  Score  State  Comments  Agrees
    ───────────────────────────────────────────
    Sales        103.9  Open
    Priya        103.9  Open
    Luis         103.9  Open
    美玲          97.2  Open

    [1] Begin the review   [2] October 2026   [3] November 2026   [4] December 2026
    [5] Clean up the KPIs   [6] Period before

    Tom: [Begin the review]
    ✓ The review of Q4 2026 has begun for 4 scorecards. Those whose they are hear of it and are asked
      for a word.

    [1] All scorecards

    bot -> Luis:
    December 2026 is being reviewed. This is your scorecard; a word of yours on it is welcome before
    your head adds theirs.

    Luis, December 2026: 109.1 of 100, grade A.

    Department  Share  Score               Weight scored
    ────────────────────────────────────────────────────
    ▲ Sales      100%  109.1  ██████████│           100%

    In review: 109.1, grade A (coefficient 1.2).

    [1] I agree   [2] I don't agree   [3] Comment   [4] Why?

    Q4 2026 is being reviewed. This is your scorecard; a word of yours on it is welcome before your head
    adds theirs.

    Luis, Q4 2026: 103.9 of 100, grade A.

    Department  Share  Score               Weight scored
    ────────────────────────────────────────────────────
    ▲ Sales      100%  103.9  ██████████│           100%

    In review: 103.9, grade A (coefficient 1.2).

    [5] I agree   [6] I don't agree   [7] Comment   [8] Why?

    Luis: /kpi close comment 2026-Q4
    ── Your comment ────────────────────────────────────────────────────────────────────────────────────
    What is there to say about this period?
    What went well, what got in the way, what comes next.
    [Cancel]

    Luis: Three months of rides in a notebook; next year I want them in the calendar
    ✓ Thank you. It stands with the scorecard.

    [1] Show the scorecard

    Luis: /kpi close agree 2026-Q4
    ✓ Thank you, that is settled for you.

    [1] Show the scorecard

    Tom: /kpi close comment Luis 2026-Q4
    ── Your comment ────────────────────────────────────────────────────────────────────────────────────
    What is there to say about this period?
    What went well, what got in the way, what comes next.
    [Cancel]

    Tom: The best quarter of test rides we had. Thank you
    ✓ Thank you. It stands with the scorecard.

    [1] Show the scorecard

    Tom: /kpi close freeze Sales 2026-Q4
    ── Points by hand ──────────────────────────────────────────────────────────────────────────────────
    Sales, Q4 2026: 103.9, grade A (coefficient 1.2).

    Are there points to add or to take off?
    Each with its reason, such as: +3 helped service out; -1 reports late. Skip if there are none.
    ↵ –
    [Skip] [Cancel]

    Tom: skip
    ── Grade ───────────────────────────────────────────────────────────────────────────────────────────
    In all: 103.9, grade A (coefficient 1.2).

    Close it with which grade?
      1  A, by the points
      2  S                 by hand; coefficient 1.5
      3  B                 by hand; coefficient 1
      4  C                 by hand; coefficient 0.8
      5  D                 by hand; coefficient 0
    [Back] [Cancel]

    Tom: 1
    ✓ Sales, Q4 2026, is closed: 103.9, grade A (coefficient 1.2). The scorecard stays as it is from now
      on, with everything that explains it.

    [1] Show the scorecard   [2] All scorecards

    Tom: /kpi close freeze Luis 2026-Q4
    ── Points by hand ──────────────────────────────────────────────────────────────────────────────────
    Luis, Q4 2026: 103.9, grade A (coefficient 1.2).

    Are there points to add or to take off?
    Each with its reason, such as: +3 helped service out; -1 reports late. Skip if there are none.
    ↵ –
    [Skip] [Cancel]

    Tom: skip
    ── Grade ───────────────────────────────────────────────────────────────────────────────────────────
    In all: 103.9, grade A (coefficient 1.2).

    Close it with which grade?
      1  A, by the points
      2  S                 by hand; coefficient 1.5
      3  B                 by hand; coefficient 1
      4  C                 by hand; coefficient 0.8
      5  D                 by hand; coefficient 0
    [Back] [Cancel]

    Tom: 1
    ✓ Luis, Q4 2026, is closed: 103.9, grade A (coefficient 1.2). The scorecard stays as it is from now
      on, with everything that explains it.

    [1] Show the scorecard   [2] All scorecards

    bot -> Luis:
    Your scorecard of Q4 2026 is closed.

    Luis, Q4 2026: 103.9 of 100, grade A.

    Department  Share  Score               Weight scored
    ────────────────────────────────────────────────────
    ▲ Sales      100%  103.9  ██████████│           100%

    Closed: 103.9, grade A (coefficient 1.2).

    Name  Comment
    ────────────────────────────────────────────────────────────────────────────────
    Luis  Three months of rides in a notebook; next year I want them in the calendar
    Tom   The best quarter of test rides we had. Thank you

    You agree.

    [1] I don't agree   [2] Why?

    Ben: /kpi close start 2026-Q4
    December 2026 is being reviewed. This is your scorecard; a word of yours on it is welcome before
    your head adds theirs.

    Ben, December 2026: 116.6 of 100, grade S.

    Department  Share  Score                Weight scored
    ─────────────────────────────────────────────────────
    ▲ Workshop   100%  116.6  ██████████│▋           100%

    In review: 116.6, grade S (coefficient 1.5).

    [2] I agree   [3] I don't agree   [4] Comment   [5] Why?

    ✓ The review of Q4 2026 has begun for 4 scorecards. Those whose they are hear of it and are asked
      for a word.

    [1] All scorecards

    Ben: /kpi close freeze Workshop 2026-Q4
    ── Points by hand ──────────────────────────────────────────────────────────────────────────────────
    Workshop, Q4 2026: 112.8, grade S (coefficient 1.5).

    Are there points to add or to take off?
    Each with its reason, such as: +3 helped service out; -1 reports late. Skip if there are none.
    ↵ –
    [Skip] [Cancel]

    Ben: skip
    ── Grade ───────────────────────────────────────────────────────────────────────────────────────────
    In all: 112.8, grade S (coefficient 1.5).

    Close it with which grade?
      1  S, by the points
      2  A                 by hand; coefficient 1.2
      3  B                 by hand; coefficient 1
      4  C                 by hand; coefficient 0.8
      5  D                 by hand; coefficient 0
    [Back] [Cancel]

    Ben: 1
    ✓ Workshop, Q4 2026, is closed: 112.8, grade S (coefficient 1.5). The scorecard stays as it is from
      now on, with everything that explains it.

    [1] Show the scorecard   [2] All scorecards

    Ruth: /kpi close start 2026-Q4
    December 2026 is being reviewed. This is your scorecard; a word of yours on it is welcome before
    your head adds theirs.

    Ruth, December 2026: 114.1 of 100, grade S.

    Department          Share  Score                Weight scored
    ─────────────────────────────────────────────────────────────
    ▲ Customer service   100%  114.1  ██████████│▍           100%

    In review: 114.1, grade S (coefficient 1.5).

    [2] I agree   [3] I don't agree   [4] Comment   [5] Why?

    ✓ The review of Q4 2026 has begun for 2 scorecards. Those whose they are hear of it and are asked
      for a word.

    [1] All scorecards

    Ruth: /kpi close freeze Customer service 2026-Q4
    ── Points by hand ──────────────────────────────────────────────────────────────────────────────────
    Customer service, Q4 2026: 87.2, grade C (coefficient 0.8).

    Are there points to add or to take off?
    Each with its reason, such as: +3 helped service out; -1 reports late. Skip if there are none.
    ↵ –
    [Skip] [Cancel]

    Ruth: skip
    ── Grade ───────────────────────────────────────────────────────────────────────────────────────────
    In all: 87.2, grade C (coefficient 0.8).

    Close it with which grade?
      1  C, by the points
      2  S                 by hand; coefficient 1.5
      3  A                 by hand; coefficient 1.2
      4  B                 by hand; coefficient 1
      5  D                 by hand; coefficient 0
    [Back] [Cancel]

    Ruth: 1
    ✓ Customer service, Q4 2026, is closed: 87.2, grade C (coefficient 0.8). The scorecard stays as it
      is from now on, with everything that explains it.

    [1] Show the scorecard   [2] All scorecards

    > /kpi close start company 2026-Q4
    ✓ The review of Q4 2026 has begun for 4 scorecards. Those whose they are hear of it and are asked
      for a word.

    [1] All scorecards

    > /kpi close freeze company 2026-Q4
    ── Points by hand ──────────────────────────────────────────────────────────────────────────────────
    Kestrel Bikes, Q4 2026: 101.3, grade A (coefficient 1.2).

    Are there points to add or to take off?
    Each with its reason, such as: +3 helped service out; -1 reports late. Skip if there are none.
    ↵ –
    [Skip] [Cancel]

    > skip
    ── Grade ───────────────────────────────────────────────────────────────────────────────────────────
    In all: 101.3, grade A (coefficient 1.2).

    Close it with which grade?
      1  A, by the points
      2  S                 by hand; coefficient 1.5
      3  B                 by hand; coefficient 1
      4  C                 by hand; coefficient 0.8
      5  D                 by hand; coefficient 0
    [Back] [Cancel]

    > 1
    ✓ Kestrel Bikes, Q4 2026, is closed: 101.3, grade A (coefficient 1.2). The scorecard stays as it is
      from now on, with everything that explains it.

    [1] Show the scorecard   [2] All scorecards

    > /kpi report 2026-Q4
    Kestrel Bikes, Q4 2026: 101.3 of 100, grade A.

    Department          Score                Weight scored
    ──────────────────────────────────────────────────────
    ▲ Sales             103.9  ██████████│            100%
    ▲ Workshop          112.8  ██████████│▎           100%
    ● Customer service   87.2  ████████▊ │            100%

    Not in yet: Workshop (2 values), Customer service (2 values).

    [1] Why?   [2] Brief   [3] Sales   [4] Workshop   [5] Customer service   [6] Period before
    """


@transcript
def test_d_it_is_opened_once_more() -> None:
    """
    -- 2027-01-07 09:00 --
    Priya: new customers 4 2026-W52
    December 2026 is being reviewed. This is your scorecard; a word of yours on it is welcome before
    your head adds theirs.

    Priya, December 2026: 109.1 of 100, grade A.

    Department  Share  Score               Weight scored
    ────────────────────────────────────────────────────
    ▲ Sales      100%  109.1  ██████████│           100%

    In review: 109.1, grade A (coefficient 1.2).

    [1] I agree   [2] I don't agree   [3] Comment   [4] Why?

    Q4 2026 is being reviewed. This is your scorecard; a word of yours on it is welcome before your head
    adds theirs.

    Priya, Q4 2026: 103.9 of 100, grade A.

    Department  Share  Score               Weight scored
    ────────────────────────────────────────────────────
    ▲ Sales      100%  103.9  ██████████│           100%

    In review: 103.9, grade A (coefficient 1.2).

    [5] I agree   [6] I don't agree   [7] Comment   [8] Why?

    ✗ Nothing changes in December 2026 any more: it is closed. Tom (head) or Grace (owner) can reopen
      it.

    > /kpi close reopen Sales 2026-Q4
    ── Reopen ──────────────────────────────────────────────────────────────────────────────────────────
    Why is it opened again?
    It stands with the scorecard, and the person reads it.
    [Cancel]

    > A customer of the last week of December was written down in January
    ✓ Sales, Q4 2026, is open again, with your reason beside it. So are 2 scorecards that rest on it.

    [1] Show the scorecard   [2] All scorecards

    bot -> Luis:
    Your scorecard of Q4 2026 is open again: A customer of the last week of December was written down in
    January

    Luis, Q4 2026: 103.9 of 100, grade A.

    Department  Share  Score               Weight scored
    ────────────────────────────────────────────────────
    ▲ Sales      100%  103.9  ██████████│           100%

    In review: 103.9, grade A (coefficient 1.2).

    Opened again by Grace: A customer of the last week of December was written down in January

    Before that it had:

    Name  Comment
    ────────────────────────────────────────────────────────────────────────────────
    Luis  Three months of rides in a notebook; next year I want them in the calendar
    Tom   The best quarter of test rides we had. Thank you

    You agree.

    [1] I agree   [2] I don't agree   [3] Comment   [4] Why?

    Priya: new customers 4 2026-W52
    ✗ Nothing changes in December 2026 any more: it is closed. Tom (head) or Grace (owner) can reopen
      it.

    > /kpi close reopen Sales 2026-12
    ── Reopen ──────────────────────────────────────────────────────────────────────────────────────────
    Why is it opened again?
    It stands with the scorecard, and the person reads it.
    [Cancel]

    > the same
    ✓ Sales, December 2026, is open again, with your reason beside it. So is one scorecard that rests on
      it.

    [1] Show the scorecard   [2] All scorecards

    Priya: new customers 4 2026-W52
    ── There is a value already ────────────────────────────────────────────────────────────────────────
    New customers won has a value for week 52, 2026 already: 3 customers (Grace). You say 4 customers.

    Replace what stands there?
    Choose, or say in your own words why; the reason is kept with the correction.
      1  Yes, replace it
      2  Yes, it was mistyped
      3  Yes, the figure is final only now
      4  No, leave it as it is
    Or in your own words
    [Back] [Cancel]

    Priya: a contract signed on Christmas Eve
    ✓ Thank you. I understood:

      KPI                Period               Value                           Before
      ──────────────────────────────────────────────────────────────────────────────
      New customers won  week 52, 2026  4 customers  3 customers (december.csv, C26)

    [1] Undo   [2] Report   [3] Why?

    Tom: /kpi close freeze Sales 2026-12
    Q4 2026 is being reviewed. This is your scorecard; a word of yours on it is welcome before your head
    adds theirs.

    Tom, Q4 2026: 105.0 of 100, grade A.

    Department  Share  Score               Weight scored
    ────────────────────────────────────────────────────
    ▲ Sales      100%  105.0  ██████████│           100%

    In review: 105.0, grade A (coefficient 1.2).

    [1] I agree   [2] I don't agree   [3] Comment   [4] Why?

    ── Points by hand ──────────────────────────────────────────────────────────────────────────────────
    Sales, December 2026: 109.1, grade A (coefficient 1.2).

    Are there points to add or to take off?
    Each with its reason, such as: +3 helped service out; -1 reports late. Skip if there are none.
    ↵ –
    [Skip] [Cancel]

    Tom: skip
    ── Grade ───────────────────────────────────────────────────────────────────────────────────────────
    In all: 109.1, grade A (coefficient 1.2).

    Close it with which grade?
      1  A, by the points
      2  S                 by hand; coefficient 1.5
      3  B                 by hand; coefficient 1
      4  C                 by hand; coefficient 0.8
      5  D                 by hand; coefficient 0
    [Back] [Cancel]

    Tom: 1
    ✓ Sales, December 2026, is closed: 109.1, grade A (coefficient 1.2). The scorecard stays as it is
      from now on, with everything that explains it.

    [1] Show the scorecard   [2] All scorecards

    > /kpi close freeze company 2026-12
    ── Points by hand ──────────────────────────────────────────────────────────────────────────────────
    Kestrel Bikes, December 2026: 113.3, grade S (coefficient 1.5).

    Are there points to add or to take off?
    Each with its reason, such as: +3 helped service out; -1 reports late. Skip if there are none.
    ↵ –
    [Skip] [Cancel]

    > skip
    ── Grade ───────────────────────────────────────────────────────────────────────────────────────────
    In all: 113.3, grade S (coefficient 1.5).

    Close it with which grade?
      1  S, by the points
      2  A                 by hand; coefficient 1.2
      3  B                 by hand; coefficient 1
      4  C                 by hand; coefficient 0.8
      5  D                 by hand; coefficient 0
    [Back] [Cancel]

    > 1
    ✓ Kestrel Bikes, December 2026, is closed: 113.3, grade S (coefficient 1.5). The scorecard stays as
      it is from now on, with everything that explains it.

    [1] Show the scorecard   [2] All scorecards

    Tom: /kpi close freeze Sales 2026-Q4
    ── Points by hand ──────────────────────────────────────────────────────────────────────────────────
    Sales, Q4 2026: 105.0, grade A (coefficient 1.2).

    Are there points to add or to take off?
    Each with its reason, such as: +3 helped service out; -1 reports late. Skip if there are none.
    ↵ –
    [Skip] [Cancel]

    Tom: skip
    ── Grade ───────────────────────────────────────────────────────────────────────────────────────────
    In all: 105.0, grade A (coefficient 1.2).

    Close it with which grade?
      1  A, by the points
      2  S                 by hand; coefficient 1.5
      3  B                 by hand; coefficient 1
      4  C                 by hand; coefficient 0.8
      5  D                 by hand; coefficient 0
    [Back] [Cancel]

    Tom: 1
    ✓ Sales, Q4 2026, is closed: 105.0, grade A (coefficient 1.2). The scorecard stays as it is from now
      on, with everything that explains it.

    [1] Show the scorecard   [2] All scorecards

    > /kpi close freeze company 2026-Q4
    ── Points by hand ──────────────────────────────────────────────────────────────────────────────────
    Kestrel Bikes, Q4 2026: 101.6, grade A (coefficient 1.2).

    Are there points to add or to take off?
    Each with its reason, such as: +3 helped service out; -1 reports late. Skip if there are none.
    ↵ –
    [Skip] [Cancel]

    > skip
    ── Grade ───────────────────────────────────────────────────────────────────────────────────────────
    In all: 101.6, grade A (coefficient 1.2).

    Close it with which grade?
      1  A, by the points
      2  S                 by hand; coefficient 1.5
      3  B                 by hand; coefficient 1
      4  C                 by hand; coefficient 0.8
      5  D                 by hand; coefficient 0
    [Back] [Cancel]

    > 1
    ✓ Kestrel Bikes, Q4 2026, is closed: 101.6, grade A (coefficient 1.2). The scorecard stays as it is
      from now on, with everything that explains it.

    [1] Show the scorecard   [2] All scorecards

    > /kpi report Sales 2026-Q4
    Sales, Q4 2026: 105.0 of 100, grade A.

    KPI                       Actual    Target  Score                Weight  Trend
    ───────────────────────────────────────────────────────────────────────────────
    ▲ Sales revenue         £292,290  £294,000   97.2  █████████▊│       40  ······
    ▲ New customers won           28      22.4  120.0  ██████████│█      30  ······
    ▲ Repeat purchase rate     32.7%       32%  103.3  ██████████│       10  ···▁▅█
    ▲ test rides                 285       288   99.0  █████████▉│       20  ·····▄

    [1] Why?   [2] Brief   [3] Sales revenue   [4] New customers won   [5] Repeat purchase rate
    [6] test rides   [7] Company   [8] Period before

    > /kpi history new customers
    How New customers won was agreed, and what was entered, newest first.

    No.  In force from  Target  Weight  By   Reason
    ───────────────────────────────────────────────
    1    1 Oct 2026          8      30  Tom

    Period                Value  By     Entered      Note
    ────────────────────────────────────────────────────────────────────────────────────────────────────
    week 52, 2026   4 customers  Priya  7 Jan 2027   before: 3 customers; a contract signed on Christmas
                                                     Eve
    week 53, 2026    1 customer  Grace  4 Jan 2027   december.csv, C27
    week 52, 2026   3 customers  Grace  4 Jan 2027   late; december.csv, C26
    week 51, 2026   2 customers  Grace  4 Jan 2027   late; december.csv, C25
    week 50, 2026   3 customers  Grace  4 Jan 2027   late; december.csv, C24
    week 49, 2026   2 customers  Grace  4 Jan 2027   late; december.csv, C23
    week 48, 2026   2 customers  Priya  1 Dec 2026   november.csv, C26
    week 47, 2026   3 customers  Priya  1 Dec 2026   late; november.csv, C25
    week 46, 2026    1 customer  Priya  1 Dec 2026   late; november.csv, C24
    week 45, 2026   2 customers  Priya  1 Dec 2026   late; november.csv, C23
    week 44, 2026   2 customers  Priya  2 Nov 2026
    week 43, 2026    1 customer  Priya  2 Nov 2026   late
    week 42, 2026   2 customers  Priya  2 Nov 2026   late
    week 41, 2026   3 customers  Priya  12 Oct 2026
    September 2026  8 customers  Tom    6 Oct 2026
    August 2026     7 customers  Tom    6 Oct 2026
    July 2026       6 customers  Tom    6 Oct 2026
    June 2026       8 customers  Tom    6 Oct 2026
    May 2026        7 customers  Tom    6 Oct 2026
    April 2026      9 customers  Tom    6 Oct 2026

    The latest 20 of 26 lines.

    [1] Report
    """


@transcript
def test_e_taken_home_as_a_file() -> None:
    """
    -- 2027-01-08 09:00 --
    > /kpi export Sales 2026-Q4
    Here it is, with what you may see:

    ⤓ Sales-2026-Q4.xlsx

    > /kpi export json
    Here it is, with what you may see:

    ⤓ Kestrel_Bikes.json

    Luis: /kpi export
    What shall I put into a file? A scorecard of another: /kpi export Sales last month.

    [1] Scorecard (XLSX)   [2] Month report (PDF)   [3] Values (CSV)

    Luis: [Values (CSV)]
    Here it is, with what you may see:

    ⤓ Kestrel_Bikes-values.csv

    Dana: /kpi export company 2026-Q4
    Here it is, with what you may see:

    ⤓ Kestrel_Bikes-2026-Q4.xlsx

    > /kpi settings fiscal year April
    ✓ Quarters begin in April, July, October and January from now on. 1 Apr 2026 to 31 Mar 2027 is
      FY2027. Today lies in Q4 FY2027.

    [1] Undo   [2] Settings

    > /kpi help export
    A scorecard (XLSX), a report in print (PDF), values (CSV) or everything (JSON) as a file
    Who may: everybody, as far as they may see.
    /kpi export
    /kpi export Sales last month
    /kpi export values
    /kpi export pdf Sales last month
    See also: /kpi report, /kpi import.

    [1] /kpi export   [2] /kpi export Sales last month   [3] /kpi export values
    [4] /kpi export pdf Sales last month
    """
