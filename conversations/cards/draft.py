"""A draft before it is published: the set as it would be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from conversations.texts import Texts
from conversations.view import Block, Table, Text
from kpi_engine.commands import NewKpi
from kpi_engine.design.level import Level
from kpi_engine.measure.curve.points import points
from kpi_engine.measure.curve.scoring import curve_for
from kpi_engine.model.kpi import Definition, Direction, KpiVersion, Perspective, Target
from kpi_engine.model.name import Name
from kpi_engine.model.scoring import AT_TARGET

ENOUGH = 3
"""Past values from which on it is worth saying how often a target would have been reached."""

_COLUMNS = ("kpi", "target", "weight", "reached")
"""The last one only where there are values to tell it from."""


@dataclass(frozen=True, slots=True)
class DraftPage:
    """What would be in force: new KPIs with what is known of their past, those that stay, and those that don't."""

    name: Name
    """Whose it is."""
    goal: str
    kpis: Sequence[NewKpi]
    past: Mapping[Name, Sequence[Decimal]]
    levels: Mapping[Name, Level]
    """How likely each target is, where there are values enough."""
    keep: Sequence[tuple[KpiVersion, Decimal]]
    parked: Sequence[Name]
    retired: Sequence[Name]

    @property
    def definitions(self) -> list[tuple[Definition, Decimal]]:
        """Every KPI with its weight, the new ones first."""
        new = [(kpi.definition, kpi.definition.weight) for kpi in self.kpis]
        return [*new, *((version.definition, weight) for version, weight in self.keep)]


def draft_table(texts: Texts, draft: DraftPage) -> list[Block]:
    """The whole set with weights and targets, how often each target was reached, what ends, what to think about."""
    rows = tuple(
        (
            texts.name(definition.name),
            texts.format.agreed(definition.target, definition.unit),
            texts.format.number(weight),
            _reached(texts, draft, definition),
        )
        for definition, weight in draft.definitions
    )
    columns = _COLUMNS if any(row[-1] for row in rows) else _COLUMNS[:-1]
    named = tuple(texts.label(f"columns.{key}") for key in columns)
    missing = _missing_perspectives([definition for definition, _ in draft.definitions])
    actions = sum(len(kpi.actions) for kpi in draft.kpis)
    notes = texts.say("build.notes", parked=draft.parked, missing=missing, actions=actions, retired=draft.retired)
    head = texts.say("build.summary", name=draft.name, goal=draft.goal)
    return [Text(head), Table(named, tuple(row[: len(columns)] for row in rows), "lrrl"[: len(columns)]), Text(notes)]


def reached(direction: Direction, target: Target, past: Sequence[Decimal]) -> int:
    """In how many of the past periods the target would have been met."""
    curve = curve_for(direction, target)
    return sum(points(curve, value)[1] >= AT_TARGET for value in past)


def _reached(texts: Texts, draft: DraftPage, definition: Definition) -> str:
    past = draft.past.get(definition.name, ())
    if len(past) < ENOUGH:
        return ""
    times, level = reached(definition.direction, definition.target, past), draft.levels.get(definition.name)
    return texts.plain("build.reached", times=times, of=len(past), level=level)


def _missing_perspectives(definitions: Sequence[Definition]) -> list[Perspective]:
    there = {definition.perspective for definition in definitions}
    return [perspective for perspective in Perspective if perspective not in there]
