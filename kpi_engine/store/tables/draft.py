"""Drafts that departments have been shown, and what was said of them; gone once the set is in force."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from kpi_engine.store.base import OfCompany


class DraftRow(OfCompany):
    """The draft of a department, of which there is one at most; `content` is the set as JSON."""

    __tablename__ = "draft"
    __table_args__ = (UniqueConstraint("department_id"),)

    department_id: Mapped[int] = mapped_column(ForeignKey("department.id"))
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    round: Mapped[int]
    content: Mapped[dict[str, Any]]


class DraftCommentRow(OfCompany):
    """A person's word on a draft; another one takes its place, the audit log keeps what it was."""

    __tablename__ = "draft_comment"
    __table_args__ = (UniqueConstraint("draft_id", "author_id"),)

    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id"))
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    text: Mapped[str]
    at: Mapped[datetime]
