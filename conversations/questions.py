"""The questions of a form, with what can be chosen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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
