"""The company: its departments, its people, and who wears which hat."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kpi_engine.calendar.presence import ALWAYS, Presence
from kpi_engine.calendar.working import Calendar
from kpi_engine.model.board_rules import USUAL_BOARD, BoardRules
from kpi_engine.model.name import Language, Name
from kpi_engine.model.reminders import AS_USUAL, USUAL, Reminders, Reminding


class Role(StrEnum):
    """What a person may do; `kpi_engine.rights` has the table."""

    OWNER = "owner"
    HEAD = "head"
    MEMBER = "member"
    VIEWER = "viewer"


class SmallMode(StrEnum):
    """Whether a company measures as little as a small one does."""

    AUTO = "auto"
    """By the number of its people."""
    ON = "on"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Company:
    """A tenant: nothing of another company exists for it."""

    id: int
    name: Name
    language: Language
    time_zone: str
    calendar: Calendar
    """The days on which daily values are due, and what its quarters and years are."""
    currency: str
    """ISO 4217 code that money is counted in."""
    ranks_people: bool = False
    """Whether there is a leaderboard of people, and not of departments only."""
    small: SmallMode = SmallMode.AUTO
    reminding: Reminding = USUAL
    board: BoardRules = USUAL_BOARD


@dataclass(frozen=True, slots=True)
class Department:
    """A part of the company with a scorecard of its own."""

    id: int
    name: Name


@dataclass(frozen=True, slots=True)
class Position:
    """A hat: a job in a department that takes a share of a person's time (0 to 1)."""

    department_id: int
    title: Name
    share: Decimal


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the company, with every hat they wear."""

    id: int
    name: Name
    role: Role
    language: Language
    time_zone: str
    positions: tuple[Position, ...] = ()
    active: bool = True
    ranked: bool = True
    """Whether they stand on a leaderboard of people; their own choice."""
    presence: Presence = ALWAYS
    reminders: Reminders = AS_USUAL
    deputy_id: int | None = None
    """Who steps in for them, where somebody does."""

    @property
    def department_ids(self) -> frozenset[int]:
        """The departments that the person belongs to."""
        return frozenset(position.department_id for position in self.positions)

    @property
    def time_by_department(self) -> dict[int, Decimal]:
        """The share of time for each department, over all hats there."""
        shares: dict[int, Decimal] = {}
        for position in self.positions:
            shares[position.department_id] = shares.get(position.department_id, Decimal(0)) + position.share
        return shares

    @property
    def home_id(self) -> int | None:
        """The department that most of the person's time goes to, among equals the first; None without any."""
        shares = self.time_by_department
        return max(shares, key=lambda id: shares[id], default=None)


@dataclass(frozen=True, slots=True)
class Actor:
    """On whose behalf something is asked or done; every query is scoped to this company."""

    company_id: int
    person: Person
