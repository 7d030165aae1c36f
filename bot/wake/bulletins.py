"""What is posted in channels by itself: each thing once when it has its moment, and anew when late values change it."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.late import AWAY
from bot.post.outbox import Outbox, news_in
from bot.post.readers import reader_of
from bot.post.wording import digest
from bot.tables import PostRow, PostState
from bot.worlds import world_of
from conversations.news import News, NewsKind
from conversations.told import told
from kpi_engine.calendar.posting import Posting, due_posting, next_posting
from kpi_engine.calendar.writing import Wishes, next_open
from kpi_engine.model.company import Company
from kpi_engine.store import values
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import BulletinRow, ChannelRow

log = logging.getLogger(__name__)

PAGE = 1
"""Bulletins that are looked at in one transaction: it may take a while to word one, and others wait for it."""
AT_LATEST = timedelta(hours=1)
"""Until one is looked at again: late values of an afternoon are one change, and so is another clock or calendar."""
KEPT = timedelta(days=3)
"""How long after its moment something is still worth posting: over a weekend, or the bot's own downtime."""
LATE = timedelta(hours=1)
"""After that it is not posted at its moment any more, but when people are written to."""
AMENDED_WEEKLY, AMENDED_MONTHLY = timedelta(days=2), timedelta(days=10)
"""How long what stands in a channel follows late values."""


def look(session: Session, now: datetime) -> int:
    """Writes down what is to be posted by now; how many bulletins were looked at, at most PAGE.

    One that goes wrong is logged, and holds up no other.
    """
    due = select(BulletinRow).where(BulletinRow.look_at <= now).order_by(BulletinRow.look_at, BulletinRow.id)
    rows = session.scalars(due.limit(PAGE).with_for_update(skip_locked=True)).all()
    for row in rows:
        company = values.company(Scope(session, row.company_id).company())
        coming = next_posting(row.rhythm, company.calendar, company.time_zone, now)
        row.look_at = min(coming.when if coming else now + AT_LATEST, now + AT_LATEST)
        try:
            with session.begin_nested():
                _look(session, row, company, now)
        except AWAY:
            raise
        except Exception:
            log.exception("bulletin %d could not be looked at", row.id)
    return len(rows)


def _look(session: Session, row: BulletinRow, company: Company, now: datetime) -> None:
    if row.active and session.get_one(ChannelRow, row.channel_id).trouble is None:
        _owe(session, row, company, now)
        _follow(session, row, now)


def _owe(session: Session, row: BulletinRow, company: Company, now: datetime) -> None:
    """However many moments there were since the last look, it is posted once."""
    posting = due_posting(row.rhythm, company.calendar, company.time_zone, row.seen_until, now)
    row.seen_until = max(now, row.seen_until)
    if posting and now < posting.when + KEPT:
        news = News(NewsKind.BULLETIN, str(row.id), step=posting.day.toordinal())
        since = _good_time(posting, company, now)
        Outbox(session, row.company_id, now).owe_channel(row.channel_id, news, since, posting.when + KEPT)


def _good_time(posting: Posting, company: Company, now: datetime) -> datetime:
    if now - posting.when <= LATE:
        return now
    return next_open(Wishes(company.time_zone, company.reminding.hours), company.calendar, now) or now


def _follow(session: Session, row: BulletinRow, now: datetime) -> None:
    """What was posted last is put right where it would say something else of the same moment by now."""
    post = _last(session, row)
    amended = AMENDED_MONTHLY if row.rhythm.weekday is None else AMENDED_WEEKLY
    if post is None or post.state is not PostState.SENT or not post.sent_at or post.sent_at + amended <= now:
        return
    world, _ = world_of(session, reader_of(session, post), post.sent_at)
    message = told(news_in(post), world)
    if message and digest(message) != post.digest:
        post.state, post.settled_at, post.attempts = PostState.OWED, None, 0
        post.not_before, post.expires_at = now, now + AT_LATEST


def _last(session: Session, row: BulletinRow) -> PostRow | None:
    mine = PostRow.channel_id == row.channel_id, PostRow.kind == NewsKind.BULLETIN, PostRow.subject == str(row.id)
    return session.scalars(select(PostRow).where(*mine).order_by(PostRow.step.desc()).limit(1)).first()
