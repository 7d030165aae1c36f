"""An order of importance alone makes weights."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from kpi_engine.design.rank_order import rank_sum
from kpi_engine.design.weights import share

counts = st.integers(1, 20)


def test_rank_sum_goes_down_in_even_steps() -> None:
    assert rank_sum(5) == tuple(Fraction(part, 15) for part in (5, 4, 3, 2, 1))
    assert [int(weight) for weight in share(rank_sum(5), Decimal(1))] == [33, 27, 20, 13, 7]


@given(counts)
def test_points_are_one_in_all_and_keep_the_order(count: int) -> None:
    points = rank_sum(count)

    assert sum(points) == 1
    assert list(points) == sorted(set(points), reverse=True)
