"""A change that somebody proposes, what others say of it, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kpi_engine.errors import Refusal
from kpi_engine.model.change import Change
from kpi_engine.model.preview import Preview


class Ballot(StrEnum):
    """How somebody votes."""

    FOR = "for"
    AGAINST = "against"
    ABSTAIN = "abstain"


class ProposalState(StrEnum):
    """What became of a proposal."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Vote:
    """A person's vote; there is one each."""

    person_id: int
    ballot: Ballot
    at: datetime


@dataclass(frozen=True, slots=True)
class ProposalComment:
    """What somebody says of it."""

    id: int
    author_id: int
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change put before a department; why, is the change's own reason."""

    id: int
    change: Change
    department_id: int
    person_id: int | None
    """Whose own KPIs it is about; None: the department's."""
    author_id: int
    at: datetime
    state: ProposalState = ProposalState.OPEN
    votes: tuple[Vote, ...] = ()
    comments: tuple[ProposalComment, ...] = ()
    """Oldest first."""
    decided_by: int | None = None
    decided_at: datetime | None = None
    answer: str = ""
    """Why it was accepted or declined."""


@dataclass(frozen=True, slots=True)
class Prospect:
    """A proposal, and what it would do: either a preview, or why it has become impossible."""

    proposal: Proposal
    preview: Preview | None
    obstacle: Refusal | None
