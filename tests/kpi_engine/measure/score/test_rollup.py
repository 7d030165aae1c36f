"""One KPI of several people or departments."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_engine.measure.score.kpi import score_kpi
from kpi_engine.measure.score.rollup import NotRolled, Rolled, across_of, roll_up
from kpi_engine.measure.values.source import Source
from kpi_engine.model.actual import Reading
from kpi_engine.model.kpi import Across, Aggregation, Target, Unit, UnitKind
from kpi_engine.model.name import Name
from kpi_engine.model.score import KpiScore
from tests.kpi_engine.measure.build import BOOK, actual, period, read, target, version


def line(
    value: str | None,
    level: Target | None = None,
    aggregation: Aggregation = Aggregation.SUM,
    unit: Unit = Unit(UnitKind.COUNT),
) -> KpiScore:
    """October of one of them."""
    own = version(target=level or target("100"), aggregation=aggregation, unit=unit)
    lines = [] if value is None else [actual("2026-10", value)]
    found = score_kpi(Source([own], lines), period("2026-10"), BOOK)
    assert found is not None
    return found


def rate(value: str, level: Target | None = None) -> KpiScore:
    return line(value, level, aggregation=Aggregation.RATIO)


def rolled(how: Across, *lines: KpiScore) -> Rolled:
    found = roll_up(how, lines)
    assert isinstance(found, Rolled)
    return found


def test_calls_of_people_are_the_calls_of_the_team() -> None:
    team = rolled(Across.SUM, line("40"), line("70", target("80", stretch="90")), line(None, target("500")))

    assert team == Rolled(read("110"), target("180"), counted=2, of=3)


def test_a_rate_of_two_shops_is_that_of_both_together() -> None:
    """1 of 2 and 9 of 10: 10 of 12, where the mean of the rates would be 0.7; the target by the same weights."""
    shops = rolled(Across.RATIO, rate("1/2", target("0.6")), rate("9/10", target("0.9")))

    assert shops.reading == Reading(Decimal(10) / 12, Decimal(10), Decimal(12))
    assert shops.target == target("0.85")


def test_a_mean_is_by_events_where_they_are_known() -> None:
    known = rolled(Across.WEIGHTED, rate("6/2", target("2")), rate("4/8", target("1")))
    unknown = rolled(Across.WEIGHTED, rate("3", target("2")), rate("4/8", target("1")))

    assert (known.reading.value, known.target) == (Decimal(1), target("1.2"))
    assert (unknown.reading.value, unknown.target) == (Decimal("1.75"), target("1.5"))


@pytest.mark.parametrize(
    ("how", "lines", "key"),
    [
        (Across.NONE, [line("1")], "not_rolled_up"),
        (Across.SUM, [], "no_value"),
        (Across.SUM, [line(None)], "no_value"),
        (Across.RATIO, [rate("0.5"), rate("9/10")], "no_parts"),
        (Across.RATIO, [rate("1/2"), rate("1/-2")], "no_parts"),
        (Across.SUM, [line("1"), line("1", unit=Unit(UnitKind.MONEY))], "unlike_lines"),
        (Across.SUM, [line("1"), line("1", unit=Unit(UnitKind.COUNT, Name.same("kg")))], "unlike_lines"),
        (Across.SUM, [line("1"), line("1", aggregation=Aggregation.LAST)], "unlike_lines"),
    ],
)
def test_what_makes_no_whole(how: Across, lines: list[KpiScore], key: str) -> None:
    assert roll_up(how, lines) == NotRolled(key)


@pytest.mark.parametrize(
    ("aggregation", "unit", "how"),
    [
        (Aggregation.SUM, UnitKind.MONEY, Across.SUM),
        (Aggregation.SUM, UnitKind.YESNO, Across.NONE),
        (Aggregation.COUNT, UnitKind.COUNT, Across.SUM),
        (Aggregation.RATIO, UnitKind.PERCENT, Across.RATIO),
        (Aggregation.LAST, UnitKind.COUNT, Across.SUM),
        (Aggregation.LAST, UnitKind.SCORE, Across.WEIGHTED),
        (Aggregation.LAST, UnitKind.YESNO, Across.NONE),
        (Aggregation.AVERAGE, UnitKind.SCORE, Across.WEIGHTED),
        (Aggregation.AVERAGE, UnitKind.YESNO, Across.NONE),
        (Aggregation.WEIGHTED, UnitKind.DURATION, Across.WEIGHTED),
        (Aggregation.MAX, UnitKind.COUNT, Across.NONE),
        (Aggregation.MIN, UnitKind.COUNT, Across.NONE),
    ],
)
def test_what_suits_a_kpi(aggregation: Aggregation, unit: UnitKind, how: Across) -> None:
    assert across_of(aggregation, unit) is how


@given(st.lists(st.integers(-50, 50), min_size=2, max_size=8), st.integers(1, 7))
def test_in_whatever_groups_people_are_put_together_the_sum_is_the_same(values: list[int], cut: int) -> None:
    lines = [line(str(value)) for value in values]
    groups = [group for group in (lines[:cut], lines[cut:]) if group]

    assert rolled(Across.SUM, *lines).reading.value == sum(rolled(Across.SUM, *group).reading.value for group in groups)
