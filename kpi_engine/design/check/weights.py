"""Do the weights of a set make a whole, and does each of them count?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kpi_engine.design.bounds import LEAST, MOST, MOST_SMALL
from kpi_engine.design.check.finding import Finding, Fix, Question, Topic
from kpi_engine.design.check.mend import of_kpi, of_set, reweigh, weights_of
from kpi_engine.design.check.model import KpiSet, Model
from kpi_engine.design.weights import STEP, WHOLE, add_up, share
from kpi_engine.measure.exact import divide
from kpi_engine.model.check import RuleId


def weights_sum(model: Model) -> Iterator[Finding]:
    """The weights of a set make 100."""
    for kpi_set in model.sets():
        weights = [record.definition.weight for record in kpi_set.kpis]
        if not add_up(weights):
            yield of_set(RuleId.WEIGHTS_SUM, kpi_set, _normalised(model, kpi_set), total=sum(weights, Decimal(0)))


def weight_range(model: Model) -> Iterator[Finding]:
    """A weight is neither too small to matter nor so large that the rest does not; few KPIs may weigh more."""
    for kpi_set in model.sets():
        most = max(MOST_SMALL if model.is_small else MOST, divide(WHOLE, Decimal(len(kpi_set.kpis))) + STEP)
        for record in kpi_set.kpis:
            weight = record.definition.weight
            if not LEAST <= weight <= most:
                params = {"weight": weight, "small": weight < LEAST}
                yield of_kpi(RuleId.WEIGHT_RANGE, record, Question(Topic.WEIGHTS), **params)


def _normalised(model: Model, kpi_set: KpiSet) -> Fix:
    weights = weights_of(kpi_set)
    points = [max(weight, Decimal(0)) for weight in weights.values()]
    if not any(points):
        return Question(Topic.WEIGHTS)
    return reweigh(model, kpi_set, dict(zip(weights, share(points), strict=True)))
