"""What a formula's value is of, and whether it adds up over time: units are never silently mixed."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from kpi_engine.measure.formula import Algebra, evaluate
from kpi_engine.model.kpi import Aggregation, Definition, Unit, UnitKind


@dataclass(frozen=True, slots=True)
class Dimension:
    """Powers of money, time and the rest in a value; a percent, a ratio and a yes have none."""

    money: int = 0
    duration: int = 0
    count: int = 0
    score: int = 0
    label: str = ""
    """What is counted, or in what time is; empty of a product or a quotient."""
    over_time: int = 0
    """1: a longer period has more of it; 0: it has not (a rate, a stock)."""
    number: Decimal | None = None
    """A number that was written down takes the unit of what it is added to."""


@dataclass(frozen=True, slots=True)
class Computed:
    """How a formula's values behave: as a sum, as the last value or as a rate."""

    aggregation: Aggregation


@dataclass(frozen=True, slots=True)
class Mixed:
    """Why a formula has no unit.

    `formula_mixes_units` (money plus percent), `formula_mixes_time` (a month's revenue less a stock),
    `formula_over_time` (revenue times revenue), `formula_result_unit` (money where a percent is declared).
    """

    key: str


def behaviour(formula: str, of: Mapping[int, Definition], unit: Unit) -> Computed | Mixed:
    """How the formula behaves over time, if what it comes to is of that unit.

    Sums need the same unit on both sides, and both or neither adding up over time; zero goes with anything.
    Products and quotients may be of any units.
    """
    try:
        found = evaluate(formula, {id: _dimension(definition) for id, definition in of.items()}, _UNITS)
    except _Refused as refused:
        return Mixed(refused.args[0])
    if found.over_time not in (0, 1):
        return Mixed("formula_over_time")
    if not _fits(found, unit.kind):
        return Mixed("formula_result_unit")
    if found.over_time:
        return Computed(Aggregation.SUM)
    lasts = all(definition.aggregation is Aggregation.LAST for definition in of.values())
    return Computed(Aggregation.LAST if lasts else Aggregation.RATIO)


class _Refused(Exception):
    """Carries the key out of the machine that walks the formula."""


def _dimension(definition: Definition) -> Dimension:
    adds_up = int(definition.aggregation.adds_up)
    label = definition.unit.label.en.casefold()
    match definition.unit.kind:
        case UnitKind.MONEY:
            return Dimension(money=1, over_time=adds_up)
        case UnitKind.DURATION:
            return Dimension(duration=1, label=label, over_time=adds_up)
        case UnitKind.COUNT:
            return Dimension(count=1, label=label, over_time=adds_up)
        case UnitKind.SCORE:
            return Dimension(score=1, over_time=adds_up)
        case UnitKind.PERCENT | UnitKind.RATIO | UnitKind.YESNO:
            return Dimension(over_time=adds_up)


def _fits(found: Dimension, kind: UnitKind) -> bool:
    match kind:
        case UnitKind.MONEY:
            return found.money == 1
        case UnitKind.DURATION:
            return (found.money, found.duration) == (0, 1)
        case UnitKind.COUNT:
            return (found.money, found.duration) == (0, 0) and found.count in (0, 1)
        case UnitKind.PERCENT:
            return (found.money, found.duration, found.count, found.score) == (0, 0, 0, 0)
        case UnitKind.SCORE | UnitKind.RATIO:
            return True
        case UnitKind.YESNO:
            return False


def _added(one: Dimension, other: Dimension) -> Dimension:
    if one.number is not None and other.number is not None:
        return Dimension(number=one.number + other.number)
    for number, value in ((one, other), (other, one)):
        if number.number is not None:
            return _with_number(value, number.number)
    if one.over_time != other.over_time:
        raise _Refused("formula_mixes_time")
    if one != other:
        raise _Refused("formula_mixes_units")
    return one


def _with_number(value: Dimension, number: Decimal) -> Dimension:
    if number and value.over_time:
        raise _Refused("formula_mixes_time")
    return value


def _multiplied(one: Dimension, other: Dimension) -> Dimension:
    return _product(one, other, 1)


def _divided(one: Dimension, other: Dimension) -> Dimension:
    return _product(one, other, -1)


def _product(one: Dimension, other: Dimension, sign: int) -> Dimension:
    if other.number is not None:
        return one if one.number is None else replace(one, number=Decimal(1))
    return Dimension(
        one.money + sign * other.money,
        one.duration + sign * other.duration,
        one.count + sign * other.count,
        one.score + sign * other.score,
        label=_label(one, other, sign),
        over_time=one.over_time + sign * other.over_time,
    )


def _label(one: Dimension, other: Dimension, sign: int) -> str:
    """Visits times a rate are still visits; visits times hours are something else."""
    if not _powers(other):
        return one.label
    return other.label if sign > 0 and not _powers(one) else ""


def _powers(one: Dimension) -> bool:
    return any((one.money, one.duration, one.count, one.score))


def _same(one: Dimension) -> Dimension:
    return one


def _one_of(first: Dimension, *others: Dimension) -> Dimension:
    found = first
    for other in others:
        found = _added(found, other)
    return found


_UNITS: Algebra[Dimension] = Algebra(
    {
        ast.Add: _added,
        ast.Sub: _added,
        ast.Mult: _multiplied,
        ast.Div: _divided,
        ast.USub: _same,
        ast.UAdd: _same,
    },
    {"min": _one_of, "max": _one_of, "abs": _same},
    lambda text: Dimension(number=Decimal(text)),
)
