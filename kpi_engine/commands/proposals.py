"""What one may ask about changes put before a department."""

from __future__ import annotations

from dataclasses import dataclass

from kpi_engine.model.change import Change
from kpi_engine.model.proposal import Ballot


@dataclass(frozen=True, slots=True)
class Propose:
    """Puts a change before the department: others vote and comment, its head decides."""

    change: Change


@dataclass(frozen=True, slots=True)
class VoteOnProposal:
    """One's vote; said again, it replaces the one before."""

    proposal_id: int
    ballot: Ballot


@dataclass(frozen=True, slots=True)
class CommentOnProposal:
    """A comment; with `instead_of` it replaces one of one's own."""

    proposal_id: int
    text: str
    instead_of: int | None = None


@dataclass(frozen=True, slots=True)
class DecideProposal:
    """Accepts a proposal, which carries the change out, or declines it with a reason."""

    proposal_id: int
    accept: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class WithdrawProposal:
    """Takes one's own proposal back."""

    proposal_id: int
