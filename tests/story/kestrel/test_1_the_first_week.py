"""Kestrel Bikes builds, sells and mends electric bikes in Bristol: twelve people, no KPIs, and a Monday in October."""

from __future__ import annotations

from tests.chat import transcript


@transcript
def test_1_grace_sets_the_company_up() -> None:
    """
    -- 2026-10-05 08:40 --
    > hello
    Hello Grace. I help a company agree on a few good KPIs, ask people for their numbers, and show where
    things stand and why.
    I ask for what is due, remind once of what is missing, and never write more often than somebody
    wants. A person's own score is seen only by them, their head and the owner.
    Begin with /kpi start; it takes four short answers.

    [1] Set the company up   [2] 中文   [3] Help

    > [Set the company up]
    ── Your company ────────────────────────────────────────────────────────────────────────────────────
    Hello Grace. Four short questions about the company, then we build KPIs for the first department.

    What is the company called?
    [Cancel]

    > Kestrel Bikes
    Which departments are there?
    Pick from the list, or type your own with commas between them.
      1  Repairs and trades
      2  Sales
      3  Customer service
      4  Marketing
      5  Production
      6  Procurement
      7  Logistics and warehouse
      8  Finance
      9  More                     shops, restaurants, projects and others
    Or your own
    [Back] [Cancel]

    > Sales, Workshop, Customer service
    Which time zone are you in?
    A city or a time zone, such as Shanghai or Europe/Berlin.
    ↵ UTC
    [Back] [Cancel]

    > Bristol
    ✗ I know no time zone or city “Bristol”. The capital, or another large city with the same clock,
      will do.
    Which time zone are you in?
    A city or a time zone, such as Shanghai or Europe/Berlin.
    [Back] [Cancel]

    > London
    Which currency do you count in?
    Such as USD, EUR or CNY.
    ↵ GBP
    [Back] [Cancel]

    > pounds
    ✓ Kestrel Bikes is set up: Sales, Workshop and Customer service. Next: where is the company going?

    [1] Set goals and SWOT   [2] Add somebody   [3] Build a department's KPIs

    > /kpi settings
    How Kestrel Bikes counts and works.

    Working days             Monday, Tuesday, Wednesday, Thursday and Friday
    Holidays                 none kept
    Time zone                Europe/London
    Currency                 British Pound
    Fiscal year              begins in January
    Leaderboard of people    Off
    Leaderboard from         5 with a score
    Leaderboard shows        the first 3 places
    Leaderboard covers       This month
    Small company            On (by the number of people: below 30, fewer KPIs)
    Hours for messages       09:00 – 18:00
    Values are asked for at  16:00
    Messages a week          at most 5 each
    Values missed are told   after 2 in a row, where somebody has agreed
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

    > [Holidays]
    ── Holidays ────────────────────────────────────────────────────────────────────────────────────────
    Whose holidays do you keep?
    A country, such as China or Germany; or none.
    [Cancel]

    > UK
    ✓ Holidays kept from today on: United Kingdom. Nothing is asked for on them; the next is 25 Dec
      2026. Days before today keep what held then.

    [1] Undo   [2] Settings

    > /kpi
    Hello Grace. Nothing is waiting for you today.

    There are no KPIs yet. Goals first, then one department: that takes about five minutes.

    [1] Set goals and SWOT   [2] Build a department's KPIs   [3] Help
    """


@transcript
def test_2_grace_says_where_the_company_is_going() -> None:
    """
    -- 2026-10-05 09:10 --
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

    > grow revenue, answer customers faster, Halve quality complaints
    ── What helps, what hinders 2/2 ────────────────────────────────────────────────────────────────────
    A few words each, with commas between them. They decide which KPIs I suggest: a weakness is
    repaired, an opportunity seized.

    Strengths: what are you better at than others?
    A few words each, with commas between them.
    Or your own
    ↵ –
    [Back] [Skip] [Cancel]

    > repeat customers, own workshop
    Weaknesses: what goes wrong too often?
    Or your own
    ↵ –
    [Back] [Skip] [Cancel]

    > late deliveries, spare parts run out
    Opportunities: what is there to be seized?
    Or your own
    ↵ –
    [Back] [Skip] [Cancel]

    -- the bot restarts --
    > back
    Weaknesses: what goes wrong too often?
    Or your own
    ↵ late deliveries, spare parts run out
    [Back] [Skip] [Cancel]

    > late deliveries
    Opportunities: what is there to be seized?
    Or your own
    ↵ –
    [Back] [Skip] [Cancel]

    > bike leasing by employers
    Threats: what could hurt you from outside?
    Or your own
    ↵ –
    [Back] [Skip] [Cancel]

    > cheap imports
    ✓ Written down: 3 goals, 5 lines of SWOT. Next: KPIs for a department.

    [1] Build a department's KPIs   [2] Undo

    > /kpi
    Hello Grace. Nothing is waiting for you today.

    There are no KPIs yet. The goals stand; now one department: that takes about five minutes.

    [1] Build a department's KPIs   [2] Help
    """


@transcript
def test_3_everybody_is_on_board() -> None:
    """
    -- 2026-10-05 09:40 --
    > /kpi members
    Only you so far.

    Name   Role   Works in (share of time)
    ──────────────────────────────────────
    Grace  Owner

    [1] Add somebody   [2] Who has come

    > [Add somebody]
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
      2  Workshop
      3  Customer service
    ↵ –
    [Back] [Skip] [Cancel]

    > Sales
    ── A member ────────────────────────────────────────────────────────────────────────────────────────
    About Tom:

    What may they do?
      1  Owner   may do everything
      2  Head    builds the department's KPIs and enters any of its values
      3  Member  enters their own values, sees where things stand
      4  Viewer  sees the company and its departments, changes nothing
    [Back] [Cancel]

    > head
    ✓ Tom is added (head), by share of time: Sales 100%.

    [1] Add another   [2] Undo

    > [Add another]
    ── A member ────────────────────────────────────────────────────────────────────────────────────────
    What is their name?
    All in one line will do: Li Na, Sales, member, 60%.
    [Cancel]

    > Priya, Sales, member
    ✓ Priya is added (member), by share of time: Sales 100%.

    [1] Add another   [2] Undo

    > /kpi members add Luis, Sales, member
    ✓ Luis is added (member), by share of time: Sales 100%.

    [1] Add another   [2] Undo

    > members add 美玲, Sales, member, 60%
    ✓ 美玲 is added (member), by share of time: Sales 60%.

    [1] Add another   [2] Undo

    > members add 美玲, Customer service, 40%
    ✓ 美玲 was here already (member as before), by share of time: Sales 60%, Customer service 40%.

    [1] Add another   [2] Undo

    > members add Ben, Workshop, head
    ✓ Ben is added (head), by share of time: Workshop 100%.

    [1] Add another   [2] Undo

    > members add Sam, Workshop, member
    ✓ Sam is added (member), by share of time: Workshop 100%.

    [1] Add another   [2] Undo

    > members add Ola Workshop member
    ✓ Ola is added (member), by share of time: Workshop 100%.

    [1] Add another   [2] Undo

    > members add Kofi, Workshop, member
    ✓ Kofi is added (member), by share of time: Workshop 100%.

    [1] Add another   [2] Undo

    > members add Ruth, Customer service, head
    ✓ Ruth is added (head), by share of time: Customer service 100%.

    [1] Add another   [2] Undo

    > members add Jakc, Customer service, member
    ✓ Jakc is added (member), by share of time: Customer service 100%.

    [1] Add another   [2] Undo

    > undo
    ── Undo ────────────────────────────────────────────────────────────────────────────────────────────
    Take back adding a member (Jakc)?
    [1] Yes   [2] No
    [Cancel]

    > yes
    ✓ Taken back: adding a member (Jakc).

    [1] My day

    > members add Jack, Customer service, member
    ✓ Jack is added (member), by share of time: Customer service 100%.

    [1] Add another   [2] Undo

    > members add Dana, viewer
    ✓ Dana is added (viewer).

    [1] Add another   [2] Undo

    > members
    12 people.

    Name   Role    Works in (share of time)
    ──────────────────────────────────────────────────
    Grace  Owner
    Tom    Head    Sales
    Priya  Member  Sales
    Luis   Member  Sales
    美玲   Member  Sales (60%), Customer service (40%)
    Ben    Head    Workshop
    Sam    Member  Workshop
    Ola    Member  Workshop
    Kofi   Member  Workshop
    Ruth   Head    Customer service
    Jack   Member  Customer service
    Dana   Viewer

    [1] Add somebody   [2] Who has come

    Jack: hi
    ✓ Welcome to Kestrel Bikes, Jack. I write to you by myself at most 5 times a week, between 09:00 and
      18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you, your
      heads and the owner see your own scores; everybody sees those of departments.

    [3] My day   [4] Help

    Hello Jack. Nothing is waiting for you today.

    There are no KPIs yet: owner and heads are agreeing on them. Once there are, I ask for your values
    when they are due and remind you once if one is missing, and your own score is seen only by you,
    your head and the owner.

    [1] 中文   [2] Help

    美玲: 你好
    ✓ Welcome to Kestrel Bikes, 美玲. I write to you by myself at most 5 times a week, between 09:00 and
      18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you, your
      heads and the owner see your own scores; everybody sees those of departments.

    [3] My day   [4] Help

    Hello 美玲. Nothing is waiting for you today.

    There are no KPIs yet: owner and heads are agreeing on them. Once there are, I ask for your values
    when they are due and remind you once if one is missing, and your own score is seen only by you,
    your head and the owner.

    [1] 中文   [2] Help

    美玲: [中文]
    ✓ 好的，以后用中文。

    [1] 今日待办

    美玲: 成员
    共 12 人。

    姓名   角色    所在部门（工作时间占比）
    ───────────────────────────────────────
    Grace  老板
    Tom    负责人  销售
    Priya  成员    销售
    Luis   成员    销售
    美玲   成员    销售（60%）、客服（40%）
    Ben    负责人  Workshop
    Sam    成员    Workshop
    Ola    成员    Workshop
    Kofi   成员    Workshop
    Ruth   负责人  客服
    Jack   成员    客服
    Dana   只读

    Dana: /kpi build Sales
    ✓ Welcome to Kestrel Bikes, Dana. I write to you by myself at most 5 times a week, between 09:00 and
      18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you, your
      heads and the owner see your own scores; everybody sees those of departments.

    [1] My day   [2] Help

    ✗ You can't do that; Tom (head) or Grace (owner) can.
    """


@transcript
def test_4_sales_chooses_what_counts() -> None:
    """
    -- 2026-10-05 14:00 --
    Tom: hi
    ✓ Welcome to Kestrel Bikes, Tom. I write to you by myself at most 5 times a week, between 09:00 and
      18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you, your
      heads and the owner see your own scores; everybody sees those of departments.

    [3] My day   [4] Help

    Hello Tom. Nothing is waiting for you today.

    There are no KPIs yet. The goals stand; now one department: that takes about five minutes.

    [1] Build a department's KPIs   [2] Help

    Tom: [Build a department's KPIs]
    ── Building a department's KPIs 1/5 ────────────────────────────────────────────────────────────────
    Which department?
      1  Sales
      2  Workshop
      3  Customer service
    [Cancel]

    Tom: Sales
    ── What the department is there for 2/5 ────────────────────────────────────────────────────────────
    What is Sales there for? Each of its KPIs belongs to a company goal.

    Which company goal does it serve most?
      1  grow revenue
      2  Answer customers faster
      3  Halve quality complaints
    Or in your own words
    [Back] [Cancel]

    Tom: grow revenue
    What does it add to that goal?
    One sentence, such as: win 40 new customers and keep the old ones.
    [Back] [Cancel]

    Tom: Win 30 leasing employers and keep the repeat customers
    ── What to measure 3/5 ─────────────────────────────────────────────────────────────────────────────
    These fit Sales, best first, each with the reason why I suggest it.

    Which of these will you be measured by?
    Three to five is a good number. Type numbers, names, or KPIs of your own with commas between them.
    › 1  Sales revenue          usual in Sales; serves “grow revenue”
    › 2  Key-account retention  usual in Sales; serves “Win 30 leasing employers and keep the repeat
                                customers”
    › 3  New customers won      usual in Sales; serves “grow revenue”
    › 4  Key-account visits     usual in Sales; serves “Win 30 leasing employers and keep the repeat
                                customers”
    › 5  Work errors            serves “Halve quality complaints”; adds the process view
    Or your own
    ↵ Sales revenue, Key-account retention, New customers won, Key-account visits, Work errors
    [Back] [Cancel]

    Tom: Sales revenue, New customers won, Repeat purchase rate, test rides, motivation
    ── A KPI of your own 3/5 ───────────────────────────────────────────────────────────────────────────
    test rides is new to me. A few quick questions about how it is counted.

    What is good?
      1  Higher is better
      2  Lower is better
      3  Within a range
      4  Something else    none at all, at least, by a day, yes or no, levels
    [Back] [Cancel]

    Tom: higher
    What is it counted in?
      1  A count           visits, orders, complaints
      2  Money
      3  Percent
      4  A ratio           turns a year, times
      5  A score           points, stars
      6  A length of time  days, hours
    [Back] [Cancel]

    Tom: A count
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

    Tom: weekly
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

    Tom: skip
    ── Something that can be counted 3/5 ───────────────────────────────────────────────────────────────
    “motivation” can't be counted as it stands: it means something different to everyone. These can:

    Which of these comes nearest?
    Or put it in your own words, so that it can be counted.
      1  Improvements adopted            Suggestions adopted and carried out
      2  Tasks on time                   Tasks finished by their date ÷ Tasks due
      3  Training plan of the team done  Courses attended ÷ Courses planned for the team
    Or in your own words
    [Back] [Cancel]

    Tom: 1
    ── Are there numbers? 4/5 ──────────────────────────────────────────────────────────────────────────
    Sales revenue: Sales invoiced in the period, without tax. Once it is in force a value is entered
    every working day; for the time before one every month will do, and scores nothing.

    What were its last values, one for every month?
    Oldest first, with spaces between them; one is enough, twelve are better. If nobody knows any, skip
    it.
    ↵ –
    [Back] [Skip] [Cancel]

    Tom: 92k 79.5k 85k 81k 84k 97k 108k 105k 96k 99k 93k 97k
    ── Are there numbers? 4/5 ──────────────────────────────────────────────────────────────────────────
    New customers won: Customers with their first order in the period. Once it is in force a value is
    entered every week; for the time before one every month will do, and scores nothing.

    What were its last values, one for every month?
    Oldest first, with spaces between them; one is enough, twelve are better. If nobody knows any, skip
    it.
    ↵ –
    [Back] [Skip] [Cancel]

    Tom: 7 4 5 6 8 9 9 7 8 6 7 8
    ── Are there numbers? 4/5 ──────────────────────────────────────────────────────────────────────────
    Repeat purchase rate: Customers who bought again ÷ Customers who bought.

    What were its last values, one for every month?
    Oldest first, with spaces between them; one is enough, twelve are better. If nobody knows any, skip
    it.
    ↵ –
    [Back] [Skip] [Cancel]

    Tom: 31% 29% 33% 30% 34% 32%
    ── Are there numbers? 4/5 ──────────────────────────────────────────────────────────────────────────
    test rides. Once it is in force a value is entered every week; for the time before one every month
    will do, and scores nothing.

    What were its last values, one for every month?
    Oldest first, with spaces between them; one is enough, twelve are better. If nobody knows any, skip
    it.
    ↵ –
    [Back] [Skip] [Cancel]

    Tom: 88 100 76 112 96 104 108 92
    ── Are there numbers? 4/5 ──────────────────────────────────────────────────────────────────────────
    Improvements adopted: Suggestions adopted and carried out.

    What were its last values, one for every month?
    Oldest first, with spaces between them; one is enough, twelve are better. If nobody knows any, skip
    it.
    ↵ –
    [Back] [Skip] [Cancel]

    Tom: skip
    ── Are there numbers? 4/5 ──────────────────────────────────────────────────────────────────────────
    Without values nothing can say yet whether a target for Improvements adopted is too high or too low.
    It can be in force all the same, if somebody enters a value every month from now on; otherwise it is
    parked.

    Put it in force all the same?
    [1] Yes   [2] No
    [Back] [Cancel]

    Tom: no
    ── The market 4/5 ──────────────────────────────────────────────────────────────────────────────────
    Sales and customers come and go with the market. If you expect something of it, I weigh that with
    your values.

    How much more or less than a year ago do you expect of the market?
    Such as 5% - 10%, or -5%. Skip it if you don't know.
    ↵ –
    [Back] [Skip] [Cancel]

    Tom: 5%
    ── Targets 4/5 ─────────────────────────────────────────────────────────────────────────────────────
    KPI                                      Suggested  Chance
    ──────────────────────────────────────────────────────────────────────────────────────
    Sales revenue         £89,000 / £95,000 / £103,000  60%, 6 of the last 12
    New customers won                                8  67% by the trend, 5 of the last 12
    Repeat purchase rate         28.2% / 30.2% / 33.6%  60%, 4 of the last 6
    test rides                           79 / 96 / 109  60%, 5 of the last 8

    Sales revenue: by your values it would be about £97,492, by the market about £96,582; I have weighed
    both.

    New customers won: by your values it would be about 8, by the market about 7.35; I have weighed
    both.

    Shall these be the targets?
    One for each, in this order, with commas between them, such as 1.2m, 40 / 50 / 60, 30%.
      1  Take them all
      2  One at a time
    Or type them in one line
    [Back] [Cancel]

    Tom: 98k, 12, 32%
    ✗ I need 4 targets, one each for Sales revenue, New customers won, Repeat purchase rate and test
      rides, with commas between them; I read 3.
    Shall these be the targets?
    One for each, in this order, with commas between them, such as 1.2m, 40 / 50 / 60, 30%.
      1  Take them all
      2  One at a time
    Or type them in one line
    [Back] [Cancel]

    Tom: 90k / 98k / 110k, 12, 30% / 32% / 36%, 104
    ── Just to be sure 4/5 ─────────────────────────────────────────────────────────────────────────────
    New customers won: a target of 12 customers looks out of reach. The chance is under 1%: you would
    not have made it in any of the last 12 months.

    Which target shall it be?
      1  12 customers  as you typed it
      2  8 customers   my suggestion
    Or another target
    [Back] [Cancel]

    -- the bot restarts --
    Tom: /kpi
    Hello Tom. Nothing is waiting for you today.

    There are no KPIs yet. The goals stand; now one department: that takes about five minutes.

    [1] Build a department's KPIs   [2] Help

    /kpi build is still open; it waits where you left it.

    [3] Continue

    Tom: continue
    ── Just to be sure 4/5 ─────────────────────────────────────────────────────────────────────────────
    New customers won: a target of 12 customers looks out of reach. The chance is under 1%: you would
    not have made it in any of the last 12 months.

    Which target shall it be?
      1  12 customers  as you typed it
      2  8 customers   my suggestion
    Or another target
    [Back] [Cancel]

    Tom: 6 / 8 / 10
    ── Who enters the values 4/5 ───────────────────────────────────────────────────────────────────────
    Who knows these numbers?
      1  Tom
      2  Priya
      3  Luis
      4  美玲
      5  Different people
    [Back] [Cancel]

    Tom: Different people
    ── Who enters which value 4/5 ──────────────────────────────────────────────────────────────────────
    Sales revenue
      1  Tom
      2  Priya
      3  Luis
      4  美玲
    [Back] [Cancel]

    Tom: Priya
    New customers won
      1  Tom
      2  Priya
      3  Luis
      4  美玲
    [Back] [Cancel]

    Tom: Priya
    Repeat purchase rate
      1  Tom
      2  Priya
      3  Luis
      4  美玲
    [Back] [Cancel]

    Tom: me
    test rides
      1  Tom
      2  Priya
      3  Luis
      4  美玲
    [Back] [Cancel]

    Tom: Luis
    ── Weights 4/5 ─────────────────────────────────────────────────────────────────────────────────────
    How much should each KPI count?
    › 1  All the same
      2  I share out 100 points
      3  Compare two at a time   which matters more, A or B?
      4  Put them in order       the most important first
    ↵ All the same
    [Back] [Cancel]

    Tom: Put them in order
    ── In order of importance 4/5 ──────────────────────────────────────────────────────────────────────
    Which of these matters most?
      1  Sales revenue
      2  New customers won
      3  Repeat purchase rate
      4  test rides
    [Back] [Cancel]

    Tom: Sales revenue
    ── In order of importance 4/5 ──────────────────────────────────────────────────────────────────────
    Which of these matters most?
      1  New customers won
      2  Repeat purchase rate
      3  test rides
    [Back] [Cancel]

    Tom: New customers won
    ── In order of importance 4/5 ──────────────────────────────────────────────────────────────────────
    Which of these matters most?
      1  Repeat purchase rate
      2  test rides
    [Back] [Cancel]

    Tom: test rides
    ── Action plan 5/5 ─────────────────────────────────────────────────────────────────────────────────
    For which of them will you do something new?
    Training, a changed process, a tool. Skip if nothing needs to change.
      1  Sales revenue         target £98,000 every month
      2  New customers won     target 8 every month
      3  Repeat purchase rate  target 32% every month
      4  test rides            target 104 every month
    ↵ –
    [Back] [Skip] [Cancel]

    Tom: New customers won
    ── Action plan 5/5 ─────────────────────────────────────────────────────────────────────────────────
    New customers won: the target is 8 every month.

    What will you do to reach it?
    In a few words, such as: call ten former customers a week.
    ↵ –
    [Back] [Skip] [Cancel]

    Tom: Ask every leasing employer for two introductions
    ── Action plan 5/5 ─────────────────────────────────────────────────────────────────────────────────
    Who does it?
    › 1  Tom
      2  Priya
      3  Luis
      4  美玲
    ↵ Tom
    [Back] [Cancel]

    Tom: Priya
    By when?
    Such as 12-24, 24 Dec, Friday or in 3 weeks.
    [Back] [Cancel]

    Tom: 30 Nov
    ── Ready? 5/5 ──────────────────────────────────────────────────────────────────────────────────────
    This is the draft for Sales. Goal: Win 30 leasing employers and keep the repeat customers

    KPI                    Target  Weight  Reached before
    ────────────────────────────────────────────────────────────────────────────────
    Sales revenue         £98,000      40  3 of the last 12; chance 46% by the trend
    New customers won           8      30  5 of the last 12; chance 67% by the trend
    Repeat purchase rate      32%      10  3 of the last 6; chance 45%
    test rides                104      20  3 of the last 8; chance 38%

    One action is planned. Parked until somebody has numbers: Improvements adopted. Not covered of the
    balanced scorecard: learning and growth.

    Put this in force?
    [1] Yes   [2] No
    [Back] [Cancel]

    Tom: no
    ── Ask first? 5/5 ──────────────────────────────────────────────────────────────────────────────────
    Then it is not in force yet. Those in Sales can look at it and say what they think; you can change
    it after that.

    Show it to the department first?
    [1] Yes   [2] No
    [Back] [Cancel]

    Tom: yes
    ✓ Sales is shown the draft now. What they say comes to you and stands beside it; put it in force
      when you are ready.

    /kpi build is still open; it waits where you left it.

    [1] Continue
    """


@transcript
def test_5_sales_has_a_say() -> None:
    """
    -- 2026-10-06 09:00 --
    bot -> Priya:
    ✓ Welcome to Kestrel Bikes, Priya. I write to you by myself at most 5 times a week, between 09:00
      and 18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you,
      your heads and the owner see your own scores; everybody sees those of departments.

    [1] My day   [2] Help

    Tom would like to measure by these KPIs. They are not in force yet: what do you think of them?

    This is the draft for Sales. Goal: Win 30 leasing employers and keep the repeat customers

    KPI                    Target  Weight  Reached before
    ───────────────────────────────────────────────────────
    Sales revenue         £98,000      40  3 of the last 12
    New customers won           8      30  5 of the last 12
    Repeat purchase rate      32%      10  3 of the last 6
    test rides                104      20  3 of the last 8

    One action is planned. Not covered of the balanced scorecard: learning and growth.

    [3] Comment

    Priya: [Comment]
    ── The draft ───────────────────────────────────────────────────────────────────────────────────────
    What do you think of it?
    What is missing, what is too high, what you can't influence. The head reads it before the set is put
    in force.
    [Cancel]

    Priya: Glad that visits are not counted. Repeat purchases are half the workshop's doing
    ✓ Thank you. Whoever builds the set reads it before it is put in force.

    [1] Show the draft

    bot -> 美玲:
    Tom 打算按这些指标考核，目前还没有生效，你怎么看？

    销售的 KPI 草案如下。部门目标：Win 30 leasing employers and keep the repeat customers

    指标           目标  权重  以往达成
    ──────────────────────────────────────────────
    销售收入    £98,000    40  近 12 期中达成 3 期
    新增客户数        8    30  近 12 期中达成 5 期
    复购率          32%    10  近 6 期中达成 3 期
    test rides      104    20  近 8 期中达成 3 期

    已列 1 项行动。按平衡计分卡还缺：学习与成长。

    部门的意见
    姓名   意见
    ───────────────────────────────────────────────────────────────────────────────────────
    Priya  Glad that visits are not counted. Repeat purchases are half the workshop's doing

    [1] 发表意见

    美玲: [发表意见]
    ── 草案 ────────────────────────────────────────────────────────────────────────────────────────────
    你怎么看？
    缺了什么、哪个定高了、哪个自己左右不了，都可以说。生效前负责人会看。
    [取消]

    美玲: 试骑目标偏高，雨季没人来
    ✓ 收到，谢谢！生效前负责人会看到。

    [1] 查看草案

    Luis: /kpi
    ✓ Welcome to Kestrel Bikes, Luis. I write to you by myself at most 5 times a week, between 09:00 and
      18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you, your
      heads and the owner see your own scores; everybody sees those of departments.

    [3] My day   [4] Help

    Tom would like to measure by these KPIs. They are not in force yet: what do you think of them?

    This is the draft for Sales. Goal: Win 30 leasing employers and keep the repeat customers

    KPI                    Target  Weight  Reached before
    ───────────────────────────────────────────────────────
    Sales revenue         £98,000      40  3 of the last 12
    New customers won           8      30  5 of the last 12
    Repeat purchase rate      32%      10  3 of the last 6
    test rides                104      20  3 of the last 8

    One action is planned. Not covered of the balanced scorecard: learning and growth.

    What the department says
    Name   Comment
    ───────────────────────────────────────────────────────────────────────────────────────
    Priya  Glad that visits are not counted. Repeat purchases are half the workshop's doing
    美玲   试骑目标偏高，雨季没人来

    [5] Comment

    Hello Luis. Nothing is waiting for you today.

    There are no KPIs yet: owner and heads are agreeing on them. Once there are, I ask for your values
    when they are due and remind you once if one is missing, and your own score is seen only by you,
    your head and the owner.

    [1] 中文   [2] Help

    bot -> Tom:
    Priya says of the draft for Sales: Glad that visits are not counted. Repeat purchases are half the
    workshop's doing

    [1] Continue

    美玲 says of the draft for Sales: 试骑目标偏高，雨季没人来

    [2] Continue

    Tom: [Continue]
    /kpi build is open already and goes on here; cancel leaves it.

    ── Ready? 5/5 ──────────────────────────────────────────────────────────────────────────────────────
    This is the draft for Sales. Goal: Win 30 leasing employers and keep the repeat customers

    KPI                    Target  Weight  Reached before
    ────────────────────────────────────────────────────────────────────────────────
    Sales revenue         £98,000      40  3 of the last 12; chance 46% by the trend
    New customers won           8      30  5 of the last 12; chance 67% by the trend
    Repeat purchase rate      32%      10  3 of the last 6; chance 45%
    test rides                104      20  3 of the last 8; chance 38%

    One action is planned. Parked until somebody has numbers: Improvements adopted. Not covered of the
    balanced scorecard: learning and growth.

    What the department says
    Name   Comment
    ───────────────────────────────────────────────────────────────────────────────────────
    Priya  Glad that visits are not counted. Repeat purchases are half the workshop's doing
    美玲   试骑目标偏高，雨季没人来

    Put this in force?
    [1] Yes   [2] No
    ↵ No
    [Back] [Cancel]

    Tom: yes
    ✓ Sales has 4 KPIs in force.

    [1] Report   [2] Undo

    bot -> Luis:
    Sales is measured by these from now on: Sales revenue, New customers won, Repeat purchase rate and
    test rides. You enter test rides; I ask you when it is due.

    [1] Report   [2] Propose a change

    美玲: /kpi
    销售今后按这些指标考核：销售收入、新增客户数、复购率、test rides。

    [4] 看报告   [5] 提议调整指标

    美玲，你好！今天没有要填的数据。

    2026年10月你还没有得分。

    [1] 看报告   [2] 为什么？   [3] 帮助

    Luis: /kpi check Sales
    Sales: one error, 4 warnings, one hint.

    Error
    1. For test rides, where its number comes from is still to be said. Name the system or list that it
    is taken from, such as Project plan. If there is none, measure something easier.

    Warning
    2. I don't see how test rides serves “Win 30 leasing employers and keep the repeat customers”. If it
    does, one tap says so; otherwise link it to another goal, or end it.
    3. Sales lacks this part of the balanced scorecard: learning and growth. Add one, such as Customer
    records complete, Product training passed or Improvements adopted.
    4. Sales revenue can be had at the expense of something else, and no KPI beside it would show that.
    Add one that would show it, such as Gross margin of sales.
    5. New customers won can be had at the expense of something else, and no KPI beside it would show
    that. Add one that would show it, such as Gross margin of sales.

    Hint
    6. The KPIs of Sales stay with the department: none is somebody's own. Give Tom, Priya, Luis or 美玲
    a share of a target, or a KPI of their own.

    4 KPIs are new. Once they have values, from 8 Dec 2026 on, I look at whether their targets can be
    reached and whether they need a plan.

    [1] Whole company

    Luis: /kpi check object
    ── Your view ───────────────────────────────────────────────────────────────────────────────────────
    Which KPI?
      1  test rides
    [Cancel]

    Luis: test rides
    What would have to be different?
    The head and the team read it in the check.
    [Back] [Cancel]

    Luis: 104 is too many for November: nobody rides in the rain
    ✓ Thank you for saying so. The check shows it with test rides: 104 is too many for November: nobody
      rides in the rain

    [1] Undo

    Tom: /kpi check
    Sales: one error, 7 warnings, one hint.

    Error
    1. For test rides, where its number comes from is still to be said. Name the system or list that it
    is taken from, such as Project plan. If there is none, measure something easier.

    Warning
    2. I don't see how test rides serves “Win 30 leasing employers and keep the repeat customers”. If it
    does, one tap says so; otherwise link it to another goal, or end it.
    3. 美玲 also works in Customer service, where nothing is measured. Give that work a KPI of its own.
    4. Sales lacks this part of the balanced scorecard: learning and growth. Add one, such as Customer
    records complete, Product training passed or Improvements adopted.
    5. Sales revenue can be had at the expense of something else, and no KPI beside it would show that.
    Add one that would show it, such as Gross margin of sales.
    6. New customers won can be had at the expense of something else, and no KPI beside it would show
    that. Add one that would show it, such as Gross margin of sales.
    7. Luis does not agree to test rides: “104 is too many for November: nobody rides in the rain”. Talk
    it over with Luis and the team.
    8. 美玲 has no KPI and enters none. Agree on one, or let them enter one of the department's.

    4 KPIs are new. Once they have values, from 8 Dec 2026 on, I look at whether their targets can be
    reached and whether they need a plan.

    [1] 1: name the source
    [2] 2: yes, it serves “Win 30 leasing employers and keep the repeat customers”
    [3] 2: link to “grow revenue”   [4] 2: link to “Answer customers faster”   [5] 4: add a KPI
    [6] 5: add a KPI   [7] 6: add a KPI   [8] 7: change who enters it   [9] Mute one   [10] More
    [11] Whole company
    """


@transcript
def test_6_the_workshop_builds_in_three_minutes() -> None:
    """
    -- 2026-10-06 11:00 --
    Ben: /kpi build Workshop
    ✓ Welcome to Kestrel Bikes, Ben. I write to you by myself at most 5 times a week, between 09:00 and
      18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you, your
      heads and the owner see your own scores; everybody sees those of departments.

    [4] My day   [5] Help

    ── What the department is there for 2/5 ────────────────────────────────────────────────────────────
    What is Workshop there for? Each of its KPIs belongs to a company goal.

    Which company goal does it serve most?
      1  grow revenue
      2  Answer customers faster
      3  Halve quality complaints
    Or in your own words
    [Back] [Cancel]

    Ben: 3
    What does it add to that goal?
    One sentence, such as: win 40 new customers and keep the old ones.
    [Back] [Cancel]

    Ben: Bikes leave the workshop right the first time and on the promised day
    ── What to measure 3/5 ─────────────────────────────────────────────────────────────────────────────
    These fit Workshop, best first, each with the reason why I suggest it.

    Which of these will you be measured by?
    Three to five is a good number. Type numbers, names, or KPIs of your own with commas between them.
    › 1  Comebacks within 30 days       usual in Repairs and trades; serves “Bikes leave the workshop
                                        right the first time and on the promised day”
    › 2  Jobs done by the promised day  usual in Repairs and trades; adds the customer view
    › 3  Takings of repairs             usual in Repairs and trades; serves “grow revenue”
    › 4  Days from drop-off to pick-up  usual in Repairs and trades; easy to keep in a small company
    › 5  Hours billed                   usual in Repairs and trades; easy to keep in a small company
    Or your own
    ↵ Comebacks within 30 days, Jobs done by the promised day, Takings of repairs, Days from drop-off t…
    [Back] [Cancel]

    Ben: On-time delivery, bikes finished
    ── A KPI of your own 3/5 ───────────────────────────────────────────────────────────────────────────
    bikes finished is new to me. A few quick questions about how it is counted.

    What is good?
      1  Higher is better
      2  Lower is better
      3  Within a range
      4  Something else    none at all, at least, by a day, yes or no, levels
    [Back] [Cancel]

    Ben: more is better
    What is it counted in?
      1  A count           visits, orders, complaints
      2  Money
      3  Percent
      4  A ratio           turns a year, times
      5  A score           points, stars
      6  A length of time  days, hours
    [Back] [Cancel]

    Ben: count
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

    Ben: every week
    Where does the number come from?
    The list, papers or program it is taken from. Skip it if that is still open.
      1  Customer list or CRM
      2  Accounting system
      3  A list that we keep
      4  Orders and invoices
      5  The program we work with
      6  Asking customers or staff
    Or in your own words
    ↵ –
    [Back] [Skip] [Cancel]

    Ben: skip
    ── Are there numbers? 4/5 ──────────────────────────────────────────────────────────────────────────
    On-time delivery: Orders delivered by the promised date ÷ Orders delivered. Once it is in force a
    value is entered every week; for the time before one every month will do, and scores nothing.

    What were its last values, one for every month?
    Oldest first, with spaces between them; one is enough, twelve are better. If nobody knows any, skip
    it.
    ↵ –
    [Back] [Skip] [Cancel]

    Ben: 88 91 87 90 93 89 92 90 91 88 92 90
    ── Are there numbers? 4/5 ──────────────────────────────────────────────────────────────────────────
    bikes finished. Once it is in force a value is entered every week; for the time before one every
    month will do, and scores nothing.

    What were its last values, one for every month?
    Oldest first, with spaces between them; one is enough, twelve are better. If nobody knows any, skip
    it.
    ↵ –
    [Back] [Skip] [Cancel]

    Ben: 60 64 58 66 61 70
    ── Targets 4/5 ─────────────────────────────────────────────────────────────────────────────────────
    KPI                           Suggested  Chance
    ──────────────────────────────────────────────────────────────
    On-time delivery  87.4% / 89.4% / 92.4%  60%, 8 of the last 12
    bikes finished             57 / 63 / 70  62%, 3 of the last 6

    Shall these be the targets?
    One for each, in this order, with commas between them, such as 1.2m, 40 / 50 / 60, 30%.
      1  Take them all
      2  One at a time
    Or type them in one line
    [Back] [Cancel]

    Ben: take them all
    ── Who enters the values 4/5 ───────────────────────────────────────────────────────────────────────
    Who knows these numbers?
      1  Ben
      2  Sam
      3  Ola
      4  Kofi
      5  Different people
    [Back] [Cancel]

    Ben: Kofi
    ── Weights 4/5 ─────────────────────────────────────────────────────────────────────────────────────
    How much should each KPI count?
    › 1  All the same
      2  I share out 100 points
    ↵ All the same
    [Back] [Cancel]

    Ben: equal
    ── Action plan 5/5 ─────────────────────────────────────────────────────────────────────────────────
    For which of them will you do something new?
    Training, a changed process, a tool. Skip if nothing needs to change.
      1  On-time delivery  target 89.4% every month
      2  bikes finished    target 63 every month
    ↵ –
    [Back] [Skip] [Cancel]

    Ben: skip
    ── Ready? 5/5 ──────────────────────────────────────────────────────────────────────────────────────
    This is the draft for Workshop. Goal: Bikes leave the workshop right the first time and on the
    promised day

    KPI               Target  Weight  Reached before
    ──────────────────────────────────────────────────────────────
    On-time delivery   89.4%      50  8 of the last 12; chance 60%
    bikes finished        63      50  3 of the last 6; chance 62%

    No action is planned yet. Not covered of the balanced scorecard: financial, learning and growth.

    Put this in force?
    [1] Yes   [2] No
    [Back] [Cancel]

    Ben: yes
    ✓ Workshop has 2 KPIs in force.

    [1] Invite Kofi   [2] Report   [3] Undo
    """


@transcript
def test_7_customer_service_and_a_vague_wish() -> None:
    """
    -- 2026-10-06 15:00 --
    Ruth: /kpi build
    ✓ Welcome to Kestrel Bikes, Ruth. I write to you by myself at most 5 times a week, between 09:00 and
      18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you, your
      heads and the owner see your own scores; everybody sees those of departments.

    [4] My day   [5] Help

    ── Building a department's KPIs 1/5 ────────────────────────────────────────────────────────────────
    Which department?
      1  Sales
      2  Workshop
      3  Customer service
    [Cancel]

    Ruth: Customer service
    ── What the department is there for 2/5 ────────────────────────────────────────────────────────────
    What is Customer service there for? Each of its KPIs belongs to a company goal.

    Which company goal does it serve most?
      1  grow revenue
      2  Answer customers faster
      3  Halve quality complaints
    Or in your own words
    [Back] [Cancel]

    Ruth: 2
    What does it add to that goal?
    One sentence, such as: win 40 new customers and keep the old ones.
    [Back] [Cancel]

    Ruth: Every customer has an answer the same day
    ── What to measure 3/5 ─────────────────────────────────────────────────────────────────────────────
    These fit Customer service, best first, each with the reason why I suggest it.

    Which of these will you be measured by?
    Three to five is a good number. Type numbers, names, or KPIs of your own with commas between them.
    › 1  First-contact resolution  usual in Customer service; serves “Every customer has an answer the
                                   same day”
    › 2  Customer satisfaction     usual in Customer service; serves “Halve quality complaints”
    › 3  Complaint closure rate    usual in Customer service; serves “Every customer has an answer the
                                   same day”
    › 4  First response time       usual in Customer service; serves “Every customer has an answer the
                                   same day”
    › 5  Service check score       usual in Customer service; serves “Halve quality complaints”
    Or your own
    ↵ First-contact resolution, Customer satisfaction, Complaint closure rate, First response time, Ser…
    [Back] [Cancel]

    Ruth: Complaints, First response time, friendliness
    ── Something that can be counted 3/5 ───────────────────────────────────────────────────────────────
    “friendliness” can't be counted as it stands: it means something different to everyone. These can:

    Which of these comes nearest?
    Or put it in your own words, so that it can be counted.
      1  Customer satisfaction     Average mark that customers give after contact
      2  Complaints                Complaints received
      3  First-contact resolution  Requests solved at the first contact ÷ Requests
    Or in your own words
    [Back] [Cancel]

    Ruth: 1
    ── Are there numbers? 4/5 ──────────────────────────────────────────────────────────────────────────
    Complaints: Complaints received. Once it is in force a value is entered every week; for the time
    before one every month will do, and scores nothing.

    What were its last values, one for every month?
    Oldest first, with spaces between them; one is enough, twelve are better. If nobody knows any, skip
    it.
    ↵ –
    [Back] [Skip] [Cancel]

    Ruth: 5 4 6 5 4 5 3 6
    ── Are there numbers? 4/5 ──────────────────────────────────────────────────────────────────────────
    First response time: Minutes from the request to the first human answer, on average. Once it is in
    force a value is entered every week; for the time before one every month will do, and scores
    nothing.

    What were its last values, one for every month?
    Oldest first, with spaces between them; one is enough, twelve are better. If nobody knows any, skip
    it.
    ↵ –
    [Back] [Skip] [Cancel]

    Ruth: 25 30 28 35 24 27
    ── Are there numbers? 4/5 ──────────────────────────────────────────────────────────────────────────
    Customer satisfaction: Average mark that customers give after contact.

    What were its last values, one for every month?
    Oldest first, with spaces between them; one is enough, twelve are better. If nobody knows any, skip
    it.
    ↵ –
    [Back] [Skip] [Cancel]

    Ruth: 4.1 4.2 4.0 4.3 4.2 4.4
    ── Targets 4/5 ─────────────────────────────────────────────────────────────────────────────────────
    KPI                                               Suggested  Chance
    ──────────────────────────────────────────────────────────────────────────────────────────────
    Complaints                                        7 / 6 / 4  78% by the trend, 8 of the last 8
    First response time    34 minutes / 29 minutes / 23 minutes  62%, 4 of the last 6
    Customer satisfaction                       4 / 4.24 / 4.42  59% by the trend, 2 of the last 6

    Shall these be the targets?
    One for each, in this order, with commas between them, such as 1.2m, 40 / 50 / 60, 30%.
      1  Take them all
      2  One at a time
    Or type them in one line
    [Back] [Cancel]

    Ruth: 7 / 5 / 3, 30, 4 / 4.3 / 4.6
    ── Who enters the values 4/5 ───────────────────────────────────────────────────────────────────────
    Who knows these numbers?
      1  Ruth
      2  美玲
      3  Jack
      4  Different people
    [Back] [Cancel]

    Ruth: Jack
    ── Weights 4/5 ─────────────────────────────────────────────────────────────────────────────────────
    How much should each KPI count?
    › 1  All the same
      2  I share out 100 points
      3  Compare two at a time   which matters more, A or B?
      4  Put them in order       the most important first
    ↵ All the same
    [Back] [Cancel]

    Ruth: 2
    ── 100 points 4/5 ──────────────────────────────────────────────────────────────────────────────────
    How many points for Complaints, First response time and Customer satisfaction?
    One number for each, in this order; 100 in all, such as 40 30 20 10.
    [Back] [Cancel]

    Ruth: 50 30 20
    ── Action plan 5/5 ─────────────────────────────────────────────────────────────────────────────────
    For which of them will you do something new?
    Training, a changed process, a tool. Skip if nothing needs to change.
      1  Complaints             target 5 every month
      2  First response time    target 30 minutes every month
      3  Customer satisfaction  target 4.3 every month
    ↵ –
    [Back] [Skip] [Cancel]

    Ruth: Complaints
    ── Action plan 5/5 ─────────────────────────────────────────────────────────────────────────────────
    Complaints: the target is 5 every month.

    What will you do to reach it?
    In a few words, such as: call ten former customers a week.
    ↵ –
    [Back] [Skip] [Cancel]

    Ruth: Call back within the hour when a bike has come back twice
    ── Action plan 5/5 ─────────────────────────────────────────────────────────────────────────────────
    Who does it?
    › 1  Ruth
      2  美玲
      3  Jack
    ↵ Ruth
    [Back] [Cancel]

    Ruth: Jack
    By when?
    Such as 12-24, 24 Dec, Friday or in 3 weeks.
    [Back] [Cancel]

    Ruth: 30 Oct
    ── Ready? 5/5 ──────────────────────────────────────────────────────────────────────────────────────
    This is the draft for Customer service. Goal: Every customer has an answer the same day

    KPI                        Target  Weight  Reached before
    ──────────────────────────────────────────────────────────────────────
    Complaints                      5      50  6 of the last 8; chance 58%
    First response time    30 minutes      30  5 of the last 6; chance 67%
    Customer satisfaction         4.3      20  2 of the last 6; chance 45%

    One action is planned. Not covered of the balanced scorecard: financial, learning and growth.

    Put this in force?
    [1] Yes   [2] No
    [Back] [Cancel]

    Ruth: yes
    ✓ Customer service has 3 KPIs in force.

    [1] Report   [2] Undo

    bot -> Jack:
    This is yours to do, by 30 Oct 2026:

    Call back within the hour when a bike has come back twice

    For       Complaints
    Who       Jack
    Due       30 Oct 2026
    State     Open
    Given by  Ruth

    [1] Done   [2] Later   [3] Drop   [4] Plan

    Customer service is measured by these from now on: Complaints, First response time and Customer
    satisfaction. You enter Complaints, First response time and Customer satisfaction; I ask you when
    they are due.

    [5] Report   [6] Propose a change
    """


@transcript
def test_8_the_founder_looks_at_it_all() -> None:
    """
    -- 2026-10-07 09:00 --
    > /kpi
    Hello Grace. Nothing is waiting for you today.

    There is no score for October 2026 yet.

    [1] Report   [2] Why?   [3] Help

    > /kpi check
    Kestrel Bikes: 2 errors, 15 warnings, 6 hints.

    Sales
    1. Error: For test rides, where its number comes from is still to be said. Name the system or list
    that it is taken from, such as Project plan. If there is none, measure something easier.
    2. Warning: I don't see how test rides serves “Win 30 leasing employers and keep the repeat
    customers”. If it does, one tap says so; otherwise link it to another goal, or end it.
    3. Warning: Sales lacks this part of the balanced scorecard: learning and growth. Add one, such as
    Customer records complete, Product training passed or Improvements adopted.
    … and 4 more

    Workshop
    4. Error: For bikes finished, where its number comes from is still to be said. Name the system or
    list that it is taken from. If there is none, measure something easier.
    5. Warning: I don't see how On-time delivery serves “Bikes leave the workshop right the first time
    and on the promised day”. If it does, one tap says so; otherwise link it to another goal, or end it.
    6. Warning: Workshop has 2 KPIs. Fewer than 3 don't show the whole. Add what else the department is
    there for.
    … and 4 more

    Customer service
    7. Warning: Complaints weighs 50: so much that the rest hardly counts. Split it, or give some of its
    weight to the others.
    … and 3 more

    Kestrel Bikes
    8. Warning: The company lacks this part of the balanced scorecard: learning and growth. Add one.
    … and 4 more

    Department        Errors  Warnings  Hints
    ─────────────────────────────────────────
    Sales                  1         6      1
    Workshop               1         5      1
    Customer service       0         4      1

    9 KPIs are new. Once they have values, from 8 Dec 2026 on, I look at whether their targets can be
    reached and whether they need a plan.

    [1] 1: name the source
    [2] 2: yes, it serves “Win 30 leasing employers and keep the repeat customers”
    [3] 2: link to “grow revenue”   [4] 2: link to “Answer customers faster”   [5] 3: add a KPI
    [6] 4: name the source
    [7] 5: yes, it serves “Bikes leave the workshop right the first time and on the promised day”
    [8] 5: link to “grow revenue”   [9] 5: link to “Answer customers faster”   [10] 6: add a KPI
    [11] 7: change the weights   [12] 8: add a KPI   [13] Sales: all 7   [14] Workshop: all 7
    [15] Customer service: all 4   [16] Kestrel Bikes: all 5

    > [Workshop: all 7]
    Workshop: one error, 5 warnings, one hint.

    Error
    1. For bikes finished, where its number comes from is still to be said. Name the system or list that
    it is taken from. If there is none, measure something easier.

    Warning
    2. I don't see how On-time delivery serves “Bikes leave the workshop right the first time and on the
    promised day”. If it does, one tap says so; otherwise link it to another goal, or end it.
    3. Workshop has 2 KPIs. Fewer than 3 don't show the whole. Add what else the department is there
    for.
    4. Ben has no KPI and enters none. Agree on one, or let them enter one of the department's.
    5. Sam has no KPI and enters none. Agree on one, or let them enter one of the department's.
    6. Ola has no KPI and enters none. Agree on one, or let them enter one of the department's.

    Hint
    7. The KPIs of Workshop stay with the department: none is somebody's own. Give Ben, Sam, Ola or Kofi
    a share of a target, or a KPI of their own.

    2 KPIs are new. Once they have values, from 8 Dec 2026 on, I look at whether their targets can be
    reached and whether they need a plan.

    [1] 1: name the source
    [2] 2: yes, it serves “Bikes leave the workshop right the first time and on the promised day”
    [3] 2: link to “grow revenue”   [4] 2: link to “Answer customers faster”   [5] 3: add a KPI
    [6] 4: give out KPIs or time   [7] 5: give out KPIs or time   [8] 6: give out KPIs or time
    [9] 7: give out KPIs or time   [10] Mute one   [11] Whole company

    > /kpi report
    Kestrel Bikes, October 2026: no score yet.

    Department              Score  Weight scored
    ────────────────────────────────────────────
    Sales                 missing             0%
    Workshop          not due yet             0%
    Customer service  not due yet             0%

    Not in yet: Sales (1 value).

    [1] Sales   [2] Workshop   [3] Customer service   [4] Period before

    > /kpi help build
    Build the KPIs of a department, or of one person by name, step by step
    Who may: heads for their department, owners everywhere.
    /kpi build Sales
    See also: /kpi strategy, /kpi target, /kpi check.

    [1] /kpi build Sales
    """
