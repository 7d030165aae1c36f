"""Points by hand and gates on a scorecard: what is plain is read, everything else is named."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kpi_engine.intake.sheet.card import Card
from kpi_engine.intake.sheet.faults import Fault
from kpi_engine.intake.sheet.scoring import score_card, total_of
from kpi_engine.intake.sheet.understand import Refused, understand_card
from kpi_engine.model.total import CappedUntilMet, Gate, Multiplier, Total
from tests.kpi_engine.intake.sheet.grids import TODAY, sheet

CHINESE = """
维度   | 指标名称 | 权重 | 目标值 | 实际值 | 得分 | 备注
业绩   | 销售收入 | 100  | 100    | 90     | 88   | 已核对
"""
ENGLISH = "KPI|Weight|Target|Actual|Bonus points|Deduction|Gate|Note\nRevenue|100|100|90||||\n"


def card(text: str) -> Card:
    found = understand_card(sheet(text), TODAY)
    assert isinstance(found, Card), found
    return found


def total(text: str) -> Total:
    return total_of(card(text), score_card(card(text)))


def by_hand(rows: str, above: str = CHINESE) -> list[tuple[str, str]]:
    return [(f"{one.points:f}", one.reason) for one in card(above + rows).adjustments]


def fault(rows: str, above: str = CHINESE) -> tuple[int, str, Fault]:
    found = understand_card(sheet(above + rows), TODAY)
    assert isinstance(found, Refused), found
    row = found.rows[0]
    return row.row, row.column, row.fault


@pytest.mark.parametrize(
    ("rows", "read"),
    [
        ("加减分项||||||\n|客户表扬||||+3|\n|周报迟交||||-2|", [("3", "客户表扬"), ("-2", "周报迟交")]),
        ("加减分项|客户表扬||||3|\n|周报迟交||||扣2分|", [("3", "客户表扬"), ("-2", "周报迟交")]),
        ("|三、加分项（最高5分）||||| \n|1、客户表扬||||加3分|", [("3", "客户表扬")]),
        ("|加分项：客户表扬||||3|11月8日", [("3", "客户表扬；11月8日")]),
        ("|加分项||||1.5|客户表扬", [("1.5", "客户表扬")]),
        ("扣分项|周报迟交||||2|", [("-2", "周报迟交")]),
        ("扣分项|周报迟交||||－2分|", [("-2", "周报迟交")]),
        ("加分项|重大贡献||||| ", []),
        ("加分项|重大贡献||||0|", []),
        ("加减分项|客户表扬||||3|\n|加减分合计||||3|", [("3", "客户表扬")]),
    ],
)
def test_points_by_hand_of_a_section(rows: str, read: list[tuple[str, str]]) -> None:
    assert by_hand(rows) == read


@pytest.mark.parametrize(
    ("rows", "read"),
    [
        ("Letter of thanks||||+3|||", [("3", "Letter of thanks")]),
        ("Letter of thanks||||3|||8 November", [("3", "Letter of thanks; 8 November")]),
        ("Late reports||||-2|||", [("-2", "Late reports")]),
        ("Late reports|||||2 points||", [("-2", "Late reports")]),
        ("Bonus: letter of thanks||||3|||", [("3", "letter of thanks")]),
        ("Bonus points||||||| \nLetter of thanks||||3|||", [("3", "Letter of thanks")]),
    ],
)
def test_points_by_hand_of_a_column(rows: str, read: list[tuple[str, str]]) -> None:
    assert by_hand(rows, ENGLISH) == read


@pytest.mark.parametrize(
    ("rows", "above", "found"),
    [
        ("加分项|客户表扬||||-3|", CHINESE, (3, "F", Fault.UNREAD_POINTS)),
        ("扣分项|周报迟交||||+3|", CHINESE, (3, "F", Fault.UNREAD_POINTS)),
        ("加减分项|客户表扬||||若干|", CHINESE, (3, "F", Fault.UNREAD_POINTS)),
        ("加减分项|||||3|", CHINESE, (3, "B", Fault.NO_REASON)),
        ("|加分项||||3|", CHINESE, (3, "B", Fault.NO_REASON)),
        ("加减分项|客户表扬|||2||", CHINESE, (3, "E", Fault.NO_POINTS)),
        # Where no word says so, points without a weight are a KPI that lacks one.
        ("业绩|客户表扬||||3|", CHINESE, (3, "C", Fault.NO_WEIGHT)),
        ("加减分项||||||\n二、其他||||||\n|客户表扬||||3|", CHINESE, (5, "C", Fault.NO_WEIGHT)),
        ("Late reports|||||+2||", ENGLISH, (3, "F", Fault.UNREAD_POINTS)),
        ("", ENGLISH.replace("|90||", "|90|2|"), (2, "E", Fault.POINTS_BESIDE_KPI)),
        ("", ENGLISH.replace("|90||", "|90||x"), (2, "F", Fault.POINTS_BESIDE_KPI)),
        ("", ENGLISH.replace("|90|||", "|90|||perhaps"), (2, "G", Fault.UNREAD_GATE)),
    ],
)
def test_what_is_not_plain_is_named(rows: str, above: str, found: tuple[int, str, Fault]) -> None:
    assert fault(rows, above) == found


def test_no_points_beside_a_kpi_are_none() -> None:
    assert card(ENGLISH.replace("|90||", "|90|0|0")).adjustments == ()


def test_points_by_hand_are_part_of_the_total() -> None:
    """90 + 3 - 2; the weights of the KPIs are 100 all the same."""
    found = total(CHINESE + "加减分项|客户表扬||||3|\n|周报迟交||||-2|")
    assert (found.base, found.raw, found.score) == (Decimal(90), Decimal(91), Decimal(91))
    assert found.grade
    assert (found.grade.name.en, found.grade.coefficient) == ("B", Decimal(1))


@pytest.mark.parametrize(
    ("written", "gate"),
    [
        ("veto", CappedUntilMet(2, Decimal(0))),
        ("一票否决", CappedUntilMet(2, Decimal(0))),
        ("cap", CappedUntilMet(2, Decimal(100))),
        ("Cap 80", CappedUntilMet(2, Decimal(80))),
        ("capped at 80", CappedUntilMet(2, Decimal(80))),
        ("封顶80分", CappedUntilMet(2, Decimal(80))),
        ("multiplier", Multiplier(2)),
        ("乘数", Multiplier(2)),
    ],
)
def test_a_gate_needs_no_weight(written: str, gate: Gate) -> None:
    assert card(f"{ENGLISH}Accidents||≤0|1||| {written}|").gates == (gate,)


@pytest.mark.parametrize(
    ("written", "actual", "score"),
    [
        ("veto", 1, 0),
        ("veto", 0, 90),
        ("cap 80", 1, 80),
        ("cap 80", 0, 90),
        ("multiplier", 1, 0),
        ("multiplier", 0, 90),
    ],
)
def test_what_a_gate_does_to_the_total(written: str, actual: int, score: int) -> None:
    assert total(f"{ENGLISH}Accidents||≤0|{actual}|||{written}|").score == score
