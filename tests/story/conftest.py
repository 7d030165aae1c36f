"""Each chapter begins with the company as the chapter before has left it.

Run as a whole, every chapter is played once and hands its database on. Run alone, a chapter has those before it played
first, without comparing; so any of them can be run, and written down anew, by itself.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.stage import RealStage
from tests.story.book import Shelf, stage_of
from tests.story.books import BOOKS


@pytest.fixture(scope="session")
def shelf(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """What the chapters have left."""
    return Shelf(sqlite_template, tmp_path_factory.mktemp("shelf"))


@pytest.fixture
def stage(
    request: pytest.FixtureRequest, shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[RealStage]:
    """The company at the beginning of the chapter; files are dropped from the book's own folder."""
    book = BOOKS[request.path.parent]
    monkeypatch.chdir(book.folder / "files")
    place = [chapter.name for chapter in book.chapters].index(request.node.name)
    database = Path(shutil.copy(shelf.before(book, place), tmp_path / "kpi.db"))
    found = stage_of(book, place, database)
    yield found
    found.close()
    shelf.keep(book, place, database)
