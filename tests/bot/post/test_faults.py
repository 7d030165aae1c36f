"""What comes of each fault of a platform or a database, as bot/post/README.md has it: nothing lost, nothing doubled."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from itertools import count, takewhile
from sqlite3 import Connection
from sqlite3 import connect as open_file

import pytest
from sqlalchemy import Engine, create_engine, event, func, make_url, select, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from bot.bootstrap import build
from conversations.event import Said
from kpi_engine.store import database
from kpi_engine.store.database import connect
from kpi_engine.store.tables import PersonRow
from tests.bot.post.carrier import Fault, until
from tests.bot.post.conftest import Town

MINUTE = 60.0


def arrived(town: Town) -> Counter[str]:
    """How often each message did, by its mark."""
    return Counter(each.mark for each in town.carrier.taken)


def all_once(town: Town, messages: int) -> bool:
    """Whether all arrived, are known to have, and none twice."""
    return town.states() == ["sent"] * messages and sorted(arrived(town).values()) == [1] * messages


@pytest.mark.parametrize(("retry_after", "tries"), [(20.0, 6 * 3), (0.0, 40 * 3)], ids=["429", "refused"])
def test_a_platform_that_takes_nothing_for_a_minute(town: Town, retry_after: float, tries: int) -> None:
    """Told to wait, all wait together; refused, each waits longer each time. Then all arrive at the usual pace."""

    async def scene() -> None:
        town.carrier.closed_until, town.carrier.retry_after = MINUTE, retry_after
        for name in ("ann", "hal", "sam", "mia"):
            town.owe(name, *range(10))
        async with town.delivering():
            await asyncio.sleep(MINUTE)
            assert town.carrier.tries <= tries
            await until(lambda: all_once(town, 40))

    town.play(scene)
    assert town.carrier.too_fast == []
    assert town.carrier.taken[-1].at < 4 * MINUTE


def test_a_platform_that_fails_in_every_second_call(town: Town) -> None:
    """With 500, before or after it has taken the message: it is asked for each of them."""

    async def scene() -> None:
        town.carrier.faults.extend([Fault.LOST, Fault.UNANSWERED] * 10)
        town.owe("hal", *range(20))
        town.owe("sam", *range(20))
        async with town.delivering():
            await until(lambda: all_once(town, 40))

    town.play(scene)
    assert town.carrier.asked == 20


@pytest.fixture
def gone(postgresql_database: str, postgres_url: object) -> Iterator[tuple[Town, Callable[[bool], None]]]:
    """A town on PostgreSQL, and what takes that away and brings it back."""
    url = make_url(postgresql_database)
    server = create_engine(
        make_url(str(postgres_url)).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT"
    )
    engine = connect(postgresql_database)

    def let_in(lets: bool) -> None:
        with server.connect() as connection:
            connection.execute(text(f"ALTER DATABASE {url.database} ALLOW_CONNECTIONS {str(lets).lower()}"))
            ended = text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name")
            connection.execute(ended, {"name": url.database})

    town = Town(engine)
    town.found()
    yield town, let_in
    engine.dispose()
    server.dispose()


def test_a_database_that_is_gone_for_a_minute(gone: tuple[Town, Callable[[bool], None]]) -> None:
    """What was on its way when it went is known to have arrived, without anybody being asked; people hear a sentence."""
    town, let_in = gone

    async def scene() -> None:
        town.owe("hal", *range(5))
        town.owe("sam", *range(5))
        bot = build(town.engine, town.now)
        async with town.delivering():
            await until(lambda: "sending" in town.states())
            let_in(False)
            await asyncio.sleep(MINUTE)
            assert "Please try again" in str(bot.hear(town.who("hal"), Said("/kpi")))
            let_in(True)
            await until(lambda: all_once(town, 10))
            assert "Hal" in str(bot.hear(town.who("hal"), Said("/kpi")))

    town.play(scene)
    assert town.carrier.asked == 0


@pytest.fixture
def small_town(sqlite_database: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Town]:
    """On an SQLite file for which nobody waits long."""
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.01)
    engine = connect(sqlite_database)
    town = Town(engine)
    town.found()
    yield town
    engine.dispose()


@contextmanager
def full(engine: Engine) -> Iterator[None]:
    """The file can't grow meanwhile."""

    def limit(connection: Connection, _record: object) -> None:
        connection.execute("PRAGMA max_page_count = 1")

    event.listen(engine, "connect", limit)
    engine.dispose()
    yield
    event.remove(engine, "connect", limit)
    engine.dispose()


def test_a_disk_that_is_full(small_town: Town) -> None:
    """Whoever says something that finds no room hears a sentence, and nothing of it is done; with room again all goes on."""
    bot = build(small_town.engine, small_town.now)

    def people() -> int:
        with Session(small_town.engine) as session:
            return session.scalar(select(func.count()).select_from(PersonRow)) or 0

    def added(number: int) -> bool:
        said = str(bot.hear(small_town.who("ann"), Said(f"/kpi members add Kim {number} {'Lee ' * 20}, Sales, member")))
        assert "is added" in said or "nothing has been changed. Please try again" in said
        return "is added" in said

    async def scene() -> None:
        before = people()
        with full(small_town.engine):
            done = list(takewhile(bool, map(added, count())))
            with pytest.raises(OperationalError, match="full"):
                small_town.owe("hal", *range(200))
        assert people() == before + len(done)
        assert added(99)
        small_town.owe("hal", *range(3))
        async with small_town.delivering():
            await until(lambda: len(small_town.carrier.taken) == 3)

    small_town.play(scene)


def test_a_database_that_is_locked_for_a_minute(small_town: Town) -> None:
    """By somebody who writes a backup into it, say."""
    path = make_url(str(small_town.engine.url)).database or ""

    async def scene() -> None:
        small_town.owe("hal", *range(5))
        async with small_town.delivering():
            await until(lambda: "sending" in small_town.states())
            with closing(open_file(path, isolation_level=None)) as other:
                other.execute("BEGIN IMMEDIATE")
                await asyncio.sleep(MINUTE)
                other.execute("ROLLBACK")
            await until(lambda: all_once(small_town, 5))

    small_town.play(scene)
    assert small_town.carrier.asked == 0
