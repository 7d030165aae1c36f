"""Which KPIs are too new to be judged by values and by what is done about them, and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kpi_engine.calendar.late import late_from
from kpi_engine.calendar.period import PeriodKind
from kpi_engine.design.check.model import Model
from kpi_engine.design.check.record import KpiRecord
from kpi_engine.model.kpi import KpiVersion


@dataclass(frozen=True, slots=True)
class Young:
    """A KPI that is too new, and the day from which it is judged."""

    version: KpiVersion
    judged_from: date


def young(model: Model) -> tuple[Young, ...]:
    """Every KPI that is too new today."""
    return tuple(Young(each.version, judged_from(model, each)) for each in model.kpis if is_young(model, each))


def is_young(model: Model, record: KpiRecord) -> bool:
    """Whether no period has passed yet in which it could have shown anything."""
    return model.today < judged_from(model, record)


def judged_from(model: Model, record: KpiRecord) -> date:
    """When its first whole month, or period of a longer rhythm, is over and a value for it would come late."""
    kind = max(PeriodKind.MONTH, record.definition.frequency, key=lambda one: one.rank)
    first = model.company.calendar.holding(record.asked_since, kind)
    whole = first if first.start == record.asked_since else first.next()
    return late_from(whole, model.company.calendar)
