"""What can be asked for: one class per kind of answer, each reading what people type.

An answer is kept as text. `read` turns any way of typing it into one canonical text and its value; reading that text
gives the same again, on any later day. So an answer is checked afresh each time its dialog is played.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from conversations.view import Option, QuestionKind
from kpi_engine.calendar.dates import read_date
from kpi_engine.design.match import nearest, same
from kpi_engine.intake.number import Doubtful, Read, Unread, plain, read_number
from kpi_engine.model.kpi import Unit, UnitKind

MAX_TEXT = 200
"""Characters of a name or a line."""


@dataclass(frozen=True, slots=True)
class Taken:
    """An answer that was understood: canonical text and value."""

    text: str
    value: object


@dataclass(frozen=True, slots=True)
class Rejected:
    """An answer that was not; `key` names the sentence (texts/*/rejected.j2), `params` fill it."""

    key: str
    params: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Field(ABC):
    """One question of a form; label and hint are empty where they are the form's labels."""

    kind: ClassVar[QuestionKind]

    optional: bool = False
    label: str = ""
    hint: str = ""
    options: tuple[Option, ...] = ()
    """What can be chosen, or suggestions where anything may be typed."""

    @abstractmethod
    def read(self, raw: str, today: date) -> Taken | Rejected:
        """Understands what was typed, in any way people write it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextField(Field):
    """A line of words."""

    kind = QuestionKind.TEXT

    def read(self, raw: str, today: date) -> Taken | Rejected:
        text = " ".join(raw.split())
        if not text:
            return Rejected("empty")
        if len(text) > MAX_TEXT:
            return Rejected("too_long", {"limit": MAX_TEXT, "length": len(text)})
        return Taken(text, text)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberField(Field):
    """A number of the unit."""

    kind = QuestionKind.NUMBER

    unit: Unit = Unit(UnitKind.COUNT)
    least: Decimal | None = None
    most: Decimal | None = None

    def read(self, raw: str, today: date) -> Taken | Rejected:
        read = read_number(raw, self.unit)
        return self._inside(read.value) if isinstance(read, Read) else unread(raw, read, self.unit)

    def _inside(self, value: Decimal) -> Taken | Rejected:
        if self.least is not None and value < self.least:
            return Rejected("number_small", {"least": self.least, "unit": self.unit})
        if self.most is not None and value > self.most:
            return Rejected("number_large", {"most": self.most, "unit": self.unit})
        return Taken(plain(value, self.unit), value)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceField(Field):
    """One of the options; its value is the option's value."""

    kind = QuestionKind.CHOICE

    of: type[StrEnum] | None = None
    """The options are the members of this enumeration, worded by their labels."""
    own: bool = False
    """Words of one's own are taken as well."""

    def read(self, raw: str, today: date) -> Taken | Rejected:
        text = " ".join(raw.split())
        found = find_option(text, self.options)
        if found:
            return Taken(found.value, self.of(found.value) if self.of else found.value)
        if self.own:
            return TextField().read(text, today)
        return unknown_option(text, self.options)


@dataclass(frozen=True, slots=True, kw_only=True)
class ManyField(Field):
    """Several of the options; its value is a tuple of their values, its text has one on each line."""

    kind = QuestionKind.MANY

    most: int = 10
    own: bool = False
    """Words of one's own are taken as well."""

    def read(self, raw: str, today: date) -> Taken | Rejected:
        chosen: list[str] = []
        for piece in pieces(raw):
            found = find_option(piece, self.options)
            if found is None and not self.own:
                return unknown_option(piece, self.options)
            value = found.value if found else piece
            if len(value) > MAX_TEXT:
                return Rejected("too_long", {"limit": MAX_TEXT, "length": len(value)})
            if value not in chosen:
                chosen.append(value)
        if not chosen:
            return Rejected("empty")
        if len(chosen) > self.most:
            return Rejected("too_many", {"most": self.most, "count": len(chosen)})
        return Taken("\n".join(chosen), tuple(chosen))


@dataclass(frozen=True, slots=True, kw_only=True)
class YesNoField(Field):
    """Yes or no."""

    kind = QuestionKind.YESNO

    def read(self, raw: str, today: date) -> Taken | Rejected:
        match read_number(raw, Unit(UnitKind.YESNO)):
            case Read(value=value):
                return Taken("yes" if value else "no", bool(value))
            case _:
                return Rejected("yes_or_no", {"raw": raw.strip()})


@dataclass(frozen=True, slots=True, kw_only=True)
class DateField(Field):
    """A day that is not past."""

    kind = QuestionKind.DATE

    def read(self, raw: str, today: date) -> Taken | Rejected:
        day = read_date(raw, today)
        return Taken(day.isoformat(), day) if day else Rejected("date_unread", {"raw": raw.strip()})


def find_option(text: str, options: Sequence[Option]) -> Option | None:
    """The option meant: by its value, its label, its number in the list, or the one label that begins like that."""
    for option in options:
        if text == option.value or same(text, option.label):
            return option
    if text.isascii() and text.isdigit() and 0 < int(text) <= len(options):
        return options[int(text) - 1]
    begun = [option for option in options if text and option.label.casefold().startswith(text.casefold())]
    return begun[0] if len(begun) == 1 else None


def unknown_option(text: str, options: Sequence[Option]) -> Rejected:
    """Nothing of that name: with the names that come nearest."""
    labels = [option.label for option in options]
    return Rejected("choice_unknown", {"raw": text, "nearest": nearest(text, labels, 3) or labels[:5]})


def unread(raw: str, read: Doubtful | Unread, unit: Unit) -> Rejected:
    """A number that has to be asked back."""
    match read:
        case Doubtful(options=options):
            return Rejected("number_doubtful", {"raw": raw.strip(), "options": options, "unit": unit})
        case Unread(why=why):
            return Rejected("number_unread", {"raw": raw.strip(), "why": why, "unit": unit})


def pieces(raw: str) -> tuple[str, ...]:
    """A list as people type it: one on each line, or with commas, or option numbers with spaces between them."""
    lines = [line.strip(" \t-•·") for line in raw.replace("\r", "").split("\n")]
    if len([line for line in lines if line]) < 2:
        lines = re.split("[，、；;,]", " ".join(lines))
    return tuple(piece for line in lines for piece in _numbers_apart(line) if piece)


def _numbers_apart(line: str) -> list[str]:
    """`1 3 5` are three numbers of options, other words belong together."""
    words = line.split()
    return words if all(word.isdigit() for word in words) else [" ".join(words)]
