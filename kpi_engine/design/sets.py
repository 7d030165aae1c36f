"""A KPI set: those of a department, or of one person in it, that are measured together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from kpi_engine.design.match import alike
from kpi_engine.design.weights import WHOLE
from kpi_engine.errors import Refusal
from kpi_engine.measure.curve import target_problem
from kpi_engine.model.kpi import Definition, KpiVersion
from kpi_engine.model.name import Name


def standing(versions: Iterable[KpiVersion]) -> KpiVersion:
    """The version after which none is planned."""
    return max(versions, key=lambda version: (version.in_force, version.number))


def alive(kpis: Mapping[int, Sequence[KpiVersion]]) -> dict[int, KpiVersion]:
    """The standing version of each KPI that does not end."""
    now = {kpi_id: standing(versions) for kpi_id, versions in kpis.items()}
    return {kpi_id: version for kpi_id, version in now.items() if not version.retired}


def check_definition(definition: Definition) -> None:
    """Refusals: weight_range(kpi, weight), cycle_shorter(kpi), and what `measure.curve.target_problem` names."""
    check_weight(definition.name, definition.weight)
    if definition.cycle.rank < definition.frequency.rank:
        raise Refusal("cycle_shorter", kpi=definition.name)
    if problem := target_problem(definition.direction, definition.target):
        raise Refusal(problem, kpi=definition.name)


def check_names(names: Sequence[Name]) -> None:
    """Refusal("kpi_name_taken", kpi) where two are called alike."""
    for place, name in enumerate(names):
        if any(alike(name, other) for other in names[:place]):
            raise Refusal("kpi_name_taken", kpi=name)


def check_weight(name: Name, weight: Decimal) -> None:
    """Refusal("weight_range", kpi, weight) unless it is more than 0 and at most 100."""
    if not weight.is_finite() or not 0 < weight <= WHOLE:
        raise Refusal("weight_range", kpi=name, weight=weight)


def check_weights(weights: Iterable[Decimal]) -> None:
    """Refusal("weights_sum", total) unless they make 100."""
    total = sum(weights, Decimal(0))
    if total != WHOLE:
        raise Refusal("weights_sum", total=total)
