"""The one of several values that does not go with the others."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from statistics import median

from kpi_engine.intake.slip import Slip, SlipKind, slip
from kpi_engine.intake.usual import Usual, is_far_off
from kpi_engine.model.actual import Reading
from kpi_engine.model.kpi import Direction, Unit, UnitKind

FEWEST = 3
"""Of two values nobody can say which is the odd one."""

MOST_SHARE = Decimal(10)
"""1,000 %: `12k` typed for a share was meant for something else."""


def odd_one(values: Sequence[Decimal], unit: Unit, direction: Direction) -> Slip | None:
    """Of those far off all the others the farthest, with what may have been meant; values oldest first.

    Of shares the first that is none: where all are wrong alike, none is far off the others.
    """
    if unit.kind is UnitKind.PERCENT and (beyond := [value for value in values if abs(value) > MOST_SHARE]):
        return Slip(SlipKind.NO_SHARE, Reading(beyond[0]), (), None, None)
    if len(values) < FEWEST:
        return None
    far = [value for n, value in enumerate(values) if is_far_off(value, _others(values, n, unit, direction))]
    if not far:
        return None
    middle = median([abs(value) for value in values if value])
    odd = max(far, key=lambda value: abs((abs(value) / middle).ln()))
    return slip(Reading(odd), _others(values, values.index(odd), unit, direction))


def _others(values: Sequence[Decimal], but: int, unit: Unit, direction: Direction) -> Usual:
    return Usual(unit, (*values[:but], *values[but + 1 :]), direction=direction)
