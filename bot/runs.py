"""Open dialogs: kept between turns for fourteen days, and never written over by an outdated one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, select
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
        self._read: dict[str, RunRow] = {}
        """As they were read: what is saved later must still be that version, whatever others have done meanwhile."""
        self._open: dict[str, RunRow] | None = None

    def front(self) -> Run | None:
        """The dialog that the person was last in."""
        return _run(max(self._rows().values(), key=lambda row: row.touched_at, default=None))

    def of(self, flow: str) -> Run | None:
        """The open dialog of that command, of which there is at most one."""
        return _run(next((row for row in self._rows().values() if row.flow == flow), None))

    def get(self, id: str) -> Run | None:
        """The dialog, if it is still open and the person's own."""
        return _run(self._rows().get(id))

    def save(self, run: Run) -> None:
        """Keeps where the dialog stands; somebody else who has gone on with it meanwhile makes this a StaleDataError.

        So does whoever has ended it. It is SQLAlchemy's error, and may come only when the transaction is committed.
        """
        touched_at = self._after_others(run)
        row = self._read.get(run.id) or self._rows().get(run.id)
        if row is None:
            self._drop_old(self._actor.person.id)
            row = RunRow(
                id=run.id,
                company_id=self._actor.company_id,
                person_id=self._actor.person.id,
                flow=run.flow,
                opened_at=self._now,
            )
            self._session.add(row)
            self._rows()[run.id] = row
        row.state = to_plain(run)
        row.touched_at = touched_at

    def hand_over(self, run: Run, person_id: int) -> None:
        """Gives the dialog to somebody else of the company; Refusal while they have one of the same command open."""
        self._drop_old(person_id)
        theirs = select(RunRow).where(RunRow.person_id == person_id, RunRow.flow == run.flow)
        if self._session.scalars(theirs).first():
            raise Refusal("has_one_open", flow=run.flow)
        row = self._taken(run)
        assert row is not None
        row.person_id = person_id
        row.state = to_plain(replace(run, handed_by=self._actor.person.id))
        row.touched_at = self._now

    def end(self, run: Run) -> None:
        """Forgets the dialog: it is done, or it was cancelled. The same errors as when it is saved."""
        row = self._taken(run)
        if row:
            self._session.delete(row)

    def put_aside(self, shown: Collection[str]) -> None:
        """Remembers which dialogs have their question in sight, and which not because something else was shown."""
        for row in self._rows().values():
            run = from_plain(row.state)
            if run.aside is (run.id in shown):
                row.state = to_plain(replace(run, aside=run.id not in shown))

    def look_anew(self) -> None:
        """What was done since the last look may have been taken back."""
        self._open = None

    def _rows(self) -> dict[str, RunRow]:
        if self._open is None:
            self._open = {row.id: row for row in self._session.scalars(select(RunRow).where(*self._mine()))}
            self._read |= self._open
        return self._open

    def _taken(self, run: Run) -> RunRow | None:
        """The dialog, which is no more among one's own."""
        begun_now = self._rows().pop(run.id, None)
        return self._read.pop(run.id, begun_now)

    def _after_others(self, run: Run) -> datetime:
        """Now, or just after the dialog touched last: also when the clock has been set back."""
        last = max((row.touched_at for id, row in self._rows().items() if id != run.id), default=None)
        return max(self._now, last + timedelta(microseconds=1)) if last else self._now

    def _mine(self) -> tuple[ColumnElement[bool], ...]:
        return *self._of(self._actor.person.id), RunRow.touched_at >= self._now - KEPT

    def _drop_old(self, person_id: int) -> None:
        """Makes room for a dialog: what was left alone for too long is over, but may still be there."""
        self._session.execute(delete(RunRow).where(*self._of(person_id), RunRow.touched_at < self._now - KEPT))

    def _of(self, person_id: int) -> tuple[ColumnElement[bool], ...]:
        return RunRow.company_id == self._actor.company_id, RunRow.person_id == person_id


def _run(row: RunRow | None) -> Run | None:
    return from_plain(row.state) if row else None
