"""What subjects are called, by the reader and in commands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kpi_engine.model.kpi import KpiVersion
from kpi_engine.model.score import Scorecard, Subject, SubjectKind


@dataclass(frozen=True, slots=True)
class Names:
    """The names of everything that a scorecard can be about, in the reader's language."""

    company: str
    departments: Mapping[int, str]
    people: Mapping[int, str]

    def subject(self, subject: Subject) -> str:
        """Its name."""
        match subject.kind:
            case SubjectKind.COMPANY:
                return self.company
            case SubjectKind.DEPARTMENT:
                return self.departments[subject.id]
            case SubjectKind.PERSON:
                return self.people[subject.id]

    def part(self, card: Scorecard) -> str:
        """The department that a part of a scorecard is for: its own card, or a person's KPIs in it."""
        if card.subject.kind is SubjectKind.DEPARTMENT:
            return self.departments[card.subject.id]
        return self.departments[card.lines[0].version.kpi.department_id]


def subject_words(subject: Subject) -> str:
    """How a button means this subject and no other of the same name."""
    return f"#{subject.kind}:{subject.id}"


def kpi_words(version: KpiVersion) -> str:
    """How a button means this KPI and no other of the same name."""
    return f"#{version.kpi.id}"
