"""What the clock makes due: who is looked at, what they are owed for it, and when they are looked at again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.post.outbox import Outbox, Priority
from bot.tables import PostRow, WakeRow
from bot.wake.alike import Due, Group, groups, tell_apart
from bot.wake.facts import Rhythm, rhythms
from bot.wake.left import left_open
from conversations.news import News, NewsKind
from kpi_engine.calendar.occasions import Occasion, next_occasion, occasions
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.words import write_period
from kpi_engine.model.company import Company
from kpi_engine.store import values
from kpi_engine.store.scope import Scope

AT_LATEST = timedelta(hours=1)
"""Until somebody is looked at again: what others have changed meanwhile is then seen."""
KEPT = timedelta(days=5)
"""How long a reminder is of use: over a weekend, or the bot's own downtime."""


def company_due(session: Session, now: datetime) -> int | None:
    """A company of which somebody is to be looked at now, the longest overdue first."""
    due = select(WakeRow.company_id).where(WakeRow.next_at <= now).order_by(WakeRow.next_at).limit(1)
    return session.scalar(due)


def plan(session: Session, company_id: int, now: datetime) -> int:
    """Writes down what the company's people are owed by now; how many of them were looked at, at most a page of them.

    People who are alike in what matters are looked at as one: what is owed to one of them is owed to all.
    """
    scope, due = Scope(session, company_id), Due.of(session, company_id, now)
    held = due.hold(session)
    if not held:
        return 0
    tell_apart(scope, due)
    Outbox(session, company_id, now).owe(left_open(scope, due.people(), now), Priority.REMINDER, KEPT)
    company, found = values.company(scope.company()), groups(session, due)
    for group, rhythm in zip(found, rhythms(scope, [group.alike for group in found]), strict=True):
        if rhythm:
            _look(session, company, group, rhythm, now)
        else:
            group.part(session)
    return held


def put_off(session: Session, company_id: int, now: datetime) -> None:
    """Looks later at who could not be planned, so that they hold up nobody else."""
    due = update(WakeRow).where(WakeRow.company_id == company_id, WakeRow.next_at <= now)
    session.execute(due.values(next_at=now + AT_LATEST))


def _look(session: Session, company: Company, group: Group, rhythm: Rhythm, now: datetime) -> None:
    """What had its moment since the last look is owed; when the next look is."""
    outbox = Outbox(session, group.due.company_id, now)
    for news in _news(company, group, rhythm, now):
        if news.kind is NewsKind.REMINDER:
            outbox.drop(NewsKind.REMINDER, PostRow.person_id.in_(group.people()))
        outbox.owe_each(group.people(), news, Priority.REMINDER, KEPT)
    next_at = next_occasion(rhythm.asked, rhythm.wishes, company.calendar, now) or now + AT_LATEST
    group.seen(session, max(now, group.seen_until), min(next_at, now + AT_LATEST))


def _news(company: Company, group: Group, rhythm: Rhythm, now: datetime) -> Iterator[News]:
    """However many moments there were, each thing is said once."""
    why = occasions(rhythm.asked, rhythm.wishes, company.calendar, group.seen_until, now)
    today = now.astimezone(ZoneInfo(rhythm.wishes.zone)).date()
    if why & {Occasion.VALUES, Occasion.AGAIN, Occasion.ACTIONS}:
        day = write_period(Period.holding(today, PeriodKind.DAY))
        yield News(NewsKind.REMINDER, "", day, step=int(group.next_at.timestamp()) // 60)
    for occasion, kind, news in _AFTER:
        if occasion in why:
            yield News(news, "", write_period(company.calendar.holding(today, kind).previous()))


_AFTER = (
    (Occasion.BRIEF, PeriodKind.WEEK, NewsKind.BRIEF),
    (Occasion.CLOSING, PeriodKind.MONTH, NewsKind.CLOSING),
)
