"""What a platform delivers twice is done once: the mark of an event is written in the transaction that handles it."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, update
from sqlalchemy.orm import Session

from adapters.base import Who
from bot.tables import HeardRow
from bot.turn.chat import Chat, Views
from bot.turn.playing import present

KEPT = timedelta(days=2)
"""Twice as long as any platform delivers an event again."""
ANSWERING = timedelta(seconds=10)
"""Within which whoever did something has also shown its answer, unless they were ended meanwhile."""


class StillAnswering(Exception):
    """It was done a moment ago, perhaps by another process, which may be about to show the answer: ask again later."""


def take(session: Session, who: Who, mark: str, now: datetime) -> HeardRow | None:
    """What is known of an event that was heard before; None for a new one, which is known from now on, or without mark.

    StillAnswering while nobody can tell whether its answer will be shown. Two at once end in an IntegrityError of the
    later one, which is then judged anew.
    """
    before = _before(session, who, mark, now) if mark else None
    if before and not before.answered and not _takes_over(session, who, mark, now):
        raise StillAnswering(mark)
    return before


def is_first(session: Session, who: Who, mark: str, now: datetime, within: timedelta) -> bool:
    """Whether this is the first of its mark within so long (at most KEPT), which is written down."""
    session.execute(delete(HeardRow).where(*_same(who, mark), HeardRow.heard_at <= now - within))
    return _before(session, who, mark, now) is None


def answered(session: Session, who: Who, mark: str) -> None:
    """The answer has been shown: heard again, the event is met with silence."""
    session.execute(update(HeardRow).where(*_same(who, mark)).values(answered=True))


def nobody_answers(session: Session, platform: str, workspace: str, now: datetime) -> None:
    """Said by a process that hears a platform alone, before it begins: whoever was answering there has ended."""
    here = HeardRow.platform == platform, HeardRow.workspace == workspace, HeardRow.answered.is_(False)
    session.execute(update(HeardRow).where(*here).values(heard_at=now - ANSWERING))


def again(chat: Chat, before: HeardRow) -> Views:
    """Whoever was not answered, because we were interrupted, is told that it was done, and where they stand."""
    if before.answered:
        return ()
    front = chat.runs.front()
    return (chat.say("talk.heard_before"), *(present(chat, front) if front else ()))


def _before(session: Session, who: Who, mark: str, now: datetime) -> HeardRow | None:
    before = session.get(HeardRow, (who.platform, who.workspace, mark))
    if before is None:
        session.execute(delete(HeardRow).where(HeardRow.heard_at < now - KEPT))
        session.add(HeardRow(platform=who.platform, workspace=who.workspace, mark=mark, heard_at=now, answered=False))
        session.flush()
    return before


def _takes_over(session: Session, who: Who, mark: str, now: datetime) -> bool:
    """Whether it is we who tell what became of it: nobody else can be about to, or begins to."""
    given_up = HeardRow.heard_at <= now - ANSWERING, HeardRow.answered.is_(False)
    here = update(HeardRow).where(*_same(who, mark), *given_up)
    taken = session.execute(here.values(heard_at=now).returning(HeardRow.mark))
    return taken.first() is not None


def _same(who: Who, mark: str) -> tuple[ColumnElement[bool], ...]:
    return HeardRow.platform == who.platform, HeardRow.workspace == who.workspace, HeardRow.mark == mark
