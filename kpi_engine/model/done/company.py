"""What commands about the company as a whole have done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kpi_engine.model.agreement import Agreement, Terms
from kpi_engine.model.company import Company, Department
from kpi_engine.model.strategy import Goal, SwotEntry


@dataclass(frozen=True, slots=True)
class CompanySetUp:
    """The company as it is now, with all its departments."""

    company: Company
    departments: tuple[Department, ...]


@dataclass(frozen=True, slots=True)
class SettingsChanged:
    """The company as it was and as it is."""

    before: Company
    company: Company
    today: date


@dataclass(frozen=True, slots=True)
class StrategySet:
    """The company's goals and SWOT as they are now."""

    goals: tuple[Goal, ...]
    swot: tuple[SwotEntry, ...]


@dataclass(frozen=True, slots=True)
class PeopleRanked:
    """Whether there is a leaderboard of people from now on."""

    on: bool


@dataclass(frozen=True, slots=True)
class Agreed:
    """What holds for totals from now on, and what was to hold before."""

    agreement: Agreement
    before: Terms | None
    """None where nothing of the kind was agreed."""
