"""A number as people write it: read, asked back if it can mean two things, never guessed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from kpi_engine.intake.counted import MEASURE
from kpi_engine.intake.number.amount import read_amount
from kpi_engine.intake.number.meaning import in_unit
from kpi_engine.intake.number.outcome import Doubtful, NumberRead, Unread
from kpi_engine.intake.number.time import other_time
from kpi_engine.intake.typed import lowered, tidy
from kpi_engine.intake.why import Why
from kpi_engine.measure.exact import decimal_of, divide
from kpi_engine.model.actual import Reading
from kpi_engine.model.kpi import Unit, UnitKind

_LONGEST = 60
_HALF = Decimal("0.5")


def read_number(text: str, unit: Unit, *, last: Decimal | None = None, currency: str | None = None) -> NumberRead:
    """The value in the unit, a percentage as its fraction.

    `last` settles what can mean two things; the sign of another currency than `currency` (ISO 4217) is not
    taken.
    """
    typed = lowered(tidy(text)).strip()
    if not typed:
        return Unread(Why.EMPTY)
    if len(typed) > _LONGEST:
        return Unread(Why.NOT_A_NUMBER)
    if unit.kind is UnitKind.YESNO:
        return _yes_or_no(typed)
    if typed in _HALVES:
        return _half(unit, last)
    if parts := _numerator_and_denominator(typed):
        return _quotient(*parts, unit)
    if other := other_time(typed, unit):
        return _in_other_time(*other)
    amount = read_amount(typed, unit)
    return Unread(Why.NOT_A_NUMBER) if amount is None else in_unit(amount, unit, last, currency)


def _in_other_time(number: str, factors: Sequence[Fraction]) -> NumberRead:
    value = _HALF if number in _HALVES else _part(number)
    if value is None:
        return Unread(Why.NOT_A_NUMBER)
    values = tuple(decimal_of(Fraction(value) * factor) for factor in factors)
    return Reading(values[0]) if len(values) == 1 else Doubtful(values, Why.WORKING_TIME)


_HALVES = frozenset({"half", "a half", "半", "一半", "½"})
_YES = frozenset({"yes", "y", "true", "done", "1", "是", "是的", "对", "完成", "已完成", "完成了"})
_NO = frozenset({"no", "n", "false", "not done", "0", "否", "不是", "没有", "没完成", "未完成"})


def _yes_or_no(typed: str) -> NumberRead:
    if typed in _YES or typed in _NO:
        return Reading(Decimal(typed in _YES))
    return Unread(Why.YES_OR_NO)


def _half(unit: Unit, last: Decimal | None) -> NumberRead:
    """Half of the whole, or half an hour; of anything else it may be half of the last value."""
    match unit.kind:
        case UnitKind.PERCENT | UnitKind.RATIO | UnitKind.DURATION:
            return Reading(_HALF)
        case UnitKind.COUNT | UnitKind.MONEY | UnitKind.SCORE | UnitKind.YESNO:
            return Doubtful((_HALF, *((last * _HALF,) if last else ())), Why.HALF_OF_WHAT)


_PART_OF = re.compile(r"(?P<part>.+?) (?:out )?of (?:the )?(?P<whole>.+)")
_COUNTED = f"{MEASURE}?"
_OF_WHOLE = re.compile(rf"(?P<whole>.+?){_COUNTED} ?(?:里面?|当?中)(?:只?有|完成了?|做到了?)? ?(?P<part>.+?){_COUNTED}")
"""In Chinese the whole stands first: 20个里18个."""


def _numerator_and_denominator(typed: str) -> tuple[str, str] | None:
    """Of `18/20`, `18 of 20`, `18 out of 20`, `20个里18个`, `20 中 18`."""
    if "/" in typed:
        part, _, whole = typed.partition("/")
        return part, whole
    found = _PART_OF.fullmatch(typed) or _OF_WHOLE.fullmatch(typed)
    return (found["part"], found["whole"]) if found else None


def _quotient(part: str, whole: str, unit: Unit) -> NumberRead:
    """Numerator / denominator, of shares and ratios only; both plain numbers."""
    if unit.kind not in (UnitKind.PERCENT, UnitKind.RATIO):
        return Unread(Why.NOT_A_NUMBER)
    match _part(part.strip()), _part(whole.strip()):
        case Decimal(), Decimal() as denominator if not denominator:
            return Unread(Why.DENOMINATOR_ZERO)
        case Decimal() as numerator, Decimal() as denominator if denominator > 0:
            return Reading(divide(numerator, denominator), numerator, denominator)
        case _:
            return Unread(Why.NOT_A_NUMBER)


def _part(typed: str) -> Decimal | None:
    match read_number(typed, Unit(UnitKind.COUNT)):
        case Reading(value=value):
            return value
        case Doubtful() | Unread():
            return None
