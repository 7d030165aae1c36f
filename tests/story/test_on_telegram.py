"""The stories through Telegram: nobody loses a word there, and nothing is said to Telegram that it would refuse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import chdir

import pytest

from adapters.telegram import deliver
from tests.adapters.contract import squeezed
from tests.background import Background, background
from tests.scenes import Scene, scenes
from tests.story.book import Book
from tests.story.books import KESTREL, QINGHE
from tests.story.on_telegram import OnTelegram
from tests.telling import tell

OTHERWISE = {
    "Tom: /kpi invite Nina, Sales, member": "Or open this link",
    "nina_k: hello": "I don't know you yet",
    "小宋: 你好": "我还不认识你",
    "马骏: 提醒": "本周已发 0 条",
}
"""Cues that are answered otherwise than at a terminal, and some of what is said there.

There nobody has links, everybody has a name, and what comes by itself comes when somebody looks.
"""


@pytest.fixture
def loop(monkeypatch: pytest.MonkeyPatch) -> Iterator[Background]:
    """A loop for the bot and its Telegram, in which pictures can be read."""
    monkeypatch.setattr(deliver, "png", lambda svg: svg.encode())
    with background() as found:
        yield found


@pytest.mark.parametrize(
    ("book", "webhook"),
    [(KESTREL, ""), (QINGHE, "https://kpi.example.org/telegram/webhook")],
    ids=["kestrel, polling", "qinghe, webhook"],
)
def test_a_story_is_lived_on_telegram(book: Book, webhook: str, loop: Background, sqlite_database: str) -> None:
    """A code is a link here, which whoever is invited opens."""
    stage = OnTelegram(sqlite_database, book, loop, webhook)

    strayed = list(_strayed(book, stage))

    stage.close()
    assert strayed == []
    assert stage.misheard == []
    assert stage.lost == []


@pytest.mark.parametrize(
    ("book", "old_server"),
    [(KESTREL, True), (QINGHE, False)],
    ids=["kestrel, old server", "qinghe, newest server"],
)
def test_a_story_is_lived_in_a_group(book: Book, old_server: bool, loop: Background, sqlite_database: str) -> None:
    """What answers no question is said in the group; who asks is answered there, or in their own chat."""
    stage = OnTelegram(sqlite_database, book, loop, group=True, old_server=old_server)

    strayed = list(_strayed(book, stage))

    stage.close()
    assert strayed == []
    assert stage.misheard == []
    assert stage.lost == []
    assert stage.leaked == []


def _strayed(book: Book, stage: OnTelegram) -> Iterator[str]:
    """Cues that are answered otherwise than the book has it.

    News come by themselves here, in the words of that moment; in the book they stand before the next answer.
    """
    with chdir(book.folder / "files"):
        for chapter in book.chapters:
            _, written = scenes(chapter.chat.splitlines(), book.people)
            for scene, shown in zip(written, tell(chapter.chat, stage), strict=True):
                if shown.views == stage.answer and not _is_as_written(scene, shown.drawn):
                    yield f"{chapter.name}: {scene.line}"


def _is_as_written(scene: Scene, drawn: str) -> bool:
    words, here = _words(drawn), OTHERWISE.get(scene.line)
    return _words(here) in words if here else _words(*scene.written).endswith(words)


def _words(*lines: str) -> str:
    """Without spaces, and without the numbers by which a terminal calls its buttons."""
    return squeezed(re.sub(r"\[\d+\]", "", "".join(lines)))
