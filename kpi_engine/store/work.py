"""The unit of work: on whose behalf, when, and in which transaction something is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from secrets import choice

from sqlalchemy.orm import Session

from kpi_engine.calendar.working import Calendar
from kpi_engine.model.company import Actor
from kpi_engine.model.invitation import ALPHABET, LENGTH
from kpi_engine.store import values
from kpi_engine.store.scope import Scope


def random_code() -> str:
    """A code that nobody guesses."""
    return "".join(choice(ALPHABET) for _ in range(LENGTH))


@dataclass(frozen=True, slots=True)
class Work:
    """What a service works with. It may flush, and never commits: the caller does, once."""

    session: Session
    actor: Actor
    now: datetime
    """Aware."""
    today: date
    """The day it is for the person."""
    new_code: Callable[[], str] = random_code
    """For an invitation."""

    @property
    def scope(self) -> Scope:
        """The rows of the actor's company."""
        return Scope(self.session, self.actor.company_id)

    @property
    def calendar(self) -> Calendar:
        """The calendar of the actor's company."""
        return values.calendar(self.scope.company())
