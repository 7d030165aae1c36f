"""What a typed amount means in the unit of a KPI."""

from __future__ import annotations

from decimal import Decimal

from kpi_engine.intake.number.amount import Amount, counts_in_thousands
from kpi_engine.intake.number.outcome import Doubtful, NumberRead, Unread
from kpi_engine.intake.why import Why
from kpi_engine.measure.exact import LARGEST
from kpi_engine.model.actual import Reading
from kpi_engine.model.kpi import Unit, UnitKind

_TEN = Decimal(10)
_OFTEN_THOUSANDS = frozenset({UnitKind.COUNT, UnitKind.MONEY, UnitKind.DURATION})
"""Of these 1,200 is 1200; of a score it may be 1.2."""


def in_unit(amount: Amount, unit: Unit, last: Decimal | None, currency: str | None) -> NumberRead:
    """The value; what it may be where that is not clear, or why it is none."""
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


def _settled(values: tuple[Decimal, ...], why: Why, usual: bool, last: Decimal | None) -> Reading | Doubtful:
    """The one value, or the one near the last; the usual one will do unless the last is against it."""
    if len(values) == 1:
        return Reading(values[0])
    near = [value for value in values if last and abs(last) <= _TEN * abs(value) <= 100 * abs(last)]
    if usual and near != list(values[1:]):
        return Reading(values[0])
    return Reading(near[0]) if len(near) == 1 and not usual else Doubtful(values, why)
