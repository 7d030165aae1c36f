"""Scorecards on sheets: 绩效考核表, and what people make of it in English."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kpi_engine.intake.sheet.card import Card
from kpi_engine.intake.sheet.card_row import CardRow
from kpi_engine.intake.sheet.direction import direction_in, direction_of
from kpi_engine.intake.sheet.faults import Fault
from kpi_engine.intake.sheet.grid import Cell, Figure, Grid
from kpi_engine.intake.sheet.headings import Column, heading
from kpi_engine.intake.sheet.level import Level, read_level
from kpi_engine.intake.sheet.understand import Refused, understand, understand_card
from kpi_engine.intake.why import Why
from kpi_engine.model.actual import ActualState
from kpi_engine.model.kpi import Direction, Target, Unit, UnitKind
from tests.kpi_engine.intake.sheet.grids import KPIS, TODAY, of_rows, sheet
from tests.kpi_engine.measure.build import target

HIGHER, LOWER, RANGE, YESNO = Direction.HIGHER, Direction.LOWER, Direction.RANGE, Direction.YESNO


def card(grid: Grid) -> tuple[CardRow, ...]:
    found = understand_card(grid, TODAY)
    assert isinstance(found, Card), found
    return found.rows


def faults(grid: Grid) -> list[tuple[int, str, Fault]]:
    found = understand_card(grid, TODAY)
    assert isinstance(found, Refused), found
    return [(row.row, row.column, row.fault) for row in found.rows]


def test_a_chinese_sheet_with_everything_around_it() -> None:
    rows = card(
        sheet("""
        2026年11月绩效考核表 |
        姓名：李娜 | 部门：销售部 | 岗位：销售经理

        序号 | 考核维度 | 指标名称               | 指标定义     | 权重（%） | 目标值 | 单位 | 计分规则      | 实际值 | 得分
        一、业绩指标 |
        1    | 财务     | 1、销售收入（不含税）  | 当期开票金额 | 40        | 120万  | 元   | 实际/目标*100 | 108万  | 36
        2    | 客户     | 客户投诉率             | 投诉数/订单数| 30        | ≤3%    | %    |               | 2.5%   |
        二、其他 |
        3    | 内部     | 培训完成               |              | 30        | 完成   |      |               | 是     |
        合计 |          |                        |              | 100       |        |      |               |        |
        被考核人签字： |  | 日期： |
    """)
    )
    assert [(row.name, row.weight, row.direction, row.target, row.place) for row in rows] == [
        ("销售收入", Decimal(40), HIGHER, target("1200000"), "C6"),
        ("客户投诉率", Decimal(30), LOWER, target("0.03"), "C7"),
        ("培训完成", Decimal(30), YESNO, target("1"), "C9"),
    ]
    assert [row.reading.value if row.reading else None for row in rows] == [
        Decimal(1080000),
        Decimal("0.025"),
        Decimal(1),
    ]


def test_an_english_sheet() -> None:
    rows = card(
        sheet("""
        KPI             | Weight | Direction       | Threshold | Target | Stretch | Unit | Actual
        New customers   | 50%    | higher          | 30        | 40     | 50      |      | 42
        Scrap rate      | 30%    | lower is better | 5         | 3      | 2       | %    | 3.2
        Stock (days)    | 20%    | range           |           | 20-30  |         | days | n/a
    """)
    )
    assert [(row.target, row.direction) for row in rows] == [
        (target("40", threshold="30", stretch="50"), HIGHER),
        (target("0.03", threshold="0.05", stretch="0.02"), LOWER),
        (target("20", upper="30"), RANGE),
    ]
    assert [row.state for row in rows] == [ActualState.OK, ActualState.OK, ActualState.NOT_APPLICABLE]
    assert rows[0].weight == 50


def test_what_is_not_entered_yet_has_no_state() -> None:
    (row,) = card(sheet("KPI|Weight|Target|Actual\nRevenue|100|5|-"))
    assert (row.state, row.reading) == (None, None)


@pytest.mark.parametrize(
    ("weights", "read"),
    [
        (("50", "30", "20"), (50, 30, 20)),
        (("50%", "30%", "20%"), (50, 30, 20)),
        (("0.5", "0.3", "0.2"), (50, 30, 20)),
        (("50分", "30分", "20分"), (50, 30, 20)),
        (("33.3", "33.3", "33.3"), ("33.3", "33.3", "33.3")),
        ((Figure(Decimal("0.5"), percent=True), Figure(Decimal("0.3")), Figure(Decimal("0.2"))), None),
        ((Figure(Decimal("0.5")), Figure(Decimal("0.3")), Figure(Decimal("0.2"))), (50, 30, 20)),
    ],
)
def test_weights_are_of_100(weights: tuple[Cell, ...], read: tuple[int | str, ...] | None) -> None:
    rows: list[list[Cell]] = [["Revenue", weights[0], "1"], ["Profit", weights[1], "1"], ["Sales", weights[2], "1"]]
    grid = of_rows([["KPI", "Weight", "Target", "Actual"], *rows])
    if read is None:
        assert faults(grid) == [(1, "B", Fault.WEIGHTS_SUM)]
    else:
        assert [row.weight for row in card(grid)] == [Decimal(weight) for weight in read]


@pytest.mark.parametrize(
    ("row", "column", "fault"),
    [
        ("|50|5||||||1", "A", Fault.NO_NAME),
        ("x" * 201 + "|50|5||||||1", "A", Fault.LONG_NAME),
        ("Revenue||5||||||1", "B", Fault.NO_WEIGHT),
        ("Revenue|much|5||||||1", "B", Fault.UNREAD_WEIGHT),
        ("Revenue|0|5||||||1", "B", Fault.UNREAD_WEIGHT),
        ("Revenue|-5|5||||||1", "B", Fault.UNREAD_WEIGHT),
        ("Revenue|50|||||||1", "C", Fault.NO_TARGET),
        ("Revenue|50|a lot||||||1", "C", Fault.UNREAD_NUMBER),
        ("Revenue|50|=C1||||||1", "C", Fault.FORMULA),
        ("Revenue|50|95%||||||0.9", "I", Fault.UNREAD_NUMBER),
        ("Revenue|50|5|||||sideways|1", "H", Fault.UNREAD_DIRECTION),
        ("Revenue|50|≥5|||||lower|1", "H", Fault.TWO_DIRECTIONS),
        ("Stock|50|5||||||1", "H", Fault.NO_DIRECTION),
        ("Complaints handled|50|5||||||1", "H", Fault.NO_DIRECTION),
        ("Revenue|50|5|||||range|1", "H", Fault.NO_DIRECTION),
        ("Revenue|50|5|6||||higher|1", "C", Fault.LEVELS),
        ("Revenue|50|5|6|7||||1", "C", Fault.LEVELS),
        ("Revenue|50|5-6|4|||||5", "D", Fault.UNUSED_LEVEL),
        ("Revenue|50|5||||每低1%扣2分||1", "G", Fault.AMBIGUOUS_RULE),
        ("Revenue|50|5||||看领导心情||1", "G", Fault.UNREAD_RULE),
        ("Revenue|50|5||||目标值6，实际/目标*100||1", "G", Fault.UNREAD_RULE),
        ("Complaints|50|5||||实际/目标*100||1", "G", Fault.UNREAD_RULE),
        ("Revenue|50|5|4|||实际/目标*100||5", "G", Fault.RULE_AND_LEVELS),
        ("Revenue|50分|5||||每少1个扣2分||5", "G", Fault.POINTS_OF_WHAT),
        ("Revenue|50|||||每少1个扣2分||5", "C", Fault.NO_TARGET),
        ("Revenue|50|||||达到3或5||5", "C", Fault.NO_TARGET),
        ("Revenue|50|5||||||#REF!", "I", Fault.FORMULA),
        ("Revenue|50|5||||||some", "I", Fault.UNREAD_NUMBER),
        ("Profit|50|5||||||1", "A", Fault.TWICE),
    ],
)
def test_a_row_that_is_wrong_is_named(row: str, column: str, fault: Fault) -> None:
    head = "KPI|Weight|Target|Threshold|Stretch|Unit|Rule|Direction|Actual"
    wrong = [one for one in faults(sheet(f"{head}\nProfit|50|5||||||1\n{row}")) if one[2] is not Fault.WEIGHTS_SUM]
    assert wrong == [(3, column, fault)]


def test_every_wrong_row_is_named_in_the_order_of_the_sheet() -> None:
    grid = sheet("KPI|Weight|Target|Actual\nRevenue|60||1\nStock|30|5|1\nProfit||5|x")
    assert faults(grid) == [
        (2, "C", Fault.NO_TARGET),
        (3, "", Fault.NO_DIRECTION),
        (4, "B", Fault.NO_WEIGHT),
        (4, "D", Fault.UNREAD_NUMBER),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("KPI|Target|Actual\nRevenue|5|5", [(1, "", Fault.NO_COLUMN)]),
        ("KPI|Weight|Target\nRevenue|100|5", [(1, "", Fault.NO_COLUMN)]),
        ("KPI|Weight|Target|Goal value|Target value|Actual\nRevenue|100|5|5|5|5", [(1, "E", Fault.COLUMN_TWICE)]),
        ("KPI|Weight|Target|Actual\nTotal|100||", [(1, "", Fault.NO_ROWS)]),
        ("KPI|Weight|Target|Actual\nRevenue|80|5|5", [(1, "B", Fault.WEIGHTS_SUM)]),
    ],
)
def test_what_a_scorecard_needs(text: str, found: list[tuple[int, str, Fault]]) -> None:
    assert faults(sheet(text)) == found


def test_a_sheet_without_targets_is_no_scorecard() -> None:
    assert understand_card(sheet("KPI|Weight\nRevenue|100"), TODAY) is None
    assert understand_card(sheet("Hello|world"), TODAY) is None


def test_a_sheet_sent_to_a_company_is_a_scorecard_too_and_needs_no_actuals() -> None:
    found = understand(sheet("KPI|Weight|Target\nRevenue|100|5"), KPIS, TODAY)
    assert isinstance(found, Card)
    assert isinstance(understand(sheet("KPI|Target\nRevenue|5"), KPIS, TODAY), Refused)


@pytest.mark.parametrize(
    ("text", "unit", "level"),
    [
        ("95%", UnitKind.PERCENT, Level(Decimal("0.95"))),
        ("95", UnitKind.PERCENT, Level(Decimal("0.95"))),
        ("1,200", UnitKind.COUNT, Level(Decimal(1200))),
        ("≥95%", UnitKind.PERCENT, Level(Decimal("0.95"), None, HIGHER)),
        (">= 95 %", UnitKind.PERCENT, Level(Decimal("0.95"), None, HIGHER)),
        ("＞95％", UnitKind.PERCENT, Level(Decimal("0.95"), None, HIGHER)),
        ("不低于95%", UnitKind.PERCENT, Level(Decimal("0.95"), None, HIGHER)),
        ("95%以上", UnitKind.PERCENT, Level(Decimal("0.95"), None, HIGHER)),
        ("at least 5", UnitKind.COUNT, Level(Decimal(5), None, HIGHER)),
        ("≤3", UnitKind.COUNT, Level(Decimal(3), None, LOWER)),
        ("<3", UnitKind.COUNT, Level(Decimal(3), None, LOWER)),
        ("不超过3", UnitKind.COUNT, Level(Decimal(3), None, LOWER)),
        ("控制在3以内", UnitKind.COUNT, Level(Decimal(3), None, LOWER)),
        ("3以下", UnitKind.COUNT, Level(Decimal(3), None, LOWER)),
        ("at most 3", UnitKind.COUNT, Level(Decimal(3), None, LOWER)),
        ("98-102", UnitKind.COUNT, Level(Decimal(98), Decimal(102), RANGE)),
        ("98%~102%", UnitKind.PERCENT, Level(Decimal("0.98"), Decimal("1.02"), RANGE)),
        ("98～102%", UnitKind.PERCENT, Level(Decimal("0.98"), Decimal("1.02"), RANGE)),
        ("20至30", UnitKind.COUNT, Level(Decimal(20), Decimal(30), RANGE)),
        ("20 to 30", UnitKind.COUNT, Level(Decimal(20), Decimal(30), RANGE)),
        ("-5", UnitKind.COUNT, Level(Decimal(-5))),
        ("完成", UnitKind.YESNO, Level(Decimal(1), None, YESNO)),
        ("no", UnitKind.YESNO, Level(Decimal(0), None, YESNO)),
        ("0.95", UnitKind.PERCENT, Why.PERCENT_OR_FRACTION),
        ("5-x1", UnitKind.COUNT, Why.NOT_A_NUMBER),
        ("x1-5", UnitKind.COUNT, Why.NOT_A_NUMBER),
        ("提升", UnitKind.COUNT, Why.NOT_A_NUMBER),
    ],
)
def test_levels_as_people_write_them(text: str, unit: UnitKind, level: Level | Why) -> None:
    assert read_level(text, Unit(unit)) == level


@pytest.mark.parametrize(
    ("name", "direction"),
    [
        ("销售收入", HIGHER),
        ("合同完成率", HIGHER),
        ("新客户开发数", HIGHER),
        ("客户投诉率", LOWER),
        ("差旅费用", LOWER),
        ("安全事故起数", LOWER),
        ("Number of complaints", LOWER),
        ("Travel costs", LOWER),
        ("Profit growth", HIGHER),
        ("投诉处理及时率", None),
        ("费用降低率", None),
        ("Complaint resolution rate", None),
        ("Energy cost savings", None),
        ("费用占收入比", None),
        ("库存", None),
        ("Stock", None),
        ("Costume rentals", None),
        ("差错率", LOWER),
        ("设备故障率", LOWER),
        ("产品不良率", LOWER),
        ("报废率", LOWER),
        ("控制在3%以内", LOWER),
        ("费用不超过50万", LOWER),
        ("预算超支", LOWER),
        ("销售目标达成率", HIGHER),
        ("客户数增长", HIGHER),
        ("净利润", HIGHER),
        ("拜访不少于12次", HIGHER),
        ("利润下降", None),
        ("员工人数", None),
        ("成本降低率", HIGHER),  # the catalogue knows it
        ("离职人数", None),
    ],
)
def test_a_direction_is_taken_from_a_name_only_where_it_is_plain(name: str, direction: Direction | None) -> None:
    assert direction_of(name) is direction


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Higher is better", HIGHER),
        ("越低越好", LOWER),
        ("逆向", LOWER),
        ("区间", RANGE),
        ("是/否", YESNO),
        ("?", None),
    ],
)
def test_directions_in_words(text: str, direction: Direction | None) -> None:
    assert direction_in(text) is direction


@pytest.mark.parametrize(
    ("text", "column", "bracket"),
    [
        ("指标名称", Column.KPI, ""),
        ("考核指标", Column.KPI, ""),
        ("目标值", Column.TARGET, ""),
        ("全年目标值", Column.TARGET, ""),
        ("考核目标值", Column.TARGET, ""),
        ("指标值", Column.TARGET, ""),
        ("计分规则", Column.RULE, ""),
        ("评分规则", Column.RULE, ""),
        ("考核规则", Column.RULE, ""),
        ("计分标准", Column.RULE, ""),
        ("实际值", Column.ACTUAL, ""),
        ("完成值", Column.ACTUAL, ""),
        ("得分", Column.SCORE, ""),
        ("单位", Column.UNIT, ""),
        ("权重（%）", Column.WEIGHT, "%"),
        ("权 重 (%)：", Column.WEIGHT, "%"),
        ("目标值\n（万元）", Column.TARGET, "万元"),
        ("Target Value*", Column.TARGET, ""),
        ("WEIGHT (%)", Column.WEIGHT, "%"),
        ("scoring rule", Column.RULE, ""),
        ("序号", Column.OTHER, ""),
        ("底线值", Column.THRESHOLD, ""),
        ("挑战值", Column.STRETCH, ""),
    ],
)
def test_heads_of_columns(text: str, column: Column, bracket: str) -> None:
    found = heading(text)
    assert found
    assert (found.column, found.bracket) == (column, bracket)


@pytest.mark.parametrize("text", ["", "Weather", "实际值说明会", "姓名：李娜", "()", "销售收入（万元）"])
def test_what_names_no_column(text: str) -> None:
    assert heading(text) is None


@pytest.mark.parametrize(
    ("text", "kind", "label"),
    [
        ("KPI|Weight|Target|Unit|Actual\nRevenue|100|5|万元|6", UnitKind.MONEY, "万元"),
        ("KPI|Weight|Target (万元)|Actual\nRevenue|100|5|6", UnitKind.MONEY, "万元"),
        ("KPI|Weight|Target|Actual\nRevenue (k€)|100|5|6", UnitKind.MONEY, "k€"),
        ("KPI|Weight|Target|Actual\nRevenue|100|￥5|￥6", UnitKind.MONEY, ""),
        ("KPI|Weight|Target|Unit|Actual\nRevenue|100|5|家|6", UnitKind.COUNT, "家"),
        ("KPI|Weight|Target|Unit|Actual\nRevenue|100|5|天|6天", UnitKind.DURATION, "天"),
        ("KPI|Weight|Target|Unit|Actual\nRevenue|100|5|倍|6", UnitKind.RATIO, "倍"),
        ("KPI|Weight|Target|Unit|Actual\nRevenue|100|5|percent|6", UnitKind.PERCENT, ""),
        ("KPI|Weight|Target|Actual\nRevenue|100|百分之五|6", UnitKind.PERCENT, ""),
        ("KPI|Weight|Target|Actual\nComplaints|100|3次以内|2次", UnitKind.COUNT, "次"),
        ("KPI|Weight|Target|Actual\nAnswer|100|≤5 days|6 days", UnitKind.DURATION, "days"),
        ("KPI|Weight|Target|Actual\nRevenue|100|5万|4万", UnitKind.COUNT, ""),
        ("KPI|Weight|Target|Actual\nRevenue|100|5 million|4m", UnitKind.COUNT, ""),
        ("KPI|Weight|Target|Actual\nRevenue|100|120万元|100万元", UnitKind.MONEY, ""),
        ("KPI|Weight|Target|Actual\nRevenue|100|5|6", UnitKind.COUNT, ""),
    ],
)
def test_the_unit_stands_in_its_column_in_a_head_behind_a_name_or_in_the_target(
    text: str, kind: UnitKind, label: str
) -> None:
    (row,) = card(sheet(text))
    assert (row.unit.kind, row.unit.label.zh) == (kind, label)


def test_targets_are_targets() -> None:
    (row,) = card(sheet("KPI|Weight|Target|Actual\nRevenue|100|5|6"))
    assert row.target == Target(Decimal(5))
