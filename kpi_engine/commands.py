"""What one may ask the engine to do: one frozen value per command."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from kpi_engine.calendar.period import Period
from kpi_engine.calendar.presence import Presence
from kpi_engine.model.actual import ActualState, Channel, Reading
from kpi_engine.model.change import (
    AddKpi,
    Change,
    NewKpi,
    PlannedAction,
    RetireKpi,
    ReviseKpi,
    SetPeriodTarget,
    SetWeights,
)
from kpi_engine.model.check import RuleId
from kpi_engine.model.company import Role
from kpi_engine.model.name import Language, Name
from kpi_engine.model.proposal import Ballot
from kpi_engine.model.score import Subject
from kpi_engine.model.strategy import SwotKind
from kpi_engine.model.total import Adjustment

__all__ = [
    "AcknowledgeReview",
    "AddKpi",
    "AddMember",
    "ChooseLanguage",
    "ClosePeriod",
    "Command",
    "CommentOnProposal",
    "CommentOnReview",
    "CompanyCommand",
    "DecideProposal",
    "EnterActuals",
    "Entry",
    "Hat",
    "NewGoal",
    "NewKpi",
    "NewSwot",
    "PlannedAction",
    "ProposalCommand",
    "Propose",
    "PublishKpis",
    "ReopenPeriod",
    "RetireKpi",
    "ReviewCommand",
    "ReviseKpi",
    "SetPeriodTarget",
    "SetStrategy",
    "SetUpCompany",
    "SetWeights",
    "StartReview",
    "Undo",
    "VoteOnProposal",
    "WithdrawProposal",
]


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
class Propose:
    """Puts a change before the department: others vote and comment, its head decides."""

    change: Change


@dataclass(frozen=True, slots=True)
class VoteOnProposal:
    """One's vote; said again, it replaces the one before."""

    proposal_id: int
    ballot: Ballot


@dataclass(frozen=True, slots=True)
class CommentOnProposal:
    """A comment; with `instead_of` it replaces one of one's own."""

    proposal_id: int
    text: str
    instead_of: int | None = None


@dataclass(frozen=True, slots=True)
class DecideProposal:
    """Accepts a proposal, which carries the change out, or declines it with a reason."""

    proposal_id: int
    accept: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class WithdrawProposal:
    """Takes one's own proposal back."""

    proposal_id: int


@dataclass(frozen=True, slots=True)
class StartReview:
    """From open to review, for all of these scorecards of a period that is over."""

    subjects: tuple[Subject, ...]
    period: Period


@dataclass(frozen=True, slots=True)
class CommentOnReview:
    """One's comment on a scorecard in review: on one's own, or as its head. Said again, it replaces the one before."""

    subject: Subject
    period: Period
    text: str


@dataclass(frozen=True, slots=True)
class AcknowledgeReview:
    """One has seen one's own scorecard of the period, and agrees or not."""

    period: Period
    agrees: bool
    word: str = ""


@dataclass(frozen=True, slots=True)
class ClosePeriod:
    """From review to closed: the scorecard is frozen as it is, with points added or taken off.

    A `grade` given by hand takes the place of the one that the total has.
    """

    subject: Subject
    period: Period
    adjustments: tuple[Adjustment, ...] = ()
    grade: str = ""


@dataclass(frozen=True, slots=True)
class ReopenPeriod:
    """From closed back to review; the frozen scorecard stays as history."""

    subject: Subject
    period: Period
    reason: str


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


CompanyCommand: TypeAlias = (
    SetUpCompany | AddMember | RemoveMember | SetStrategy | RankPeople | ChooseLanguage | ChooseRanking
)
MuteCommand: TypeAlias = MuteFinding | UnmuteFinding
ProposalCommand: TypeAlias = Propose | VoteOnProposal | CommentOnProposal | DecideProposal | WithdrawProposal
ReviewCommand: TypeAlias = StartReview | CommentOnReview | AcknowledgeReview | ClosePeriod | ReopenPeriod
Command: TypeAlias = (
    CompanyCommand | PublishKpis | Change | MuteCommand | ProposalCommand | EnterActuals | ReviewCommand | Undo
)
