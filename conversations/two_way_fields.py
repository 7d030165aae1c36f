"""The questions for a two-way table: from which scores on its steps hold, and the points in its cells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from conversations.fields import Field, Rejected, Taken
from conversations.view import QuestionKind
from kpi_engine.intake.two_way import read_points, read_steps, written_points, written_steps


@dataclass(frozen=True, slots=True, kw_only=True)
class StepsField(Field):
    """Scores from the lowest to the highest, each the beginning of a step: a tuple of numbers."""

    kind = QuestionKind.TEXT

    def read(self, raw: str, today: date) -> Taken | Rejected:
        found = read_steps(raw)
        if found is None:
            return Rejected("steps_unread", {"raw": raw})
        if not all(low < high for low, high in pairwise(found)):
            return Rejected("steps_order")
        return Taken(written_steps(found), found)


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsField(Field):
    """Rows of points: a tuple of tuples of numbers."""

    kind = QuestionKind.TEXT

    def read(self, raw: str, today: date) -> Taken | Rejected:
        found = read_points(raw)
        return Rejected("points_unread", {"raw": raw}) if found is None else Taken(written_points(found), found)
