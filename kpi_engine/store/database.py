"""Opening the database."""

from __future__ import annotations

import sqlite3

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url

BUSY_SECONDS = 15
"""How long a writer waits for another one on SQLite, which has one at a time."""
_READS = "kpi_engine_reads"


def connect(url: str) -> Engine:
    """The engine for an SQLite file or a PostgreSQL database; ValueError for any other kind."""
    parsed = make_url(url)
    match parsed.get_backend_name():
        case "sqlite":
            return _sqlite(parsed)
        case "postgresql":
            return create_engine(parsed.set(drivername="postgresql+psycopg"), pool_pre_ping=True)
        case other:
            raise ValueError(f"{other} is neither sqlite nor postgresql")


def reading(engine: Engine) -> Engine:
    """The same database, for transactions that only read: on SQLite they neither wait for a writer nor hold one up."""
    return engine.execution_options(**{_READS: True})


def _sqlite(url: URL) -> Engine:
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    # sqlite3 would begin a transaction only at the first write; we begin it ourselves (_begin).
    connection.isolation_level = None
    _write_ahead(connection)
    connection.execute("PRAGMA foreign_keys = ON")


def _write_ahead(connection: sqlite3.Connection) -> None:
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
            raise
        # Who changes a new file to it while another writes there is refused at once; only a transaction waits.
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
        _write_ahead(connection)


def _begin(connection: Connection) -> None:
    # IMMEDIATE: who reads first and writes later is refused, not made to wait, if another wrote between.
    connection.exec_driver_sql("BEGIN" if connection.get_execution_options().get(_READS) else "BEGIN IMMEDIATE")
