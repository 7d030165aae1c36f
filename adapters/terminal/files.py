"""Files of the machine at which the person sits: they name one, and it is read with their own rights."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from conversations.event import LARGEST_FILE, Dropped


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


def _content(path: Path) -> bytes:
    """One byte more than is taken is enough to see that it is too much."""
    with path.open("rb") as file:
        return file.read(LARGEST_FILE + 1)
