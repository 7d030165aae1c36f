"""What is posted by itself for everybody in a channel, and when."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kpi_engine.calendar.posting import Rhythm
from kpi_engine.model.company import Company, Department, Person
from kpi_engine.model.name import Language


class Trouble(StrEnum):
    """Why nothing can be posted into a channel."""

    GONE = "gone"
    """The channel is not there any more, or the bot is not in it."""
    ARCHIVED = "archived"
    FORBIDDEN = "forbidden"
    """The bot may not write there."""


@dataclass(frozen=True, slots=True)
class Channel:
    """A place where several people read: a channel, a group or one of its topics."""

    id: int
    name: str
    """What the platform calls it."""
    language: Language
    trouble: Trouble | None = None


class BulletinKind(StrEnum):
    """What is posted."""

    LEADERBOARD = "leaderboard"
    BRIEF = "brief"
    REPORT = "report"
    """A scorecard, with its picture and its sheet."""


@dataclass(frozen=True, slots=True)
class BoardTakes:
    """How many must be scored for a leaderboard to be posted, and how many there are."""

    least: int
    ranks_people: bool
    departments: int
    people: int

    @classmethod
    def of(cls, company: Company, departments: Collection[Department], people: Collection[Person]) -> BoardTakes:
        """In the company with these departments and active people."""
        return cls(company.board.least, company.ranks_people, len(departments), len(people))

    @property
    def are_few(self) -> bool:
        """Whether it can't come, however well all is measured."""
        return max(self.departments, self.people if self.ranks_people else 0) < self.least


@dataclass(frozen=True, slots=True)
class Bulletin:
    """Something that is posted again and again; a channel has one of each kind for the company and each department."""

    id: int
    channel: Channel
    kind: BulletinKind
    rhythm: Rhythm
    author_id: int
    """Who set it up, and hears of it when it can't be posted."""
    since: datetime
    """What has its moment by then is posted no more."""
    department: Department | None = None
    """Whose it is; None: the company's, as every leaderboard is."""
