"""The level that a target's cell asks for: `95%`, `≥95%`, `3次以内`, `98-102`, `完成`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from kpi_engine.intake.number import Doubtful, Unread, read_number
from kpi_engine.intake.typed import lowered, tidy
from kpi_engine.intake.why import Why
from kpi_engine.model.actual import Reading
from kpi_engine.model.kpi import Direction, Unit, UnitKind


@dataclass(frozen=True, slots=True)
class Level:
    """One level, or the lowest and highest of a range; `direction` where the cell itself says it."""

    value: Decimal
    upper: Decimal | None = None
    direction: Direction | None = None


LevelRead: TypeAlias = Level | Why


def read_level(text: str, unit: Unit) -> LevelRead:
    """The level in the unit, or why there is none."""
    plain = lowered(tidy(text)).strip()
    direction, rest = _bound(plain)
    if direction is None and (ends := _RANGE.fullmatch(plain)):
        return _range(ends[1], ends[2], unit)
    found = _number(rest, unit)
    if isinstance(found, Why):
        return found
    return Level(found, direction=Direction.YESNO if unit.kind is UnitKind.YESNO else direction)


def without_bound(text: str) -> str:
    """The number of a target and its unit, without what says that it is a bound: `3次以内` is 3次."""
    return _bound(text)[1]


_AT_LEAST = (
    r"≥|>=|=>|>|不低于|不少于|不小于|大于等于|大于|高于|至少|达到|at least|no less than|not less than|min\.?(?= )|over "
)
_AT_MOST = (
    r"≤|<=|=<|<|不超过|不高于|不大于|不多于|小于等于|小于|低于|控制在|至多|最多|at most|no more than|not more than|"
    r"max\.?(?= )|up to|under |below "
)
_OR_MORE = r"及?以上|\+|or more|and above"
_OR_LESS = r"及?以下|以内|之内|or less|and below"
_BOUNDS = (
    (Direction.HIGHER, re.compile(rf"(?:{_AT_LEAST}) *(.+?)(?:{_OR_MORE})?|(.+?) *(?:{_OR_MORE})")),
    (Direction.LOWER, re.compile(rf"(?:{_AT_MOST}) *(.+?)(?:{_OR_LESS})?|(.+?) *(?:{_OR_LESS})")),
)
_RANGE = re.compile(r"(.*[0-9][^-~～至到]*?) *(?:-|~|～|至|到|\bto\b) *([^-~～至到]*[0-9].*)")


def _bound(text: str) -> tuple[Direction | None, str]:
    for direction, pattern in _BOUNDS:
        if found := pattern.fullmatch(text):
            return direction, (found[1] or found[2]).strip()
    return None, text


def _range(low: str, high: str, unit: Unit) -> LevelRead:
    """The unit may stand behind the second number only."""
    if high.endswith("%") and not low.endswith("%"):
        low += "%"
    lowest, highest = _number(low, unit), _number(high, unit)
    if isinstance(lowest, Why):
        return lowest
    return highest if isinstance(highest, Why) else Level(lowest, highest, Direction.RANGE)


def _number(text: str, unit: Unit) -> Decimal | Why:
    match read_number(text, unit):
        case Reading(value=value):
            return value
        case Doubtful(why=why) | Unread(why=why):
            return why
