"""A dropped file: its bytes become grids here, where the readers of files are known."""

from __future__ import annotations

from markupsafe import escape

from adapters.files.read import read_sheets
from adapters.files.unreadable import Unreadable
from conversations.cards.sheet import unreadable_line
from conversations.dropped import words_of_file
from conversations.event import Dropped
from conversations.view import Message, Text, Tone
from conversations.world import World


def words_of(event: Dropped, world: World) -> str | Message:
    """The words after `import` that stand for the file, or why nothing of it can be taken."""
    try:
        grids = read_sheets(event.name, event.content)
    except Unreadable as error:
        line = unreadable_line(world.texts, event.name, error.key, error.params)
        return Message((Text(escape(line)),), tone=Tone.REFUSAL)
    return words_of_file(world.know, world.texts, world.today, event.name, grids)
