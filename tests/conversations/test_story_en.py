"""How a company comes to its KPIs and lives with them, in English."""

from __future__ import annotations

import pytest

from tests.chat import transcript


@pytest.fixture
def people() -> tuple[str, ...]:
    return "Anna", "Li Na"


@transcript
def test_a_company_is_set_up() -> None:
    """
    > hello
    Hello Anna. I help a company agree on a few good KPIs, ask people for their numbers, and show where
    things stand and why.
    I ask for what is due, remind once of what is missing, and never write more often than somebody
    wants. A person's own score is seen only by them, their head and the owner.
    Begin with /kpi start; it takes four short answers.

    [1] Set the company up   [2] 中文   [3] Help

    > [Set the company up]
    ── Your company ────────────────────────────────────────────────────────────────────────────────────
    Hello Anna. Four short questions about the company, then we build KPIs for the first department.

    What is the company called?
    [Cancel]

    > Harbour Trading
    Which departments are there?
    Pick from the list, or type your own with commas between them.
      1  Sales
      2  Order follow-up
      3  Procurement
      4  Logistics and warehouse
      5  Quality
      6  Finance
      7  Customer service
      8  Marketing
      9  More                     shops, restaurants, projects and others
    Or your own
    [Back] [Cancel]

    > Sales, Service, Warehouse
    Which time zone are you in?
    A city or a time zone, such as Shanghai or Europe/Berlin.
    ↵ UTC
    [Back] [Cancel]

    > Shanghai
    Which currency do you count in?
    Such as USD, EUR or CNY.
    ↵ CNY
    [Back] [Cancel]

    > CNY
    ✓ Harbour Trading is set up: Sales, Service and Warehouse. Next: where is the company going?

    [1] Set goals and SWOT   [2] Add somebody   [3] Build a department's KPIs
    """


@pytest.mark.usefixtures("founded")
@transcript
def test_a_department_is_built() -> None:
    """
    > /kpi strategy
    ── Where the company is going 1/2 ──────────────────────────────────────────────────────────────────
    Every KPI will belong to one of these goals. Three to five are enough.

    What do you want to achieve?
    Pick up to five, or type your own with commas between them.
       1  Grow revenue by 20 % within a year               Grow market share
       2  Win new customers in new regions                 Grow market share
       3  Raise the share of online sales                  Grow market share
       4  Halve quality complaints                         Premium quality
       5  Hold the gross margin without discounts          Premium quality
       6  Make the brand known for quality                 Premium quality
       7  Earn a fifth of revenue with new products        Innovation
       8  Shorten the time to market                       Innovation
       9  Train the team in new technology                 Innovation
      10  Cut unit cost by 8 %                             Cost leadership
      11  Raise productivity per head                      Cost leadership
      12  Buy cheaper from fewer, better suppliers         Cost leadership
      13  Keep every key account                           Customer intimacy
      14  Answer customers faster                          Customer intimacy
      15  Raise customer satisfaction and repeat           Customer intimacy
          purchases
      16  Keep cash for at least six months                Survive and protect cash
      17  Collect receivables on time                      Survive and protect cash
      18  Cut spending that can wait                       Survive and protect cash
    Or your own
    [Cancel]

    > 1, 4
    ── What helps, what hinders 2/2 ────────────────────────────────────────────────────────────────────
    A few words each, with commas between them. They decide which KPIs I suggest: a weakness is
    repaired, an opportunity seized.

    Strengths: what are you better at than others?
    A few words each, with commas between them.
    Or your own
    ↵ –
    [Back] [Skip] [Cancel]

    > big key accounts, fast quotes
    Weaknesses: what goes wrong too often?
    Or your own
    ↵ –
    [Back] [Skip] [Cancel]

    > late deliveries
    Opportunities: what is there to be seized?
    Or your own
    ↵ –
    [Back] [Skip] [Cancel]

    > skip
    Threats: what could hurt you from outside?
    Or your own
    ↵ –
    [Back] [Skip] [Cancel]

    > price war
    ✓ Written down: 2 goals, 4 lines of SWOT. Next: KPIs for a department.

    [1] Build a department's KPIs   [2] Undo

    > [Build a department's KPIs]
    ── Building a department's KPIs 1/5 ────────────────────────────────────────────────────────────────
    Which department?
      1  Sales
      2  Service
      3  Warehouse
    [Cancel]

    > Sales
    ── What the department is there for 2/5 ────────────────────────────────────────────────────────────
    What is Sales there for? Each of its KPIs belongs to a company goal.

    Which company goal does it serve most?
      1  Grow revenue by 20 % within a year
      2  Halve quality complaints
    Or in your own words
    [Back] [Cancel]

    > 1
    What does it add to that goal?
    One sentence, such as: win 40 new customers and keep the old ones.
    [Back] [Cancel]

    > Win 40 new customers and keep the old ones
    ── What to measure 3/5 ─────────────────────────────────────────────────────────────────────────────
    These fit Sales, best first, each with the reason why I suggest it.

    Which of these will you be measured by?
    Three to five is a good number. Type numbers, names, or KPIs of your own with commas between them.
    › 1  Sales revenue          usual in Sales; serves “Grow revenue by 20 % within a year”
    › 2  New customers won      usual in Sales; serves “Win 40 new customers and keep the old ones”
    › 3  Win rate               usual in Sales; serves “Win 40 new customers and keep the old ones”
    › 4  Key-account retention  usual in Sales; uses “big key accounts”
    › 5  Collection rate        usual in Sales; easy to keep in a small company
    Or your own
    ↵ Sales revenue, New customers won, Win rate, Key-account retention, Collection rate
    [Back] [Cancel]

    > 1, 2, Key-account visits, pipeline coverage, cold calls made, work attitude
    ── A KPI of your own 3/5 ───────────────────────────────────────────────────────────────────────────
    cold calls made is new to me. A few quick questions about how it is counted.

    What is good?
      1  Higher is better
      2  Lower is better
      3  Within a range
      4  Something else    none at all, at least, by a day, yes or no, levels
    [Back] [Cancel]

    > 1
    What is it counted in?
      1  A count           visits, orders, complaints
      2  Money
      3  Percent
      4  A ratio           turns a year, times
      5  A score           points, stars
      6  A length of time  days, hours
    [Back] [Cancel]

    > A count
    How often is a value entered?
      1  Every working day
      2  Every week
    › 3  Every month
      4  Every quarter
      5  Every half-year
      6  Every year
      7  Never: it is computed  from other KPIs
    ↵ Every month
    [Back] [Cancel]

    > 2
    Where does the number come from?
    The list, papers or program it is taken from. Skip it if that is still open.
      1  A list that we keep
      2  Orders and invoices
      3  Accounting system
      4  The program we work with
      5  Asking customers or staff
    Or in your own words
    ↵ –
    [Back] [Skip] [Cancel]

    > skip
    ── Something that can be counted 3/5 ───────────────────────────────────────────────────────────────
    “work attitude” can't be counted as it stands: it means something different to everyone. These can:

    Which of these comes nearest?
    Or put it in your own words, so that it can be counted.
      1  Tasks on time               Tasks finished by their date ÷ Tasks due
      2  Attendance rate             Days worked ÷ Days due
      3  Attendance record accuracy  Attendance records without correction ÷ Attendance records
    Or in your own words
    [Back] [Cancel]

    > 3
    ── Are there numbers? 4/5 ──────────────────────────────────────────────────────────────────────────
    Sales revenue: Sales invoiced in the period, without tax. Once it is in force a value is entered
    every working day; for the time before one every month will do, and scores nothing.

    What were its last values, one for every month?
    Oldest first, with spaces between them; one is enough, twelve are better. If nobody knows any, skip
    it.
    ↵ –
    [Back] [Skip] [Cancel]

    > 1.1m 1.2m 1.05m
    ── Are there numbers? 4/5 ──────────────────────────────────────────────────────────────────────────
    New customers won: Customers with their first order in the period. Once it is in force a value is
    entered every week; for the time before one every month will do, and scores nothing.

    What were its last values, one for every month?
    Oldest first, with spaces between them; one is enough, twelve are better. If nobody knows any, skip
    it.
    ↵ –
    [Back] [Skip] [Cancel]

    > 12 9 14
    ── Are there numbers? 4/5 ──────────────────────────────────────────────────────────────────────────
    Key-account visits: Visits to key accounts with a written note. Once it is in force a value is
    entered every week; for the time before one every month will do, and scores nothing.

    What were its last values, one for every month?
    Oldest first, with spaces between them; one is enough, twelve are better. If nobody knows any, skip
    it.
    ↵ –
    [Back] [Skip] [Cancel]

    > 40 44 38
    ── Are there numbers? 4/5 ──────────────────────────────────────────────────────────────────────────
    Pipeline coverage: Value of open deals ÷ Sales still missing to the target.

    What were its last values, one for every month?
    Oldest first, with spaces between them; one is enough, twelve are better. If nobody knows any, skip
    it.
    ↵ –
    [Back] [Skip] [Cancel]

    > skip
    ── Are there numbers? 4/5 ──────────────────────────────────────────────────────────────────────────
    Without values nothing can say yet whether a target for Pipeline coverage is too high or too low. It
    can be in force all the same, if somebody enters values from now on; otherwise it is parked. Still
    to come: cold calls made and Attendance record accuracy.

    Put it in force all the same?
      1  Yes, and the others too: there are no numbers of them either
      2  Yes; ask me about the others
      3  No, park it; ask me about the others
    [Back] [Cancel]

    > no
    ── Are there numbers? 4/5 ──────────────────────────────────────────────────────────────────────────
    cold calls made. Once it is in force a value is entered every week; for the time before one every
    month will do, and scores nothing.

    What were its last values, one for every month?
    Oldest first, with spaces between them; one is enough, twelve are better. If nobody knows any, skip
    it.
    ↵ –
    [Back] [Skip] [Cancel]

    > 400 420 390
    ── Are there numbers? 4/5 ──────────────────────────────────────────────────────────────────────────
    Attendance record accuracy: Attendance records without correction ÷ Attendance records.

    What were its last values, one for every month?
    Oldest first, with spaces between them; one is enough, twelve are better. If nobody knows any, skip
    it.
    ↵ –
    [Back] [Skip] [Cancel]

    > 92% 95% 96%
    ── Targets 4/5 ─────────────────────────────────────────────────────────────────────────────────────
    KPI                         Suggested  Chance
    ────────────────────────────────────────────────────────────────────────────────────────
    Sales revenue                       –  lately CN¥1,100,000 · CN¥1,200,000 · CN¥1,050,000
    New customers won                   –  lately 12 · 9 · 14
    Key-account visits                  –  lately 40 · 44 · 38
    cold calls made                     –  lately 400 · 420 · 390
    Attendance record accuracy          –  lately 92% · 95% · 96%

    With six values from earlier months or quarters I can suggest a target and say how likely it is; so
    far there are fewer.

    Which targets?
    One for each, in this order, with commas between them, such as 1.2m, 40 / 50 / 60, 30%.
      1  One at a time
    Or type them in one line
    [Back] [Cancel]

    > 1.2m, 10 / 12 / 15, 44, 420, 95%
    ── Weights 4/5 ─────────────────────────────────────────────────────────────────────────────────────
    How much should each KPI count?
    › 1  All the same
      2  I share out 100 points
      3  Compare two at a time   which matters more, A or B?
      4  Put them in order       the most important first
    ↵ All the same
    [Back] [Cancel]

    > [I share out 100 points]
    ── 100 points 4/5 ──────────────────────────────────────────────────────────────────────────────────
    How many points for Sales revenue, New customers won, Key-account visits, cold calls made and
    Attendance record accuracy?
    One number for each, in this order; 100 in all, such as 40 30 20 10.
    [Back] [Cancel]

    > 40 20 20 20
    ✗ I need 5 numbers, one each for Sales revenue, New customers won, Key-account visits, cold calls
      made and Attendance record accuracy; I read 4.
    How many points for Sales revenue, New customers won, Key-account visits, cold calls made and
    Attendance record accuracy?
    One number for each, in this order; 100 in all, such as 40 30 20 10.
    [Back] [Cancel]

    > 40 20 20 10 10
    ── Action plan 5/5 ─────────────────────────────────────────────────────────────────────────────────
    For which of them will you do something new?
    Training, a changed process, a tool. Skip if nothing needs to change.
      1  Sales revenue               target CN¥1,200,000 every month
      2  New customers won           target 12 every month
      3  Key-account visits          target 44 every month
      4  cold calls made             target 420 every month
      5  Attendance record accuracy  target 95% every month
    ↵ –
    [Back] [Skip] [Cancel]

    > 2
    ── Action plan 5/5 ─────────────────────────────────────────────────────────────────────────────────
    New customers won: the target is 12 every month.

    What will you do to reach it?
    In a few words, such as: call ten former customers a week.
    ↵ –
    [Back] [Skip] [Cancel]

    > Call ten former customers a week
    ── Action plan 5/5 ─────────────────────────────────────────────────────────────────────────────────
    Who does it?
    › 1  Anna
    ↵ Anna
    [Back] [Cancel]

    >
    By when?
    Such as 12-24, 24 Dec, Friday or in 3 weeks.
    [Back] [Cancel]

    > in 4 weeks
    ── Ready? 5/5 ──────────────────────────────────────────────────────────────────────────────────────
    This is the draft for Sales. Goal: Win 40 new customers and keep the old ones

    KPI                               Target  Weight  Reached before
    ─────────────────────────────────────────────────────────────────
    Sales revenue               CN¥1,200,000      40  1 of the last 3
    New customers won                     12      20  2 of the last 3
    Key-account visits                    44      20  1 of the last 3
    cold calls made                      420      10  1 of the last 3
    Attendance record accuracy           95%      10  2 of the last 3

    One action is planned. Parked until somebody has numbers: Pipeline coverage. Not covered of the
    balanced scorecard: learning and growth.

    Put this in force?
    [1] Yes   [2] No
    [Back] [Cancel]

    > yes
    ✓ Sales has 5 KPIs in force.

    [1] Enter my values   [2] Build the KPIs of Service   [3] Report   [4] Undo
    """


@pytest.mark.usefixtures("built")
@transcript
def test_what_is_owed_is_entered_in_one_form() -> None:
    """
    -- 2026-12-01 09:00 --
    > /kpi
    Hello Anna. 6 values are waiting for you:

    KPI                 Period         Last time                    Target
    ──────────────────────────────────────────────────────────────────────
    Sales revenue       30 Nov 2026               CN¥1,200,000 every month
    Sales revenue       1 Dec 2026                CN¥1,200,000 every month
    New customers won   week 48, 2026                       12 every month
    Win rate            November 2026        29%                       30%
    Key-account visits  week 48, 2026                       44 every month
    cold calls made     week 48, 2026                      420 every month

    There is no score for December 2026 yet.

    [1] Enter my values   [2] Report   [3] Why?   [4] Help

    > [Enter my values]
    ── Your values ─────────────────────────────────────────────────────────────────────────────────────
    Sales revenue, 30 Nov 2026
    Target CN¥1,200,000 every month
      [Not applicable]
    ↵ –
    [Skip] [Cancel]

    > 1.2万
    Sales revenue, 1 Dec 2026
    Target CN¥1,200,000 every month
      [Not applicable]
    ↵ –
    [Back] [Skip] [Cancel]

    > 60000
    New customers won, week 48, 2026
    Target 12 every month
      [Not applicable]
    ↵ –
    [Back] [Skip] [Cancel]

    > 1.200
    ✗ “1.200” could be read in more than one way. Please type 1.2 customers or 1,200 customers.
    New customers won, week 48, 2026
    Target 12 every month
      [Not applicable]
    ↵ –
    [Back] [Skip] [Cancel]

    > half
    ✗ Is “half” meant as 0.5 customers? Then please type it so.
    New customers won, week 48, 2026
    Target 12 every month
      [Not applicable]
    ↵ –
    [Back] [Skip] [Cancel]

    > 11 two of them big ones
    Win rate, November 2026
    Target 30%; last time 29%
      [Same as last time]
      [Not applicable]
    ↵ –
    [Back] [Skip] [Cancel]

    > same
    Key-account visits, week 48, 2026
    Target 44 every month
      [Not applicable]
    ↵ –
    [Back] [Skip] [Cancel]

    > new customers 14
    Key-account visits, week 48, 2026
    Target 44 every month
      [Not applicable]
    ↵ –
    [Back] [Skip] [Cancel]

    > 40
    cold calls made, week 48, 2026
    Target 420 every month
      [Not applicable]
    ↵ –
    [Back] [Skip] [Cancel]

    > 410
    ✓ Thank you. I understood 6 values:

      KPI                 Period                Value  Before
      ───────────────────────────────────────────────────────
      Sales revenue       30 Nov 2026       CN¥12,000
      Sales revenue       1 Dec 2026        CN¥60,000
      New customers won   week 48, 2026  14 customers
      Win rate            November 2026           29%
      Key-account visits  week 48, 2026     40 visits
      cold calls made     week 48, 2026           410

    [1] Undo   [2] Report   [3] Why?
    """


@pytest.mark.usefixtures("built")
@transcript
def test_values_are_entered_in_a_line() -> None:
    """
    -- 2026-12-01 09:00 --
    > new customers 14 (two from the fair), cold calls made 400, win rate 27%, visits n/a
    ✓ Thank you. I understood 4 values:

      KPI                 Period                                    Value  Before
      ───────────────────────────────────────────────────────────────────────────
      New customers won   week 48, 2026  14 customers (two from the fair)
      cold calls made     week 48, 2026                               400
      Win rate            November 2026                               27%
      Key-account visits  week 48, 2026                    not applicable

    [1] Undo   [2] Report   [3] Why?

    > /kpi actual win rate same
    ── There is a value already ────────────────────────────────────────────────────────────────────────
    Win rate has a value for November 2026 already: 27% (Anna). You say 29%.

    Replace what stands there?
    Choose, or say in your own words why; the reason is kept with the correction.
      1  Yes, replace it
      2  Yes, it was mistyped
      3  Yes, the figure is final only now
      4  No, leave it as it is
    Or in your own words
    [Back] [Cancel]

    > yes
    ✓ Thank you. I understood:

      KPI       Period         Value  Before
      ──────────────────────────────────────
      Win rate  November 2026    29%     27%

    [1] Undo   [2] Report   [3] Why?

    > win rate 29% recounted
    ✓ Thank you. I understood:

      KPI       Period                   Value  Before
      ────────────────────────────────────────────────
      Win rate  November 2026  29% (recounted)     29%

    [1] Undo   [2] Report   [3] Why?

    > new custmers 15
    I don't understand “new custmers 15”. Perhaps one of these? /kpi help shows what I do understand.

    [1] New customers won 15   [2] Key-account visits 15

    > [New customers won]
    I don't understand “[New customers won]”. Perhaps one of these? /kpi help shows what I do
    understand.

    [1] New customers won   [2] Key-account visits

    > new customers 1.200
    ── Your values ─────────────────────────────────────────────────────────────────────────────────────
    ✗ “new customers 1.200” could be read in more than one way. Please type 1.2 customers or 1,200
      customers.
    New customers won, week 48, 2026
    Target 12 every month
      [Not applicable]
    ↵ –
    [Skip] [Cancel]

    > /kpi actual new customers 1.200
    /kpi actual is open already and goes on here; cancel leaves it.

    ── Your values ─────────────────────────────────────────────────────────────────────────────────────
    ✗ “new customers 1.200” could be read in more than one way. Please type 1.2 customers or 1,200
      customers.
    New customers won, week 48, 2026
    Target 12 every month
      [Not applicable]
    ↵ –
    [Skip] [Cancel]

    > 12
    ── There is a value already ────────────────────────────────────────────────────────────────────────
    New customers won has a value for week 48, 2026 already: 14 customers (Anna). You say 12 customers.

    Replace what stands there?
    Choose, or say in your own words why; the reason is kept with the correction.
      1  Yes, replace it
      2  Yes, it was mistyped
      3  Yes, the figure is final only now
      4  No, leave it as it is
    Or in your own words
    [Back] [Cancel]

    > [Yes, it was mistyped]
    ✓ Thank you. I understood:

      KPI                Period                Value                            Before
      ────────────────────────────────────────────────────────────────────────────────
      New customers won  week 48, 2026  12 customers  14 customers (two from the fair)

    [1] Undo   [2] Report   [3] Why?

    > 12
    I don't understand “12”. /kpi help shows what I do understand.

    > sales revenue 110k 2026-11-27
    ✓ Thank you. I understood:

      KPI            Period            Value  Before
      ──────────────────────────────────────────────
      Sales revenue  27 Nov 2026  CN¥110,000

      It came after the days of grace and is marked late; it counts all the same.

    [1] Undo   [2] Report   [3] Why?

    > win rate 31% last month, sales revenue 40k yesterday
    ✓ Thank you. I understood:

      KPI            Period           Value  Before
      ─────────────────────────────────────────────
      Sales revenue  30 Nov 2026  CN¥40,000

    [5] Undo   [6] Report   [7] Why?

    ── There is a value already ────────────────────────────────────────────────────────────────────────
    Win rate has a value for November 2026 already: 29% (Anna). You say 31%.

    Replace what stands there?
    Choose, or say in your own words why; the reason is kept with the correction.
      1  Yes, replace it
      2  Yes, it was mistyped
      3  Yes, the figure is final only now
      4  No, leave it as it is
    Or in your own words
    [Back] [Cancel]

    > the last two offers were counted twice
    ✓ Thank you. I understood:

      KPI       Period         Value           Before
      ───────────────────────────────────────────────
      Win rate  November 2026    31%  29% (recounted)

    [1] Undo   [2] Report   [3] Why?

    > win rate 2.9
    ── Just to be sure ─────────────────────────────────────────────────────────────────────────────────
    Win rate: I read 2.9%. It is usually between 24% and 31%. Perhaps 29% (a digit too few)?

    Which value is right for Win rate?
      1  2.9%
      2  29%
    Or another value
    [Back] [Cancel]

    > 29%
    ── There is a value already ────────────────────────────────────────────────────────────────────────
    Win rate has a value for November 2026 already: 31% (Anna). You say 29%.

    Replace what stands there?
    Choose, or say in your own words why; the reason is kept with the correction.
      1  Yes, replace it
      2  Yes, it was mistyped
      3  Yes, the figure is final only now
      4  No, leave it as it is
    Or in your own words
    [Back] [Cancel]

    > typo
    ✓ Thank you. I understood:

      KPI       Period         Value  Before
      ──────────────────────────────────────
      Win rate  November 2026    29%     31%

    [1] Undo   [2] Report   [3] Why?

    > win rate 28%, win rate 30%
    ✗ Win rate stands there twice; nothing has been written down. Please give each value once.

    > /kpi actual cold calls made
    ── Your values ─────────────────────────────────────────────────────────────────────────────────────
    cold calls made, week 48, 2026
    Target 420 every month
      [Not applicable]
    ↵ –
    [Skip] [Cancel]

    > 410
    ── There is a value already ────────────────────────────────────────────────────────────────────────
    cold calls made has a value for week 48, 2026 already: 400 (Anna). You say 410.

    Replace what stands there?
    Choose, or say in your own words why; the reason is kept with the correction.
      1  Yes, replace it
      2  Yes, it was mistyped
      3  Yes, the figure is final only now
      4  No, leave it as it is
    Or in your own words
    [Back] [Cancel]

    > [Yes, replace it]
    ✓ Thank you. I understood:

      KPI              Period         Value  Before
      ─────────────────────────────────────────────
      cold calls made  week 48, 2026    410     400

    [1] Undo   [2] Report   [3] Why?

    > /kpi undo
    ✓ Taken back: values entered (cold calls made). Now it says:

      KPI              Period         Value  Before
      ─────────────────────────────────────────────
      cold calls made  week 48, 2026    400     410

    [1] My day

    > /kpi undo
    ✓ Taken back: values entered (Win rate). Now it says:

      KPI       Period         Value  Before
      ──────────────────────────────────────
      Win rate  November 2026    31%     29%

    [1] My day
    """


@pytest.mark.usefixtures("built")
@transcript
def test_reports_are_read() -> None:
    """
    -- 2026-12-01 09:00 --
    > /kpi report
    Harbour Trading, December 2026: no score yet.

    Department        Score  Weight scored
    ──────────────────────────────────────
    Sales       not due yet             0%

    [1] Sales   [2] Period before

    > sales revenue 110k yesterday, new customers 11, cold calls made 95, win rate 27%
    ✓ Thank you. I understood 4 values:

      KPI                Period                Value  Before
      ──────────────────────────────────────────────────────
      Sales revenue      30 Nov 2026      CN¥110,000
      New customers won  week 48, 2026  11 customers
      cold calls made    week 48, 2026            95
      Win rate           November 2026           27%

    [1] Undo   [2] Report   [3] Why?

    > /kpi
    Hello Anna. 2 values are waiting for you:

    KPI                 Period          Last time                    Target
    ───────────────────────────────────────────────────────────────────────
    Sales revenue       1 Dec 2026     CN¥110,000  CN¥1,200,000 every month
    Key-account visits  week 48, 2026                        44 every month

    Harbour Trading, November 2026: 110.1, from 90% of the weight.

    [1] Enter my values   [2] Report   [3] Why?   [4] Help

    > /kpi report
    Harbour Trading, November 2026: 110.1 of 100, grade S, from 90% of the weight.

    Department  Score               Weight scored
    ─────────────────────────────────────────────
    ▲ Sales     110.1  ██████████│            90%

    Not in yet: Sales (6 values).

    [1] Why?   [2] Brief   [3] Sales   [4] Period before

    > [Sales]
    Sales, November 2026: 110.1 of 100, grade S, from 90% of the weight.

    KPI                       Actual     Target          Score                Weight  Trend
    ────────────────────────────────────────────────────────────────────────────────────────
    ▲ Sales revenue       CN¥110,000  CN¥57,143  120.0 (192.5)  ██████████│█      40  ··▃█▁·
    ▲ New customers won           11          3  120.0 (313.3)  ██████████│█      20  ··▅▁█·
    ▲ Win rate                   27%        30%           90.0  █████████ │       20  ▁█▅▃▆▄
      Key-account visits     missing         44                                   10  ··▃█▁·
    ▲ cold calls made             95        105           90.5  █████████ │       10  ··▃█▁·

    Not in yet: Sales revenue (5 values), Key-account visits (1 value).

    [1] Why?   [2] Brief   [3] Sales revenue   [4] New customers won   [5] Win rate
    [6] Key-account visits   [7] cold calls made   [8] Company   [9] Period before

    > [Why?]
    Sales, November 2026: 110.1. It is this sum: share of the whole × score = points.

                         Share  Score  Points
    ─────────────────────────────────────────
    ▲ Sales revenue      44.5%  120.0    53.3
    ▲ New customers won  22.2%  120.0    26.7
    ▲ Win rate           22.2%   90.0    20.0
    ▲ cold calls made    11.1%   90.5    10.1
    Total                 100%          110.1

    Grade S from 110 points on.

    90% of the weight has values. What is missing is left out, and the rest weighs more; it does not
    count as zero.

    For five points more in total, this is enough: Win rate at 33.8% (+5.0).

    [1] Sales revenue   [2] New customers won   [3] Win rate   [4] cold calls made

    > [Win rate]
    Win rate, November 2026: 90.0

    Value       27%
    Counted as  Deals won ÷ Deals decided (won and lost)
    Target      30%
    Agreed      version 1, in force from 1 Nov 2026
    Weight      20 of 100

    27% / 30% × 100.0 = 90.0.

    [1] History   [2] Report

    > [Report]
    Win rate, November 2026: 90.0 of 100.

    KPI         Actual  Target  Score               Weight  Trend
    ──────────────────────────────────────────────────────────────
    ▲ Win rate     27%     30%   90.0  █████████ │      20  ▁█▅▃▆▄

    Department  Sales
    Entered by  Anna
    Counted as  Deals won ÷ Deals decided (won and lost)
    Source      Customer list or CRM
    How often   Every month

    Win rate
                    Actual  │ Target
    June 2026          24%            █████████████████████████▌
    July 2026          31%            █████████████████████████████████
    August 2026        28%            █████████████████████████████▊
    September 2026     26%            ███████████████████████████▋
    October 2026       29%            ██████████████████████████████▉
    November 2026      27%       30%  ████████████████████████████▊  │

    [1] Why?   [2] Enter a value   [3] Chart   [4] History   [5] Sales   [6] Period before

    > [Period before]
    ✗ Win rate is not measured in October 2026.

    > /kpi report Sales this month
    Sales, December 2026: no score yet.

    KPI                      Actual        Target  Score  Weight  Trend   Forecast
    ─────────────────────────────────────────────────────────────────────────────────
    Sales revenue       not due yet  CN¥1,200,000             40  ·▃█▁··
    New customers won   not due yet            12             20  ·▅▁█··
    Win rate            not due yet           30%             20  █▄▁▅▂·  26.4% (24%)
    Key-account visits  not due yet            44             10  ·▃█▁··
    cold calls made     not due yet           420             10  ·▃█▁··

    [1] Sales revenue   [2] New customers won   [3] Win rate   [4] Key-account visits
    [5] cold calls made   [6] Company   [7] Period before

    > /kpi report sales last month
    Sales, November 2026: 110.1 of 100, grade S, from 90% of the weight.

    KPI                       Actual     Target          Score                Weight  Trend
    ────────────────────────────────────────────────────────────────────────────────────────
    ▲ Sales revenue       CN¥110,000  CN¥57,143  120.0 (192.5)  ██████████│█      40  ··▃█▁·
    ▲ New customers won           11          3  120.0 (313.3)  ██████████│█      20  ··▅▁█·
    ▲ Win rate                   27%        30%           90.0  █████████ │       20  ▁█▅▃▆▄
      Key-account visits     missing         44                                   10  ··▃█▁·
    ▲ cold calls made             95        105           90.5  █████████ │       10  ··▃█▁·

    Not in yet: Sales revenue (5 values), Key-account visits (1 value).

    [1] Why?   [2] Brief   [3] Sales revenue   [4] New customers won   [5] Win rate
    [6] Key-account visits   [7] cold calls made   [8] Company   [9] Period before

    > /kpi report 2026-Q4
    Harbour Trading, Q4 2026: 110.1 of 100, grade S, from 90% of the weight.

    Department  Score               Weight scored
    ─────────────────────────────────────────────
    ▲ Sales     110.1  ██████████│            90%

    Not in yet: Sales (6 values).

    [1] Why?   [2] Brief   [3] Sales   [4] Period before

    > /kpi report this week
    Harbour Trading, week 49, 2026: 120.0 of 100, from 50% of the weight.

    Department  Score                Weight scored
    ──────────────────────────────────────────────
    ▲ Sales     120.0  ██████████│█            50%

    [1] Why?   [2] Brief   [3] Sales   [4] Period before

    > /kpi report me
    Anna, December 2026: no score yet.

    Nothing is measured for this person yet.

    [1] Company   [2] Period before

    > /kpi report @anna
    Anna, December 2026: no score yet.

    Nothing is measured for this person yet.

    [1] Company   [2] Period before

    > /kpi report Win rate 2026-11
    Win rate, November 2026: 90.0 of 100.

    KPI         Actual  Target  Score               Weight  Trend
    ──────────────────────────────────────────────────────────────
    ▲ Win rate     27%     30%   90.0  █████████ │      20  ▁█▅▃▆▄

    Department  Sales
    Entered by  Anna
    Counted as  Deals won ÷ Deals decided (won and lost)
    Source      Customer list or CRM
    How often   Every month

    Win rate
                    Actual  │ Target
    June 2026          24%            █████████████████████████▌
    July 2026          31%            █████████████████████████████████
    August 2026        28%            █████████████████████████████▊
    September 2026     26%            ███████████████████████████▋
    October 2026       29%            ██████████████████████████████▉
    November 2026      27%       30%  ████████████████████████████▊  │

    [1] Why?   [2] Enter a value   [3] Chart   [4] History   [5] Sales   [6] Period before

    > /kpi report cold calls made this week
    cold calls made, week 49, 2026: not due yet.

    KPI                   Actual  Target  Score  Weight  Trend
    ───────────────────────────────────────────────────────────
    cold calls made  not due yet      84             10  ····▄·

    Department  Sales
    Entered by  Anna
    How often   Every week

    cold calls made
                   Actual  │ Target
    week 45, 2026               105                                  │
    week 46, 2026               105                                  │
    week 47, 2026               105                                  │
    week 48, 2026      95       105  █████████████████████████████▉  │
    week 49, 2026                84                            │

    [1] Why?   [2] Enter a value   [3] Chart   [4] History   [5] Sales   [6] Period before

    > /kpi report win rate this week
    ✗ Win rate is not measured in week 49, 2026.

    > /kpi why
    Harbour Trading, November 2026: 110.1. It is this sum: share of the whole × score = points.

             Share  Score  Points
    ─────────────────────────────
    ▲ Sales   100%  110.1   110.1
    Total     100%          110.1

    Grade S from 110 points on.

    90% of the weight has values. What is missing is left out, and the rest weighs more; it does not
    count as zero.

    For five points more in total, this is enough: Win rate at 33.8% (+5.0).

    [1] Sales

    > /kpi why Sales revenue 2026-11
    Sales revenue, November 2026: 120.0

    Value       CN¥110,000
    Counted as  Sales invoiced in the period, without tax
    Target      CN¥57,142.86: CN¥1,200,000 for November 2026 × 1/21
    Agreed      version 1, in force from 1 Nov 2026
    Weight      40 of 100

    CN¥110,000 / CN¥57,142.86 × 100.0 = 192.5, capped at 120.0.

    [1] History   [2] Report

    > /kpi why new customers last month
    New customers won, November 2026: 120.0

    Value       11 customers
    Counted as  Customers with their first order in the period
    Target      3 customers: 12 customers for November 2026 × 1/4
    Agreed      version 1, in force from 1 Nov 2026
    Weight      20 of 100

    On the line from 3 (100.0 points) to 3.75 (120.0 points): 100.0 + 20.0 × (11 − 3) / (3.75 − 3) =
    313.3, capped at 120.0.

    [1] History   [2] Report

    > /kpi report win rte
    ✗ There is nothing called “win rte”. Perhaps Win rate?

    [1] Win rate
    """


@pytest.mark.usefixtures("built")
@transcript
def test_history_is_kept() -> None:
    """
    -- 2026-12-01 09:00 --
    > win rate 27%
    ✓ Thank you. I understood:

      KPI       Period         Value  Before
      ──────────────────────────────────────
      Win rate  November 2026    27%

    [1] Undo   [2] Report   [3] Why?

    > win rate 29%
    ── There is a value already ────────────────────────────────────────────────────────────────────────
    Win rate has a value for November 2026 already: 27% (Anna). You say 29%.

    Replace what stands there?
    Choose, or say in your own words why; the reason is kept with the correction.
      1  Yes, replace it
      2  Yes, it was mistyped
      3  Yes, the figure is final only now
      4  No, leave it as it is
    Or in your own words
    [Back] [Cancel]

    > recounted
    ✓ Thank you. I understood:

      KPI       Period         Value  Before
      ──────────────────────────────────────
      Win rate  November 2026    29%     27%

    [1] Undo   [2] Report   [3] Why?

    > /kpi history
    No KPI has changed since it was first agreed. For the values of one: /kpi history and its name.

    > /kpi history win rate
    How Win rate was agreed, and what was entered, newest first.

    No.  In force from  Target  Weight  By    Reason
    ────────────────────────────────────────────────
    1    1 Nov 2026        30%      20  Anna

    Period          Value  By    Entered      Note
    ────────────────────────────────────────────────────────────────
    November 2026     29%  Anna  1 Dec 2026   before: 27%; recounted
    November 2026     27%  Anna  1 Dec 2026
    October 2026      29%  Anna  23 Nov 2026
    September 2026    26%  Anna  23 Nov 2026
    August 2026       28%  Anna  23 Nov 2026
    July 2026         31%  Anna  23 Nov 2026
    June 2026         24%  Anna  23 Nov 2026

    [1] Report

    > /kpi build Sales
    ── What the department is there for 2/5 ────────────────────────────────────────────────────────────
    What is Sales there for? Each of its KPIs belongs to a company goal.

    Which company goal does it serve most?
      1  Grow revenue by 20 % within a year
      2  Halve quality complaints
    Or in your own words
    [Back] [Cancel]

    > 1
    What does it add to that goal?
    One sentence, such as: win 40 new customers and keep the old ones.
    ↵ Win 40 new customers and keep the old ones
    [Back] [Cancel]

    >
    ── What to measure 3/5 ─────────────────────────────────────────────────────────────────────────────
    These fit Sales, best first, each with the reason why I suggest it.

    Which of these will you be measured by?
    Three to five is a good number. Type numbers, names, or KPIs of your own with commas between them.
    ›  1  Sales revenue               in force now
    ›  2  New customers won           in force now
    ›  3  Win rate                    in force now
    ›  4  Key-account visits          in force now
    ›  5  cold calls made             in force now
       6  Key-account retention       usual in Sales; uses “big key accounts”
       7  New-customer revenue share  usual in Sales; serves “Win 40 new customers and keep the old
                                      ones”
       8  Collection rate             usual in Sales; easy to keep in a small company
       9  Average deal size           usual in Sales; serves “Grow revenue by 20 % within a year”
      10  Work errors                 serves “Halve quality complaints”; easy to keep in a small company
    Or your own
    ↵ Sales revenue, New customers won, Win rate, Key-account visits, cold calls made
    [Back] [Cancel]

    > 1, 3
    ── No longer measured 3/5 ──────────────────────────────────────────────────────────────────────────
    In force, and not chosen: New customers won, Key-account visits and cold calls made. What was
    entered stays; from this period on it is measured no more.

    Retire this?
    [1] Yes   [2] No
    [Back] [Cancel]

    > yes
    ── Weights 4/5 ─────────────────────────────────────────────────────────────────────────────────────
    How much should each KPI count?
    › 1  All the same
      2  I share out 100 points
    ↵ All the same
    [Back] [Cancel]

    > 2
    ── 100 points 4/5 ──────────────────────────────────────────────────────────────────────────────────
    How many points for Sales revenue and Win rate?
    One number for each, in this order; 100 in all, such as 40 30 20 10.
    [Back] [Cancel]

    > 70 30
    ── Ready? 5/5 ──────────────────────────────────────────────────────────────────────────────────────
    This is the draft for Sales. Goal: Win 40 new customers and keep the old ones

    KPI                  Target  Weight
    ───────────────────────────────────
    Sales revenue  CN¥1,200,000      70
    Win rate                30%      30

    No action is planned yet. Retired from now on: New customers won, Key-account visits and cold calls
    made. Not covered of the balanced scorecard: customer, learning and growth.

    Put this in force?
    [1] Yes   [2] No
    [Back] [Cancel]

    > yes
    ✓ Sales has 2 KPIs in force. Retired: New customers won, Key-account visits, cold calls made; their
      history and scores stay.

    [1] Enter my values   [2] Build the KPIs of Service   [3] Report   [4] Undo

    > /kpi history
    2 KPIs have changed since they were first agreed. Earlier periods keep the score of the version then
    in force.

    Sales revenue
    No.  In force from        Target  Weight  By    Reason
    ──────────────────────────────────────────────────────
    1    1 Nov 2026     CN¥1,200,000      40  Anna
    2    1 Dec 2026     CN¥1,200,000      70  Anna

    Win rate
    No.  In force from  Target  Weight  By    Reason
    ────────────────────────────────────────────────
    1    1 Nov 2026        30%      20  Anna
    2    1 Dec 2026        30%      30  Anna

    > /kpi report sales
    Sales, November 2026: 96.7 of 100, from 20% of the weight.

    KPI                    Actual        Target  Score               Weight  Trend
    ───────────────────────────────────────────────────────────────────────────────
      Sales revenue       missing  CN¥1,200,000                          40  ··▃█▁·
      New customers won   missing            12                          20  ··▅▁█·
    ▲ Win rate                29%           30%   96.7  █████████▋│      20  ▁█▅▃▆▆
      Key-account visits  missing            44                          10  ··▃█▁·
      cold calls made     missing           420                          10  ··▃█▁·

    Not in yet: Sales revenue (6 values), New customers won (1 value), Key-account visits (1 value),
    cold calls made (1 value).

    [1] Why?   [2] Brief   [3] Sales revenue   [4] New customers won   [5] Win rate
    [6] Key-account visits   [7] cold calls made   [8] Company   [9] Period before

    > /kpi undo
    ...

    > yes
    ✓ Taken back: publishing KPIs (Sales).

    [1] My day
    """


@pytest.mark.usefixtures("founded")
@transcript
def test_somebody_joins() -> None:
    """
    > /kpi members
    Only you so far.

    Name  Role   Works in (share of time)
    ─────────────────────────────────────
    Anna  Owner

    [1] Add somebody   [2] Who has come

    > [Add somebody]
    ── A member ────────────────────────────────────────────────────────────────────────────────────────
    What is their name?
    All in one line will do: Li Na, Sales, member, 60%.
    [Cancel]

    > Li Na
    ── A member ────────────────────────────────────────────────────────────────────────────────────────
    About Li Na:

    In which department?
    Skip it for somebody who works for the whole company, such as the bookkeeper.
      1  Sales
      2  Service
      3  Warehouse
    ↵ –
    [Back] [Skip] [Cancel]

    > Sales
    ── A member ────────────────────────────────────────────────────────────────────────────────────────
    About Li Na:

    What may they do?
      1  Owner   may do everything
      2  Head    builds the department's KPIs and enters any of its values
      3  Member  enters their own values, sees where things stand
      4  Viewer  sees the company and its departments, changes nothing
    [Back] [Cancel]

    > Member
    ✓ Li Na is added (member), by share of time: Sales 100%.

    [1] Add another   [2] Undo

    > /kpi members add Li Na, Service, head
    ── A member ────────────────────────────────────────────────────────────────────────────────────────
    Li Na already works in Sales (100%). Where it would be more than 100% of their time, that gets less.

    How much of their time?
    Such as 30%.
    [Back] [Cancel]

    > 40%
    ✓ Li Na is now head (was member), by share of time: Sales 60% (100% before), Service 40%.

    [1] Add another   [2] Undo

    > /kpi members add Tom, Warehouse, member, 150%
    ── A member ────────────────────────────────────────────────────────────────────────────────────────
    ✗ 100% at most, please.
    How much of their time?
    Such as 30%.
    [Back] [Cancel]

    > 50%
    ✓ Tom is added (member), by share of time: Warehouse 50%.

    [1] Add another   [2] Undo

    > /kpi members
    3 people.

    Name   Role    Works in (share of time)
    ─────────────────────────────────────────
    Anna   Owner
    Li Na  Head    Sales (60%), Service (40%)
    Tom    Member  Warehouse (50%)

    [1] Add somebody   [2] Who has come

    Li Na: /kpi
    ✓ Welcome to Harbour Trading, Li Na. I write to you by myself at most 5 times a week, between 09:00
      and 18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you,
      your heads and the owner see your own scores; everybody sees those of departments.

    [3] My day   [4] Help

    Hello Li Na. Nothing is waiting for you today.

    There are no KPIs yet. Goals first, then one department: that takes about five minutes.

    [1] Build a department's KPIs   [2] Help

    > /kpi undo
    ...

    > yes
    ✓ Taken back: adding a member (Tom).

    [1] My day

    > /kpi undo
    ...

    > yes
    ✓ Taken back: adding a member (Li Na).

    [1] My day

    > /kpi undo
    ...

    > yes
    ✓ Taken back: adding a member (Li Na).

    [1] My day

    > /kpi undo
    ✗ Setting the company up is not taken back: /kpi start and /kpi settings change it.
    """


@pytest.mark.usefixtures("founded")
@transcript
def test_a_language_is_chosen() -> None:
    """
    > /kpi language
    ── Language ────────────────────────────────────────────────────────────────────────────────────────
    Which language would you like to read?
      1  English
      2  中文 (Chinese)
    [Cancel]

    > 2
    ✓ 好的，以后用中文。

    [1] 今日待办

    > /kpi 语言 en
    ✓ From now on you read English.

    [1] My day

    > /kpi language klingon
    ── Language ────────────────────────────────────────────────────────────────────────────────────────
    ✗ “klingon” is not among the choices.
    Which language would you like to read?
      1  English
      2  中文 (Chinese)
    [Cancel]
    """
