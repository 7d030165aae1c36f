"""CSV and JSON → grids, in the encodings and with the delimiters that people have."""

from __future__ import annotations

import csv
import io
from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.files.read import read_sheets
from adapters.files.unreadable import Unreadable
from kpi_engine.intake.sheet.grid import Figure, Grid

TABLE = "指标名称,权重,目标值,实际值\n销售收入,40,120万,110万\n投诉数,60,3,2\n"
ROWS = (("指标名称", "权重", "目标值", "实际值"), ("销售收入", "40", "120万", "110万"), ("投诉数", "60", "3", "2"))
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be")


def one(text: str | bytes, name: str = "kpi.csv") -> Grid:
    (found,) = read_sheets(name, text if isinstance(text, bytes) else text.encode())
    return found


def refused(text: str | bytes, name: str = "kpi.csv") -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        one(text, name)
    return caught.value


class TestEncodings:
    @pytest.mark.parametrize("encoding", ENCODINGS)
    def test_chinese(self, encoding: str) -> None:
        assert one(TABLE.encode(encoding)).rows == ROWS

    @pytest.mark.parametrize("encoding", ENCODINGS)
    def test_plain_letters(self, encoding: str) -> None:
        assert one("KPI,Value\r\nCalls,3\r\n".encode(encoding)).rows == (("KPI", "Value"), ("Calls", "3"))

    def test_utf_16_with_a_mark_in_either_order(self) -> None:
        assert one(b"\xfe\xff" + TABLE.encode("utf-16-be")).rows == ROWS
        assert one(b"\xff\xfe" + TABLE.encode("utf-16-le")).rows == ROWS

    def test_characters_that_only_gb18030_has(self) -> None:
        assert one((TABLE + "㐀㐁,1,2,3\n").encode("gb18030")).rows[-1][0] == "㐀㐁"

    @pytest.mark.parametrize(
        "content",
        [
            "Umsatz für März,Größe,Zähler\nä,ö,ü\n".encode("cp1252"),
            "売上高,目標\n".encode("shift-jis"),
            b"KPI,Value\nCalls,\xff\xff\xff\n",
            b"\xef\xbb\xbfKPI,Value\nCalls,\xff\n",
            b"\xff\xfea",
        ],
    )
    def test_what_is_none_of_these_is_refused_rather_than_read_wrong(self, content: bytes) -> None:
        assert refused(content).key == "encoding"


class TestDelimiters:
    @pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
    def test_each(self, delimiter: str) -> None:
        assert one(TABLE.replace(",", delimiter)).rows == ROWS

    def test_decimal_commas_between_semicolons(self) -> None:
        assert one("KPI;Value\nCost;1,5\nTime;2,5\n").rows == (("KPI", "Value"), ("Cost", "1,5"), ("Time", "2,5"))

    def test_titles_above_and_notes_with_other_signs_in_them(self) -> None:
        text = "Sales; all regions; 2026\n\nKPI,Month,Value\nRevenue,2026-01,5\nCalls,2026-01,6\n"
        grid = one(text)
        assert grid.rows[1:] == (("KPI", "Month", "Value"), ("Revenue", "2026-01", "5"), ("Calls", "2026-01", "6"))
        assert grid.numbers == (1, 3, 4, 5)

    def test_one_that_stands_inside_quotes_only(self) -> None:
        rows = (("KPI", "Month", "Note"), ("", "|", "0\n|"))
        assert one('"KPI","Month","Note"\n"","|","0\n|"\n').rows == rows

    def test_declared_in_the_first_line(self) -> None:
        grid = one("sep=;\nKPI;Value\na,b;1\n")
        assert (grid.rows, grid.numbers) == ((("KPI", "Value"), ("a,b", "1")), (2, 3))

    def test_one_column(self) -> None:
        assert one("KPI\nRevenue\n").rows == (("KPI",), ("Revenue",))


class TestQuotes:
    def test_commas_quotes_and_line_ends_inside(self) -> None:
        grid = one('KPI,Note\n"Sales, ""big""","two\nlines"\nCalls,x\n')
        assert grid.rows == (("KPI", "Note"), ('Sales, "big"', "two\nlines"), ("Calls", "x"))
        assert grid.numbers == (1, 2, 4)
        assert grid.place(2, 1) == "B4"

    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_lines_end_as_files_end_them_and_nowhere_else(self, end: str) -> None:
        assert one(f"KPI,Note{end}Calls,a\u2028b\x0bc{end}").rows == (("KPI", "Note"), ("Calls", "a\u2028b\x0bc"))

    @pytest.mark.parametrize("text", ['KPI,Value\n"Calls,3\nVisits,4\n', 'KPI,Value\n"Calls"x,3\n'])
    def test_one_that_is_never_closed_or_too_early(self, text: str) -> None:
        found = refused(text)
        assert (found.key, found.params) == ("quotes", {"line": 2})


class TestJson:
    def test_objects_under_a_name(self) -> None:
        text = '{"name": "Sales", "kpis": [{"name": "Revenue", "target": 120.5}, {"name": "Calls", "done": true, "x": null}]}'
        grid = one(text, "card.json")
        assert grid.name == "Sales"
        assert grid.rows == (
            ("name", "target", "done", "x"),
            ("Revenue", Figure(Decimal("120.5")), "", ""),
            ("Calls", "", "yes", ""),
        )
        assert (grid.place(1, 1), grid.column(1)) == ("target 1", "target")

    def test_a_list_alone(self) -> None:
        assert one('[{"name": "Revenue"}]', "card.JSON").rows == (("name",), ("Revenue",))

    @pytest.mark.parametrize(
        ("text", "key", "params"),
        [
            ('{"kpis": [\n{"name" "Revenue"}]}', "json", {"line": 2}),
            ('{"kpi": []}', "json_shape", {}),
            ("3", "json_shape", {}),
            ('["Revenue"]', "json_shape", {}),
            ("[" * 100_000, "json_shape", {}),
            ('[{"name": "a"}, {"name": ["b"]}]', "json_value", {"number": 2, "column": "name"}),
            ('[{"name": NaN}]', "json_value", {"number": 1, "column": "name"}),
            ('[{"name": 1e999999999}]', "json_value", {"number": 1, "column": "name"}),
            ("[]", "empty", {}),
            ("", "json", {"line": 1}),
        ],
    )
    def test_what_it_is_not(self, text: str, key: str, params: dict[str, object]) -> None:
        found = refused(text, "card.json")
        assert (found.key, found.params) == (key, params)


@pytest.mark.parametrize("text", ["", "\n\n", " , ,\n", "\ufeff"])
def test_nothing_in_it(text: str) -> None:
    assert refused(text).key == "empty"


def test_too_much_of_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("delimited", "objects"):
        monkeypatch.setattr(f"adapters.files.{module}.MOST_ROWS", 2)
        monkeypatch.setattr(f"adapters.files.{module}.MOST_COLUMNS", 2)
    monkeypatch.setattr("adapters.files.limits.MOST_CHARACTERS", 3)
    assert refused("a\nb\nc\n").key == "too_many_rows"
    assert refused("a,b,c\n").key == "too_many_columns"
    assert refused("abcd\n").key == "cell_too_long"
    assert refused('[{"a": 1}, {"a": 2}, {"a": 3}]', "x.json").key == "too_many_rows"
    assert refused('[{"a": 1, "b": 2, "c": 3}]', "x.json").key == "too_many_columns"


CELLS = st.text(
    st.sampled_from("abzKPI 0123456789.,;|%万元指标名称收入权重目标值实际完成率\"'\n-（）"), max_size=12
).map(lambda text: text.strip())


@settings(max_examples=300)
@given(
    st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=8),
    st.sampled_from(",;\t|"),
    st.sampled_from(ENCODINGS),
)
def test_whatever_is_written_is_read_back(rows: list[tuple[str, str, str]], delimiter: str, encoding: str) -> None:
    """A table with a head, written by the csv module: every cell comes back, from every encoding."""
    head = ("指标名称", "月份", "实际值")
    page = io.StringIO()
    csv.writer(page, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows([head, *rows])
    found = one(page.getvalue().encode(encoding))
    assert found.rows == tuple(row for row in (head, *rows) if any(row))


@given(st.binary(max_size=200), st.sampled_from(["x.csv", "x.json", "x.xlsx"]))
def test_any_bytes_are_read_or_refused(content: bytes, name: str) -> None:
    for start in (b"", b"PK\x03\x04", b"\xff\xfe"):
        with suppress(Unreadable):
            read_sheets(name, start + content)
