"""What commands about its people have done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kpi_engine.calendar.presence import Leave
from kpi_engine.model.action import Action
from kpi_engine.model.company import Company, Department, Person
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.model.name import Language
from kpi_engine.model.reminders import Reminders


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
class GroupsTaken:
    """What became of groups and their people; who stayed where they were, and who could not be told from somebody."""

    departments: tuple[Department, ...]
    """Those that the groups are now."""
    made: tuple[Department, ...]
    """Of these the new ones."""
    newcomers: tuple[Newcomer, ...]
    placed: tuple[Person, ...]
    """Who was known, and had no department."""
    kept: tuple[Person, ...]
    namesakes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody who is of the company from now on, and the account that is theirs."""

    account: str
    person: Person


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
class DeputySet:
    """Who steps in for the person from now on."""

    person: Person
    deputy: Person | None


@dataclass(frozen=True, slots=True)
class RemindersSet:
    """How the bot writes to who asked from now on, and what they wanted before."""

    company: Company
    person: Person
    before: Reminders
    steps_in: Sequence[Person]
    """Who is told of what they miss, if they agree to that."""


@dataclass(frozen=True, slots=True)
class LanguageChosen:
    """The language from now on."""

    language: Language


@dataclass(frozen=True, slots=True)
class RankingChosen:
    """Whether the person stands on leaderboards of people from now on."""

    ranked: bool
