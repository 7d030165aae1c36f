"""The stories in Slack: nobody reads less there than at a terminal, and nothing is said to Slack that it would not take."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.stage import RealStage
from tests.story.book import Book
from tests.story.books import KESTREL, QINGHE
from tests.story.on_slack import OnSlack

UNNAMED = ["Grace: Repairs and trades", "Grace: GBP"]
"""What only a terminal says: a modal asks for the name, the departments and the city at once, so it does not know yet
which trade that is, and of a city typed over the one that Slack tells not which money."""


@pytest.fixture
def beside(book: Book, sqlite_template: Path, tmp_path: Path) -> Iterator[RealStage]:
    """A terminal for the same people, on a company of its own."""
    path = shutil.copy(sqlite_template, tmp_path / "beside.db")
    found = RealStage(f"sqlite:///{path}", book.people, zone=book.zone)
    yield found
    found.close()


@pytest.mark.filterwarnings("ignore:Sending a large body:ResourceWarning")  # slack_sdk does
@pytest.mark.parametrize("way", ["http", "socket"])
@pytest.mark.parametrize("book", [KESTREL, QINGHE], ids=["kestrel", "qinghe"])
def test_a_story_is_lived_in_slack(book: Book, way: str, beside: RealStage, sqlite_database: str) -> None:
    stage = OnSlack(beside, sqlite_database, book, way)

    told = list(book.told_on(stage))

    stage.close()
    assert len(told) > len(book.chapters)
    assert [each for each in stage.lost if each not in UNNAMED] == []
