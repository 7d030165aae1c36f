"""The bot's own rows: whose chat account is whose, the open dialogs, and what somebody is owed to be told."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from conversations.news import NewsKind
from kpi_engine.store.base import Base, OfCompany


class WorkspaceRow(OfCompany):
    """A place on a platform (a Slack workspace, a Telegram bot's chats, a terminal) and the company it is."""

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


class PostState(StrEnum):
    """How far a message has come."""

    OWED = "owed"
    SENT = "sent"
    DROPPED = "dropped"
    """There was nothing left to be said, or nobody to say it to in time."""


class PostRow(OfCompany):
    """A message owed to somebody, written with what caused it: of each thing they are told once."""

    __tablename__ = "post"
    __table_args__ = (UniqueConstraint("person_id", "kind", "subject", "period", "step"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[NewsKind]
    subject: Mapped[str]
    period: Mapped[str]
    step: Mapped[int]
    not_before: Mapped[datetime]
    expires_at: Mapped[datetime]
    state: Mapped[PostState]
    settled_at: Mapped[datetime | None]
