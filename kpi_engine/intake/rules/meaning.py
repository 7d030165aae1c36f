"""What a rule's text can leave open, and what a quantity is once that is known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import product
from typing import TypeVar

from kpi_engine.intake.number.amount import counts_in_thousands
from kpi_engine.intake.rules.distance import InProportion, Parts, Ratio, RatioKind, Steps
from kpi_engine.intake.rules.parts import At, Between, Beyond, Clause, Lines
from kpi_engine.intake.rules.quantity import Kind, Quantity
from kpi_engine.intake.typed import lowered, tidy
from kpi_engine.model.kpi import Unit, UnitKind
from kpi_engine.model.scoring import Basis, Rounding

T = TypeVar("T")


class Doubt(StrEnum):
    """What has to be asked."""

    PERCENT = "percent"
    """X % of a percentage: percentage points, or a part of the target."""
    PARTS = "parts"
    """Whether a part of a step counts in proportion, not at all, or in full."""
    INCLUDING = "including"
    """Whether 80%以下 is also 80 % itself."""
    LINEAR = "linear"
    """Whether the points between two values lie on a straight line, or step up."""
    OF_SCORE = "of_score"
    """Whether 60分 is a score, or a value of a KPI that is counted in points."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """An answer to each doubt; None where it is not asked, or not yet answered."""

    percent: Basis | None = None
    parts: Rounding | None = None
    including: bool | None = None
    linear: bool | None = None
    of_score: bool | None = None


SHARES = frozenset({UnitKind.PERCENT, UnitKind.RATIO})
"""Of these a percentage may be a value."""


def doubts(clauses: Sequence[Clause], unit: Unit) -> tuple[Doubt, ...]:
    """What the text leaves open, of a KPI of that unit."""
    return tuple(_doubts(clauses, unit))


def meanings(open_doubts: Sequence[Doubt], known: Meaning) -> Iterator[Meaning]:
    """Every way in which the text can be meant, apart from what is known."""
    for percent, parts, including, linear, of_score in product(
        _ways(Doubt.PERCENT in open_doubts, known.percent, tuple(Basis)),
        _ways(Doubt.PARTS in open_doubts, known.parts, tuple(Rounding)),
        _ways(Doubt.INCLUDING in open_doubts, known.including, (False, True)),
        _ways(Doubt.LINEAR in open_doubts, known.linear, (True, False)),
        _ways(Doubt.OF_SCORE in open_doubts, known.of_score, (True, False)),
    ):
        yield Meaning(percent, parts, including, linear, of_score)


def level_of(quantity: Quantity, unit: Unit, meaning: Meaning) -> tuple[Decimal, Basis] | None:
    """The quantity as a level, and what it is counted in; None if it can be no value of that unit."""
    match quantity.kind:
        case Kind.OF_TARGET:
            return quantity.number, Basis.TARGET
        case Kind.PERCENTAGE_POINTS:
            return (quantity.number, Basis.VALUE) if unit.kind is UnitKind.PERCENT else None
        case Kind.PERCENT if unit.kind in SHARES:
            return None if meaning.percent is None else (quantity.number, meaning.percent)
        case Kind.PERCENT:
            return quantity.number, Basis.TARGET
        case Kind.SCORE:
            return (quantity.number, Basis.VALUE) if unit.kind is UnitKind.SCORE else None
        case Kind.PLAIN:
            value = _in_unit(quantity, unit)
            return None if value is None else (value, Basis.VALUE)


def is_whole(steps: Steps, unit: Unit) -> bool:
    """A step of one piece of what is counted in pieces has no parts."""
    quantity = steps.quantity
    return unit.kind is UnitKind.COUNT and quantity.kind is Kind.PLAIN and _in_unit(quantity, unit) == 1


_SCALED = re.compile(r"(百万|万|亿|千|k|m)? ?(.*)")
_SCALES = {None: 0, "千": 3, "k": 3, "万": 4, "m": 6, "百万": 6, "亿": 8}
_PIECES = frozenset("个件次起例宗人名家户单台套条项份篇场笔批") | {"人次", "单位"}
_MONEY = frozenset({"元", "块", "块钱", "yuan", "单位"})


def _ways(is_open: bool, known: T | None, every: tuple[T, ...]) -> tuple[T | None, ...]:
    if not is_open:
        return (None,)
    return every if known is None else (known,)


def _doubts(clauses: Sequence[Clause], unit: Unit) -> Iterator[Doubt]:
    quantities = [quantity for clause in clauses for quantity in _quantities(clause)]
    by_rate = Ratio(RatioKind.RATE) in clauses
    if unit.kind in SHARES and (by_rate or any(one.kind is Kind.PERCENT for one in quantities)):
        yield Doubt.PERCENT
    steps = [clause for clause in clauses if isinstance(clause, Steps)]
    said = any(isinstance(clause, Parts | InProportion) for clause in clauses)
    if not said and not all(is_whole(one, unit) for one in steps):
        yield Doubt.PARTS
    if any(isinstance(clause, Beyond) and clause.including is None for clause in clauses):
        yield Doubt.INCLUDING
    if any(isinstance(one, At) for one in clauses) and not any(isinstance(one, Lines) for one in clauses):
        yield Doubt.LINEAR
    if unit.kind is UnitKind.SCORE and any(_may_be_score(clause) for clause in clauses):
        yield Doubt.OF_SCORE


def _quantities(clause: Clause) -> Iterator[Quantity]:
    match clause:
        case Steps(quantity=quantity) | Beyond(quantity=quantity) | At(quantity=quantity):
            yield quantity
        case Between(low=low, high=high):
            yield from (low, high)
        case _:
            return


def _may_be_score(clause: Clause) -> bool:
    return isinstance(clause, Beyond) and clause.quantity.kind is Kind.SCORE and not clause.of_score


def _in_unit(quantity: Quantity, unit: Unit) -> Decimal | None:
    """As a value, if the word behind the number is one for that unit."""
    labels = {lowered(tidy(label)).strip() for label in (unit.label.zh, unit.label.en)}
    labels |= {f"{label}s" for label in labels} | {label.removesuffix("s") for label in labels}
    labels -= {"", "s"}
    if quantity.word in labels | {"单位"} or (not quantity.word and unit.kind not in SHARES):
        return quantity.number
    found = _SCALED.fullmatch(quantity.word)
    if not found or counts_in_thousands(unit) or unit.kind not in (UnitKind.COUNT, UnitKind.MONEY):
        return None
    words = labels | {""} | (_PIECES if unit.kind is UnitKind.COUNT else _MONEY)
    return quantity.number.scaleb(_SCALES[found[1]]) if found[2] in words else None
