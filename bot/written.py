"""How much somebody was written to unasked."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from bot.tables import PostRow, PostState
from conversations.news import NewsKind


def written_to(session: Session, person_id: int, since: datetime) -> int:
    """How many messages the person was sent since then; one of which nobody knows whether it arrived counts as sent.

    A greeting does not count: it comes with the answer to their first words.
    """
    sent = PostRow.state.in_((PostState.SENT, PostState.UNKNOWN, PostState.SENDING))
    mine = (
        PostRow.person_id == person_id,
        PostRow.kind != NewsKind.WELCOME,
        or_(PostRow.settled_at.is_(None), PostRow.settled_at >= since),
    )
    return session.scalar(select(func.count()).select_from(PostRow).where(*mine, sent)) or 0
