"""Dialogs that are left, taken back, handed on, restarted and forgotten."""

from __future__ import annotations

import pytest

from tests.chat import transcript


@pytest.fixture
def people() -> tuple[str, ...]:
    return "Anna", "Li Na"


@pytest.mark.usefixtures("founded")
@transcript
def test_back_skip_cancel_and_continue() -> None:
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

    > skip
    ✗ This one can't be skipped.
    What do you want to achieve?
    Pick up to five, or type your own with commas between them.
    ...
    [Cancel]

    > Sell abroad
    ── What helps, what hinders 2/2 ────────────────────────────────────────────────────────────────────
    A few words each, with commas between them. They decide which KPIs I suggest: a weakness is
    repaired, an opportunity seized.

    Strengths: what are you better at than others?
    A few words each, with commas between them.
    Or your own
    ↵ –
    [Back] [Skip] [Cancel]

    > back
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
    ↵ Sell abroad
    [Cancel]

    >
    ── What helps, what hinders 2/2 ────────────────────────────────────────────────────────────────────
    A few words each, with commas between them. They decide which KPIs I suggest: a weakness is
    repaired, an opportunity seized.

    Strengths: what are you better at than others?
    A few words each, with commas between them.
    Or your own
    ↵ –
    [Back] [Skip] [Cancel]

    > skip
    Weaknesses: what goes wrong too often?
    Or your own
    ↵ –
    [Back] [Skip] [Cancel]

    > skip
    Opportunities: what is there to be seized?
    Or your own
    ↵ –
    [Back] [Skip] [Cancel]

    > [Back]
    Weaknesses: what goes wrong too often?
    Or your own
    ↵ –
    [Back] [Skip] [Cancel]

    > continue
    Weaknesses: what goes wrong too often?
    Or your own
    ↵ –
    [Back] [Skip] [Cancel]

    > /kpi 继续
    Weaknesses: what goes wrong too often?
    Or your own
    ↵ –
    [Back] [Skip] [Cancel]

    > [Skip]
    Opportunities: what is there to be seized?
    Or your own
    ↵ –
    [Back] [Skip] [Cancel]

    > late deliveries
    Threats: what could hurt you from outside?
    Or your own
    ↵ –
    [Back] [Skip] [Cancel]

    > cancel
    Cancelled; nothing of /kpi strategy has been changed.

    > cancel
    There is no dialog open.

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

    > cancel
    Cancelled; nothing of /kpi strategy has been changed.
    """


@pytest.mark.usefixtures("founded")
@transcript
def test_nothing_is_asked_again_after_back_but_what_was_taken_back() -> None:
    """
    > /kpi start
    ── Your company ────────────────────────────────────────────────────────────────────────────────────
    Hello Anna. Four short questions about the company, then we build KPIs for the first department.

    What is the company called?
    ↵ Harbour Trading
    [Cancel]

    > Harbour
    Which departments are there?
    Pick from the list, or type your own with commas between them.
    ...
    ↵ Sales, Service, Warehouse
    [Back] [Cancel]

    > Sales, Export
    Which time zone are you in?
    A city or a time zone, such as Shanghai or Europe/Berlin.
    ↵ Asia/Shanghai
    [Back] [Cancel]

    > back
    Which departments are there?
    Pick from the list, or type your own with commas between them.
    ...
    ↵ Sales, Export
    [Back] [Cancel]

    > back
    What is the company called?
    ↵ Harbour
    [Cancel]

    >
    Which departments are there?
    Pick from the list, or type your own with commas between them.
    ...
    ↵ Sales, Export
    [Back] [Cancel]

    >
    Which time zone are you in?
    A city or a time zone, such as Shanghai or Europe/Berlin.
    ↵ Asia/Shanghai
    [Back] [Cancel]

    >
    Which currency do you count in?
    Such as USD, EUR or CNY.
    ↵ CNY
    [Back] [Cancel]

    >
    ✓ Harbour is set up: Sales, Service, Warehouse and Export. Next: where is the company going?

    [1] Set goals and SWOT   [2] Add somebody   [3] Build a department's KPIs
    """


@pytest.mark.usefixtures("founded")
@transcript
def test_dialogs_wait_for_one_another() -> None:
    """
    > /kpi build Sales
    ── What the department is there for 2/5 ────────────────────────────────────────────────────────────
    What is Sales there for? Each of its KPIs belongs to a company goal.

    Which company goal does it serve most?
       1  Grow revenue by 20 % within a year
       2  Win new customers in new regions
       3  Raise the share of online sales
       4  Halve quality complaints
       5  Hold the gross margin without discounts
       6  Make the brand known for quality
       7  Earn a fifth of revenue with new products
       8  Shorten the time to market
       9  Train the team in new technology
      10  Cut unit cost by 8 %
      11  Raise productivity per head
      12  Buy cheaper from fewer, better suppliers
      13  Keep every key account
      14  Answer customers faster
      15  Raise customer satisfaction and repeat purchases
      16  Keep cash for at least six months
      17  Collect receivables on time
      18  Cut spending that can wait
    Or in your own words
    [Back] [Cancel]

    > Sell abroad
    What does it add to that goal?
    One sentence, such as: win 40 new customers and keep the old ones.
    [Back] [Cancel]

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

    > Sell abroad
    ── What helps, what hinders 2/2 ────────────────────────────────────────────────────────────────────
    A few words each, with commas between them. They decide which KPIs I suggest: a weakness is
    repaired, an opportunity seized.

    Strengths: what are you better at than others?
    A few words each, with commas between them.
    Or your own
    ↵ –
    [Back] [Skip] [Cancel]

    > /kpi
    Hello Anna. Nothing is waiting for you today.

    There are no KPIs yet. Goals first, then one department: that takes about five minutes.

    [1] Set goals and SWOT   [2] Build a department's KPIs   [3] Help

    /kpi strategy is still open; it waits where you left it.

    [4] Continue

    > /kpi members add Tom, Sales, member, 100%
    ✓ Tom is added (member), by share of time: Sales 100%.

    [1] Add another   [2] Undo

    /kpi strategy is still open; it waits where you left it.

    [3] Continue

    > /kpi build Service
    /kpi build is open already and goes on here; cancel leaves it.

    ── What the department is there for 2/5 ────────────────────────────────────────────────────────────
    What is Sales there for? Each of its KPIs belongs to a company goal.

    What does it add to that goal?
    One sentence, such as: win 40 new customers and keep the old ones.
    [Back] [Cancel]

    > Sell more abroad
    ── What to measure 3/5 ─────────────────────────────────────────────────────────────────────────────
    These fit Sales, best first, each with the reason why I suggest it.

    Which of these will you be measured by?
    Three to five is a good number. Type numbers, names, or KPIs of your own with commas between them.
    ...
    [Back] [Cancel]

    > /kpi strategy
    ── What helps, what hinders 2/2 ────────────────────────────────────────────────────────────────────
    A few words each, with commas between them. They decide which KPIs I suggest: a weakness is
    repaired, an opportunity seized.

    Strengths: what are you better at than others?
    A few words each, with commas between them.
    Or your own
    ↵ –
    [Back] [Skip] [Cancel]

    > skip
    Weaknesses: what goes wrong too often?
    Or your own
    ↵ –
    [Back] [Skip] [Cancel]

    > skip
    Opportunities: what is there to be seized?
    Or your own
    ↵ –
    [Back] [Skip] [Cancel]

    > skip
    Threats: what could hurt you from outside?
    Or your own
    ↵ –
    [Back] [Skip] [Cancel]

    > skip
    ✓ Written down: one goal. Next: KPIs for a department.

    [1] Build a department's KPIs   [2] Undo

    /kpi build is still open; it waits where you left it.

    [3] Continue

    > [Continue]
    ── What to measure 3/5 ─────────────────────────────────────────────────────────────────────────────
    These fit Sales, best first, each with the reason why I suggest it.

    Which of these will you be measured by?
    Three to five is a good number. Type numbers, names, or KPIs of your own with commas between them.
    ...
    [Back] [Cancel]
    """


@pytest.mark.usefixtures("founded")
@transcript
def test_a_dialog_is_handed_to_somebody_who_goes_on() -> None:
    """
    > /kpi members add Li Na, Sales, head, 100%
    ✓ Li Na is added (head), by share of time: Sales 100%.

    [1] Add another   [2] Undo

    > /kpi build Sales
    ── What the department is there for 2/5 ────────────────────────────────────────────────────────────
    What is Sales there for? Each of its KPIs belongs to a company goal.

    Which company goal does it serve most?
       1  Grow revenue by 20 % within a year
       2  Win new customers in new regions
       3  Raise the share of online sales
       4  Halve quality complaints
       5  Hold the gross margin without discounts
       6  Make the brand known for quality
       7  Earn a fifth of revenue with new products
       8  Shorten the time to market
       9  Train the team in new technology
      10  Cut unit cost by 8 %
      11  Raise productivity per head
      12  Buy cheaper from fewer, better suppliers
      13  Keep every key account
      14  Answer customers faster
      15  Raise customer satisfaction and repeat purchases
      16  Keep cash for at least six months
      17  Collect receivables on time
      18  Cut spending that can wait
    Or in your own words
    [Back] [Cancel]

    > Sell abroad
    What does it add to that goal?
    One sentence, such as: win 40 new customers and keep the old ones.
    [Back] [Cancel]

    > 转交及时率达到95%
    ── What to measure 3/5 ─────────────────────────────────────────────────────────────────────────────
    These fit Sales, best first, each with the reason why I suggest it.

    Which of these will you be measured by?
    Three to five is a good number. Type numbers, names, or KPIs of your own with commas between them.
    ...
    [Back] [Cancel]

    > back
    ── What the department is there for 2/5 ────────────────────────────────────────────────────────────
    What is Sales there for? Each of its KPIs belongs to a company goal.

    What does it add to that goal?
    One sentence, such as: win 40 new customers and keep the old ones.
    ↵ 转交及时率达到95%
    [Back] [Cancel]

    > hand over to li na
    Li Na has /kpi build now, with everything answered so far. It waits in their chat.

    > Win 40 new customers
    I don't understand “Win 40 new customers”. /kpi help shows what I do understand.

    Li Na: /kpi
    ✓ Welcome to Harbour Trading, Li Na. I write to you by myself at most 5 times a week, between 09:00
      and 18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you,
      your heads and the owner see your own scores; everybody sees those of departments.

    [4] My day   [5] Help

    Hello Li Na. Nothing is waiting for you today.

    There are no KPIs yet. Goals first, then one department: that takes about five minutes.

    [1] Build a department's KPIs   [2] Help

    Anna has handed /kpi build over to you, with everything answered so far. It waits for you.

    [3] Continue

    Li Na: [Continue]
    ── What the department is there for 2/5 ────────────────────────────────────────────────────────────
    What is Sales there for? Each of its KPIs belongs to a company goal.

    What does it add to that goal?
    One sentence, such as: win 40 new customers and keep the old ones.
    ↵ 转交及时率达到95%
    [Back] [Cancel]

    Li Na: Win 40 new customers
    ── What to measure 3/5 ─────────────────────────────────────────────────────────────────────────────
    These fit Sales, best first, each with the reason why I suggest it.

    Which of these will you be measured by?
    Three to five is a good number. Type numbers, names, or KPIs of your own with commas between them.
    ...
    [Back] [Cancel]

    Li Na: hand over to Anna
    Anna has /kpi build now, with everything answered so far. It waits in their chat.

    > continue
    Li Na has handed /kpi build over to you, with everything answered so far. It goes on here:

    ── What to measure 3/5 ─────────────────────────────────────────────────────────────────────────────
    These fit Sales, best first, each with the reason why I suggest it.

    Which of these will you be measured by?
    Three to five is a good number. Type numbers, names, or KPIs of your own with commas between them.
    › 1  Sales revenue          usual in Sales; adds the financial view
    › 2  New customers won      usual in Sales; serves “Win 40 new customers”
    › 3  Win rate               usual in Sales; serves “Win 40 new customers”
    › 4  Collection rate        usual in Sales; easy to keep in a small company
    › 5  Key-account retention  usual in Sales; easy to keep in a small company
    Or your own
    ↵ Sales revenue, New customers won, Win rate, Collection rate, Key-account retention
    [Back] [Cancel]

    > back
    ── What the department is there for 2/5 ────────────────────────────────────────────────────────────
    What is Sales there for? Each of its KPIs belongs to a company goal.

    What does it add to that goal?
    One sentence, such as: win 40 new customers and keep the old ones.
    ↵ Win 40 new customers
    [Back] [Cancel]
    """


@pytest.mark.usefixtures("founded")
@transcript
def test_nobody_is_handed_what_they_have_open_themselves() -> None:
    """
    > /kpi members add Li Na, Sales, head, 100%
    ✓ Li Na is added (head), by share of time: Sales 100%.

    [1] Add another   [2] Undo

    Li Na: /kpi build Sales
    ✓ Welcome to Harbour Trading, Li Na. I write to you by myself at most 5 times a week, between 09:00
      and 18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you,
      your heads and the owner see your own scores; everybody sees those of departments.

    [19] My day   [20] Help

    ── What the department is there for 2/5 ────────────────────────────────────────────────────────────
    What is Sales there for? Each of its KPIs belongs to a company goal.

    Which company goal does it serve most?
       1  Grow revenue by 20 % within a year
       2  Win new customers in new regions
       3  Raise the share of online sales
       4  Halve quality complaints
       5  Hold the gross margin without discounts
       6  Make the brand known for quality
       7  Earn a fifth of revenue with new products
       8  Shorten the time to market
       9  Train the team in new technology
      10  Cut unit cost by 8 %
      11  Raise productivity per head
      12  Buy cheaper from fewer, better suppliers
      13  Keep every key account
      14  Answer customers faster
      15  Raise customer satisfaction and repeat purchases
      16  Keep cash for at least six months
      17  Collect receivables on time
      18  Cut spending that can wait
    Or in your own words
    [Back] [Cancel]

    > /kpi build Service
    ── What the department is there for 2/5 ────────────────────────────────────────────────────────────
    What is Service there for? Each of its KPIs belongs to a company goal.

    Which company goal does it serve most?
       1  Grow revenue by 20 % within a year
       2  Win new customers in new regions
       3  Raise the share of online sales
       4  Halve quality complaints
       5  Hold the gross margin without discounts
       6  Make the brand known for quality
       7  Earn a fifth of revenue with new products
       8  Shorten the time to market
       9  Train the team in new technology
      10  Cut unit cost by 8 %
      11  Raise productivity per head
      12  Buy cheaper from fewer, better suppliers
      13  Keep every key account
      14  Answer customers faster
      15  Raise customer satisfaction and repeat purchases
      16  Keep cash for at least six months
      17  Collect receivables on time
      18  Cut spending that can wait
    Or in your own words
    [Back] [Cancel]

    > hand over to Li Na
    ✗ They have /kpi build open themselves and would have to finish or cancel it first.

    ── What the department is there for 2/5 ────────────────────────────────────────────────────────────
    What is Service there for? Each of its KPIs belongs to a company goal.

    Which company goal does it serve most?
       1  Grow revenue by 20 % within a year
       2  Win new customers in new regions
       3  Raise the share of online sales
       4  Halve quality complaints
       5  Hold the gross margin without discounts
       6  Make the brand known for quality
       7  Earn a fifth of revenue with new products
       8  Shorten the time to market
       9  Train the team in new technology
      10  Cut unit cost by 8 %
      11  Raise productivity per head
      12  Buy cheaper from fewer, better suppliers
      13  Keep every key account
      14  Answer customers faster
      15  Raise customer satisfaction and repeat purchases
      16  Keep cash for at least six months
      17  Collect receivables on time
      18  Cut spending that can wait
    Or in your own words
    [Back] [Cancel]
    """


@pytest.mark.usefixtures("founded")
@transcript
def test_a_dialog_waits_for_fourteen_days() -> None:
    """
    > /kpi build Sales
    ── What the department is there for 2/5 ────────────────────────────────────────────────────────────
    What is Sales there for? Each of its KPIs belongs to a company goal.

    Which company goal does it serve most?
       1  Grow revenue by 20 % within a year
       2  Win new customers in new regions
       3  Raise the share of online sales
       4  Halve quality complaints
       5  Hold the gross margin without discounts
       6  Make the brand known for quality
       7  Earn a fifth of revenue with new products
       8  Shorten the time to market
       9  Train the team in new technology
      10  Cut unit cost by 8 %
      11  Raise productivity per head
      12  Buy cheaper from fewer, better suppliers
      13  Keep every key account
      14  Answer customers faster
      15  Raise customer satisfaction and repeat purchases
      16  Keep cash for at least six months
      17  Collect receivables on time
      18  Cut spending that can wait
    Or in your own words
    [Back] [Cancel]

    > Sell abroad
    What does it add to that goal?
    One sentence, such as: win 40 new customers and keep the old ones.
    [Back] [Cancel]

    -- 2026-12-07 09:00 --
    > /kpi
    Hello Anna. Nothing is waiting for you today.

    There are no KPIs yet. Goals first, then one department: that takes about five minutes.

    [1] Set goals and SWOT   [2] Build a department's KPIs   [3] Help

    /kpi build is still open; it waits where you left it.

    [4] Continue

    > continue
    ── What the department is there for 2/5 ────────────────────────────────────────────────────────────
    What is Sales there for? Each of its KPIs belongs to a company goal.

    What does it add to that goal?
    One sentence, such as: win 40 new customers and keep the old ones.
    [Back] [Cancel]

    -- 2026-12-21 09:01 --
    > /kpi
    Hello Anna. Nothing is waiting for you today.

    There are no KPIs yet. Goals first, then one department: that takes about five minutes.

    [1] Set goals and SWOT   [2] Build a department's KPIs   [3] Help

    > continue
    There is no dialog open.
    """


@pytest.mark.usefixtures("founded")
@transcript
def test_a_restart_goes_unnoticed() -> None:
    """
    > /kpi build Sales
    ── What the department is there for 2/5 ────────────────────────────────────────────────────────────
    What is Sales there for? Each of its KPIs belongs to a company goal.

    Which company goal does it serve most?
       1  Grow revenue by 20 % within a year
       2  Win new customers in new regions
       3  Raise the share of online sales
       4  Halve quality complaints
       5  Hold the gross margin without discounts
       6  Make the brand known for quality
       7  Earn a fifth of revenue with new products
       8  Shorten the time to market
       9  Train the team in new technology
      10  Cut unit cost by 8 %
      11  Raise productivity per head
      12  Buy cheaper from fewer, better suppliers
      13  Keep every key account
      14  Answer customers faster
      15  Raise customer satisfaction and repeat purchases
      16  Keep cash for at least six months
      17  Collect receivables on time
      18  Cut spending that can wait
    Or in your own words
    [Back] [Cancel]

    > Sell abroad
    What does it add to that goal?
    One sentence, such as: win 40 new customers and keep the old ones.
    [Back] [Cancel]

    -- the bot restarts --
    > Win 40 new customers
    ── What to measure 3/5 ─────────────────────────────────────────────────────────────────────────────
    These fit Sales, best first, each with the reason why I suggest it.

    Which of these will you be measured by?
    Three to five is a good number. Type numbers, names, or KPIs of your own with commas between them.
    ...
    [Back] [Cancel]

    -- a new version is deployed --
    > back
    ── What the department is there for 2/5 ────────────────────────────────────────────────────────────
    What is Sales there for? Each of its KPIs belongs to a company goal.

    What does it add to that goal?
    One sentence, such as: win 40 new customers and keep the old ones.
    ↵ Win 40 new customers
    [Back] [Cancel]
    """


@pytest.mark.usefixtures("founded")
@transcript
def test_whoever_asks_for_help_at_a_question_is_told_what_can_be_done_there() -> None:
    """
    > /kpi strategy
    ...
    > help
    A goal is where the company wants to be in a year or so, such as: keep every key account. The KPIs
    are chosen to serve the goals. Answer with numbers or names, with commas between them. back changes
    the answer before, skip leaves an optional one out, cancel ends /kpi strategy. Any command, such as
    /kpi report or /kpi help, works in between: the dialog waits.

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

    > 撤销
    /kpi strategy is not finished. back takes back your last answer to it, /kpi undo the last thing you
    did before.

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

    > Sell abroad
    ...
    """


@pytest.mark.usefixtures("built")
@transcript
def test_a_misspelt_kpi_is_entered_by_a_button() -> None:
    """
    > hello
    Hello Anna. One value is waiting for you:

    KPI            Period       Last time                    Target
    ───────────────────────────────────────────────────────────────
    Sales revenue  23 Nov 2026             CN¥1,200,000 every month

    There is no score for November 2026 yet.

    [1] Enter my values   [2] Report   [3] Why?   [4] Help

    > new custmers wonn 9
    I don't understand “new custmers wonn 9”. Perhaps one of these? /kpi help shows what I do
    understand.

    [1] New customers won 9   [2] Key-account visits 9

    > 1
    ✓ Thank you. I understood:

      KPI                Period               Value  Before
      ─────────────────────────────────────────────────────
      New customers won  week 47, 2026  9 customers

    [1] Undo   [2] Report   [3] Why?

    > thanks
    You're welcome.
    """


@pytest.mark.usefixtures("founded")
@transcript
def test_once_another_language_is_chosen_everything_is_said_in_it() -> None:
    """
    > /kpi strategy
    ...
    > /kpi language 中文
    ✓ 好的，以后用中文。

    [1] 今日待办

    /kpi 战略 还没完成，进度已保留。

    [2] 继续
    """
