"""However a time is cut into periods, what it comes to is the same where it must be."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kpi_engine.calendar.due import entry_periods
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.working import Calendar
from kpi_engine.measure.score.kpi import score_kpi
from kpi_engine.measure.values.aggregate import aggregate
from kpi_engine.measure.values.source import Book, Source
from kpi_engine.model.actual import Actual, ActualState, Reading
from kpi_engine.model.kpi import Aggregation, Kpi, KpiVersion, Unit, UnitKind
from tests.kpi_engine.measure.build import BOOK, TODAY, actual, target, version
from tests.kpi_engine.naive import aggregated

WITH_PARTS = st.tuples(st.integers(-50, 50), st.integers(1, 20)).map(
    lambda parts: Reading(Decimal(parts[0]) / parts[1], Decimal(parts[0]), Decimal(parts[1]))
)
DAYS = st.lists(WITH_PARTS, min_size=1, max_size=30)
CUT_ALIKE = [
    Aggregation.SUM,
    Aggregation.LAST,
    Aggregation.WEIGHTED,
    Aggregation.RATIO,
    Aggregation.MIN,
    Aggregation.MAX,
]
OCTOBER = Period(date(2026, 10, 1), PeriodKind.MONTH)
CHINA = Calendar(country="CN")
MONEY = Unit(UnitKind.MONEY)


def cut(days: list[Reading], places: list[int]) -> list[list[Reading]]:
    edges = sorted({0, len(days), *(place % (len(days) + 1) for place in places)})
    return [days[start:end] for start, end in pairwise(edges)]


@given(DAYS, st.lists(st.integers(0, 30), max_size=6), st.sampled_from(CUT_ALIKE))
def test_days_and_weeks_of_days_come_to_the_same(days: list[Reading], places: list[int], how: Aggregation) -> None:
    weeks = [week for part in cut(days, places) if (week := aggregate(how, part))]
    by_weeks = aggregate(how, weeks)

    assert by_weeks is not None
    assert abs(Fraction(by_weeks.value) - aggregated(how, days)) < Fraction(1, 10**20)


@given(DAYS, st.lists(st.integers(0, 30), max_size=6))
def test_counts_of_weeks_add_up(days: list[Reading], places: list[int]) -> None:
    weeks = [week.value for part in cut(days, places) if (week := aggregate(Aggregation.COUNT, part))]

    assert sum(weeks) == aggregated(Aggregation.COUNT, days)


@given(st.lists(st.integers(0, 30), min_size=3, max_size=3), st.sampled_from([Aggregation.SUM, Aggregation.COUNT]))
def test_a_quarter_of_months_and_its_months_have_the_same_target(levels: list[int], how: Aggregation) -> None:
    """What adds up has the sum of the months' targets, however it is asked for."""
    versions = [
        version(f"2026-{month:02}-01", number=month, aggregation=how, target=target(str(level)))
        for month, level in zip((7, 8, 9), levels, strict=True)
    ]
    lines = [actual(f"2026-{month:02}", "3") for month in (7, 8, 9)]
    months = [
        score_kpi(Source(versions, lines), Period(date(2026, month, 1), PeriodKind.MONTH), BOOK) for month in (7, 8, 9)
    ]
    quarter = score_kpi(Source(versions, lines), Period(date(2026, 7, 1), PeriodKind.QUARTER), BOOK)

    assert quarter is not None
    assert quarter.target is not None
    assert quarter.target.value == sum(line.target.value for line in months if line and line.target)
    assert quarter.reading is not None
    assert quarter.reading.value == sum(line.reading.value for line in months if line and line.reading)


@given(st.data())
def test_a_margin_is_recomputed_from_the_days(data: st.DataObject) -> None:
    """Profit over revenue, each over just those days of October that have both."""
    days = entry_periods(PeriodKind.DAY, OCTOBER, CHINA)
    profit, revenue = (
        {day: data.draw(st.none() | st.integers(-9, 9), label=f"{name} {day.start}") for day in days}
        for name in ("profit", "revenue")
    )
    book = Book(TODAY, CHINA, {1: _source(1, profit), 2: _source(2, revenue)})
    line = score_kpi(Source([_daily(3, "{1} / {2}")]), OCTOBER, book)
    both = [day for day in days if profit[day] is not None and revenue[day] is not None]
    above = sum(profit[day] or 0 for day in both)
    below = sum(revenue[day] or 0 for day in both)

    assert line is not None
    assert (line.entered, line.due) == (len(both), len(days))
    if not both or not below:
        assert line.reading is None
        assert line.problem == ("division_by_zero" if both else "")
    else:
        assert line.reading == Reading(Decimal(above) / below, Decimal(above), Decimal(below))


def _daily(id: int, expression: str = "") -> KpiVersion:
    aggregation = Aggregation.RATIO if expression else Aggregation.SUM
    return version(kpi=Kpi(id, 1), frequency=PeriodKind.DAY, unit=MONEY, aggregation=aggregation, expression=expression)


def _source(id: int, values: dict[Period, int | None]) -> Source:
    found = actual("2026-10-01", ActualState.AWAY)
    lines = [
        Actual(1, id, day, ActualState.OK, Reading(Decimal(value)), 1, found.entered_at)
        for day, value in values.items()
        if value is not None
    ]
    return Source([_daily(id)], lines)
