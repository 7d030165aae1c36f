"""What it costs to plan reminders for many people who are due in one minute, beside one raw INSERT ... SELECT."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from sqlalchemy import Engine, func, insert, select, text, update
from sqlalchemy.orm import Session

from bench.killing import migrated
from bench.once import backend_of, busy
from bot.tables import PostRow
from bot.wake.tick import begin, tick
from kpi_engine.calendar.hours import Hours
from kpi_engine.calendar.period import PeriodKind
from kpi_engine.calendar.presence import ALWAYS
from kpi_engine.model.company import Role
from kpi_engine.model.name import Language, Name
from kpi_engine.model.reminders import Reminders
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


class Took(NamedTuple):
    """Seconds, on the clock and of a processor, here and in PostgreSQL."""

    clock: float
    busy: float


def main() -> None:
    """Prints a line for each database, for people who are all alike and for a tenth as many of whom no two are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=100_000)
    people = parser.parse_args().people
    print(
        "| | people | hours | first look, s (busy) | planned | raw | ratio (busy) | nothing due, busy ms | vacuumed |"
    )
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for hours, many in (("the same", people), ("their own", people // 10)):
        for database in ("sqlite", "postgresql"):
            with tempfile.TemporaryDirectory() as folder, migrated(database, Path(folder)) as url:
                row = measured(connect(url), many, own=hours == "their own")
            print(f"| {database} | {many} | {hours} | {row} |", flush=True)


def measured(engine: Engine, people: int, *, own: bool) -> str:
    """What planning takes, as cells of the table."""
    fill(engine, people, own)
    begin(engine, BEFORE)
    backend = backend_of(engine)
    first = timed(lambda: tick(engine, BEFORE), backend)
    planned = timed(lambda: tick(engine, DUE), backend)
    idle = idle_cost(engine, backend)
    vacuum(engine)
    vacuumed = idle_cost(engine, backend)
    raw = timed(lambda: raw_insert(engine), backend)
    with Session(engine) as session:
        owed = session.scalar(select(func.count()).select_from(PostRow).where(PostRow.period != "raw"))
    engine.dispose()
    assert owed == people + 1, owed
    took = " | ".join(f"{each.clock:.2f} ({each.busy:.2f})" for each in (first, planned, raw))
    ratio = f"{planned.clock / raw.clock:.1f} ({planned.busy / raw.busy:.1f})"
    return f"{took} | {ratio} | {idle * 1000:.2f} | {vacuumed * 1000:.2f}"


def fill(engine: Engine, people: int, own: bool = False) -> None:
    """A company with so many people, each of whom enters a value a day: at the same hours, or each at their own."""
    with Session(engine) as session, session.begin():
        office = found_office(session)
        office.publish(definition(owner_id=office.sam, frequency=PeriodKind.DAY), today=date(2026, 11, 20))
        company, kpi = office.owner.company_id, session.scalars(select(KpiRow)).one()
        version = session.scalars(select(KpiVersionRow)).one()
        same = {each.key: getattr(version, each.key) for each in KpiVersionRow.__table__.columns if each.key != "id"}
        first = 1000
        session.execute(insert(PersonRow), [_person(first + n, company, own) for n in range(people)])
        kpis = {each.key: getattr(kpi, each.key) for each in KpiRow.__table__.columns if each.key != "id"}
        session.execute(insert(KpiRow), [{**kpis, "id": first + n, "person_id": first + n} for n in range(people)])
        session.execute(update(AuditRow).values(at=BEFORE - timedelta(days=1)))
        rows = [{**same, "kpi_id": first + n, "owner_id": first + n} for n in range(people)]
        session.execute(insert(KpiVersionRow), rows)


def raw_insert(engine: Engine) -> None:
    """As many rows, decided by nothing."""
    with engine.begin() as connection:
        connection.execute(text(RAW))


def vacuum(engine: Engine) -> None:
    """What PostgreSQL does by itself a minute after so many rows were changed."""
    if engine.dialect.name == "postgresql":
        with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
            connection.execute(text("VACUUM ANALYZE wake"))


def idle_cost(engine: Engine, backend: int | None) -> float:
    """Seconds of a processor for a tick that finds nothing due, the mean of many."""
    later = DUE + timedelta(seconds=30)
    tick(engine, later)

    def ticks() -> None:
        for _ in range(IDLE):
            tick(engine, later)

    return timed(ticks, backend).busy / IDLE


def timed(do: Callable[[], object], backend: int | None) -> Took:
    """What it takes."""
    began, before = perf_counter(), busy(backend)
    do()
    return Took(perf_counter() - began, busy(backend) - before)


def _person(id: int, company_id: int, own: bool) -> dict[str, object]:
    hours = Hours(time(9), time(18, 0, id // 1000 % 60, id % 1000)) if own else None
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
        "reminders": Reminders(hours),
    }


if __name__ == "__main__":
    main()
