"""Companies to chat about: one with departments, and one whose Sales has its KPIs; made once and copied."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import make_url

from bot.demo.start import furnish
from tests.conversations.companies import BUILT, FOUNDED, STRATEGY
from tests.conversations.rights.acme import Place, make
from tests.stage import RealStage


@pytest.fixture(params=["Anna", "安娜"], ids=["en", "zh"])
def founder(request: pytest.FixtureRequest) -> str:
    """Who founds the company, for tests in both languages."""
    return str(request.param)


@pytest.fixture
def founded(people: tuple[str, ...], sqlite_database: str, files: dict[tuple[str, str], Path]) -> None:
    """The company has its name and its departments."""
    _lay(files["founded", people[0]], sqlite_database)


@pytest.fixture
def built(people: tuple[str, ...], sqlite_database: str, files: dict[tuple[str, str], Path]) -> None:
    """And Sales its KPIs."""
    _lay(files["built", people[0]], sqlite_database)


@pytest.fixture(scope="session")
def files(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Path]:
    """The databases by how far the company is, and by its founder."""
    folder = tmp_path_factory.mktemp("companies")
    return {(stage, who): path for who in FOUNDED for stage, path in _made(sqlite_template, folder, who)}


@pytest.fixture(scope="session")
def furnished(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of the made-up company, with a year of values."""
    path = Path(shutil.copy(sqlite_template, tmp_path_factory.mktemp("furnished") / "demo.db"))
    stage = RealStage(f"sqlite:///{path}", ("Chen Zhe",))
    furnish(stage.bot)
    stage.close()
    return path


@pytest.fixture
def demo(sqlite_database: str, furnished: Path) -> None:
    """The stage is the made-up company's."""
    _lay(furnished, sqlite_database)


@pytest.fixture(scope="session")
def companies(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Place]]:
    """The database, and what commands there are about."""
    file = Path(shutil.copy(sqlite_template, tmp_path_factory.mktemp("two") / "two.db"))
    return file, make(file)


def _made(template: Path, folder: Path, who: str) -> Iterator[tuple[str, Path]]:
    founded = Path(shutil.copy(template, folder / f"founded-{who}.db"))
    _play(founded, who, FOUNDED[who])
    yield "founded", founded
    built = Path(shutil.copy(founded, folder / f"built-{who}.db"))
    said = _play(built, who, STRATEGY[who] + BUILT[who])
    assert "5 KPI" in said or "5 个 KPI" in said, said
    yield "built", built


def _play(path: Path, who: str, lines: tuple[str, ...]) -> str:
    stage = RealStage(f"sqlite:///{path}", (who,))
    said = stage.type(who, *lines)
    stage.close()
    return said


def _lay(file: Path, url: str) -> None:
    """Before anybody has opened the database."""
    shutil.copy(file, str(make_url(url).database))
