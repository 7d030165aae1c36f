"""A KPI set: those of a department, or of one person in it, that are measured together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from kpi_engine.design.match import alike
from kpi_engine.design.weights import WHOLE
from kpi_engine.errors import Refusal
from kpi_engine.measure.curve.direction import target_problem
from kpi_engine.measure.curve.problems import scoring_problems
from kpi_engine.model.kpi import Aggregation, Definition, KpiVersion, Target, UnitKind
from kpi_engine.model.name import Name


def standing(versions: Iterable[KpiVersion]) -> KpiVersion:
    """The version after which none is planned."""
    return max(versions, key=lambda version: (version.in_force, version.number))


def alive(kpis: Mapping[int, Sequence[KpiVersion]]) -> dict[int, KpiVersion]:
    """The standing version of each KPI that does not end."""
    now = {kpi_id: standing(versions) for kpi_id, versions in kpis.items()}
    return {kpi_id: version for kpi_id, version in now.items() if not version.retired}


def check_definition(definition: Definition) -> None:
    """Refusals: weight_range(kpi, weight), count_unit(kpi), cycle_shorter(kpi), and `check_target`'s."""
    check_weight(definition.name, definition.weight)
    if definition.aggregation is Aggregation.COUNT and definition.unit.kind is not UnitKind.COUNT:
        raise Refusal("count_unit", kpi=definition.name)
    if definition.cycle.rank < definition.frequency.rank:
        raise Refusal("cycle_shorter", kpi=definition.name)
    check_target(definition, definition.target)


def check_target(definition: Definition, target: Target) -> None:
    """What `target_problem` and `scoring_problems` of `measure.curve` name, each with the kpi."""
    if problem := target_problem(definition.direction, target):
        raise Refusal(problem, kpi=definition.name)
    if problems := scoring_problems(definition.direction, target, definition.scoring):
        raise Refusal(problems[0], kpi=definition.name)


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
