"""Why KPIs were red, and where nobody wanted to say so yet."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from kpi_engine.calendar.period import PeriodKind
from kpi_engine.model.cause import Verdict
from kpi_engine.model.name import Name
from kpi_engine.store.base import OfKpi


class CauseRow(OfKpi):
    """Why a KPI was red in a cycle; whether it helped is added in a later one."""

    __tablename__ = "cause"
    __table_args__ = (UniqueConstraint("kpi_id", "kind", "period_start"),)

    kpi_id: Mapped[int] = mapped_column(ForeignKey("kpi.id"))
    kind: Mapped[PeriodKind]
    period_start: Mapped[date]
    cause: Mapped[Name]
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    said_on: Mapped[date]
    action_id: Mapped[int | None] = mapped_column(ForeignKey("action.id"), index=True)
    verdict: Mapped[Verdict | None]


class PutOffRow(OfKpi):
    """A cycle in which a KPI is red of which nothing is to be asked any more."""

    __tablename__ = "cause_put_off"
    __table_args__ = (UniqueConstraint("kpi_id", "kind", "period_start"),)

    kpi_id: Mapped[int] = mapped_column(ForeignKey("kpi.id"))
    kind: Mapped[PeriodKind]
    period_start: Mapped[date]
