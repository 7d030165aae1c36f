"""Money and percent are not added up; a formula behaves over time as its operands do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kpi_engine.measure.formula.behaviour import Computed, Mixed, behaviour
from kpi_engine.model.kpi import Aggregation, Definition, Unit, UnitKind
from kpi_engine.model.name import Name
from tests.kpi_engine.measure.build import CALLS


def kpi(kind: UnitKind, aggregation: Aggregation, label: str = "") -> Definition:
    return replace(CALLS, unit=Unit(kind, Name.same(label)), aggregation=aggregation)


REVENUE, COST = kpi(UnitKind.MONEY, Aggregation.SUM), kpi(UnitKind.MONEY, Aggregation.SUM)
CASH, DEBT = kpi(UnitKind.MONEY, Aggregation.LAST), kpi(UnitKind.MONEY, Aggregation.LAST)
ORDERS, VISITS = kpi(UnitKind.COUNT, Aggregation.SUM, "orders"), kpi(UnitKind.COUNT, Aggregation.SUM, "visits")
STAFF = kpi(UnitKind.COUNT, Aggregation.LAST, "people")
RATE = kpi(UnitKind.PERCENT, Aggregation.RATIO)
HOURS, DAYS = kpi(UnitKind.DURATION, Aggregation.SUM, "hours"), kpi(UnitKind.DURATION, Aggregation.SUM, "days")
SCORE = kpi(UnitKind.SCORE, Aggregation.AVERAGE)
DONE = kpi(UnitKind.YESNO, Aggregation.SUM)
OF = dict(enumerate([REVENUE, COST, CASH, DEBT, ORDERS, VISITS, STAFF, RATE, HOURS, DAYS, SCORE, DONE]))
SUM, LAST, RATIO = Aggregation.SUM, Aggregation.LAST, Aggregation.RATIO


def found(formula: str, unit: UnitKind) -> Computed | Mixed:
    words = ["revenue", "cost", "cash", "debt", "orders", "visits", "staff", "rate", "hours", "days", "score", "done"]
    of = {}
    for id, word in enumerate(words):
        if word in formula:
            formula, of[id] = formula.replace(word, f"{{{id}}}"), OF[id]
    return behaviour(formula, of, Unit(unit))


@pytest.mark.parametrize(
    ("formula", "unit", "aggregation"),
    [
        ("revenue - cost", UnitKind.MONEY, SUM),
        ("(revenue - cost) / revenue", UnitKind.PERCENT, RATIO),
        ("1 - cost / revenue", UnitKind.PERCENT, RATIO),
        ("cash - debt", UnitKind.MONEY, LAST),
        ("cash - 5000", UnitKind.MONEY, LAST),
        ("revenue / staff", UnitKind.MONEY, SUM),
        ("revenue / orders", UnitKind.MONEY, RATIO),
        ("revenue / orders", UnitKind.RATIO, RATIO),
        ("orders / visits", UnitKind.PERCENT, RATIO),
        ("orders * 1.1 + orders", UnitKind.COUNT, SUM),
        ("orders - orders * rate", UnitKind.COUNT, SUM),
        ("rate * orders - orders", UnitKind.COUNT, SUM),
        ("max(revenue - cost, 0)", UnitKind.MONEY, SUM),
        ("min(cash, debt, 5000)", UnitKind.MONEY, LAST),
        ("abs(-revenue)", UnitKind.MONEY, SUM),
        ("revenue * 10%", UnitKind.MONEY, SUM),
        ("2 * 3 * revenue", UnitKind.MONEY, SUM),
        ("(1 + 2) * revenue", UnitKind.MONEY, SUM),
        ("(1 - 0.3) * rate", UnitKind.PERCENT, RATIO),
        ("hours / orders", UnitKind.DURATION, RATIO),
        ("score * 0.5 + 10", UnitKind.SCORE, RATIO),
        ("rate + 5%", UnitKind.PERCENT, RATIO),
    ],
)
def test_how_it_behaves(formula: str, unit: UnitKind, aggregation: Aggregation) -> None:
    assert found(formula, unit) == Computed(aggregation)


@pytest.mark.parametrize(
    ("formula", "unit", "key"),
    [
        ("cash + rate", UnitKind.MONEY, "formula_mixes_units"),
        ("max(cash, rate)", UnitKind.MONEY, "formula_mixes_units"),
        ("orders + visits", UnitKind.COUNT, "formula_mixes_units"),
        ("hours + days", UnitKind.DURATION, "formula_mixes_units"),
        ("revenue + orders", UnitKind.MONEY, "formula_mixes_units"),
        ("score + rate", UnitKind.SCORE, "formula_mixes_units"),
        ("revenue + revenue * orders / staff", UnitKind.MONEY, "formula_mixes_time"),
        ("revenue - cash", UnitKind.MONEY, "formula_mixes_time"),
        ("revenue - 5000", UnitKind.MONEY, "formula_mixes_time"),
        ("revenue * cost", UnitKind.RATIO, "formula_over_time"),
        ("1 / revenue", UnitKind.RATIO, "formula_over_time"),
        ("staff / orders", UnitKind.RATIO, "formula_over_time"),
        ("cash * rate", UnitKind.PERCENT, "formula_result_unit"),
        ("orders / visits", UnitKind.MONEY, "formula_result_unit"),
        ("revenue - cost", UnitKind.COUNT, "formula_result_unit"),
        ("staff", UnitKind.DURATION, "formula_result_unit"),
        ("done", UnitKind.YESNO, "formula_result_unit"),
    ],
)
def test_what_is_refused(formula: str, unit: UnitKind, key: str) -> None:
    assert found(formula, unit) == Mixed(key)
