"""A stage with the real bot on it: a real database, a clock and ids of its own, people who are known by their names."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from itertools import count
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.orm import Session
from wcwidth import wcswidth

from adapters.base import LOCAL, Who
from adapters.terminal.as_json import as_json
from adapters.terminal.screen import Screen
from bot.loop import Bot
from bot.people import arrive
from conversations.event import Event
from conversations.view import View
from kpi_engine.reader.reader import Reader
from kpi_engine.store.database import connect

ZONE = ZoneInfo("Asia/Shanghai")
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=ZONE)
WIDTH = 100
"""Columns of the terminal."""


class RealStage:
    """The bot as it runs; whoever makes it stumble, or draws past the edge of the terminal, fails the test."""

    def __init__(
        self, url: str, people: Sequence[str], workspace: str = "", ids: str = "", *, zone: ZoneInfo = ZONE
    ) -> None:
        self.url = url
        self.people = people
        self.now = MONDAY
        self._zone = zone
        self._workspace = workspace
        self._ids = ids
        self._numbers = count(1)
        self._codes = count(1)
        self._engines: list[Engine] = []
        self.shown: dict[str, Sequence[View]] = {}
        """What each person saw last."""
        self._screens: defaultdict[str, Screen] = defaultdict(Screen)
        self._stumbles = _Stumbles()
        self.bot = self._new_bot()

    def hear(self, person: str, event: Event) -> Sequence[View]:
        """What the bot shows that person when they do this."""
        return self._seen(person, self.bot.hear(self.who(person), event))

    def unasked(self, person: str) -> Sequence[View]:
        """What the bot shows that person by itself."""
        return self._seen(person, self.bot.unasked(self.who(person)))

    def type(self, person: str, *lines: str) -> str:
        """What stands on the person's terminal after the last of these lines."""
        drawn = ""
        for line in lines:
            event = self._screens[person].read(line)
            drawn = self.do(person, event) if event else ""
        return drawn

    def do(self, person: str, event: Event) -> str:
        """What stands on the person's terminal after they have done this."""
        return self._screens[person].show(self.hear(person, event))

    def set_now(self, now: datetime) -> None:
        """Sets the clock on the wall: in Shanghai, where no other zone was named."""
        self.now = now.replace(tzinfo=self._zone)

    def restart(self) -> None:
        """Begins a new bot on the same database."""
        self.bot = self._new_bot()

    deploy = restart

    def open_terminal(self, person: str) -> None:
        """The person begins on an empty screen."""
        self._screens.pop(person, None)

    def forget(self) -> None:
        """Everybody begins on an empty screen."""
        self._screens.clear()

    def who(self, person: str) -> Who:
        """The person as the terminal knows them; `Anna in #sales` speaks where others read it too."""
        name, _, channel = person.partition(" in #")
        return Who(LOCAL, self._workspace, name, name, channel=channel, channel_name=channel and f"#{channel}")

    @contextmanager
    def reader(self, person: str) -> Iterator[Reader]:
        """The records, as the person may see them; nobody writes meanwhile."""
        with Session(self._engines[-1]) as session, session.begin():
            yield Reader(session, arrive(session, self.who(person), self.now), self.now.date())

    def close(self) -> None:
        """Lets go of the database."""
        self._stumbles.close()
        for engine in self._engines:
            engine.dispose()

    def _code(self) -> str:
        """One after the other, so that a chat can be written down; of each workspace its own."""
        return f"K{self._workspace.upper()}{next(self._codes):0{11 - len(self._workspace)}d}"

    def _seen(self, person: str, views: Sequence[View]) -> Sequence[View]:
        self._stumbles.check()
        for view in views:
            _check_fits(view)
            as_json(view)
        self.shown[person] = views
        return views

    def _new_bot(self) -> Bot:
        self._engines.append(quick(self.url))
        return Bot(self._engines[-1], lambda: self.now, lambda: f"{self._ids}{next(self._numbers)}", self._code)


def quick(url: str) -> Engine:
    """The database; a file of the tests need not outlive the machine, so nobody waits for the disk."""
    engine = connect(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA synchronous = OFF"))
    return engine


@pytest.fixture
def people() -> tuple[str, ...]:
    """Who may speak on the stage; the first founds the company."""
    return ("Anna",)


@pytest.fixture
def stage_url(sqlite_database: str) -> str:
    """The database of the stage."""
    return sqlite_database


@pytest.fixture
def stage(stage_url: str, people: tuple[str, ...]) -> Iterator[RealStage]:
    """An empty stage: nobody has said anything yet."""
    found = RealStage(stage_url, people)
    yield found
    found.close()


class _Stumbles(logging.Handler):
    """Keeps what the bot logs as an error."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self._seen: list[str] = []
        logging.getLogger("bot").addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        self._seen.append(logging.Formatter().format(record))

    def check(self) -> None:
        """Fails the test if there is anything."""
        if self._seen:
            pytest.fail("\n".join(self._seen), pytrace=False)

    def close(self) -> None:
        logging.getLogger("bot").removeHandler(self)
        super().close()


def _check_fits(view: View) -> None:
    for line in Screen(WIDTH).show([view]).splitlines():
        columns = wcswidth(line)
        if not 0 <= columns <= WIDTH:
            pytest.fail(f"{columns} columns: {line!r}", pytrace=False)
