"""Files as they are written: formulas are formulas, words are words."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from adapters.document import content
from conversations.view import Document, Figure, Formula, Sheet, Written
from tests.adapters.specimens import HOSTILE

ROWS = (("KPI", "Actual", "Score"), ("=1+1", Figure(Decimal("0.125"), percent=True), Formula("B2*100")))


def test_a_workbook_keeps_formulas_numbers_and_words() -> None:
    document = Document("a.xlsx", (Sheet("Sales/West: [1]", ROWS), Sheet("", ROWS), Sheet("Sales West", ROWS)))
    book = load_workbook(BytesIO(content(document)))
    assert book.sheetnames == ["Sales West   1", "2", "Sales West"]
    page = book["2"]
    assert (page["A2"].value, page["A2"].data_type) == ("=1+1", "s")
    assert (page["B2"].value, page["B2"].number_format) == (0.125, "0.0%")
    assert (page["C2"].value, page["C2"].data_type) == ("=B2*100", "f")


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_hostile_words_are_written(words: str, ending: str) -> None:
    assert content(Document(f"a.{ending}", (Sheet(words, (("KPI",), (words,))),)))


def test_a_text_is_written_as_it_stands() -> None:
    assert content(Document("a.json", Written('{"name": "李娜"}'))).decode() == '{"name": "李娜"}'


def test_in_a_table_no_name_begins_a_formula() -> None:
    rows = (("KPI", "Actual"), ("=cmd|' /C calc'!A0", "-5"), ("@x", "+3.5"))
    assert content(Document("a.csv", (Sheet("", rows),))).decode("utf-8-sig").splitlines() == [
        "KPI,Actual",
        "'=cmd|' /C calc'!A0,-5",
        "'@x,+3.5",
    ]
