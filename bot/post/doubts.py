"""Messages of which nobody knows whether they were sent: the platform is asked; where it can't be, the kind decides."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from adapters.base import Outcome, TransportError
from bot.post.boxes import sent_to
from bot.post.lanes import Lane
from bot.post.letters import ASK_AFTER, AT_ONCE, CLAIM, Claim, still_mine
from bot.post.outbox import settle
from bot.tables import PostRow, PostState
from conversations.news import UNREPEATED


def doubts(session: Session, lane: Lane, now: datetime) -> Sequence[Claim]:
    """What the platform is to be asked for; among it what somebody was sending who is not there any more."""
    unknown = and_(PostRow.state == PostState.UNKNOWN, PostRow.not_before <= now)
    open_ = PostRow.settled_at.is_(None), or_(unknown, abandoned(now))
    mine = select(PostRow).where(PostRow.company_id == lane.company_id, *open_).order_by(PostRow.id).limit(AT_ONCE)
    boxes = [(row, sent_to(session, lane, row)) for row in session.scalars(mine)]
    return [Claim(row.id, row.claim or "", to) for row, to in boxes if to]


def abandoned(now: datetime) -> ColumnElement[bool]:
    """Of a message: whether somebody was sending it who is not there any more.

    Also where the claim is from a future that there is none of any more, because the clock was set back.
    """
    over = or_(PostRow.claimed_until <= now, PostRow.claimed_until > now + CLAIM)
    return and_(PostRow.state == PostState.SENDING, over)


def not_found(session: Session, claim: Claim, now: datetime) -> None:
    """It was never sent: it is owed as before."""
    row = still_mine(session, claim)
    if row:
        row.state, row.not_before = PostState.OWED, now


def not_told(session: Session, claim: Claim, error: TransportError, now: datetime) -> None:
    """The platform can't be asked, now or ever. What only tells of something is sent again, what asks is not.

    To put something in the place of a message twice makes no difference.
    """
    row = still_mine(session, claim)
    if row is None:
        return
    if error.outcome is Outcome.LATER:
        row.state, row.not_before = PostState.UNKNOWN, now + ASK_AFTER
    elif row.kind in UNREPEATED and not row.external_id:
        settle(row, PostState.UNKNOWN, now)
    else:
        row.state, row.not_before = PostState.OWED, now
