"""What one may ask about periods that end."""

from __future__ import annotations

from dataclasses import dataclass

from kpi_engine.calendar.period import Period
from kpi_engine.model.score import Subject
from kpi_engine.model.total import Adjustment


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

    A `grade` given by hand, one of the company's by its name, takes the place of the one that the total has; it needs a
    reason.
    """

    subject: Subject
    period: Period
    adjustments: tuple[Adjustment, ...] = ()
    grade: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CloseTogether:
    """The same for several scorecards of a period, all or none: with what they come to, and nothing by hand.

    What others are made of comes before them.
    """

    subjects: tuple[Subject, ...]
    period: Period


@dataclass(frozen=True, slots=True)
class ReopenPeriod:
    """From closed back to review; the frozen scorecard stays as history."""

    subject: Subject
    period: Period
    reason: str
