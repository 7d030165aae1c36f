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

    Misconfigured where that can't be done.
    """
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        if why_not := strange(connection):
            raise Misconfigured(f"DATABASE_URL: the database {why_not}")
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


def strange(connection: Connection) -> str:
    """Why the database can't be brought to this schema: somebody else's tables have the names of ours, or it is of
    another version. Empty where it can.
    """
    revision = MigrationContext.configure(connection).get_current_revision()
    if revision is None:
        taken = sorted(Base.metadata.tables.keys() & set(inspect(connection).get_table_names()))
        return f"is not empty: its table {taken[0]} is not kpi-bot's" if taken else ""
    known = {each.revision for each in ScriptDirectory.from_config(_config(connection)).walk_revisions()}
    return "" if revision in known else f"has schema {revision}, which this version does not know"


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", "bot:migrations")
    config.attributes["connection"] = connection
    return config
