"""What one may ask about the KPIs of a department."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kpi_engine.calendar.period import Period
from kpi_engine.model.change import NewKpi
from kpi_engine.model.check import RuleId
from kpi_engine.model.kpi import Target
from kpi_engine.model.name import Name


@dataclass(frozen=True, slots=True)
class PublishKpis:
    """Puts a department's KPI set in force; the weights of the whole set must sum to 100.

    `goal` is what the department adds to the company goal `serves`. `keep` gives KPIs already in force their new
    weights, `retire` ends the others: all of them, so that none that came meanwhile ends unseen. `company_goal` is
    written down as the company's first goal, where there was none to serve.
    """

    department_id: int
    goal: str
    serves: int | None
    kpis: tuple[NewKpi, ...]
    company_goal: Name | None = None
    keep: tuple[tuple[int, Decimal], ...] = ()
    retire: tuple[int, ...] = ()
    in_force: date | None = None
    """None: from the first day of the current cycle of each KPI."""


@dataclass(frozen=True, slots=True)
class AgreeToKpi:
    """One agrees to a KPI that one enters or is measured by, or does not: then `word` says why not."""

    kpi_id: int
    agrees: bool
    word: str = ""


@dataclass(frozen=True, slots=True)
class MuteFinding:
    """What a rule of the check finds in a KPI is to be left alone, for a reason."""

    rule: RuleId
    kpi_id: int
    reason: str


@dataclass(frozen=True, slots=True)
class UnmuteFinding:
    """It is to be told again."""

    rule: RuleId
    kpi_id: int


@dataclass(frozen=True, slots=True)
class SetSeason:
    """Targets for cycles of one KPI, such as the months of a year: all of them, or none."""

    kpi_id: int
    targets: tuple[tuple[Period, Target], ...]
    reason: str
