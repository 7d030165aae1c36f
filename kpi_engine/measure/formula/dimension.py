"""The algebra of units: money, time and counts are multiplied and divided, and never silently mixed."""

from __future__ import annotations

import ast
from dataclasses import dataclass, replace
from decimal import Decimal

from kpi_engine.measure.formula.compute import Algebra


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


class Refused(Exception):
    """Carries the key out of the machine that walks the formula."""


def _added(one: Dimension, other: Dimension) -> Dimension:
    if one.number is not None and other.number is not None:
        return Dimension(number=one.number + other.number)
    for number, value in ((one, other), (other, one)):
        if number.number is not None:
            return _with_number(value, number.number)
    if one.over_time != other.over_time:
        raise Refused("formula_mixes_time")
    if one != other:
        raise Refused("formula_mixes_units")
    return one


def _with_number(value: Dimension, number: Decimal) -> Dimension:
    if number and value.over_time:
        raise Refused("formula_mixes_time")
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


UNITS: Algebra[Dimension] = Algebra(
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
