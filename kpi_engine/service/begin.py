"""A KPI begins: its identity, its first version, the values known already and its action plan."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kpi_engine.commands import Entry, NewKpi
from kpi_engine.model.actual import ActualState, Channel
from kpi_engine.model.kpi import Definition, KpiVersion
from kpi_engine.service.actions import write_action
from kpi_engine.service.lines import append
from kpi_engine.service.versions import add_version
from kpi_engine.store.tables import KpiRow
from kpi_engine.store.work import Work


def identities(work: Work, department_id: int, drafts: Iterable[NewKpi]) -> list[KpiRow]:
    """The KPIs of the drafts have their ids before any of them begins: the formula of one may name another."""
    rows = [
        KpiRow(company_id=work.actor.company_id, department_id=department_id, person_id=draft.person_id)
        for draft in drafts
    ]
    work.session.add_all(rows)
    work.session.flush()
    return rows


def begin_kpi(
    work: Work, kpi: KpiRow, draft: NewKpi, definition: Definition, in_force: date, reason: str = ""
) -> KpiVersion:
    """The first version of the draft's KPI, as defined."""
    version = add_version(work, kpi, definition, in_force, reason)
    past = [Entry(kpi.id, period, ActualState.OK, reading) for period, reading in draft.past]
    append(work, past, Channel.CHAT)
    for action in draft.actions:
        write_action(work, action, kpi.department_id, kpi.id)
    return version
