"""XLSX → grids: what one sees in the sheet is what is read."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from adapters.files import limits
from adapters.files.read import read_sheets
from adapters.files.unreadable import Unreadable
from kpi_engine.intake.sheet.grid import Figure, Grid
from tests.adapters.files.books import book, fill, replaced, saved

MORNING = datetime(2026, 11, 2, 8, 30)  # noqa: DTZ001  (a workbook knows no time zones)
SHEET = "xl/worksheets/sheet1.xml"


def one(content: bytes) -> Grid:
    (found,) = read_sheets("kpi.xlsx", content)
    return found


def refused(content: bytes, name: str = "kpi.xlsx") -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        read_sheets(name, content)
    return caught.value


def test_text_numbers_and_days() -> None:
    grid = one(book([["收入 ", 12, 1.5, True, None, date(2026, 11, 1), MORNING]], title="十一月"))
    assert grid.name == "十一月"
    assert grid.rows == (
        ("收入 ", Figure(Decimal(12)), Figure(Decimal("1.5")), "yes", "", date(2026, 11, 1), date(2026, 11, 2)),
    )
    assert grid.place(0, 2) == "C1"


def test_numbers_have_the_digits_that_a_spreadsheet_shows() -> None:
    assert one(book([[0.1 + 0.2, 1e-7, 123456789012345]])).rows == (
        (Figure(Decimal("0.3")), Figure(Decimal("1e-7")), Figure(Decimal(123456789012345))),
    )


@pytest.mark.parametrize(
    ("number_format", "percent"),
    [("0%", True), ("0.00%", True), ("General", False), ('0.0"%"', False), ("0\\%", False), ("#,##0", False)],
)
def test_a_percentage_is_known_by_its_format(number_format: str, percent: bool) -> None:
    def styled(sheet: Worksheet) -> None:
        sheet["A1"].number_format = number_format

    assert one(book([[0.12]], styled)).rows == ((Figure(Decimal("0.12"), percent),),)


def test_a_day_is_known_by_its_format() -> None:
    def styled(sheet: Worksheet) -> None:
        sheet["A1"].number_format = 'yyyy"年"m"月"'

    assert one(book([[46327]], styled)).rows == ((date(2026, 11, 1),),)


def test_text_merged_over_rows_stands_in_each_of_them_and_numbers_do_not() -> None:
    def merged(sheet: Worksheet) -> None:
        sheet.merge_cells("A1:C1")
        sheet.merge_cells("A2:A4")
        sheet.merge_cells("B2:B4")

    grid = one(book([["Title"], ["Calls", 30, "a"], [None, None, "b"], [None, None, "c"], [None, None, "d"]], merged))
    assert grid.rows == (
        ("Title", "", ""),
        ("Calls", Figure(Decimal(30)), "a"),
        ("Calls", "", "b"),
        ("Calls", "", "c"),
        ("", "", "d"),
    )


def test_merged_areas_that_overlap_are_no_trouble() -> None:
    areas = b"".join(b'<mergeCell ref="A1:A1048576"/>' for _ in range(1000))
    content = replaced(
        book([["a"], ["b"]]),
        SHEET,
        lambda xml: xml.replace(b"</sheetData>", b"</sheetData><mergeCells>" + areas + b"</mergeCells>"),
    )
    assert one(content).rows == (("a",), ("b",))


def test_rows_that_are_hidden_or_empty_are_left_out_and_the_others_keep_their_numbers() -> None:
    def hidden(sheet: Worksheet) -> None:
        sheet.row_dimensions[2].hidden = True

    grid = one(book([["a"], ["hidden"], [None], ["b"]], hidden))
    assert (grid.rows, grid.numbers) == ((("a",), ("b",)), (1, 4))


def test_every_sheet_that_can_be_seen_and_has_something_in_it() -> None:
    workbook = Workbook()
    first = workbook.active
    assert isinstance(first, Worksheet)
    fill(first, [["a"]], "First")
    fill(workbook.create_sheet(), [["b"]], "Second & third")
    fill(workbook.create_sheet(), [], "Empty")
    hidden = workbook.create_sheet()
    fill(hidden, [["c"]], "Hidden")
    hidden.sheet_state = "hidden"
    assert [grid.name for grid in read_sheets("kpi.xlsx", saved(workbook))] == ["First", "Second & third"]


def test_a_formula_is_its_value_and_where_none_was_saved_its_text() -> None:
    content = replaced(
        book([["=1+1"], ["=A1"]]), SHEET, lambda xml: xml.replace(b"<f>1+1</f><v />", b"<f>1+1</f><v>2</v>")
    )
    assert one(content).rows == ((Figure(Decimal(2)),), ("=A1",))


def test_an_error_is_its_text() -> None:
    content = replaced(
        book([["x"]]), SHEET, lambda xml: xml.replace(b"</c></row>", b'</c><c r="B1" t="e"><v>#DIV/0!</v></c></row>')
    )
    assert one(content).rows == (("x", "#DIV/0!"),)


def test_a_cell_far_away_costs_nothing() -> None:
    def far(sheet: Worksheet) -> None:
        sheet["A1048576"] = "end"

    grid = one(book([["a"]], far))
    assert (grid.rows, grid.numbers) == ((("a",), ("end",)), (1, 1_048_576))


def test_what_a_file_claims_about_its_size_is_not_believed() -> None:
    content = replaced(
        book([["a", "b"], ["c", "d"]]), SHEET, lambda xml: xml.replace(b'ref="A1:B2"', b'ref="A1:XFD1048576"')
    )
    assert one(content).rows == (("a", "b"), ("c", "d"))


class TestRefused:
    def test_an_old_workbook_or_a_locked_one(self) -> None:
        assert refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)).key == "old_excel"

    def test_no_cell_in_it(self) -> None:
        assert refused(book([])).key == "empty"

    @pytest.mark.parametrize("entry", ["xl/workbook.xml", SHEET, "xl/_rels/workbook.xml.rels"])
    def test_damaged(self, entry: str) -> None:
        whole = book([["a"]])
        assert refused(replaced(whole, entry, lambda xml: xml[: len(xml) // 2])).key == "damaged"
        assert refused(whole[: len(whole) // 2]).key == "damaged"

    def test_a_zip_of_something_else(self) -> None:
        content = BytesIO()
        with ZipFile(content, "w") as archive:
            archive.writestr("letter.txt", "Dear all")
        assert refused(content.getvalue()).key == "damaged"

    def test_a_bomb(self) -> None:
        """A few kilobytes that hold more than a workbook may."""
        content = BytesIO()
        with ZipFile(content, "w", ZIP_DEFLATED) as archive:
            archive.writestr("xl/workbook.xml", bytes(limits.MOST_UNPACKED + 1))
        assert len(content.getvalue()) < limits.MOST_BYTES
        found = refused(content.getvalue())
        assert (found.key, found.params) == ("too_large", {"limit": limits.MOST_UNPACKED})

    def test_entities_that_hold_one_another(self) -> None:
        """A billion laughs: the parser gives up before they are unfolded."""
        entities = b"<!DOCTYPE x [<!ENTITY a0 'ha'>" + b"".join(
            b"<!ENTITY a%d '%s'>" % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12)
        )
        laughs = b"<?xml version='1.0'?>" + entities + b"]><worksheet xmlns='x'>&a11;</worksheet>"
        assert refused(replaced(book([["a"]]), SHEET, lambda _: laughs)).key == "damaged"

    def test_too_much_of_anything(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("adapters.files.workbook.MOST_ROWS", 2)
        monkeypatch.setattr("adapters.files.workbook.MOST_COLUMNS", 2)
        monkeypatch.setattr("adapters.files.limits.MOST_CHARACTERS", 3)
        monkeypatch.setattr("adapters.files.workbook.MOST_SHEETS", 1)
        assert len(one(book([["a", "b"], ["c", "abc"]])).rows) == 2
        assert refused(book([["a"], ["b"], ["c"]])).key == "too_many_rows"
        assert refused(book([["a", "b", "c"]])).key == "too_many_columns"
        assert refused(book([["abcd"]])).key == "cell_too_long"
        workbook = Workbook()
        workbook.create_sheet()
        assert refused(saved(workbook)).key == "too_many_sheets"

    def test_a_file_too_large(self) -> None:
        assert refused(bytes(limits.MOST_BYTES + 1)).key == "too_large"
