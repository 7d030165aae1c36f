"""KPIs, their versions, targets of single periods, and action plans."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from kpi_engine.calendar.period import PeriodKind
from kpi_engine.model.action import ActionState
from kpi_engine.model.kpi import Aggregation, Direction, Perspective, Target, Unit
from kpi_engine.model.name import Name
from kpi_engine.model.scoring import Scoring
from kpi_engine.store.base import OfCompany, OfKpi


class KpiRow(OfCompany):
    """A KPI's identity."""

    __tablename__ = "kpi"
    __table_args__ = (Index(None, "company_id", "department_id"),)

    company_id: Mapped[int] = mapped_column(ForeignKey("company.id"), sort_order=-1)
    department_id: Mapped[int] = mapped_column(ForeignKey("department.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))


class KpiVersionRow(OfKpi):
    """A version and its definition."""

    __tablename__ = "kpi_version"
    __table_args__ = (
        UniqueConstraint("kpi_id", "number"),
        Index(
            "ix_kpi_version_computed",
            "company_id",
            postgresql_where=text("expression != ''"),
            sqlite_where=text("expression != ''"),
        ),
    )

    kpi_id: Mapped[int] = mapped_column(ForeignKey("kpi.id"))
    number: Mapped[int]
    in_force: Mapped[date]
    retired: Mapped[bool]
    withdrawn: Mapped[bool]
    """Taken back by undo: as if it had never been published."""
    reason: Mapped[str]
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    published_at: Mapped[datetime]

    name: Mapped[Name]
    unit: Mapped[Unit]
    direction: Mapped[Direction]
    aggregation: Mapped[Aggregation]
    frequency: Mapped[PeriodKind]
    cycle: Mapped[PeriodKind]
    perspective: Mapped[Perspective]
    weight: Mapped[Decimal]
    target: Mapped[Target]
    owner_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    goal_id: Mapped[int | None] = mapped_column(ForeignKey("goal.id"))
    formula: Mapped[Name]
    source: Mapped[Name]
    catalogue_id: Mapped[str | None]
    scoring: Mapped[Scoring]
    expression: Mapped[str]


class PeriodTargetRow(OfKpi):
    """A target for one cycle in particular."""

    __tablename__ = "period_target"
    __table_args__ = (UniqueConstraint("kpi_id", "kind", "period_start"),)

    kpi_id: Mapped[int] = mapped_column(ForeignKey("kpi.id"))
    kind: Mapped[PeriodKind]
    period_start: Mapped[date]
    target: Mapped[Target]


class ActionRow(OfCompany):
    """Something to be done, for a KPI or for a department as a whole."""

    __tablename__ = "action"

    department_id: Mapped[int] = mapped_column(ForeignKey("department.id"), index=True)
    kpi_id: Mapped[int | None] = mapped_column(ForeignKey("kpi.id"), index=True)
    text: Mapped[str]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    due: Mapped[date]
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    written_on: Mapped[date]
    state: Mapped[ActionState]
    outcome: Mapped[str]
    closed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    closed_on: Mapped[date | None]
    round: Mapped[int]


class ConsentRow(OfCompany):
    """What somebody says of a KPI that they enter or are measured by; said again, it is changed in place."""

    __tablename__ = "consent"
    __table_args__ = (UniqueConstraint("kpi_id", "person_id"),)

    kpi_id: Mapped[int] = mapped_column(ForeignKey("kpi.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    agrees: Mapped[bool]
    word: Mapped[str]
    said_on: Mapped[date]


class MuteRow(OfCompany):
    """A rule of the check that is to leave a KPI alone; there while it does."""

    __tablename__ = "mute"
    __table_args__ = (UniqueConstraint("kpi_id", "rule"),)

    kpi_id: Mapped[int] = mapped_column(ForeignKey("kpi.id"))
    rule: Mapped[str]
    reason: Mapped[str]
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    muted_on: Mapped[date]
