"""Short periods make a long one."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_engine.measure.values.aggregate import aggregate
from kpi_engine.model.actual import Reading
from kpi_engine.model.kpi import Aggregation
from tests.kpi_engine.measure.build import read


@pytest.mark.parametrize(
    ("how", "values", "value"),
    [
        (Aggregation.SUM, ["1", "2", "4.5"], "7.5"),
        (Aggregation.LAST, ["1", "2", "4.5"], "4.5"),
        (Aggregation.AVERAGE, ["1", "2", "4.5"], "2.5"),
        (Aggregation.RATIO, ["1/2", "9/10"], "0.8333333333333333333333333333"),
        (Aggregation.RATIO, ["0.5", "9/10"], "0.7"),
        (Aggregation.RATIO, ["0.5", "0.7"], "0.6"),
        (Aggregation.RATIO, ["1/2", "1/-2"], "0"),
        # 2 tickets of 3 hours each and 8 of half an hour: 10 hours over 10 tickets, where the plain mean is 1.75.
        (Aggregation.WEIGHTED, ["6/2", "4/8"], "1"),
        (Aggregation.WEIGHTED, ["3", "4/8"], "1.75"),
        (Aggregation.MIN, ["3", "-1", "2"], "-1"),
        (Aggregation.MAX, ["3", "7.5", "2"], "7.5"),
        (Aggregation.COUNT, ["1", "0", "1", "1"], "3"),
        (Aggregation.COUNT, ["0", "0.0", "7", "-2"], "2"),
    ],
)
def test_aggregated(how: Aggregation, values: list[str], value: str) -> None:
    reading = aggregate(how, [read(one) for one in values])

    assert reading is not None
    assert reading.value == Decimal(value)


def test_a_ratio_of_sums_keeps_the_sums() -> None:
    assert aggregate(Aggregation.RATIO, [read("1/2"), read("9/10")]) == Reading(
        Decimal(10) / 12, Decimal(10), Decimal(12)
    )


def test_a_mean_by_events_keeps_them() -> None:
    mean = aggregate(Aggregation.WEIGHTED, [read("6/2"), read("4/8")])

    assert mean == Reading(Decimal(1), Decimal(10), Decimal(10))


def test_the_lowest_and_the_highest_are_readings_that_were_there() -> None:
    readings = [read("1/2"), read("9/10"), read("1/4")]

    assert aggregate(Aggregation.MIN, readings) == read("1/4")
    assert aggregate(Aggregation.MAX, readings) == read("9/10")


@pytest.mark.parametrize("how", Aggregation)
def test_nothing_makes_nothing_and_one_is_itself(how: Aggregation) -> None:
    assert aggregate(how, []) is None
    assert aggregate(how, [read("0.3")]) == (read("1") if how is Aggregation.COUNT else read("0.3"))


@given(
    st.lists(st.decimals(-1000, 1000, places=2).map(Reading), min_size=1, max_size=30),
    st.sampled_from([how for how in Aggregation if how is not Aggregation.COUNT]),
)
def test_what_is_no_sum_lies_among_its_values(readings: list[Reading], how: Aggregation) -> None:
    found = aggregate(how, readings)
    values = [reading.value for reading in readings]

    assert found is not None
    assert found.value == sum(values) if how is Aggregation.SUM else min(values) <= found.value <= max(values)
