"""Messages of which nobody knows whether they were sent: the platform is asked; where it can't be, the kind decides."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Update, or_, select, update
from sqlalchemy.orm import Session

from adapters.base import Address, Outcome, TransportError
from bot.post.lanes import Lane
from bot.post.letters import ASK_AFTER, AT_ONCE, CLAIM, Claim, still_mine
from bot.post.outbox import settle
from bot.tables import AccountRow, PostRow, PostState
from conversations.news import ASKING


def doubts(session: Session, lane: Lane, now: datetime) -> Sequence[Claim]:
    """What the platform is to be asked for; among it what somebody was sending who is not there any more."""
    session.execute(_abandoned(lane, now).values(state=PostState.UNKNOWN, not_before=now))
    open_ = PostRow.settled_at.is_(None), PostRow.state == PostState.UNKNOWN, PostRow.not_before <= now
    to_lane = AccountRow.id == PostRow.account_id, AccountRow.workspace_id == lane.id
    found = select(PostRow.id, PostRow.claim, AccountRow.external_id).join(AccountRow, to_lane[0])
    mine = found.where(PostRow.company_id == lane.company_id, *open_, to_lane[1]).order_by(PostRow.id).limit(AT_ONCE)
    return [Claim(id, mark or "", Address(lane.workspace, user=user)) for id, mark, user in session.execute(mine)]


def not_found(session: Session, claim: Claim, now: datetime) -> None:
    """It was never sent: it is owed as before."""
    row = still_mine(session, claim)
    if row:
        row.state, row.not_before = PostState.OWED, now


def not_told(session: Session, claim: Claim, error: TransportError, now: datetime) -> None:
    """The platform can't be asked, now or ever. What only tells of something is sent again, what asks is not."""
    row = still_mine(session, claim)
    if row is None:
        return
    if error.outcome is Outcome.LATER:
        row.not_before = now + ASK_AFTER
    elif row.kind in ASKING:
        settle(row, PostState.UNKNOWN, now)
    else:
        row.state, row.not_before = PostState.OWED, now


def _abandoned(lane: Lane, now: datetime) -> Update:
    """Also where the claim is from a future that there is none of any more, because the clock was set back."""
    over = or_(PostRow.claimed_until <= now, PostRow.claimed_until > now + CLAIM)
    being_sent = PostRow.settled_at.is_(None), PostRow.state == PostState.SENDING
    return update(PostRow).where(PostRow.company_id == lane.company_id, *being_sent, over)
