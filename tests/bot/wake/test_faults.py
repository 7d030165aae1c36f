"""What comes of each fault that the clock may meet, as bot/wake/README.md has it: nobody is asked twice, nobody never."""

from __future__ import annotations

import zoneinfo
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from sqlite3 import connect as open_file
from threading import Barrier

import pytest
from psycopg.errors import AdminShutdown
from sqlalchemy import Engine, make_url, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from bot.tables import PostRow
from bot.wake import tick as ticking
from bot.wake.tick import tick
from conversations.news import NewsKind
from kpi_engine.calendar import occasions
from kpi_engine.store import database
from kpi_engine.store.database import connect
from tests.bot.wake.days import Days
from tests.bot.wake.test_fortnight import ZONES, furnish
from tests.stage import quick

BEFORE = datetime(2026, 9, 28, 13, 30, tzinfo=UTC)
DUE = datetime(2026, 9, 28, 14, tzinfo=UTC)
"""16:00 in Berlin, where Sam is."""


def reminders(engine: Engine) -> int:
    """How many messages are owed for values."""
    with Session(engine) as session:
        return len(session.scalars(select(PostRow.id).where(PostRow.kind == NewsKind.REMINDER)).all())


@pytest.fixture
def days(sqlite_database: str) -> Iterator[Days]:
    """Half an hour before Sam is asked."""
    engine = quick(sqlite_database)
    found = Days.begin(engine, BEFORE - timedelta(minutes=30), ZONES, furnish)
    found.until(BEFORE)
    yield found
    engine.dispose()


def test_two_schedulers_on_one_file(days: Days, sqlite_database: str) -> None:
    """Both tick at the same moment, of each minute of an hour."""
    before, together = reminders(days.engine), Barrier(2)

    def ticking() -> None:
        engine = quick(sqlite_database)
        for minutes in range(60):
            together.wait()
            tick(engine, DUE + timedelta(minutes=minutes - 20))
        engine.dispose()

    with ThreadPoolExecutor(2) as two:
        for done in [two.submit(ticking) for _ in range(2)]:
            done.result()
    assert reminders(days.engine) == before + 1


def test_a_file_that_is_locked_is_ticked_a_minute_later(
    days: Days, sqlite_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.01)
    before, engine = reminders(days.engine), connect(sqlite_database)
    days.engine.dispose()
    with closing(open_file(make_url(sqlite_database).database or "", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(OperationalError, match="locked"):
            tick(engine, DUE)
        other.execute("ROLLBACK")
    tick(engine, DUE + timedelta(minutes=1))
    assert reminders(engine) == before + 1
    engine.dispose()


def test_a_database_that_goes_while_a_company_is_planned(days: Days, monkeypatch: pytest.MonkeyPatch) -> None:
    """The company is planned a minute later, and not put off for an hour as one with an error of its own."""

    def gone(*_: object) -> int:
        raise OperationalError("SELECT", {}, AdminShutdown())

    before = reminders(days.engine)
    monkeypatch.setattr(ticking, "plan", gone)
    with pytest.raises(OperationalError):
        tick(days.engine, DUE)
    monkeypatch.undo()
    tick(days.engine, DUE + timedelta(minutes=1))
    assert reminders(days.engine) == before + 1


Update = Callable[[str, str], None]


@pytest.fixture
def update(tmp_path: Path) -> Iterator[Update]:
    """A time zone has another's rules from now on, as a new process finds it."""

    def updated(zone: str, rules_of: str) -> None:
        rules = next(path for folder in zoneinfo.TZPATH if (path := Path(folder, rules_of)).exists())
        (tmp_path / zone).parent.mkdir()
        (tmp_path / zone).write_bytes(rules.read_bytes())
        begun_anew([str(tmp_path), *zoneinfo.TZPATH])

    yield updated
    begun_anew(None)


def begun_anew(path: list[str] | None) -> None:
    zoneinfo.reset_tzpath(path)
    zoneinfo.ZoneInfo.clear_cache()
    occasions.occasions.cache_clear()
    occasions.next_occasion.cache_clear()


def asked(days: Days) -> list[str]:
    """When Sam was, by UTC."""
    return [f"{each.at.astimezone(UTC):%a %H:%M}" for each in days.posted("sam")]


@pytest.mark.parametrize(
    ("when", "rules_of", "moments"),
    [
        ("28 20:00", "Asia/Dubai", ["Mon 14:00", "Tue 12:00"]),
        ("28 13:30", "Asia/Dubai", ["Tue 12:00"]),
        ("28 14:30", "Europe/London", ["Mon 14:00", "Mon 15:00", "Tue 15:00"]),
    ],
    ids=["at night", "16:00 is over already", "16:00 comes again"],
)
def test_a_time_zone_gets_other_rules(days: Days, update: Update, when: str, rules_of: str, moments: list[str]) -> None:
    """Between the old moment and the new one of a day somebody may be asked a day later, or twice; otherwise once."""
    days.until(datetime.strptime(f"2026-09-{when} +0000", "%Y-%m-%d %H:%M %z"))
    update("Europe/Berlin", rules_of)
    days.until(datetime(2026, 9, 29, 20, tzinfo=UTC))
    assert asked(days) == moments
