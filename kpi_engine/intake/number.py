"""A number as people write it: read, asked back if it can mean two things, never guessed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from kpi_engine.intake.amount import Amount, counts_in_thousands, read_amount
from kpi_engine.intake.figures import figures
from kpi_engine.intake.typed import lowered, tidy
from kpi_engine.intake.why import Why
from kpi_engine.measure.exact import LARGEST, divide
from kpi_engine.model.actual import Reading
from kpi_engine.model.kpi import Unit, UnitKind

_LONGEST = 60
_TEN, _HALF = Decimal(10), Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Read:
    """A value, with the two parts of a quotient."""

    value: Decimal
    numerator: Decimal | None = None
    denominator: Decimal | None = None

    @property
    def reading(self) -> Reading:
        """The value as it is recorded."""
        return Reading(self.value, self.numerator, self.denominator)


@dataclass(frozen=True, slots=True)
class Doubtful:
    """It can mean any of the options."""

    options: tuple[Decimal, ...]
    why: Why


@dataclass(frozen=True, slots=True)
class Unread:
    """It means no number that could be kept."""

    why: Why


NumberRead: TypeAlias = Read | Doubtful | Unread


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
    if "/" in typed:
        return _quotient(typed, unit)
    amount = read_amount(typed, unit)
    return Unread(Why.NOT_A_NUMBER) if amount is None else _of_unit(amount, unit, last, currency)


def plain(value: Decimal, unit: Unit) -> str:
    """The text to type for a value: `read_number` reads it back."""
    if unit.kind is UnitKind.YESNO and value in (0, 1):
        return "yes" if value else "no"
    if unit.kind is UnitKind.PERCENT:
        return _digits(value.scaleb(2)) + "%"
    text = _digits(value)
    return text + "0" if len(figures(text.removeprefix("-"))) > 1 else text


def plain_read(read: Read, unit: Unit) -> str:
    """The same for what was read: a quotient keeps its parts."""
    if read.numerator is None or read.denominator is None:
        return plain(read.value, unit)
    return f"{plain(read.numerator, _BARE)}/{plain(read.denominator, _BARE)}"


_BARE = Unit(UnitKind.COUNT)


def _digits(value: Decimal) -> str:
    text = format(value, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) if value else "0"


_OFTEN_THOUSANDS = frozenset({UnitKind.COUNT, UnitKind.MONEY, UnitKind.DURATION})
"""Of these 1,200 is 1200; of a score it may be 1.2."""
_HALVES = frozenset({"half", "a half", "半", "一半", "½"})
_YES = frozenset({"yes", "y", "true", "done", "1", "是", "是的", "对", "完成", "已完成", "完成了"})
_NO = frozenset({"no", "n", "false", "not done", "0", "否", "不是", "没有", "没完成", "未完成"})


def _yes_or_no(typed: str) -> NumberRead:
    if typed in _YES or typed in _NO:
        return Read(Decimal(typed in _YES))
    return Unread(Why.YES_OR_NO)


def _half(unit: Unit, last: Decimal | None) -> NumberRead:
    """Half of the whole, or half an hour; of anything else it may be half of the last value."""
    match unit.kind:
        case UnitKind.PERCENT | UnitKind.RATIO | UnitKind.DURATION:
            return Read(_HALF)
        case UnitKind.COUNT | UnitKind.MONEY | UnitKind.SCORE | UnitKind.YESNO:
            return Doubtful((_HALF, *((last * _HALF,) if last else ())), Why.HALF_OF_WHAT)


def _quotient(typed: str, unit: Unit) -> NumberRead:
    """Numerator / denominator, of shares and ratios only; both plain numbers."""
    if unit.kind not in (UnitKind.PERCENT, UnitKind.RATIO):
        return Unread(Why.NOT_A_NUMBER)
    parts = [_part(part.strip()) for part in typed.split("/")]
    match parts:
        case [Decimal(), Decimal() as denominator] if not denominator:
            return Unread(Why.DENOMINATOR_ZERO)
        case [Decimal() as numerator, Decimal() as denominator] if denominator > 0:
            return Read(divide(numerator, denominator), numerator, denominator)
        case _:
            return Unread(Why.NOT_A_NUMBER)


def _part(typed: str) -> Decimal | None:
    match read_number(typed, Unit(UnitKind.COUNT)):
        case Read(value=value):
            return value
        case Doubtful() | Unread():
            return None


def _of_unit(amount: Amount, unit: Unit, last: Decimal | None, currency: str | None) -> NumberRead:
    if amount.currencies and unit.kind is not UnitKind.MONEY:
        return Unread(Why.CURRENCY)
    if amount.currencies and currency is not None and currency not in amount.currencies:
        return Unread(Why.OTHER_CURRENCY)
    if amount.percent and unit.kind not in (UnitKind.PERCENT, UnitKind.RATIO):
        return Unread(Why.PERCENT_SIGN)
    if counts_in_thousands(unit) and not amount.worded and amount.of_another_size:
        return Doubtful(tuple(dict.fromkeys((*amount.unscaled, *amount.values))), Why.SCALE)
    values, why = _meanings(amount, unit)
    if any(abs(value) >= LARGEST for value in values):
        return Unread(Why.TOO_LARGE)
    usual = unit.kind in _OFTEN_THOUSANDS and abs(values[0]) > abs(values[-1])
    return _settled(values, why, usual, last)


def _meanings(amount: Amount, unit: Unit) -> tuple[tuple[Decimal, ...], Why]:
    """What the amount can be in the unit, and why it would have to be asked back."""
    if unit.kind is UnitKind.PERCENT:
        return _percents(amount)
    if amount.percent:
        return tuple(value.scaleb(-2) for value in amount.values), Why.THOUSANDS_OR_DECIMAL
    return amount.values, Why.THOUSANDS_OR_DECIMAL


def _percents(amount: Amount) -> tuple[tuple[Decimal, ...], Why]:
    """Fractions: nobody groups the thousands of a percentage with a dot; a bare 0.95 may be one already."""
    values = amount.values if abs(amount.values[0]) > abs(amount.values[-1]) else amount.values[:1]
    if not amount.percent and amount.bare and 0 < abs(values[0]) <= 1:
        return (values[0].scaleb(-2), values[0]), Why.PERCENT_OR_FRACTION
    return tuple(value.scaleb(-2) for value in values), Why.THOUSANDS_OR_DECIMAL


def _settled(values: tuple[Decimal, ...], why: Why, usual: bool, last: Decimal | None) -> Read | Doubtful:
    """The one value, or the one near the last; the usual one will do unless the last is against it."""
    if len(values) == 1:
        return Read(values[0])
    near = [value for value in values if last and abs(last) <= _TEN * abs(value) <= 100 * abs(last)]
    if usual and near != list(values[1:]):
        return Read(values[0])
    return Read(near[0]) if len(near) == 1 and not usual else Doubtful(values, why)
