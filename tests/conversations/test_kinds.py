"""KPIs that are done or not, that stay within a range, and of which less is better; and a long record."""

from __future__ import annotations

import pytest

from tests.chat import transcript
from tests.stage import RealStage

LINES = ("stock level 99 2025-{:02}", "stock level 101 2025-{:02} counted twice")


@pytest.fixture
def kinds(stage: RealStage, founded: None) -> None:
    """A department whose KPIs are of the rarer kinds."""
    stage.type("Anna", "/kpi build Service", "Sell abroad", "Answer fast", "Backup done, Stock level")
    stage.type("Anna", "Something else", "Done or not done", "Every month", "skip")
    stage.type("Anna", "Within a range", "A count", "Every month", "skip", "yes", "99", "98 - 102")
    assert "2 KPIs in force" in stage.type("Anna", "All the same", "skip", "yes")


@pytest.mark.usefixtures("founded")
@transcript
def test_targets_of_every_kind() -> None:
    """
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

    > Sell abroad
    What does it add to that goal?
    One sentence, such as: win 40 new customers and keep the old ones.
    [Back] [Cancel]

    > Answer fast
    ── What to measure 3/5 ─────────────────────────────────────────────────────────────────────────────
    These fit Service, best first, each with the reason why I suggest it.

    Which of these will you be measured by?
    Three to five is a good number. Type numbers, names, or KPIs of your own with commas between them.
    › 1  Customer satisfaction     usual in Customer service; adds the customer view
    › 2  First response time       usual in Customer service; serves “Answer fast”
    › 3  Complaint closure rate    usual in Customer service; serves “Answer fast”
    › 4  First-contact resolution  usual in Customer service; serves “Answer fast”
    › 5  Service check score       usual in Customer service; adds the learning and growth view
    Or your own
    ↵ Customer satisfaction, First response time, Complaint closure rate, First-contact resolution, Ser…
    [Back] [Cancel]

    > Backup done, Stock level, Complaints
    ── A KPI of your own 3/5 ───────────────────────────────────────────────────────────────────────────
    Backup done is new to me. A few quick questions about how it is counted.

    What is good?
      1  Higher is better
      2  Lower is better
      3  Within a range
      4  Something else    none at all, at least, by a day, yes or no, levels
    [Back] [Cancel]

    > Something else
    What is good, then?
      1  As near to the target as can be
      2  At least the target
      3  At most the target
      4  None at all
      5  Reached by a day
      6  Done or not done
      7  By levels
    [Back] [Cancel]

    > Done or not done
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

    > Every month
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
    ── A KPI of your own 3/5 ───────────────────────────────────────────────────────────────────────────
    Stock level is new to me. A few quick questions about how it is counted.

    What is good?
      1  Higher is better
      2  Lower is better
      3  Within a range
      4  Something else    none at all, at least, by a day, yes or no, levels
    [Back] [Cancel]

    > Within a range
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

    > Every month
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
    ── Are there numbers? 4/5 ──────────────────────────────────────────────────────────────────────────
    Backup done

    What were its last values, one for every month?
    Oldest first, with spaces between them; one is enough, twelve are better. If nobody knows any, skip
    it.
    ↵ –
    [Back] [Skip] [Cancel]

    > yes yes no
    ── Are there numbers? 4/5 ──────────────────────────────────────────────────────────────────────────
    Stock level

    What were its last values, one for every month?
    Oldest first, with spaces between them; one is enough, twelve are better. If nobody knows any, skip
    it.
    ↵ –
    [Back] [Skip] [Cancel]

    > 98 101 99
    ── Are there numbers? 4/5 ──────────────────────────────────────────────────────────────────────────
    Complaints: Complaints received. Once it is in force a value is entered every week; for the time
    before one every month will do, and scores nothing.

    What were its last values, one for every month?
    Oldest first, with spaces between them; one is enough, twelve are better. If nobody knows any, skip
    it.
    ↵ –
    [Back] [Skip] [Cancel]

    > 3 5 4
    ── Targets 4/5 ─────────────────────────────────────────────────────────────────────────────────────
    KPI          Suggested  Chance
    ────────────────────────────────────────────
    Stock level          –  lately 98 · 101 · 99
    Complaints           –  lately 3 · 5 · 4

    With six values from earlier months or quarters I can suggest a target and say how likely it is; so
    far there are fewer.

    Which targets?
    One for each, in this order, with commas between them, such as 1.2m, 40 / 50 / 60, 30%.
      1  One at a time
    Or type them in one line
    [Back] [Cancel]

    > 98, 4
    ✗ A range has a lowest and a highest value, such as 98 - 102.
    Which targets?
    One for each, in this order, with commas between them, such as 1.2m, 40 / 50 / 60, 30%.
      1  One at a time
    Or type them in one line
    [Back] [Cancel]

    > 102 - 98, 4
    ✗ The lowest value comes first, such as 98 - 102.
    Which targets?
    One for each, in this order, with commas between them, such as 1.2m, 40 / 50 / 60, 30%.
      1  One at a time
    Or type them in one line
    [Back] [Cancel]

    > One at a time
    ── Target 4/5 ──────────────────────────────────────────────────────────────────────────────────────
    I read: 98 · 101 · 99. Lowest 98, middle 99, highest 101.

    With six values from earlier months or quarters I can suggest a target and say how likely it is; so
    far there are 3.

    Which target for Stock level, every month?
    Lowest and highest, such as 98 - 102.
    [Back] [Cancel]

    > 98 - 102
    ── Target 4/5 ──────────────────────────────────────────────────────────────────────────────────────
    I read: 3 · 5 · 4 complaints. Lowest 3 complaints, middle 4 complaints, highest 5 complaints.

    With six values from earlier months or quarters I can suggest a target and say how likely it is; so
    far there are 3.

    Which target for Complaints, every month? (A value is entered every week.)
    A number, or three: threshold / target / stretch, such as 60 / 50 / 40. Threshold scores 60, target
    100, stretch 120.
    [Back] [Cancel]

    > 3 / 4 / 5
    ✗ Lower is better: threshold, target and stretch have to fall, such as 60 / 50 / 40.
    Which target for Complaints, every month? (A value is entered every week.)
    A number, or three: threshold / target / stretch, such as 60 / 50 / 40. Threshold scores 60, target
    100, stretch 120.
    [Back] [Cancel]

    > 4 5
    ✗ “4 5” is no number that I can read. Please type it like 1200, 3.5k or 12%.
    Which target for Complaints, every month? (A value is entered every week.)
    A number, or three: threshold / target / stretch, such as 60 / 50 / 40. Threshold scores 60, target
    100, stretch 120.
    [Back] [Cancel]

    > 5 / 4 / 3
    ── Weights 4/5 ─────────────────────────────────────────────────────────────────────────────────────
    How much should each KPI count?
    › 1  All the same
      2  I share out 100 points
      3  Compare two at a time   which matters more, A or B?
      4  Put them in order       the most important first
    ↵ All the same
    [Back] [Cancel]

    > All the same
    ── Action plan 5/5 ─────────────────────────────────────────────────────────────────────────────────
    For which of them will you do something new?
    Training, a changed process, a tool. Skip if nothing needs to change.
      1  Backup done
      2  Stock level  target 98 – 102 every month
      3  Complaints   target 4 every month
    ↵ –
    [Back] [Skip] [Cancel]

    > skip
    ── Ready? 5/5 ──────────────────────────────────────────────────────────────────────────────────────
    This is the draft for Service. Goal: Answer fast

    KPI            Target  Weight  Reached before
    ─────────────────────────────────────────────────────────
    Backup done       Yes   33.34  2 of the last 3
    Stock level  98 – 102   33.33  3 of the last 3: too easy?
    Complaints          4   33.33  2 of the last 3

    No action is planned yet. Not covered of the balanced scorecard: financial, learning and growth.

    Put this in force?
    [1] Yes   [2] No
    [Back] [Cancel]

    > no
    ✗ Then it stays a draft. Go back to change it, or leave it: it waits here for 14 days.
    Put this in force?
    [1] Yes   [2] No
    [Back] [Cancel]

    > yes
    ✓ Service has 3 KPIs in force.

    [1] Build the KPIs of Sales   [2] Report   [3] Undo

    > backup done no, stock level 104, complaints 4
    ✓ Thank you. I understood 2 values:

      KPI          Period                Value  Before
      ────────────────────────────────────────────────
      Backup done  October 2026             No
      Complaints   week 47, 2026  4 complaints

    [5] Undo   [6] Report   [7] Why?

    ── There is a value already ────────────────────────────────────────────────────────────────────────
    Stock level has a value for October 2026 already: 99 (Anna). You say 104.

    Replace what stands there?
    Choose, or say in your own words why; the reason is kept with the correction.
      1  Yes, replace it
      2  Yes, it was mistyped
      3  Yes, the figure is final only now
      4  No, leave it as it is
    Or in your own words
    [Back] [Cancel]

    > /kpi report Service
    Service, November 2026: 0.0 of 100, from 33.3% of the weight.

    KPI                 Actual    Target  Score  Weight  Trend   Forecast
    ─────────────────────────────────────────────────────────────────────
      Backup done  not due yet       Yes          33.34  ··██▁·
      Stock level  not due yet  98 – 102          33.33  ··▁█▃·
    ▼ Complaints             4         1    0.0   33.33  ··▁█▅·  8

    [1] Why?   [2] Brief   [3] Backup done   [4] Stock level   [5] Complaints   [6] Company
    [7] Period before

    > /kpi why Backup done
    Backup done, November 2026

    No value is due yet.

    [1] History   [2] Report

    > /kpi why Stock level
    Stock level, November 2026

    No value is due yet.

    [1] History   [2] Report
    """


@pytest.mark.usefixtures("kinds")
def test_the_latest_twenty_lines_of_a_record_are_shown(stage: RealStage) -> None:
    for line in LINES:
        for month in range(1, 13):
            _entered(stage, line.format(month))
    stage.type("Anna", "stock level n/a 2026-01")
    said = stage.type("Anna", "/kpi history Stock level")

    assert "The latest 20 of 26 lines." in said
    assert said.count("before: 99; recounted; counted twice") == 12
    assert "not applicable" in said


@pytest.mark.usefixtures("kinds")
@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("stock level 99 2025-01 counted twice", "January 2025   99 (counted twice)"),
        ("stock level 98 last month", "October 2026     98      99"),
        ("stock level 99, counted twice, by Tom", "October 2026  99 (counted twice, by Tom)"),
        ("stock level 99 (counted twice), by Tom", "October 2026  99 (counted twice, by Tom)"),
        ("stock level 99 2025-03, counted twice", "March 2025   99 (counted twice)"),
        ("backup done yes in the night, stock level n/a moved house", "Yes (in the night)"),
        ("stock level n/a moved house", "not applicable (moved house)"),
    ],
)
def test_what_is_typed_behind_a_value_is_its_period_and_its_note(stage: RealStage, line: str, shown: str) -> None:
    assert " ".join(shown.split()) in " ".join(_entered(stage, line).split())


def _entered(stage: RealStage, line: str) -> str:
    """What is said to the line; where a value stands already it is replaced, for a reason."""
    said = stage.type("Anna", line)
    return said + stage.type("Anna", "recounted") if "There is a value already" in said else said
