"""What somebody types whom nobody knows yet: the code that they were given."""

from __future__ import annotations

from conversations.commands import JOIN, START, read_command
from conversations.event import Event, Pressed, Said
from conversations.hearing import commanded
from conversations.view import Run
from conversations.words import printable
from kpi_engine.model.invitation import read_code


def code_in(event: Event) -> str | None:
    """What was typed as a code, right or wrong: after `join`, or as a link into a messenger has it, `/start CODE`."""
    match event:
        case Said(text=text) | Pressed(action=Run(words=text)):
            return _code(printable(text).strip())
        case _:
            return None


def _code(text: str) -> str | None:
    words = commanded(text)
    command, rest = read_command((text if words is None else words).removeprefix("/")) or (None, "")
    if command is JOIN:
        return rest or None
    return rest if command is START and read_code(rest) else None
