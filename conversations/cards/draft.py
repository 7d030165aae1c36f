"""A draft before it is published: the set as it would be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from conversations.texts import Texts
from conversations.view import Block, Table, Text
from kpi_engine.commands import NewKpi
from kpi_engine.measure.curve.points import points
from kpi_engine.measure.curve.scoring import curve_for
from kpi_engine.model.company import Department
from kpi_engine.model.kpi import Definition, Direction, KpiVersion, Perspective, Target, Unit
from kpi_engine.model.name import Name
from kpi_engine.model.scoring import AT_TARGET

ENOUGH = 3
"""Past values from which on it is worth saying how often a target would have been reached."""


def past_facts(texts: Texts, unit: Unit, past: Sequence[Decimal]) -> Text:
    """The last values as they were understood, with their best, worst and middle."""
    return Text(texts.say("build.past", unit=unit, past=past, ordered=sorted(past)))


def draft_table(
    texts: Texts,
    department: Department,
    goal: str,
    kpis: Sequence[NewKpi],
    past: Mapping[Name, Sequence[Decimal]],
    keep: Sequence[tuple[KpiVersion, Decimal]],
    parked: Sequence[Name],
    retired: Sequence[Name],
) -> list[Block]:
    """The whole set with weights and targets, how often each target was reached, what ends, what to think about."""
    kept = [(version.definition, weight, ()) for version, weight in keep]
    new = [(kpi.definition, kpi.definition.weight, past[kpi.definition.name]) for kpi in kpis]
    rows = tuple(
        (
            texts.name(definition.name),
            texts.format.target(definition.target, definition.unit),
            texts.format.number(weight),
            _reached(texts, definition, values),
        )
        for definition, weight, values in [*new, *kept]
    )
    columns = tuple(texts.label(f"columns.{key}") for key in ("kpi", "target", "weight", "reached"))
    missing = _missing_perspectives([definition for definition, _, _ in [*new, *kept]])
    actions = sum(len(kpi.actions) for kpi in kpis)
    notes = texts.say("build.notes", parked=parked, missing=missing, actions=actions, retired=retired)
    head = texts.say("build.summary", name=department.name, goal=goal)
    return [Text(head), Table(columns, rows, "lrrl"), Text(notes)]


def reached(direction: Direction, target: Target, past: Sequence[Decimal]) -> int:
    """In how many of the past periods the target would have been met."""
    curve = curve_for(direction, target)
    return sum(points(curve, value)[1] >= AT_TARGET for value in past)


def _reached(texts: Texts, definition: Definition, past: Sequence[Decimal]) -> str:
    if len(past) < ENOUGH:
        return ""
    times = reached(definition.direction, definition.target, past)
    return texts.plain("build.reached", times=times, of=len(past))


def _missing_perspectives(definitions: Sequence[Definition]) -> list[Perspective]:
    there = {definition.perspective for definition in definitions}
    return [perspective for perspective in Perspective if perspective not in there]
