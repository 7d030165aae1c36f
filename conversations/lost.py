"""Words that mean nothing, and what may have been meant."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from conversations.cards.names import kpi_words
from conversations.cards.say import say
from conversations.commands import ACTUAL, nearest_commands
from conversations.flows.actual.called import askables
from conversations.know import Know
from conversations.texts import Texts
from conversations.view import Button, Message, Run
from conversations.words import first_word, quoted
from kpi_engine.design.match import likeness
from kpi_engine.intake.line import read_line
from kpi_engine.intake.said import value_start
from kpi_engine.intake.typed import tidy
from kpi_engine.model.company import Person

COMMANDED = "/kpi "
"""Before the name of a command."""


def lost_card(texts: Texts, text: str, know: Know, me: Person, today: date) -> Message:
    """A button for each guess: KPIs if there is a value in the words or their names are nearer, else commands."""
    start = value_start(tidy(text))
    commands = _commands(text)
    kpis = _kpis(texts, text, "" if start is None else tidy(text)[start:], know, me, today)
    about_kpis = start is not None or _nearest(text, kpis) > _nearest(first_word(text)[0], commands)
    guesses = (kpis or commands) if about_kpis else (commands or kpis)
    return say(texts, "talk.not_understood", *guesses, guessed=bool(guesses), text=quoted(text))


def _nearest(said: str, guesses: Sequence[Button]) -> float:
    """How near the best guess is."""
    return max((likeness(said, guess.label.removeprefix(COMMANDED)) for guess in guesses), default=0.0)


def _commands(text: str) -> Sequence[Button]:
    return [Button(f"{COMMANDED}{name}", Run(name)) for name in nearest_commands(text)]


def _kpis(texts: Texts, text: str, value: str, know: Know, me: Person, today: date) -> Sequence[Button]:
    versions = {version.kpi.id: version for version in know.kpis()}
    kpis = askables(know, me)
    line = read_line(text, kpis, today)
    begun = [kpi.kpi_id for piece in line.entries[:1] for kpi in kpis if kpi.kpi_id == piece.kpi_id and kpi.in_part]
    near = [versions[id] for id in (*begun, *(id for problem in line.problems[:1] for id in problem.nearest))]
    return [
        Button(
            f"{texts.name(version.definition.name)} {value}".strip(),
            Run(f"{texts.label(f'commands.{ACTUAL.name}')} {kpi_words(version)} {value}".strip()),
        )
        for version in near
    ]
