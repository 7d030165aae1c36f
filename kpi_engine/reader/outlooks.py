"""Where KPIs are going: pace inside a period, and targets for one to come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from kpi_engine.calendar.period import Period
from kpi_engine.design.targets import SEED, Suggestion, TooFew, suggest
from kpi_engine.measure.forecast.past import to_judge_by
from kpi_engine.measure.pace.pace import pace
from kpi_engine.measure.score.card import own_lines
from kpi_engine.model.company import Actor
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.model.pace import Pace
from kpi_engine.model.score import Scorecard
from kpi_engine.reader.kpis import holding, in_sight
from kpi_engine.reader.records import Records, read_records
from kpi_engine.store.scope import Scope

MEMORY = timedelta(days=5 * 366)
"""What is older says nothing about what comes."""


def pace_of(scope: Scope, versions: Sequence[KpiVersion], period: Period, today: date) -> Pace | None:
    """The KPI's pace in the period; None where it is not measured in it."""
    return _pace(_records(scope, [versions], period), versions[0].kpi.id, period, today)


def paces_of(scope: Scope, actor: Actor, card: Scorecard, today: date) -> dict[int, Pace]:
    """The pace of each of the card's own KPIs that the actor may see, by its id; from records read at once."""
    versions = in_sight(scope, actor, today, {line.version.kpi.id for line in own_lines(card)})
    records = _records(scope, versions.values(), card.period)
    found = ((kpi_id, _pace(records, kpi_id, card.period, today)) for kpi_id in versions)
    return {kpi_id: pace for kpi_id, pace in found if pace}


def suggestion_for(
    scope: Scope, versions: Sequence[KpiVersion], cycle: Period, today: date
) -> Suggestion | TooFew | None:
    """Levels for the cycle by what was measured before it, under the rule that holds today."""
    records = _records(scope, [versions], cycle)
    version = holding(versions, today)
    history = to_judge_by(version, records.sources[version.kpi.id], cycle, records.book(today))
    if history is None:
        return TooFew(0, None)
    return suggest(history, cycle, version.definition.direction)


def _records(scope: Scope, kpis: Iterable[Sequence[KpiVersion]], period: Period) -> Records:
    versions = {each[0].kpi.id: tuple(each) for each in kpis}
    return read_records(scope, versions, period.start - MEMORY, period.end)


def _pace(records: Records, kpi_id: int, period: Period, today: date) -> Pace | None:
    return pace(records.sources[kpi_id], period, records.book(today), SEED)
