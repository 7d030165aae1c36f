"""What is done each night: what nobody needs any more goes."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Engine, delete
from sqlalchemy.orm import Session

from bot.runs import KEPT
from bot.tables import PostRow, RunRow
from conversations.news import REMINDING

REMEMBERED = timedelta(days=60)
"""How long reminders that were sent are; news are for good, so that nobody is told of anything twice."""


def upkeep(engine: Engine, now: datetime) -> None:
    """Forgets old reminders, and dialogs that nobody goes on with any more."""
    with Session(engine) as session, session.begin():
        old = PostRow.kind.in_(REMINDING), PostRow.settled_at < now - REMEMBERED
        session.execute(delete(PostRow).where(*old))
        session.execute(delete(RunRow).where(RunRow.touched_at < now - KEPT))
