"""Scorecards in review, what is said of them, and what was frozen when they were closed."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from kpi_engine.calendar.period import PeriodKind
from kpi_engine.model.review import ReviewState
from kpi_engine.model.score import Scorecard, SubjectKind
from kpi_engine.model.total import Grade, Total
from kpi_engine.store.base import OfCompany


class ReviewRow(OfCompany):
    """Where a scorecard's period stands; without a row it is open."""

    __tablename__ = "review"
    __table_args__ = (UniqueConstraint("company_id", "subject_kind", "subject_id", "kind", "period_start"),)

    subject_kind: Mapped[SubjectKind]
    subject_id: Mapped[int]
    """Of the company, a department or a person, as `subject_kind` says."""
    kind: Mapped[PeriodKind]
    period_start: Mapped[date]
    state: Mapped[ReviewState]
    round: Mapped[int]
    """Begins at 1; each reopening begins another one."""


class ReviewCommentRow(OfCompany):
    """What somebody says in a round; changed in place, the audit log keeps what it was."""

    __tablename__ = "review_comment"
    __table_args__ = (UniqueConstraint("review_id", "round", "author_id"),)

    review_id: Mapped[int] = mapped_column(ForeignKey("review.id"))
    round: Mapped[int]
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    text: Mapped[str]


class AcknowledgementRow(OfCompany):
    """The person has seen their scorecard in a round."""

    __tablename__ = "acknowledgement"
    __table_args__ = (UniqueConstraint("review_id", "round"),)

    review_id: Mapped[int] = mapped_column(ForeignKey("review.id"))
    round: Mapped[int]
    at: Mapped[datetime]
    agrees: Mapped[bool]
    word: Mapped[str]
    score: Mapped[Decimal | None]


class ClosingRow(OfCompany):
    """A frozen scorecard: never changed, but for the trace of its reopening."""

    __tablename__ = "closing"
    __table_args__ = (UniqueConstraint("review_id", "round"),)

    review_id: Mapped[int] = mapped_column(ForeignKey("review.id"))
    round: Mapped[int]
    card: Mapped[Scorecard]
    total: Mapped[Total]
    grade: Mapped[Grade | None]
    grade_reason: Mapped[str]
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    reopened_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    reopened_at: Mapped[datetime | None]
    reason: Mapped[str]
