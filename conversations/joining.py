"""What somebody types whom nobody knows yet: the code that they were given, or that their company is a new one."""

from __future__ import annotations

import re

from conversations.cards.founding import NEW_COMPANY
from conversations.commands import JOIN, START, Command, read_command
from conversations.event import Event, Pressed, Said
from conversations.hearing import commanded
from conversations.view import Run
from conversations.words import printable
from kpi_engine.model.invitation import read_code


def code_in(event: Event) -> str | None:
    """What was typed as a code, right or wrong: after `join`, alone as it is shown, or by a link, `/start CODE`."""
    command, rest = _typed(event)
    if command is JOIN:
        return rest or None
    alone = command is None and _SHOWN.fullmatch(rest)
    return rest if (alone or command is START) and read_code(rest) else None


def is_new_company(event: Event) -> bool:
    """Whether it is said that a company is to be founded: the button, or its words typed."""
    command, rest = _typed(event)
    return command is START and rest.casefold() in NEW_COMPANY


def as_if_known(event: Event) -> Event:
    """What is heard of whoever is somebody already: nobody's company is called by a code, or by the button's words."""
    command, _ = _typed(event)
    if is_new_company(event):
        return Said(f"/kpi {START.name}")
    return Said(f"/kpi {JOIN.name}") if command and code_in(event) else event


def _typed(event: Event) -> tuple[Command | None, str]:
    """The command and the words after it; all of the words where they begin with none."""
    match event:
        case Said(text=text) | Pressed(action=Run(words=text)):
            typed = printable(text).strip()
            words = commanded(typed)
            said = typed if words is None else words
            return read_command(said.removeprefix("/")) or (None, said)
        case _:
            return None, ""


_SHOWN = re.compile(r"\w{4}-\w{4}-\w{4}")
