"""What it costs to plan reminders for many people who are due in one minute, beside one raw INSERT ... SELECT."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import perf_counter, process_time

from sqlalchemy import Engine, func, insert, select, text, update
from sqlalchemy.orm import Session

from bench.killing import migrated
from bot.tables import PostRow
from bot.wake.tick import begin, tick
from kpi_engine.calendar.period import PeriodKind
from kpi_engine.calendar.presence import ALWAYS
from kpi_engine.model.company import Role
from kpi_engine.model.name import Language, Name
from kpi_engine.model.reminders import AS_USUAL
from kpi_engine.store.database import connect
from kpi_engine.store.tables import AuditRow, KpiRow, KpiVersionRow, PersonRow
from tests.factories import definition, found_office

BEFORE = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)
DUE = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
"""16:00 in Shanghai, on a Monday."""
ZONE = "Asia/Shanghai"
IDLE = 200
"""Ticks with nothing due that are measured."""
RAW = """
INSERT INTO post (company_id, person_id, kind, subject, period, step, priority, not_before, expires_at, state, attempts)
SELECT company_id, person_id, 'published', '', 'raw', 0, 2, next_at, next_at, 'owed', 0 FROM wake
"""


def main() -> None:
    """Prints a line for each database."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=100_000)
    people = parser.parse_args().people
    for database in ("sqlite", "postgresql"):
        with tempfile.TemporaryDirectory() as folder, migrated(database, Path(folder)) as url:
            print(f"{database}: {measured(connect(url), people)}", flush=True)


def measured(engine: Engine, people: int) -> str:
    """What planning takes, in words."""
    fill(engine, people)
    begin(engine, BEFORE)
    first = timed(lambda: tick(engine, BEFORE))
    planned = timed(lambda: tick(engine, DUE))
    idle = idle_cost(engine)
    raw = timed(lambda: raw_insert(engine))
    with Session(engine) as session:
        owed = session.scalar(select(func.count()).select_from(PostRow).where(PostRow.period != "raw"))
    engine.dispose()
    return (
        f"{owed} reminders for {people} people: first look {first:.1f} s, planned {planned:.1f} s, "
        f"nothing due {idle * 1000:.1f} ms of the processor, raw INSERT ... SELECT {raw:.1f} s"
    )


def fill(engine: Engine, people: int) -> None:
    """A company with so many people, each of whom enters a value a day."""
    with Session(engine) as session, session.begin():
        office = found_office(session)
        office.publish(definition(owner_id=office.sam, frequency=PeriodKind.DAY), today=date(2026, 11, 20))
        company, kpi = office.owner.company_id, session.scalars(select(KpiRow)).one()
        version = session.scalars(select(KpiVersionRow)).one()
        same = {each.key: getattr(version, each.key) for each in KpiVersionRow.__table__.columns if each.key != "id"}
        first = 1000
        session.execute(insert(PersonRow), [_person(first + n, company) for n in range(people)])
        kpis = {each.key: getattr(kpi, each.key) for each in KpiRow.__table__.columns if each.key != "id"}
        session.execute(insert(KpiRow), [{**kpis, "id": first + n, "person_id": first + n} for n in range(people)])
        session.execute(update(AuditRow).values(at=BEFORE - timedelta(days=1)))
        rows = [{**same, "kpi_id": first + n, "owner_id": first + n} for n in range(people)]
        session.execute(insert(KpiVersionRow), rows)


def raw_insert(engine: Engine) -> None:
    """As many rows, decided by nothing."""
    with engine.begin() as connection:
        connection.execute(text(RAW))


def idle_cost(engine: Engine) -> float:
    """Seconds of the processor for a tick that finds nothing due, the mean of many."""
    tick(engine, DUE + timedelta(seconds=30))
    began = process_time()
    for _ in range(IDLE):
        tick(engine, DUE + timedelta(seconds=30))
    return (process_time() - began) / IDLE


def timed(do: Callable[[], object]) -> float:
    """Seconds."""
    began = perf_counter()
    do()
    return perf_counter() - began


def _person(id: int, company_id: int) -> dict[str, object]:
    return {
        "id": id,
        "company_id": company_id,
        "name": Name.same(f"P{id}"),
        "role": Role.MEMBER,
        "language": Language.EN,
        "time_zone": ZONE,
        "active": True,
        "ranked": True,
        "presence": ALWAYS,
        "reminders": AS_USUAL,
    }


if __name__ == "__main__":
    main()
