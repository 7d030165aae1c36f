"""Outcomes and how likely they are."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_engine.measure.forecast.spread import Spread
from kpi_engine.model.kpi import Direction, Target
from kpi_engine.model.pace import Band
from tests.kpi_engine.measure.build import target

TEN = Spread.of(map(Decimal, [10, 1, 2, 9, 3, 8, 4, 7, 5, 6]))


def test_the_band_around_the_middle() -> None:
    assert TEN.band == Band(Decimal(2), Decimal(6), Decimal(10))
    assert [TEN.at(Decimal(part)) for part in (0, 1)] == [1, 10]


@pytest.mark.parametrize(
    ("direction", "level", "chance"),
    [
        (Direction.HIGHER, target("8"), "0.3"),
        (Direction.HIGHER, target("8.5"), "0.2"),
        (Direction.HIGHER, target("11"), "0"),
        (Direction.LOWER, target("8"), "0.8"),
        (Direction.LOWER, target("0"), "0"),
        (Direction.RANGE, target("4", upper="6"), "0.3"),
        (Direction.RANGE, target("4"), "0.1"),
        (Direction.YESNO, target("1"), "1"),
        (Direction.YESNO, target("0"), "0"),
    ],
)
def test_the_chance_of_a_target(direction: Direction, level: Target, chance: str) -> None:
    assert TEN.chance(direction, level) == Decimal(chance)


@given(st.lists(st.decimals(-99, 99, places=1), min_size=1, max_size=50), st.decimals(-99, 99, places=1))
def test_a_harder_target_is_never_likelier(outcomes: list[Decimal], level: Decimal) -> None:
    spread = Spread.of(outcomes)
    easy, hard = (spread.chance(Direction.HIGHER, Target(level + harder)) for harder in (0, 1))

    assert 0 <= hard <= easy <= 1
