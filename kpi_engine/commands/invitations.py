"""What one may ask about how people come to the bot."""

from __future__ import annotations

from dataclasses import dataclass

from kpi_engine.commands.company import AddMember


@dataclass(frozen=True, slots=True)
class Invite:
    """Makes a code for somebody, in place of the one that is out; for oneself, for another account of one's own."""

    whom: int | AddMember
    """By id; somebody new is added by it."""


@dataclass(frozen=True, slots=True)
class WithdrawInvitation:
    """The person's code is good no more."""

    person_id: int
