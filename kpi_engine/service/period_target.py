"""The target of one cycle in particular."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import delete, select

from kpi_engine.calendar.period import Period
from kpi_engine.design.outcome import PeriodTargetChange
from kpi_engine.errors import Refusal
from kpi_engine.model.audit import FieldChange
from kpi_engine.model.kpi import Target
from kpi_engine.reader.closed import check_cycle
from kpi_engine.service.scoring import rescore_since
from kpi_engine.store import load
from kpi_engine.store.tables import KpiRow, PeriodTargetRow
from kpi_engine.store.work import Work


def write_target(work: Work, kpi_id: int, cycle: Period, target: Target | None) -> None:
    """From now on the cycle has this target, or none of its own."""
    row = _row(work, kpi_id, cycle)
    if target is None:
        work.session.execute(delete(PeriodTargetRow).where(PeriodTargetRow.id == (row and row.id)))
    elif row is not None:
        row.target = target
    else:
        new = {"kpi_id": kpi_id, "kind": cycle.kind, "period_start": cycle.start, "target": target}
        work.session.add(PeriodTargetRow(company_id=work.actor.company_id, **new))
    work.session.flush()


def restore_target(work: Work, kpi_id: int, cycle: Period, before: Target | None, after: Target | None) -> None:
    """What was agreed before; Refusal("changed_since", what) or ("period_closed", period, by)."""
    work.scope.hold(KpiRow, [kpi_id])
    row, now = _row(work, kpi_id, cycle), load.versions_of(work.scope, kpi_id)[-1]
    if (row and row.target) != after:
        raise Refusal("changed_since", what=now.definition.name)
    check_cycle(work.scope, now.kpi, cycle)
    write_target(work, kpi_id, cycle, before)
    rescore_since(work, {kpi_id: cycle.start})


def target_changed(target: PeriodTargetChange, reason: str) -> Iterator[FieldChange]:
    """What the audit log says of it: the target that holds in the cycle, and why."""
    name, own = target.version.definition.name, target.version.definition.target
    yield FieldChange(name, "period_target.target", target.before or own, target.after or own, target.cycle)
    yield FieldChange(name, "version.reason", None, reason, target.cycle)


def _row(work: Work, kpi_id: int, cycle: Period) -> PeriodTargetRow | None:
    of_kpi = select(PeriodTargetRow).where(PeriodTargetRow.kpi_id == kpi_id)
    these = PeriodTargetRow.kind == cycle.kind, PeriodTargetRow.period_start == cycle.start
    return next(iter(work.scope.all(of_kpi.where(*these))), None)
