"""What a message says when it is sent, and whether it is said at all: in the words of that moment, at a good time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.post.outbox import news_in
from bot.post.readers import reader_of
from bot.tables import PostRow, PostState, RunRow
from bot.worlds import world_of
from conversations.news import REMINDING, NewsKind
from conversations.told import told
from conversations.view import Message
from kpi_engine.calendar.writing import NoMore, NotBefore, Verdict, Write, may_write
from kpi_engine.model.wishes import wishes


@dataclass(frozen=True, slots=True)
class Later:
    """It is not sent before that."""

    when: datetime


@dataclass(frozen=True, slots=True)
class Over:
    """It is not sent any more."""

    state: PostState


def worded(session: Session, row: PostRow, now: datetime) -> Message | Later | Over:
    """What is to be sent, or why it is not sent now."""
    said = _said(session, row, now)
    if said is None:
        return Over(_unsaid(row))
    message, verdict = said
    match verdict:
        case Write():
            return message
        case NotBefore(when):
            return Later(when)
        case NoMore(until):
            # What comes by the clock is silent where they have been written to enough.
            return Over(PostState.DROPPED) if until is None or row.kind in REMINDING else Later(until)


def digest(message: Message) -> str:
    """By which it is known whether a message says something else than another."""
    return sha256(repr(message).encode()).hexdigest()


def _unsaid(row: PostRow) -> PostState:
    """What becomes of a message that is not said now, nor later; what stands in a channel already stays as it is."""
    if row.external_id:
        return PostState.SENT
    return PostState.FAILED if row.attempts else PostState.DROPPED


def _said(session: Session, row: PostRow, now: datetime) -> tuple[Message, Verdict] | None:
    """The message, and whether it may be sent now; None where there is nobody to tell, or nothing left to say.

    What is posted in a channel has its moment as it was agreed there.
    """
    actor = reader_of(session, row)
    if not actor.person.active or row.expires_at <= now or not _is_open(session, row):
        return None
    world, _ = world_of(session, actor, row.sent_at or now)
    message, company = told(news_in(row), world), world.know.company()
    if message is None or row.channel_id is not None:
        return (message, Write()) if message else None
    return message, may_write(wishes(company, actor.person), company.calendar, world.written(), now)


def _is_open(session: Session, row: PostRow) -> bool:
    """Whether a dialog that they are asked after is still there; so is everything else."""
    mine = RunRow.person_id == row.person_id, RunRow.flow == row.subject
    return row.kind is not NewsKind.LEFT_OPEN or session.scalars(select(RunRow.id).where(*mine)).first() is not None
