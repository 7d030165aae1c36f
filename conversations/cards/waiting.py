"""Dialogs that wait: what is said of them, to nobody but whose they are, and how one goes on with them."""

from __future__ import annotations

from collections.abc import Iterable

from conversations.cards.say import alone, run_button, say
from conversations.run import Run
from conversations.texts import Texts
from conversations.view import Act, Button, Message, Style, Turn
from conversations.words import quoted
from kpi_engine.model.company import Person


def called(texts: Texts, run: Run) -> str:
    """The command that the dialog is of, as it is typed."""
    return f"/kpi {texts.dialog(run.flow)}" if run.flow else "/kpi"


def begun_as(texts: Texts, run: Run) -> str:
    """What the dialog was begun with, as it is typed."""
    return quoted(f"{called(texts, run)} {begun_with(run)}".strip())


def begun_with(run: Run) -> str:
    """The words after the command, without those by which a button means a record."""
    return " ".join(word for word in run.begun.split() if "#" not in word)


def still_open(texts: Texts, run: Run) -> Message:
    """It waits where it was left."""
    return alone(say(texts, "talk.still_open", _continue(texts, run), flow=called(texts, run)))


def value_or_answer(texts: Texts, run: Run, question: str, text: str) -> Message:
    """What reads like a value and could be the answer to the open question as well."""
    value = run_button(texts, "is_value", f"{texts.label('commands.actual')} {text}")
    answer = _answer(texts, run, question, text)
    return alone(say(texts, "talk.value_or_answer", value, answer, flow=called(texts, run), text=quoted(text)))


def command_or_answer(texts: Texts, run: Run, question: str, text: str) -> Message:
    """The same of what reads like a command with its words."""
    command, answer = run_button(texts, "is_command", text), _answer(texts, run, question, text)
    return alone(say(texts, "talk.command_or_answer", command, answer, flow=called(texts, run), text=quoted(text)))


def handed_to_you(texts: Texts, run: Run, everybody: Iterable[Person]) -> Message:
    """Who handed it over, before its question is shown."""
    return alone(say(texts, "talk.handed_to_you", flow=called(texts, run), by=_giver(run, everybody).name))


def handed_waits(texts: Texts, run: Run, everybody: Iterable[Person]) -> Message:
    """Who handed it over, while something else is shown."""
    by = _giver(run, everybody).name
    return alone(say(texts, "talk.handed_waits", _continue(texts, run), flow=called(texts, run), by=by))


def _giver(run: Run, everybody: Iterable[Person]) -> Person:
    return next(person for person in everybody if person.id == run.handed_by)


def _answer(texts: Texts, run: Run, question: str, text: str) -> Button:
    return Button(texts.label("buttons.is_answer"), Turn(run.id, run.turn, Act.ANSWER, question, text))


def _continue(texts: Texts, run: Run) -> Button:
    return Button(texts.label("buttons.continue"), Turn(run.id, run.turn, Act.SHOW), Style.PRIMARY)
