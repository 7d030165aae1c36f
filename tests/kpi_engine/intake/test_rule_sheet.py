"""Headings and names of Chinese sheets."""

from __future__ import annotations

import pytest

from kpi_engine.intake.rules.sheet import Column, column_of, likely_direction
from kpi_engine.model.kpi import Direction

HIGHER, LOWER = Direction.HIGHER, Direction.LOWER


@pytest.mark.parametrize(
    "heading", ["目标值", "全年目标值", "考核目标值", "指标值", "目标值（万元）", " 目标 值：", "Target"]
)
def test_the_column_of_targets(heading: str) -> None:
    assert column_of(heading) is Column.TARGET


@pytest.mark.parametrize("heading", ["计分规则", "评分规则", "考核规则", "计分标准", "评分标准", "Scoring rule"])
def test_the_column_of_rules(heading: str) -> None:
    assert column_of(heading) is Column.RULE


@pytest.mark.parametrize("heading", ["", "指标名称", "权重", "目标值和权重"])
def test_other_columns(heading: str) -> None:
    assert column_of(heading) is None


@pytest.mark.parametrize(
    ("words", "direction"),
    [
        ("客户投诉率", LOWER),
        ("开票差错率", LOWER),
        ("设备故障率", LOWER),
        ("产品不良率", LOWER),
        ("报废率", LOWER),
        ("控制在3%以内", LOWER),
        ("费用不超过50万", LOWER),
        ("采购成本下降5%", LOWER),
        ("预算超支", LOWER),
        ("计划完成率", HIGHER),
        ("销售目标达成率", HIGHER),
        ("客户数增长", HIGHER),
        ("销售收入", HIGHER),
        ("净利润", HIGHER),
        ("不少于12次", HIGHER),
        ("利润下降", None),
        ("员工人数", None),
    ],
)
def test_what_the_words_let_one_expect(words: str, direction: Direction | None) -> None:
    assert likely_direction(words) is direction
