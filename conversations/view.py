"""What can be shown: fully worded values; an adapter draws them by `match` and holds no text of its own.

Text is a small HTML subset (`b i code a br`), already escaped; everything else is plain text.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from conversations.buttons import Act, Action, Button, Run, Style, Turn
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
    Parts,
    Picture,
    QrCode,
    Range,
    Series,
    Spark,
    Table,
)
from conversations.questions import Option, Question, QuestionKind

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
    "Parts",
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
    unasked: bool = False
    """News that were told before the answer: where buttons have numbers, the answer's come first."""


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
    """What may be wanted before any answer; back, skip and cancel as far as they are possible, worded."""
    submit: str = ""
    """The words on the button that hands the form in."""


View: TypeAlias = Message | Form
