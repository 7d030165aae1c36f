"""Complaints: a per cent sign is a unit, and a score of 0 has no number below 0 beside it."""

from __future__ import annotations

import pytest

from conversations.view import Form
from tests.stage import RealStage

BUILT = {
    "Anna": ("/kpi build Sales", "1", "Fewer complaints", "complaints about offers", "The less the better"),
    "安娜": ("/kpi 建模 销售", "1", "少一些投诉", "报价投诉数", "越低越好"),
}
REST = {
    "Anna": ("A count", "Every week", "skip", "3 4 3", "3", "skip", "yes", "complaints about offers 9"),
    "安娜": ("数量", "每周", "跳过", "3 4 3", "3", "跳过", "是", "报价投诉数 9"),
}
REPORT = {"Anna": "/kpi report sales", "安娜": "/kpi 报告 销售"}


@pytest.fixture
def people(founder: str) -> tuple[str, ...]:
    return (founder,)


@pytest.mark.usefixtures("founded")
def test_a_sign_is_a_unit(stage: RealStage, founder: str) -> None:
    stage.type(founder, *BUILT[founder], "%")
    form = stage.shown[founder][-1]
    assert isinstance(form, Form), form
    assert form.questions[0].key == "frequency"


@pytest.mark.usefixtures("founded")
def test_a_score_of_0_stands_alone(stage: RealStage, founder: str) -> None:
    said = stage.type(founder, *BUILT[founder], *REST[founder], REPORT[founder])
    assert " 0.0 " in said
    assert "(-" not in said
