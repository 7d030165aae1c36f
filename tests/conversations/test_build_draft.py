"""What becomes of a draft once its target is agreed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from conversations.flows.build.draft import of_own
from kpi_engine.calendar.period import PeriodKind
from kpi_engine.model.kpi import Direction, Perspective, Target, UnitKind


@pytest.mark.parametrize(
    ("direction", "target", "becomes"),
    [
        (Direction.LOWER, Target(Decimal(0)), Direction.ZERO),
        (Direction.LOWER, Target(Decimal(0), threshold=Decimal(2)), Direction.LOWER),
        (Direction.LOWER, Target(Decimal(1)), Direction.LOWER),
        (Direction.AT_MOST, Target(Decimal(0)), Direction.AT_MOST),
        (Direction.HIGHER, Target(Decimal(5)), Direction.HIGHER),
    ],
)
def test_no_accidents_at_all_is_a_matter_of_none(direction: Direction, target: Target, becomes: Direction) -> None:
    draft = of_own("accidents", UnitKind.COUNT, direction, PeriodKind.MONTH, Perspective.PROCESS)

    assert draft.definition(target, Decimal(20), 1).direction is becomes
