"""What somebody is asked about KPIs that are red, or were, and what was said of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from kpi_engine.model.cause import NOTHING_RED, Explained, Reds
from kpi_engine.model.company import Actor, Person
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.model.score import KpiScore
from kpi_engine.reader.kpis import holding, in_sight
from kpi_engine.reader.records import read_records
from kpi_engine.store import load, values
from kpi_engine.store.causes import explained, put_off
from kpi_engine.store.load import Versions
from kpi_engine.store.scope import Scope
from kpi_engine.upkeep.red import reds


def reds_of(scope: Scope, person: Person, today: date, kpi_ids: Collection[int] | None = None) -> Reds:
    """Of the KPIs that the person answers for (of these only, if they are given); nothing while they are away."""
    mine = _answered_for(scope, person, today, kpi_ids) if person.presence.holds(today) else {}
    if not mine:
        return NOTHING_RED
    ids = list(mine)
    return reds(_lines(scope, mine, today), explained(scope, ids), put_off(scope, ids))


def causes_of(scope: Scope, actor: Actor, today: date, kpi_ids: Collection[int]) -> tuple[Explained, ...]:
    """What was said of those of these KPIs that the actor may see, the oldest cycle first."""
    seen = in_sight(scope, actor, today, kpi_ids)
    return explained(scope, seen) if seen else ()


def _answered_for(scope: Scope, person: Person, today: date, kpi_ids: Collection[int] | None) -> Versions:
    every = load.versions_with(scope, load.entered_by(scope, person.id) if kpi_ids is None else kpi_ids)
    return {id: versions for id, versions in every.items() if _is_answered_by(person, holding(versions, today))}


def _is_answered_by(person: Person, version: KpiVersion) -> bool:
    return version.definition.owner_id == person.id and not version.retired


def _lines(scope: Scope, every: Versions, today: date) -> Iterator[KpiScore]:
    """Of the cycle before and the one that runs."""
    calendar = values.calendar(scope.company())
    cycles = {id: calendar.holding(today, holding(versions, today).definition.cycle) for id, versions in every.items()}
    since = min(cycle.previous().start for cycle in cycles.values())
    records = read_records(scope, every, since, max(cycle.end for cycle in cycles.values()))
    for kpi_id, cycle in cycles.items():
        yield from _scored(records.score(kpi_id, each, today) for each in (cycle.previous(), cycle))


def _scored(lines: Iterator[KpiScore | None]) -> Iterator[KpiScore]:
    yield from (line for line in lines if line)
