"""A message on its way: read and claimed before it is sent, settled after it; each in a transaction of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeAlias

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.orm import Session

from adapters.base import Address, Outcome, TransportError
from bot.post.boxes import Waiting, box_of, waiting_in
from bot.post.lanes import Lane
from bot.post.outbox import settle
from bot.post.reach import is_lost, is_shut
from bot.post.repeats import or_unchanged
from bot.post.wording import Later, Over, digest, worded
from bot.tables import AccountRow, PostRow, PostState
from conversations.view import Message
from kpi_engine.store.tables import ChannelRow

Conditions: TypeAlias = tuple[ColumnElement[bool], ...]

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
    account_id: int | None = None
    """None for a channel."""
    digest: str = ""
    """Of all that there is to say, also where it is told in a line that it is nothing new."""


def waiting(session: Session, lane: Lane, now: datetime) -> Sequence[Waiting]:
    """What is to be sent in the lane, in the order in which it should go."""
    due = PostRow.settled_at.is_(None), PostRow.state == PostState.OWED, PostRow.not_before <= now
    return waiting_in(session, lane, (PostRow.company_id == lane.company_id, *due), AT_ONCE)


def read(session: Session, lane: Lane, id: int, mark: str, now: datetime) -> Letter | Later | Over | None:
    """What there is to send under the mark, or why it is not sent now; None where it is not owed, or not in the lane.

    Nothing is written: wording takes long, and who writes on SQLite holds up everybody else who does.
    """
    row = session.scalars(select(PostRow).where(*_owed(id))).first()
    box = box_of(session, lane, row) if row else None
    if row is None or box is None:
        return None
    said = worded(session, row, now)
    if not isinstance(said, Message):
        return said
    shown = or_unchanged(session, row, said, now)
    return Letter(Claim(id, mark, box.to), shown, row.external_id or "", box.account_id, digest(said))


def take(session: Session, letter: Letter, now: datetime) -> bool:
    """Marks the message as being sent; False where it is not owed any more."""
    attempt = {"state": PostState.SENDING, "claim": letter.claim.mark, "claimed_until": now + CLAIM}
    values = attempt | {"attempts": PostRow.attempts + 1, "account_id": letter.account_id}
    if letter.account_id is None:
        values |= {"sent_at": func.coalesce(PostRow.sent_at, now), "digest": letter.digest}
    taken = update(PostRow).where(*_owed(letter.claim.id)).values(values).returning(PostRow.id)
    return session.scalars(taken).first() is not None


def put_off(session: Session, id: int, why: Later | Over, now: datetime) -> None:
    """It is not sent now, or never."""
    put = update(PostRow).where(*_owed(id))
    match why:
        case Later(when):
            session.execute(put.values(not_before=when))
        case Over(state):
            session.execute(put.values(state=state, settled_at=now))


def sent(session: Session, claim: Claim, external_id: str, now: datetime) -> None:
    """The platform took it."""
    values = {"external_id": external_id, "state": PostState.SENT, "settled_at": now}
    session.execute(update(PostRow).where(*_mine(claim)).values(values))


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
    return session.scalars(select(PostRow).where(*_mine(claim)).with_for_update()).first()


def _owed(id: int) -> Conditions:
    return PostRow.id == id, PostRow.state == PostState.OWED


def _mine(claim: Claim) -> Conditions:
    return PostRow.id == claim.id, PostRow.claim == claim.mark, PostRow.settled_at.is_(None)
