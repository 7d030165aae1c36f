"""Proposals, votes and comments."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from kpi_engine.model.audit import Deed
from kpi_engine.model.proposal import Ballot, ProposalState
from kpi_engine.store.base import OfCompany


class ProposalRow(OfCompany):
    """A change that somebody proposed; `deed` says of which kind the `change` is."""

    __tablename__ = "proposal"

    deed: Mapped[Deed]
    change: Mapped[dict[str, Any]]
    department_id: Mapped[int] = mapped_column(ForeignKey("department.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    state: Mapped[ProposalState]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime | None]
    answer: Mapped[str]


class VoteRow(OfCompany):
    """A person's vote; another one takes its place, the audit log keeps what it was."""

    __tablename__ = "vote"
    __table_args__ = (UniqueConstraint("proposal_id", "person_id"),)

    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposal.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    ballot: Mapped[Ballot]
    at: Mapped[datetime]


class ProposalCommentRow(OfCompany):
    """What somebody says of a proposal."""

    __tablename__ = "proposal_comment"

    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposal.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    text: Mapped[str]
    at: Mapped[datetime]
