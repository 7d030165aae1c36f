"""The stories as they go through the adapters: what is typed, pressed, filled in and dropped arrives, and all is shown."""

from __future__ import annotations

import pytest

from tests.adapters.contract import Driver
from tests.adapters.test_terminal import TerminalDriver
from tests.stage import RealStage
from tests.story.book import Book
from tests.story.books import KESTREL, QINGHE
from tests.story.carried import Carried


@pytest.mark.parametrize("driver", [TerminalDriver()], ids=["terminal"])
@pytest.mark.parametrize("book", [KESTREL, QINGHE], ids=["kestrel", "qinghe"])
def test_nothing_of_a_story_is_lost(book: Book, driver: Driver, sqlite_database: str) -> None:
    stage = RealStage(sqlite_database, book.people, zone=book.zone)
    carried = Carried(stage, driver)

    told = list(book.told_on(carried))

    stage.close()
    assert len(told) > len(book.chapters)
    assert carried.lost == []
