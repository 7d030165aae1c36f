"""A value that somebody should enter."""

from __future__ import annotations

from dataclasses import dataclass

from kpi_engine.calendar.period import Period
from kpi_engine.model.actual import Actual
from kpi_engine.model.company import Person
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.model.name import Name


@dataclass(frozen=True, slots=True)
class Owed:
    """The KPI and the period without a value; `last` is the value of the latest period before it that has one."""

    version: KpiVersion
    period: Period
    last: Actual | None


@dataclass(frozen=True, slots=True)
class Owes:
    """Somebody whose values are not in."""

    person: Person
    values: tuple[Owed, ...]


@dataclass(frozen=True, slots=True)
class Missed:
    """Somebody who could use a hand: of these KPIs so many values in a row are missing."""

    person: Person
    kpis: tuple[Name, ...]
    times: int
