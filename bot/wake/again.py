"""Who has done something may be written to at other moments than it seemed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from bot.tables import WakeRow


def look_again(session: Session, person_id: int, now: datetime) -> None:
    """The next tick looks at the person."""
    session.execute(update(WakeRow).where(WakeRow.person_id == person_id, WakeRow.next_at > now).values(next_at=now))
