"""The bot's own rows: whose chat account is whose, the open dialogs, and what somebody is owed to be told."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
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


class SlackInstallationRow(Base):
    """A Slack workspace, or organisation, that has installed the app; it may be no company's yet."""

    __tablename__ = "slack_installation"

    id: Mapped[str] = mapped_column(primary_key=True)
    """Slack's id of the workspace or the organisation."""
    sealed: Mapped[str]
    """Its tokens, sealed by KPI_BOT_SECRET_KEY."""
    installed_at: Mapped[datetime]


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
    SENDING = "sending"
    """Somebody is sending it, or ended while they did."""
    SENT = "sent"
    UNKNOWN = "unknown"
    """It may have been sent; when that is settled, nobody will ever know, and it is not repeated."""
    FAILED = "failed"
    """It could not be sent: in time, or at all."""
    DROPPED = "dropped"
    """There was nothing left to be said, or nobody to say it to in time."""


class PostRow(OfCompany):
    """A message owed to somebody, or to a channel, written with what caused it: of each thing they are told once."""

    __tablename__ = "post"
    __table_args__ = (
        UniqueConstraint("person_id", "kind", "subject", "period", "step"),
        Index(
            "ix_post_open",
            "company_id",
            "priority",
            postgresql_where=text("settled_at IS NULL"),
            sqlite_where=text("settled_at IS NULL"),
        ),
    )

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[NewsKind]
    subject: Mapped[str]
    period: Mapped[str]
    step: Mapped[int]
    priority: Mapped[int]
    """What goes first, from 1 on."""
    not_before: Mapped[datetime]
    expires_at: Mapped[datetime]
    state: Mapped[PostState]
    attempts: Mapped[int] = mapped_column(default=0)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    """Where it was last sent to."""
    claim: Mapped[str | None]
    """The attempt, as its sender and its mark on the platform name it."""
    claimed_until: Mapped[datetime | None]
    """After that whoever was sending it is not there any more."""
    external_id: Mapped[str | None]
    """The platform's id of what was sent."""
    settled_at: Mapped[datetime | None]


class LaneRow(Base):
    """Who writes to a workspace: one process at a time, so that its limits can be kept there."""

    __tablename__ = "lane"

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspace.id"), primary_key=True)
    holder: Mapped[str]
    until: Mapped[datetime]


class WakeRow(Base):
    """When it has to be looked again whether somebody is to be written to."""

    __tablename__ = "wake"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    company_id: Mapped[int] = mapped_column(ForeignKey("company.id"))
    seen_until: Mapped[datetime]
    """What had its moment by then has been dealt with."""
    next_at: Mapped[datetime] = mapped_column(index=True)
    alike: Mapped[int | None]
    """Somebody of the company who is asked for the same at the same hours; None until that has been found out."""
