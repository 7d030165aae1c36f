"""The questions for a model: a row of past values, points shared out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from conversations.fields import Field, Rejected, Taken, unread
from conversations.view import QuestionKind
from kpi_engine.design.weights import add_up, share
from kpi_engine.intake.number import plain, read_number
from kpi_engine.intake.typed import tidy
from kpi_engine.model.actual import Reading
from kpi_engine.model.kpi import Unit

MOST_PAST = 36
"""Values that can be given as proof."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastField(Field):
    """The last values, oldest first: a tuple of `Decimal`."""

    kind = QuestionKind.TEXT

    unit: Unit
    currency: str

    def read(self, raw: str, today: date) -> Taken | Rejected:
        if one_or_several := _COMMAS_ONLY.search(raw):
            return Rejected("past_commas", {"raw": one_or_several[0]})
        values = read_all(split_at(raw, _APART), self.unit, self.currency)
        if isinstance(values, Rejected):
            return values
        if len(values) > MOST_PAST:
            return Rejected("too_many", {"most": MOST_PAST, "count": len(values)})
        return Taken(written_row(values, self.unit), tuple(values))


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsField(Field):
    """100 points shared out, in the order of the names: a tuple of `Decimal`, 100 in all."""

    kind = QuestionKind.TEXT

    names: tuple[str, ...]

    def read(self, raw: str, today: date) -> Taken | Rejected:
        points = [Decimal(number) for number in re.findall(r"[0-9]+(?:\.[0-9]+)?", tidy(raw))]
        if len(points) != len(self.names):
            return Rejected("points_count", {"count": len(points), "names": self.names})
        if not add_up(points) or 0 in points:
            return Rejected("points_sum", {"sum": sum(points)})
        return Taken(" ".join(format(point, "f") for point in points), share(points))


def written_row(values: Sequence[Decimal], unit: Unit) -> str:
    """A row of values as it can be typed."""
    return "; ".join(plain(value, unit) for value in values)


def split_at(raw: str, by: re.Pattern[str]) -> list[str]:
    """The pieces between, without blanks around them; empty ones are none."""
    return [piece.strip() for piece in by.split(raw.strip()) if piece.strip()]


def read_all(pieces: Sequence[str], unit: Unit, currency: str) -> list[Decimal] | Rejected:
    """Every piece as a number, or what is wrong with the first that is none."""
    values: list[Decimal] = []
    for piece in pieces:
        read = read_number(piece, unit, last=values[-1] if values else None, currency=currency)
        if not isinstance(read, Reading):
            return unread(piece, read, unit)
        values.append(read.value)
    return values or Rejected("empty")


_APART = re.compile(r"[;；、，\s]+|,\s+")
_COMMAS_ONLY = re.compile(r"[0-9]{1,3}(,[1-9][0-9]{2}){2,}(?![0-9,])")
"""120,130,140 can be three values as well as one."""
