"""The stories through Telegram: nobody loses a word there, and nothing is said to Telegram that it would refuse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import chdir

import pytest

from adapters.telegram import deliver
from tests.adapters.contract import squeezed
from tests.background import Background, background
from tests.scenes import scenes
from tests.story.book import Book
from tests.story.books import KESTREL, QINGHE
from tests.story.on_telegram import OnTelegram
from tests.telling import tell


@pytest.fixture
def loop(monkeypatch: pytest.MonkeyPatch) -> Iterator[Background]:
    """A loop for the bot and its Telegram, in which pictures can be read."""
    monkeypatch.setattr(deliver, "png", lambda svg: svg.encode())
    with background() as found:
        yield found


@pytest.mark.parametrize(
    ("book", "chapters", "webhook"),
    [(KESTREL, 26, ""), (QINGHE, 22, "https://kpi.example.org/telegram/webhook")],
    ids=["kestrel, polling", "qinghe, webhook"],
)
def test_a_story_is_lived_on_telegram(
    book: Book, chapters: int, webhook: str, loop: Background, sqlite_database: str
) -> None:
    """Until a newcomer comes by a code: there that is a link, as `tests/bot/test_telegram_joining.py` has it."""
    stage = OnTelegram(sqlite_database, book, loop, webhook)

    strayed = list(_strayed(book, stage, chapters))

    stage.close()
    assert strayed == []
    assert stage.misheard == []
    assert stage.lost == []


@pytest.mark.parametrize(
    ("book", "chapters", "old_server"),
    [(KESTREL, 12, True), (QINGHE, 11, False)],
    ids=["kestrel, old server", "qinghe, newest server"],
)
def test_a_story_is_lived_in_a_group(
    book: Book, chapters: int, old_server: bool, loop: Background, sqlite_database: str
) -> None:
    """What answers no question is said in the group; who asks is answered there, or in their own chat."""
    stage = OnTelegram(sqlite_database, book, loop, group=True, old_server=old_server)

    strayed = list(_strayed(book, stage, chapters))

    stage.close()
    assert strayed == []
    assert stage.misheard == []
    assert stage.lost == []
    assert stage.leaked == []


def _strayed(book: Book, stage: OnTelegram, chapters: int | None = None) -> Iterator[str]:
    """Cues that are answered otherwise than the book has it.

    News come by themselves here, in the words of that moment; in the book they stand before the next answer.
    """
    with chdir(book.folder / "files"):
        for chapter in book.chapters[:chapters]:
            _, written = scenes(chapter.chat.splitlines(), book.people)
            for scene, shown in zip(written, tell(chapter.chat, stage), strict=True):
                if shown.views == stage.answer and not _words(*scene.written).endswith(_words(shown.drawn)):
                    yield f"{chapter.name}: {scene.line}"


def _words(*lines: str) -> str:
    """Without spaces, and without the numbers by which a terminal calls its buttons."""
    return squeezed(re.sub(r"\[\d+\]", "", "".join(lines)))
