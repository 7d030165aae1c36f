"""A bot that says what it is told to, by what was heard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from adapters.base import Who
from conversations.event import Dropped, Event, Pressed, Said, Submitted
from conversations.view import (
    Act,
    Action,
    Button,
    Document,
    Figure,
    Form,
    Message,
    Option,
    Question,
    QuestionKind,
    Run,
    Sheet,
    Text,
    Turn,
    View,
)

FORM = Form(
    "r1", 1, "values", "Your values", "", (), (Question("revenue", QuestionKind.NUMBER, "Revenue"),), (), "Record"
)
SHEET = Sheet("", (("KPI", "Actual"), ("Visits", Figure(Decimal(5)))))
CANCEL = Button("Cancel", Turn("r1", 1, Act.CANCEL))
SECOND = Form(
    "r1", 2, "values", "Your values", "", (), (Question("visits", QuestionKind.NUMBER, "Visits"),), (CANCEL,), "Record"
)
LONG = replace(SECOND, intro=(Text("word " * 3_000),))

PICK = Form(
    "r1",
    1,
    "department",
    "Your department",
    "",
    (),
    (Question("department", QuestionKind.CHOICE, "Which?", options=(Option("1", "Sales"), Option("2", "Service"))),),
)


def message(words: str, *labels: str, only_you: bool = False) -> Message:
    """One sentence with buttons, each of which does what typing its label would do."""
    return Message((Text(words),), tuple(Button(label, Run(label)) for label in labels), only_you=only_you)


def hear(who: Who, event: Event) -> Sequence[View]:
    """What the bot shows."""
    match event:
        case Said(text=text):
            return _said(text.removeprefix("/kpi").strip())
        case Pressed(action=action):
            return _pressed(action)
        case Submitted(turn=1, values={"revenue": "abc"}):
            return (message("No number"), FORM)
        case Submitted(turn=1, values={"revenue": "long"}):
            return (LONG,)
        case Submitted(turn=1):
            return (SECOND,)
        case Submitted():
            return (message("Recorded"),)
        case Dropped(name=name):
            return (message(f"Read {name}"),)


def _pressed(action: Action) -> Sequence[View]:
    match action:
        case Run(words=words):
            return _said(words)
        case Turn(act=Act.CANCEL):
            return (message("Cancelled"),)
        case Turn(act=act):
            return (SECOND,) if act is Act.ANSWER else (FORM,)


def _said(words: str) -> Sequence[View]:
    match words.split():
        case []:
            return (message("My day", "report"),)
        case ["pick"]:
            return (PICK,)
        case ["actual", *_]:
            return (FORM,)
        case ["file"]:
            return (Message((Document("values.csv", (SHEET,)),)),)
        case ["secret"]:
            return (message("Only for you", only_you=True),)
        case _:
            return (message(f"<b>{words}</b>", "more"),)
