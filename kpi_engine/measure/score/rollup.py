"""One KPI of several departments or people, put together: the whole has a value and a target of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kpi_engine.measure.exact import weighted_mean
from kpi_engine.measure.score.target import by_level
from kpi_engine.measure.values.aggregate import aggregate
from kpi_engine.model.actual import Reading
from kpi_engine.model.kpi import Across, Aggregation, Target, UnitKind
from kpi_engine.model.score import KpiScore


@dataclass(frozen=True, slots=True)
class Rolled:
    """What `counted` of the `of` lines, those with a value, make together."""

    reading: Reading
    target: Target
    counted: int
    of: int


@dataclass(frozen=True, slots=True)
class NotRolled:
    """Why there is no whole: `unlike_lines`, `not_rolled_up`, `no_parts` (a rate without its parts), `no_value`."""

    key: str


def across_of(aggregation: Aggregation, kind: UnitKind) -> Across:
    """What suits a KPI: what adds up over time adds up over people, and so does a stock."""
    match aggregation:
        case Aggregation.SUM | Aggregation.COUNT:
            return Across.NONE if kind is UnitKind.YESNO else Across.SUM
        case Aggregation.RATIO:
            return Across.RATIO
        case Aggregation.LAST:
            return _of_last(kind)
        case Aggregation.AVERAGE | Aggregation.WEIGHTED:
            return Across.NONE if kind is UnitKind.YESNO else Across.WEIGHTED
        case Aggregation.MIN | Aggregation.MAX:
            return Across.NONE


def roll_up(how: Across, lines: Sequence[KpiScore]) -> Rolled | NotRolled:
    """One KPI from the lines of the same period; those without a value are left out, as everywhere.

    The target is rolled up from the same lines: a sum has the sum of their targets; a mean their mean, by
    the same weights as the value.
    """
    if len({_kind(line) for line in lines}) > 1:
        return NotRolled("unlike_lines")
    scored = [(line.reading, line.target) for line in lines if line.reading and line.target]
    if how is Across.NONE or not scored:
        return NotRolled("not_rolled_up" if how is Across.NONE else "no_value")
    readings = [reading for reading, _ in scored]
    weights = _weights(how, readings)
    reading = aggregate(_OVER_TIME[how], readings)
    if weights is None or reading is None:
        return NotRolled("no_parts")
    target = by_level([target for _, target in scored], lambda levels: _together(how, levels, weights))
    return Rolled(reading, target, len(scored), len(lines))


_OVER_TIME = {
    Across.SUM: Aggregation.SUM,
    Across.WEIGHTED: Aggregation.WEIGHTED,
    Across.RATIO: Aggregation.RATIO,
}
"""The same sums over people as over time."""


def _of_last(unit: UnitKind) -> Across:
    match unit:
        case UnitKind.COUNT | UnitKind.MONEY:
            return Across.SUM
        case UnitKind.PERCENT | UnitKind.RATIO | UnitKind.SCORE | UnitKind.DURATION:
            return Across.WEIGHTED
        case UnitKind.YESNO:
            return Across.NONE


def _kind(line: KpiScore) -> object:
    """What lines must have in common. A company has one currency, so that money is always the same money."""
    definition = line.version.definition
    return definition.unit, definition.direction, definition.aggregation, line.period


def _weights(how: Across, readings: Sequence[Reading]) -> list[Decimal] | None:
    """By events, or 1 each; None where a ratio of sums lacks its parts or they come to nothing."""
    events = [reading.denominator for reading in readings if reading.denominator is not None]
    whole = len(events) == len(readings) and sum(events) != 0
    if how is Across.RATIO:
        return events if whole else None
    return events if whole and how is Across.WEIGHTED else [Decimal(1)] * len(readings)


def _together(how: Across, levels: Sequence[Decimal], weights: Sequence[Decimal]) -> Decimal:
    mean = weighted_mean(zip(weights, levels, strict=True))
    return sum(levels, Decimal(0)) if how is Across.SUM or mean is None else mean
