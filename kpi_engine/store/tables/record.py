"""What was measured, how it scored, and who did what."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from kpi_engine.calendar.period import PeriodKind
from kpi_engine.model.actual import ActualState, Channel
from kpi_engine.model.audit import Deed
from kpi_engine.model.score import KpiScore, ScoreState
from kpi_engine.store.base import OfCompany, OfKpi


class ActualRow(OfKpi):
    """A line of a KPI's record: lines are added and never changed, but for `is_current`."""

    __tablename__ = "actual"
    __table_args__ = (
        Index(
            "uq_actual_current",
            "kpi_id",
            "kind",
            "period_start",
            unique=True,
            postgresql_where=text("is_current"),
            sqlite_where=text("is_current"),
        ),
        Index(None, "kpi_id", "period_start"),
    )

    kpi_id: Mapped[int] = mapped_column(ForeignKey("kpi.id"))
    kind: Mapped[PeriodKind]
    period_start: Mapped[date]
    state: Mapped[ActualState]
    value: Mapped[Decimal | None]
    numerator: Mapped[Decimal | None]
    denominator: Mapped[Decimal | None]
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    entered_at: Mapped[datetime]
    channel: Mapped[Channel]
    note: Mapped[str]
    evidence: Mapped[str]
    reason: Mapped[str]
    supersedes: Mapped[int | None] = mapped_column(ForeignKey("actual.id"))
    is_current: Mapped[bool]


class ScoreRow(OfKpi):
    """A KPI's score for one period as of a day, with everything it was made of."""

    __tablename__ = "score"
    __table_args__ = (UniqueConstraint("kpi_id", "kind", "period_start"),)

    kpi_id: Mapped[int] = mapped_column(ForeignKey("kpi.id"))
    kind: Mapped[PeriodKind]
    period_start: Mapped[date]
    as_of: Mapped[date]
    state: Mapped[ScoreState]
    score: Mapped[Decimal | None]
    explanation: Mapped[KpiScore]


class AuditRow(OfCompany):
    """A line of the audit log; `undo` is what taking it back needs, None where it cannot be."""

    __tablename__ = "audit_entry"
    __table_args__ = (
        Index(
            "ix_audit_entry_done",
            "company_id",
            "at",
            postgresql_where=text("deed != 'enter'"),
            sqlite_where=text("deed != 'enter'"),
        ),
    )

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    at: Mapped[datetime]
    deed: Mapped[Deed]
    subject: Mapped[str]
    undo: Mapped[dict[str, Any] | None]
    undone: Mapped[bool]
    changes: Mapped[list[Any]]
    """What was changed, field by field: see `store.audit`."""


class AuditPlaceRow(OfCompany):
    """A department that an entry is about, so that its head may read it."""

    __tablename__ = "audit_place"

    entry_id: Mapped[int] = mapped_column(ForeignKey("audit_entry.id"), index=True)
    department_id: Mapped[int] = mapped_column(ForeignKey("department.id"), index=True)
