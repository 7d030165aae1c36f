"""What typed words mean where no dialog is open: a command, values, or nothing that is known."""

from __future__ import annotations

import re

from conversations.commands import ACTUAL, MY_DAY, Command, nearest_commands, read_command
from conversations.flows.actual import askables
from conversations.know import Know
from conversations.words import first_word
from kpi_engine.errors import Refusal
from kpi_engine.intake.line import looks_like_values, read_line
from kpi_engine.intake.said import value_start
from kpi_engine.intake.typed import tidy
from kpi_engine.model.company import Person

_PREFIX = re.compile(r"(?:[/／]?kpi(?:\s+|$)|[/／]kpi(?=[\u4e00-\u9fff]))", re.IGNORECASE)


def commanded(text: str) -> str | None:
    """What stands after `/kpi`; None if it is no command by its form."""
    found = _PREFIX.match(text)
    return text[found.end() :].strip() if found else None


def meant_by_command(words: str) -> tuple[Command, str]:
    """The command after `/kpi`; Refusal with the nearest names where it is none."""
    if not words:
        return MY_DAY, ""
    found = read_command(words)
    if found is None:
        raise Refusal("no_command", word=first_word(words)[0], nearest=nearest_commands(words))
    return found


def meant_by_words(text: str, know: Know, me: Person) -> tuple[Command, str] | None:
    """The command that words without `/kpi` stand for: one by its name, or values to be entered."""
    found = read_command(text)
    if found:
        return found
    return (ACTUAL, text) if looks_like_values(text, askables(know, me)) else None


def nearest_to_words(text: str, know: Know, me: Person) -> list[str]:
    """What comes nearest to words that mean nothing: KPIs first if there is a value in them, else commands."""
    commands = nearest_commands(text)
    kpis = [name for problem in read_line(text, askables(know, me)).problems[:1] for name in problem.nearest]
    return (kpis or commands) if value_start(tidy(text)) else (commands or kpis)
