"""Rules for points as they stand in sheets: understood, asked, or refused; never guessed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_engine.intake.rules.meaning import Doubt, Meaning
from kpi_engine.intake.rules.read import Ambiguous, Unclear, Understood, read_rule
from kpi_engine.measure.curve.points import points
from kpi_engine.measure.curve.problems import scoring_problems
from kpi_engine.measure.curve.scoring import curve_for
from kpi_engine.model.kpi import Direction, Target, Unit, UnitKind
from kpi_engine.model.name import Name
from kpi_engine.model.scoring import (
    Anchor,
    Anchors,
    Band,
    Bands,
    Basis,
    Edge,
    Limit,
    Mirror,
    NamedLevel,
    NamedLevels,
    PassFail,
    PerEvent,
    PerStep,
    Proportional,
    Reciprocal,
    Rounding,
    Scoring,
    Side,
    Step,
)

D = Decimal
HIGHER, LOWER, ZERO, LEVELS = Direction.HIGHER, Direction.LOWER, Direction.ZERO, Direction.LEVELS
PERCENT, MONEY, SCORE = Unit(UnitKind.PERCENT), Unit(UnitKind.MONEY), Unit(UnitKind.SCORE)
VISITS, HOURS = Unit(UnitKind.COUNT, Name("visits", "次")), Unit(UnitKind.DURATION, Name("hours", "小时"))
TEN_THOUSANDS = Unit(UnitKind.MONEY, Name("10k yuan", "万元"))
VALUE, TARGET = Basis.VALUE, Basis.TARGET
UP, DOWN, PROPORTIONAL = Rounding.UP, Rounding.DOWN, Rounding.PROPORTIONAL
RATE, HUNDRED, NONE, THREE = Target(D("0.95")), Target(D(100)), Target(D(0)), Target(D(3))
PERCENTAGE = Target(D("0.03"))


def off(
    points: str, unit: str, basis: Basis = VALUE, rounding: Rounding = PROPORTIONAL, most: str | None = None
) -> Step:
    return Step(D(points), D(unit), basis, rounding, None if most is None else D(most))


def below(level: str, basis: Basis = VALUE, points: str = "0", *, including: bool = False) -> Limit:
    return Limit(Side.BELOW, D(level), basis, D(points), including)


def above(level: str, basis: Basis = VALUE, points: str = "0", *, including: bool = False) -> Limit:
    return Limit(Side.ABOVE, D(level), basis, D(points), including)


def bands(*rows: tuple[str | None, str | None, str], basis: Basis = VALUE, upper_end: bool = False) -> Bands:
    made = (
        Band(None if low is None else D(low), None if high is None else D(high), D(score)) for low, high, score in rows
    )
    return Bands(tuple(made), basis, upper_end)


FOUR = bands((None, "0.8", "0"), ("0.8", "0.9", "60"), ("0.9", "0.95", "80"), ("0.95", None, "100"), basis=TARGET)
THREE_DOWN = bands((None, "3", "100"), ("3", "5", "80"), ("5", None, "0"), upper_end=True)
JUDGED = NamedLevels(
    tuple(
        NamedLevel(Name.same(name), D(score))
        for name, score in [("差", "40"), ("中", "60"), ("良", "80"), ("优", "100")]
    )
)
LINE = Anchors((Anchor(D("0.8"), D(60)), Anchor(D(1), D(100))), TARGET)


@pytest.mark.parametrize(
    ("text", "unit", "direction", "target", "scoring"),
    [
        # Steps: of money a percentage can only be one of the target.
        ("每低1%扣2分，不足1%按1%计", MONEY, HIGHER, HUNDRED, Scoring(PerStep(off("2", "0.01", TARGET, UP)))),
        ("每低1%扣2分，不足1%不扣分", MONEY, HIGHER, HUNDRED, Scoring(PerStep(off("2", "0.01", TARGET, DOWN)))),
        ("每低1%扣2分，按比例扣分", MONEY, HIGHER, HUNDRED, Scoring(PerStep(off("2", "0.01", TARGET)))),
        ("每低于目标值1%，减2分，按比例计算", MONEY, HIGHER, HUNDRED, Scoring(PerStep(off("2", "0.01", TARGET)))),
        ("每降低1%扣2分 按比例", MONEY, HIGHER, HUNDRED, Scoring(PerStep(off("2", "0.01", TARGET)))),
        ("每低目标值的百分之五扣十分，按比例", PERCENT, HIGHER, RATE, Scoring(PerStep(off("10", "0.05", TARGET)))),
        ("每低1个百分点扣2分，按比例扣减", PERCENT, HIGHER, RATE, Scoring(PerStep(off("2", "0.01")))),
        ("每高0.5个百分点扣5分，不足0.5个百分点按0.5个百分点计算", PERCENT, LOWER, PERCENTAGE, Scoring(PerStep(off("5", "0.005", VALUE, UP)))),
        ("每少1个扣5分", VISITS, HIGHER, HUNDRED, Scoring(PerStep(off("5", "1")))),
        ("每少一次扣5分", VISITS, HIGHER, HUNDRED, Scoring(PerStep(off("5", "1")))),
        ("每差1单位减2分", VISITS, LOWER, HUNDRED, Scoring(PerStep(off("2", "1")))),
        ("每少10次扣5分，不足10次不计", VISITS, HIGHER, HUNDRED, Scoring(PerStep(off("5", "10", VALUE, DOWN)))),
        ("每超1万元扣2分，按比例扣分", MONEY, LOWER, HUNDRED, Scoring(PerStep(off("2", "10000")))),
        ("每少1,000元扣2分，按比例扣分", MONEY, HIGHER, HUNDRED, Scoring(PerStep(off("2", "1000")))),
        ("每少1万元扣2分，按比例扣分", TEN_THOUSANDS, HIGHER, HUNDRED, Scoring(PerStep(off("2", "1")))),
        ("每超2小时扣3分，不足2小时不扣", HOURS, LOWER, HUNDRED, Scoring(PerStep(off("3", "2", VALUE, DOWN)))),
        ("每增加1%加1分，按比例加分，最高加20分", MONEY, HIGHER, HUNDRED, Scoring(PerStep(None, off("1", "0.01", TARGET, most="20")))),
        (
            "达到目标值得100分，每低1%扣2分，每高1%加1分，最多加20分，扣分最多50分，按比例计算，最高120分",
            MONEY, HIGHER, HUNDRED,
            Scoring(PerStep(off("2", "0.01", TARGET, most="50"), off("1", "0.01", TARGET, most="20"))),
        ),
        ("完成目标得80分，每低1%扣2分，按比例", MONEY, HIGHER, HUNDRED, Scoring(PerStep(off("2", "0.01", TARGET), start=D(80)))),
        ("满分50分，每少1个扣5分，扣完为止", VISITS, HIGHER, HUNDRED, Scoring(PerStep(off("5", "1"), start=D(50)), cap=D(50))),
        ("每偏离1次扣5分", VISITS, Direction.NEAREST, HUNDRED, Scoring(PerStep(off("5", "1")))),
        ("每少1次扣5分，扣至60分为止", VISITS, HIGHER, HUNDRED, Scoring(PerStep(off("5", "1")), floor=D(60))),
        # Events.
        ("每起扣10分", VISITS, ZERO, NONE, Scoring(PerEvent(D(10)))),
        ("每发生一起事故扣10分，扣完为止", VISITS, ZERO, NONE, Scoring(PerEvent(D(10)))),
        ("每次扣2分，最低0分", VISITS, LOWER, THREE, Scoring(PerEvent(D(2)))),
        ("deduct 10 points per incident", VISITS, ZERO, NONE, Scoring(PerEvent(D(10)))),
        ("5 points off for every complaint", VISITS, LOWER, THREE, Scoring(PerEvent(D(5)))),
        # Ratios.
        ("实际/目标*100, 最多100分, 低于60分不得分", MONEY, HIGHER, HUNDRED, Scoring(Proportional(), cap=D(100), hurdle=D(60))),
        ("实际完成值÷目标值×100%", VISITS, HIGHER, HUNDRED, Scoring(Proportional())),
        ("按完成率计分，120分封顶", MONEY, HIGHER, HUNDRED, Scoring(Proportional())),
        ("完成率×100，最高150分", MONEY, HIGHER, HUNDRED, Scoring(Proportional(), cap=D(150))),
        ("按比例计分", MONEY, HIGHER, HUNDRED, Scoring(Proportional())),
        ("目标值/实际值×100", MONEY, LOWER, HUNDRED, Scoring(Reciprocal())),
        ("(2-实际/目标)×100", MONEY, LOWER, HUNDRED, Scoring(Mirror())),
        ("actual / target x 100, capped at 110", MONEY, HIGHER, HUNDRED, Scoring(Proportional(), cap=D(110))),
        ("target / actual x 100; at least 20 points", MONEY, LOWER, HUNDRED, Scoring(Reciprocal(), floor=D(20))),
        # Limits.
        ("低于80%不得分", MONEY, HIGHER, HUNDRED, Scoring(limits=(below("0.8", TARGET),))),
        ("完成率低于80%得0分；最高得120分", MONEY, HIGHER, HUNDRED, Scoring(limits=(below("0.8", TARGET),))),
        ("80%及以下不得分", MONEY, HIGHER, HUNDRED, Scoring(limits=(below("0.8", TARGET, including=True),))),
        ("80%(不含)以下不得分", MONEY, HIGHER, HUNDRED, Scoring(limits=(below("0.8", TARGET),))),
        ("高于目标值的120%不得分", MONEY, LOWER, HUNDRED, Scoring(limits=(above("1.2", TARGET),))),
        ("超过10次得0分", VISITS, LOWER, THREE, Scoring(limits=(above("10"),))),
        ("≥95次得满分", VISITS, HIGHER, HUNDRED, Scoring(limits=(above("95", points="100", including=True),))),
        ("得分低于60分不得分", SCORE, HIGHER, HUNDRED, Scoring(hurdle=D(60))),
        ("no points below 80%, at most 120 points", MONEY, HIGHER, HUNDRED, Scoring(limits=(below("0.8", TARGET),))),
        ("full marks from 95 visits", VISITS, HIGHER, HUNDRED, Scoring(limits=(above("95", points="100", including=True),))),
        ("below 80% of target: 0 points", PERCENT, HIGHER, RATE, Scoring(limits=(below("0.8", TARGET),))),
        ("低于目标值不得分，按完成率计分", MONEY, HIGHER, HUNDRED, Scoring(Proportional(), limits=(below("1", TARGET),))),
        # Tables.
        ("≥95%得100分；90%-95%得80分；80%-90%得60分；低于80%不得分", MONEY, HIGHER, HUNDRED, Scoring(FOUR)),
        ("95%及以上得100分、90%(含)-95%(不含)得80分、80-90%得60分、80%(不含)以下得0分", MONEY, HIGHER, HUNDRED, Scoring(FOUR)),
        ("≥95%得100分，≥90%得80分，≥80%得60分，其余不得分", MONEY, HIGHER, HUNDRED, Scoring(FOUR)),
        ("完成率≥95%得满分，90%≤完成率<95%得80分，80%≤完成率<90%得60分，低于80%不得分", MONEY, HIGHER, HUNDRED, Scoring(FOUR)),
        ("95% or more: 100 points; 90% to 95%: 80; between 80% and 90%: 60; otherwise no points", MONEY, HIGHER, HUNDRED, Scoring(FOUR)),
        ("95%及以上得100分，95%-90%得80分，90%-80%得60分，低于80%不得分", MONEY, HIGHER, HUNDRED, Scoring(FOUR)),
        ("≤3次得100分；3-5次得80分；高于5次不得分", VISITS, LOWER, THREE, Scoring(THREE_DOWN)),
        ("不超过3次得100分，不超过5次得80分，否则不得分", VISITS, LOWER, THREE, Scoring(THREE_DOWN)),
        ("95次得100分，90次得80分，低于90次不得分，分档计分", VISITS, HIGHER, HUNDRED, Scoring(bands((None, "90", "0"), ("90", "95", "80"), ("95", None, "100")))),
        # Lines.
        ("80%得60分，100%得100分，中间线性插值，低于80%不得分", MONEY, HIGHER, HUNDRED, Scoring(LINE, limits=(below("0.8", TARGET),))),
        ("80%得60分，100%得100分，分档计分，低于80%不得分", MONEY, HIGHER, HUNDRED, Scoring(bands((None, "0.8", "0"), ("0.8", "1", "60"), ("1", None, "100"), basis=TARGET))),
        # Levels, met or not.
        ("优100分，良80分，中60分，差40分", SCORE, LEVELS, THREE, Scoring(JUDGED)),
        ("优得100分良得80分中得60分差得40分", SCORE, LEVELS, THREE, Scoring(JUDGED)),
        ("按期完成得100分，未按期完成不得分", VISITS, Direction.MILESTONE, NONE, Scoring(PassFail())),
        ("target met: full marks; not met: no points", MONEY, HIGHER, HUNDRED, Scoring(PassFail())),
        # English steps.
        ("2 points off for each 1% below target, rounded up, at most 120 points", MONEY, HIGHER, HUNDRED, Scoring(PerStep(off("2", "0.01", TARGET, UP)))),
        ("for each 2 hours above target deduct 3 points; whole steps only", HOURS, LOWER, HUNDRED, Scoring(PerStep(off("3", "2", VALUE, DOWN)))),
        ("minus 5 points per visit", VISITS, HIGHER, HUNDRED, None),
        ("-5 per 1 visit below target and +1 per 1 visit above target, at most 10 points extra", VISITS, HIGHER, HUNDRED, Scoring(PerStep(off("5", "1"), off("1", "1", most="10")))),
        ("2 points off per 1 percentage point below target, pro rata", PERCENT, HIGHER, RATE, Scoring(PerStep(off("2", "0.01")))),
    ],
)  # fmt: skip
def test_what_a_rule_means(
    text: str, unit: Unit, direction: Direction, target: Target, scoring: Scoring | None
) -> None:
    read = read_rule(text, unit, direction, target)

    if scoring is None:
        assert isinstance(read, Unclear)
    else:
        assert read == Understood(scoring)
        assert scoring_problems(direction, target, scoring) == ()


@pytest.mark.parametrize(
    ("text", "unit", "direction", "target", "asked", "count"),
    [
        ("每低1%扣2分", PERCENT, HIGHER, RATE, [Doubt.PERCENT, Doubt.PARTS], 6),
        ("每低1%扣2分", MONEY, HIGHER, HUNDRED, [Doubt.PARTS], 3),
        ("每低2个百分点扣2分", PERCENT, HIGHER, RATE, [Doubt.PARTS], 3),
        ("每少2个扣5分", VISITS, HIGHER, HUNDRED, [Doubt.PARTS], 3),
        ("每增加1%加1分", PERCENT, HIGHER, RATE, [Doubt.PERCENT, Doubt.PARTS], 6),
        ("低于80%不得分", PERCENT, HIGHER, RATE, [Doubt.PERCENT], 2),
        ("高于5%得0分", PERCENT, LOWER, PERCENTAGE, [Doubt.PERCENT], 2),
        ("≥95%得满分", PERCENT, HIGHER, RATE, [Doubt.PERCENT], 2),
        ("80%以下不得分", MONEY, HIGHER, HUNDRED, [Doubt.INCLUDING], 2),
        ("80%以下不得分", PERCENT, HIGHER, RATE, [Doubt.PERCENT, Doubt.INCLUDING], 4),
        ("80%得60分，100%得100分，低于80%不得分", MONEY, HIGHER, HUNDRED, [Doubt.LINEAR], 2),
        ("实际/目标*100, 最多100分, 低于60分不得分", SCORE, HIGHER, HUNDRED, [Doubt.OF_SCORE], 2),
        ("完成率×100", PERCENT, HIGHER, RATE, [Doubt.PERCENT], 2),
        ("2 points off for each 1% below target", PERCENT, HIGHER, RATE, [Doubt.PERCENT, Doubt.PARTS], 6),
    ],
)
def test_what_can_mean_two_things_is_asked(
    text: str, unit: Unit, direction: Direction, target: Target, asked: list[Doubt], count: int
) -> None:
    read = read_rule(text, unit, direction, target)

    assert isinstance(read, Ambiguous)
    assert (list(read.doubts), len(read.choices)) == (asked, count)
    for choice in read.choices:
        assert read_rule(text, unit, direction, target, choice.meaning) == Understood(choice.scoring)


def test_the_two_meanings_of_a_percent_differ() -> None:
    """95 % of a rate of 95 %: five points short, or a twentieth short."""
    meanings = [Meaning(percent=basis, parts=PROPORTIONAL) for basis in (VALUE, TARGET)]
    read = [read_rule("每低1%扣2分", PERCENT, HIGHER, RATE, meaning) for meaning in meanings]
    scores = [
        points(curve_for(HIGHER, RATE, one.scoring), D("0.9025"))[1] for one in read if isinstance(one, Understood)
    ]

    assert scores == [D("90.5"), D(90)]


def test_what_could_not_be_put_in_force_is_no_meaning() -> None:
    """Of a target of 0 there is no part: only percentage points are left."""
    read = read_rule("每高1%扣2分，按比例扣分", PERCENT, Direction.AT_MOST, NONE)

    assert read == Understood(Scoring(PerStep(off("2", "0.01"))))


def test_a_rate_times_a_hundred_can_be_the_value_itself() -> None:
    read = read_rule("完成率×100", PERCENT, HIGHER, RATE, Meaning(percent=VALUE))

    line = Anchors((Anchor(D(0), D(0)), Anchor(D(1), D(100))), left=Edge.EXTEND, right=Edge.EXTEND)
    assert read == Understood(Scoring(line))


@pytest.mark.parametrize(
    ("text", "unit", "direction", "target", "why"),
    [
        ("", MONEY, HIGHER, HUNDRED, "rule_empty"),
        ("每低1%扣2分" * 100, MONEY, HIGHER, HUNDRED, "rule_too_long"),
        ("看领导心情", MONEY, HIGHER, HUNDRED, "rule_words"),
        ("每低1%扣2分，酌情加分", MONEY, HIGHER, HUNDRED, "rule_words"),
        ("，。", MONEY, HIGHER, HUNDRED, "rule_words"),
        ("每低1%扣2分，不足1%按2%计", MONEY, HIGHER, HUNDRED, "rule_words"),
        ("低于80%且投诉超过3起不得分", MONEY, HIGHER, HUNDRED, "rule_words"),
        ("no points below 80% and above 120%", MONEY, HIGHER, HUNDRED, "rule_words"),
        ("每低1%加2分", MONEY, HIGHER, HUNDRED, "rule_other_direction"),
        ("每高1%扣2分", MONEY, HIGHER, HUNDRED, "rule_other_direction"),
        ("每低1%扣2分", MONEY, LOWER, HUNDRED, "rule_other_direction"),
        ("每低1%扣2分", MONEY, Direction.NEAREST, HUNDRED, "rule_other_direction"),
        ("每差1%加2分", MONEY, HIGHER, HUNDRED, "rule_other_direction"),
        ("每起扣10分", VISITS, HIGHER, HUNDRED, "rule_other_direction"),
        ("每起扣10分", MONEY, LOWER, HUNDRED, "rule_unit"),
        ("每少1小时扣2分", VISITS, HIGHER, HUNDRED, "rule_unit"),
        ("每少1个百分点扣2分", MONEY, HIGHER, HUNDRED, "rule_unit"),
        ("每少1万元扣2分", VISITS, HIGHER, HUNDRED, "rule_unit"),
        ("每少1元扣2分", TEN_THOUSANDS, HIGHER, HUNDRED, "rule_unit"),
        ("低于80不得分", PERCENT, HIGHER, RATE, "rule_unit"),
        ("每低1%扣2分，每少1元扣1分", MONEY, HIGHER, HUNDRED, "rule_contradiction"),
        ("每低1%扣2分，实际/目标*100", MONEY, HIGHER, HUNDRED, "rule_contradiction"),
        ("最高100分，最高120分", MONEY, HIGHER, HUNDRED, "rule_contradiction"),
        ("满分100分，最高120分", MONEY, HIGHER, HUNDRED, "rule_contradiction"),
        ("满分100分，每高1%加1分", MONEY, HIGHER, HUNDRED, "rule_contradiction"),
        ("每低1%扣2分，不足2%按2%计", MONEY, HIGHER, HUNDRED, "rule_contradiction"),
        ("每低1%扣2分，最多加20分", MONEY, HIGHER, HUNDRED, "rule_contradiction"),
        ("最多加20分", MONEY, HIGHER, HUNDRED, "rule_contradiction"),
        ("每低1%扣2分，90%-95%得80分", MONEY, HIGHER, HUNDRED, "rule_contradiction"),
        ("低于60分不得分，低于50分不得分", MONEY, HIGHER, HUNDRED, "rule_contradiction"),
        ("高于60分不得分", MONEY, HIGHER, HUNDRED, "rule_contradiction"),
        ("完成目标得90分，实际/目标*100", MONEY, HIGHER, HUNDRED, "rule_contradiction"),
        ("≥95%得100分，90%-95%得80分，≤90%不得分，95%-99%得90分", MONEY, HIGHER, HUNDRED, "rule_contradiction"),
        ("优100分，优80分", SCORE, LEVELS, THREE, "rule_contradiction"),
        ("≥95%得100分，低于95%得60分，完成目标得100分", MONEY, HIGHER, HUNDRED, "rule_contradiction"),
        ("优100分，良80分，完成目标得100分", SCORE, LEVELS, THREE, "rule_contradiction"),
        ("≥95%得100分，低于95%得60分，线性插值", MONEY, HIGHER, HUNDRED, "rule_incomplete"),
        ("80%得60分", MONEY, HIGHER, HUNDRED, "rule_incomplete"),
        ("80%得60分，100%得100分，线性插值", MONEY, HIGHER, HUNDRED, "rule_incomplete"),
        ("达到目标得100分", MONEY, HIGHER, HUNDRED, "rule_incomplete"),
        ("完成得100分，未完成得50分", MONEY, HIGHER, HUNDRED, "rule_incomplete"),
        ("按比例计分", MONEY, LOWER, HUNDRED, "rule_incomplete"),
        ("线性插值", MONEY, HIGHER, HUNDRED, "rule_incomplete"),
        ("不足1%按1%计", MONEY, HIGHER, HUNDRED, "rule_incomplete"),
        ("其余不得分", MONEY, HIGHER, HUNDRED, "rule_incomplete"),
        ("80%得60分，50元得30分，线性插值，低于80%不得分", MONEY, HIGHER, HUNDRED, "rule_two_bases"),
        ("≥95%得100分，低于50元不得分", MONEY, HIGHER, HUNDRED, "rule_two_bases"),
        ("80%得60分，达到目标得100分，低于80%不得分", MONEY, HIGHER, HUNDRED, "rule_two_bases"),
        ("≥95%得100分，低于80%不得分", MONEY, HIGHER, HUNDRED, "scoring_bands_gap"),
        ("≥95%得60分，低于95%得100分", MONEY, HIGHER, HUNDRED, "scoring_not_monotone"),
        ("≥95小时得100分，低于95小时不得分", VISITS, HIGHER, HUNDRED, "rule_unit"),
        ("≥95%得100分，80元-95%得80分，其余不得分", MONEY, HIGHER, HUNDRED, "rule_unit"),
        ("≥95%得100分，低于95%得60分，其余不得分", MONEY, HIGHER, HUNDRED, "scoring_bands_overlap"),
        ("低于5次得100分，超过5次得60分", VISITS, LOWER, THREE, "rule_contradiction"),
        ("每低1%扣2分", MONEY, HIGHER, NONE, "scoring_target_zero"),
        ("实际/目标*100", MONEY, LOWER, HUNDRED, "scoring_other_direction"),
    ],
)
def test_what_is_no_rule_that_could_be_kept(
    text: str, unit: Unit, direction: Direction, target: Target, why: str
) -> None:
    read = read_rule(text, unit, direction, target)

    assert isinstance(read, Unclear)
    assert read.why == why


def test_what_was_not_understood_is_named() -> None:
    read = read_rule("每低1%扣2分，看领导心情；最高120分，特殊情况另议", MONEY, HIGHER, HUNDRED)

    assert read == Unclear("rule_words", ("看领导心情", "特殊情况另议"))


CLAUSES = (
    "每低1%扣2分", "每低于目标值1%扣2分", "每少1个扣5分", "每起扣10分", "每增加1%加1分", "低于80%不得分", "高于5%得0分",
    "80%得60分", "≥95%得满分", "实际/目标*100", "最多100分", "最高120分", "120分封顶", "扣完为止", "按比例扣分", "不足1%按1%计",
    "90%-95%得80分", "80%及以下不得分", "完成得100分", "未完成不得分", "其余不得分", "优100分", "中间线性插值",
    "2 points off for each 1% below target", "no points below 80%", "at most 120 points", "deduct 10 points per incident",
)  # fmt: skip
JUNK = st.sampled_from(["约", "吗", "酌情", "左右", "xyz", "大概", "?", "另议", "领导", "¤"])


@given(st.lists(st.sampled_from(CLAUSES), min_size=1, max_size=4), JUNK, st.data())
def test_a_word_too_many_never_passes(clauses: list[str], junk: str, data: st.DataObject) -> None:
    text = "，".join(clauses)
    place = data.draw(st.integers(0, len(text)))
    typed = text[:place] + junk + text[place:]

    for unit, direction, target in (
        (PERCENT, HIGHER, RATE),
        (MONEY, HIGHER, HUNDRED),
        (VISITS, LOWER, THREE),
        (SCORE, LEVELS, THREE),
    ):
        assert isinstance(read_rule(typed, unit, direction, target), Unclear), typed


@given(
    st.lists(st.sampled_from(CLAUSES), min_size=1, max_size=4),
    st.sampled_from([PERCENT, MONEY, VISITS, SCORE]),
    st.sampled_from([HIGHER, LOWER, Direction.NEAREST, ZERO, LEVELS]),
)
def test_whatever_is_read_can_be_put_in_force_and_every_choice_is_another_one(
    clauses: list[str], unit: Unit, direction: Direction
) -> None:
    target = NONE if direction is ZERO else THREE
    text = "；".join(clauses)

    match read_rule(text, unit, direction, target):
        case Understood(scoring=scoring):
            assert scoring_problems(direction, target, scoring) == ()
        case Ambiguous(doubts=doubts, choices=choices):
            assert doubts
            assert len({choice.scoring for choice in choices}) == len(choices) > 1
            for choice in choices:
                assert read_rule(text, unit, direction, target, choice.meaning) == Understood(choice.scoring)
        case Unclear(why=why):
            assert why.startswith(("rule_", "scoring_"))


@given(st.text(alphabet="每低高少扣加分%0123456789.,，；≥<得不目标实际最多 per points", max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    assert isinstance(read_rule(text, MONEY, HIGHER, HUNDRED), Understood | Ambiguous | Unclear)
