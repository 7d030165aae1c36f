"""What the clock makes due: who is looked at, what they are owed for it, and when they are looked at again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import exists, literal, select, update
from sqlalchemy.orm import Session

from bot.post.outbox import Outbox, Priority, insert
from bot.tables import PostRow, PostState, WakeRow
from bot.wake.facts import asked_by_person
from bot.wake.left import left_open
from conversations.news import News, NewsKind
from kpi_engine.calendar.occasions import Asked, Occasion, next_occasion, occasions
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.words import write_period
from kpi_engine.model.company import Company, Person
from kpi_engine.model.wishes import wishes
from kpi_engine.store import load, values
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import PersonRow

PAGE = 1000
"""People who are planned in one transaction."""
AT_LATEST = timedelta(hours=1)
"""Until somebody is looked at again: what others have changed meanwhile is then seen."""
KEPT = timedelta(days=5)
"""How long a reminder is of use: over a weekend, or the bot's own downtime."""


def enrol(session: Session, now: datetime) -> None:
    """Whoever is new is looked at from now on."""
    known = exists().where(WakeRow.person_id == PersonRow.id)
    moment = literal(now, WakeRow.next_at.type)
    new = select(PersonRow.id, PersonRow.company_id, moment, moment).where(PersonRow.active, ~known)
    columns = [column.key for column in WakeRow.__table__.columns]
    session.execute(insert(session, WakeRow).from_select(columns, new).on_conflict_do_nothing())


def company_due(session: Session, now: datetime) -> int | None:
    """A company of which somebody is to be looked at now, the longest overdue first."""
    due = select(WakeRow.company_id).where(WakeRow.next_at <= now).order_by(WakeRow.next_at).limit(1)
    return session.scalar(due)


def plan(session: Session, company_id: int, now: datetime) -> int:
    """Writes down what the company's people are owed by now; how many of them were looked at, at most PAGE."""
    mine = select(WakeRow).where(WakeRow.company_id == company_id, WakeRow.next_at <= now)
    rows = session.scalars(mine.order_by(WakeRow.next_at).limit(PAGE).with_for_update(skip_locked=True)).all()
    if not rows:
        return 0
    scope = Scope(session, company_id)
    company = values.company(scope.company())
    people = {person.id: person for person in load.people(scope, *(row.person_id for row in rows)) if person.active}
    asked = asked_by_person(scope, company, people)
    told = list(left_open(scope, people, now))
    for row in rows:
        if row.person_id in people:
            told += [(row.person_id, news) for news in _look(row, company, people[row.person_id], asked, now)]
        else:
            session.delete(row)
    _owe(session, company_id, told, now)
    return len(rows)


def put_off(session: Session, company_id: int, now: datetime) -> None:
    """Looks later at who could not be planned, so that they hold up nobody else."""
    due = update(WakeRow).where(WakeRow.company_id == company_id, WakeRow.next_at <= now)
    session.execute(due.values(next_at=now + AT_LATEST))


def _look(row: WakeRow, company: Company, person: Person, asked: Mapping[int, Asked], now: datetime) -> Iterator[News]:
    """What had its moment since the last look; however many moments there were, each thing is said once."""
    what = asked[person.id], wishes(company, person), company.calendar
    why = occasions(*what, row.seen_until, now)
    today = now.astimezone(ZoneInfo(person.time_zone)).date()
    if why & {Occasion.VALUES, Occasion.AGAIN, Occasion.ACTIONS}:
        day = write_period(Period.holding(today, PeriodKind.DAY))
        yield News(NewsKind.REMINDER, "", day, step=int(row.next_at.timestamp()) // 60)
    for occasion, kind, news in _AFTER:
        if occasion in why:
            yield News(news, "", write_period(company.calendar.holding(today, kind).previous()))
    row.seen_until = max(now, row.seen_until)
    row.next_at = min(next_occasion(*what, now) or now + AT_LATEST, now + AT_LATEST)


_AFTER = (
    (Occasion.BRIEF, PeriodKind.WEEK, NewsKind.BRIEF),
    (Occasion.CLOSING, PeriodKind.MONTH, NewsKind.CLOSING),
)


def _owe(session: Session, company_id: int, told: Sequence[tuple[int, News]], now: datetime) -> None:
    """A reminder that has not gone yet says no more than the one that comes now."""
    ids = [person_id for person_id, news in told if news.kind is NewsKind.REMINDER]
    if ids:
        waiting = PostRow.kind == NewsKind.REMINDER, PostRow.state == PostState.OWED
        old = update(PostRow).where(Scope(session, company_id).among(PostRow.person_id, ids), *waiting)
        session.execute(old.values(state=PostState.DROPPED, settled_at=now))
    Outbox(session, company_id, now).owe(told, Priority.REMINDER, KEPT)
