"""A company as a file, and back: everything is in it, and nothing else comes in."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, insert, select, text
from sqlalchemy.orm import Session

from adapters.settings import Misconfigured
from bot import archive, cli
from bot.migrate import migrate
from kpi_engine.model.archive import SCHEMA
from kpi_engine.store.archive import put_back, readers, tables, taken_out
from kpi_engine.store.base import Base
from kpi_engine.store.database import connect
from kpi_engine.store.tables import AuditRow, CompanyRow, GoalRow, PersonRow
from tests.stage import MONDAY as NOW
from tests.stage import RealStage


@pytest.fixture
def company(built: None, stage: RealStage) -> Engine:
    """A company with a strategy, KPIs, values, a correction, a closed month, a proposal and an open dialog."""
    stage.type(
        "Anna", "revenue 2 Nov 52000, revenue 3 Nov 51000", "members add Li Na, Sales", "revenue 3 Nov 50000", "yes"
    )
    stage.type("Anna", "/kpi away until Friday", "/kpi settings fiscal year April", "yes", "/kpi build Service")
    return connect(stage.url)


@pytest.fixture
def engine(blank_url: str) -> Iterator[Engine]:
    """An empty database, beside the company's."""
    found = connect(blank_url)
    migrate(found)
    yield found
    found.dispose()


@pytest.fixture
def people() -> tuple[str, ...]:
    return ("Anna", "Li Na")


NOBODYS = {"heard", "kept", "lane", "sealed", "wrong_code"}
"""Tables by which processes know what they have done, and keys to workspaces: nothing that anybody would take along."""


def test_every_table_is_in_it_by_itself() -> None:
    assert {table.name for table in tables()} == Base.metadata.tables.keys() - NOBODYS
    for table in tables():
        assert table is CompanyRow.__table__ or "company_id" in table.c
        assert set(readers(table)) == set(table.c.keys())


def test_the_schema_is_that_of_the_last_revision() -> None:
    config = Config()
    config.set_main_option("script_location", "bot:migrations")
    assert ScriptDirectory.from_config(config).get_current_head() == SCHEMA


def test_a_company_moves_to_either_database(company: Engine, engine: Engine, tmp_path: Path) -> None:
    file, again = tmp_path / "all.json", tmp_path / "again.json"
    archive.export_company(company, file, "", NOW)
    assert archive.import_file(engine, file) == json.loads(file.read_text())["counts"]

    archive.export_company(engine, again, "Harbour Trading", NOW)
    assert json.loads(again.read_text()) == json.loads(file.read_text())
    counts = json.loads(file.read_text())["counts"]
    assert {
        name
        for name in ("person", "goal", "swot_entry", "action", "kpi_version", "actual", "audit_entry", "account", "run")
        if not counts[name]
    } == set()
    assert any(score for score in json.loads(file.read_text())["scores"].values())


def test_who_is_added_after_it_has_an_id_of_its_own(company: Engine, engine: Engine, tmp_path: Path) -> None:
    archive.export_company(company, tmp_path / "all.json", "", NOW)
    archive.import_file(engine, tmp_path / "all.json")
    with Session(engine) as session, session.begin():
        known = set(session.scalars(select(AuditRow.id)))
        row = session.scalars(select(AuditRow)).first()
        assert row is not None
        copied = {name: value for name, value in _columns(row).items() if name != "id"}
        added = session.scalars(insert(AuditRow).values(copied).returning(AuditRow.id)).one()
        assert added not in known


def test_a_backup_has_every_company(company: Engine, engine: Engine, tmp_path: Path) -> None:
    _found_another(company)
    with pytest.raises(Misconfigured, match="--company: which one: Harbour Trading, Other"):
        archive.export_company(company, tmp_path / "one.json", "", NOW)
    with pytest.raises(Misconfigured, match="--company: none is called so"):
        archive.export_company(company, tmp_path / "one.json", "Nobody", NOW)
    archive.export_company(company, tmp_path / "one.json", "Other", NOW)
    assert json.loads((tmp_path / "one.json").read_text())["counts"]["person"] == 1

    archive.backup(company, tmp_path / "all.json", NOW)
    archive.import_file(engine, tmp_path / "all.json")
    with Session(company) as before, Session(engine) as after:
        assert taken_out(before, None) == taken_out(after, None)


def test_a_row_may_stand_before_the_one_that_it_refers_to(company: Engine, engine: Engine) -> None:
    with Session(company) as session:
        rows = dict(taken_out(session, None))
    goals = rows["goal"]
    assert goals[-1]["serves"] == goals[0]["id"]
    with Session(engine) as session, session.begin():
        put_back(session, {**rows, "goal": goals[::-1]})
        assert len(session.scalars(select(GoalRow)).all()) == len(goals)


def test_two_who_stand_in_for_each_other_move_too(company: Engine, engine: Engine) -> None:
    with Session(company) as session, session.begin():
        anna = session.scalars(select(PersonRow)).one()
        bea = PersonRow(**{**_columns(anna), "id": 2, "deputy_id": anna.id})
        session.add(bea)
        session.flush()
        anna.deputy_id = bea.id
    with Session(company) as session:
        rows = taken_out(session, None)
    with Session(engine) as session, session.begin():
        put_back(session, rows)
        assert taken_out(session, None) == rows


Content: TypeAlias = Any


def _spoilt(change: Callable[[Content], object]) -> Callable[[Content], str]:
    def spoil(content: Content) -> str:
        change(content)
        return json.dumps(content)

    return spoil


def _value_of(content: Content, day: str) -> dict[str, object]:
    return next(row for row in content["tables"]["actual"] if row["period_start"] == day)


WRONG: Sequence[tuple[Callable[[Content], str], str]] = (
    (lambda content: "", "is no JSON"),
    (lambda content: "[" * 100_000, "is no JSON"),
    (lambda content: "[1]", "is no export of kpi-bot"),
    (lambda content: '{"format": "other"}', "is no export of kpi-bot"),
    (
        lambda content: '{"format": "kpi-bot", "schema": "9999"}',
        f"is of schema 9999, and this version has {SCHEMA}",
    ),
    (_spoilt(lambda content: content.pop("scores")), "scores: Field required"),
    (_spoilt(lambda content: content.update(taken_on="yesterday")), "taken_on: "),
    (_spoilt(lambda content: content["tables"].pop("goal")), "table goal is missing"),
    (_spoilt(lambda content: content["tables"].update(other=[])), "table other is not known"),
    (
        _spoilt(lambda content: content["tables"]["actual"][0].pop("value")),
        "actual, row 1: column value is missing",
    ),
    (
        _spoilt(lambda content: content["tables"]["actual"][1].update(value="a lot")),
        "actual, row 2: value can't be 'a lot'",
    ),
    (
        _spoilt(lambda content: content["tables"]["actual"][0].update(state="??")),
        "actual, row 1: state can't be '??'",
    ),
    (
        _spoilt(lambda content: content["tables"]["actual"][0].update(author_id="1")),
        "actual, row 1: author_id can't be '1'",
    ),
    (
        _spoilt(lambda content: content["tables"]["actual"][0].update(note=None)),
        "actual, row 1: note can't be None",
    ),
    (
        _spoilt(lambda content: content["tables"]["actual"][2].update(kpi_id=99)),
        "actual, row 3: kpi_id 99 is the id of no row of kpi",
    ),
    (
        _spoilt(lambda content: content["tables"]["actual"].append(content["tables"]["actual"][0])),
        "actual, row 21: id 1 is there twice",
    ),
    (
        _spoilt(lambda content: content["tables"]["kpi_version"][0].update(name={})),
        "kpi_version, row 1: name can't be {}",
    ),
    (
        _spoilt(lambda content: content["tables"]["goal"][0].update(serves=99)),
        "goal, row 1: serves 99 is the id of no row of goal",
    ),
    (_spoilt(lambda content: content["counts"].update(actual=1)), "actual has 20 rows, not 1"),
    (_spoilt(lambda content: _value_of(content, "2026-11-02").update(value="1")), "scores "),
)


def test_a_wrong_file_is_one_line_and_nothing_comes_in(company: Engine, engine: Engine, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    archive.export_company(company, good, "", NOW)
    for spoil, why in WRONG:
        bad.write_text(spoil(json.loads(good.read_text())))

        with pytest.raises(Misconfigured) as refused:
            archive.import_file(engine, bad)

        line = str(refused.value)
        assert line.startswith(f"{bad}: ")
        assert why in line
        assert len(line.splitlines()) == 1
        with Session(engine) as session:
            assert not any(taken_out(session, None).values())


def test_only_an_empty_database_takes_one(company: Engine, tmp_path: Path) -> None:
    archive.export_company(company, tmp_path / "all.json", "", NOW)
    with pytest.raises(Misconfigured, match="there is a company already"):
        archive.import_file(company, tmp_path / "all.json")


@pytest.mark.parametrize(
    ("statement", "why"),
    [
        ("CREATE TABLE person (name TEXT)", "the database is not empty: its table person is not kpi-bot's"),
        (
            "CREATE TABLE alembic_version (version_num TEXT)",
            "the database has schema 1a2b3c, which this version does not know",
        ),
    ],
)
def test_a_database_of_another_program_is_left_alone(tmp_path: Path, statement: str, why: str) -> None:
    theirs = connect(f"sqlite:///{tmp_path}/theirs.db")
    with theirs.begin() as connection:
        connection.execute(text(statement))
        if "version" in statement:
            connection.execute(text("INSERT INTO alembic_version VALUES ('1a2b3c')"))
    with pytest.raises(Misconfigured, match=why):
        migrate(theirs)
    theirs.dispose()


COUNTED = re.compile(r"all\.json: 1 company, 1 person, 5 KPIs, 20 values; \d+ rows in all\.\n")


def test_from_the_command_line(
    stage: RealStage,
    company: Engine,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def run(url: str, *words: str) -> object:
        monkeypatch.setenv("DATABASE_URL", url)
        monkeypatch.setattr(sys, "argv", ["kpi-bot", *words])
        monkeypatch.chdir(tmp_path)
        with pytest.raises(SystemExit) as ended:
            cli.main()
        return ended.value.code

    new = f"sqlite:///{tmp_path}/new.db"
    assert run(stage.url, "export", "all.json") == 0
    said = capsys.readouterr().out
    assert COUNTED.fullmatch(said), said
    assert run(stage.url, "export", "all.json") == cli.WRONG
    assert capsys.readouterr().err == "kpi-bot: all.json: File exists\n"
    assert run(new, "import", "nothing.json") == cli.WRONG
    assert capsys.readouterr().err == "kpi-bot: nothing.json: No such file or directory\n"
    assert run(new, "restore", "all.json") == 0
    assert capsys.readouterr().out == f"{said.strip()} Every scorecard scores as before.\n"
    assert run(new, "backup", "again.json") == 0
    assert capsys.readouterr().out == said.replace("all.json", "again.json")
    assert run(new, "import", "all.json") == cli.WRONG


def _columns(row: Base) -> dict[str, object]:
    return {name: getattr(row, name) for name in row.__mapper__.columns.keys()}  # noqa: SIM118


def _found_another(engine: Engine) -> None:
    with Session(engine) as session, session.begin():
        first = session.scalars(select(CompanyRow)).one()
        other = CompanyRow(**{**_columns(first), "id": 7, "name": type(first.name).same("Other")})
        session.add(other)
        session.flush()
        person = session.scalars(select(PersonRow)).first()
        assert person is not None
        session.add(PersonRow(**{**_columns(person), "id": 70, "company_id": 7}))
