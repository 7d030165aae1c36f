"""The post: what somebody is owed to be told stands in a row, written in the transaction of what caused it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from enum import IntEnum

from sqlalchemy import ColumnElement, Select, literal, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from bot.post.address import is_written_to
from bot.tables import PostRow, PostState
from conversations.news import News, NewsKind
from kpi_engine.store.base import Base
from kpi_engine.store.scope import Scope

KEPT = timedelta(days=30)
"""How long news are worth telling."""
MOST = 5
"""Messages that somebody is shown at once; the others come with their next turn."""


class Priority(IntEnum):
    """What goes first where not everything can go at once."""

    NEWS = 1
    REMINDER = 2
    BOARD = 3


class Outbox:
    """The messages that are owed to the people of one company."""

    def __init__(self, session: Session, company_id: int, now: datetime) -> None:
        self._session = session
        self._company_id = company_id
        self._now = now

    def owe(self, told: Iterable[tuple[int, News]], priority: Priority = Priority.NEWS, kept: timedelta = KEPT) -> None:
        """Writes down who is to hear of what; who was ever owed the same is not owed it again, whoever writes it."""
        until = self._now + kept
        rows = [
            self._row(news, priority, self._now, until) | {"person_id": person_id}
            for person_id, news in dict.fromkeys(told)
        ]
        if rows:
            self._session.execute(insert(self._session, PostRow).on_conflict_do_nothing(), rows)

    def owe_each(self, people: Select[int], news: News, priority: Priority, kept: timedelta) -> None:
        """The same to many, by their ids: in one statement, however many they are."""
        same = self._row(news, priority, self._now, self._now + kept)
        fixed = [literal(value, PostRow.__table__.c[name].type) for name, value in same.items()]
        rows = insert(self._session, PostRow).from_select(["person_id", *same], people.add_columns(*fixed))
        self._session.execute(rows.on_conflict_do_nothing())

    def drop(self, kind: NewsKind, *which: ColumnElement[bool]) -> None:
        """What is owed of that kind in the company, as far as the conditions hold, is not sent any more."""
        mine = Scope(self._session, self._company_id).mine(PostRow)
        waiting = mine, PostRow.kind == kind, PostRow.state == PostState.OWED
        dropped = update(PostRow).where(*waiting, PostRow.settled_at.is_(None), *which)
        self._session.execute(dropped.values(state=PostState.DROPPED, settled_at=self._now))

    def drop_shown(self, person_id: int) -> None:
        """Who has just been shown their day is not reminded of it besides; what comes later comes."""
        self.drop(NewsKind.REMINDER, PostRow.person_id == person_id, PostRow.not_before <= self._now)

    def owe_channel(self, channel_id: int, news: News, since: datetime, until: datetime) -> None:
        """Writes down what is to be posted there between these moments; what was ever owed there is not owed again."""
        row = self._row(news, Priority.BOARD, since, until) | {"channel_id": channel_id}
        self._session.execute(insert(self._session, PostRow).values(row).on_conflict_do_nothing())

    def due(self, person_id: int) -> Sequence[PostRow]:
        """What the person is to be shown in their chat here, oldest first; what came too late for them is dropped.

        Nothing where they are written to on a platform: nobody is told twice.
        """
        if is_written_to(self._session, person_id):
            return ()
        mine = PostRow.company_id == self._company_id, PostRow.person_id == person_id
        owed = select(PostRow).where(*mine, PostRow.state == PostState.OWED, PostRow.not_before <= self._now)
        rows = self._session.scalars(owed.order_by(PostRow.id).with_for_update(skip_locked=True)).all()
        for row in rows:
            if row.expires_at <= self._now:
                settle(row, PostState.DROPPED, self._now)
        return [row for row in rows if row.state is PostState.OWED][:MOST]

    def _row(self, news: News, priority: Priority, since: datetime, until: datetime) -> dict[str, object]:
        """What a message's row says, whoever is to have it."""
        return {
            "company_id": self._company_id,
            "kind": news.kind,
            "subject": news.subject,
            "period": news.period,
            "step": news.step,
            "priority": priority,
            "not_before": since,
            "expires_at": until,
            "state": PostState.OWED,
            "attempts": 0,
        }


def news_in(row: PostRow) -> News:
    """What a message is about."""
    return News(row.kind, row.subject, row.period, row.step)


def settle(row: PostRow, state: PostState, now: datetime) -> None:
    """What became of the message in the end."""
    row.state, row.settled_at = state, now


def insert(session: Session, table: type[Base]) -> postgresql.Insert | sqlite.Insert:
    """An insert that can let rows be that stand there already; both databases write it alike."""
    return postgresql.insert(table) if session.get_bind().dialect.name == "postgresql" else sqlite.insert(table)
