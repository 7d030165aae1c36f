"""What a formula's value is of, and whether it adds up over time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kpi_engine.measure.formula.compute import evaluate
from kpi_engine.measure.formula.dimension import UNITS, Dimension, Refused
from kpi_engine.model.kpi import Aggregation, Definition, Unit, UnitKind


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
        found = evaluate(formula, {id: _dimension(definition) for id, definition in of.items()}, UNITS)
    except Refused as refused:
        return Mixed(refused.args[0])
    if found.over_time not in (0, 1):
        return Mixed("formula_over_time")
    if not _fits(found, unit.kind):
        return Mixed("formula_result_unit")
    if found.over_time:
        return Computed(Aggregation.SUM)
    lasts = all(definition.aggregation is Aggregation.LAST for definition in of.values())
    return Computed(Aggregation.LAST if lasts else Aggregation.RATIO)


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
