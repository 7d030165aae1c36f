"""A change is said in one line, as people say it, in both languages."""

from __future__ import annotations

import pytest

from tests.stage import RealStage

pytestmark = pytest.mark.usefixtures("built")


@pytest.mark.parametrize("people", [("安娜",)])
@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("/kpi 目标 销售收入 下个月改成160万", "为什么改？"),
        ("/kpi 目标 销售收入 改为160万", "从什么时候起？"),
        ("/kpi 目标 赢单率 每低1%扣2分", "每低1%扣2分"),
        ("计分规则 赢单率 每低1%扣2分", "每低1%扣2分"),
        ("/kpi 提议 大客户拜访次数 目标改成48", "为什么？"),
        ("/kpi 提议 大客户拜访次数 权重改成20", "为什么？"),
        ("/kpi 提议 大客户拜访次数 填报人换成我", "为什么？"),
    ],
)
def test_in_chinese(stage: RealStage, typed: str, asked: str) -> None:
    said = stage.type("安娜", typed)
    assert asked in said, said


@pytest.mark.parametrize("people", [("Anna",)])
@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("/kpi target revenue change to 1.6m from next month", "Why"),
        ("/kpi target revenue next month to 1.6m", "Why"),
        ("/kpi target revenue to 1.6m", "From when on?"),
        ("/kpi target win rate minus 2 points per 1% below", "minus 2 points per 1% below"),
        ("/kpi propose win rate target to 35%", "Why"),
        ("/kpi propose win rate change to 35%", "Why"),
    ],
)
def test_in_english(stage: RealStage, typed: str, asked: str) -> None:
    said = stage.type("Anna", typed)
    assert asked in said, said


@pytest.mark.parametrize("people", [("安娜",)])
def test_the_department_of_a_new_kpi_stands_behind_it(stage: RealStage) -> None:
    said = stage.type("安娜", "/kpi 提议 新增 采购准时到货率，仓储部")
    assert "给哪个部门？" not in said
    assert "仓储部" not in said


@pytest.mark.parametrize("people", [("安娜",)])
@pytest.mark.parametrize("typed", ["撤消", "/kpi 撤消"])
def test_undo_in_other_characters(stage: RealStage, typed: str) -> None:
    stage.type("安娜", "大客户拜访次数 38")
    assert "已撤销" in stage.type("安娜", typed)
