"""For each rule of the check a model in which it finds something, and one in which it does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.design.check.finding import Layer
from kpi_engine.design.check.model import Culture, Model
from kpi_engine.design.check.record import Basis, KpiRecord, Part
from kpi_engine.design.check.rules import Severity
from kpi_engine.model.check import RuleId
from kpi_engine.model.company import Department, Role, SmallMode
from kpi_engine.model.kpi import Aggregation, Direction, Perspective, Unit, UnitKind
from kpi_engine.model.name import Name
from kpi_engine.model.scoring import Progress, Reciprocal, Scoring
from kpi_engine.model.strategy import SwotEntry, SwotKind
from tests.kpi_engine.design.check.models import (
    EVERY_ORDER,
    GOOD,
    HAL,
    KPIS,
    LOGISTICS,
    ON_TIME,
    SALES,
    SAM,
    action,
    banded,
    changed,
    defined,
    entered,
    found,
    known,
    kpi,
    own,
    person,
    record,
    redefined,
    said,
    target,
    threat,
    with_kpi,
    with_version,
)

COUNT = Unit(UnitKind.COUNT)
PERCENT = Unit(UnitKind.PERCENT)
BOB = person(3, Name("Bob", "鲍勃"), Role.MEMBER, (1, "0.7"), (2, "0.5"))
EVE = replace(SAM, id=4, name=Name("Eve", "夏娃"), active=False)
ANN = person(5, Name("Ann", "安"), Role.MEMBER, (1, "0.5"), (2, "0.5"))
ACCIDENTS = own("Accidents", "工伤数", unit=COUNT, aggregation=Aggregation.SUM, direction=Direction.LOWER)
VISITS = own("Calls to carriers", "致电承运商次数", unit=COUNT, aggregation=Aggregation.SUM)
MANY = tuple(record(20 + each, own(f"KPI {each * 7919}", weight=Decimal(8))) for each in range(8))
HYPERBOLIC = Scoring(Reciprocal(), cap=Decimal(150))
RANKING = replace(GOOD.company, ranks_people=True)
LARGE = replace(GOOD.company, small=SmallMode.OFF)
HISTORY = "95/100 96/100 94/100 97/100 95/100 96/100"


def named(en: str, zh: str = "", **changes: object) -> Model:
    """The good model with a KPI of its own that is called so."""
    return with_kpi(record(9, own(en, zh, **changes)))


def staffed(*people: object, **changes: object) -> Model:
    """The good model with other people besides."""
    return replace(GOOD, people=(HAL, SAM, *people), **changes)  # type: ignore[arg-type]  # people and fields


@dataclass(frozen=True)
class Case:
    """A rule, where it comes from, a model in which it finds something with these params, and one where not."""

    sheet: int | None
    """Its number in the list of 45 rules that the check began from; None for one that was added."""
    rule: RuleId
    severity: Severity
    bad: Model
    good: Model
    params: Mapping[str, object] = field(default_factory=dict)


ERROR, WARNING, INFO = Severity

CASES = (
    Case(1, RuleId.GOAL_MISSING, ERROR, defined(goal_id=None), defined(goal_id=10), {"kpi": kpi(1).definition.name}),
    Case(
        2,
        RuleId.GOAL_CHAIN_BROKEN,
        WARNING,
        replace(GOOD, goals=(ON_TIME, replace(EVERY_ORDER, serves=None))),
        GOOD,
        {"department": LOGISTICS.name, "goal": EVERY_ORDER.name},
    ),
    Case(
        3,
        RuleId.VAGUE_WORD,
        ERROR,
        named("Work attitude", "工作态度", formula=Name("", "")),
        named("Work attitude", "工作态度", formula=Name("Tasks done on time ÷ tasks", "按时完成任务数 ÷ 任务数")),
        {"word": Name("work attitude", "工作态度")},
    ),
    Case(
        4,
        RuleId.UNRELATED,
        WARNING,
        named("Canteen menu choices", "食堂菜品数"),
        named("Deliveries that came late", "延误交货单数"),
        {"goal": EVERY_ORDER.name},
    ),
    Case(
        5,
        RuleId.SOURCE_MISSING,
        ERROR,
        defined(source=Name("", "")),
        GOOD,
        {"offers": (kpi(1).definition.source,)},
    ),
    Case(
        6,
        RuleId.INTRUSIVE,
        ERROR,
        named("Work pace", "工作节奏", formula=Name("Keystrokes per hour", "键盘记录每小时次数")),
        named("System alerts", "系统监控告警数"),
        {"word": Name("keystrokes", "键盘记录"), "offers": (Name("Task completion time", "任务完成时间"),)},
    ),
    Case(7, RuleId.TARGET_MISSING, ERROR, changed(unsaid=frozenset({Part.TARGET})), GOOD),
    Case(
        8,
        RuleId.TARGET_CHANCE,
        WARNING,
        defined(target=target("0.93")),
        defined(target=target("0.94")),
        {"hard": False, "count": 10},
    ),
    Case(
        9,
        RuleId.TARGET_BASIS,
        INFO,
        changed(actuals=KPIS[0].actuals[-5:]),
        changed(actuals=KPIS[0].actuals[-5:], basis=Basis.MARKET),
        {"count": 5},
    ),
    Case(
        10,
        RuleId.NO_ACTION,
        WARNING,
        changed(actuals=entered(1, "85/100")),
        changed(actuals=entered(1, "85/100"), actions=(action(1),)),
        {"score": Decimal("89.47368421052631578947368421")},
    ),
    Case(
        11,
        RuleId.PERSPECTIVE_MISSING,
        WARNING,
        defined(4, perspective=Perspective.FINANCIAL),
        GOOD,
        {"missing": (Perspective.LEARNING,)},
    ),
    Case(
        12,
        RuleId.WEIGHTS_SUM,
        ERROR,
        defined(weight=Decimal(35)),
        defined(weight=Decimal("25.01")),
        {"total": Decimal(110), "department": LOGISTICS.name, "person": None},
    ),
    Case(
        13,
        RuleId.NOT_REVIEWED,
        WARNING,
        changed(reviewed_on=date(2024, 5, 2)),
        changed(reviewed_on=date(2025, 5, 2)),
        {"since": date(2024, 5, 2), "market": None},
    ),
    Case(
        14,
        RuleId.NOT_CONFIRMED,
        WARNING,
        changed(settled_on=date(2026, 11, 9)),
        changed(settled_on=date(2026, 11, 9), consents=(said(1, HAL, 9),)),
        {"person": HAL.name, "word": ""},
    ),
    Case(
        15,
        RuleId.SWOT_UNANSWERED,
        INFO,
        replace(GOOD, swot=(SwotEntry(2, SwotKind.THREAT, "Prices fall"),)),
        GOOD,
    ),
    Case(16, RuleId.SMALL_COMPANY, WARNING, with_kpi(*MANY[:2]), with_kpi(*MANY[:1]), {"count": 6, "most": 5}),
    Case(
        17,
        RuleId.TEAM_SHARE,
        INFO,
        replace(GOOD, culture=Culture.TEAM, team_share=Decimal("0.2")),
        replace(GOOD, culture=Culture.TEAM, team_share=Decimal("0.3")),
        {"share": Decimal("0.2")},
    ),
    Case(
        18,
        RuleId.NOT_CASCADED,
        INFO,
        replace(GOOD, kpis=KPIS[:4]),
        GOOD,
        {"department": LOGISTICS.name, "people": (HAL.name, SAM.name)},
    ),
    Case(19, RuleId.WEIGHT_RANGE, WARNING, defined(weight=Decimal(4)), defined(weight=Decimal(5)), {"small": True}),
    Case(20, RuleId.KPI_COUNT, WARNING, replace(GOOD, kpis=KPIS[:2]), replace(GOOD, kpis=KPIS[:3]), {"count": 2, "least": 3}),
    Case(21, RuleId.UNIT_WRONG, ERROR, defined(target=target(95)), defined(target=target(5)), {"unit": PERCENT}),
    Case(
        22,
        RuleId.DIRECTION_WRONG,
        ERROR,
        named("Rate of defects", "缺陷率"),
        named("Defects fixed", "缺陷整改率"),
        {"direction": Direction.HIGHER},
    ),
    Case(
        23,
        RuleId.AGGREGATION_WRONG,
        ERROR,
        defined(aggregation=Aggregation.AVERAGE),
        GOOD,
        {"aggregation": Aggregation.AVERAGE, "fitting": Aggregation.RATIO},
    ),
    Case(
        24,
        RuleId.FORMULA_WRONG,
        ERROR,
        defined(expression="{2} / {77}"),
        defined(expression="{2} / {3}"),
        {"unknown": ("{77}",), "zero": None, "circle": False},
    ),
    Case(
        25,
        RuleId.OWNER_WRONG,
        ERROR,
        changed(co_owners=frozenset({2})),
        GOOD,
        {"people": (HAL.name, SAM.name), "several": True},
    ),
    Case(26, RuleId.TOO_SELDOM, WARNING, changed(lag_days=31), changed(lag_days=30), {"days": 31}),
    Case(27, RuleId.TARGET_ORDER, ERROR, defined(target=target("0.9", threshold="0.95")), defined(target=target("0.9", threshold="0.8"))),
    Case(28, RuleId.TARGET_IS_BASELINE, WARNING, defined(scoring=Scoring(Progress(Decimal("0.95")))), defined(scoring=Scoring(Progress(Decimal("0.9"))))),
    Case(29, RuleId.CAP_MISSING, WARNING, defined(scoring=Scoring(cap=Decimal(201))), defined(scoring=Scoring(cap=Decimal(200))), {"reciprocal": False, "most": 201}),
    Case(
        30,
        RuleId.TARGET_ZERO,
        ERROR,
        with_kpi(record(9, replace(ACCIDENTS, target=target(0)))),
        with_kpi(record(9, replace(ACCIDENTS, target=target(0, threshold="2")))),
        {"target": target(0), "zero": True},
    ),
    Case(
        31,
        RuleId.DUPLICATE,
        WARNING,
        named("On-time deliveries", "准时交货比率"),
        named("Deliveries signed for", "签收单数"),
        {"other": kpi(1).definition.name},
    ),
    Case(
        32,
        RuleId.MOVES_TOGETHER,
        INFO,
        with_kpi(*(replace(kpi(id), actuals=entered(id, "1 3 2 5 4 6 8 7 9 10 12 11")) for id in (1, 3))),
        with_kpi(*(replace(kpi(id), actuals=entered(id, "1 3 2 5 4 6 8 7 9 10 12")) for id in (1, 3))),
        {"other": kpi(1).definition.name, "opposite": False},
    ),
    Case(
        33,
        RuleId.ONLY_LAGGING,
        WARNING,
        replace(GOOD, kpis=KPIS[:3], company=LARGE),
        GOOD,
        {"department": LOGISTICS.name},
    ),
    Case(
        34,
        RuleId.NO_COUNTER,
        WARNING,
        with_kpi(record(6, known("picks_per_hour", 60)), model=replace(GOOD, kpis=KPIS[:4])),
        with_kpi(record(6, known("picks_per_hour", 60))),
        {"offers": (Name("Picking accuracy", "拣货准确率"),)},
    ),
    Case(
        35,
        RuleId.OUT_OF_CONTROL,
        WARNING,
        with_kpi(record(9, own("Net profit", "净利润"), person=2)),
        with_kpi(record(9, own("Net profit", "净利润"))),
        {"word": Name("net profit", "净利润"), "person": SAM.name},
    ),
    Case(
        36,
        RuleId.ACTIVITY,
        INFO,
        with_kpi(record(9, VISITS)),
        with_kpi(record(9, replace(VISITS, direction=Direction.LOWER))),
        {"word": Name("calls", "致电")},
    ),
    Case(37, RuleId.PERIOD_MISSING, ERROR, changed(unsaid=frozenset({Part.PERIOD})), GOOD),
    Case(
        38,
        RuleId.COMPOUND,
        WARNING,
        named("Pallets and cartons moved", "托盘以及纸箱数"),
        named("Cartons moved", "及时搬运箱数"),
        {"word": Name("and", "以及")},
    ),
    Case(
        39,
        RuleId.TARGET_WORDS,
        ERROR,
        changed(target_text="+20 %"),
        with_kpi(replace(redefined(kpi(1), replace(kpi(1).definition, scoring=Scoring(Progress(Decimal("0.9"))))), target_text="+20 %")),
        {"text": "+20 %", "relative": True},
    ),
    Case(
        40,
        RuleId.STALE,
        WARNING,
        changed(actuals=entered(1, "95/100 - -")),
        changed(actuals=entered(1, "95/100 -")),
        {"periods": (Period(date(2026, 9, 1), PeriodKind.MONTH), Period(date(2026, 10, 1), PeriodKind.MONTH))},
    ),
    Case(
        41,
        RuleId.NO_SIGNAL,
        WARNING,
        changed(actuals=entered(1, "95/100 95/100 95/100 95/100 95/100 95/100")),
        changed(actuals=entered(1, "96/100 95/100 95/100 95/100 95/100 95/100")),
        {"score": 100, "count": 6},
    ),
    Case(
        42,
        RuleId.PERSONAL_DATA,
        ERROR,
        replace(GOOD, company=RANKING),
        replace(GOOD, company=RANKING, people=(HAL, replace(SAM, ranked=False))),
        {"word": None, "person": SAM.name},
    ),
    Case(
        43,
        RuleId.CHANGED_INSIDE,
        WARNING,
        with_kpi(with_version(kpi(1), date(2026, 11, 9), replace(kpi(1).definition, target=target("0.97")))),
        with_kpi(with_version(kpi(1), date(2026, 11, 1), replace(kpi(1).definition, target=target("0.97")))),
        {"since": date(2026, 11, 9), "begins": date(2026, 12, 1)},
    ),
    Case(
        44,
        RuleId.SMALL_NUMBERS,
        INFO,
        changed(actuals=entered(1, "28/29")),
        changed(actuals=entered(1, "28/30")),
        {"cases": 29, "enough": 30},
    ),
    Case(
        45,
        RuleId.BANDS_WRONG,
        ERROR,
        banded((None, "0.8"), ("0.85", None)),
        banded((None, "0.8"), ("0.8", None)),
        {"gap": Decimal("0.8"), "overlap": None},
    ),
    Case(None, RuleId.PERSON_WITHOUT_KPI, WARNING, staffed(replace(BOB, positions=BOB.positions[:1])), GOOD, {"person": BOB.name}),
    Case(None, RuleId.TIME_OVER, ERROR, staffed(BOB), staffed(replace(BOB, active=False)), {"total": Decimal("1.2")}),
)  # fmt: skip

VARIANTS: tuple[tuple[RuleId, Model], ...] = (
    (RuleId.VAGUE_WORD, named("Improve processes", "优化流程", formula=Name("", ""))),
    (RuleId.UNIT_WRONG, changed(unsaid=frozenset({Part.UNIT}))),
    (RuleId.UNIT_WRONG, named("Pass rate of lorries", "车辆合格率", unit=COUNT, target=target("0.9"))),
    (RuleId.DIRECTION_WRONG, changed(unsaid=frozenset({Part.DIRECTION}))),
    (RuleId.FORMULA_WRONG, defined(expression="{1} + {2}")),
    (
        RuleId.FORMULA_WRONG,
        with_kpi(replace(kpi(2), actuals=entered(2, "0")), model=defined(expression="{3} / {2}")),
    ),
    (RuleId.SOURCE_MISSING, named("Mood in the yard", "场院氛围", source=Name("", ""))),
    (RuleId.PERSONAL_DATA, named("Sick notes checked", "病假原因核查数")),
    (
        RuleId.TOO_SELDOM,
        replace(defined(frequency=PeriodKind.QUARTER, cycle=PeriodKind.QUARTER), review_every=PeriodKind.MONTH),
    ),
    (RuleId.NO_SIGNAL, changed(actuals=entered(1, "0/9 0/9 0/9 0/9 0/9 0/9"))),
    (
        RuleId.MOVES_TOGETHER,
        with_kpi(
            replace(kpi(1), actuals=entered(1, "1 3 2 5 4 6 8 7 9 10 12 11")),
            replace(kpi(3), actuals=entered(3, "11 9 10 7 8 6 4 5 3 2 0 1")),
        ),
    ),
    (RuleId.TARGET_WORDS, changed(target_text="???")),
    (RuleId.TARGET_ZERO, named("Profit gained", "利润增长", target=target(0))),
    (RuleId.TARGET_ORDER, defined(target=target("0.9", stretch="0.8"))),
    (RuleId.TARGET_CHANCE, defined(target=target("0.97"))),
    (RuleId.TARGET_BASIS, changed(actuals=())),
    (RuleId.TARGET_BASIS, changed(actuals=KPIS[0].actuals[:1])),
    (RuleId.BANDS_WRONG, banded((None, "0.9"), ("0.85", None))),
    (
        RuleId.NO_SIGNAL,
        with_kpi(
            record(
                9,
                own(
                    "Paid",
                    direction=Direction.YESNO,
                    unit=Unit(UnitKind.YESNO),
                    target=target(1),
                    aggregation=Aggregation.LAST,
                ),
                "1 1 1 1 1 1",
            )
        ),
    ),
    (RuleId.CAP_MISSING, with_kpi(record(9, replace(ACCIDENTS, target=target(10), scoring=HYPERBOLIC), "9 4"))),
    (RuleId.WEIGHTS_SUM, with_kpi(redefined(kpi(5), replace(kpi(5).definition, weight=Decimal(90))))),
    (RuleId.WEIGHT_RANGE, defined(weight=Decimal("62.5"))),
    (RuleId.KPI_COUNT, with_kpi(*MANY)),
    (RuleId.KPI_COUNT, replace(GOOD, kpis=KPIS[:1])),
    (RuleId.KPI_COUNT, with_kpi(*(record(40 + each, own(f"KPI {each}"), person=2) for each in range(8)))),
    (RuleId.SMALL_COMPANY, replace(staffed(ANN), departments=(LOGISTICS, SALES))),
    (RuleId.PERSPECTIVE_MISSING, replace(GOOD, kpis=KPIS[:2])),
    (RuleId.OWNER_WRONG, changed(unsaid=frozenset({Part.OWNER}))),
    (RuleId.OWNER_WRONG, replace(defined(owner_id=4), people=(HAL, SAM, EVE))),
    (RuleId.OUT_OF_CONTROL, named("Exchange rate gain", "汇率收益")),
    (RuleId.NO_ACTION, changed(actuals=())),
    (RuleId.NOT_CONFIRMED, changed(consents=(said(1, HAL, 9, "Nobody counts it"),))),
    (
        RuleId.NOT_REVIEWED,
        replace(changed(reviewed_on=date(2026, 3, 2)), swot=(threat("Late deliveries", date(2026, 9, 14)),)),
    ),
    *(
        (RuleId.SWOT_UNANSWERED, replace(GOOD, swot=(SwotEntry(2, kind, "Prices fall"),)))
        for kind in SwotKind
        if kind is not SwotKind.THREAT
    ),
)
"""The other ways in which rules find something."""


def renumbered(of: KpiRecord, id: int, department: int) -> KpiRecord:
    """The same KPI as another one, in another department."""
    kpi = replace(of.version.kpi, id=id, department_id=department)
    versions = tuple(replace(version, kpi=kpi) for version in of.versions)
    actuals = tuple(replace(line, kpi_id=id) for line in of.actuals)
    return replace(of, version=replace(of.version, kpi=kpi), versions=versions, actuals=actuals)


def _spoilt() -> Iterator[tuple[KpiRecord, int]]:
    """Everything bad at once: KPIs and departments."""
    for case in CASES:
        for finding in found(case.rule, case.bad)[:1]:
            if finding.subject.kind is Layer.KPI:
                of = kpi(finding.subject.id, case.bad)
                yield of, SALES.id if of.version.kpi.person_id else LOGISTICS.id
    yield from ((each, LOGISTICS.id) for each in next(case.bad.kpis[:4] for case in CASES if case.sheet == 32))
    yield from ((each, FEW.id) for each in KPIS[:2])
    yield from ((each, ONE_SIDED.id) for each in next(case.bad.kpis[:4] for case in CASES if case.sheet == 11))


FEW, ONE_SIDED = Department(3, Name("Depot", "仓库")), Department(4, Name("Yard", "堆场"))
BAD = Model(
    today=GOOD.today,
    company=RANKING,
    departments=(LOGISTICS, SALES, FEW, ONE_SIDED),
    people=(HAL, SAM, BOB, ANN),
    goals=(ON_TIME, replace(EVERY_ORDER, serves=None)),
    swot=(SwotEntry(2, SwotKind.THREAT, "Prices fall"),),
    kpis=tuple(renumbered(of, 100 + place, department) for place, (of, department) in enumerate(_spoilt())),
    culture=Culture.TEAM,
    team_share=Decimal("0.2"),
)
"""A model in which everything is wrong."""
