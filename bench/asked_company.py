"""The companies of `while_planning.py`: a large one that can be made due, and one of five people beside it."""

from __future__ import annotations

import asyncio
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Engine, create_engine, func, make_url, select, update
from sqlalchemy.orm import Session

from bench.asked import PLATFORM
from bench.planning import ZONE, fill
from bot import clock
from bot.people import settle
from bot.tables import AccountRow, WakeRow
from bot.wake.tick import begin
from kpi_engine.calendar.hours import Hours
from kpi_engine.calendar.period import PeriodKind
from kpi_engine.model.reminders import Reminding
from kpi_engine.store.database import connect
from kpi_engine.store.tables import CompanyRow
from tests.factories import definition, found_office

LARGE, SMALL = "T1", "T2"
EACH = 5
"""People of either company who ask for something each second."""
FEW = 20
"""People who may be waiting to be looked at because they have just done something."""


def make(url: str, people: int) -> None:
    """A company with so many people, and one with five; five of each may ask for something."""
    engine = connect(url)
    fill(engine, people)
    with Session(engine) as session, session.begin():
        office = found_office(session, name="Other")
        office.publish(definition(owner_id=office.sam, frequency=PeriodKind.DAY), today=date(2026, 11, 20))
        _may_ask(session, LARGE, 1, first=1000)
        _may_ask(session, SMALL, office.owner.company_id, first=office.owner.person.id)
    begin(engine, clock.now())
    with Session(engine) as session, session.begin():
        session.execute(update(WakeRow).values(next_at=clock.now() + timedelta(hours=1)))
    engine.dispose()


def _may_ask(session: Session, workspace: str, company_id: int, first: int) -> None:
    place = settle(session, PLATFORM, workspace, company_id).id
    for number in range(EACH):
        account = AccountRow(person_id=first + number, platform=PLATFORM, external_id=str(number), workspace_id=place)
        account.company_id, account.heard_at = company_id, clock.now()
        session.add(account)


def make_due(url: str, *, asked: bool) -> datetime:
    """Everybody of the large company is looked at, and asked for values, at the beginning of a minute to come: when."""
    due = (clock.now() + timedelta(seconds=70)).replace(second=0, microsecond=0)
    engine = connect(url)
    with Session(engine) as session, session.begin():
        if asked:
            company = session.get_one(CompanyRow, 1)
            at, hours = due.astimezone(ZoneInfo(ZONE)).time(), Hours(datetime.min.time(), datetime.max.time())
            company.reminding, company.working_days = Reminding(hours, at), frozenset(range(7))
        session.execute(update(WakeRow).where(WakeRow.company_id == 1).values(next_at=due))
    engine.dispose()
    return due


async def all_seen_to(url: str) -> None:
    """Returns when nobody waits to be looked at any more; whoever asks here holds nobody up."""
    parsed = make_url(url)
    driver = "postgresql+psycopg" if parsed.get_backend_name() == "postgresql" else parsed.drivername
    engine = create_engine(parsed.set(drivername=driver))
    while await asyncio.to_thread(_waiting, engine) > FEW:
        await asyncio.sleep(0.25)
    engine.dispose()


def _waiting(engine: Engine) -> int:
    with Session(engine) as session:
        due = select(func.count()).select_from(WakeRow).where(WakeRow.next_at <= clock.now())
        return session.scalar(due) or 0
