"""A period of a scorecard from open over review to closed, and what is frozen then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from kpi_engine.calendar.period import Period
from kpi_engine.model.kpi import Kpi
from kpi_engine.model.score import Scorecard, Subject, SubjectKind
from kpi_engine.model.total import Grade, Total


class ReviewState(StrEnum):
    """How far a scorecard's period has come."""

    OPEN = "open"
    REVIEW = "review"
    CLOSED = "closed"
    """Nothing that its score is made of changes any more."""


@dataclass(frozen=True, slots=True)
class ReviewComment:
    """What somebody says of a scorecard in review: the person whose it is, or a head."""

    author_id: int
    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """The person has seen their scorecard; `score` is what it said when they did."""

    at: datetime
    agrees: bool
    word: str
    score: Decimal | None


@dataclass(frozen=True, slots=True)
class Closing:
    """A scorecard as it was frozen. One that was reopened is history; the reopening is its trace."""

    round: int
    """The first closing is 1; each reopening begins another round."""
    card: Scorecard
    """With every line's explanation; its score is before the adjustments."""
    total: Total
    """What it came to, with points added and taken off for what no KPI shows (加减分项)."""
    grade: Grade | None
    """Given by hand, in place of the total's own; None where none was."""
    author_id: int
    at: datetime
    reopened_by: int | None = None
    reopened_at: datetime | None = None
    reason: str = ""
    """Why it was reopened."""
    grade_reason: str = ""
    """Why the grade was given by hand."""


@dataclass(frozen=True, slots=True)
class Review:
    """Where a scorecard's period stands. Comments and acknowledgement are those of the present round."""

    subject: Subject
    period: Period
    state: ReviewState
    round: int = 1
    comments: tuple[ReviewComment, ...] = ()
    acknowledgement: Acknowledgement | None = None
    closings: tuple[Closing, ...] = ()
    """Oldest first."""
    comments_before: tuple[ReviewComment, ...] = ()
    """Those of the round before: what was said stays to be read when a period is opened again."""
    acknowledged_before: Acknowledgement | None = None

    @property
    def frozen(self) -> Closing | None:
        """What stands since the period was closed; None while it is not."""
        return self.closings[-1] if self.state is ReviewState.CLOSED else None


def carded_with(kpi: Kpi) -> Subject:
    """Whose scorecard the KPI is a line of."""
    if kpi.person_id is None:
        return Subject(SubjectKind.DEPARTMENT, kpi.department_id)
    return Subject(SubjectKind.PERSON, kpi.person_id)


def rests_on(card: Scorecard) -> tuple[Subject, ...]:
    """The other scorecards that this one is made of."""
    return tuple(part.card.subject for part in card.parts if part.card.subject != card.subject and part.card.lines)
