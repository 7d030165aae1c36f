"""A story is a folder of chapters: the chats of its modules, in the order of their names and lines."""

from __future__ import annotations

import ast
import inspect
import re
import shutil
from collections.abc import Iterator
from contextlib import chdir
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.stage import RealStage
from tests.telling import Shown, Stage, tell

CODE = re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b")
"""Of an invitation."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A test function's name, and its chat."""

    name: str
    chat: str


@dataclass(frozen=True)
class Book:
    """Who is in it, by which clock they live, and what happens."""

    folder: Path
    people: tuple[str, ...]
    """The first founds the company."""
    zone: ZoneInfo
    language: str = "en"
    """Of everybody's phone."""

    @cached_property
    def chapters(self) -> tuple[Chapter, ...]:
        """All of them, as they follow each other."""
        return tuple(chapter for path in sorted(self.folder.glob("test_*.py")) for chapter in _chapters(path))

    @cached_property
    def newcomers(self) -> frozenset[str]:
        """Those who come in by a code that they are given in the story, and are strangers until then."""
        typed = re.compile(rf"^({'|'.join(self.people)}): .*{CODE.pattern}", re.MULTILINE)
        return frozenset(found[1] for chapter in self.chapters for found in typed.finditer(chapter.chat))

    def told_on(self, stage: Stage) -> Iterator[Shown]:
        """The whole story on one stage, cue by cue: what each person was shown upon what they did."""
        with chdir(self.folder / "files"):
            for chapter in self.chapters:
                yield from tell(chapter.chat, stage)


class Shelf:
    """The company's database as each chapter has left it: made once, and copied for whoever goes on from there."""

    def __init__(self, blank: Path, folder: Path) -> None:
        self._blank = blank
        self._folder = folder

    def before(self, book: Book, place: int) -> Path:
        """The database that the chapter begins with; those before it are played first if they were not yet."""
        if place == 0:
            return self._blank
        left = self._left(book, place - 1)
        if not left.exists():
            self._play(book, place - 1)
        return left

    def keep(self, book: Book, place: int, database: Path) -> None:
        """How the chapter has left the company."""
        shutil.copy(database, self._left(book, place))

    def _play(self, book: Book, place: int) -> None:
        path = Path(shutil.copy(self.before(book, place), self._folder / "playing.db"))
        stage = stage_of(book, place, path)
        for _ in tell(book.chapters[place].chat, stage):
            pass
        stage.close()
        self.keep(book, place, path)

    def _left(self, book: Book, place: int) -> Path:
        return self._folder / f"{book.folder.name}-{place}.db"


def stage_of(book: Book, place: int, database: Path) -> RealStage:
    """A bot on that database; no dialog of an earlier chapter has an id that it will give."""
    return RealStage(f"sqlite:///{database}", book.people, ids=f"{place}-", zone=book.zone)


def _chapters(path: Path) -> Iterator[Chapter]:
    for node in ast.parse(path.read_bytes()).body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            yield Chapter(node.name, inspect.cleandoc(ast.get_docstring(node) or ""))
