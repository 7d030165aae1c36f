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
        return self.do(lanes.lanes, platforms, self.holder, self.clock())

    def round(self, lane: Lane) -> Round | None:
        """What there is to do in the lane; None where it is another process's, or there is nothing."""
        return self.do(self._round, lane)

    def take(self, lane: Lane, id: int) -> Letter | None:
        """Claims a message and words it. An error in its words ends it, and goes on to the log.

        Where the database is away it is owed as before.
        """
        try:
            return self.do(letters.take, lane, id, self.new_id(), self.clock())
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

    def _round(self, session: Session, lane: Lane) -> Round | None:
        now = self.clock()
        if not lanes.hold(session, lane, self.holder, now):
            return None
        found = Round(letters.waiting(session, lane, now), doubts.doubts(session, lane, now))
        return found if found.waiting or found.doubts else None
