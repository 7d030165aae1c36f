"""Which KPI a part of a name means to somebody: of their own, of those that they may enter, of others'."""

from __future__ import annotations

import pytest

from kpi_engine.intake.begun import begun_name
from kpi_engine.intake.free import looks_like_values
from kpi_engine.intake.names import Askable, name_at_start
from kpi_engine.model.kpi import Unit, UnitKind

MONEY, COUNT, SHARE = (Unit(kind) for kind in (UnitKind.MONEY, UnitKind.COUNT, UnitKind.PERCENT))


def kpi(id: int, en: str, zh: str, unit: Unit, *aliases: str, mine: bool = False, may: bool = False) -> Askable:
    return Askable(id, (en, zh, *aliases), unit, mine=mine, in_part=(en, zh) if mine or may else ())


KPIS = (
    kpi(1, "Store sales", "门店销售额", MONEY, mine=True),
    kpi(2, "Sales training passed", "培训通过率", SHARE, "sales course", "销售培训合格率", mine=True),
    kpi(3, "Web sales", "网店销售额", MONEY, may=True),
    kpi(4, "Store visitors", "门店客流", COUNT, "visitors", may=True),
    kpi(5, "Revenue", "销售收入", MONEY, "sales", "turnover", "销售额"),
    kpi(6, "Store complaints", "门店投诉数", COUNT, "complaints", "投诉"),
    kpi(7, "Complaint costs", "投诉费用", MONEY, may=True),
    kpi(8, "Fair visitors", "展会观众", COUNT, mine=True),
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Revenue", [5]),
        ("turnover", [5]),
        ("销售额", [1]),
        ("sales", [1, 2]),
        ("visitors", [8, 4]),
        ("投诉", [7]),
        ("complaints", [6]),
        ("Store visitors", [4]),
    ],
)
def test_a_name_or_an_alias_in_full(typed: str, meant: list[int]) -> None:
    found = name_at_start(f"{typed} 3", KPIS)
    assert found is not None
    assert ([one.kpi_id for one in found[0]], found[1]) == (meant, " 3")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("销售", [1]),
        ("门店", [1]),
        ("网店", [3]),
        ("training", [2]),
        ("train", [2]),
        ("store", [1]),
        ("web", [3]),
        ("course", [2]),
        ("sal", [1, 2, 3, 5]),
        ("销", []),
        ("nothing", []),
    ],
)
def test_a_part_of_a_name(typed: str, meant: list[int]) -> None:
    found = begun_name(typed, KPIS)
    assert [one.kpi_id for one in found] == meant


@pytest.mark.parametrize(
    ("typed", "whether"),
    [
        ("sales 12k", True),
        ("销售额 1.2万", True),
        ("销售1.2万", True),
        ("store 12k yesterday", True),
        ("sal 12k", False),
        ("销售 3 号会议室", False),
        ("store 3 is closed", False),
        ("门店 3 点开门", False),
        ("complaint 300", True),
        ("store visits nobody", False),
        ("销售额怎么样", False),
    ],
)
def test_free_text(typed: str, whether: bool) -> None:
    assert looks_like_values(typed, KPIS) is whether


@pytest.mark.parametrize(
    ("typed", "whether"), [("sales 12k", True), ("sales 12k tomorrow", False), ("sales a lot", False)]
)
def test_a_part_that_several_names_have_is_a_value_if_it_can_be_of_one_of_them(typed: str, whether: bool) -> None:
    own = [one for one in KPIS if one.mine]
    assert looks_like_values(typed, own) is whether
