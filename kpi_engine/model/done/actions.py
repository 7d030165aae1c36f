"""What commands about action plans and causes have done."""

from __future__ import annotations

from dataclasses import dataclass

from kpi_engine.calendar.period import Period
from kpi_engine.model.action import Action
from kpi_engine.model.audit import Deed
from kpi_engine.model.cause import Explained
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.model.name import Name


@dataclass(frozen=True, slots=True)
class Acted:
    """An action after it was planned, put off, given to somebody else or closed."""

    deed: Deed
    action: Action
    person: Name
    """Who does it."""
    about: Name
    """The KPI or the department that it is for."""


@dataclass(frozen=True, slots=True)
class RedExplained:
    """Why a KPI was red, and what is done about it, after it was said or looked at again."""

    deed: Deed
    version: KpiVersion
    explained: Explained


@dataclass(frozen=True, slots=True)
class RedPutOff:
    """A KPI of whose red cycle nothing is asked any more."""

    version: KpiVersion
    period: Period
