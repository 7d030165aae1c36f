"""Where what a command touches is, and whose it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kpi_engine.model.action import Action
from kpi_engine.model.company import Person, Role
from kpi_engine.model.score import Subject, SubjectKind


@dataclass(frozen=True, slots=True)
class Place:
    """Something that a command touches: where it is, and whose it is."""

    department_id: int | None = None
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What must be known of a command to judge it."""

    places: tuple[Place, ...] = ()
    roles: frozenset[Role] = frozenset()
    """Roles that are given or taken away."""
    people: Iterable[Person] = ()
    """Everybody in the company, so that a refusal can name who may; asked for once, and only then."""


def desk_of(subjects: Iterable[Subject], people: Sequence[Person], company_id: int) -> Subject:
    """Where scorecards are judged together: a department's with its people's; otherwise the company's."""
    places = {review_place(subject, people).department_id for subject in subjects}
    id = places.pop() if len(places) == 1 else None
    return Subject(SubjectKind.COMPANY, company_id) if id is None else Subject(SubjectKind.DEPARTMENT, id)


def review_place(subject: Subject, people: Iterable[Person]) -> Place:
    """Where a scorecard is judged: a department's and its people's by its head, a head's own by the owner.

    Who works in several departments is judged where most of their time goes.
    """
    match subject.kind:
        case SubjectKind.COMPANY:
            return Place()
        case SubjectKind.DEPARTMENT:
            return Place(subject.id)
        case SubjectKind.PERSON:
            person = next((who for who in people if who.id == subject.id), None)
            judged = person is not None and person.role in (Role.MEMBER, Role.VIEWER)
            return Place(person.home_id if person and judged else None)


def leave_place(person: Person, people: Iterable[Person]) -> Place:
    """Where somebody's leave is set: by themselves, and where their scorecard is judged."""
    return replace(review_place(Subject(SubjectKind.PERSON, person.id), people), person_id=person.id)


def action_place(action: Action, person: Person) -> Place:
    """Where an action is closed or put off: in its department, and by who does it or wrote it down."""
    own = person.id in (action.person_id, action.author_id)
    return Place(action.department_id, person.id if own else action.person_id)


def invite_facts(person: Person, inviter: Person, people: Iterable[Person], *, has_come: bool) -> Facts:
    """Where a code for somebody is made: one's own by oneself, others' where they work.

    Whoever has a code is that person. So what their role may must be the inviter's to give; and for who has come
    already, and has perhaps lost their account, only who reaches the whole company makes one.
    """
    if person.id == inviter.id:
        return Facts((Place(person_id=person.id),), people=people)
    return Facts((Place(None if has_come else person.home_id),), frozenset({person.role}), people)


def judges_of(department_id: int | None, people: Iterable[Person]) -> frozenset[int]:
    """The ids of those whose turn it is to judge what is done there: its heads, or the owners where it has none."""
    there = [person for person in people if person.active]
    heads = frozenset(one.id for one in there if one.role is Role.HEAD and department_id in one.department_ids)
    return heads or frozenset(one.id for one in there if one.role is Role.OWNER)


def steps_in(person: Person, people: Sequence[Person]) -> tuple[Person, ...]:
    """Who steps in: their deputy while active, or else whose turn it is to judge them; never oneself."""
    deputy = tuple(one for one in people if one.id == person.deputy_id and one.active)
    if deputy:
        return deputy
    place = review_place(Subject(SubjectKind.PERSON, person.id), people)
    judges = judges_of(place.department_id, people) - {person.id}
    return tuple(one for one in people if one.id in judges)
