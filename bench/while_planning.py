"""How long people wait for answers, and how late the event loop is, while the bot plans for a large company.

`python -m bench.while_planning --people 100000` prints, for each database, what is so while the bot looks at everybody
for the first time, while nothing is due, and while all of them are due in one minute.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import quantiles
from zoneinfo import ZoneInfo

import httpx
from sqlalchemy import Engine, create_engine, func, make_url, select, update
from sqlalchemy.orm import Session

from bench.asked import PLATFORM
from bench.killing import migrated
from bench.load import half, nearly_all
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
from tests.acceptance.processes import environment
from tests.factories import definition, found_office

LARGE, SMALL = "T1", "T2"
EACH = 5
"""People of either company who ask for something each second."""
SAID = {LARGE: "/kpi help", SMALL: "/kpi report"}
"""A report of the large company would keep the processor busy by itself."""
QUIET = 20
"""Seconds in which nothing is planned."""
FEW = 20
"""People who may be waiting to be looked at because they have just done something."""


@dataclass
class Asking:
    """What those who ask have seen so far, by `perf_counter`."""

    client: httpx.AsyncClient
    answers: list[tuple[float, str, float]] = field(default_factory=list)
    """When somebody asked, where, and how many seconds they waited."""

    async def go_on(self) -> None:
        """For good: each of the people asks a second after they last did, or when they have their answer."""
        async with asyncio.TaskGroup() as people:
            for person in range(EACH):
                for workspace, words in SAID.items():
                    people.create_task(self._person(workspace, person, words))
                    await asyncio.sleep(0.5 / EACH)

    async def _person(self, workspace: str, person: int, words: str) -> None:
        while True:
            asked = time.perf_counter()
            answer = await self.client.post(f"/ask/{workspace}/{person}", content=words)
            answer.raise_for_status()
            took = time.perf_counter() - asked
            self.answers.append((asked, workspace, took))
            await asyncio.sleep(max(0.0, 1 - took))

    async def during(self, what: str, until: Awaitable[None], pid: int) -> str:
        """A line of the table, for the time until then."""
        begun, busy = time.perf_counter(), _busy(pid)
        await until
        took, busy = time.perf_counter() - begun, _busy(pid) - busy
        late = [by for at, by in (await self.client.get("/late")).json() if at >= begun]
        waited = [[took for at, of, took in self.answers if at >= begun and of == where] for where in (SMALL, LARGE)]
        answers = " | ".join(f"{half(each):.0f}, {nearly_all(each):.0f}" for each in waited)
        return f"{what} | {took:.1f} | {busy:.1f} | {quantiles(late, n=20)[-1] * 1000:.1f} | {answers} |"


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=100_000)
    people = parser.parse_args().people
    print("| | meanwhile | s | busy, s | loop late, p95, ms | answers elsewhere, p50, p99, ms | in that company |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for database in ("sqlite", "postgresql"):
        with tempfile.TemporaryDirectory() as folder, migrated(database, Path(folder)) as url:
            make(url, people)
            for line in asyncio.run(measured(url, folder)):
                print(f"| {database} | {line}", flush=True)


async def measured(url: str, folder: str) -> Sequence[str]:
    """What came of the three times."""
    lines = []
    async with running(url, folder) as (address, pid), httpx.AsyncClient(base_url=address, timeout=120) as client:
        asking = Asking(client)
        going_on = asyncio.create_task(asking.go_on())
        await asyncio.sleep(QUIET)
        lines.append(await asking.during("nothing due", asyncio.sleep(QUIET), pid))
        for what, asked in (("first look", False), ("all due", True)):
            due = make_due(url, asked)
            await asyncio.sleep((due - clock.now()).total_seconds())
            lines.append(await asking.during(what, all_seen_to(url), pid))
        going_on.cancel()
        with suppress(asyncio.CancelledError):
            await going_on
    return lines


def make(url: str, people: int) -> None:
    """A company with so many people, and one with five; five of each may ask for something."""
    engine = connect(url)
    fill(engine, people)
    with Session(engine) as session, session.begin():
        office = found_office(session, name="Other")
        office.publish(definition(owner_id=office.sam, frequency=PeriodKind.DAY), today=date(2026, 11, 20))
        askers = {
            LARGE: (1, range(1000, 1000 + EACH)),
            SMALL: (office.owner.company_id, _everybody(office.owner.person.id)),
        }
        for workspace, (company_id, ids) in askers.items():
            place = settle(session, PLATFORM, workspace, company_id).id
            for number, id in enumerate(ids):
                account = AccountRow(person_id=id, platform=PLATFORM, workspace_id=place, external_id=str(number))
                account.company_id, account.heard_at = company_id, clock.now()
                session.add(account)
    begin(engine, clock.now())
    with Session(engine) as session, session.begin():
        session.execute(update(WakeRow).values(next_at=clock.now() + timedelta(hours=1)))
    engine.dispose()


def _everybody(first: int) -> range:
    return range(first, first + EACH)


def make_due(url: str, asked: bool) -> datetime:
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


@asynccontextmanager
async def running(url: str, folder: str) -> AsyncIterator[tuple[str, int]]:
    """The bot in a process of its own: where it listens, and its id."""
    around = environment(Path(folder), DATABASE_URL=url, KPI_BOT_LOG="ERROR")
    command = (sys.executable, "-m", "bench.asked")
    process = await asyncio.create_subprocess_exec(*command, cwd=folder, env=around, stdout=asyncio.subprocess.PIPE)
    assert process.stdout
    try:
        yield re.findall(rb"http://[^ ;\n]+", await process.stdout.readline())[0].decode(), process.pid
    finally:
        process.terminate()
        await process.wait()


def _busy(pid: int) -> float:
    """Seconds of a processor that the process has taken."""
    threads = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(each.read_text(encoding="ascii").split()[0]) for each in threads) / 1e9


if __name__ == "__main__":
    main()
