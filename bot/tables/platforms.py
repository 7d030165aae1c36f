"""What is kept for the platforms alone."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from kpi_engine.store.base import Base


class SealedRow(Base):
    """A text that nobody may read here, such as a workspace's tokens; it may be no company's yet."""

    __tablename__ = "sealed"

    platform: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    """The platform's own: its id of the workspace."""
    text: Mapped[str]
    """Sealed by KPI_BOT_SECRET_KEY."""
    sealed_at: Mapped[datetime]


class HeardRow(Base):
    """An event by the platform's own mark of it, so that one delivered twice is done once; kept for two days."""

    __tablename__ = "heard"

    platform: Mapped[str] = mapped_column(primary_key=True)
    workspace: Mapped[str] = mapped_column(primary_key=True)
    mark: Mapped[str] = mapped_column(primary_key=True)
    heard_at: Mapped[datetime] = mapped_column(index=True)
    answered: Mapped[bool]
    """Whether the answer was shown as well."""


class KeptRow(Base):
    """A text that a platform's adapter needs again: what a button says that is too long for the platform."""

    __tablename__ = "kept"

    platform: Mapped[str] = mapped_column(primary_key=True)
    workspace: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]
    kept_at: Mapped[datetime]
