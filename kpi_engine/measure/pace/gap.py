"""How far a value is behind where it should stand, and what that is called."""

from __future__ import annotations

from decimal import Decimal

from kpi_engine.measure.exact import divide, rounded
from kpi_engine.model.kpi import Direction, Target
from kpi_engine.model.pace import PaceStatus

_LITTLE, _MUCH = Decimal(10), Decimal(25)
"""Points behind, up to which a KPI is on track, or behind and not yet at risk."""
_WHOLE = Decimal(100)


def gap_points(direction: Direction, goal: Target, expected: Target, value: Decimal) -> Decimal | None:
    """Points of the goal by which the value is worse than expected, below 0 where it is better; None by a date.

    A goal of 0 has no hundredth: any shortfall is the whole of it. A range's points are those of its width.
    """
    match direction:
        case Direction.HIGHER | Direction.AT_LEAST | Direction.LEVELS:
            return _points(expected.value - value, goal.value)
        case Direction.LOWER | Direction.AT_MOST | Direction.ZERO:
            return _points(value - expected.value, goal.value)
        case Direction.NEAREST:
            return _points(abs(value - expected.value), goal.value)
        case Direction.RANGE:
            outside = max(expected.value - value, value - expected.top, Decimal(0))
            return _points(outside, goal.top - goal.value)
        case Direction.YESNO | Direction.MILESTONE:
            return None


def status_of_gap(gap: Decimal) -> PaceStatus:
    """By how many points it is behind, as they are shown."""
    shown = rounded(gap)
    if shown <= _LITTLE:
        return PaceStatus.ON_TRACK
    return PaceStatus.BEHIND if shown <= _MUCH else PaceStatus.AT_RISK


def _points(shortfall: Decimal, whole: Decimal) -> Decimal:
    if whole:
        return divide(_WHOLE * shortfall, abs(whole))
    return _WHOLE if shortfall > 0 else Decimal(0)
