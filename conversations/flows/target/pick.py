"""Which KPI a target is about, where none is named."""

from __future__ import annotations

from conversations.ask import Ask
from conversations.choice_fields import record_id, record_value
from conversations.forms import choice, form
from conversations.view import Option
from kpi_engine.commands import ReviseKpi
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.rights import Place, may


@form
class TargetOf:
    """The KPI."""

    kpi: str = choice()


def picked(ask: Ask) -> KpiVersion:
    """One of those that the person answers for; where there are none, any that they see."""
    every = ask.know.kpis()
    mine = [version for version in every if _is_mine(ask, version)] or every
    departments = {found.id: ask.texts.name(found.name) for found in ask.know.departments()}
    options = [
        Option(
            record_value(version.kpi.id),
            ask.texts.name(version.definition.name),
            departments[version.kpi.department_id],
        )
        for version in mine
    ]
    chosen = int(record_id(ask(TargetOf, options={"kpi": options}).kpi))
    return next(version for version in every if version.kpi.id == chosen)


def _is_mine(ask: Ask, version: KpiVersion) -> bool:
    return version.definition.owner_id == ask.me.id or may(ask.me, ReviseKpi, Place(version.kpi.department_id))
