"""What a report says where there is little to report, in both languages."""

from __future__ import annotations

import pytest

from tests.stage import RealStage

REPORT = {"Anna": "/kpi report company", "安娜": "/kpi 报告 公司"}


@pytest.fixture
def people(founder: str) -> tuple[str, ...]:
    return (founder,)


def test_a_company_without_departments_is_told_to_set_up(stage: RealStage, founder: str) -> None:
    hint = {"Anna": "Begin with /kpi start", "安娜": "输入 /kpi 开始 就可以了"}[founder]

    assert hint in stage.type(founder, REPORT[founder])


@pytest.mark.usefixtures("founded")
def test_a_company_without_kpis_is_told_to_build_some(stage: RealStage, founder: str) -> None:
    said = stage.type(founder, REPORT[founder])

    assert {
        "Anna": "There are no KPIs yet. The owner or the head of a department can begin with /kpi build.",
        "安娜": "公司还没有 KPI。老板或部门负责人可以输入 /kpi 建模 开始搭建。",
    }[founder] in said
    assert "no departments" not in said
