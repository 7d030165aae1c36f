"""Pictures that were asked for, as files in the folder in which the bot was started."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

from adapters.picture import picture
from adapters.picture.png import png
from conversations.view import Message, Picture, View

_LONGEST = 60


def save(views: Sequence[View], folder: Path) -> Iterator[Path]:
    """Writes each picture among the views as a PNG, over no other file, and tells where."""
    for view in views:
        for block in view.blocks if isinstance(view, Message) else ():
            if isinstance(block, Picture):
                path = _free(folder, _file_name(block.name))
                path.write_bytes(png(picture(block.of)))
                yield path


def _file_name(name: str) -> str:
    """The words, without what steers a shell or a folder."""
    plain = "".join(char if char.isalnum() else " " for char in name)
    return "-".join(plain.split())[:_LONGEST].strip("-") or "kpi"


def _free(folder: Path, name: str) -> Path:
    names = (f"{name}.png" if number == 1 else f"{name}-{number}.png" for number in count(1))
    return next(path for path in (folder / each for each in names) if not path.exists())
