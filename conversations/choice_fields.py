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
from kpi_engine.design.match import bare, nearest, same


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceField(Field):
    """One of the options; its value is the option's value."""

    kind = QuestionKind.CHOICE

    of: type[StrEnum] | None = None
    """The options are the members of this enumeration, worded by their labels."""
    own: bool = False
    """Words of one's own are taken as well."""

    def read(self, raw: str, today: date) -> Taken | Rejected:
        return self._taken(_meant(" ".join(raw.split()), self.options, own=self.own))

    def again(self, text: str, today: date) -> Taken | Rejected:
        return _or_gone(self._taken(text))

    def left(self, text: str, today: date) -> str:
        return ""

    def _taken(self, text: str) -> Taken | Rejected:
        found = _taken(text, self.options, own=self.own)
        return Taken(text, self.of(text)) if self.of and isinstance(found, Taken) else found


@dataclass(frozen=True, slots=True, kw_only=True)
class ManyField(Field):
    """Several of the options; its value is a tuple of their values, its text has one on each line."""

    kind = QuestionKind.MANY
    skipped = ()

    most: int = 10
    own: bool = False
    """Words of one's own are taken as well."""

    def read(self, raw: str, today: date) -> Taken | Rejected:
        if bare(raw) in _ALL and self.options:
            return self._taken([option.value for option in self.options])
        whole = find_option(" ".join(raw.split()), self.options)
        parts = self._parts(raw) if whole is None else [whole.value]
        return self._taken([_meant(part, self.options, own=self.own) for part in parts])

    def again(self, text: str, today: date) -> Taken | Rejected:
        return _or_gone(self._taken(text.split("\n")))

    def left(self, text: str, today: date) -> str:
        """Those that can still be chosen."""
        return "\n".join(line for line in text.split("\n") if isinstance(self._taken([line]), Taken))

    def _parts(self, raw: str) -> Sequence[str]:
        """What was picked, each on its line; own words have a line each, or all of them one line with commas."""
        lines = [part for line in raw.splitlines() for part in _numbers_apart(_bare(line)) if part]
        own = {line for line in lines if find_option(line, self.options) is None}
        if len(own) > 1:
            return lines
        return [part for line in lines for part in (pieces(line) if line in own else [line])]

    def _taken(self, values: Sequence[str]) -> Taken | Rejected:
        chosen = _different(values) or ("",)
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
    """The option meant: by its value, its label, other words for it, or its number in the list."""
    by_value = (option for option in options if text == option.value)
    by_label = (option for option in options if same(text, option.label))
    by_other = (option for option in options if any(same(text, word) for word in option.also))
    number = int(text) if text.isascii() and text.isdigit() and len(text) < _FOUR_DIGITS else 0
    by_number = iter(options[number - 1 : number] if number else ())
    return next(chain(by_value, by_label, by_other, by_number), None)


def begun_option(text: str, options: Sequence[Option]) -> Option | None:
    """The option meant, by the beginning of its label too where that is no other's."""
    return find_option(text, options) or _begun(text, options)


def pieces(line: str) -> list[str]:
    """A list as people type it: with commas, or option numbers with spaces between them."""
    return [piece for part in re.split("[，、；;,]", line) for piece in _numbers_apart(_bare(part)) if piece]


def _different(values: Sequence[str]) -> tuple[str, ...]:
    """The first way of writing each."""
    first: dict[str, str] = {}
    for value in values:
        first.setdefault(bare(value), value)
    return tuple(first.values())


def _meant(text: str, options: Sequence[Option], *, own: bool) -> str:
    """The value of the option meant, or the text; where own words are taken, a beginning may be just such words."""
    found = find_option(text, options) if own else begun_option(text, options)
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


def _or_gone(found: Taken | Rejected) -> Taken | Rejected:
    """Why a kept choice can't be made any more."""
    return found if isinstance(found, Taken) else Rejected("option_gone")


def _unknown(text: str, options: Sequence[Option]) -> Rejected:
    """Nothing of that name: with the names that come nearest."""
    if not text:
        return Rejected("empty")
    labels = [option.label for option in options]
    return Rejected("choice_unknown", {"raw": text, "nearest": nearest(text, labels, 3)})


def _bare(line: str) -> str:
    """Without the sign before an entry of a list."""
    return " ".join(line.split()).lstrip(" -•·")


def _numbers_apart(part: str) -> list[str]:
    """`1 3 5` are three numbers of options, other words belong together."""
    words = part.split()
    return words if all(word.isdigit() for word in words) else [part]


_ALL = frozenset(map(bare, ("all", "all of them", "everything", "全部", "全选", "都要", "所有")))
_FOUR_DIGITS = 4
"""No list is that long."""
_RECORD = "#"
_IS_RECORD = re.compile(rf"{_RECORD}\S+")
