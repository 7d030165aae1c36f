"""The post's rows: each question and each change in a short transaction, called in a thread before and after a send."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from bot.late import AWAY, again_if_late
from bot.post import doubts, lanes, letters
from bot.post.boxes import Waiting
from bot.post.lanes import Lane
from bot.post.letters import Claim, Letter
from bot.post.wording import Later, Over
from kpi_engine.store.database import reading

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Round:
    """What there is to do in a lane now."""

    waiting: Sequence[Waiting]
    doubts: Sequence[Claim]


@dataclass(frozen=True, slots=True)
class Office:
    """The post of one process."""

    engine: Engine
    clock: Callable[[], datetime]
    new_id: Callable[[], str]
    holder: str
    """The process, as leases name it."""

    def lanes(self, platforms: Collection[str]) -> Sequence[Lane]:
        """The lanes of these platforms in which there is anything for this process to do."""
        return self.look(lanes.lanes, platforms, self.holder, self.clock())

    def round(self, lane: Lane) -> Round | None:
        """What there is to do in the lane; None where it is another process's, or there is nothing."""
        mine = lane, self.holder, self.clock()
        if not self.look(lanes.is_held, *mine) and not self.do(lanes.hold, *mine):
            return None
        found = self.look(_to_do, lane, self.clock())
        return found if found.waiting or found.doubts else None

    def take(self, lane: Lane, id: int) -> Letter | None:
        """Words a message and claims it. An error in its words ends it, and goes on to the log.

        Where the database is away it is owed as before.
        """
        try:
            return self._take(lane, id)
        except AWAY:
            raise
        except Exception:
            self.do(letters.failed, id, self.clock())
            raise

    def let_go(self) -> None:
        """Leaves the lanes to others."""
        self.do(lanes.let_go, self.holder)

    def do(self, what: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What it returns, in a transaction of its own."""

        def once() -> T:
            with Session(self.engine) as session, session.begin():
                return what(session, *args, **kwargs)

        return again_if_late(once)

    def look(self, what: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What it returns, where it only reads."""
        with Session(reading(self.engine)) as session:
            return what(session, *args, **kwargs)

    def _take(self, lane: Lane, id: int) -> Letter | None:
        found = self.look(letters.read, lane, id, self.new_id(), self.clock())
        match found:
            case Letter():
                return found if self.do(letters.take, found, self.clock()) else None
            case Later() | Over():
                self.do(letters.put_off, id, found, self.clock())
                return None
            case None:
                return None


def _to_do(session: Session, lane: Lane, now: datetime) -> Round:
    return Round(letters.waiting(session, lane, now), doubts.doubts(session, lane, now))
