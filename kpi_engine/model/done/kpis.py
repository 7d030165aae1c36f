"""What commands about KPIs, their weights and targets have done."""

from __future__ import annotations

from dataclasses import dataclass

from kpi_engine.calendar.period import Period
from kpi_engine.model.action import Action
from kpi_engine.model.check import Mute, RuleId
from kpi_engine.model.company import Department, Person
from kpi_engine.model.consent import Consent
from kpi_engine.model.kpi import KpiVersion, PeriodTarget, Target
from kpi_engine.model.strategy import Goal


@dataclass(frozen=True, slots=True)
class Onward:
    """What is useful next for whoever put KPIs in force."""

    owes: bool
    """Whether they owe a value today."""
    absent: Person | None = None
    """Who enters values of these KPIs and has not come to the bot yet, where they may be invited."""
    bare: Department | None = None
    """The next department without KPIs, where they may build some."""


@dataclass(frozen=True, slots=True)
class Published:
    """The department's KPIs as they are now, and those that are no longer measured."""

    department: Department
    goal: Goal
    versions: tuple[KpiVersion, ...]
    retired: tuple[KpiVersion, ...]
    onward: Onward
    person: Person | None = None
    """Whose they are, where the set is one person's."""
    actions: tuple[Action, ...] = ()
    """What was agreed to be done about the new ones."""


@dataclass(frozen=True, slots=True)
class Revised:
    """The version that takes over, and the one it takes over from."""

    version: KpiVersion
    previous: KpiVersion
    kept: tuple[PeriodTarget, ...] = ()
    """Where the target is another one: the cycles from then on that keep one of their own, earliest first."""


@dataclass(frozen=True, slots=True)
class SetChanged:
    """The versions that a set got (new weights, a new KPI, one that ends), and those that they take over from."""

    versions: tuple[KpiVersion, ...]
    previous: tuple[KpiVersion, ...]


@dataclass(frozen=True, slots=True)
class PeriodTargetSet:
    """The target of one cycle as it is now, and as it was."""

    version: KpiVersion
    cycle: Period
    target: Target
    previous: Target


@dataclass(frozen=True, slots=True)
class SeasonSet:
    """The cycles whose target is another one now, with it."""

    version: KpiVersion
    targets: tuple[tuple[Period, Target], ...]


@dataclass(frozen=True, slots=True)
class Consented:
    """What somebody said of a KPI."""

    version: KpiVersion
    consent: Consent


@dataclass(frozen=True, slots=True)
class Muted:
    """What a rule finds in this KPI is left alone from now on."""

    version: KpiVersion
    mute: Mute


@dataclass(frozen=True, slots=True)
class Unmuted:
    """It is told again."""

    version: KpiVersion
    rule: RuleId
