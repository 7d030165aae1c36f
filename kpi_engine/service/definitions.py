"""What a definition must be before it is put in force."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from kpi_engine.design.weights import WHOLE
from kpi_engine.errors import Refusal
from kpi_engine.measure.curve.direction import target_problem
from kpi_engine.measure.curve.problems import scoring_problems
from kpi_engine.model.kpi import Aggregation, Definition, KpiVersion, Unit, UnitKind
from kpi_engine.model.scoring import NamedLevels, Scoring
from kpi_engine.service import tidy
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import GoalRow, PersonRow


def checked(definition: Definition, scope: Scope) -> Definition:
    """The definition with tidy words.

    Refusals: weight_range, count_unit, cycle_shorter, unknown_person, person_inactive, unknown_goal, what
    `measure.curve.direction.target_problem` and `measure.curve.problems.scoring_problems` name, and those of names.
    """
    name = tidy.names(definition.name)
    if not definition.weight.is_finite() or not 0 < definition.weight <= WHOLE:
        raise Refusal("weight_range", kpi=name, weight=definition.weight)
    if definition.aggregation is Aggregation.COUNT and definition.unit.kind is not UnitKind.COUNT:
        raise Refusal("count_unit", kpi=name)
    if definition.cycle.rank < definition.frequency.rank:
        raise Refusal("cycle_shorter", kpi=name)
    if problem := target_problem(definition.direction, definition.target):
        raise Refusal(problem, kpi=name)
    if problems := scoring_problems(definition.direction, definition.target, definition.scoring):
        raise Refusal(problems[0], kpi=name)
    active_person(scope, definition.owner_id)
    if definition.goal_id is not None:
        scope.find(GoalRow, definition.goal_id, "unknown_goal")
    return replace(
        definition,
        name=name,
        unit=Unit(definition.unit.kind, tidy.remarks(definition.unit.label)),
        formula=tidy.remarks(definition.formula),
        source=tidy.remarks(definition.source),
        scoring=_tidy_levels(definition.scoring),
    )


def active_person(scope: Scope, person_id: int) -> PersonRow:
    """The person; Refusal("unknown_person") or ("person_inactive", person)."""
    person = scope.find(PersonRow, person_id, "unknown_person")
    if not person.active:
        raise Refusal("person_inactive", person=person.name)
    return person


def check_weights(weights: Iterable[Decimal]) -> None:
    """Refusal("weights_sum", total) unless they make 100."""
    total = sum(weights, Decimal(0))
    if total != WHOLE:
        raise Refusal("weights_sum", total=total)


def standing(versions: Iterable[KpiVersion]) -> KpiVersion:
    """The version after which none is planned."""
    return max(versions, key=lambda version: (version.in_force, version.number))


def _tidy_levels(scoring: Scoring) -> Scoring:
    match scoring.method:
        case NamedLevels(levels=levels):
            named = tuple(replace(level, name=tidy.names(level.name)) for level in levels)
            return replace(scoring, method=NamedLevels(named))
        case _:
            return scoring
