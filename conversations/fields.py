"""What can be asked for: one class per kind of answer, each reading what people type.

An answer is kept as text. `read` turns any way of typing it into one canonical text and its value; reading that text
gives the same again, on any later day. So an answer is checked afresh each time its dialog is played.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import ClassVar

from conversations.view import Option, QuestionKind
from kpi_engine.calendar.dates import read_deadline, read_start
from kpi_engine.intake.number import Doubtful, Unread, plain, read_number
from kpi_engine.model.actual import Reading
from kpi_engine.model.kpi import Unit, UnitKind
from kpi_engine.model.name import NAME_LIMIT


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
    skipped: ClassVar[object] = None
    """The value of a question left out."""

    optional: bool = False
    label: str = ""
    hint: str = ""
    options: tuple[Option, ...] = ()
    """What can be chosen, or suggestions where anything may be typed."""

    @abstractmethod
    def read(self, raw: str, today: date) -> Taken | Rejected:
        """Understands what was typed, in any way people write it."""

    def again(self, text: str, today: date) -> Taken | Rejected:
        """Reads a canonical text, by what it says and not by where it stands."""
        return self.read(text, today)

    def left(self, text: str, today: date) -> str:
        """What can stand in the field of an answer that can no longer be read."""
        return text


@dataclass(frozen=True, slots=True, kw_only=True)
class TextField(Field):
    """A line of words."""

    kind = QuestionKind.TEXT

    worded: bool = False
    """A number alone is no answer: it was meant for a list of options."""

    def read(self, raw: str, today: date) -> Taken | Rejected:
        text = " ".join(raw.split())
        if not any(letter.isprintable() for letter in text if letter != " "):
            return Rejected("empty")
        if self.worded and not any(letter.isalpha() for letter in text):
            return Rejected("worded", {"raw": text})
        if len(text) > NAME_LIMIT:
            return Rejected("too_long", {"limit": NAME_LIMIT, "length": len(text)})
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
        return self._inside(read.value) if isinstance(read, Reading) else unread(raw, read, self.unit)

    def _inside(self, value: Decimal) -> Taken | Rejected:
        if self.least is not None and value < self.least:
            return Rejected("number_small", {"least": self.least, "unit": self.unit})
        if self.most is not None and value > self.most:
            return Rejected("number_large", {"most": self.most, "unit": self.unit})
        return Taken(plain(value, self.unit), value)


@dataclass(frozen=True, slots=True, kw_only=True)
class YesNoField(Field):
    """Yes or no."""

    kind = QuestionKind.YESNO

    def read(self, raw: str, today: date) -> Taken | Rejected:
        said = " ".join(raw.casefold().rstrip("。.!！").split())
        match read_number(raw, Unit(UnitKind.YESNO)):
            case Reading(value=value) if said not in _FINISHED:
                return Taken("yes" if value else "no", bool(value))
            case _ if said in _AGREED or said in _REFUSED:
                return Taken("yes" if said in _AGREED else "no", said in _AGREED)
            case _:
                return Rejected("yes_or_no", {"raw": raw.strip()})


@dataclass(frozen=True, slots=True, kw_only=True)
class DateField(Field):
    """A day that is not past when it is answered."""

    kind = QuestionKind.DATE

    def read(self, raw: str, today: date) -> Taken | Rejected:
        day = read_deadline(raw, today)
        if day is None:
            return Rejected("date_unread", {"raw": raw.strip()})
        return Rejected("date_past", {"day": day}) if day < today else _taken_day(day)

    def again(self, text: str, today: date) -> Taken | Rejected:
        day = read_deadline(text, today)
        return Rejected("date_unread", {"raw": text}) if day is None else _taken_day(day)


@dataclass(frozen=True, slots=True, kw_only=True)
class StartField(DateField):
    """The day from which something holds."""

    def read(self, raw: str, today: date) -> Taken | Rejected:
        start = read_start(raw, today)
        return DateField.read(self, start.isoformat() if start else raw, today)


def unread(raw: str, read: Doubtful | Unread, unit: Unit) -> Rejected:
    """A number that has to be asked back."""
    match read:
        case Doubtful(options=options):
            return Rejected("number_doubtful", {"raw": raw.strip(), "options": options, "unit": unit})
        case Unread(why=why):
            return Rejected("number_unread", {"raw": raw.strip(), "why": why, "unit": unit})


_AGREED = frozenset(["ok", "okay", "sure", "yep", "agreed", "好", "好的", "好啊", "可以", "行", "同意", "确认", "确定"])
_REFUSED = frozenset(["nope", "don't", "不", "不要", "不行", "不用", "不可以", "不同意"])
"""Words of agreement that are no value of a KPI."""
_FINISHED = frozenset(["done", "not done", "完成", "已完成", "完成了", "没完成", "未完成"])
"""Values of a KPI that agree to nothing."""


def _taken_day(day: date) -> Taken:
    return Taken(day.isoformat(), day)
