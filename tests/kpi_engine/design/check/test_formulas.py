"""KPIs that are computed from others, as the check sees them: nobody enters them, and they have scores all the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kpi_engine.calendar.period import PeriodKind
from kpi_engine.design.check.formulas import divided_by
from kpi_engine.design.check.model import Model
from kpi_engine.design.check.series import closed_scores
from kpi_engine.model.check import RuleId
from kpi_engine.model.kpi import Aggregation
from kpi_engine.model.name import Name
from kpi_engine.model.scoring import Scoring
from tests.kpi_engine.design.check.models import defined, entered, found, kpi, target, with_kpi, with_version


def computed(ours: str, theirs: str, expression: str = "{2} / {3}") -> Model:
    """The good model with its first KPI computed from two others that came to this."""
    return with_kpi(
        replace(kpi(1, defined(expression=expression, source=Name("", ""), target=target("0.9"))), actuals=()),
        replace(kpi(2), actuals=entered(2, ours)),
        replace(kpi(3), actuals=entered(3, theirs)),
    )


@pytest.mark.parametrize(
    ("formula", "divisors"),
    [
        ("{2} / {3}", {3}),
        ("{2} / ({3} + {4})", set()),
        ("{2} / ({3} * {4})", {3, 4}),
        ("{2} / ({3} / {4})", {3, 4}),
        ("({2} / {3}) - 5% * ({4} / {1})", {1, 3}),
        ("{2} / abs(-{3})", {3}),
        ("{2} / max({3}, 1)", set()),
        ("min({2} / {3}, {4} / 7)", {3}),
    ],
)
def test_by_which_kpis_a_formula_divides(formula: str, divisors: set[int]) -> None:
    assert divided_by(formula) == divisors


def test_a_divisor_counts_by_the_cycle_of_what_is_computed() -> None:
    """A week without an order is no month without one."""
    orders = defined(3, frequency=PeriodKind.WEEK, aggregation=Aggregation.SUM)
    weeks = replace(kpi(3, orders), actuals=entered(3, "0 5 5 0 5 5 5 5", PeriodKind.WEEK))
    assert found(RuleId.FORMULA_WRONG, with_kpi(weeks, model=computed("1 1", "1 1"))) == []
    assert found(RuleId.FORMULA_WRONG, computed("1 1", "0 1"))


def test_it_is_scored_from_its_operands() -> None:
    model = computed("90 45", "100 100")
    assert [line.score for line in closed_scores(model, kpi(1, model)) if line.reading] == [50, 100]


def test_nobody_enters_it_or_says_where_it_comes_from() -> None:
    model = computed("90 90 90 90 90 91", "100 100 100 100 100 100")
    for rule in (
        RuleId.STALE, RuleId.SOURCE_MISSING, RuleId.NO_ACTION, RuleId.TARGET_BASIS, RuleId.AGGREGATION_WRONG,
    ):  # fmt: skip
        assert not [each for each in found(rule, model) if each.subject.id == 1], rule


def test_how_it_adds_up_follows_from_the_formula() -> None:
    entered_so, computed_so = (defined(aggregation=Aggregation.AVERAGE, expression=each) for each in ("", "{2} / {3}"))
    assert found(RuleId.AGGREGATION_WRONG, entered_so)
    assert found(RuleId.AGGREGATION_WRONG, computed_so) == []


def test_it_has_as_many_values_as_the_operand_with_the_fewest() -> None:
    (finding,) = (
        each for each in found(RuleId.TARGET_BASIS, computed("90 90 90 90 90 91", "99 98")) if each.subject.id == 1
    )
    assert finding.params["count"] == 2


def test_a_low_score_wants_a_plan_however_it_comes_about() -> None:
    assert [each.subject.id for each in found(RuleId.NO_ACTION, computed("45", "100")) if each.subject.id == 1] == [1]


def test_another_formula_or_scoring_inside_a_period_changes_what_was_agreed() -> None:
    before = kpi(1, computed("1 1", "1 1"))
    others = ({"expression": "{2} / {4}"}, {"scoring": Scoring(cap=Decimal(150))}, {"weight": Decimal(24)})
    changed = (with_version(before, date(2026, 11, 9), replace(before.definition, **other)) for other in others)
    assert [len(found(RuleId.CHANGED_INSIDE, with_kpi(each))) for each in changed] == [1, 1, 0]
