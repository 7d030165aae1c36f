"""One KPI of a scorecard on a sheet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from kpi_engine.intake.number import Doubtful, Unread, read_number
from kpi_engine.intake.sheet.card_line import Line, Wrong
from kpi_engine.intake.sheet.cells import is_blank, is_failed, state_in
from kpi_engine.intake.sheet.direction import direction_in, direction_of
from kpi_engine.intake.sheet.faults import Fault, RefusedRow
from kpi_engine.intake.sheet.grid import text_of
from kpi_engine.intake.sheet.headings import Column, bracket_of, without_bracket
from kpi_engine.intake.sheet.level import Level, read_level
from kpi_engine.intake.sheet.rule import direction_in_rule, scoring_of, target_in_rule
from kpi_engine.intake.sheet.unit import unit_of
from kpi_engine.intake.why import Why
from kpi_engine.measure.curve.direction import target_problem
from kpi_engine.model.actual import ActualState, Reading
from kpi_engine.model.kpi import Direction, Target, Unit
from kpi_engine.model.name import NAME_LIMIT
from kpi_engine.model.scoring import Scoring


@dataclass(frozen=True, slots=True)
class CardRow:
    """A KPI as its row says it is; `place` is where its name stands ("B7")."""

    name: str
    weight: Decimal
    """Of 100."""
    unit: Unit
    direction: Direction
    target: Target
    scoring: Scoring
    state: ActualState | None
    """None where no actual was entered."""
    reading: Reading | None
    place: str


def read_row(line: Line, weight: Decimal) -> CardRow | RefusedRow:
    """The KPI, or the first thing that is wrong with its row."""
    try:
        return _row(line, weight)
    except Wrong as wrong:
        return wrong.row


def _row(line: Line, weight: Decimal) -> CardRow:
    name = _name(line)
    unit = _unit(line)
    level = _target(line, unit)
    threshold, stretch = (_other_level(line, column, unit) for column in (Column.THRESHOLD, Column.STRETCH))
    target = Target(level.value, level.upper, threshold, stretch)
    direction = _direction(line, name, unit, level, target)
    _check(line, direction, target)
    scoring = scoring_of(line, weight, unit, direction, target)
    state, reading = _actual(line, unit)
    place = line.grid.place(line.at, line.layout.columns[Column.KPI])
    return CardRow(name, weight, unit, direction, target, scoring, state, reading, place)


_NUMBERED = re.compile(r"^[(（]?[0-9]{1,2}[)）.、．]\s*(?=[^0-9])")
"""1. or （2） before a name."""


def _name(line: Line) -> str:
    name = without_bracket(_NUMBERED.sub("", " ".join(line.text(Column.KPI).split())))
    if not name:
        raise line.fault(Column.KPI, Fault.NO_NAME)
    if len(name) > NAME_LIMIT:
        raise line.fault(Column.KPI, Fault.LONG_NAME, limit=NAME_LIMIT)
    return name


def _unit(line: Line) -> Unit:
    """In its own column, or in brackets behind the KPI's name or the head of the targets."""
    written = line.text(Column.UNIT) or bracket_of(line.text(Column.KPI))
    return unit_of(written or line.layout.brackets.get(Column.TARGET, ""), _target_text(line))


def _target_text(line: Line) -> str:
    """What its column says, or else the rule."""
    return target_in_rule(line) or line.text(Column.TARGET)


def _target(line: Line, unit: Unit) -> Level:
    if not is_blank(line.cell(Column.TARGET)):
        return _level(line, Column.TARGET, unit)
    text = target_in_rule(line)
    found = read_level(text, unit) if text else None
    if isinstance(found, Level):
        return found
    raise line.fault(Column.TARGET, Fault.NO_TARGET)


def _level(line: Line, column: Column, unit: Unit) -> Level:
    if is_failed(line.cell(column)):
        raise line.fault(column, Fault.FORMULA, raw=line.text(column))
    found = read_level(line.text(column), unit)
    if isinstance(found, Why):
        raise line.fault(column, Fault.UNREAD_NUMBER, raw=line.text(column), why=found, unit=unit)
    return found


def _other_level(line: Line, column: Column, unit: Unit) -> Decimal | None:
    return None if is_blank(line.cell(column)) else _level(line, column, unit).value


def _direction(line: Line, name: str, unit: Unit, level: Level, target: Target) -> Direction:
    """As its column says, or the target's own sign, or the order of the levels, or plainly the name, or the rule."""
    written = line.text(Column.DIRECTION)
    told = direction_in(written)
    if written and told is None:
        raise line.fault(Column.DIRECTION, Fault.UNREAD_DIRECTION, raw=written)
    if told and level.direction and told is not level.direction:
        raise line.fault(Column.DIRECTION, Fault.TWO_DIRECTIONS, raw=line.text(Column.TARGET))
    by_words = told or level.direction or _by_levels(target) or direction_of(name)
    found = by_words or direction_in_rule(line, unit, target)
    if found is None or (found is Direction.RANGE and target.upper is None):
        raise line.fault(Column.DIRECTION, Fault.NO_DIRECTION, name=name)
    return found


def _by_levels(target: Target) -> Direction | None:
    low = target.threshold if target.threshold is not None else target.value
    high = target.stretch if target.stretch is not None else target.value
    return None if low == high else Direction.HIGHER if low < high else Direction.LOWER


def _check(line: Line, direction: Direction, target: Target) -> None:
    one_level = direction in (Direction.RANGE, Direction.YESNO)
    for column, level in ((Column.THRESHOLD, target.threshold), (Column.STRETCH, target.stretch)):
        if one_level and level is not None:
            raise line.fault(column, Fault.UNUSED_LEVEL)
    if target_problem(direction, target):
        raise line.fault(Column.TARGET, Fault.LEVELS)


def _actual(line: Line, unit: Unit) -> tuple[ActualState | None, Reading | None]:
    cell = line.cell(Column.ACTUAL)
    if is_blank(cell):
        return None, None
    if state := state_in(cell):
        return state, None
    if is_failed(cell):
        raise line.fault(Column.ACTUAL, Fault.FORMULA, raw=text_of(cell))
    match read_number(text_of(cell), unit):
        case Reading() as read:
            return ActualState.OK, read
        case Doubtful(why=why) | Unread(why=why):
            raise line.fault(Column.ACTUAL, Fault.UNREAD_NUMBER, raw=text_of(cell), why=why, unit=unit)
