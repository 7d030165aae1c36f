"""What one may ask about the company and the people in it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kpi_engine.calendar.presence import Leave, Presence
from kpi_engine.model.board_rules import BoardRules
from kpi_engine.model.company import Role, SmallMode
from kpi_engine.model.groups import Group
from kpi_engine.model.name import Language, Name
from kpi_engine.model.reminders import Reminding


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
class ChangeSettings:
    """How the company counts and works from now on; None: as it is."""

    time_zone: str | None = None
    currency: str | None = None
    country: str | None = None
    """As in `SetUpCompany`."""
    year_start: int | None = None
    working_days: frozenset[int] | None = None
    """Monday is 0."""
    small: SmallMode | None = None
    reminding: Reminding | None = None
    board: BoardRules | None = None


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
class TakeGroups:
    """Groups become departments, as far as they are not, and their people people of the company."""

    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class RemoveMember:
    """Somebody leaves: what they did keeps their name. `keepers` are who enters from now on what they entered."""

    person_id: int
    keepers: tuple[tuple[int, int], ...] = ()
    """KPI and person, one for each KPI in force that the person enters."""
    reason: str = ""
    """Why somebody else enters them; needed where there are any."""
    takers: tuple[tuple[int, int], ...] = ()
    """Action and person, for what somebody else does from now on; what is not named stays written down for who left."""


@dataclass(frozen=True, slots=True)
class SetLeave:
    """The days on which somebody is away, in place of what was said of them before."""

    person_id: int
    leave: tuple[Leave, ...]


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
