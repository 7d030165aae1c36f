"""The pace of what is computed is that of the same values entered by hand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest

from kpi_engine.calendar.period import PeriodKind
from kpi_engine.measure.pace.pace import pace
from kpi_engine.measure.values.source import Book, Source
from kpi_engine.model.kpi import Aggregation, Kpi, KpiVersion, Unit, UnitKind
from kpi_engine.model.pace import Pace, PaceStatus
from tests.kpi_engine.measure.build import TODAY, WEEKDAYS, actual, period, target, version

LAST = period("2026-10")
MONEY, PERCENT = Unit(UnitKind.MONEY), Unit(UnitKind.PERCENT)
PROFIT = version("2024-01-01", kpi=Kpi(3, 1), cycle=PeriodKind.YEAR, unit=MONEY, target=target("600"))
MARGIN = version(
    "2024-01-01",
    kpi=Kpi(3, 1),
    cycle=PeriodKind.YEAR,
    unit=PERCENT,
    aggregation=Aggregation.RATIO,
    target=target("0.5"),
)


def months(values: list[int]) -> dict[str, str]:
    return {f"{LAST.back(n).start:%Y-%m}": str(value) for n, value in enumerate(reversed(values))}


def noisy(middle: int, count: int = 22) -> list[int]:
    return [middle + Random(middle + n).randint(-9, 9) for n in range(count)]


REVENUE, COST = noisy(100), noisy(50)


def record(id: int, values: dict[str, str]) -> Source:
    own = version("2024-01-01", kpi=Kpi(id, 1), unit=MONEY)
    return Source([own], [actual(code, value, kpi_id=id) for code, value in values.items()])


def by_formula(made: str, own: Source) -> Pace:
    computed = [replace(each, definition=replace(each.definition, expression=made)) for each in own.versions]
    book = Book(TODAY, WEEKDAYS, {1: record(1, months(REVENUE)), 2: record(2, months(COST))})
    found = pace(Source(computed), period("2026"), book, seed=1)
    assert found is not None
    return found


def by_hand(own: Source) -> Pace:
    found = pace(own, period("2026"), Book(TODAY, WEEKDAYS), seed=1)
    assert found is not None
    return found


def entered(own: KpiVersion, made_of: str) -> Source:
    """What the formula comes to in each month, as somebody would enter it."""
    lines = zip(months(REVENUE).items(), months(COST).values(), strict=True)
    return Source([own], [actual(code, made(one, other, made_of), kpi_id=3) for (code, one), other in lines])


def made(one: str, other: str, how: str) -> str:
    return str(int(one) - int(other)) if how == "-" else f"{one}/{other}"


@pytest.mark.parametrize(("formula", "own"), [("{1} - {2}", entered(PROFIT, "-")), ("{1} / {2}", entered(MARGIN, "/"))])
def test_it_is_told_as_if_its_values_had_been_entered(formula: str, own: Source) -> None:
    """Ten months of 2026 are in, two are to come, twelve are before it."""
    found, expected = by_formula(formula, own), by_hand(own)

    assert (found.to_come, found.goal, found.expected, found.gap) == (
        expected.to_come,
        expected.goal,
        expected.expected,
        expected.gap,
    )
    assert (found.to_come, found.status) == (2, expected.status)
    assert (found.projection, found.band, found.chance) == (expected.projection, expected.band, expected.chance)
    assert found.band is not None
    assert found.required == expected.required
    assert found.ahead == expected.ahead


def test_nothing_to_come_is_projected_as_it_stands() -> None:
    """Over a whole year a share that is no quotient of sums is not the mean of its months."""
    unlike = {"2026-01": "10", "2026-02": "90"}, {"2026-01": "5", "2026-02": "9"}
    book = Book(TODAY, WEEKDAYS, {1: record(1, unlike[0]), 2: record(2, unlike[1])})
    own = version(
        "2026-01-01",
        cycle=PeriodKind.QUARTER,
        kpi=Kpi(3, 1),
        unit=PERCENT,
        aggregation=Aggregation.RATIO,
        target=target("0.8"),
        expression="1 - {2} / {1}",
    )
    found = pace(Source([own]), period("2026-Q1"), book, seed=1)

    assert found is not None
    assert found.line.reading is not None
    assert found.line.reading.value == Decimal("0.86")
    assert (found.to_come, found.projection, found.status) == (0, Decimal("0.86"), PaceStatus.ACHIEVED)


def test_a_new_formula_goes_back_as_far_as_its_operands() -> None:
    begun = [replace(PROFIT, in_force=TODAY.replace(day=1))]
    own = Source(begun)
    assert by_hand(own).band is None

    assert by_formula("{1} - {2}", own).band is not None


def test_without_its_operands_there_is_nothing_to_tell() -> None:
    computed = replace(PROFIT, definition=replace(PROFIT.definition, expression="{1} - {2}"))
    found = pace(Source([computed]), period("2026"), Book(TODAY, WEEKDAYS, {1: record(1, months(REVENUE))}), seed=1)

    assert found is not None
    assert (found.status, found.band, found.projection) == (PaceStatus.NONE, None, None)
