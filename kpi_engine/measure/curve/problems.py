"""What is wrong with a scoring before it is put in force, by key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from decimal import Decimal

from kpi_engine.measure.curve.malformed import malformed
from kpi_engine.measure.curve.monotone import falls, rises, rises_then_falls
from kpi_engine.measure.curve.scoring import curve_for, is_in_parts
from kpi_engine.measure.curve.suits import directions_of
from kpi_engine.measure.exact import LARGEST
from kpi_engine.model.kpi import FALLING, RISING, Direction, Target
from kpi_engine.model.scoring import (
    Basis,
    Scoring,
)


def scoring_problems(direction: Direction, target: Target, scoring: Scoring) -> tuple[str, ...]:
    """Keys of all that is wrong with the scoring of a target in which `direction.target_problem` finds nothing.

    Keys: scoring_not_finite, scoring_other_direction, scoring_cap, scoring_too_few, scoring_points_order,
    scoring_bands_gap, scoring_bands_overlap, scoring_no_way, scoring_step, scoring_deciles, scoring_no_levels,
    scoring_no_such_level, scoring_target_zero, scoring_not_monotone.
    """
    if not all(number.is_finite() and abs(number) < LARGEST for number in _numbers(scoring)):
        return ("scoring_not_finite",)
    found = tuple(dict.fromkeys(_found(direction, target, scoring)))
    if found or _is_monotone(direction, target, scoring):
        return found
    return ("scoring_not_monotone",)


def _numbers(value: object) -> Iterator[Decimal]:
    if isinstance(value, Decimal):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _numbers(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _numbers(getattr(value, field.name))


def _found(direction: Direction, target: Target, scoring: Scoring) -> Iterator[str]:
    if direction not in directions_of(target, scoring):
        yield "scoring_other_direction"
    if scoring.cap <= scoring.floor or (scoring.hurdle is not None and scoring.hurdle > scoring.cap):
        yield "scoring_cap"
    if target.value <= 0 and _divides(scoring):
        yield "scoring_target_zero"
    yield from malformed(direction, target, scoring)


def _divides(scoring: Scoring) -> bool:
    return is_in_parts(scoring.method) or any(limit.basis is Basis.TARGET for limit in scoring.limits)


def _is_monotone(direction: Direction, target: Target, scoring: Scoring) -> bool:
    curve = curve_for(direction, target, scoring)
    if direction in RISING or direction is Direction.LEVELS:
        return rises(curve)
    if direction in FALLING:
        return falls(curve)
    return direction is Direction.YESNO or rises_then_falls(curve)
