"""What would be posted in a channel word for word as the last time is told in a line."""

from __future__ import annotations

from datetime import datetime
from itertools import takewhile

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.post.outbox import news_in
from bot.post.readers import reader_of
from bot.post.wording import digest
from bot.tables import PostRow, PostState
from bot.worlds import world_of
from conversations.news import NewsKind
from conversations.told.bulletins import unchanged
from conversations.view import Message


def or_unchanged(session: Session, row: PostRow, message: Message, now: datetime) -> Message:
    """The message, or since when it says the same."""
    since = _since(session, row, digest(message)) if row.kind is NewsKind.BULLETIN else None
    if since is None:
        return message
    world, _ = world_of(session, reader_of(session, row), row.sent_at or now)
    return unchanged(world, news_in(row), message, since)


def _since(session: Session, row: PostRow, says: str) -> datetime | None:
    """When the first of the last ones that say so was posted; None where the last one says something else."""
    same = PostRow.channel_id == row.channel_id, PostRow.kind == NewsKind.BULLETIN, PostRow.subject == row.subject
    before = select(PostRow.digest, PostRow.sent_at).where(*same, PostRow.step < row.step)
    sent = session.execute(before.where(PostRow.state == PostState.SENT).order_by(PostRow.step.desc()))
    alike = list(takewhile(lambda one: one.digest == says, sent))
    return alike[-1].sent_at if alike else None
