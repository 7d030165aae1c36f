"""Whose scorecard something is about."""

from __future__ import annotations

from dataclasses import dataclass

from kpi_engine.errors import Refusal
from kpi_engine.model.name import Name
from kpi_engine.model.score import Subject, SubjectKind
from kpi_engine.store import load
from kpi_engine.store.tables import DepartmentRow
from kpi_engine.store.work import Work


@dataclass(frozen=True, slots=True)
class Whose:
    """A subject, what it is called, and the departments whose heads it concerns."""

    subject: Subject
    name: Name
    department_ids: frozenset[int]

    @property
    def person_id(self) -> int | None:
        """The person, if it is one's own card."""
        return self.subject.id if self.subject.kind is SubjectKind.PERSON else None


def whose(work: Work, subject: Subject) -> Whose:
    """Refusals: unknown_department, unknown_person, unknown_company."""
    match subject.kind:
        case SubjectKind.COMPANY:
            if subject.id != work.actor.company_id:
                raise Refusal("unknown_company", id=subject.id)
            return Whose(subject, work.scope.company().name, frozenset())
        case SubjectKind.DEPARTMENT:
            row = work.scope.find(DepartmentRow, subject.id, "unknown_department")
            return Whose(subject, row.name, frozenset({row.id}))
        case SubjectKind.PERSON:
            person = load.person(work.scope, subject.id)
            return Whose(subject, person.name, person.department_ids)
