"""Open dialogs: kept between turns, one front one per person, and never written over by an outdated one."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.orm import Session

from bot.tables import RunRow
from conversations.run import Run, from_plain, to_plain
from kpi_engine.errors import Refusal
from kpi_engine.model.company import Actor

KEPT = timedelta(days=14)
"""How long a dialog waits for its next answer."""


class Runs:
    """The open dialogs of one person. The one touched last is in front: typed answers are for it."""

    def __init__(self, session: Session, actor: Actor, now: datetime) -> None:
        self._session = session
        self._actor = actor
        self._now = now

    def front(self) -> Run | None:
        """The dialog that the person was last in; those left alone for too long are dropped first."""
        self._session.execute(delete(RunRow).where(*self._mine(), RunRow.touched_at < self._now - KEPT))
        row = self._session.scalars(select(RunRow).where(*self._mine()).order_by(RunRow.touched_at.desc())).first()
        return from_plain(row.state) if row else None

    def of(self, flow: str) -> Run | None:
        """The open dialog of that command, of which there is at most one."""
        row = self._session.scalars(select(RunRow).where(*self._mine(), RunRow.flow == flow)).first()
        return from_plain(row.state) if row else None

    def get(self, id: str) -> Run | None:
        """The dialog, if it is still open and the person's own."""
        row = self._find(id)
        return from_plain(row.state) if row else None

    def save(self, run: Run) -> None:
        """Keeps where the dialog stands; raises SQLAlchemy's StaleDataError if somebody else has gone on with it."""
        row, touched_at = self._find(run.id), self._after_others(run)
        if row is None:
            row = RunRow(
                id=run.id,
                company_id=self._actor.company_id,
                person_id=self._actor.person.id,
                flow=run.flow,
                opened_at=self._now,
            )
            self._session.add(row)
        row.state = to_plain(run)
        row.touched_at = touched_at

    def hand_over(self, run: Run, person_id: int) -> None:
        """Gives the dialog to somebody else of the company; Refusal while they have one of the same command open."""
        theirs = select(RunRow).where(RunRow.person_id == person_id, RunRow.flow == run.flow)
        if self._session.scalars(theirs).first():
            raise Refusal("has_one_open", flow=run.flow)
        row = self._find(run.id)
        if row:
            row.person_id = person_id
            row.touched_at = self._now

    def end(self, run: Run) -> None:
        """Forgets the dialog: it is done, or it was cancelled."""
        row = self._find(run.id)
        if row:
            self._session.delete(row)

    def _after_others(self, run: Run) -> datetime:
        """Now, or just after the dialog touched last: also when the clock has been set back."""
        others = select(func.max(RunRow.touched_at)).where(*self._mine(), RunRow.id != run.id)
        last = self._session.scalar(others)
        return max(self._now, last + timedelta(microseconds=1)) if last else self._now

    def _find(self, id: str) -> RunRow | None:
        return self._session.scalars(select(RunRow).where(*self._mine(), RunRow.id == id)).first()

    def _mine(self) -> tuple[ColumnElement[bool], ...]:
        return RunRow.company_id == self._actor.company_id, RunRow.person_id == self._actor.person.id
