"""Channels, and what is posted in them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from kpi_engine.calendar.posting import Rhythm
from kpi_engine.model.bulletin import BulletinKind, Trouble
from kpi_engine.model.name import Language
from kpi_engine.store.base import OfCompany


class ChannelRow(OfCompany):
    """A place where several people read, known since somebody spoke to the bot there."""

    __tablename__ = "channel"
    __table_args__ = (UniqueConstraint("platform", "workspace", "external_id"),)

    platform: Mapped[str]
    workspace: Mapped[str]
    external_id: Mapped[str]
    """The platform's own id of it."""
    name: Mapped[str]
    language: Mapped[Language]
    trouble: Mapped[Trouble | None]
    """Why nothing can be posted there, until somebody speaks to the bot there again."""


class BulletinRow(OfCompany):
    """What is posted in a channel again and again, of each kind the company's and each department's once.

    Of what was stopped the row stays, inactive.
    """

    __tablename__ = "bulletin"
    __table_args__ = (
        UniqueConstraint("channel_id", "kind", "department_id"),
        Index(
            "uq_bulletin_company",
            "channel_id",
            "kind",
            unique=True,
            postgresql_where=text("department_id IS NULL"),
            sqlite_where=text("department_id IS NULL"),
        ),
    )

    channel_id: Mapped[int] = mapped_column(ForeignKey("channel.id"))
    kind: Mapped[BulletinKind]
    department_id: Mapped[int | None] = mapped_column(ForeignKey("department.id"))
    """Whose it is; NULL: the company's."""
    rhythm: Mapped[Rhythm]
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    active: Mapped[bool]
    seen_until: Mapped[datetime]
    """What has its moment by then has been posted, or never will be; it may be ahead of now."""
    look_at: Mapped[datetime] = mapped_column(index=True)
    """When it is to be looked at again whether it has its moment."""
