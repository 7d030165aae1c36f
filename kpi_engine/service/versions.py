"""Writing versions, and taking them back."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from sqlalchemy import func, select, update

from kpi_engine.errors import Refusal
from kpi_engine.model.kpi import Definition, KpiVersion
from kpi_engine.reader.closed import check_versions
from kpi_engine.service.formulas import check_formulas
from kpi_engine.service.scoring import rescore_since
from kpi_engine.store import load, values
from kpi_engine.store.tables import KpiRow, KpiVersionRow
from kpi_engine.store.work import Work


def add_version(
    work: Work,
    kpi: KpiRow,
    definition: Definition,
    in_force: date,
    reason: str = "",
    *,
    retired: bool = False,
) -> KpiVersion:
    """The KPI's next version; Refusal("period_closed", period, by) where it would change what is closed."""
    row = KpiVersionRow(
        company_id=work.actor.company_id,
        kpi_id=kpi.id,
        number=_last_number(work, kpi.id) + 1,
        in_force=in_force,
        retired=retired,
        withdrawn=False,
        reason=reason,
        author_id=work.actor.person.id,
        published_at=work.now,
        **values.columns(definition),
    )
    work.session.add(row)
    work.session.flush()
    version = values.version(row, kpi)
    check_versions(work.scope, [version])
    return version


def withdraw(work: Work, version_ids: Collection[int]) -> None:
    """Takes versions back, so that those before them are in force again.

    Refusals: changed_since(what), period_closed(period, by), and those of formulas that need what is taken back.
    """
    rows = work.scope.all(select(KpiVersionRow).where(work.scope.among(KpiVersionRow.id, version_ids)))
    kpi_ids = {row.kpi_id for row in rows}
    work.scope.hold(KpiRow, kpi_ids)
    _check_last(work, rows)
    _check_open(work, version_ids)
    work.session.execute(update(KpiVersionRow).where(KpiVersionRow.id.in_(version_ids)).values(withdrawn=True))
    check_formulas(work)
    rescore_since(work, {row.kpi_id: row.in_force for row in rows})


def _check_last(work: Work, rows: Iterable[KpiVersionRow]) -> None:
    ours = {row.id for row in rows}
    for versions in load.versions_with(work.scope, {row.kpi_id for row in rows}).values():
        if versions[-1].id not in ours:
            raise Refusal("changed_since", what=versions[-1].definition.name)


def _check_open(work: Work, version_ids: Collection[int]) -> None:
    found = load.versions(work.scope, work.scope.among(KpiVersionRow.id, version_ids))
    check_versions(work.scope, [version for versions in found.values() for version in versions])


def _last_number(work: Work, kpi_id: int) -> int:
    numbers = select(func.max(KpiVersionRow.number)).where(KpiVersionRow.kpi_id == kpi_id)
    return work.session.scalar(numbers) or 0
