"""The third month and the quarter: closed, opened once more, and taken home as a file."""

from __future__ import annotations

from tests.chat import transcript


@transcript
def test_a_december_comes_in() -> None:
    """
    -- 2027-01-04 09:00 --
    Priya: import december.csv
    > import december.csv
    > yes
    Tom: repeat 34%
    Ruth: /kpi report
    > /kpi report 2026-Q4
    > [Customer service]
    > /kpi report complaints 2026-Q4
    > [Why?]
    """


@transcript
def test_b_december_is_closed() -> None:
    """
    -- 2027-01-05 09:00 --
    Tom: /kpi close begin
    Tom: /kpi close freeze Sales
    Tom:
    Tom: 1
    Ben: /kpi close begin
    Ben: /kpi close freeze Workshop
    Ben:
    Ben: 1
    Ruth: /kpi close begin
    Ruth: /kpi close freeze Customer service
    Ruth:
    Ruth: 1
    > /kpi close begin company
    > /kpi close freeze company
    >
    > 1
    """


@transcript
def test_c_the_first_quarter_is_closed() -> None:
    """
    -- 2027-01-06 09:00 --
    Tom: /kpi close Sales 2026-Q4
    Tom: [Begin the review]
    bot -> Luis:
    Luis: /kpi close comment 2026-Q4
    Luis: Three months of rides in a notebook; next year I want them in the calendar
    Luis: /kpi close agree 2026-Q4
    Tom: /kpi close comment Luis 2026-Q4
    Tom: The best quarter of test rides we had. Thank you
    Tom: /kpi close freeze Sales 2026-Q4
    Tom: skip
    Tom: 1
    Tom: /kpi close freeze Luis 2026-Q4
    Tom: skip
    Tom: 1
    bot -> Luis:
    Ben: /kpi close start 2026-Q4
    Ben: /kpi close freeze Workshop 2026-Q4
    Ben: skip
    Ben: 1
    Ruth: /kpi close start 2026-Q4
    Ruth: /kpi close freeze Customer service 2026-Q4
    Ruth: skip
    Ruth: 1
    > /kpi close start company 2026-Q4
    > /kpi close freeze company 2026-Q4
    > skip
    > 1
    > /kpi report 2026-Q4
    """


@transcript
def test_d_it_is_opened_once_more() -> None:
    """
    -- 2027-01-07 09:00 --
    Priya: new customers 4 2026-W52
    > /kpi close reopen Sales 2026-Q4
    > A customer of the last week of December was written down in January
    bot -> Luis:
    Priya: new customers 4 2026-W52
    > /kpi close reopen Sales 2026-12
    > the same
    Priya: new customers 4 2026-W52
    Priya: a contract signed on Christmas Eve
    Tom: /kpi close freeze Sales 2026-12
    Tom: skip
    Tom: 1
    > /kpi close freeze company 2026-12
    > skip
    > 1
    Tom: /kpi close freeze Sales 2026-Q4
    Tom: skip
    Tom: 1
    > /kpi close freeze company 2026-Q4
    > skip
    > 1
    > /kpi report Sales 2026-Q4
    > /kpi history new customers
    """


@transcript
def test_e_taken_home_as_a_file() -> None:
    """
    -- 2027-01-08 09:00 --
    > /kpi export Sales 2026-Q4
    > /kpi export json
    Luis: /kpi export
    Luis: [Values (CSV)]
    Dana: /kpi export company 2026-Q4
    > /kpi settings fiscal year April
    > /kpi help export
    """
