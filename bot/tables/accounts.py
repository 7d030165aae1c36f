"""Whose chat account is whose, and the open dialogs."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from kpi_engine.store.base import Base, OfCompany


class WorkspaceRow(OfCompany):
    """A place on a platform (a workspace, a bot's chats, a terminal) and the company it is."""

    __tablename__ = "workspace"
    __table_args__ = (UniqueConstraint("platform", "external_id"),)

    platform: Mapped[str]
    external_id: Mapped[str]


class AccountRow(OfCompany):
    """An account on a platform, and the person it belongs to."""

    __tablename__ = "account"
    __table_args__ = (UniqueConstraint("platform", "workspace_id", "external_id"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    platform: Mapped[str]
    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspace.id"))
    external_id: Mapped[str]
    heard_at: Mapped[datetime]
    """When its person last did something there: where several can be written to, this is where it is done."""
    unreachable_since: Mapped[datetime | None]
    """Since when nothing arrives there, until its person does something again."""


class WrongCodeRow(Base):
    """A try to join with a code that was not good; kept for an hour."""

    __tablename__ = "wrong_code"

    id: Mapped[int] = mapped_column(primary_key=True)
    platform: Mapped[str]
    workspace: Mapped[str]
    account: Mapped[str]
    typed_at: Mapped[datetime] = mapped_column(index=True)


class RunRow(Base):
    """An open dialog, at most one of each command per person; to save an outdated one is a StaleDataError."""

    __tablename__ = "run"
    __table_args__ = (UniqueConstraint("person_id", "flow"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    company_id: Mapped[int] = mapped_column(ForeignKey("company.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    flow: Mapped[str]
    state: Mapped[dict[str, Any]]
    version: Mapped[int] = mapped_column()
    opened_at: Mapped[datetime]
    touched_at: Mapped[datetime]

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy's way)
