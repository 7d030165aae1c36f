"""Dialogs that were left open: whoever began one is asked after it once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from sqlalchemy import select

from bot.tables import RunRow
from conversations.news import News, NewsKind
from kpi_engine.store.scope import Scope

GUIDED = ("start", "strategy", "build")
"""Commands that take a while; what else was begun and left is small, and stands in one's day."""
AFTER, AT_MOST = timedelta(days=1), timedelta(days=4)
"""How long nobody has gone on with it; later it is not worth asking any more."""


def left_open(scope: Scope, ids: Iterable[int], now: datetime) -> Iterator[tuple[int, News]]:
    """What these people left, by the minute at which they began it."""
    lately = RunRow.touched_at <= now - AFTER, RunRow.touched_at > now - AT_MOST
    theirs = scope.among(RunRow.person_id, ids), RunRow.flow.in_(GUIDED)
    found = select(RunRow.person_id, RunRow.flow, RunRow.opened_at).where(*theirs, *lately)
    for person_id, flow, opened_at in scope.session.execute(found):
        yield person_id, News(NewsKind.LEFT_OPEN, flow, step=int(opened_at.timestamp()) // 60)
