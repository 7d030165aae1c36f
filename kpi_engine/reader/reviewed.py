"""Reviews, as far as one may see whose they are."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import or_

from kpi_engine.calendar.period import Period
from kpi_engine.model.company import Actor
from kpi_engine.model.review import Review, ReviewState
from kpi_engine.model.score import Subject, SubjectKind
from kpi_engine.reader.cards import of_person
from kpi_engine.rights import check_sight, may_see
from kpi_engine.store import load, reviews
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import DepartmentRow, ReviewRow


def review(scope: Scope, actor: Actor, subject: Subject, period: Period) -> Review:
    """That review; refused with unknown_department, unknown_person or not_allowed(by)."""
    match subject.kind:
        case SubjectKind.COMPANY:
            pass
        case SubjectKind.DEPARTMENT:
            scope.find(DepartmentRow, subject.id, "unknown_department")
        case SubjectKind.PERSON:
            load.person(scope, subject.id)
            check_sight(actor, subject, load.people(scope))
    return reviews.review(scope, subject, period)


def reviews_of(scope: Scope, actor: Actor, period: Period) -> tuple[Review, ...]:
    """Every review of that period that has begun, of those that the actor may see."""
    found = reviews.reviews(scope, reviews.rows(scope, reviews.in_period(period)))
    departments = _departments(scope, (each.subject for each in found))
    return tuple(each for each in found if _may_see(actor, each.subject, departments))


def waiting(scope: Scope, actor: Actor) -> tuple[Review, ...]:
    """What is in review, of those that the actor may see, and what they have not acknowledged of their own."""
    me = of_person(actor.person.id)
    found = reviews.rows(scope, or_(ReviewRow.state == ReviewState.REVIEW, reviews.of_subjects([me])))
    subjects = [Subject(each.subject_kind, each.subject_id) for each in found]
    departments = _departments(scope, subjects)
    begun = (each for each, of in zip(found, subjects, strict=True) if _may_see(actor, of, departments))
    return tuple(
        each
        for each in reviews.reviews(scope, begun)
        if each.state is ReviewState.REVIEW or (each.subject == me and each.acknowledgement is None)
    )


def _departments(scope: Scope, subjects: Iterable[Subject]) -> dict[int, frozenset[int]]:
    return load.departments_of(scope, {each.id for each in subjects if each.kind is SubjectKind.PERSON})


def _may_see(actor: Actor, subject: Subject, departments: dict[int, frozenset[int]]) -> bool:
    return may_see(actor.person, subject, departments.get(subject.id, frozenset()))
