"""How the post and the clock stand: what is owed, late or unknown, who sends it, and whether the clocks agree."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from bot.post.address import has_not_come
from bot.post.boxes import has_a_box
from bot.tables import AccountRow, LaneRow, PostRow, PostState, WakeRow
from kpi_engine.store.base import Base
from kpi_engine.store.tables import BulletinRow, ChannelRow

OVERDUE = timedelta(minutes=10)
"""After which whoever runs the clock would have looked, and sent what can be sent."""


@dataclass(frozen=True, slots=True)
class Standing:
    """At one moment, of all companies together."""

    owed: int
    """Messages that are still to be sent, now or later."""
    late: int
    """Those of them that could have been sent ten minutes ago: there is where to send them to."""
    awaited: int
    """Those of them that are for people who were added and have not come yet."""
    unknown: int
    """Messages of which it is not known yet whether they arrived."""
    unreachable: int
    """Accounts at which nothing arrives, and channels that take nothing."""
    lanes: int
    """Workspaces that a process is writing to."""
    unlooked: int
    """People, and posts in channels, that should have been looked at ten minutes ago."""
    drift: float
    """Seconds by which the database's clock is ahead of this machine's; 0 where it has none of its own."""


def standing(session: Session, now: datetime) -> Standing:
    """How it is now."""
    open_, past = PostRow.settled_at.is_(None), now - OVERDUE
    left_behind = and_(PostRow.state == PostState.SENDING, PostRow.claimed_until <= now)
    shut = _count(session, ChannelRow, ChannelRow.trouble.is_not(None))
    posts = _count(session, BulletinRow, BulletinRow.active.is_(True), BulletinRow.look_at < past)
    return Standing(
        owed=_count(session, PostRow, open_),
        late=_count(session, PostRow, open_, PostRow.not_before < past, has_a_box()),
        awaited=_count(session, PostRow, open_, has_not_come()),
        unknown=_count(session, PostRow, open_, or_(PostRow.state == PostState.UNKNOWN, left_behind)),
        unreachable=_count(session, AccountRow, AccountRow.unreachable_since.is_not(None)) + shut,
        lanes=_count(session, LaneRow, LaneRow.until > now),
        unlooked=_count(session, WakeRow, WakeRow.next_at < past) + posts,
        drift=_drift(session, now),
    )


def _count(session: Session, table: type[Base], *which: ColumnElement[bool]) -> int:
    return session.scalar(select(func.count()).select_from(table).where(*which)) or 0


def _drift(session: Session, now: datetime) -> float:
    """SQLite reads the clock of this machine."""
    if session.get_bind().dialect.name == "sqlite":
        return 0.0
    there = session.scalar(select(func.clock_timestamp()))
    return (there - now).total_seconds() if isinstance(there, datetime) else 0.0
