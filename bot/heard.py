"""What a platform delivers twice is done once: the mark of an event is written in the transaction that handles it."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from adapters.base import Who
from bot.tables import HeardRow
from bot.turn.chat import Chat, Views
from bot.turn.playing import present

KEPT = timedelta(days=2)
"""Twice as long as Telegram delivers an update again."""


def take(session: Session, who: Who, mark: str, now: datetime) -> HeardRow | None:
    """What is known of an event that was heard before; None for a new one, which is known from now on.

    Two at once end in an IntegrityError of the later one, which is then judged anew.
    """
    before = session.get(HeardRow, (who.platform, who.workspace, mark))
    if before is None:
        session.execute(delete(HeardRow).where(HeardRow.heard_at < now - KEPT))
        session.add(HeardRow(platform=who.platform, workspace=who.workspace, mark=mark, heard_at=now, answered=False))
        session.flush()
    return before


def answered(session: Session, who: Who, mark: str) -> None:
    """The answer has been shown: heard again, the event is met with silence."""
    same = HeardRow.platform == who.platform, HeardRow.workspace == who.workspace, HeardRow.mark == mark
    session.execute(update(HeardRow).where(*same).values(answered=True))


def again(chat: Chat, before: HeardRow) -> Views:
    """Whoever was not answered, because we were interrupted, is told that it was done, and where they stand."""
    if before.answered:
        return ()
    front = chat.runs.front()
    return (chat.say("talk.heard_before"), *(present(chat, front) if front else ()))
