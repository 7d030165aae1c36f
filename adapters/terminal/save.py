"""Pictures and files that were asked for, written into the folder in which the bot was started."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, count
from pathlib import Path

from adapters.document import content
from conversations.view import Document, Message, Picture, View

_LONGEST = 60


def save(views: Sequence[View], folder: Path) -> Iterator[Path]:
    """Writes each picture (as a PNG) and each document among the views, over no other file, and tells where."""
    for message in views:
        for block in message.blocks if isinstance(message, Message) else ():
            match block:
                case Picture(name=name):
                    yield _written(folder / f"{_file_name(name)}.png", _drawn(block))
                case Document(name=name):
                    yield _written(folder / Path(name).name, content(block))
                case _:
                    pass


def _written(wanted: Path, bytes: bytes) -> Path:
    """Where the file is now; what is there under its name stays, and it gets a number."""
    names = chain([wanted], (wanted.with_stem(f"{wanted.stem}-{number}") for number in count(2)))
    path = next(name for name in names if not name.exists())
    path.write_bytes(bytes)
    return path


def _drawn(asked: Picture) -> bytes:
    from adapters.picture import picture  # noqa: PLC0415  (what draws pictures is loaded by who wants one)
    from adapters.picture.png import png  # noqa: PLC0415

    return png(picture(asked.of))


def _file_name(name: str) -> str:
    """The words, without what steers a shell or a folder."""
    plain = "".join(char if char.isalnum() else " " for char in name)
    return "-".join(plain.split())[:_LONGEST].strip("-") or "kpi"
