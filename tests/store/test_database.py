"""Several connections to one SQLite file: who waits for whom."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from threading import Timer

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from kpi_engine.store import database
from kpi_engine.store.database import connect, reading


def test_a_new_file_that_another_is_writing_is_waited_for(tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "kpi.db", isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    Timer(0.2, other.execute, ["COMMIT"]).start()
    engine = connect(f"sqlite:///{tmp_path}/kpi.db")
    with engine.begin() as connection:
        assert connection.scalar(text("PRAGMA journal_mode")) == "wal"
    engine.dispose()
    other.close()


def test_who_only_reads_waits_for_no_writer_and_holds_none_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.01)
    engine = connect(f"sqlite:///{tmp_path}/kpi.db")
    with engine.begin() as writes:
        writes.execute(text("CREATE TABLE said (word TEXT)"))
    with reading(engine).begin() as reads:
        assert reads.scalar(text("SELECT count(*) FROM said")) == 0
        with engine.begin() as writes:
            writes.execute(text("INSERT INTO said VALUES ('hello')"))
            with reading(engine).connect() as another:
                assert another.scalar(text("SELECT count(*) FROM said")) == 0
            with engine.connect() as third, pytest.raises(OperationalError, match="locked"):
                third.begin()
    engine.dispose()
