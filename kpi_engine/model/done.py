"""What a command has done: what the words about it need."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from kpi_engine.calendar.period import Period
from kpi_engine.calendar.presence import Leave
from kpi_engine.model.action import Action
from kpi_engine.model.actual import Actual, Remark
from kpi_engine.model.agreement import Agreement, Terms
from kpi_engine.model.audit import Deed, FieldChange
from kpi_engine.model.cause import NOTHING_RED, Explained, Reds
from kpi_engine.model.check import Mute, RuleId
from kpi_engine.model.company import Company, Department, Person
from kpi_engine.model.consent import Consent
from kpi_engine.model.draft import SharedDraft
from kpi_engine.model.kpi import KpiVersion, Target
from kpi_engine.model.name import Language, Name
from kpi_engine.model.proposal import Proposal
from kpi_engine.model.reminders import Reminders
from kpi_engine.model.review import Review
from kpi_engine.model.score import Subject
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
class MemberAdded:
    """The person as they are now; `is_new` unless they were there before."""

    person: Person
    is_new: bool
    before: Person
    """As they were; of who is new, as they are."""
    departments: tuple[Department, ...]
    """All of the company, for the names of those in which they work."""


@dataclass(frozen=True, slots=True)
class MemberRemoved:
    """Who has left, and what others enter and do from now on."""

    person: Person
    handed: tuple[KpiVersion, ...]
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True)
class Invited:
    """The code for a person: told here and kept nowhere."""

    person: Person
    code: str
    own: bool
    """Whether it is for another account of whoever asked; then it is good for minutes."""
    is_new: bool
    """Whether the person was added by it."""
    until: date
    """The last day on which it is good, where it is not one's own."""


@dataclass(frozen=True, slots=True)
class InvitationWithdrawn:
    """Whose code is good no more."""

    person: Person


@dataclass(frozen=True, slots=True)
class LeaveSet:
    """The person with their days away as they are now, and those that were said before."""

    person: Person
    before: tuple[Leave, ...]
    own: bool
    """Whether they said it themselves."""
    today: date


@dataclass(frozen=True, slots=True)
class RemindersSet:
    """How the bot writes to who asked from now on, and what they wanted before."""

    company: Company
    person: Person
    before: Reminders


@dataclass(frozen=True, slots=True)
class DeputySet:
    """Who steps in for the person from now on."""

    person: Person
    deputy: Person | None


@dataclass(frozen=True, slots=True)
class StrategySet:
    """The company's goals and SWOT as they are now."""

    goals: tuple[Goal, ...]
    swot: tuple[SwotEntry, ...]


@dataclass(frozen=True, slots=True)
class Published:
    """The department's KPIs as they are now, and those that are no longer measured."""

    department: Department
    goal: Goal
    versions: tuple[KpiVersion, ...]
    retired: tuple[KpiVersion, ...]
    person: Person | None = None
    """Whose they are, where the set is one person's."""
    actions: tuple[Action, ...] = ()
    """What was agreed to be done about the new ones."""


@dataclass(frozen=True, slots=True)
class Revised:
    """The version that takes over, and the one it takes over from."""

    version: KpiVersion
    previous: KpiVersion


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
class SeasonSet:
    """The cycles whose target is another one now, with it."""

    version: KpiVersion
    targets: tuple[tuple[Period, Target], ...]


@dataclass(frozen=True, slots=True)
class Discussed:
    """A proposal after somebody made, judged or ended it."""

    deed: Deed
    proposal: Proposal


@dataclass(frozen=True, slots=True)
class DraftDiscussed:
    """A department's draft after it was shown, or somebody has said something of it."""

    deed: Deed
    department: Department
    draft: SharedDraft


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Scorecards after a step of their review; those that were reopened with another one come after it."""

    deed: Deed
    reviews: tuple[Review, ...]
    name: Name
    """What the first of them is called."""
    desk: Subject
    """Where they are judged together: a department or the company."""


@dataclass(frozen=True, slots=True)
class EnteredItem:
    """One value of a message, as it stands in the record now."""

    version: KpiVersion
    period: Period
    actual: Actual
    previous: Actual | None
    """What stood before; None if nothing did."""
    late: bool
    """Whether it comes after the days of grace."""
    changed: bool
    """False where the same value stood there already: then nothing was written."""
    remark: Remark | None = None


@dataclass(frozen=True, slots=True)
class Entered:
    """The values of a message, in its order."""

    items: tuple[EnteredItem, ...]
    reds: Reds = NOTHING_RED
    """What whoever entered them is asked about these KPIs."""


@dataclass(frozen=True, slots=True)
class LanguageChosen:
    """The language from now on."""

    language: Language


@dataclass(frozen=True, slots=True)
class RankingChosen:
    """Whether the person stands on leaderboards of people from now on."""

    ranked: bool


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


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back; of values, what stands now (`actual`) and what was taken back (`previous`)."""

    what: Deed
    subject: str
    """As in the audit log."""
    items: tuple[EnteredItem, ...] = ()
    changes: tuple[FieldChange, ...] = ()
    """What the deed had changed."""


Done: TypeAlias = (
    CompanySetUp
    | SettingsChanged
    | MemberAdded
    | MemberRemoved
    | Invited
    | InvitationWithdrawn
    | LeaveSet
    | RemindersSet
    | DeputySet
    | StrategySet
    | Published
    | Revised
    | Consented
    | Muted
    | Unmuted
    | Entered
    | LanguageChosen
    | RankingChosen
    | PeopleRanked
    | SetChanged
    | PeriodTargetSet
    | SeasonSet
    | Acted
    | RedExplained
    | Discussed
    | DraftDiscussed
    | Reviewed
    | Agreed
    | Undone
)
