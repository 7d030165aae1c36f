"""What sentences are rendered with to be read: sample values by the name of the parameter."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from decimal import Decimal

from conversations.cards.target import NewTarget
from conversations.flows.build.draft import of_own
from conversations.flows.build.pairs import TIMES as LEANINGS
from conversations.flows.help_pages import WhoMay
from kpi_engine.calendar.hours import Hours
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.presence import Leave
from kpi_engine.calendar.working import Calendar
from kpi_engine.design.check.rules import Severity
from kpi_engine.design.consistency import Triple
from kpi_engine.design.level import Level, Odd
from kpi_engine.design.targets import suggested
from kpi_engine.intake.guess import Cause, Guess
from kpi_engine.intake.rules.meaning import Doubt
from kpi_engine.intake.sheet.headings import Column
from kpi_engine.intake.slip import Slip, SlipKind
from kpi_engine.intake.why import Why
from kpi_engine.measure.curve.scoring import curve_for
from kpi_engine.measure.forecast.outlook import Outlook
from kpi_engine.measure.forecast.spread import Spread
from kpi_engine.measure.why.brief import Brief
from kpi_engine.measure.why.moves import Move
from kpi_engine.measure.why.segment import Constant, Corner, Counted, segment
from kpi_engine.model.actual import Reading, Remark
from kpi_engine.model.agreement import Agreement
from kpi_engine.model.audit import Deed
from kpi_engine.model.board_rules import USUAL_BOARD, BoardRules, Covers
from kpi_engine.model.bulletin import BoardTakes, BulletinKind, Trouble
from kpi_engine.model.check import Mute, RuleId
from kpi_engine.model.company import Company, Department, Person, Position, Role, SmallMode
from kpi_engine.model.consent import Consent
from kpi_engine.model.curve import Hyperbola, Stairs
from kpi_engine.model.done import (
    Consented,
    EnteredItem,
    Invited,
    MemberRemoved,
    Muted,
    Onward,
    PeriodTargetSet,
    Published,
    Revised,
    SeasonSet,
    SetChanged,
    StrategySet,
    Undone,
    Unmuted,
)
from kpi_engine.model.kpi import (
    Aggregation,
    Direction,
    Kpi,
    KpiVersion,
    PeriodTarget,
    Perspective,
    Target,
    Unit,
    UnitKind,
)
from kpi_engine.model.name import Language, Name
from kpi_engine.model.owed import Missed
from kpi_engine.model.pace import Band, Pace
from kpi_engine.model.proposal import ProposalState
from kpi_engine.model.ranking import Board, Improved, Leaderboard, Place, Result, Unranked
from kpi_engine.model.reminders import AS_USUAL, USUAL
from kpi_engine.model.score import KpiScore, Operand, Scorecard, ScoreState, Subject, SubjectKind, TargetShare
from kpi_engine.model.strategy import Goal, SwotEntry, SwotKind
from kpi_engine.model.total import (
    GRADES,
    Adjustment,
    CappedUntilMet,
    Gating,
    Grade,
    Grading,
    Multiplier,
    TeamShare,
    Total,
    TwoWay,
    TwoWayCell,
)
from tests.conversations.plan_samples import PLAN, causes
from tests.conversations.talk_samples import TALK
from tests.kpi_engine.design.check.cases import CASES, VARIANTS
from tests.kpi_engine.design.check.models import found
from tests.kpi_engine.measure.build import actual, period, version

SALES, SERVICE, FINANCE = Name("Sales", "销售部"), Name("Service", "客服部"), Name("Finance", "财务部")
REVENUE, VISITS, RATE = (
    Name("Sales revenue", "销售收入"),
    Name("Customer visits", "客户拜访"),
    Name("Win rate", "赢单率"),
)
MONEY, TIMES, SHARE = Unit(UnitKind.MONEY), Unit(UnitKind.COUNT, Name("visits", "次")), Unit(UnitKind.PERCENT)
LI_NA = Person(1, Name("Li Na", "李娜"), Role.HEAD, Language.EN, "UTC")
TOM = Person(2, Name("Tom", "汤姆"), Role.MEMBER, Language.EN, "UTC")
HARBOUR = Company(1, Name("Harbour Trading", "海港贸易"), Language.EN, "UTC", Calendar(), "CNY")
OCTOBER, NOVEMBER, QUARTER, WEEK = period("2026-10"), period("2026-11"), period("2026-Q4"), period("2026-W47")
ONWARD = Onward(owes=True)
GROW = Goal(1, Name("Win 40 new customers", "新增 40 家客户"))


LEAVES = (Leave(date(2026, 12, 24), date(2027, 1, 3)), Leave(date(2027, 3, 1), date(2027, 3, 2)))
SALES_KPI = version(name=REVENUE, unit=MONEY, target=Target(Decimal(1000000)))
VISITS_KPI = version(kpi=Kpi(2, 1), name=VISITS, unit=TIMES, target=Target(Decimal(12)), frequency=PeriodKind.WEEK)
RATE_KPI = version(kpi=Kpi(3, 1), name=RATE, unit=SHARE, target=Target(Decimal("0.3")), aggregation=Aggregation.RATIO)
ANSWER_KPI = version(
    kpi=Kpi(4, 1),
    name=Name("Answer time", "响应时长"),
    unit=Unit(UnitKind.DURATION, Name("hours", "小时")),
    target=Target(Decimal(4)),
    aggregation=Aggregation.AVERAGE,
    direction=Direction.LOWER,
)


def line(of: KpiVersion, value: str, score: str | None, *, entered: int = 1, count: int = 1) -> KpiScore:
    """A line of a scorecard, with a score or as one that is missing."""
    definition = of.definition
    shares = (TargetShare(of, NOVEMBER, definition.target, Decimal(entered), count),)
    if score is None:
        return KpiScore(of, NOVEMBER, ScoreState.MISSING, 0, 1, count, shares, definition.target)
    numbers = Reading(Decimal("0.9"), Decimal(45), Decimal(50)) if "/" in value else Reading(Decimal(value))
    curve = curve_for(definition.direction, definition.target)
    points = Decimal(score)
    raw = Decimal(135) if points == 120 else points
    return KpiScore(
        of, NOVEMBER, ScoreState.SCORED, entered, entered, count, shares, definition.target, numbers,
        definition.target, curve, raw, points,
    )  # fmt: skip


def operand(first: Period, last: Period, count: int) -> Operand:
    """A KPI that another is computed from."""
    reading = Reading(Decimal("0.9"), Decimal(45), Decimal(50))
    return Operand(Kpi(3, 1), RATE, SHARE, Aggregation.RATIO, "", reading, count, first, last)


def card(score: str | None, coverage: str = "1") -> Scorecard:
    """A department's scorecard."""
    total = None if score is None else Decimal(score)
    return Scorecard(Subject(SubjectKind.DEPARTMENT, 1), NOVEMBER, NOVEMBER.start, (), (), total, Decimal(coverage))


def total_of(
    base: str, raw: str, score: str, grade: Grade | None, *points: str, factor: str = "1", coverage: str = "1"
) -> Total:
    """A total with points given by hand."""
    by_hand = tuple(Adjustment(Decimal(one), "x") for one in points)
    numbers = (Decimal(base), Decimal(factor), by_hand, Decimal(raw), Decimal(score), Decimal(coverage))
    return Total(*numbers, closed=(), waiting=(), grade=grade)


def entered(of: KpiVersion, value: str, *, changed: bool = True) -> EnteredItem:
    """A value that was entered."""
    return EnteredItem(of, NOVEMBER, actual("2026-11", value), None, late=False, changed=changed)


def invited(*, is_new: bool) -> Invited:
    """Li Na has a code."""
    return Invited(LI_NA, "K00000000001", own=False, is_new=is_new, until=date(2026, 11, 30))


USUAL_WAYS = (
    USUAL,
    replace(USUAL, hours=Hours(time(8), time(17))),
    replace(USUAL, at=time(17)),
    replace(USUAL, budget=1),
    replace(USUAL, budget=3),
    replace(USUAL, budget=0),
    replace(USUAL, misses=1),
    replace(USUAL, misses=0),
)
BOARD_TAKES = tuple(BoardTakes(5, *there) for there in ((False, 6, 30), (False, 2, 8), (True, 1, 4)))
BOARD_WAYS = (
    BoardRules(least=8),
    BoardRules(top=1),
    BoardRules(top=2),
    BoardRules(covers=Covers.LAST_MONTH),
    BoardRules(covers=Covers.QUARTER),
)
WANTED = (
    AS_USUAL,
    replace(AS_USUAL, at=time(17), hours=Hours(time(8), time(17)), budget=3, again=False, ladder=True),
    replace(AS_USUAL, budget=1),
    replace(AS_USUAL, budget=0),
)

AGREED = tuple(
    Agreement(1, 1, terms, NOVEMBER.start, "so", 1)
    for terms in (
        Grading(),
        Gating((Multiplier(1),)),
        Gating((Multiplier(1), CappedUntilMet(2)), (TwoWay(1, 2, (), (), ()),) * 2),
        TeamShare(Decimal("0.3")),
    )
)
CELLS = (
    TwoWayCell(1, 2, Decimal(95), Decimal(80), (Decimal(90), Decimal(100)), (None, Decimal(90)), Decimal(40)),
    TwoWayCell(1, 2, Decimal(100), Decimal(101), (Decimal(100), None), (Decimal(100), None), Decimal(100)),
)
TOTALS = (
    total_of("87.5", "88.5", "88.5", GRADES[3], "3", "-2"),
    total_of("112", "123", "120", GRADES[0], "11", coverage="0.65"),
    total_of("105", "84", "80", GRADES[3], factor="0.8"),
    total_of("-2", "-12", "0", GRADES[4], "-10"),
    total_of("87.5", "87.5", "87.5", None, coverage="0.4"),
    Total(None, Decimal(1), (), None, None, Decimal(0), (), (), None),
)
LINES = (
    line(SALES_KPI, "875000", "87.5"),
    line(VISITS_KPI, "9", "75", entered=3, count=4),
    line(RATE_KPI, "45/50", "120"),
    line(ANSWER_KPI, "5", "75", entered=2),
    line(VISITS_KPI, "0", None, count=4),
)
SCORED = LINES[:4]
HALVES = tuple(replace(LINES[n].shares[0], counted=Decimal("0.5"), days=(11, 22)) for n in (0, 3))
"""Of a month in which the target changed: of a sum and of an average."""
CAPPED = SCORED[2]
assert SCORED[1].curve is not None
UNDER_HURDLE = replace(SCORED[1], raw=Decimal(50), score=Decimal(0), curve=replace(SCORED[1].curve, hurdle=Decimal(60)))


@dataclass(frozen=True, slots=True)
class Both:
    """A text as it would be in either language."""

    en: str
    zh: str


def in_language(sample: object, language: Language) -> object:
    """The sample as it would be for that reader."""
    match sample:
        case Both(en=en, zh=zh):
            return en if language is Language.EN else zh
        case tuple():
            return tuple(in_language(one, language) for one in sample)
        case _:
            return sample


def odd(kind: SlipKind, value: str, *, meant: str = "", cause: Cause = Cause.DIGIT_MORE, most: int = 1300) -> Slip:
    """A value that is asked back, with what it may have been."""
    guesses = (Guess(Reading(Decimal(meant)), cause),) if meant else ()
    return Slip(kind, Reading(Decimal(value)), guesses, Decimal(900), Decimal(most))


SALES_WORD = Both("Sales", "销售部")
SERVICE_WORD, FINANCE_WORD = Both("Service", "客服部"), Both("Finance", "财务部")
RAISE = Both("Sales revenue at CN¥981,994 (+5.0)", "销售收入达到 ¥981,994（+5.0）")
WAYS = (Both("each 1 percentage point", "每低1个百分点"), Both("each 1% of target", "每低目标值的1%"))
HATS = (Position(1, Name("", ""), Decimal("0.7")), Position(2, Name("", ""), Decimal("0.3")))
NEAREST = ((), (SALES_WORD,), (SALES_WORD, SERVICE_WORD, FINANCE_WORD))

ON_TIME = replace(
    of_own("", UnitKind.PERCENT, Direction.HIGHER, PeriodKind.WEEK, Perspective.PROCESS),
    name=Name("On-time delivery", "准时交付率"),
)

PACES = (
    Pace(
        LINES[0], 2, SALES_KPI.definition.target, Target(Decimal(900000)), seasonal=True, gap=Decimal("2.5"),
        projection=Decimal(980000), band=Band(Decimal(900000), Decimal(980000), Decimal(1060000)), chance=Decimal("0.45"),
        required=Decimal(62500),
    ),
    Pace(
        LINES[0], 1, SALES_KPI.definition.target, Target(Decimal(800000)), gap=Decimal("-7.5"),
        projection=Decimal(1100000), required=Decimal(125000),
    ),
)  # fmt: skip
THANKED = (
    (Both("Li Na", "李娜"), ((REVENUE, Decimal("97.5")), (VISITS, Decimal(110)))),
    (Both("Tom", "汤姆"), ((RATE, Decimal(120)),)),
)
BRIEFS = (
    Brief(card("87.5"), replace(card("85.2"), period=OCTOBER), (), (), ()),
    Brief(card("87.5", "0.65"), card(None), (), (), ()),
    Brief(card(None), card("85.2"), (), (), ()),
)


PLACE = Place(Subject(SubjectKind.DEPARTMENT, 1), SALES, Result(Decimal("87.5")), None, False, 0, 0)
PLACES = (
    replace(
        PLACE, rank=4, league=1, of=8, change=2, improvement=Decimal("3.2"), is_best=True, on_target=3, reported=12
    ),
    replace(PLACE, rank=2, league=1, of=8, change=-1, result=Result(Decimal("87.5"), shrunk=True)),
    replace(PLACE, unranked=Unranked.OPTED_OUT, improvement=Decimal("-1.5")),
    replace(PLACE, unranked=Unranked.TEAM_ONLY),
    replace(PLACE, unranked=Unranked.NOT_ENOUGH),
    replace(PLACE, unranked=Unranked.FEW, is_best=True),
    replace(PLACE, unranked=Unranked.FEW),
)
BOARDS = tuple(
    Leaderboard(board, NOVEMBER, leagues, (), (), None, 5, tuple((reason, 3) for reason in Unranked))
    for board, leagues in itertools.product(Board, (1, 0))
)

LACKING = (Move(LINES[0], Decimal("4.25")), Move(LINES[1], Decimal("1.5")))
KPIS = ((REVENUE, Decimal("109.1")), (VISITS, Decimal("98.5")))

SAMPLES: Mapping[str, Sequence[object]] = {
    "actions": (0, 1, 3),
    "by": ((), (LI_NA,), (LI_NA, TOM), (LI_NA, TOM, LI_NA, TOM)),
    "card": (card("87.5"), card("87.5", "0.65"), card(None)),
    "column": (Column.WEIGHT, Column.RULE),
    "come": (0, 2, 3),
    "company": (HARBOUR,),
    "count": (3,),
    "day": (date(2026, 11, 20),),
    "definition": (SALES_KPI.definition, VISITS_KPI.definition),
    "denominator": (Decimal(50),),
    "department": (SALES,),
    "departments": ((), (SALES, SERVICE, FINANCE)),
    "direction": (Direction.HIGHER, Direction.LOWER, Direction.RANGE),
    "days": (14,),
    "about": (Both("A goal is where you want to be.", "目标是想做到的事。"), ""),
    "how": (Both("Answer yes or no.", "请回答“是”或“否”。"),),
    "said": (Both("31 Nov", "11月31日"),),
    "values": (1, 25),
    "more": (0, 5),
    "deed": tuple(Deed),
    "draft": (ON_TIME,),
    "due": (date(2026, 12, 4),),
    "examples": ((Both("report", "报告"), Both("report Sales last month", "报告 销售 上月")),),
    "expired": (False, True),
    "file": ("kpi.xlsx",),
    "first": (date(2026, 11, 1),),
    "flow": (Both("/kpi build", "/kpi 建模"),),
    "frequency": tuple(PeriodKind),
    "gain": (Decimal(5), Decimal("2.25")),
    "goal": (Both(GROW.name.en, GROW.name.zh),),
    "id": (7,),
    "items": (
        (entered(SALES_KPI, "875000"),),
        (entered(SALES_KPI, "875000"), entered(VISITS_KPI, "3"), entered(RATE_KPI, "0.3")),
        (entered(SALES_KPI, "875000", changed=False),),
    ),
    "inviting": (True, False, True),
    "improved": (Improved(Subject(SubjectKind.PERSON, 1), LI_NA.name, Decimal("6.25")),),
    "kind": (SubjectKind.COMPANY, SubjectKind.DEPARTMENT, SubjectKind.PERSON),
    "kpi": (REVENUE,),
    "kpis": (1, 3),
    "last": (Reading(Decimal(9)), None),
    "league": (2,),
    "least": (Decimal(0),),
    "length": (300,),
    "limit": (200,),
    "line": LINES,
    "lines": (48,),
    "link": ("", "https://t.me/kpi_bot?start=K00000000001"),
    "lower": (False, True),
    "missing": ((), (Perspective.LEARNING,), (Perspective.CUSTOMER, Perspective.PROCESS)),
    "budget": (6, 1, 0),
    "hours": (USUAL.hours,),
    "most": (Decimal(1),),
    "moved": ((), (Move(LINES[0], Decimal("4.25")), Move(LINES[1], Decimal("-1.5")))),
    "name": (SALES,),
    "names": (tuple(Both(name.en, name.zh) for name in (REVENUE, VISITS, RATE)),),
    "nearest": NEAREST,
    "needs": (((Both("Li Na", "李娜"), ((VISITS, Decimal(75)),)),),),
    "needed": (Decimal(981994),),
    "note": (Both("after the fair", "展会之后"),),
    "number": (2,),
    "of": (12,),
    "overdue": (False, True),
    "guessed": (False, True),
    "has_goals": (False, True),
    "on": (True, False),
    "options": ((Decimal(1200), Decimal("1.2")), (Decimal("0.5"),)),
    "owed": (0, 1, 3),
    "parked": ((), (VISITS,), (VISITS, REVENUE)),
    "retired": ((), (VISITS,), (VISITS, REVENUE)),
    "past": ((Decimal(12), Decimal(9), Decimal(14)), (Decimal(12),)),
    "ordered": ((Decimal(9), Decimal(12), Decimal(14)), (Decimal(12),)),
    "people": (1, 25),
    "period": (NOVEMBER, WEEK),
    "person": (LI_NA,),
    "perspective": tuple(Perspective),
    "piece": tuple(segment(one.curve, one.reading.value) for one in SCORED if one.curve and one.reading),
    "position": (Position(1, Name("", ""), Decimal(1)), Position(1, Name("Head of sales", "销售经理"), Decimal("0.6"))),
    "projection": (Decimal(875000),),
    "problem": ("target_out_of_order",),
    "rule": (RuleId.NO_COUNTER,),
    "points": (Decimal(0),),
    "raises": ((RAISE,), (RAISE, Both("Win rate at 33% (+5.0)", "赢单率达到 33%（+5.0）"))),
    "ranked": (True, False),
    "raw": ("1.200", "<b>"),
    "remark": tuple(Remark),
    "share": (LINES[1].shares[0], LINES[0].shares[0]),
    "shares": (("12",), ("12", "14")),
    "sheet": ("", "Sales"),
    "shown": (20,),
    "slip": (
        odd(SlipKind.SIGN, "-120", meant="120", cause=Cause.SIGN),
        odd(SlipKind.NOT_WHOLE, "1.5"),
        odd(SlipKind.FAR_OFF, "3"),
        odd(SlipKind.FAR_FROM_TARGET, "12000"),
        odd(SlipKind.FAR_FROM_TARGET, "12000", meant="1200", most=900),
        *(odd(SlipKind.FAR_OFF, "12000", meant="1200", cause=cause) for cause in Cause),
        odd(SlipKind.OVER_WHOLE, "3", meant="0.03", cause=Cause.FRACTION),
        odd(SlipKind.PART_OVER_WHOLE, "1.25", meant="0.8", cause=Cause.PARTS_SWAPPED),
        odd(SlipKind.FRACTION, "0.0095", meant="0.95", cause=Cause.FRACTION),
        Slip(SlipKind.NO_SHARE, Reading(Decimal(120)), (), None, None),
    ),
    "state": (ScoreState.NOT_DUE, ScoreState.MISSING, ScoreState.NOT_APPLICABLE),
    "sum": (Decimal(110), Decimal(100)),
    "target": (Target(Decimal("0.95")),),
    "text": (Both("revnue 1200", "销受 1200"),),
    "thanks": (THANKED,),
    "times": (0, 7, 12),
    "total": (Decimal("1.2"),),
    "unit": (TIMES,),
    "value": (Both("CN¥1,200", "¥1,200"),),
    "version": (SALES_KPI, version("2026-10-01", number=2)),
    "weight": (Decimal(20), Decimal("33.5")),
    "what": (REVENUE,),
    "why": tuple(Why),
    "wish": (Both("service attitude", "服务态度"),),
    "word": (Both("attitude", "态度"),),
    "words": (Both("and more", "等等"),),
}

STRATEGY = StrategySet(
    (GROW, GROW), (SwotEntry(1, SwotKind.STRENGTH, "service"), SwotEntry(2, SwotKind.THREAT, "prices"))
)
UNDONE = {Deed.CHOOSE_LANGUAGE: "en"}
"""What was taken back; nearly always a name."""
RATE_WORD = Both("On-time delivery", "准时交付率")
FINDINGS = [findings[0] for id, model in ((case.rule, case.bad) for case in CASES) if (findings := found(id, model))]
FINDINGS += [found(id, model)[0] for id, model in VARIANTS]
PRICES = Both("Prices fall", "市场降价")


def told(rule: RuleId) -> Mapping[str, Sequence[object]]:
    """What the sentences of a rule are filled with: everything that it finds in spoilt models."""
    ways = [finding.params for finding in FINDINGS if finding.rule is rule]
    return {key: tuple(PRICES if key == "line" else way[key] for way in ways) for key in ways[0]}


UNCLEAR = (
    "rule_words",
    "rule_too_long",
    "rule_contradiction",
    "rule_incomplete",
    "rule_unit",
    "rule_two_bases",
    "rule_other_direction",
    "rule_other_target",
    "scoring_target_zero",
    "scoring_bands_gap",
    "scoring_bands_overlap",
    "scoring_too_few",
)
RULE = (Both("2 points off for each 1% below target", "每低1%扣2分"),)
LEVELS = Target(Decimal(12), threshold=Decimal(9), stretch=Decimal(15))
SPREAD = Spread.of(map(Decimal, range(6, 18)))
OUTLOOK = Outlook(SPREAD, 8, seasonal=False, far=False)
PAST = (Decimal(12), Decimal(9), Decimal(14))


def level(chance: str, made: int, of: int) -> Level:
    """A target that was reached so often."""
    return Level(LEVELS, Decimal(chance), made, of)


LIKELY = (level("0.62", 7, 12), level("0.004", 0, 12), level("0.999", 12, 12), level("0.5", 1, 1))
SUGGESTED = (
    suggested(OUTLOOK, PAST, NOVEMBER, Direction.HIGHER),
    suggested(replace(OUTLOOK, known=36, seasonal=True), PAST, NOVEMBER, Direction.AT_MOST),
)
WORST = tuple(
    Triple(0, 1, 2, Decimal(first), Decimal(second), Decimal(said))
    for first, second, said in (("4", "2", "1"), ("1", "2", "0.25"), ("2", "1", "0.5"))
)
OF_TWO: Mapping[str, Sequence[object]] = {"one": (REVENUE,), "other": (RATE,)}
VIEWS: Mapping[str, Sequence[object]] = {
    "name": (VISITS,),
    "history": (Band(Decimal(90), Decimal(100), Decimal(110)),),
    "market": (Band(Decimal(150), Decimal(160), Decimal(170)),),
}
FOUND: Mapping[str, Sequence[object]] = {
    "message": (Both("Sales revenue serves no goal.", "销售收入没有对应的目标。"),),
    "remedy": (Both("Pick one.", "选一个。"),),
}
GROUP_NAMES = tuple(Both(f"Team {letter}", f"{letter} 组") for letter in "ABCDEFG")
GROUP_PEOPLE = (Both("Li Na", "李娜"), Both("Tom", "汤姆"))

SPECIAL: Mapping[str, Mapping[str, Sequence[object]]] = {
    **TALK,
    **{f"{file}.{rule}": told(rule) for file in ("check", "fixes") for rule in RuleId},
    "refusals.not_invited": {"name": (Both("zoe88", "小李"),)},
    "refusals.nobodys_yet": {"name": (Both("zoe88", "小李"),)},
    **{f"remind.{name}": {"now": WANTED, "usual": USUAL_WAYS} for name in ("at", "hours", "budget", "again")},
    "remind.ladder": {"now": WANTED[:2], "usual": USUAL_WAYS, "told": ("", Both("Li Na", "李娜"), "", "")},
    "remind.tell": {"told": (Both("Li Na", "李娜"), "")},
    "remind.none_already": {},
    "remind.moved": {"now": (replace(AS_USUAL, at=time(14), hours=Hours(time(10), time(15))),), "was": (USUAL.at,)},
    "remind.on_again": {"now": WANTED, "usual": USUAL_WAYS},
    "remind.usual": {"usual": USUAL_WAYS},
    "remind.title": {"budget": (5, 0), "written": (2, 0)},
    "remind.values": {"name": (Both("Values", "待填报"),), "kind": tuple(PeriodKind)},
    "remind.sees": {"misses": (0, 2, 2), "told": ("", Both("Li Na and Tom", "李娜、汤姆"), "")},
    "remind.used_up": {"resumes": (Both("30 Nov 2026, 09:00", "2026年11月30日 09:00"),)},
    "invite.welcome": {"budget": (5, 1, 0), "by_code": (True, False, True), "hours": (USUAL.hours,)},
    "remind.snoozed": {"until": (Both("24 Nov 2026, 16:00", "2026年11月24日 16:00"),)},
    "remind.deputy": {"name": (LI_NA.name,), "deputy": (TOM.name, None)},
    "settings.a_week": {"budget": (5, 0)},
    "settings.in_a_row": {"misses": (2, 0)},
    "settings.reminding": {"before": (USUAL,), "now": USUAL_WAYS[1:]},
    "refusals.hour_outside": {"hours": (USUAL.hours,)},
    "settings.ranked_from": {"least": (5,)},
    "settings.first_places": {"top": (3, 1)},
    "settings.board": {"before": (USUAL_BOARD,), "now": BOARD_WAYS},
    "refusals.board_least": {"fewest": (5,), "most": (50,)},
    "refusals.board_top": {"least": (5,), "most": (3,)},
    "rejected.board_top": {"least": (5,), "most": (3,)},
    "refusals.budget_range": {"most": (20,)},
    "refusals.misses_range": {"most": (10,)},
    "terms.grading": {"grading": (Grading(),)},
    "terms.team_share": {"share": (Decimal("0.3"),), "place": ("", SALES_WORD)},
    "terms.gating": {
        "gates": ((), (Both("Win rate multiplies the total", "总分乘以“赢单率”的得分"),)),
        "tables": (0, 1, 2),
    },
    "terms.gate": {"name": (Both("Win rate", "赢单率"),), "cap": (None, Decimal(80))},
    "terms.start": {"start": (date(2026, 12, 1),), "why": (Both("agreed with all", "已达成一致"),)},
    "terms.preview": {"period": (OCTOBER,), "changed": (0, 0, 3, 20), "scored": (0, 32, 32, 32), "most": (12,)},
    "terms.total": {"score": ("97.9", "–"), "grade": (GRADES[0], None)},
    "terms.tables": {"tables": (1, 2)},
    "terms.table": {"row": (Both("Win rate", "赢单率"),), "column": (Both("Quotes sent", "报价数"),)},
    "terms.steps": {"steps": ((None, Decimal(80)), (Decimal(80), Decimal(100)), (Decimal(100), None))},
    "terms.table_of": {"row": (VISITS,), "column": (REVENUE,)},
    "terms.table_size": {"rows": (3,), "columns": (2,)},
    "rejected.points_shape": {"rows": (3,), "columns": (2,)},
    "terms.gates_of": {"places": ((), (SALES_WORD,))},
    "rejected.grades_unread": {"raw": ("", "B")},
    "target.season": {
        "done": (
            SeasonSet(SALES_KPI, ((NOVEMBER, Target(Decimal(9))),)),
            SeasonSet(SALES_KPI, ((OCTOBER, Target(Decimal(9))), (NOVEMBER, Target(Decimal(9))))),
        )
    },
    "invite.out": {"until": (date(2026, 11, 30),)},
    "propose.from_on": {"title": (Both("End of Sales revenue", "停用指标：销售收入"),), "since": (date(2026, 12, 1),)},
    "leaderboard.who_is_ranked": {"people": (False, True)},
    "groups.intro": {"there": ((), GROUP_NAMES[:1], GROUP_NAMES)},
    "groups.note": {"people": (12, 1, 7, 7), "seats": (12, 0, 0, 2), "is_new": (True, True, False, False)},
    "groups.nothing_new": {"names": (GROUP_NAMES[:1], GROUP_NAMES)},
    "groups.taken": {
        "made": ((SALES,), (SALES, SERVICE), (), ()),
        "newcomers": (1, 19, 2, 0),
        "placed": (0, 1, 2, 3),
    },
    "groups.kept": {"names": (GROUP_PEOPLE[:1], GROUP_PEOPLE), "department": (SALES,)},
    "groups.namesakes": {"names": (GROUP_PEOPLE[:1], GROUP_PEOPLE)},
    "invite.count": {"come": (1, 1, 2, 3), "people": (1, 3, 3, 3), "inviting": (True, True, False, True)},
    "invite.made": {"done": (invited(is_new=False), invited(is_new=True))},
    "invite.own": {"done": (invited(is_new=False),)},
    "invite.code": {"words": (Both("/kpi join K000-0000-0001", "/kpi 加入 K000-0000-0001"),)},
    "actual.odd": {"name": (VISITS,), "unit": (*(TIMES,) * (5 + len(Cause)), SHARE, SHARE, SHARE)},
    "actual.hint": {
        "definition": (SALES_KPI.definition, VISITS_KPI.definition),
        "last": (Reading(Decimal(875000)), None),
    },
    "actual.label": {"name": (VISITS,)},
    "actual.has_value": {"name": (VISITS,), "was": (Both("38 visits", "38 次"),)},
    "actual.stands": {
        "name": (VISITS,),
        "was": (Both("38 visits", "38 次"),),
        "value": (Both("40 visits", "40 次"),),
        "by": (LI_NA.name, None),
    },
    "actual.several_stand": {"values": (2,)},
    "actual.meant": {"name": (VISITS,)},
    "brief.look": {"kpis": (KPIS[:1], KPIS)},
    "brief.well": {"kpis": (KPIS[:1], KPIS)},
    "brief.unnamed": {"kpis": (KPIS[:1], KPIS)},
    "why.most": {"lacking": ((), LACKING[:1], LACKING)},
    "brief.decision": {"decision": (Move(LINES[1], Decimal("7.3")), None)},
    "brief.head": {"name": (SALES_WORD,), "brief": BRIEFS},
    "brief.missed": {"missed": (Missed(TOM, (VISITS,), 1), Missed(TOM, (VISITS, REVENUE), 2))},
    "brief.moved": {"moved": ((Move(LINES[0], Decimal("4.25")), Move(LINES[1], Decimal("-1.5"))),)},
    "build.reached": {"times": (0, 7, 12, 7), "level": (None, None, None, LIKELY[0])},
    **PLAN,
    **causes(LINES, OCTOBER),
    "pairs.how_many": {"of": (10,), "least": (4,)},
    "pairs.which": OF_TWO,
    "pairs.option": {**OF_TWO, "said": tuple(LEANINGS)},
    "pairs.worst": {"of_three": ((REVENUE, VISITS, RATE),), "worst": WORST},
    "build.formula": {"names": ((VISITS,), (VISITS, REVENUE))},
    "rejected.formula_unread": {"raw": ("visits / x",), "piece": ("x", "")},
    "rule.asked": {"doubt": tuple(Doubt), "text": RULE},
    "rule.change": {
        "name": (VISITS,),
        "text": RULE,
        "cycle": (NOVEMBER,),
        "reason": (Both("the contract", "按合同执行"),),
    },
    "rule.unclear": {"why": UNCLEAR, "left": (("be good",),)},
    "rejected.rule_unread": {"raw": RULE, "why": UNCLEAR, "left": (("be good",),)},
    "target.present": {"name": (VISITS,), "target": (LEVELS,), "level": (*LIKELY[:3], None)},
    "target.new": {"name": (VISITS,)},
    "target.own": {
        "own": ((PeriodTarget(1, NOVEMBER, Target(Decimal(14))),),),
        "more": (0, 9),
    },
    "target.kept": {"name": (VISITS,)},
    "target.change": {
        "name": (VISITS,),
        "before": (LEVELS,),
        "new": tuple(NewTarget(Target(Decimal(14)), NOVEMBER, only, GROW.name.en) for only in (False, True)),
    },
    "targets.part": {"part": (LEVELS,)},
    "targets.percent": {"chance": tuple(each.chance for each in LIKELY)},
    "targets.levels": {"target": (LEVELS, Target(Decimal(9), upper=Decimal(12)), Target(Decimal(9)))},
    "targets.levels_short": {"target": (LEVELS, Target(Decimal(9), upper=Decimal(12)), Target(Decimal(9)))},
    "targets.chance_short": {"level": LIKELY},
    "targets.suggested": {"found": SUGGESTED},
    "targets.too_few": {"known": (0, 1, 5)},
    "targets.some_too_few": {"names": ((VISITS,), (VISITS, REVENUE)), "all": (False, True)},
    "targets.blended": VIEWS,
    "targets.at_odds": VIEWS,
    "targets.all_of_them": {"known": (True, False)},
    "targets.odd": {"name": (VISITS,), "odd": tuple(Odd), "level": (LIKELY[2], LIKELY[1]), "cycle": tuple(PeriodKind)},
    "done.late": {
        "items": tuple(
            tuple(Both(f"{name.en} (October 2026)", f"{name.zh}（2026年10月）") for name in names)
            for names in ((VISITS,), (VISITS,), (VISITS, REVENUE))
        ),
        "all": (1, 2, 3),
    },
    "away.card": {"leaves": (1, 3)},
    **{f"away.{macro}": {"name": (None, LI_NA.name), "leave": LEAVES} for macro in ("set", "was")},
    "away.back": {"name": (None, None, LI_NA.name, LI_NA.name), "coming": ((), LEAVES, (), LEAVES[:1])},
    "away.again": {"name": (None, "Li Na"), "leave": LEAVES},
    "away.cancelled": {"name": (None, LI_NA.name), "leave": LEAVES, "coming": ((), LEAVES[:1], LEAVES, ())},
    "away.not_away": {"name": (None, None, LI_NA.name, LI_NA.name), "coming": ((), LEAVES, (), LEAVES[:1])},
    "away.whose": {"name": (LI_NA.name,)},
    "settings.begins": {"month": (Both("April", "4月"),)},
    "settings.by_size": {"on": (Both("On", "开启"),)},
    "settings.currency": {"currency": (Both("Euro", "欧元"),)},
    "settings.fiscal_year": {
        "months": ((Both("April", "4月"), Both("July", "7月"), Both("October", "10月"), Both("January", "1月")),),
        "quarter": (Period(date(2026, 10, 1), PeriodKind.QUARTER, 4),),
        "year": (Period(date(2026, 4, 1), PeriodKind.YEAR, 4),),
    },
    "settings.holidays": {
        "country": (Both("Germany", "德国"), Both("Germany", "德国"), ""),
        "coming": (date(2026, 12, 25), None, None),
    },
    "settings.small": {"mode": tuple(SmallMode)},
    "settings.time_zone": {"zone": ("Europe/Berlin",)},
    "settings.working_days": {"days": (Both("Monday and Tuesday", "周一和周二"),)},
    "posts.title": {"count": (0, 2)},
    "posts.what": {
        "kind": (BulletinKind.LEADERBOARD, BulletinKind.BRIEF),
        "whose": ("", Both("Sales", "销售部")),
    },
    "posts.dialog": {"kind": tuple(BulletinKind)},
    "posts.called": {"what": (Both("Leaderboard", "排行榜"),), "channel": ("#sales",)},
    "posts.rhythm": {"day": (Both("Monday", "周一"), ""), "at": (time(9), time(9))},
    "posts.coming": {
        "when": (Both("every Monday at 09:00", "每周一 09:00"),) * 4,
        "first": (Both("30 Nov 2026", "2026年11月30日"),) * 4,
        "takes": (None, *BOARD_TAKES),
    },
    "posts.trouble": {"trouble": tuple(Trouble)},
    "posts.set": {
        "what": (Both("Weekly brief", "每周简报"), *(Both("Leaderboard", "排行榜"),) * 3),
        "channel": ("#sales",) * 4,
        "when": (Both("every Monday at 09:00", "每周一 09:00"),) * 4,
        "first": (Both("30 Nov 2026", "2026年11月30日"),) * 4,
        "takes": (None, *BOARD_TAKES),
    },
    "posts.unchanged": {"what": (Both("Weekly brief", "每周简报"),), "since": (date(2026, 11, 23),)},
    "posts.stopped": {"what": (Both("Leaderboard", "排行榜"),), "channel": ("#sales",)},
    "posts.stop": {"what": (Both("Leaderboard", "排行榜"),), "channel": ("#sales",)},
    "posts.shut": {
        "channel": ("#sales",) * 3,
        "trouble": tuple(Trouble),
        "what": ((Both("Leaderboard", "排行榜"), Both("Weekly brief", "每周简报")),) * 3,
    },
    "refusals.no_setting": {
        "word": (Both("coffee", "咖啡"),),
        "names": ((Both("Holidays", "节假日"), Both("Currency", "货币")),),
    },
    "rejected.country": {"raw": ("Chnia", "Utopia"), "nearest": ((Both("China", "中国"),), ())},
    "done.more": {"values": (230,)},
    "import.left": {"file": ("kpi.xlsx",), "rows": (0, 1, 3)},
    "import.more": {"rows": (12,)},
    "import.more_corrected": {"values": (12,)},
    "import.no_values": {"file": ("kpi.xlsx",)},
    "import.nothing_new": {"file": ("kpi.xlsx",), "values": (1, 240, 1, 240), "rest": (False, False, True, True)},
    "import.refused": {"file": ("kpi.xlsx",)},
    "import.row": {"line": (Both("kpi.xlsx, row 3: no value", "kpi.xlsx，第 3 行：没有数值"),)},
    "import.scorecard": {"file": ("kpi.xlsx",)},
    "import.summary": {
        "file": ("kpi.xlsx",),
        "new": (1, 240, 0, 3),
        "corrected": (0, 3, 1, 0),
        "same": (0, 12, 0, 1),
        "rest": (False, False, False, True),
    },
    "import.too_many": {"file": ("kpi.xlsx",), "values": (6000,), "most": (5000,)},
    "import.wrong": {"rows": (1, 3)},
    "refusals.no_file": {"name": ("kpi.xlsx",)},
    "refusals.no_scorecard": {"name": (REVENUE,)},
    "build.retire": {"retired": ((VISITS,), (VISITS, REVENUE))},
    "build.past": {"unit": (TIMES,)},
    "build.plan": {"target": (Target(Decimal("0.95")),)},
    "day.hello": {"name": (LI_NA.name,)},
    "day.newcomer": {"name": (LI_NA.name,)},
    "day.score": {
        "card": (card("87.5"), card("87.5", "0.65"), card(None), card("91")),
        "total": (TOTALS[0], TOTALS[1], TOTALS[5], TOTALS[2]),
        "name": ("", SALES_WORD, "", SALES_WORD),
        "moved": ((), (Move(LINES[0], Decimal("4.25")), Move(LINES[1], Decimal("-1.5"))), (), ()),
    },
    "chart.says": {
        "line": (LINES[0], LINES[0], LINES[4], LINES[1]),
        "pace": (PACES[0], PACES[1], None, None),
        "met": (7, 0, 0, 0),
        "periods": (11, 2, 0, 1),
        "before": (0, 0, 8, 0),
    },
    "chart.picture": {"about": (SALES_WORD,)},
    "chart.which": {"name": (SALES_WORD,), "kpis": (3, 0, 0), "parts": (0, 3, 0)},
    "checkup.summary": {
        "name": (SALES_WORD,),
        "errors": (0, 1, 2, 0),
        "warnings": (0, 0, 1, 2),
        "hints": (0, 2, 0, 1),
        "muted": (1, 0, 2, 0),
    },
    "checkup.finding": FOUND,
    "checkup.muted": {**FOUND, "reason": (Both("The owner wants it", "老板要求"),), "by": (Both("Li Na", "李娜"),)},
    "checkup.young": {
        "count": (1, 5, 5),
        "name": (REVENUE,),
        "first": (date(2027, 1, 11),),
        "last": (date(2027, 1, 11), date(2027, 1, 11), date(2027, 4, 20)),
    },
    "checkup.serves_button": {"name": (GROW.name,)},
    "checkup.link_button": {"name": (GROW.name,)},
    "build.unproven_rest": {"names": ((REVENUE, Name("Win rate", "赢单率")),)},
    "build.contrary": {"words": (Both("refunds", "退款"),), "direction": (Direction.HIGHER,)},
    "strategy.thin": {"goal": (Both("Growth", "增长"),)},
    "checkup.group": {"name": (SALES_WORD,)},
    "checkup.all_button": {"name": (SALES_WORD,)},
    "checkup.ranked": {"severity": tuple(Severity), **FOUND},
    "checkup.and_more": {"count": (12,)},
    "checkup.unbuilt": {"departments": ((SALES,), (SALES, SERVICE, FINANCE))},
    "checkup.finding_name": {"kpi": (REVENUE,)},
    "done.member_new": {"before": (LI_NA,), "hats": (SALES_WORD,)},
    "done.member_changed": {
        "person": (LI_NA, LI_NA, LI_NA),
        "before": (LI_NA, replace(LI_NA, role=Role.MEMBER), LI_NA),
        "hats": (Both("Sales 70% (100% before), Service 30%", "销售部 70%（原 100%）、客服部 30%"), SALES_WORD, ""),
    },
    "done.member_removed": {"done": (MemberRemoved(LI_NA, ()), MemberRemoved(LI_NA, (SALES_KPI, VISITS_KPI)))},
    "done.consented": {
        "done": (
            Consented(SALES_KPI, Consent(1, 1, True, "", date(2026, 11, 20))),
            Consented(SALES_KPI, Consent(1, 1, False, "Too much", date(2026, 11, 20))),
        )
    },
    "done.muted": {"done": (Muted(SALES_KPI, Mute(RuleId.NO_COUNTER, 1, "GP", 1, date(2026, 11, 20))),)},
    "done.unmuted": {"done": (Unmuted(SALES_KPI, RuleId.NO_COUNTER),)},
    "done.noted": {"words": (Both("12 visits", "12 次"),)},
    "done.build_next": {"name": (SALES,)},
    "done.published": {
        "done": (
            Published(Department(1, SALES), GROW, (SALES_KPI,), (), ONWARD),
            Published(Department(1, SALES), GROW, (SALES_KPI,), (), ONWARD, TOM),
            Published(Department(1, SALES), GROW, (SALES_KPI, RATE_KPI), (VISITS_KPI, ANSWER_KPI), ONWARD),
        )
    },
    "done.revised": {"done": (Revised(version("2026-10-01", number=2), SALES_KPI),)},
    "done.period_target": {
        "done": (PeriodTargetSet(SALES_KPI, NOVEMBER, Target(Decimal(1200000)), Target(Decimal(1))),)
    },
    "done.set_changed": {
        "done": (
            SetChanged((replace(SALES_KPI, retired=True), VISITS_KPI), (SALES_KPI, VISITS_KPI)),
            SetChanged((RATE_KPI,), (RATE_KPI,)),
        )
    },
    "done.strategy": {"done": (StrategySet((GROW,), ()), StrategySet((GROW,), STRATEGY.swot[:1]), STRATEGY)},
    "done.undone": {
        "done": (
            *(Undone(deed, UNDONE.get(deed, "OTD")) for deed in Deed),
            Undone(Deed.ENTER, "", (entered(SALES_KPI, "9"),)),
        )
    },
    "faults.ambiguous_kpi": {"name": (RATE_WORD,)},
    "faults.formula": {"raw": ("=SUM(B2:B9)", "#DIV/0!")},
    "faults.no_direction": {"name": (RATE_WORD,)},
    "faults.no_value": {"name": (RATE_WORD,)},
    "faults.place": {
        "row": (0, 7, 7, 7),
        "column": ("", "C", "", "target"),
        "what": (Both("It is empty.", "是空的。"),),
    },
    "faults.period_two_ways": {"raw": ("3/4/2026",)},
    "faults.twice": {"name": (RATE_WORD,), "first": ("B7",)},
    "faults.two_directions": {"raw": ("≥5",)},
    "faults.unknown_kpi": {
        "name": (RATE_WORD,),
        "person": ("", "", Both("Tom", "汤姆")),
        "nearest": NEAREST,
    },
    "faults.unread_direction": {"raw": ("up and down",)},
    "faults.unread_period": {"raw": ("26-Jan",)},
    "faults.ambiguous_rule": {
        "raw": (Both("2 points off for each 1%", "每低1%扣2分"),),
        "asked": (
            ((Doubt.PERCENT, WAYS), (Doubt.PARTS, WAYS)),
            ((Doubt.INCLUDING, WAYS), (Doubt.LINEAR, WAYS)),
            ((Doubt.OF_SCORE, ()),),
        ),
    },
    "faults.points_of_what": {
        "raw": (Both("2 points off for each 1%", "每低1%扣2分"),),
        "ways": (WAYS,),
    },
    "faults.unread_rule": {
        "raw": (Both("2 points for each 1%", "每低1%扣2分"),),
        "why": UNCLEAR,
        "left": ((Both("more or less", "看情况"),),),
    },
    "faults.unread_weight": {"raw": ("-5",)},
    "faults.weights_sum": {"total": (Decimal(90), Decimal("99.25"))},
    "faults.wrong_period": {"name": (RATE_WORD,), "kind": tuple(PeriodKind)},
    "done.remark": {"name": (REVENUE,)},
    "help.command": {
        "name": ("report", "target"),
        "who": (WhoMay.ALL, WhoMay.HEADS),
        "looked_at": (False, True),
        "examples": (("report",), ("target", "target Sales revenue")),
        "related": (("why", "chart"), ("propose",)),
    },
    "history.kpi": {"name": (REVENUE,)},
    "leaderboard.head": {
        "board": (*BOARDS, *(one for one in BOARDS if not one.leagues)),
        "few": (*(False for _ in BOARDS), True),
    },
    "leaderboard.in_a_row": {"periods": (1, 8)},
    "leaderboard.own": {
        "place": PLACES,
        "board": BOARDS,
        "name": ("", SALES_WORD, "", "", "", "", SALES_WORD),
    },
    "members.hat": {"department": (Both("Sales", "销售部"),)},
    "members.of": {"name": (SALES,)},
    "members.about": {"name": (Both("Li Na", "李娜"),)},
    "members.beside": {"name": (LI_NA.name,), "others": (HATS[:1], HATS), "names": ({1: SALES, 2: SERVICE},)},
    "members.who_does": {
        "name": (LI_NA.name,),
        "actions": (["call Lin & Co"], [f"call {number}" for number in range(7)]),
    },
    "members.who_then": {"name": (LI_NA.name,)},
    "members.worn": {"position": HATS, "had": (Decimal(1), Decimal("0.3"))},
    "import.new": {"more": (0, 3)},
    "import.odd": {"values": (1, 7), "more": (0, 2)},
    "import.odd_one": {"odd": (Both("OTD: 9%.", "OTD：9%。"),)},
    "rejected.sure_which": {"options": (("30", "3"),)},
    "report.kpi": {"part": (Target(Decimal(500)), None)},
    "outlook.achieved": {"pace": PACES, "unit": (MONEY,)},
    "outlook.expected": {"pace": PACES, "unit": (MONEY,)},
    "outlook.forecast": {"pace": PACES, "unit": (MONEY,), "band": ("CN¥820,000 – CN¥990,000", "")},
    "outlook.required": {"pace": PACES, "unit": (MONEY,)},
    "outlook.short": {"unit": (MONEY,), "chance": (Decimal("0.45"), Decimal(0), Decimal(1), None)},
    "reasons.goal": {"name": (GROW.name,)},
    "reasons.swot": {"kind": tuple(SwotKind), "line": (Both("slow quotes", "报价慢"),)},
    "refusals.nobody_called": {"name": (Both("Tim", "蒂姆"),)},
    "refusals.called_alike": {"name": (Both("Li", "李"),), "names": ((LI_NA.name, TOM.name),)},
    "refusals.several_called": {"name": (Both("Li Na", "李娜"),)},
    "refusals.nothing_called": {"name": (Both("Sails", "消售"),)},
    "refusals.not_measured": {"name": (REVENUE,)},
    "refusals.share_range": {"share": (Decimal(0),)},
    "refusals.currency_in_use": {"currency": ("CNY",)},
    "refusals.unknown_country": {"name": ("XX",)},
    "refusals.unknown_currency": {"name": ("XYZ",)},
    "refusals.unknown_time_zone": {"name": ("Atlantis",)},
    "refusals.weights_sum": {"total": (Decimal(90),)},
    "refusals.wrong_period": {"kind": tuple(PeriodKind)},
    "refusals.has_one_open": {"flow": ("build",)},
    "reasons.department": {"name": (Name("Sales", "销售"),)},
    "refusals.formula_unknown": {"piece": ("profitt",)},
    "refusals.proposal_over": {"state": (ProposalState.ACCEPTED, ProposalState.DECLINED, ProposalState.WITHDRAWN)},
    "refusals.wrong_cycle": {"kind": tuple(PeriodKind)},
    "refusals.last_owner": {"person": (LI_NA.name,)},
    "refusals.still_enters": {"person": (LI_NA.name,), "kpis": ((REVENUE,), (REVENUE, VISITS))},
    "refusals.may_not_enter": {"kpis": ((REVENUE,), (REVENUE, VISITS)), "others": (False, True)},
    "refusals.person_inactive": {"person": (LI_NA.name,)},
    "refusals.you_left": {"person": (LI_NA.name,)},
    "refusals.may_not_take": {"person": (LI_NA.name,)},
    "refusals.not_of_department": {"person": (LI_NA.name,)},
    "rejected.number_small": {"unit": (SHARE,)},
    "rejected.number_large": {"unit": (SHARE,)},
    "rejected.adjustments_range": {"most": (Decimal(100),)},
    "rejected.points_count": {"count": (1, 2)},
    "rejected.too_many": {"most": (5,), "count": (7,)},
    "report.empty": {"kind": (SubjectKind.COMPANY, *SubjectKind), "departments": (3, 0, 3, 3)},
    "report.missing": {"missing": (((Both("Win rate", "赢单率"), 1),), ((SALES_WORD, 3), (SERVICE_WORD, 2)))},
    "report.total": {"name": (SALES_WORD,), "total": TOTALS},
    "report.own": {"department": (SALES_WORD,)},
    "print.title": {"name": (SALES_WORD,)},
    "print.comment": {"by": (Both("Anna", "安娜"),), "text": (Both("A strong month.", "这个月做得不错。"),)},
    "print.coverage": {"coverage": (Decimal("0.588"), Decimal(1))},
    "close.graded": {
        "grade": (GRADES[1],),
        "by": (Both("Anna", "安娜"),),
        "reason": (Both("Won the key account", "拿下大客户"),),
    },
    "total.cell": {"cell": CELLS, "row": (REVENUE,), "column": (RATE,)},
    "report.unmeasured": {"name": (SALES_WORD,), "why": ("", "ahead", "day_off")},
    "done.agreed": {"agreement": AGREED},
    "refusals.unknown_grade": {"name": ("Z",), "grades": (tuple(grade.name for grade in GRADES),)},
    "faults.unread_points": {"raw": ("many",)},
    "faults.unread_gate": {"raw": (Both("perhaps", "看情况"),)},
    "sheet.total": {"name": (SALES_WORD,), "total": TOTALS},
    "total.made": {
        "total": TOTALS[:4],
        "closed": ((), (), (REVENUE,), (REVENUE, VISITS)),
        "tabled": (False, False, False, True),
        "multipliers": ((), (), (VISITS,), ()),
    },
    "total.waiting": {"names": ((REVENUE,), (REVENUE, VISITS))},
    "sheet.grade": {"grade": (GRADES[0], GRADES[-1])},
    "why.grade": {"grade": (GRADES[0], GRADES[-1], GRADES[1]), "given": (False, False, True)},
    "sheet.unscored": {"state": (ScoreState.MISSING, ScoreState.NOT_APPLICABLE)},
    "sheet.line": {"line": LINES, "how": (Both("How it was counted.", "这样计算。"),)},
    "start.hello": {"name": (LI_NA.name,)},
    "talk.handed_over": {"name": (TOM.name,)},
    "talk.handed_to_you": {"by": (TOM.name,)},
    "talk.handed_waits": {"by": (TOM.name,)},
    "undo.another": {"since": (True, False), "what": (Both("leave", "请假"),), "subject": (SALES_WORD, "")},
    "undo.question": {"deed": tuple(Deed), "subject": (SALES_WORD, "")},
    "unreadable.too_large": {"limit": (5_000_000,)},
    "unreadable.json": {"line": (3,)},
    "unreadable.json_value": {"column": ("target",)},
    "unreadable.quotes": {"line": (3,)},
    "why.at_most": {"name": (REVENUE,)},
    "why.beyond": {
        "line": (SCORED[0], SCORED[0], SCORED[1]),
        "piece": (
            Constant(Decimal(1000000), None, Decimal("87.5")),
            Constant(None, Decimal(1000000), Decimal("87.5")),
            Constant(None, Decimal(12), Decimal(0)),
        ),
        "unit": (MONEY, MONEY, TIMES),
    },
    "why.inside": {
        "line": (SCORED[0], CAPPED),
        "piece": (
            Constant(Decimal(800000), Decimal(900000), Decimal("87.5")),
            Constant(Decimal("0.9"), Decimal(1), Decimal(135)),
        ),
        "unit": (MONEY, SHARE),
    },
    "why.line": {"line": SCORED, "unit": (MONEY, TIMES, SHARE, TIMES)},
    "why.needed": {"name": (REVENUE,), "unit": (MONEY,)},
    "why.nothing": {"name": (SALES_WORD,)},
    "why.operand": {
        "operand": (operand(WEEK, WEEK, 1), operand(WEEK.back(2), WEEK, 3), operand(NOVEMBER, NOVEMBER, 1)),
        "formula": ("", "", Both("CN¥45,000 / CN¥50,000", "¥45,000 / ¥50,000")),
    },
    "why.point": {
        "line": (SCORED[0], CAPPED),
        "piece": (Corner((Decimal(875000), Decimal("87.5"))), Corner((Decimal("0.9"), Decimal(135)))),
        "unit": (MONEY, SHARE),
    },
    "why.reciprocal": {"line": (SCORED[3],), "piece": (Hyperbola(Decimal("3.75")),), "unit": (TIMES,)},
    "why.share": {
        "share": (LINES[1].shares[0], LINES[0].shares[0], *HALVES, replace(HALVES[1], days=None)),
        "unit": (TIMES, MONEY, MONEY, TIMES, TIMES),
        "unequal": (True,),
    },
    "why.steps": {
        "line": (SCORED[1], UNDER_HURDLE),
        "piece": (
            Counted(Stairs((Decimal(14), Decimal(100)), Decimal(1), Decimal(-5), begun=False), Decimal(5)),
            Counted(Stairs((Decimal(8), Decimal(40)), Decimal(1), Decimal(10), begun=False), Decimal(1)),
        ),
        "unit": (TIMES,),
    },
    "why.target": {"line": (*SCORED, LINES[1]), "shares": (("12",), ("12",), ("12",), ("12", "14"))},
    "why.unscored": {
        "state": (ScoreState.NOT_DUE, ScoreState.MISSING, ScoreState.NOT_APPLICABLE, *[ScoreState.NOT_COMPUTABLE] * 3),
        "problem": ("", "", "", "division_by_zero", "too_large", "operand_changed"),
    },
    "why.total": {"name": (SALES_WORD,), "card": (card("87.5"),)},
    "why.value": {
        "line": (*SCORED, SCORED[2], replace(SCORED[0], unasked=1)),
        "formula": (*("",) * len(SCORED), Both("CN¥45,000 / CN¥50,000", "¥45,000 / ¥50,000"), ""),
    },
}
"""Where a parameter of that name is of another kind, or the sentence has more ways to go."""
