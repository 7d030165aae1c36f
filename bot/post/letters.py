"""A message on its way: worded and claimed before it is sent, settled after it; each in a transaction of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from adapters.base import Address, Outcome, TransportError
from bot.post.boxes import Waiting, box_of, waiting_in
from bot.post.lanes import Lane
from bot.post.outbox import settle
from bot.post.reach import is_lost, is_shut
from bot.post.wording import digest, worded
from bot.tables import AccountRow, PostRow, PostState
from conversations.view import Message
from kpi_engine.store.tables import ChannelRow

AT_ONCE = 50
"""Messages of a lane that are looked at together."""
CLAIM = timedelta(seconds=90)
"""After that whoever claimed a message is not there any more; longer than any call of a platform takes."""
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=15), timedelta(hours=1)
"""Until a message is tried again: twice as long after each attempt."""
ASK_AFTER = timedelta(seconds=30)
"""Until the platform is asked for a message of which nobody knows: it may still be on its way there."""


@dataclass(frozen=True, slots=True)
class Claim:
    """An attempt to send a message: it is its claimant's as long as the row bears the mark."""

    id: int
    mark: str
    to: Address


@dataclass(frozen=True, slots=True)
class Letter:
    """A message that is sent now, by whoever claimed it."""

    claim: Claim
    message: Message
    over: str = ""
    """The platform's id of what it takes the place of; empty where it is new."""


def waiting(session: Session, lane: Lane, now: datetime) -> Sequence[Waiting]:
    """What is to be sent in the lane, in the order in which it should go."""
    due = PostRow.settled_at.is_(None), PostRow.state == PostState.OWED, PostRow.not_before <= now
    return waiting_in(session, lane, (PostRow.company_id == lane.company_id, *due), AT_ONCE)


def take(session: Session, lane: Lane, id: int, mark: str, now: datetime) -> Letter | None:
    """The message, marked as being sent; None where it is not owed any more, or has nothing to say."""
    owed = select(PostRow).where(PostRow.id == id, PostRow.state == PostState.OWED)
    row = session.scalars(owed.with_for_update(skip_locked=True)).first()
    box = box_of(session, lane, row) if row else None
    if row is None or box is None:
        return None
    message = worded(session, row, now)
    if message is None:
        return None
    row.state, row.claim, row.claimed_until = PostState.SENDING, mark, now + CLAIM
    row.attempts, row.account_id = row.attempts + 1, box.account_id
    if row.channel_id is not None:
        row.sent_at, row.digest = row.sent_at or now, digest(message)
    return Letter(Claim(id, mark, box.to), message, row.external_id or "")


def sent(session: Session, claim: Claim, external_id: str, now: datetime) -> None:
    """The platform took it."""
    row = still_mine(session, claim)
    if row:
        row.external_id = external_id
        settle(row, PostState.SENT, now)


def not_sent(session: Session, claim: Claim, error: TransportError, now: datetime) -> None:
    """It is tried again later, or elsewhere, or it is asked for, as the error says."""
    row = still_mine(session, claim)
    if row is None:
        return
    match error.outcome:
        case Outcome.LATER:
            row.state, row.not_before = PostState.OWED, now + wait(row.attempts, error.retry_after)
        case Outcome.NEVER:
            _never(session, row, error, now)
        case Outcome.UNKNOWN:
            row.state, row.not_before = PostState.UNKNOWN, now + ASK_AFTER


def _never(session: Session, row: PostRow, error: TransportError, now: datetime) -> None:
    """What somebody is owed waits for them; what came too late into a channel comes no more."""
    if row.channel_id is None:
        row.state = PostState.OWED
        is_lost(session, session.get_one(AccountRow, row.account_id), now)
    elif row.external_id:
        settle(row, PostState.SENT, now)
    else:
        settle(row, PostState.FAILED, now)
        is_shut(session, session.get_one(ChannelRow, row.channel_id), error.shut, now)


def failed(session: Session, id: int, now: datetime) -> None:
    """It can't be sent at all: an error of ours, which would be the same the next time."""
    row = session.get_one(PostRow, id, with_for_update=True)
    if row.settled_at is None:
        settle(row, PostState.FAILED, now)


def wait(attempts: int, retry_after: float | None) -> timedelta:
    """Until the next attempt, after so many; at least what the platform asks for, in seconds."""
    ours: timedelta = min(FIRST_WAIT * 2 ** min(attempts - 1, 20), LONGEST_WAIT)
    return max(ours, timedelta(seconds=retry_after or 0))


def still_mine(session: Session, claim: Claim) -> PostRow | None:
    """None where the claim has run out meanwhile, and the message was settled as one of which nobody knows."""
    found = select(PostRow).where(PostRow.id == claim.id, PostRow.claim == claim.mark)
    return session.scalars(found.where(PostRow.settled_at.is_(None)).with_for_update()).first()
