"""Sheets of values, in the shapes that people have."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kpi_engine.calendar.period import PeriodKind
from kpi_engine.calendar.words import write_period
from kpi_engine.intake.names import Askable
from kpi_engine.intake.number import plain
from kpi_engine.intake.sheet.card import Card
from kpi_engine.intake.sheet.claim import SheetValue
from kpi_engine.intake.sheet.faults import Fault
from kpi_engine.intake.sheet.grid import Cell, Figure, Grid
from kpi_engine.intake.sheet.known import SheetKpi
from kpi_engine.intake.sheet.understand import Refused, Values, understand, understand_card
from kpi_engine.intake.sheet.when import Dates, period_of
from kpi_engine.intake.why import Why
from kpi_engine.model.actual import ActualState
from kpi_engine.model.kpi import Unit, UnitKind
from tests.kpi_engine.intake.sheet.grids import KPIS, REVENUE, TODAY, of_rows, sheet


def values(grid: Grid, kpis: tuple[SheetKpi, ...] = KPIS) -> list[tuple[int, str, str]]:
    """KPI, period and value of all that a sheet says."""
    found = understand(grid, kpis, TODAY, "CNY")
    assert isinstance(found, Values), found
    assert not found.wrong
    return [(one.kpi_id, write_period(one.period), written(one)) for one in found.values]


def written(value: SheetValue) -> str:
    return plain(value.reading.value, Unit(UnitKind.COUNT)) if value.reading else value.state


def faults(grid: Grid, kpis: tuple[SheetKpi, ...] = KPIS) -> list[tuple[int, str, Fault]]:
    """Row, column and reason of all that is refused."""
    found = understand(grid, kpis, TODAY, "CNY")
    assert not isinstance(found, Card), found
    rows = found.rows if isinstance(found, Refused) else found.wrong
    return [(row.row, row.column, row.fault) for row in rows]


class TestOneRowForEachValue:
    def test_in_english(self) -> None:
        found = understand(
            sheet("""
                KPI              | Month   | Value  | Note
                Revenue          | 2026-10 | 12,000 | after the fair
                on time delivery | Oct-26  | 45/50  |
                Complaints       | Oct 2026| n/a    |
            """),
            KPIS,
            TODAY,
        )
        assert isinstance(found, Values)
        revenue, on_time, complaints = found.values
        assert (revenue.kpi_id, revenue.note, revenue.place) == (1, "after the fair", "C2")
        assert on_time.reading
        assert (on_time.reading.value, on_time.reading.denominator) == (Decimal("0.9"), Decimal(50))
        assert (complaints.state, complaints.reading, complaints.place) == (ActualState.NOT_APPLICABLE, None, "C4")

    def test_in_chinese_below_a_title(self) -> None:
        grid = sheet("""
            2025年经营数据填报表 |
            填报说明：每月5日前报送 |

            序号 | 指标名称   | 月份 | 实际值 | 单位 | 备注
            1    | 销售收入   | 11月 | 12.5   | 万元 |
            2    | 投诉数     | 11月 | 3起    |      | 含两起物流
            3    | 准时交付率 | 12月 | 95     | %    |
            合计 |            |      | 110.5  |      |
        """)
        assert values(grid) == [(1, "2025-11", "125000"), (2, "2025-11", "3"), (3, "2025-12", "0.95")]

    def test_months_without_a_year_are_of_the_latest_that_has_begun_for_all(self) -> None:
        this = sheet("KPI|Month|Value\nRevenue|Jan|1\nComplaints|Jan|2\nRevenue|Nov|3")
        assert values(this) == [(1, "2026-01", "1"), (2, "2026-01", "2"), (1, "2026-11", "3")]
        last = sheet("KPI|Month|Value\nRevenue|Jan|1\nRevenue|Dec|3")
        assert values(last) == [(1, "2025-01", "1"), (1, "2025-12", "3")]

    def test_a_day_stands_for_the_period_it_lies_in(self) -> None:
        rows: list[list[Cell]] = [["KPI", "Date", "Value"], ["Revenue", date(2026, 10, 31), Figure(Decimal(5))]]
        assert values(of_rows([*rows, ["Visits", "2026/11/18", Figure(Decimal(7))]])) == [
            (1, "2026-10", "5"),
            (4, "2026-W47", "7"),
        ]

    def test_a_person_tells_kpis_of_one_name_apart(self) -> None:
        head = "KPI|Date|Value|Person\n"
        assert values(sheet(head + "Calls|2026-11-20|4|Mia\n电话|2026-11-20|5|小萨")) == [
            (6, "2026-11-20", "4"),
            (5, "2026-11-20", "5"),
        ]
        assert faults(sheet(head + "Calls|2026-11-20|4|\nCalls|2026-11-20|4|Tom")) == [
            (2, "A", Fault.AMBIGUOUS_KPI),
            (3, "A", Fault.UNKNOWN_KPI),
        ]

    def test_a_head_that_is_repeated_is_no_row(self) -> None:
        assert values(sheet("KPI|Month|Value\nRevenue|2026-01|1\nKPI|Month|Value\nRevenue|2026-02|2")) == [
            (1, "2026-01", "1"),
            (1, "2026-02", "2"),
        ]

    def test_the_same_value_twice_is_one(self) -> None:
        assert values(sheet("KPI|Month|Value\nRevenue|2026-01|1\n销售收入|2026年1月|1.0")) == [(1, "2026-01", "1")]


class TestPeriodsAcross:
    @pytest.mark.parametrize(
        ("heads", "codes"),
        [
            ("Jan|Feb", ["2026-01", "2026-02"]),
            ("January|FEBRUARY", ["2026-01", "2026-02"]),
            ("2026-01|2026-02", ["2026-01", "2026-02"]),
            ("2026/1|2026/2", ["2026-01", "2026-02"]),
            ("2026.01|2026.02", ["2026-01", "2026-02"]),
            ("202601|202602", ["2026-01", "2026-02"]),
            ("1月|2月", ["2026-01", "2026-02"]),
            ("1月份|2月份", ["2026-01", "2026-02"]),
            ("一月|二月", ["2026-01", "2026-02"]),
            ("十一月|十二月", ["2025-11", "2025-12"]),
            ("2026年1月|2026年2月", ["2026-01", "2026-02"]),
            ("26年1月|26年2月", ["2026-01", "2026-02"]),
            ("Jan-26|Feb-26", ["2026-01", "2026-02"]),
            ("Jan 2026|Feb 2026", ["2026-01", "2026-02"]),
            ("2026 Jan|2026 Feb", ["2026-01", "2026-02"]),
            ("01/2026|02/2026", ["2026-01", "2026-02"]),
            ("1月实际|2月实际", ["2026-01", "2026-02"]),
            ("Dec|Jan", ["2025-12", "2026-01"]),
        ],
    )
    def test_months_in_many_spellings(self, heads: str, codes: list[str]) -> None:
        assert values(sheet(f"KPI|{heads}\nRevenue|10|20")) == [(1, codes[0], "10"), (1, codes[1], "20")]

    def test_months_that_are_dates(self) -> None:
        grid = of_rows([["指标", date(2026, 1, 1), date(2026, 2, 1)], ["销售收入", Figure(Decimal(1)), ""]])
        assert values(grid) == [(1, "2026-01", "1")]

    def test_a_year_in_the_title_or_the_sheets_name_holds(self) -> None:
        table = "指标|1月|12月\n销售收入|1|2"
        assert values(sheet("2024年度数据|\n" + table)) == [(1, "2024-01", "1"), (1, "2024-12", "2")]
        assert values(sheet(table, name="2023")) == [(1, "2023-01", "1"), (1, "2023-12", "2")]

    def test_cells_not_filled_yet_say_nothing(self) -> None:
        assert values(sheet("KPI|Oct|Nov|Dec\nRevenue|1|-|\nVisits|||")) == [(1, "2026-10", "1")]

    def test_each_kpi_takes_the_periods_it_is_entered_by(self) -> None:
        grid = sheet("KPI|Unit|Jul|Aug|Sep|2026-Q3|Total\nRevenue|万元|1|2|3|6|6\n合计||1|2|3|6|6")
        assert values(grid) == [(1, "2026-07", "10000"), (1, "2026-08", "20000"), (1, "2026-09", "30000")]

    def test_without_a_head_over_the_kpis(self) -> None:
        assert values(sheet("|W46|W47\nVisits|4|5")) == [(4, "2026-W46", "4"), (4, "2026-W47", "5")]

    def test_quarters_for_a_kpi_by_the_month_are_refused(self) -> None:
        assert faults(sheet("KPI|Q1|Q2\nRevenue|1|2")) == [(2, "B", Fault.WRONG_PERIOD), (2, "C", Fault.WRONG_PERIOD)]


class TestKpisAcross:
    def test_periods_go_down(self) -> None:
        grid = sheet(
            "Month|Revenue (万元)|On-time delivery|Weather\n2026-01|1.5|95%|fine\n2026-02||96%|rain\nTotal|1.5||"
        )
        assert values(grid) == [(1, "2026-01", "15000"), (3, "2026-01", "0.95"), (3, "2026-02", "0.96")]


class TestPercent:
    """12 % stays 12 %, however the file keeps it."""

    @pytest.mark.parametrize(
        ("cell", "value"),
        [
            ("12%", "0.12"),
            ("12.5 %", "0.125"),
            ("12", "0.12"),
            (Figure(Decimal("0.12"), percent=True), "0.12"),
            (Figure(Decimal("0.005"), percent=True), "0.005"),
            (Figure(Decimal("1.2"), percent=True), "1.2"),
            (Figure(Decimal(12)), "0.12"),
            (Figure(Decimal(0)), "0"),
        ],
    )
    def test_read(self, cell: Cell, value: str) -> None:
        ((_, _, read),) = values(of_rows([["KPI", "Month", "Value"], ["On-time delivery", "2026-01", cell]]))
        assert Decimal(read) == Decimal(value)

    @pytest.mark.parametrize("cell", ["0.95", Figure(Decimal("0.95"))])
    def test_a_fraction_without_a_sign_is_refused(self, cell: Cell) -> None:
        found = understand(of_rows([["KPI", "Month", "Value"], ["On-time delivery", "2026-01", cell]]), KPIS, TODAY)
        assert isinstance(found, Refused)
        assert (found.rows[0].fault, found.rows[0].params["why"]) == (Fault.UNREAD_NUMBER, Why.PERCENT_OR_FRACTION)

    def test_a_number_of_the_file_is_never_thousands(self) -> None:
        for value in ("1.234", "1234.5", "-0.001", "1200"):
            grid = of_rows([["KPI", "Month", "Value"], ["Revenue", "2026-01", Figure(Decimal(value))]])
            ((_, _, read),) = values(grid)
            assert Decimal(read) == Decimal(value)


@pytest.mark.parametrize(
    ("row", "column", "fault"),
    [
        ("Sales revenue|2026-01|5", "A", Fault.UNKNOWN_KPI),
        ("|2026-01|5", "A", Fault.NO_NAME),
        ("Revenue||5", "B", Fault.NO_PERIOD),
        ("Revenue|soon|5", "B", Fault.UNREAD_PERIOD),
        ("Revenue|26-Jan|5", "B", Fault.UNREAD_PERIOD),
        ("Revenue|3/4/2026|5", "B", Fault.PERIOD_TWO_WAYS),
        ("Revenue|2026-W03|5", "B", Fault.WRONG_PERIOD),
        ("Revenue|2026-12|5", "B", Fault.PERIOD_FUTURE),
        ("Revenue|2026-01|", "C", Fault.NO_VALUE),
        ("Revenue|2026-01|lots", "C", Fault.UNREAD_NUMBER),
        ("Revenue|2026-01|$5", "C", Fault.UNREAD_NUMBER),
        ("Complaints|2026-01|5%", "C", Fault.UNREAD_NUMBER),
        ("Revenue|2026-01|#DIV/0!", "C", Fault.FORMULA),
        ("Revenue|2026-01|=SUM(A1:A3)", "C", Fault.FORMULA),
    ],
)
def test_a_row_that_is_wrong_is_named_beside_the_others(row: str, column: str, fault: Fault) -> None:
    grid = sheet(f"KPI|Period|Value\nRevenue|2026-10|6\n{row}\nRevenue|2026-09|5")
    assert faults(grid) == [(3, column, fault)]
    assert sound(grid) == [("2026-10", "6"), ("2026-09", "5")]


def test_of_two_values_for_one_place_neither_is_sound() -> None:
    grid = sheet("KPI|Period|Value\nRevenue|2026-10|6\nRevenue|soon|1\nRevenue|2026-10|7\nRevenue|2026-09|5")
    assert faults(grid) == [(3, "B", Fault.UNREAD_PERIOD), (4, "C", Fault.TWICE)]
    assert sound(grid) == [("2026-09", "5")]


def sound(grid: Grid) -> list[tuple[str, str]]:
    """Period and value of what can be taken of a sheet that has faults."""
    found = understand(grid, KPIS, TODAY, "CNY")
    assert isinstance(found, Values)
    return [(write_period(one.period), written(one)) for one in found.values]


def test_every_wrong_row_is_named() -> None:
    grid = sheet("KPI|Period|Value\nRevenu|2026-10|6\nRevenue|2026-11|x\nNonsense|soon|y")
    assert faults(grid) == [(2, "A", Fault.UNKNOWN_KPI), (3, "C", Fault.UNREAD_NUMBER), (4, "A", Fault.UNKNOWN_KPI)]
    found = understand(grid, KPIS, TODAY)
    assert isinstance(found, Refused)
    assert found.rows[0].params["nearest"] == ("Revenue",)


def test_a_note_too_long_to_keep() -> None:
    assert faults(sheet(f"KPI|Period|Value|Note\nRevenue|2026-10|6|{'x' * 2001}")) == [(2, "D", Fault.LONG_NOTE)]


def test_two_columns_of_values_are_one_too_many() -> None:
    assert faults(sheet("KPI|Period|Value|Actual\nRevenue|2026-10|6|7")) == [(1, "D", Fault.COLUMN_TWICE)]


def test_a_loose_word_gives_way_to_the_proper_one() -> None:
    assert values(sheet("Item|KPI|Period|Result|Value\nx|Revenue|2026-10|good|7")) == [(1, "2026-10", "7")]


@pytest.mark.parametrize("text", ["", "Dear all,\nplease find attached", "Name|Phone\nTom|12345", "1|2\n3|4"])
def test_no_sheet_of_kpis(text: str) -> None:
    assert faults(sheet(text)) == [(0, "", Fault.NO_HEADER)]


def test_a_head_with_nothing_under_it() -> None:
    assert faults(sheet("KPI|Period|Value"), (REVENUE,)) == [(1, "", Fault.NO_ROWS)]


def test_a_proper_name_settles_two_loose_ones() -> None:
    assert values(sheet("KPI|Period|Result|Amount|Value\nRevenue|2026-10|good|9|7")) == [(1, "2026-10", "7")]
    assert values(sheet("KPI|Period|Value|Amount|Result\nRevenue|2026-10|7|9|good")) == [(1, "2026-10", "7")]


def test_a_last_value_settles_what_can_mean_two_things() -> None:
    askable = Askable(3, ("On-time delivery",), Unit(UnitKind.PERCENT), last=Decimal("0.94"))
    grid = sheet("KPI|Period|Value\nOn-time delivery|2026-10|0.95")
    assert values(grid, (SheetKpi(askable, PeriodKind.MONTH),)) == [(3, "2026-10", "0.95")]


CELLS = st.one_of(
    st.sampled_from(
        [
            "KPI",
            "指标名称",
            "Month",
            "月份",
            "Value",
            "实际值",
            "权重",
            "Weight",
            "Target",
            "目标值",
            "Unit",
            "单位",
            "Rule",
            "Direction",
            "Revenue",
            "销售收入（万元）",
            "Jan",
            "1月",
            "2026-10",
            "Q1",
            "3/4/2026",
            "5",
            "12%",
            "0.5",
            "≥5",
            "4-6",
            "n/a",
            "-",
            "合计",
            "=A1",
            "#REF!",
            "higher",
            "万元",
            "签字：",
        ]
    ),
    st.text(max_size=6),
    st.decimals(allow_nan=False, allow_infinity=False, places=2).map(Figure),
    st.dates(),
)


@given(st.lists(st.lists(CELLS, min_size=1, max_size=7), max_size=6))
@example([["KPI", "Month", "Revenue"]])
def test_any_sheet_is_understood_or_refused(rows: list[list[Cell]]) -> None:
    """And whatever is refused is told with a row of the sheet."""
    grid = of_rows(rows)
    every: list[Values | Card | Refused | None] = [understand(grid, KPIS, TODAY), understand_card(grid, TODAY)]
    for found in every:
        if isinstance(found, Refused):
            assert found.rows
            assert all(0 <= row.row <= len(rows) for row in found.rows)
        elif isinstance(found, Values):
            assert len({(one.kpi_id, one.period) for one in found.values}) == len(found.values) > 0
        elif found:
            assert abs(sum((row.weight for row in found.rows), Decimal(0)) - 100) <= Decimal("0.5")


def test_of_many_names_that_are_not_known_only_the_first_get_suggestions() -> None:
    rows = "\n".join(f"Revenu {'x' * n}|2026-10|6" for n in range(30))
    found = understand(sheet(f"KPI|Period|Value\n{rows}"), KPIS, TODAY)
    assert isinstance(found, Refused)
    assert len(found.rows) == 30
    assert found.rows[0].params["nearest"] == ("Revenue",)
    assert found.rows[-1].params["nearest"] == ()


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("23 Nov 2025", "2025-11-23"),
        ("Nov 23, 2025", "2025-11-23"),
        ("23-Nov-2025", "2025-11-23"),
        ("2025年11月23日", "2025-11-23"),
        ("week 47, 2025", "2025-W47"),
        ("2025年第47周", "2025-W47"),
        ("November 2025", "2025-11"),
        ("2025年11月", "2025-11"),
    ],
)
def test_a_period_may_be_written_as_the_bot_writes_it(typed: str, code: str) -> None:
    period = period_of(typed, Dates(TODAY.year), TODAY)
    assert period
    assert write_period(period) == code


def test_the_columns_of_the_bot_are_known() -> None:
    assert values(sheet("指标|周期|数值\nRevenue|2026年1月|7")) == [(1, "2026-01", "7")]
