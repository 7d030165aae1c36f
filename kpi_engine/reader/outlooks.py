"""Where KPIs are going: pace inside a period, and targets for one to come."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from kpi_engine.calendar.period import Period
from kpi_engine.design.targets import SEED, Suggestion, TooFew, suggest
from kpi_engine.measure.forecast.past import history_of
from kpi_engine.measure.pace.pace import pace
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.model.pace import Pace
from kpi_engine.reader.kpis import holding
from kpi_engine.reader.records import Records, read_records
from kpi_engine.store.scope import Scope

MEMORY = timedelta(days=5 * 366)
"""What is older says nothing about what comes."""


def pace_of(scope: Scope, versions: Sequence[KpiVersion], period: Period, today: date) -> Pace | None:
    """The KPI's pace in the period; None where it is not measured in it."""
    records = _records(scope, versions, period)
    return pace(records.source(versions[0].kpi.id), period, records.book(today), SEED)


def suggestion_for(
    scope: Scope, versions: Sequence[KpiVersion], cycle: Period, today: date
) -> Suggestion | TooFew | None:
    """Levels for the cycle by what was measured before it, under the rule that holds today."""
    records = _records(scope, versions, cycle)
    version = holding(versions, today)
    history = history_of(version, records.source(version.kpi.id), cycle, records.book(today))
    if history is None:
        return TooFew(0, None)
    return suggest(history, cycle, version.definition.direction)


def _records(scope: Scope, versions: Sequence[KpiVersion], period: Period) -> Records:
    return read_records(scope, {versions[0].kpi.id: tuple(versions)}, period.start - MEMORY, period.end)
