"""What is posted by itself for everybody in a channel, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kpi_engine.calendar.posting import Rhythm
from kpi_engine.model.company import Department
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
