"""The post of a company, and processes that send it and are killed while they do."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Collection
from dataclasses import dataclass
from datetime import time as Clock
from itertools import count
from pathlib import Path
from random import Random

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot import clock
from bot.people import settle
from bot.post.outbox import Outbox
from bot.tables import AccountRow, PostRow, PostState
from conversations.news import News, NewsKind
from kpi_engine.calendar.hours import Hours
from kpi_engine.model.company import Role
from kpi_engine.model.reminders import Reminding
from kpi_engine.store.database import connect
from kpi_engine.store.tables import CompanyRow
from tests.acceptance.carrier import PLATFORM, Carrier
from tests.acceptance.outcome import Outcome, outcome
from tests.acceptance.processes import ROOT, environment
from tests.factories import found_office

PEOPLE = 20
ARRIVES = 30.0
"""Seconds within which a message arrives, if any is to be sent."""
ENDED = 300.0
"""Seconds within which all is settled that can be, once nobody is killed any more."""


@dataclass
class Killing:
    """What is owed, who sends it, and what came of it."""

    url: str
    folder: Path
    carrier: Carrier
    random: Random

    def __post_init__(self) -> None:
        self._engine = connect(self.url)
        self._subjects = count(1)
        self._left: list[Collection[str]] = []
        with Session(self._engine) as session, session.begin():
            office = found_office(session)
            self._company_id = office.owner.company_id
            company = session.get_one(CompanyRow, self._company_id)
            company.reminding = Reminding(Hours(Clock(0), Clock(23, 59)), budget=100_000)
            company.working_days = frozenset(range(7))
            place = settle(session, PLATFORM, "T1", self._company_id).id
            self._ids = [office.hire(f"P{n}", Role.VIEWER) for n in range(PEOPLE)]
            for id in self._ids:
                account = AccountRow(person_id=id, platform=PLATFORM, workspace_id=place, external_id=str(id))
                account.company_id, account.heard_at = self._company_id, clock.now()
                session.add(account)

    def owe(self, each: int) -> None:
        """So many more messages to everybody, about others."""
        with Session(self._engine) as session, session.begin():
            news = [
                (id, News(NewsKind.UNREACHABLE, f"#person:{self._ids[next(self._subjects) % PEOPLE]}", step=step))
                for id in self._ids
                for step in [next(self._subjects) for _ in range(each)]
            ]
            Outbox(session, self._company_id, clock.now()).owe(news)

    def start(self) -> subprocess.Popen[bytes]:
        """A process that sends; ready when it says so."""
        command = [sys.executable, "-m", "tests.acceptance.carrier", self.carrier.address]
        settings = environment(self.folder, DATABASE_URL=self.url, KPI_BOT_LOG="ERROR")
        process = subprocess.Popen(command, cwd=ROOT, env=settings, stdout=subprocess.PIPE)
        assert process.stdout
        process.stdout.readline()
        return process

    def kill(self, processes: list[subprocess.Popen[bytes]], within: float) -> None:
        """One of them is killed at any moment within that time, and another begins in its place.

        The time begins now, or as often when the next message arrives: a process of its own takes a while to send one.
        """
        if self.random.random() < 0.5:
            self._until_one_arrives()
        time.sleep(self.random.uniform(0, within))
        doomed = processes.pop(self.random.randrange(len(processes)))
        os.kill(doomed.pid, signal.SIGKILL)
        doomed.communicate()
        self._left.append(self._on_their_way(doomed.pid))
        processes.append(self.start())

    def finish(self, processes: list[subprocess.Popen[bytes]]) -> None:
        """Everything is settled; then they end by themselves."""
        deadline = time.monotonic() + ENDED
        while self.open() and time.monotonic() < deadline:
            time.sleep(0.1)
        for process in processes:
            process.terminate()
            process.communicate()
            assert process.returncode == 0

    def open(self) -> int:
        """Messages that are not settled."""
        with Session(self._engine) as session:
            unsettled = select(func.count()).select_from(PostRow).where(PostRow.settled_at.is_(None))
            return session.scalar(unsettled) or 0

    def outcome(self) -> Outcome:
        """What came of it, once all is settled."""
        with Session(self._engine) as session:
            rows = session.execute(select(PostRow.claim, PostRow.state)).all()
        settled = [(claim or "", state is PostState.SENT) for claim, state in rows]
        return outcome(settled, [each["mark"] for each in self.carrier.taken], self._left)

    def close(self) -> None:
        """Lets go of the database."""
        self._engine.dispose()

    def _until_one_arrives(self) -> None:
        had, deadline = len(self.carrier.taken), time.monotonic() + ARRIVES
        while len(self.carrier.taken) == had and time.monotonic() < deadline:
            time.sleep(0.02)

    def _on_their_way(self, pid: int) -> Collection[str]:
        """The claims of the process that are neither settled nor given up."""
        with Session(self._engine) as session:
            its = PostRow.state == PostState.SENDING, PostRow.claim.startswith(f"{pid}-")
            return [claim for claim in session.scalars(select(PostRow.claim).where(*its)) if claim]
