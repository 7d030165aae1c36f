"""Which goals say too little to find KPIs for them."""

from __future__ import annotations

import pytest

from kpi_engine.design.strategy import templates
from kpi_engine.design.thin import is_thin


@pytest.mark.parametrize(
    "goal", ["12", "20万", "20 %", "增长", "更好", "准时", "Growth", "Grow 20 %", "10% more", "NPS 60", "增长20%"]
)
def test_a_number_or_a_direction_is_thin(goal: str) -> None:
    assert is_thin(goal)


@pytest.mark.parametrize(
    "goal", ["Sell more", "Zero accidents", "零事故", "卖得更多", "留住老客户", "Win 12 regulars", "NPS 到 60 分"]
)
def test_a_goal_of_something_is_not(goal: str) -> None:
    assert not is_thin(goal)


def test_no_goal_that_is_offered_is_thin() -> None:
    assert not any(is_thin(text) for one in templates() for goal in one.goals for text in (goal.en, goal.zh))
