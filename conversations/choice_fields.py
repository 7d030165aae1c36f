"""Questions with options: one of them or several, and with `own` anything else as well."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import chain

from conversations.fields import Field, Rejected, Taken, TextField
from conversations.view import Option, QuestionKind
from kpi_engine.design.match import nearest, same


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceField(Field):
    """One of the options; its value is the option's value."""

    kind = QuestionKind.CHOICE

    of: type[StrEnum] | None = None
    """The options are the members of this enumeration, worded by their labels."""
    own: bool = False
    """Words of one's own are taken as well."""

    def read(self, raw: str, today: date) -> Taken | Rejected:
        return self.again(_meant(" ".join(raw.split()), self.options, own=self.own), today)

    def again(self, text: str, today: date) -> Taken | Rejected:
        found = _taken(text, self.options, own=self.own)
        return Taken(text, self.of(text)) if self.of and isinstance(found, Taken) else found


@dataclass(frozen=True, slots=True, kw_only=True)
class ManyField(Field):
    """Several of the options; its value is a tuple of their values, its text has one on each line."""

    kind = QuestionKind.MANY

    most: int = 10
    own: bool = False
    """Words of one's own are taken as well."""

    def read(self, raw: str, today: date) -> Taken | Rejected:
        whole = find_option(" ".join(raw.split()), self.options)
        parts = self._parts(raw) if whole is None else [whole.value]
        return self.again("\n".join(_meant(part, self.options, own=self.own) for part in parts), today)

    def _parts(self, raw: str) -> Sequence[str]:
        """What was picked, and beside it a list of own words."""
        values = {option.value for option in self.options}
        picked = [line for line in raw.splitlines() if line in values]
        others = "\n".join(line for line in raw.splitlines() if line not in values)
        return [*picked, *pieces(others)]

    def again(self, text: str, today: date) -> Taken | Rejected:
        chosen = tuple(dict.fromkeys(text.split("\n")))
        for value in chosen:
            found = _taken(value, self.options, own=self.own)
            if isinstance(found, Rejected):
                return found
        if len(chosen) > self.most:
            return Rejected("too_many", {"most": self.most, "count": len(chosen)})
        return Taken("\n".join(chosen), chosen)


def record_value(id: int | str) -> str:
    """The value of an option that stands for a record: no number in a list, and no words of anybody's own."""
    return f"{_RECORD}{id}"


def record_id(value: str) -> str:
    """The id in the value of such an option."""
    return value.removeprefix(_RECORD)


def find_option(text: str, options: Sequence[Option]) -> Option | None:
    """The option meant: by its value, its label, or its number in the list."""
    by_value = (option for option in options if text == option.value)
    by_label = (option for option in options if same(text, option.label))
    number = int(text) if text.isascii() and text.isdigit() and len(text) < _FOUR_DIGITS else 0
    by_number = iter(options[number - 1 : number] if number else ())
    return next(chain(by_value, by_label, by_number), None)


def pieces(raw: str) -> tuple[str, ...]:
    """A list as people type it: one on each line, or with commas, or option numbers with spaces between them."""
    lines = dict.fromkeys(line for typed in raw.splitlines() if (line := _bare(typed)))
    parts = list(lines) if len(lines) > 1 else re.split("[，、；;,]", "".join(lines))
    return tuple(piece for part in parts for piece in _numbers_apart(_bare(part)) if piece)


def _meant(text: str, options: Sequence[Option], *, own: bool) -> str:
    """The value of the option meant, or the text; where own words are taken, a beginning may be just such words."""
    found = find_option(text, options) or (None if own else _begun(text, options))
    return found.value if found else text


def _begun(text: str, options: Sequence[Option]) -> Option | None:
    """The one option whose label begins like that."""
    begun = [option for option in options if text and option.label.casefold().startswith(text.casefold())]
    return begun[0] if len(begun) == 1 else None


def _taken(value: str, options: Sequence[Option], *, own: bool) -> Taken | Rejected:
    """An option's value, or words of one's own: not the number or the record of an option that isn't there."""
    if any(option.value == value for option in options):
        return Taken(value, value)
    if own and not value.isdigit() and not _IS_RECORD.fullmatch(value):
        return TextField().read(value, date.min)
    return _unknown(value, options)


def _unknown(text: str, options: Sequence[Option]) -> Rejected:
    """Nothing of that name: with the names that come nearest."""
    if not text:
        return Rejected("empty")
    labels = [option.label for option in options]
    return Rejected("choice_unknown", {"raw": text, "nearest": nearest(text, labels, 3) or labels[:5]})


def _bare(line: str) -> str:
    """Without the sign before an entry of a list."""
    return " ".join(line.split()).lstrip(" -•·")


def _numbers_apart(part: str) -> list[str]:
    """`1 3 5` are three numbers of options, other words belong together."""
    words = part.split()
    return words if all(word.isdigit() for word in words) else [part]


_FOUR_DIGITS = 4
"""No list is that long."""
_RECORD = "#"
_IS_RECORD = re.compile(rf"{_RECORD}\S+")
