"""The question for grades, all in a line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from conversations.fields import Field, Rejected, Taken
from conversations.view import QuestionKind
from kpi_engine.intake.terms import read_grades, written_grades
from kpi_engine.measure.total.problems import total_problems
from kpi_engine.model.total import Grading, TotalRules


@dataclass(frozen=True, slots=True, kw_only=True)
class GradesField(Field):
    """Grades from the best to the worst: its value is a tuple of them, its text one line."""

    kind = QuestionKind.TEXT

    def read(self, raw: str, today: date) -> Taken | Rejected:
        found = read_grades(raw)
        if isinstance(found, str):
            return Rejected("grades_unread", {"raw": found})
        if total_problems(TotalRules(Grading(found))):
            return Rejected("grades_order")
        return Taken(written_grades(found), found)
