"""What the scoring rule of a row says: its scoring, and a target or direction that stands nowhere else."""

from __future__ import annotations

from decimal import Decimal

from kpi_engine.intake.rules.aim import NamedTarget, named_target
from kpi_engine.intake.rules.meaning import Meaning
from kpi_engine.intake.rules.plainer import plainer, with_full_marks
from kpi_engine.intake.rules.read import Ambiguous, RuleRead, Unclear, Understood, read_rule
from kpi_engine.intake.rules.scale import full_marks, most_said
from kpi_engine.intake.sheet.card_line import Line
from kpi_engine.intake.sheet.cells import is_blank
from kpi_engine.intake.sheet.faults import Fault
from kpi_engine.intake.sheet.grid import text_of
from kpi_engine.intake.sheet.headings import Column
from kpi_engine.model.kpi import Direction, Target, Unit
from kpi_engine.model.scoring import AT_TARGET, PLAIN, Basis, Scoring


def scoring_of(line: Line, weight: Decimal, unit: Unit, direction: Direction, target: Target) -> Scoring:
    """The row's scoring; without a rule the default. Wrong, where the rule can be read in no way, or in several."""
    text = _rule(line)
    if not text:
        return PLAIN
    match _read(line, text, weight, unit, direction, target):
        case Understood(scoring=scoring):
            return _checked(line, scoring, target)
        case Ambiguous(doubts=doubts):
            asked = tuple((doubt, plainer(text, doubt)) for doubt in doubts)
            raise line.fault(Column.RULE, Fault.AMBIGUOUS_RULE, raw=text, asked=asked)
        case Unclear(why=why, left=left):
            raise line.fault(Column.RULE, Fault.UNREAD_RULE, raw=text, why=why, left=left)


def target_in_rule(line: Line) -> str:
    """The target as it would stand in its own column; empty where the rule does not name one plainly."""
    named = _named(line)
    return named.written if named else ""


def direction_in_rule(line: Line, unit: Unit, target: Target) -> Direction | None:
    """The only direction in which the rule has a meaning, if there is just one."""
    text = _rule(line)
    if not text:
        return None
    found = [one for one in _TOLD if not isinstance(read_rule(text, unit, one, target, _meant(line)), Unclear)]
    one_way = [one for one in found if one is not Direction.NEAREST] or found
    return one_way[0] if len(one_way) == 1 else None


_TOLD = (Direction.HIGHER, Direction.LOWER, Direction.NEAREST)
"""What only rises is good for the nearest to the target, too: that is only where neither of the others is."""


def _rule(line: Line) -> str:
    return "" if is_blank(line.cell(Column.RULE)) else line.text(Column.RULE)


def _read(line: Line, text: str, weight: Decimal, unit: Unit, direction: Direction, target: Target) -> RuleRead:
    """Its points are of 100, or of the weight where it says so; a weight that is itself in points leaves that open."""
    full = full_marks(text)
    if full is None and _weighs_in_points(line) and 0 < most_said(text) <= weight < AT_TARGET:
        raise line.fault(Column.RULE, Fault.POINTS_OF_WHAT, raw=text, ways=with_full_marks(text, weight))
    return read_rule(text, unit, direction, target, _meant(line), full=weight if full == weight else AT_TARGET)


def _named(line: Line) -> NamedTarget | None:
    """The target of the rule, where it is the only one."""
    text = _rule(line)
    return named_target(text, full_marks(text) or AT_TARGET) if text and is_blank(line.cell(Column.TARGET)) else None


def _meant(line: Line) -> Meaning:
    named = _named(line)
    return Meaning(percent=Basis.VALUE) if named and named.by_level else Meaning()


def _weighs_in_points(line: Line) -> bool:
    """分值, 标准分, 满分, or 20分: the sheet gives each KPI so many points."""
    head = text_of(line.grid.rows[line.layout.head][line.layout.columns[Column.WEIGHT]])
    return "分" in head.replace("百分", "") or line.text(Column.WEIGHT).endswith(("分", "points"))


def _checked(line: Line, scoring: Scoring, target: Target) -> Scoring:
    """Threshold and stretch have points of their own, which a rule with points of its own would pass over."""
    if scoring.method is not None and (target.threshold, target.stretch) != (None, None):
        raise line.fault(Column.RULE, Fault.RULE_AND_LEVELS)
    return scoring
