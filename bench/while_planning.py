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
from pathlib import Path
from statistics import quantiles

import httpx

from bench.asked_company import EACH, LARGE, SMALL, all_seen_to, make, make_due
from bench.killing import migrated
from bench.load import half, nearly_all
from bot import clock
from tests.acceptance.processes import environment

SAID = {LARGE: "/kpi help", SMALL: "/kpi report"}
"""A report of the large company would keep the processor busy by itself."""
QUIET = 10
"""Seconds in which nothing is planned."""


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
                for workspace in SAID:
                    people.create_task(self._person(workspace, person))
                    await asyncio.sleep(0.5 / EACH)

    async def _person(self, workspace: str, person: int) -> None:
        while True:
            asked = time.perf_counter()
            await self.ask(workspace, person)
            took = time.perf_counter() - asked
            self.answers.append((asked, workspace, took))
            await asyncio.sleep(max(0.0, 1 - took))

    async def ask(self, workspace: str, person: int) -> None:
        """What cannot be answered has been waited for as long."""
        await self.client.post(f"/ask/{workspace}/{person}", content=SAID[workspace])

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
    parser.add_argument("--databases", nargs="+", default=["sqlite", "postgresql"])
    arguments = parser.parse_args()
    print("| | meanwhile | s | busy, s | loop late, p95, ms | answers elsewhere, p50, p99, ms | in that company |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for database in arguments.databases:
        with tempfile.TemporaryDirectory() as folder, migrated(database, Path(folder)) as url:
            make(url, arguments.people)
            for line in asyncio.run(measured(url, folder)):
                print(f"| {database} | {line}", flush=True)


async def measured(url: str, folder: str) -> Sequence[str]:
    """What came of the three times."""
    lines = []
    new = httpx.Limits(
        max_keepalive_connections=0
    )  # Who asks seldom would meet a connection that is just being closed.
    async with (
        running(url, folder) as (address, pid),
        httpx.AsyncClient(base_url=address, timeout=120, limits=new) as client,
    ):
        asking = Asking(client)
        for workspace in SAID:  # The first answers of a process load what they need.
            await asking.ask(workspace, 0)
        going_on = asyncio.create_task(asking.go_on())
        await asyncio.sleep(QUIET)
        lines.append(await asking.during("nothing due", asyncio.sleep(QUIET), pid))
        for what, asked in (("first look", False), ("all due", True)):
            due = make_due(url, asked=asked)
            await asyncio.sleep((due - clock.now()).total_seconds())
            lines.append(await asking.during(what, all_seen_to(url), pid))
        going_on.cancel()
        with suppress(asyncio.CancelledError):
            await going_on
    return lines


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
