"""Fixtures that run a test twice: on an SQLite file, and on a PostgreSQL that is started for the tests."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import URL, Engine, create_engine, event, make_url, text
from sqlalchemy.orm import Session

from bot.migrate import migrate
from kpi_engine.store.database import connect
from tests.factories import Office, found_office
from tests.postgres import postgres

DATABASES = ("sqlite", "postgresql")

_numbers = count()


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[URL]:
    """A server of this test process."""
    with postgres() as url:
        yield make_url(url)


@pytest.fixture(params=DATABASES)
def blank_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a database without tables."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/blank.db"
    return _create(request.getfixturevalue("postgres_url"))


@pytest.fixture(params=DATABASES)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A migrated database without rows."""
    found = connect(request.getfixturevalue(f"{request.param}_database"))
    yield found
    found.dispose()


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    """A session on it; what it does is never committed."""
    with Session(engine) as found:
        yield found


@pytest.fixture
def office(session: Session) -> Office:
    """A company of two departments with people in them."""
    return found_office(session)


@pytest.fixture
def sqlite_database(sqlite_template: Path, tmp_path: Path) -> str:
    """The URL of a migrated SQLite file."""
    return f"sqlite:///{shutil.copy(sqlite_template, tmp_path / 'kpi.db')}"


@pytest.fixture
def postgresql_database(postgres_url: URL, postgres_template: str) -> str:
    """The URL of a migrated PostgreSQL database."""
    return _create(postgres_url, postgres_template)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated file to copy: quicker than to migrate again."""
    path = tmp_path_factory.mktemp("template") / "kpi.db"
    _migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def postgres_template(postgres_url: URL) -> str:
    """The name of a migrated database to copy."""
    url = _create(postgres_url)
    _migrate(url)
    return str(make_url(url).database)


@contextmanager
def counted(engine: Engine) -> Iterator[list[str]]:
    """The statements sent meanwhile."""
    sent: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        sent.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(engine, "before_cursor_execute", note)


def _create(server: URL, template: str = "template1") -> str:
    name = f"kpi_{next(_numbers)}"
    engine = create_engine(server.set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template}"))
    engine.dispose()
    return server.set(database=name).render_as_string(hide_password=False)


def _migrate(url: str) -> None:
    engine = connect(url)
    migrate(engine)
    engine.dispose()
