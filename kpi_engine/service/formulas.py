"""Formulas of a company's KPIs, beside all that stands in its records."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from kpi_engine.design import formulas
from kpi_engine.design.sets import alive
from kpi_engine.model.kpi import Definition, Kpi
from kpi_engine.store import load
from kpi_engine.store.work import Work


def resolved(work: Work, drafts: Mapping[Kpi, Definition], leaving: Collection[int] = ()) -> dict[Kpi, Definition]:
    """The definitions as they are kept; no formula may name a KPI that is leaving.

    Refusals: those of `design.formulas.resolved`.
    """
    standing = alive(load.versions(work.scope))
    return formulas.resolved({id: one for id, one in standing.items() if id not in leaving}, drafts)


def check_formulas(work: Work) -> None:
    """After a change: every formula still holds. Refusals: those of `design.formulas.check_formulas`."""
    standing = alive(load.versions(work.scope))
    formulas.check_formulas({id: version.definition for id, version in standing.items()})
