"""What all tables share: one metadata, one way of naming constraints, one column type per type of value."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from enum import Enum
from typing import Any, ClassVar

from sqlalchemy import JSON, ForeignKey, MetaData, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from kpi_engine.calendar.posting import Rhythm
from kpi_engine.calendar.presence import Presence
from kpi_engine.calendar.working import Before
from kpi_engine.model.agreement import Terms
from kpi_engine.model.board_rules import BoardRules
from kpi_engine.model.kpi import Target, Unit
from kpi_engine.model.name import Name
from kpi_engine.model.reminders import Reminders, Reminding
from kpi_engine.model.score import KpiScore, Scorecard
from kpi_engine.model.scoring import Scoring
from kpi_engine.model.total import Grade, Total
from kpi_engine.store.types import Exact, Moment, Value, word


class Base(DeclarativeBase):
    """The metadata of the engine's tables, and of the bot's."""

    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text(),
        Decimal: Exact(),
        datetime: Moment(),
        Enum: word(Enum),
        Name: Value(Name),
        Unit: Value(Unit),
        Target: Value(Target),
        Scoring: Value(Scoring),
        KpiScore: Value(KpiScore),
        Presence: Value(Presence),
        tuple[Before, ...]: Value(tuple[Before, ...]),
        Rhythm: Value(Rhythm),
        Reminders: Value(Reminders),
        Reminding: Value(Reminding),
        BoardRules: Value(BoardRules),
        Scorecard: Value(Scorecard),
        Total: Value(Total),
        Grade: Value(Grade),
        Terms: Value(Terms),
        frozenset[int]: Value(frozenset[int]),
        dict[str, Any]: JSON(none_as_null=True),
        list[Any]: JSON(),
    }


class OfCompany(Base):
    """A row with an id that belongs to one company, as every row but the company's own does."""

    __abstract__ = True

    id: Mapped[int] = mapped_column(primary_key=True, sort_order=-2)
    company_id: Mapped[int] = mapped_column(ForeignKey("company.id"), index=True, sort_order=-1)


class OfKpi(OfCompany):
    """A row that is reached by its KPI.

    It has no index by company: SQLite, which does not know how much a company has, would go through all of it.
    """

    __abstract__ = True

    company_id: Mapped[int] = mapped_column(ForeignKey("company.id"), sort_order=-1)
