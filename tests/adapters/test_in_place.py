"""What stands in a file can be read where the file can't be sent."""

from __future__ import annotations

from decimal import Decimal

from adapters.in_place import in_place
from conversations.view import (
    Document,
    Fields,
    Figure,
    Formula,
    Mark,
    Paragraph,
    Printed,
    Section,
    Sheet,
    Table,
    Text,
    Written,
)


def test_sheets_are_tables_also_with_rows_of_different_lengths() -> None:
    rows = (("Sales",), ("KPI", "Actual", "Share"), ("a <b>", Figure(Decimal("1.50")), Figure(Decimal("0.1"), True)))
    book = Document(
        "x.xlsx", (Sheet("Sums & more", rows), Sheet("", (("KPI", "Points"), ("Visits", Formula("B2*C2")))))
    )
    assert in_place(book) == (
        Text("<b>Sums &amp; more</b>"),
        Table(("Sales", "", ""), (("KPI", "Actual", "Share"), ("a <b>", "1.50", "10.0%")), "lll"),
        Table(("KPI",), (("Visits",),), "l"),
    )


def test_a_report_in_print_is_its_words_and_tables() -> None:
    table = Table(("KPI",), (("Visits",),), "l")
    sections = (Section("What moved", (Paragraph("<i>Visits</i>"), table)),)
    printed = Printed("en", "", "A & B", "98.5", Mark.GOOD, (("Grade", "A"),), sections, "", ("", "", ""))
    assert in_place(Document("x.pdf", printed)) == (
        Text("<b>A &amp; B</b> 98.5"),
        Fields((("Grade", "A"),)),
        Text("<b>What moved</b>"),
        Text("<i>Visits</i>"),
        table,
    )


def test_what_is_for_programs_is_not_read_out() -> None:
    assert in_place(Document("x.json", Written("{}"))) == ()
