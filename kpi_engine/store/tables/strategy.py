"""Goals and SWOT. What is replaced stays, inactive: KPIs and undo refer to it."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from kpi_engine.model.name import Name
from kpi_engine.model.strategy import SwotKind
from kpi_engine.store.base import OfCompany


class GoalRow(OfCompany):
    """A goal of the company, or of a department."""

    __tablename__ = "goal"

    name: Mapped[Name]
    department_id: Mapped[int | None] = mapped_column(ForeignKey("department.id"))
    serves: Mapped[int | None] = mapped_column(ForeignKey("goal.id"))
    rank: Mapped[int]
    """Place in the order in which the goals were said."""
    active: Mapped[bool]


class SwotRow(OfCompany):
    """A line of the SWOT."""

    __tablename__ = "swot_entry"

    kind: Mapped[SwotKind]
    text: Mapped[str]
    written_on: Mapped[date]
    rank: Mapped[int]
    active: Mapped[bool]
