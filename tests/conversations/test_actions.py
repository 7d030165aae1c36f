"""The action plan of a KPI is shown where it stands, and to whoever has to act; in both languages."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.stage import RealStage

CARD = {"Anna": "/kpi report sales revenue", "安娜": "/kpi 报告 销售收入"}
PLAN = {"Anna": "Call ten former customers a week", "安娜": "每周回访十家老客户"}
DAY = {"Anna": "Your actions for the next 14 days:", "安娜": "接下来 14 天你要完成的行动："}
DUE = {"Anna": "21 Dec 2026", "安娜": "2026年12月21日"}
OVERDUE = {"Anna": "21 Dec 2026, overdue", "安娜": "2026年12月21日（已逾期）"}
TODAY = {"Anna": "is due today", "安娜": "今天到期"}
LATE = {"Anna": "was due on 21 Dec 2026", "安娜": "原定2026年12月21日前完成"}
OTHER = {"Anna": "Tom", "安娜": "汤姆"}
ADDED = {"Anna": ("/kpi members add Tom, Sales, head, 100%",), "安娜": ("/kpi 成员 添加 汤姆，销售，负责人，100%",)}
RETIRED = {
    "Anna": ("/kpi build Sales", "1", "Win more", "Win rate", "yes", "yes"),
    "安娜": ("/kpi 建模 销售", "1", "多赢单", "赢单率", "是", "是"),
}


@pytest.fixture
def people(founder: str) -> tuple[str, ...]:
    return founder, OTHER[founder]


@pytest.mark.usefixtures("built")
def test_a_kpis_card_says_what_is_done_about_it(stage: RealStage, founder: str) -> None:
    said = stage.type(founder, CARD[founder])
    assert {"Anna": "Action plan", "安娜": "行动计划"}[founder] in said
    (line,) = (line for line in said.splitlines() if PLAN[founder] in line)
    assert line.split("  ")[-1].strip() == DUE[founder]
    assert founder in line


@pytest.mark.usefixtures("built")
def test_one_is_told_of_ones_own_when_they_are_near_or_late(stage: RealStage, founder: str) -> None:
    told = {}
    for day in ("2026-12-06", "2026-12-07", "2026-12-21", "2026-12-22"):
        stage.set_now(datetime.fromisoformat(f"{day} 09:00"))
        told[day] = stage.type(founder, "/kpi")

    assert [PLAN[founder] in said for said in told.values()] == [False, True, True, True]
    assert [DAY[founder] in said for said in told.values()] == [False, True, False, False]
    assert [TODAY[founder] in said for said in told.values()] == [False, False, True, False]
    assert [LATE[founder] in said for said in told.values()] == [False, False, False, True]
    assert OVERDUE[founder] in stage.type(founder, CARD[founder])


@pytest.mark.usefixtures("built")
def test_what_others_have_to_do_is_on_the_kpis_card_only(stage: RealStage, founder: str) -> None:
    stage.type(founder, *ADDED[founder])
    stage.set_now(datetime.fromisoformat("2026-12-22 09:00"))

    assert PLAN[founder] not in stage.type(OTHER[founder], "/kpi")
    assert PLAN[founder] in stage.type(OTHER[founder], CARD[founder])


@pytest.mark.usefixtures("built")
def test_what_is_planned_for_a_kpi_that_is_retired_is_nobodys_task_any_more(stage: RealStage, founder: str) -> None:
    stage.set_now(datetime.fromisoformat("2026-12-22 09:00"))
    assert PLAN[founder] in stage.type(founder, "/kpi")
    stage.type(founder, *RETIRED[founder])

    assert PLAN[founder] not in stage.type(founder, "/kpi")
