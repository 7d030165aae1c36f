"""`why` of what is computed: every number in it can be done again by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest
from sqlalchemy.orm import Session

from bot.people import arrive
from kpi_engine.calendar.period import PeriodKind
from kpi_engine.commands import Command, NewKpi, PublishKpis, ReviseKpi
from kpi_engine.model.kpi import Definition, Target, UnitKind
from kpi_engine.model.name import Name
from kpi_engine.service.execute import execute
from kpi_engine.store.database import connect
from kpi_engine.store.work import Work
from tests.chat import transcript
from tests.factories import definition
from tests.stage import RealStage

REVENUE = replace(
    definition("", 40, frequency=PeriodKind.WEEK, unit=UnitKind.MONEY, target=Target(Decimal(40000))),
    name=Name("Turnover", "营业额"),
)
COST = replace(REVENUE, name=Name("Cost", "成本"), weight=Decimal(20), target=Target(Decimal(30000)))
MARGIN = replace(
    definition(
        "", 40, unit=UnitKind.PERCENT, expression="(turnover - cost) / turnover", target=Target(Decimal("0.25"))
    ),
    name=Name("Gross margin", "毛利率"),
)
VALUES = {
    "Anna": ("/kpi actual turnover 8000 2026-W45, cost 6400 2026-W45", "/kpi actual turnover 12000 2026-W46, cost 9000 2026-W46"),
    "安娜": ("/kpi 填报 营业额 8000 2026-W45，成本 6400 2026-W45", "/kpi 填报 营业额 12000 2026-W46，成本 9000 2026-W46"),
}  # fmt: skip
MONTH = {"Anna": "/kpi actual turnover 36000 2026-11", "安娜": "/kpi 填报 营业额 36000 2026-11"}


@pytest.fixture
def margin(stage: RealStage, founded: None, people: tuple[str, ...]) -> None:
    """Service enters turnover and cost by the week; its margin is computed. Two weeks are in."""
    publish(stage, people[0], REVENUE, COST, MARGIN)
    stage.type(people[0], *VALUES[people[0]])


@pytest.fixture
def raised(stage: RealStage, founded: None, people: tuple[str, ...]) -> None:
    """A target by the month that was raised from 16 November on: 11 of the month's 21 working days."""
    turnover = replace(REVENUE, weight=Decimal(100), frequency=PeriodKind.MONTH)
    kpi_id = publish(stage, people[0], turnover)
    more = replace(turnover, target=Target(Decimal(50000)))
    do(stage, people[0], ReviseKpi(kpi_id, more, date(2026, 11, 16), "A new shop"))
    stage.set_now(datetime(2026, 12, 1, 9))  # noqa: DTZ001  # the wall has no zone
    stage.type(people[0], MONTH[people[0]])


def publish(stage: RealStage, founder: str, *definitions: Definition) -> int:
    """The KPIs of Service, since October; the id of the first."""
    with stage.reader(founder) as reader:
        service = reader.departments()[1].id
    drafts = tuple(map(NewKpi, definitions))
    do(stage, founder, PublishKpis(service, "Serve", None, drafts, in_force=date(2026, 10, 1)))
    with stage.reader(founder) as reader:
        return reader.kpis(service)[0].kpi.id


def do(stage: RealStage, who: str, command: Command) -> None:
    engine = connect(stage.url)
    with Session(engine) as session, session.begin():
        execute(command, Work(session, arrive(session, stage.who(who), stage.now), stage.now, stage.now.date()))
    engine.dispose()


@pytest.mark.usefixtures("margin")
@transcript
def test_a_formula_lists_what_it_is_computed_from() -> None:
    """
    > /kpi why gross margin
    Gross margin, November 2026: 92.0

    Value    23% = (CN¥20,000 − CN¥15,400) / CN¥20,000
    Formula  (Turnover − Cost) / Turnover
    Target   25%
    Agreed   version 1, in force from 1 Oct 2026
    Weight   40 of 100

    Computed from      Value  Made of
    ─────────────────────────────────────────────────────────────────────────
    Turnover       CN¥20,000  week 45, 2026 to week 46, 2026: sum of 2 values
    Cost           CN¥15,400  week 45, 2026 to week 46, 2026: sum of 2 values

    23% / 25% × 100.0 = 92.0.

    [1] History   [2] Report
    """


@pytest.mark.usefixtures("margin")
@pytest.mark.parametrize("people", [("安娜",)])
@transcript
def test_a_formula_lists_what_it_is_computed_from_in_chinese() -> None:
    """
    > /kpi 为什么 毛利率
    毛利率，2026年11月：92.0 分

    实际值  23% = (¥20,000 − ¥15,400) / ¥20,000
    公式    (营业额 − 成本) / 营业额
    目标    25%
    设定    第 1 版，2026年10月1日起生效
    权重    40%

    所用指标   实际值  取自
    ───────────────────────────────────────────────────────────
    营业额    ¥20,000  2026年第45周至2026年第46周：2 个数值合计
    成本      ¥15,400  2026年第45周至2026年第46周：2 个数值合计

    23% / 25% × 100.0 = 92.0 分。

    [1] 历史   [2] 看报告
    """


@pytest.mark.usefixtures("raised")
@transcript
def test_a_target_that_changed_inside_a_month_is_shared_out_by_its_days() -> None:
    """
    > /kpi why turnover last month
    Turnover, November 2026: 79.6

    Value   CN¥36,000
    Target  CN¥45,238.1: CN¥40,000 for November 2026 × 10/21 working days + CN¥50,000 for November 2026
            × 11/21 working days
    Agreed  version 1, in force from 1 Oct 2026
    Weight  100 of 100

    CN¥36,000 / CN¥45,238.1 × 100.0 = 79.6.

    [1] History   [2] Report
    """


@pytest.mark.usefixtures("raised")
@pytest.mark.parametrize("people", [("安娜",)])
@transcript
def test_a_target_that_changed_inside_a_month_is_shared_out_in_chinese() -> None:
    """
    > /kpi 为什么 营业额 上月
    营业额，2026年11月：79.6 分

    实际值  ¥36,000
    目标    ¥45,238.1：2026年11月 ¥40,000 × 10/21 个工作日 + 2026年11月 ¥50,000 × 11/21 个工作日
    设定    第 1 版，2026年10月1日起生效
    权重    100%

    ¥36,000 / ¥45,238.1 × 100.0 = 79.6 分。

    [1] 历史   [2] 看报告
    """
