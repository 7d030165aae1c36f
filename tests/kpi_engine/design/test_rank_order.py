"""An order of importance alone makes weights."""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_engine.design.rank_order import centroid, rank_sum
from kpi_engine.design.weights import share

(PUBLISHED,) = json.loads(Path(__file__).with_name("published_examples.json").read_text(encoding="utf-8"))[
    "rank_order_centroid"
]
counts = st.integers(1, 20)


@pytest.mark.parametrize(("count", "printed"), PUBLISHED["table"].items())
def test_centroid_as_published(count: str, printed: list[str]) -> None:
    found = centroid(int(count))

    assert len(found) == int(count)
    for point, shown in zip(found, printed, strict=True):
        assert abs(point - Fraction(shown)) <= Fraction(PUBLISHED["tolerance"])


def test_four_in_order() -> None:
    """48.33 / 27.08 / 14.58 / 10.00 goes round in public code: the last is wrong, and so the first."""
    assert [str(weight) for weight in share(centroid(4))] == ["52.09", "27.08", "14.58", "6.25"]


def test_rank_sum_goes_down_in_even_steps() -> None:
    assert rank_sum(5) == tuple(Fraction(part, 15) for part in (5, 4, 3, 2, 1))
    assert [int(weight) for weight in share(rank_sum(5), Decimal(1))] == [33, 27, 20, 13, 7]


@given(counts)
def test_both_are_one_in_all_and_keep_the_order(count: int) -> None:
    for points in (centroid(count), rank_sum(count)):
        assert sum(points) == 1
        assert list(points) == sorted(set(points), reverse=True)
