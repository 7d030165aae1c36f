"""Codes by which accounts become people's."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from kpi_engine.store.base import OfCompany


class InvitationRow(OfCompany):
    """A code for a person, of which only the fingerprint is kept; at most one is out for each."""

    __tablename__ = "invitation"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    fingerprint: Mapped[str] = mapped_column(unique=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    withdrawn: Mapped[bool]
