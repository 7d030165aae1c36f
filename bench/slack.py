"""How long Slack waits for an acknowledgement of /kpi report, and its person for the answer, beside a bare Bolt app.

`python -m bench.slack` prints a table: the bot and the bare app in turn, each a process of its own.
"""

from __future__ import annotations

import asyncio
import re
import sys
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from urllib.parse import urlencode

import httpx
from slack_sdk.signature import SignatureVerifier
from sqlalchemy.orm import Session

from adapters.slack import PLATFORM
from adapters.slack.names import COMMAND, EVENTS_PATH
from bench.company import Size, fill
from bench.load import at_once, half, nearly_all
from bench.slack_fake import TEAM, Inbox
from bot import clock
from bot.migrate import migrate
from bot.people import settle
from bot.tables import AccountRow
from kpi_engine.store.database import connect
from tests.acceptance.processes import KPI_BOT, environment
from tests.postgres import postgres

SIZE = Size(departments=45, people=250, kpis=450, days=68)
"""Ten times the demo: its KPIs, its people and its 3,040 values."""
FIRST = 2
"""Who types: the first person owns the company, and has the report of all of it."""
CROWDS = (1, 10, 50)
COMMANDS = 100
"""Of each crowd."""
LONGEST = 60
"""Seconds after which an answer is taken to come no more, and the run stops."""
TOKEN, SECRET = "xoxb-1", "a-signing-secret"


class Waited(NamedTuple):
    """Seconds from the command to its acknowledgement, and to its answer."""

    ack: float
    answer: float


@dataclass(frozen=True, slots=True)
class App:
    """An app that runs somewhere, and what Slack would be to it."""

    address: str
    inbox: Inbox
    client: httpx.AsyncClient

    async def command(self, person: int) -> Waited:
        """Somebody types it and waits for what comes."""
        url, answered = self.inbox.response_url()
        body = urlencode(_command(person, url))
        begun = time.perf_counter()
        (await self.client.post(f"{self.address}{EVENTS_PATH}", content=body, headers=_signed(body))).raise_for_status()
        acknowledged = time.perf_counter()
        return Waited(acknowledged - begun, await asyncio.wait_for(answered, LONGEST) - begun)


async def main() -> None:
    """Prints the table."""
    with postgres() as url, TemporaryDirectory() as folder:
        _make(url)
        async with Inbox() as inbox, httpx.AsyncClient(timeout=60) as client:
            settings = {"DATABASE_URL": url, "SLACK_BOT_TOKEN": TOKEN, "SLACK_SIGNING_SECRET": SECRET}
            bot = [*KPI_BOT, "run", "--only", "slack"]
            bare = [sys.executable, "-m", "bench.slack_bare", inbox.api_url, TOKEN, SECRET]
            more = {"SLACK_API_URL": inbox.api_url, "KPI_BOT_PORT": "0"}
            async with _running(bot, folder, settings | more) as ours, _running(bare, folder, {}) as theirs:
                await _measured(App(ours, inbox, client), App(theirs, inbox, client))


async def _measured(ours: App, theirs: App) -> None:
    print("| at once | | bot, ms | bare Bolt, ms | ratio | bot, p99, ms | bare Bolt, p99, ms |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for app in (ours, theirs):
        await at_once(
            CROWDS[-1], 1, app.command
        )  # the first of each person is not counted: Slack is asked who they are
    for people in CROWDS:
        waited = [await at_once(people, COMMANDS // people, app.command) for app in (ours, theirs)]
        for name in Waited._fields:
            print(_row(people, name, [[getattr(each, name) for each in of] for of in waited]), flush=True)


def _row(people: int, name: str, seconds: Sequence[Sequence[float]]) -> str:
    ours, theirs = map(half, seconds)
    last = (f"{nearly_all(each):.1f}" for each in seconds)
    return f"| {people} | {name} | {ours:.1f} | {theirs:.1f} | {ours / theirs:.2f} | {' | '.join(last)} |"


def _command(person: int, url: str) -> dict[str, str]:
    who = {"user_id": f"U{person + FIRST}", "user_name": "x", "team_id": TEAM, "channel_id": "C1"}
    return {**who, "command": COMMAND, "text": "report", "response_url": url, "trigger_id": url.rpartition("/")[2]}


def _signed(body: str) -> dict[str, str]:
    now = str(int(clock.now().timestamp()))
    signature = SignatureVerifier(SECRET).generate_signature(timestamp=now, body=body) or ""
    type = "application/x-www-form-urlencoded"
    return {"X-Slack-Request-Timestamp": now, "X-Slack-Signature": signature, "Content-Type": type}


def _make(url: str) -> None:
    """The company, in which everybody is in Slack."""
    engine = connect(url)
    migrate(engine)
    fill(engine, SIZE)
    with Session(engine) as session, session.begin():
        place = settle(session, PLATFORM, TEAM, 1).id
        for number in range(1, SIZE.people + 1):
            account = AccountRow(person_id=number, platform=PLATFORM, workspace_id=place, external_id=f"U{number}")
            account.company_id, account.heard_at = 1, clock.now()
            session.add(account)
    engine.dispose()


@asynccontextmanager
async def _running(command: Sequence[str], folder: str, settings: dict[str, str]) -> AsyncIterator[str]:
    """The process, and where it listens."""
    around = environment(Path(folder), **settings)
    process = await asyncio.create_subprocess_exec(*command, cwd=folder, env=around, stdout=asyncio.subprocess.PIPE)
    assert process.stdout
    try:
        yield re.findall(rb"http://[^ ;\n]+", await process.stdout.readline())[0].decode()
    finally:
        process.terminate()
        await process.wait()


if __name__ == "__main__":
    asyncio.run(main())
