"""Rules of a scorecard's rows: how they score, what they say of target and direction, and what is asked back."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kpi_engine.intake.rules.meaning import Doubt
from kpi_engine.intake.rules.plainer import plainer
from kpi_engine.intake.rules.read import Understood, read_rule
from kpi_engine.intake.sheet.card import Card
from kpi_engine.intake.sheet.faults import Fault, RefusedRow
from kpi_engine.intake.sheet.scoring import score_card
from kpi_engine.intake.sheet.understand import Refused, understand_card
from kpi_engine.model.kpi import Direction, Target, Unit, UnitKind
from kpi_engine.model.name import Name
from tests.kpi_engine.intake.sheet.grids import TODAY, sheet

HIGHER, LOWER, NEAREST = Direction.HIGHER, Direction.LOWER, Direction.NEAREST
HEAD = "指标名称|权重|目标值|计分规则|实际值"


def read(row: str, head: str = HEAD) -> Card:
    found = understand_card(sheet(f"{head}\n{row}"), TODAY)
    assert isinstance(found, Card), found
    return found


def points(row: str, head: str = HEAD) -> Decimal | None:
    return score_card(read(row, head)).lines[0].score


def fault(row: str, head: str = HEAD) -> RefusedRow:
    found = understand_card(sheet(f"{head}\n{row}"), TODAY)
    assert isinstance(found, Refused), found
    return next(one for one in found.rows if one.fault is not Fault.WEIGHTS_SUM)


@pytest.mark.parametrize(
    ("row", "score"),
    [
        # 5 % of the target are missing, and that is five steps.
        ("销售收入|100|200万元|每低1%扣2分，不足1%不扣分|190万元", "90"),
        ("准时率|100|95%|每低1个百分点扣2分，按比例扣分|93.5%", "97"),
        ("准时率|100|95%|每低目标值的1%扣2分，按比例扣分|85.5%", "80"),
        ("安全事故|100|0|每起扣10分，扣完为止|3", "70"),
        ("安全事故|100|0|每起扣10分，扣完为止|12", "0"),
        ("销售收入|100|100|实际/目标*100，最多150分|180", "150"),
        ("销售收入|100|100|实际/目标*100，最多100分，低于60分不得分|59", "0"),
        ("销售收入|100|100|实际值/目标值*100*权重|90", "90"),
        ("销售收入|100|100|完成率*权重|90", "90"),
        ("销售收入|100|100|按完成比例计分|90", "90"),
        ("销售收入|100|100|最低40分|10", "40"),
        ("准时率|100|95%|实际值低于80%不得分|79%", "0"),
        ("准时率|100|95%|实际值*100|95%", "95"),
        ("退货率|100|3%|控制在3%以内得满分，每高1个百分点扣10分，按比例|4%", "90"),
        # Where the weight is in points, a rule that says so counts in them: 3 of 20 are 15 of 100.
        ("销售拜访|100|10次|满分100分，每少1次扣3分|9次", "97"),
    ],
)
def test_a_row_is_scored_by_its_rule(row: str, score: str) -> None:
    assert points(row) == Decimal(score)


def test_points_of_the_weight_are_scored_as_points_of_100() -> None:
    head = "考核项目|分值|目标值|评分标准|完成值"
    rows = "销售拜访|20|10次|满分20分，每少1次扣3分|9次\n利润|80|10|实际/目标*100|10"
    assert score_card(read(rows, head)).lines[0].score == 85
    assert fault(rows.replace("满分20分，", ""), head).params == {
        "raw": "每少1次扣3分",
        "ways": ("满分100分", "满分20分"),
    }
    assert (
        score_card(read(rows.replace("满分20分，每少1次扣3分", "≥10次得满分，低于10次不得分"), head)).lines[0].score
        == 0
    )


@pytest.mark.parametrize(("actual", "score"), [("7", 70), ("5", 0)])
def test_a_hurdle_of_the_weight_is_a_hurdle_of_100(actual: str, score: int) -> None:
    """12 of 20 points are 60 of 100: 70 takes it, 50 does not."""
    head = "考核项目|分值|目标值|评分标准|完成值"
    rows = f"销售收入|20|10|满分20分，按完成率计分，低于12分不得分|{actual}\n利润|80|10|实际/目标*100|10"
    assert score_card(read(rows, head)).lines[0].score == score


@pytest.mark.parametrize(
    ("rule", "target", "direction"),
    [
        ("目标值95%，每低1个百分点扣2分，按比例", "0.95", HIGHER),
        ("目标为95%，按比例计分", "0.95", HIGHER),
        ("≥95%得100分；90%-95%得80分；低于90%不得分", "0.95", HIGHER),
        ("控制在3%以内得满分，超过3%不得分", "0.03", LOWER),
        ("target 95%; 2 points off for each 1 percentage point below target, pro rata", "0.95", HIGHER),
    ],
)
def test_a_target_that_the_rule_names_is_taken_where_there_is_no_other(
    rule: str, target: str, direction: Direction
) -> None:
    """Of no target nothing is a part: a level in percent is then one of the KPI's own values."""
    (row,) = read(f"占比|100||{rule}|93%").rows
    assert (row.target, row.direction, row.unit.kind) == (Target(Decimal(target)), direction, UnitKind.PERCENT)


@pytest.mark.parametrize(
    ("rule", "direction"),
    [
        ("每低1个百分点扣2分，按比例", HIGHER),
        ("每高1个百分点扣2分，按比例", LOWER),
        ("每偏离1个百分点扣2分，按比例", NEAREST),
        ("实际/目标*100", HIGHER),
        ("目标值/实际值*100", LOWER),
    ],
)
def test_the_direction_may_be_the_rules(rule: str, direction: Direction) -> None:
    assert read(f"占比|100|95%|{rule}|93%").rows[0].direction is direction


def test_a_rule_that_would_do_either_way_tells_no_direction() -> None:
    assert fault("占比|100|95%|最高150分|93%").fault is Fault.NO_DIRECTION


def test_what_is_asked_names_the_ways_to_write_it() -> None:
    assert fault("准时率|100|95%|每低1%扣2分|93%").params == {
        "raw": "每低1%扣2分",
        "asked": (
            (Doubt.PERCENT, ("每低1个百分点", "每低目标值的1%")),
            (Doubt.PARTS, ("按比例扣分", "不足1%不扣分", "不足1%按1%计")),
        ),
    }


PERCENT, MONEY = Unit(UnitKind.PERCENT), Unit(UnitKind.MONEY)
POINTS, HOMES = Unit(UnitKind.SCORE, Name("points", "分")), Unit(UnitKind.COUNT, Name.same("家"))


@pytest.mark.parametrize(
    ("rule", "unit", "doubt", "put"),
    [
        ("每低1%扣2分，按比例扣分", PERCENT, Doubt.PERCENT, "每低1%"),
        ("每低于目标值1%扣2分，按比例扣分", PERCENT, Doubt.PERCENT, "每低于目标值1%"),
        ("低于80%不得分", PERCENT, Doubt.PERCENT, "低于80%"),
        ("80%(含)以下不得分", PERCENT, Doubt.PERCENT, "80%(含)以下"),
        ("按完成率计分", PERCENT, Doubt.PERCENT, "按完成率计分"),
        ("每低1个百分点扣2分，", PERCENT, Doubt.PARTS, ""),
        ("每少五家扣2分，", HOMES, Doubt.PARTS, ""),
        ("每少1万扣2分，", MONEY, Doubt.PARTS, ""),
        ("80%以下不得分", MONEY, Doubt.INCLUDING, "80%以下"),
        ("80%得60分，100%得100分，低于80%不得分，", MONEY, Doubt.LINEAR, ""),
        ("低于60分不得分", POINTS, Doubt.OF_SCORE, "低于60分"),
        ("2 points off for each 1% below target, pro rata", PERCENT, Doubt.PERCENT, "each 1%"),
        ("2 points off for each 2% below target, pro rata", PERCENT, Doubt.PERCENT, "each 2%"),
        ("2 points off for each 1% below target, ", MONEY, Doubt.PARTS, ""),
        ("no points below 80%", PERCENT, Doubt.PERCENT, "below 80%"),
        ("95% or more: 100 points, otherwise no points", PERCENT, Doubt.PERCENT, "95% or more"),
        ("80% scores 60, 100% scores 100, no points below 80%, ", MONEY, Doubt.LINEAR, ""),
        ("no points below 60 points", POINTS, Doubt.OF_SCORE, "below 60 points"),
    ],
)
def test_each_way_to_write_it_is_understood_and_means_something_else(
    rule: str, unit: Unit, doubt: Doubt, put: str
) -> None:
    target = Target(Decimal("0.95") if unit is PERCENT else Decimal(100))
    ways = plainer(rule, doubt)
    written = [rule.replace(put, way) if put else rule + way for way in ways]
    found = [read_rule(one, unit, HIGHER, target) for one in written]

    assert len(ways) > 1
    assert all(isinstance(one, Understood) for one in found), list(zip(written, found, strict=True))
    assert len(set(found)) == len(ways)


def test_what_cannot_be_pointed_at_is_asked_without_an_example() -> None:
    assert plainer("2 points off", Doubt.INCLUDING) == plainer("no points", Doubt.OF_SCORE) == ()
