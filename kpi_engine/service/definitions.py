"""What a definition must be before it is put in force."""

from __future__ import annotations

from dataclasses import replace

from kpi_engine.design.sets import check_definition
from kpi_engine.errors import Refusal
from kpi_engine.model.kpi import Definition, Unit
from kpi_engine.model.scoring import NamedLevels, Scoring
from kpi_engine.service import tidy
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import GoalRow, PersonRow


def checked(definition: Definition, scope: Scope) -> Definition:
    """The definition with tidy words.

    Refusals: unknown_person, person_inactive, unknown_goal, and those of names and of `design.sets.check_definition`.
    """
    name = tidy.names(definition.name)
    check_definition(replace(definition, name=name))
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


def _tidy_levels(scoring: Scoring) -> Scoring:
    match scoring.method:
        case NamedLevels(levels=levels):
            named = tuple(replace(level, name=tidy.names(level.name)) for level in levels)
            return replace(scoring, method=NamedLevels(named))
        case _:
            return scoring
