"""Who can't be reached, and which channel takes nothing: they are left alone until they are back, and told of."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from adapters.base import Shut
from bot.post.address import is_written_to
from bot.post.outbox import Outbox
from bot.tables import AccountRow, PostRow
from conversations.cards.names import subject_words
from conversations.news import News, NewsKind
from kpi_engine.model.bulletin import Trouble
from kpi_engine.model.company import Role
from kpi_engine.model.score import Subject, SubjectKind
from kpi_engine.rights import judges_of, review_place
from kpi_engine.store import load
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import BulletinRow, ChannelRow


def is_lost(session: Session, account: AccountRow, now: datetime) -> None:
    """Nothing arrives there any more; who can be written to elsewhere is, and of who can't their head hears."""
    account.unreachable_since = now
    session.flush()
    if is_written_to(session, account.person_id):
        return
    people = load.people(Scope(session, account.company_id))
    subject = Subject(SubjectKind.PERSON, account.person_id)
    hears = judges_of(review_place(subject, people).department_id, people) - {account.person_id}
    news = News(NewsKind.UNREACHABLE, subject_words(subject), step=now.toordinal())
    Outbox(session, account.company_id, now).owe((id, news) for id in sorted(hears))


def is_back(session: Session, account: AccountRow, now: datetime) -> None:
    """The person did something there: they are written to again, and nobody need be told any more that they can't."""
    account.unreachable_since = None
    about = subject_words(Subject(SubjectKind.PERSON, account.person_id))
    Outbox(session, account.company_id, now).drop(NewsKind.UNREACHABLE, PostRow.subject == about)


def is_shut(session: Session, channel: ChannelRow, why: Shut, now: datetime) -> None:
    """Nothing is posted there any more; who set something up there is told so once, or the owners where they left."""
    channel.trouble = Trouble(why)
    theirs = BulletinRow.channel_id == channel.id, BulletinRow.active
    authors = set(session.scalars(select(BulletinRow.author_id).where(*theirs)))
    there = [one for one in load.people(Scope(session, channel.company_id)) if one.active]
    hears = {one.id for one in there} & authors or {one.id for one in there if one.role is Role.OWNER}
    news = News(NewsKind.CHANNEL_SHUT, str(channel.id), step=int(now.timestamp()) // 60)
    Outbox(session, channel.company_id, now).owe((id, news) for id in sorted(hears))


def is_open(session: Session, channel: ChannelRow, now: datetime) -> None:
    """The bot was spoken to there: it is posted to again, and nobody need be told any more that it can't."""
    channel.trouble = None
    session.execute(update(BulletinRow).where(BulletinRow.channel_id == channel.id).values(look_at=now))
    Outbox(session, channel.company_id, now).drop(NewsKind.CHANNEL_SHUT, PostRow.subject == str(channel.id))
