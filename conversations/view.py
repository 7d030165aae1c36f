"""What can be shown: fully worded values; an adapter draws them by `match` and holds no text of its own.

Text is a small HTML subset (`b i code a br`), already escaped; everything else is plain text.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from conversations.document import (
    Document,
    Figure,
    Formula,
    Paragraph,
    Printed,
    Section,
    Sheet,
    SheetCell,
    Written,
)
from conversations.figures import (
    Band,
    Bar,
    Cell,
    Chart,
    Line,
    Mark,
    Marked,
    Picture,
    QrCode,
    Range,
    Series,
    Spark,
    Table,
)

__all__ = [
    "Act",
    "Action",
    "Band",
    "Bar",
    "Block",
    "Button",
    "Cell",
    "Chart",
    "Document",
    "Fields",
    "Figure",
    "Form",
    "Formula",
    "Line",
    "Mark",
    "Marked",
    "Message",
    "Option",
    "Paragraph",
    "Picture",
    "Printed",
    "QrCode",
    "Question",
    "QuestionKind",
    "Range",
    "Run",
    "Section",
    "Series",
    "Sheet",
    "SheetCell",
    "Spark",
    "Style",
    "Table",
    "Text",
    "Tone",
    "Turn",
    "View",
    "Written",
]


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    html: str


@dataclass(frozen=True, slots=True)
class Fields:
    """Facts: label and value."""

    pairs: tuple[tuple[str, str], ...]


Block: TypeAlias = Text | Fields | Table | Chart | Picture | Document | QrCode


@dataclass(frozen=True, slots=True)
class Run:
    """Does what typing this after `/kpi` would do."""

    words: str


class Act(StrEnum):
    """What can be done to an open dialog besides answering it."""

    ANSWER = "answer"
    SHOW = "show"
    BACK = "back"
    SKIP = "skip"
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True)
class Turn:
    """Acts on the dialog `run`, if it still stands at `turn`. For an answer or a skip, `key` names the question."""

    run: str
    turn: int
    act: Act
    key: str = ""
    value: str = ""


Action: TypeAlias = Run | Turn


class Style(StrEnum):
    """How much a button asks to be pressed."""

    PLAIN = "plain"
    PRIMARY = "primary"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Button:
    """A worded action."""

    label: str
    action: Action
    style: Style = Style.PLAIN


class Tone(StrEnum):
    """How a message is meant."""

    PLAIN = "plain"
    SUCCESS = "success"
    WARNING = "warning"
    REFUSAL = "refusal"


@dataclass(frozen=True, slots=True)
class Message:
    """Something said, with what can be done next."""

    blocks: tuple[Block, ...]
    buttons: tuple[Button, ...] = ()
    tone: Tone = Tone.PLAIN
    only_you: bool = False
    """Not for the others where the place is public."""


class QuestionKind(StrEnum):
    """What is answered; CHOICE and YESNO take one option, MANY takes several."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"
    MANY = "many"
    YESNO = "yesno"


@dataclass(frozen=True, slots=True)
class Option:
    """One of the answers that can be chosen; `note` says why one might."""

    value: str
    label: str
    note: str = ""
    also: tuple[str, ...] = ()
    """Other words that mean it."""


@dataclass(frozen=True, slots=True)
class Question:
    """One field of a form."""

    key: str
    kind: QuestionKind
    label: str
    hint: str = ""
    options: tuple[Option, ...] = ()
    optional: bool = False
    initial: str = ""
    """What stands in the field to begin with, as it would be typed; several choices are joined by newlines."""
    error: str = ""
    """Why the answer given was not taken."""
    own: str = ""
    """What a place for own words beside the options is called; empty where only the options are taken."""


@dataclass(frozen=True, slots=True)
class Form:
    """A dialog's turn: questions that do not depend on one another, to be answered together or one by one."""

    run: str
    turn: int
    key: str
    title: str
    step: str
    """Where in the dialog this is ("2/5"), or empty."""
    intro: tuple[Block, ...]
    questions: tuple[Question, ...]
    """Those still open; what the dialog has taken is not asked again."""
    acts: tuple[Button, ...] = ()
    """Back, skip and cancel as far as they are possible, worded."""
    submit: str = ""
    """The words on the button that hands the form in."""


View: TypeAlias = Message | Form
