"""A KPI that is computed from others: what it comes to, and when it comes to nothing."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from kpi_engine.calendar.period import PeriodKind
from kpi_engine.measure.score.kpi import score_kpi, trend
from kpi_engine.measure.values.source import Book, Source
from kpi_engine.model.actual import ActualState, Reading
from kpi_engine.model.kpi import Aggregation, Kpi, KpiVersion, Unit, UnitKind
from kpi_engine.model.score import KpiScore, ScoreState
from tests.kpi_engine.measure.build import TODAY, WEEKDAYS, actual, period, read, target, version

MONEY, PERCENT = Unit(UnitKind.MONEY), Unit(UnitKind.PERCENT)
PROFIT, REVENUE, MARGIN, STAFF = Kpi(1, 1), Kpi(2, 1), Kpi(3, 1), Kpi(4, 1)
AWAY = ActualState.AWAY
WEEKS_AWAY = dict.fromkeys(("2026-W45", "2026-W46", "2026-W47"), AWAY)


def weekly(kpi: Kpi, in_force: str = "2026-01-01", **changes: object) -> KpiVersion:
    return version(in_force, kpi=kpi, frequency=PeriodKind.WEEK, unit=MONEY, **changes)  # type: ignore[arg-type]


def margin(expression: str = "{1} / {2}", in_force: str = "2026-01-01", number: int = 1) -> KpiVersion:
    return version(
        in_force,
        number=number,
        kpi=MARGIN,
        frequency=PeriodKind.WEEK,
        unit=PERCENT,
        aggregation=Aggregation.RATIO,
        target=target("0.2"),
        expression=expression,
    )


def source(own: KpiVersion, values: dict[str, str | ActualState]) -> Source:
    return Source([own], [actual(when, value, kpi_id=own.kpi.id) for when, value in values.items()])


def sources(profit: dict[str, str | ActualState], revenue: dict[str, str | ActualState]) -> dict[int, Source]:
    return {1: source(weekly(PROFIT), profit), 2: source(weekly(REVENUE), revenue)}


def scored(versions: list[KpiVersion], book: dict[int, Source], code: str = "2026-11") -> KpiScore:
    line = score_kpi(Source(versions), period(code), Book(TODAY, WEEKDAYS, book))
    assert line is not None
    return line


def test_a_margin_is_the_profit_of_the_month_over_its_revenue() -> None:
    """30 of 200: the mean of the weeks' 20 % and 10 % would be the same only by equal revenues."""
    book = sources({"2026-W45": "20", "2026-W46": "10"}, {"2026-W45": "80", "2026-W46": "120"})
    line = scored([margin()], book)

    assert line.reading == Reading(Decimal("0.15"), Decimal(30), Decimal(200))
    assert (line.target, line.score) == (target("0.2"), Decimal(75))
    assert (line.entered, line.due, line.of) == (2, 3, 4)


def test_weeks_in_which_something_is_missing_count_on_neither_side() -> None:
    book = sources({"2026-W45": "20", "2026-W46": "10"}, {"2026-W45": "100", "2026-W47": "900"})
    line = scored([margin()], book)

    assert (line.entered, line.due) == (1, 3)
    assert line.reading == Reading(Decimal("0.2"), Decimal(20), Decimal(100))


@pytest.mark.parametrize(
    ("profit", "revenue", "state"),
    [
        ({}, {}, ScoreState.MISSING),
        ({"2026-W45": "1"}, {"2026-W46": "1"}, ScoreState.MISSING),
        (WEEKS_AWAY, {}, ScoreState.MISSING),
        ({"2026-W45": "1"}, {"2026-W45": "1"}, ScoreState.SCORED),
        (WEEKS_AWAY, dict.fromkeys(WEEKS_AWAY, "1"), ScoreState.NOT_APPLICABLE),
    ],
)
def test_why_it_has_no_score(
    profit: dict[str, str | ActualState], revenue: dict[str, str | ActualState], state: ScoreState
) -> None:
    line = scored([margin()], sources(profit, revenue))

    assert line.state is state


def test_before_anything_is_due_nothing_is_missing() -> None:
    assert scored([margin()], sources({}, {}), "2026-12").state is ScoreState.NOT_DUE


def test_division_by_zero_is_told_from_a_missing_value() -> None:
    line = scored([margin()], sources({"2026-W45": "20"}, {"2026-W45": "0"}))

    assert (line.state, line.problem) == (ScoreState.NOT_COMPUTABLE, "division_by_zero")
    assert (line.score, line.reading, line.target, line.entered) == (None, None, None, 1)


def test_a_zero_in_one_week_is_none_in_the_month() -> None:
    book = sources({"2026-W45": "-1", "2026-W46": "21"}, {"2026-W45": "0", "2026-W46": "100"})

    assert scored([margin()], book).reading == Reading(Decimal("0.2"), Decimal(20), Decimal(100))


def test_an_operand_that_is_not_there_is_missing() -> None:
    assert scored([margin()], {2: source(weekly(REVENUE), {"2026-W45": "1"})}).state is ScoreState.MISSING


def test_what_adds_up_is_held_against_a_part_of_the_target() -> None:
    cost = weekly(REVENUE)
    profit = weekly(MARGIN, expression="{1} - {2}", target=target("100"))
    line = scored([profit], {1: source(weekly(PROFIT), {"2026-W45": "60"}), 2: source(cost, {"2026-W45": "40"})})

    assert (line.reading, line.target, line.score) == (read("20"), target("25"), Decimal(80))


def test_days_make_weeks_only_when_they_are_all_in() -> None:
    daily = version(kpi=PROFIT, frequency=PeriodKind.DAY, unit=MONEY)
    days = {f"2026-11-{day:02}": "2" for day in (2, 3, 4, 5, 6, 7, 9, 10)}
    book = {1: source(daily, dict(days)), 2: source(weekly(REVENUE), {"2026-W45": "60", "2026-W46": "60"})}
    line = scored([margin()], book)

    assert line.entered == 1
    assert line.reading == Reading(Decimal("0.2"), Decimal(12), Decimal(60))


def test_a_formula_may_be_made_of_formulas() -> None:
    per_head = version(
        kpi=Kpi(5, 1), frequency=PeriodKind.WEEK, unit=PERCENT, aggregation=Aggregation.RATIO, expression="{3} * {4}"
    )
    staff = version(kpi=STAFF, frequency=PeriodKind.WEEK, aggregation=Aggregation.LAST)
    book = sources({"2026-W45": "20", "2026-W46": "10"}, {"2026-W45": "80", "2026-W46": "120"})
    book |= {3: Source([margin()]), 4: source(staff, {"2026-W45": "3", "2026-W46": "4"})}

    assert scored([per_head], book).reading == read("0.6")
    assert scored([per_head], book | sources({"2026-W45": "1"}, {"2026-W45": "0"})).problem == "division_by_zero"


def test_circles_come_to_nothing() -> None:
    book = {3: Source([margin("{4} + 1")]), 4: Source([replaced("{3} + 1")])}

    assert scored([margin("{4} + 1")], book).state is ScoreState.MISSING


def replaced(expression: str) -> KpiVersion:
    return version(
        kpi=STAFF, frequency=PeriodKind.WEEK, unit=PERCENT, aggregation=Aggregation.RATIO, expression=expression
    )


def test_another_formula_begins_a_new_series() -> None:
    versions = [margin("{1} / {2} * 2"), margin(in_force="2026-11-12", number=2)]
    book = sources({"2026-W45": "20", "2026-W46": "10"}, {"2026-W45": "80", "2026-W46": "100"})
    line = scored(versions, book)

    assert (line.of, line.entered, line.reading) == (3, 1, Reading(Decimal("0.1"), Decimal(10), Decimal(100)))


def test_values_that_were_entered_before_there_was_a_formula_are_not_taken_for_its_own() -> None:
    lines = [actual("2026-W45", "0.9", kpi_id=3)]

    line = score_kpi(Source([margin()], lines), period("2026-11"), Book(TODAY, WEEKDAYS, sources({}, {})))

    assert line is not None
    assert line.state is ScoreState.MISSING


def test_its_line_says_what_it_is_computed_from() -> None:
    """In the order of the formula, over just the weeks that have both; what an operand is itself computed from, too."""
    book = sources({"2026-W45": "20", "2026-W46": "10"}, {"2026-W45": "80", "2026-W46": "120", "2026-W47": "999"})
    book[3] = Source([margin()])
    twice = replace(margin("{3} * 2"), kpi=Kpi(4, 1))
    (found,) = scored([twice], book).operands

    assert (found.kpi, found.expression, found.reading.value) == (MARGIN, "{1} / {2}", Decimal("0.15"))
    assert [(one.kpi.id, one.reading, one.entered, one.first, one.last) for one in found.operands] == [
        (1, Reading(Decimal(30)), 2, period("2026-W45"), period("2026-W46")),
        (2, Reading(Decimal(200)), 2, period("2026-W45"), period("2026-W46")),
    ]
    assert scored([margin("{2} / {1}")], book).operands == tuple(reversed(found.operands))


def test_what_cannot_be_computed_says_from_what_it_was_tried() -> None:
    line = scored([margin()], sources({"2026-W45": "20"}, {"2026-W45": "0"}))

    assert line.state is ScoreState.NOT_COMPUTABLE
    assert [one.reading.value for one in line.operands] == [20, 0]
    assert scored([margin()], sources({"2026-W45": "20"}, {})).operands == ()


def test_an_operand_counted_in_another_unit_is_not_put_together() -> None:
    changed = [weekly(REVENUE), version("2026-11-12", number=2, kpi=REVENUE, frequency=PeriodKind.WEEK)]
    book = sources({"2026-W45": "20", "2026-W46": "10"}, {"2026-W45": "80", "2026-W46": "100"})
    book[2] = Source(changed, book[2].actuals)

    assert scored([margin()], book).problem == "operand_changed"
    assert scored([margin()], book, "2026-W46").reading == Reading(Decimal("0.1"), Decimal(10), Decimal(100))


def test_the_trend_of_a_formula() -> None:
    book = sources(
        {"2026-W44": "20", "2026-W45": "10", "2026-W46": "1"}, {"2026-W44": "80", "2026-W45": "100", "2026-W46": "0"}
    )

    found = trend(Source([margin()]), period("2026-W47"), Book(TODAY, WEEKDAYS, book), 3)

    assert found == (Decimal("0.25"), Decimal("0.1"), None, None)
