"""What the clock makes due: who is looked at, what they are owed for it, and when they are looked at again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import update
from sqlalchemy.orm import Session

from bot.post.outbox import Outbox, Priority
from bot.tables import PostRow, WakeRow
from bot.wake.alike import Group, due, groups, note
from bot.wake.left import left_open
from conversations.news import News, NewsKind
from kpi_engine.calendar.occasions import Occasion, next_occasion, occasions
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.words import write_period
from kpi_engine.calendar.working import Calendar
from kpi_engine.store import values
from kpi_engine.store.scope import Scope

AT_LATEST = timedelta(hours=1)
"""Until somebody is looked at again: what others have changed meanwhile is then seen."""
KEPT = timedelta(days=5)
"""How long a reminder is of use: over a weekend, or the bot's own downtime."""


def plan(session: Session, company_id: int, now: datetime) -> int:
    """Writes down what the company's people are owed by now; how many of them were looked at, at most a page of them.

    People who are alike in what matters are looked at as one: what is owed to one of them is owed to all. Nobody is
    looked at where others are looking at everybody.
    """
    scope = Scope(session, company_id)
    found = due(scope, now)
    ids = [id for each in found for id in each.ids]
    if found:
        Outbox(session, company_id, now).owe(left_open(scope, ids, now), Priority.REMINDER, KEPT)
        _look(scope, groups(scope, found), now)
    return len(ids)


def put_off(session: Session, company_id: int, now: datetime) -> None:
    """Looks later at who could not be planned, so that they hold up nobody else."""
    due = update(WakeRow).where(WakeRow.company_id == company_id, WakeRow.next_at <= now)
    session.execute(due.values(next_at=now + AT_LATEST))


def _look(scope: Scope, groups: Iterable[Group], now: datetime) -> None:
    """What had its moment since the last look is owed; when the next look is."""
    calendar = values.calendar(scope.company())
    owed, seen = defaultdict[News, list[int]](list), defaultdict[tuple[datetime, datetime], list[int]](list)
    latest = now + AT_LATEST
    for group in groups:
        for news in _news(calendar, group, now):
            owed[news] += group.ids
        next_at = next_occasion(group.rhythm.asked, group.rhythm.wishes, calendar, now, latest) or latest
        seen[max(now, group.seen_until), next_at] += group.ids
    for news, ids in owed.items():
        _owe(scope, ids, news, now)
    for (until, next_at), ids in seen.items():
        note(scope, ids, seen_until=until, next_at=next_at)


def _owe(scope: Scope, ids: Sequence[int], news: News, now: datetime) -> None:
    """The same to all of these; a reminder has in it what those before it had."""
    outbox = Outbox(scope.session, scope.company_id, now)
    if news.kind is NewsKind.REMINDER:
        outbox.drop(NewsKind.REMINDER, scope.among(PostRow.person_id, ids))
    outbox.owe_each(scope.each(ids), news, Priority.REMINDER, KEPT)


def _news(calendar: Calendar, group: Group, now: datetime) -> Iterator[News]:
    """However many moments there were, each thing is said once."""
    asked, wishes = group.rhythm.asked, group.rhythm.wishes
    why = occasions(asked, wishes, calendar, group.seen_until, now)
    today = now.astimezone(ZoneInfo(wishes.zone)).date()
    if why & {Occasion.VALUES, Occasion.AGAIN, Occasion.ACTIONS}:
        day = write_period(Period.holding(today, PeriodKind.DAY))
        yield News(NewsKind.REMINDER, "", day, step=int(group.next_at.timestamp()) // 60)
    for occasion, kind, news in _AFTER:
        if occasion in why:
            yield News(news, "", write_period(calendar.holding(today, kind).previous()))


_AFTER = (
    (Occasion.BRIEF, PeriodKind.WEEK, NewsKind.BRIEF),
    (Occasion.CLOSING, PeriodKind.MONTH, NewsKind.CLOSING),
)
