"""Bringing a database to the schema of this version."""

from __future__ import annotations

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import DBAPIError

from adapters.settings import Misconfigured
from kpi_engine.store.base import Base
from kpi_engine.store.database import reading

_LOCK = 5_742_001
"""Names our advisory lock on PostgreSQL; any number that nobody else uses."""


def migrate(engine: Engine) -> None:
    """Runs the revisions that are missing, all or none; harmless where none is. Others who migrate wait.

    Misconfigured where the database is another program's.
    """
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        _check_ours(connection)
        command.upgrade(_config(connection), "head")


def is_current(engine: Engine) -> bool:
    """Whether the database answers, and has the schema of this version."""
    try:
        with reading(engine).connect() as connection:
            found = MigrationContext.configure(connection).get_current_revision()
            return found == ScriptDirectory.from_config(_config(connection)).get_current_head()
    except DBAPIError:
        return False


def is_empty(engine: Engine) -> bool:
    """Whether nothing was ever kept in the database, which answers."""
    return not inspect(engine).get_table_names()


def _check_ours(connection: Connection) -> None:
    """Misconfigured where another program keeps its tables there, or another version."""
    revision = MigrationContext.configure(connection).get_current_revision()
    if revision is None:
        theirs = sorted(Base.metadata.tables.keys() & set(inspect(connection).get_table_names()))
        if theirs:
            raise Misconfigured(f"DATABASE_URL: the database is not empty: its table {theirs[0]} is not kpi-bot's")
    elif revision not in {each.revision for each in ScriptDirectory.from_config(_config(connection)).walk_revisions()}:
        raise Misconfigured(f"DATABASE_URL: the database has schema {revision}, which this version does not know")


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", "bot:migrations")
    config.attributes["connection"] = connection
    return config
