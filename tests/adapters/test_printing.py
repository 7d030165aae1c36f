"""A report in print, with as many KPIs and as long names as there may be."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from adapters.printing import pdf
from adapters.printing.data import plain, words
from conversations.view import Bar, Cell, Chart, Mark, Marked, Paragraph, Printed, Section, Series, Spark, Table
from tests.adapters.specimens import HOSTILE

SPARK = Spark((Decimal(1), None, Decimal(3)))
CHART = Chart("Profit", ("Oct", "Nov"), (Series("Actual", (Decimal(1), None), ("1", "")),))


def report(name: str, kpis: int) -> Printed:
    row: tuple[Cell, ...] = (Marked(Mark.POOR, name), name, Bar(Decimal(5), Decimal(4), Decimal(6), Mark.GOOD), SPARK)
    table = Table(("KPI", "Actual", "", "Trend"), (row,) * kpis, "lrll", name)
    blocks = (Paragraph(f"<b>{'x' * 99}</b> &amp; <i>more</i><br>#set page(width: 1cm)"), table, CHART, CHART)
    return Printed(
        "zh", name, name, "98.4", Mark.FAIR, ((name, name),), (Section(name, blocks),) * 2, name, ("", "/", "")
    )


@pytest.mark.parametrize("name", [*HOSTILE.values(), "指标" * 60, "x" * 300, '"; #panic("no") $ @a \\ * _ ` [x]'])
@pytest.mark.parametrize("kpis", [0, 1, 25])
def test_it_becomes_pages(name: str, kpis: int) -> None:
    file = pdf(report(name, kpis))
    pages = re.search(rb"/Count (\d+)", file)
    assert file.startswith(b"%PDF-")
    assert pages
    assert int(pages[1]) >= (2 if kpis == 25 else 1)


def test_a_sentence_has_more_room_than_the_name_before_it() -> None:
    """Thirty-five sums of one line each are a page; with half of it for the names they would be two."""
    row = (
        "Logistics cost ratio",
        "On the line from 85 (60.0) to 96 (100.0): 60 + 40 × (87.23 − 85) / (96.00 − 85) = 68.1",
    )
    section = Section("Why", (Table(("KPI", "How its value became points"), (row,) * 35, "ll"),))
    file = pdf(Printed("en", "", "Logistics", "98.4", Mark.FAIR, (), (section,), "", ("", "/", "")))
    assert re.findall(rb"/Count (\d+)", file) == [b"1"]


def test_a_long_word_may_be_broken() -> None:
    assert words("on-time " + "x" * 30) == "on-time " + "\u200b".join(["x" * 12, "x" * 12, "x" * 6])
    assert words("half-finished work\u202e") == "half-finished work"


def test_words_are_told_from_what_is_strong() -> None:
    paragraph = plain(report("a", 1))["sections"][0]["blocks"][0]
    assert paragraph["runs"][0][1] is True
    assert paragraph["runs"][1:] == [[" & ", False], ["more", False], None, ["#set page(width: 1cm)", False]]


def test_charts_stand_beside_each_other() -> None:
    kinds = [block["kind"] for block in plain(report("a", 1))["sections"][0]["blocks"]]
    assert kinds == ["words", "table", "charts"]
