"""Company, departments, people and their hats."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from kpi_engine.calendar.presence import Presence
from kpi_engine.calendar.working import Before
from kpi_engine.model.board_rules import USUAL_BOARD, BoardRules
from kpi_engine.model.company import Role, SmallMode
from kpi_engine.model.name import Language, Name
from kpi_engine.model.reminders import AS_USUAL, USUAL, Reminders, Reminding
from kpi_engine.store.base import Base, OfCompany


class CompanyRow(Base):
    """A tenant. Until it is set up its name is empty."""

    __tablename__ = "company"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[Name]
    language: Mapped[Language]
    time_zone: Mapped[str]
    working_days: Mapped[frozenset[int]]
    country: Mapped[str]
    """Whose holidays are kept, in two letters; empty: nobody's."""
    earlier: Mapped[tuple[Before, ...]] = mapped_column(default=())
    """Which days were worked before."""
    year_start: Mapped[int]
    """The month that begins its year."""
    currency: Mapped[str]
    ranks_people: Mapped[bool]
    small: Mapped[SmallMode]
    reminding: Mapped[Reminding] = mapped_column(default=USUAL)
    board: Mapped[BoardRules] = mapped_column(default=USUAL_BOARD)
    founded_at: Mapped[datetime]


class DepartmentRow(OfCompany):
    """A department."""

    __tablename__ = "department"

    name: Mapped[Name]


class PersonRow(OfCompany):
    """A person; who has left stays, inactive, for what they did remains theirs."""

    __tablename__ = "person"

    name: Mapped[Name]
    role: Mapped[Role]
    language: Mapped[Language]
    time_zone: Mapped[str]
    active: Mapped[bool]
    ranked: Mapped[bool]
    presence: Mapped[Presence]
    """When they join, when they leave, and when they are away."""
    came_at: Mapped[datetime | None]
    """When the bot first heard of them."""
    reminders: Mapped[Reminders] = mapped_column(default=AS_USUAL)
    deputy_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)


class PositionRow(OfCompany):
    """A hat that a person wears now."""

    __tablename__ = "position"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    department_id: Mapped[int] = mapped_column(ForeignKey("department.id"))
    title: Mapped[Name]
    share: Mapped[Decimal]
