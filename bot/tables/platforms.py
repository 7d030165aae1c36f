"""What is kept for the platforms alone."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from kpi_engine.store.base import Base


class SlackInstallationRow(Base):
    """A Slack workspace, or organisation, that has installed the app; it may be no company's yet."""

    __tablename__ = "slack_installation"

    id: Mapped[str] = mapped_column(primary_key=True)
    """Slack's id of the workspace or the organisation."""
    sealed: Mapped[str]
    """Its tokens, sealed by KPI_BOT_SECRET_KEY."""
    installed_at: Mapped[datetime]


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
