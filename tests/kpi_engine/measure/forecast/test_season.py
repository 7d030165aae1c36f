"""What comes back every season is seen, and what does not is not."""

from __future__ import annotations

from random import Random

import pytest

from kpi_engine.measure.forecast.season import seasonal
from kpi_engine.measure.forecast.straight_line import straight_line

SPIKE = [0.0] * 11 + [12.0]


def test_the_line_through_values() -> None:
    line = straight_line([1, None, 5, 7])

    assert [line.slope, line.at(1), line.doubt] == pytest.approx([2, 3, 0])


def test_the_doubt_of_a_slope() -> None:
    """y = 1, 2, 2, 3 over 0 to 3: slope 0.6, what is left 0.2, so sqrt(0.2 / 2 / 5)."""
    line = straight_line([1, 2, 2, 3])

    assert [line.slope, line.doubt] == pytest.approx([0.6, 0.02**0.5])


def test_a_spike_every_december_is_a_season() -> None:
    found = seasonal(SPIKE * 3, 12)

    assert sum(found) == pytest.approx(0)
    assert found[11] == max(found)
    assert found[11] - found[10] == pytest.approx(12, rel=0.1)


def test_it_is_seen_through_growth_and_missing_values() -> None:
    values: list[float | None] = [n + spike for n, spike in enumerate(SPIKE * 4)]
    values[5] = values[20] = None

    assert max(seasonal(values, 12)) == seasonal(values, 12)[11]


@pytest.mark.parametrize(
    ("values", "season"),
    [
        (SPIKE * 2, 12),
        ([5.0] * 40, 12),
        ([float(n) for n in range(40)], 12),
        ([1.0, 2.0, 3.0], 1),
        ([None if n % 12 == 3 else float(n % 12) for n in range(48)], 12),
    ],
)
def test_no_season(values: list[float | None], season: int) -> None:
    """Fewer than two seasons and two values; nothing that changes; nothing but growth; a month never measured."""
    assert not any(seasonal(values, season))


def test_chance_is_seldom_taken_for_a_season() -> None:
    def wandering(seed: int) -> list[float]:
        random, level = Random(seed), 0.0
        return [level := level + random.gauss(0, 1) for _ in range(36)]

    assert sum(any(seasonal(wandering(seed), 12)) for seed in range(200)) <= 20
