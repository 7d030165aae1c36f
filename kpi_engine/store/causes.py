"""Queries for causes."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select

from kpi_engine.calendar.period import Period
from kpi_engine.model.cause import Cause, Explained
from kpi_engine.store import values
from kpi_engine.store.actions import actions
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import ActionRow, CauseRow, PutOffRow


def explained(scope: Scope, kpi_ids: Iterable[int]) -> tuple[Explained, ...]:
    """What was said of these KPIs, the oldest cycle first."""
    rows = scope.all(
        select(CauseRow).where(scope.among(CauseRow.kpi_id, kpi_ids)).order_by(CauseRow.period_start, CauseRow.id)
    )
    ids = [row.action_id for row in rows if row.action_id is not None]
    done = {each.id: each for each in actions(scope, scope.among(ActionRow.id, ids))} if ids else {}
    calendar = values.calendar(scope.company())
    return tuple(Explained(_cause(row, calendar.year_start), done.get(row.action_id or 0)) for row in rows)


def put_off(scope: Scope, kpi_ids: Iterable[int]) -> frozenset[tuple[int, Period]]:
    """The cycles of these KPIs of which nothing is to be asked any more."""
    rows = scope.all(select(PutOffRow).where(scope.among(PutOffRow.kpi_id, kpi_ids)))
    year_start = values.calendar(scope.company()).year_start
    return frozenset((row.kpi_id, Period(row.period_start, row.kind, year_start)) for row in rows)


def row_of(scope: Scope, kpi_id: int, period: Period) -> CauseRow | None:
    """The row of that cycle."""
    these = CauseRow.kpi_id == kpi_id, CauseRow.kind == period.kind, CauseRow.period_start == period.start
    return next(iter(scope.all(select(CauseRow).where(*these))), None)


def cause_of(scope: Scope, kpi_id: int, period: Period) -> Cause | None:
    """What was said of that cycle."""
    row = row_of(scope, kpi_id, period)
    return _cause(row, period.year_start) if row else None


def _cause(row: CauseRow, year_start: int) -> Cause:
    period = Period(row.period_start, row.kind, year_start)
    return Cause(row.kpi_id, period, row.cause, row.author_id, row.said_on, row.action_id, row.verdict)
