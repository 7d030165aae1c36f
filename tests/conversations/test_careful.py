"""A value is never taken for another one: what is odd is chosen by number, and days are days."""

from __future__ import annotations

import pytest

from tests.chat import transcript


@pytest.fixture
def people() -> tuple[str, ...]:
    return ("Anna",)


@pytest.mark.usefixtures("built")
@transcript
def test_a_value_that_is_asked_back_is_chosen_by_its_number() -> None:
    """
    > revenue 20 Nov 1.2m
    ── Just to be sure ─────────────────────────────────────────────────────────────────────────────────
    Sales revenue: I read CN¥1,200,000. By target and values so far I expected about CN¥57,143. Perhaps
    CN¥120,000 (a digit too many)?

    Which value is right for Sales revenue?
      1  CN¥1,200,000
      2  CN¥120,000
      3  CN¥12,000
    Or another value
    [Back] [Cancel]

    > 2
    ✓ Thank you. I understood:

      KPI            Period            Value  Before
      ──────────────────────────────────────────────
      Sales revenue  20 Nov 2026  CN¥120,000

    [1] Undo   [2] Report   [3] Why?

    > revenue yesterday 700k
    ── Just to be sure ─────────────────────────────────────────────────────────────────────────────────
    Sales revenue: I read CN¥700,000. By target and values so far I expected about CN¥57,143 to
    CN¥120,000. Perhaps CN¥70,000 (a digit too many)?

    Which value is right for Sales revenue?
      1  CN¥700,000
      2  CN¥70,000
    Or another value
    [Back] [Cancel]

    > 1.7m
    ── Just to be sure ─────────────────────────────────────────────────────────────────────────────────
    Sales revenue: I read CN¥1,700,000. By target and values so far I expected about CN¥57,143 to
    CN¥120,000. Perhaps CN¥170,000 (a digit too many)?

    Which value is right for Sales revenue?
      1  CN¥1,700,000
      2  CN¥170,000
      3  CN¥17,000
    Or another value
    [Back] [Cancel]

    > yes
    ✗ Which of them is right: CN¥1,700,000, CN¥170,000 or CN¥17,000?
    Which value is right for Sales revenue?
      1  CN¥1,700,000
      2  CN¥170,000
      3  CN¥17,000
    Or another value
    [Back] [Cancel]

    > 1
    ✓ Thank you. I understood:

      KPI            Period              Value  Before
      ────────────────────────────────────────────────
      Sales revenue  22 Nov 2026  CN¥1,700,000

    [1] Undo   [2] Report   [3] Why?

    > visits -4
    ── Just to be sure ─────────────────────────────────────────────────────────────────────────────────
    Key-account visits: I read -4 visits, and its sign is unusual here. Perhaps 4 visits (the other
    sign)?

    Which value is right for Key-account visits?
      1  -4 visits
      2  4 visits
    Or another value
    [Back] [Cancel]

    > [Cancel]
    Cancelled; “visits -4” is not entered.
    """


@pytest.mark.usefixtures("built")
@transcript
def test_a_day_that_cannot_be_is_refused() -> None:
    """
    > revenue 24 Nov 50k
    ✗ That period of Sales revenue has not begun yet.

    > revenue October 5
    ✗ Sales revenue has one value for every working day: for which one is it? A day in it will do as
      well, such as 12 Nov.

    [1] 28 Oct 2026   [2] 29 Oct 2026   [3] 30 Oct 2026

    > revenue 18 Nov 50k
    ✓ Thank you. I understood:

      KPI            Period           Value  Before
      ─────────────────────────────────────────────
      Sales revenue  18 Nov 2026  CN¥50,000

      It came after the days of grace and is marked late; it counts all the same.

    [1] Undo   [2] Report   [3] Why?

    > 11月19日 销售收入 5万
    ✓ Thank you. I understood:

      KPI            Period           Value  Before
      ─────────────────────────────────────────────
      Sales revenue  19 Nov 2026  CN¥50,000

      It came after the days of grace and is marked late; it counts all the same.

    [1] Undo   [2] Report   [3] Why?

    > key-account visits last Friday 11
    ✓ Thank you. I understood:

      KPI                 Period             Value  Before
      ────────────────────────────────────────────────────
      Key-account visits  week 47, 2026  11 visits

    [1] Undo   [2] Report   [3] Why?
    """
