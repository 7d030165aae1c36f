"""The readings of short periods make the reading of a long one."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kpi_engine.measure.exact import divide
from kpi_engine.model.actual import Reading
from kpi_engine.model.kpi import Aggregation


def aggregate(how: Aggregation, readings: Sequence[Reading]) -> Reading | None:
    """One reading of those given oldest first; None of none."""
    if not readings:
        return None
    match how:
        case Aggregation.SUM:
            return Reading(sum((reading.value for reading in readings), Decimal(0)))
        case Aggregation.LAST:
            return readings[-1]
        case Aggregation.AVERAGE:
            return _mean(readings)
        case Aggregation.RATIO | Aggregation.WEIGHTED:
            return _ratio_of_sums(readings) or _mean(readings)
        case Aggregation.MIN:
            return min(readings, key=_value)
        case Aggregation.MAX:
            return max(readings, key=_value)
        case Aggregation.COUNT:
            return Reading(Decimal(sum(reading.value != 0 for reading in readings)))


def _value(reading: Reading) -> Decimal:
    return reading.value


def _mean(readings: Sequence[Reading]) -> Reading:
    if len(readings) == 1:
        return readings[0]
    return Reading(divide(sum((reading.value for reading in readings), Decimal(0)), Decimal(len(readings))))


def _ratio_of_sums(readings: Sequence[Reading]) -> Reading | None:
    """None where a reading came without its parts (only the mean is left then) or the denominators are 0."""
    numerator, denominator = Decimal(0), Decimal(0)
    for reading in readings:
        if reading.numerator is None or reading.denominator is None:
            return None
        numerator += reading.numerator
        denominator += reading.denominator
    return Reading(divide(numerator, denominator), numerator, denominator) if denominator else None
