"""What a company has agreed about totals."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from kpi_engine.model.agreement import Terms
from kpi_engine.store.base import OfCompany


class AgreementRow(OfCompany):
    """Terms in force from a date on."""

    __tablename__ = "agreement"

    department_id: Mapped[int | None] = mapped_column(ForeignKey("department.id"))
    """None: the company's."""
    terms: Mapped[Terms]
    in_force: Mapped[date]
    withdrawn: Mapped[bool]
    """Taken back by undo: as if it had never been agreed."""
    reason: Mapped[str]
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    agreed_at: Mapped[datetime]
