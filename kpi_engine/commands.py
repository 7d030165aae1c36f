"""What one may ask the engine to do: one frozen value per command."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from kpi_engine.calendar.period import Period
from kpi_engine.calendar.presence import Presence
from kpi_engine.model.actual import ActualState, Channel, Reading
from kpi_engine.model.check import RuleId
from kpi_engine.model.company import Role
from kpi_engine.model.kpi import Definition
from kpi_engine.model.name import Language, Name
from kpi_engine.model.strategy import SwotKind


@dataclass(frozen=True, slots=True)
class SetUpCompany:
    """Names the company and gives it its first departments; said again, it adds what is new."""

    name: str
    time_zone: str
    departments: tuple[Name, ...]
    currency: str = "USD"
    country: str | None = None
    """Whose holidays are kept, in two letters; "" nobody's. None: as it is, or those of the new time zone's country."""
    year_start: int | None = None
    """The month (1 to 12) that begins the fiscal year; None: as it is, January in the beginning."""


@dataclass(frozen=True, slots=True)
class Hat:
    """A position to be filled: department, title and share of time (0 to 1)."""

    department_id: int
    title: Name
    share: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class AddMember:
    """Adds a person, or gives a person known by that name these hats and this role."""

    name: Name
    role: Role
    hats: tuple[Hat, ...]
    presence: Presence | None = None
    """When they join and leave, and their leave; None: as it is, always in the beginning."""


@dataclass(frozen=True, slots=True)
class RemoveMember:
    """Somebody leaves: what they did keeps their name. `keepers` are who enters from now on what they entered."""

    person_id: int
    keepers: tuple[tuple[int, int], ...] = ()
    """KPI and person, one for each KPI in force that the person enters."""
    reason: str = ""
    """Why somebody else enters them; needed where there are any."""


@dataclass(frozen=True, slots=True)
class NewGoal:
    """A company goal to be written down."""

    name: Name


@dataclass(frozen=True, slots=True)
class NewSwot:
    """A SWOT line to be written down."""

    kind: SwotKind
    text: str


@dataclass(frozen=True, slots=True)
class SetStrategy:
    """Replaces the company's goals and SWOT; goals that keep their name keep their identity."""

    goals: tuple[NewGoal, ...]
    swot: tuple[NewSwot, ...]


@dataclass(frozen=True, slots=True)
class PlannedAction:
    """An action of the plan that a KPI is published with."""

    text: str
    person_id: int
    due: date


@dataclass(frozen=True, slots=True)
class NewKpi:
    """A KPI of the draft: its definition, last known values and actions."""

    definition: Definition
    person_id: int | None = None
    """None: the department's."""
    past: tuple[tuple[Period, Reading], ...] = ()
    actions: tuple[PlannedAction, ...] = ()


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
class ReviseKpi:
    """A new version of a KPI from a date on; earlier periods keep theirs."""

    kpi_id: int
    definition: Definition
    in_force: date
    reason: str


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
class Entry:
    """One value for one KPI and period; a value already there is corrected."""

    kpi_id: int
    period: Period
    state: ActualState
    reading: Reading | None
    note: str = ""
    evidence: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class EnterActuals:
    """All values of one message: all of them are recorded, or none."""

    entries: tuple[Entry, ...]
    channel: Channel = Channel.CHAT


@dataclass(frozen=True, slots=True)
class ChooseLanguage:
    """The language in which the person reads from now on."""

    language: Language


@dataclass(frozen=True, slots=True)
class ChooseRanking:
    """Whether the person stands on leaderboards of people; who does not is not counted there either."""

    ranked: bool


@dataclass(frozen=True, slots=True)
class RankPeople:
    """Whether the company has a leaderboard of people; one of departments there always is."""

    on: bool


@dataclass(frozen=True, slots=True)
class Undo:
    """Takes back the last thing the person did that can be taken back."""


Command: TypeAlias = (
    SetUpCompany
    | AddMember
    | RemoveMember
    | SetStrategy
    | PublishKpis
    | ReviseKpi
    | MuteFinding
    | UnmuteFinding
    | EnterActuals
    | ChooseLanguage
    | ChooseRanking
    | RankPeople
    | Undo
)
