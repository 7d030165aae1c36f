"""The schema by migrations is the schema of the tables, on both databases."""

from __future__ import annotations

import subprocess
import sys

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect, text

from bot.migrate import migrate
from kpi_engine.store.base import Base
from kpi_engine.store.database import connect
from tests.databases import DATABASES


def test_both_databases_are_really_used(engine: Engine, request: pytest.FixtureRequest) -> None:
    used = request.node.callspec.params["engine"]
    assert used in DATABASES
    assert set(DATABASES) == {"sqlite", "postgresql"}
    asked = {"sqlite": "SELECT 'SQLite ' || sqlite_version()", "postgresql": "SELECT version()"}[used]
    with engine.connect() as connection:
        assert str(connection.scalar(text(asked))).lower().startswith(used)


def test_an_empty_database_is_migrated_to_the_tables(blank_url: str) -> None:
    engine = connect(blank_url)
    assert inspect(engine).get_table_names() == []
    migrate(engine)
    assert _differences(engine) == []
    assert set(inspect(engine).get_table_names()) == {*Base.metadata.tables, "alembic_version"}
    engine.dispose()


def test_a_missing_column_would_be_seen(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE action DROP COLUMN closed_on"))
    assert [difference[0] for difference in _differences(engine)] == ["add_column"]


def test_migrating_again_changes_nothing(engine: Engine) -> None:
    migrate(engine)
    assert _differences(engine) == []


def test_constraints_are_named_alike_by_both_ways(engine: Engine) -> None:
    found = inspect(engine)
    for table in Base.metadata.sorted_tables:
        named = {unique["name"] for unique in found.get_unique_constraints(table.name)}
        assert named == {str(each.name) for each in table.constraints if each.name and str(each.name).startswith("uq")}
        assert found.get_pk_constraint(table.name)["name"] == f"pk_{table.name}"


def test_several_processes_may_migrate_at_once(blank_url: str) -> None:
    program = "import sys; from bot.migrate import migrate; from kpi_engine.store.database import connect; migrate(connect(sys.argv[1]))"
    started = [
        subprocess.Popen([sys.executable, "-c", program, blank_url], stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    assert [process.communicate()[1] for process in started] == ["", "", ""]
    engine = connect(blank_url)
    assert _differences(engine) == []
    engine.dispose()


def _differences(engine: Engine) -> list[tuple[object, ...]]:
    with engine.connect() as connection:
        found: list[tuple[object, ...]] = compare_metadata(MigrationContext.configure(connection), Base.metadata)
        return found
