"""The post: what somebody is owed to be told stands in a row, written in the transaction of what caused it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.tables import PostRow, PostState
from conversations.news import News

KEPT = timedelta(days=30)
"""How long news are worth telling."""
MOST = 5
"""Messages that somebody is shown at once; the others come with their next turn."""


class Outbox:
    """The messages that are owed to the people of one company."""

    def __init__(self, session: Session, company_id: int, now: datetime) -> None:
        self._session = session
        self._company_id = company_id
        self._now = now

    def owe(self, told: Iterable[tuple[int, News]]) -> None:
        """Writes down who is to hear of what; who was ever owed the same is not owed it again.

        Two at once end in an IntegrityError of the later one, which is then judged anew.
        """
        for person_id, news in dict.fromkeys(told):
            if not self._has_been(person_id, news):
                self._session.add(self._row(person_id, news))
        self._session.flush()

    def due(self, person_id: int) -> Sequence[PostRow]:
        """What the person is owed by now, oldest first; what came too late for them is dropped."""
        mine = PostRow.company_id == self._company_id, PostRow.person_id == person_id
        owed = select(PostRow).where(*mine, PostRow.state == PostState.OWED, PostRow.not_before <= self._now)
        rows = self._session.scalars(owed.order_by(PostRow.id)).all()
        for row in rows:
            if row.expires_at <= self._now:
                self.settle(row, PostState.DROPPED)
        return [row for row in rows if row.state is PostState.OWED][:MOST]

    def written(self, person_id: int, since: datetime) -> int:
        """How many messages the person was sent since then."""
        mine = PostRow.company_id == self._company_id, PostRow.person_id == person_id
        sent = PostRow.state == PostState.SENT, PostRow.settled_at >= since
        return self._session.scalar(select(func.count()).select_from(PostRow).where(*mine, *sent)) or 0

    def settle(self, row: PostRow, state: PostState) -> None:
        """What became of the message."""
        row.state, row.settled_at = state, self._now

    def _has_been(self, person_id: int, news: News) -> bool:
        same = PostRow.kind == news.kind, PostRow.subject == news.subject
        which = *same, PostRow.period == news.period, PostRow.step == news.step
        return self._session.scalar(select(PostRow.id).where(PostRow.person_id == person_id, *which)) is not None

    def _row(self, person_id: int, news: News) -> PostRow:
        return PostRow(
            company_id=self._company_id,
            person_id=person_id,
            kind=news.kind,
            subject=news.subject,
            period=news.period,
            step=news.step,
            not_before=self._now,
            expires_at=self._now + KEPT,
            state=PostState.OWED,
        )
