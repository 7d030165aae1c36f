"""Files of the machine at which the person sits: they name one, and it is read with their own rights."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from itertools import chain, count
from pathlib import Path

from adapters.document import content
from conversations.event import LARGEST_FILE, Dropped
from conversations.view import Document, Message, View


def dropped(line: str, importing: Sequence[str]) -> Dropped | None:
    """The file that the line names behind one of these words; None where it names none that can be read."""
    word, _, name = line.strip().removeprefix("/").removeprefix("kpi ").lstrip().partition(" ")
    if word.casefold() not in importing:
        return None
    with suppress(OSError, ValueError, RuntimeError):
        path = Path(name.strip(" \"'")).expanduser()
        if path.is_file():
            return Dropped(path.name, _content(path))
    return None


def documents(views: Sequence[View]) -> list[Document]:
    """The files among what is shown."""
    messages = (view for view in views if isinstance(view, Message))
    return [block for message in messages for block in message.blocks if isinstance(block, Document)]


def save(document: Document, folder: Path) -> Path:
    """Where the file is now; what is there under its name stays, and it gets a number."""
    wanted = folder / Path(document.name).name
    names = chain([wanted], (wanted.with_stem(f"{wanted.stem} ({number})") for number in count(2)))
    path = next(name for name in names if not name.exists())
    path.write_bytes(content(document))
    return path


def _content(path: Path) -> bytes:
    """One byte more than is taken is enough to see that it is too much."""
    with path.open("rb") as file:
        return file.read(LARGEST_FILE + 1)
