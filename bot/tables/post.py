"""What somebody is owed to be told, who sends it, and when it is looked again."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from conversations.news import NewsKind
from kpi_engine.store.base import Base, OfCompany


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
    """A message owed to a person or to a channel, written with what caused it: of each thing they are told once."""

    __tablename__ = "post"
    __table_args__ = (
        UniqueConstraint("person_id", "kind", "subject", "period", "step"),
        UniqueConstraint("channel_id", "kind", "subject", "period", "step"),
        CheckConstraint("(person_id IS NULL) <> (channel_id IS NULL)", name="to_one"),
        Index(
            "ix_post_open",
            "company_id",
            "priority",
            postgresql_where=text("settled_at IS NULL"),
            sqlite_where=text("settled_at IS NULL"),
        ),
    )

    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    channel_id: Mapped[int | None] = mapped_column(ForeignKey("channel.id"))
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
    """The platform's id of what was sent; of what is owed anew in a channel, what is to be put in its place."""
    settled_at: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]
    """When it came into a channel first: what it says is of that moment, however late its values come."""
    digest: Mapped[str | None]
    """Of what there was to say in a channel, by which it is known whether there is something else by now."""


class LaneRow(Base):
    """Who writes to a workspace: one process at a time, so that its limits can be kept there."""

    __tablename__ = "lane"

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspace.id"), primary_key=True)
    holder: Mapped[str]
    until: Mapped[datetime]


class WakeRow(Base):
    """When it has to be looked again whether somebody is to be written to."""

    __tablename__ = "wake"
    __table_args__ = (Index(None, "company_id", "next_at"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    company_id: Mapped[int] = mapped_column(ForeignKey("company.id"))
    seen_until: Mapped[datetime]
    """What had its moment by then has been dealt with."""
    next_at: Mapped[datetime] = mapped_column(index=True)
    alike: Mapped[int | None]
    """Somebody of the company who is asked for the same at the same hours; None until that has been found out."""
