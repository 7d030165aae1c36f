"""An actual: what was measured, by whom it was said, and what it corrected."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from kpi_engine.calendar.period import Period


class ActualState(StrEnum):
    """Whether there is a value, and if not, why."""

    OK = "ok"
    NOT_APPLICABLE = "n/a"
    """There was nothing to measure: excluded from the score."""
    AWAY = "away"
    WITHDRAWN = "withdrawn"
    """Taken back: as if it had never been entered."""


class Remark(StrEnum):
    """What is odd about a value that is taken all the same."""

    UNUSUAL = "unusual"
    """Far out among the values before it."""
    COPIED = "copied"
    """The same for the fourth time running."""


class Channel(StrEnum):
    """How a value came."""

    CHAT = "chat"
    FILE = "file"
    """From a sheet; the evidence names the file and the cell."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A value as measured; a ratio keeps what it is made of, and `value` is then their quotient."""

    value: Decimal
    numerator: Decimal | None = None
    denominator: Decimal | None = None


class Scorable(Protocol):
    """What a line of the record is scored by: an `Actual`, or what is `Measured`."""

    @property
    def period(self) -> Period:
        """What it is of."""

    @property
    def state(self) -> ActualState:
        """Whether there is a value."""

    @property
    def reading(self) -> Reading | None:
        """None unless the state is OK."""

    @property
    def current(self) -> bool:
        """Whether no other line supersedes it."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A line as it stands, without who said it and how: a report reads thousands."""

    period: Period
    state: ActualState
    reading: Reading | None
    current: bool = True


@dataclass(frozen=True, slots=True)
class Actual:
    """One line of a KPI's append-only record; `supersedes` names the line it corrects."""

    id: int
    kpi_id: int
    period: Period
    state: ActualState
    reading: Reading | None
    """None unless the state is OK."""
    author_id: int
    entered_at: datetime
    channel: Channel = Channel.CHAT
    note: str = ""
    evidence: str = ""
    """A link or the name of a file."""
    reason: str = ""
    """Why a value was corrected."""
    supersedes: int | None = None
    current: bool = True
