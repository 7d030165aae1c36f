"""The record of KPIs that one may see: what was entered, and what stands."""

from __future__ import annotations

from collections.abc import Sequence

from kpi_engine.calendar.period import Period
from kpi_engine.model.actual import Actual
from kpi_engine.model.company import Actor
from kpi_engine.reader.kpis import visible
from kpi_engine.store import record
from kpi_engine.store.scope import Scope


def every_line(scope: Scope, actor: Actor, kpi_id: int) -> tuple[Actual, ...]:
    """Every line of the KPI's record, newest first; refused with unknown_kpi or not_allowed(by), as all of these."""
    visible(scope, actor, kpi_id)
    return record.all_actuals(scope, kpi_id)


def current(scope: Scope, actor: Actor, kpi_id: int) -> tuple[Actual, ...]:
    """What stands for each period now, oldest first."""
    visible(scope, actor, kpi_id)
    return record.current_actuals(scope, [kpi_id]).get(kpi_id, ())


def recent(scope: Scope, actor: Actor, kpi_id: int, n: int) -> tuple[Actual, ...]:
    """The last n values, oldest first."""
    visible(scope, actor, kpi_id)
    return record.recent_actuals(scope, kpi_id, n)


def standing(scope: Scope, actor: Actor, spots: Sequence[tuple[int, Period]]) -> dict[tuple[int, Period], Actual]:
    """What stands for each of these KPIs and periods for which anything does that was not withdrawn."""
    for kpi_id in {kpi_id for kpi_id, _ in spots}:
        visible(scope, actor, kpi_id)
    return record.standing(scope, spots)
