"""What somebody may see: cards, boards, what is to be done, what others did."""

from __future__ import annotations

from collections.abc import Iterable, Set

from kpi_engine.model.company import Actor, Person, Role
from kpi_engine.model.score import Subject, SubjectKind
from kpi_engine.rights.refusing import not_allowed


def check_sight(actor: Actor, subject: Subject, people: Iterable[Person]) -> None:
    """Refusal("not_allowed", by=those who may) unless the actor may see the subject's card.

    Nobody is asked about whose card the actor may see wherever they work: one's own, or any as the owner.
    """
    if may_see(actor.person, subject):
        return
    people = tuple(people)
    departments = _departments_of(subject, people)
    if not may_see(actor.person, subject, departments):
        raise not_allowed(who for who in people if may_see(who, subject, departments))


def may_see(person: Person, subject: Subject, departments: frozenset[int] = frozenset()) -> bool:
    """Whether the person may see that card. `departments` are those of the person whom it is about.

    A company's or department's card is everybody's; a person's is their own, their heads' and the owner's.
    """
    match subject.kind:
        case SubjectKind.COMPANY | SubjectKind.DEPARTMENT:
            return True
        case SubjectKind.PERSON:
            return _may_see_person(person, subject.id, departments)


def check_board(actor: Actor, people: Iterable[Person]) -> None:
    """Refusal("not_allowed", by=those who may) unless the actor may see a leaderboard of people."""
    if not may_see_board(actor.person):
        raise not_allowed(who for who in people if may_see_board(who))


def may_see_board(person: Person) -> bool:
    """Whether the person may see how people stand: everybody who could stand there, nobody who only looks on.

    Of departments everybody may, as of their cards.
    """
    return person.role is not Role.VIEWER


def check_takes_all(actor: Actor, people: Iterable[Person]) -> None:
    """Refusal("not_allowed", by=those who may) unless the actor may take away all that there is."""
    if not takes_all(actor.person):
        raise not_allowed(who for who in people if who.role is Role.OWNER)


def takes_all(person: Person) -> bool:
    """Whether the person may take away all that there is: it is offered to nobody else."""
    return person.role is Role.OWNER


def check_actions(person: Person, department_ids: Set[int], people: Iterable[Person]) -> None:
    """Refusal("not_allowed", by=those who may) unless the person may read what is to be done in one of these."""
    if not _may_see_any(person, department_ids):
        raise not_allowed(who for who in people if _may_see_any(who, department_ids))


def may_see_actions(person: Person, department_id: int) -> bool:
    """Whether the person may read what is to be done there, beside what they do themselves or wrote down."""
    return _may_see_any(person, {department_id})


def may_see_deeds_of_all(person: Person) -> bool:
    """Whether the person may read what everybody did."""
    return person.role is Role.OWNER


def sees_deeds_of(person: Person) -> frozenset[int]:
    """The departments in which the person may read what others did, beside what they did themselves."""
    return person.department_ids if person.role is Role.HEAD else frozenset()


def _may_see_any(person: Person, department_ids: Set[int]) -> bool:
    return person.role is Role.OWNER or bool(person.department_ids & department_ids)


def _may_see_person(person: Person, seen_id: int, departments: frozenset[int]) -> bool:
    match person.role:
        case Role.OWNER:
            return True
        case Role.HEAD:
            return person.id == seen_id or bool(person.department_ids & departments)
        case Role.MEMBER:
            return person.id == seen_id
        case Role.VIEWER:
            return False


def _departments_of(subject: Subject, people: Iterable[Person]) -> frozenset[int]:
    about = (who for who in people if subject.kind is SubjectKind.PERSON and who.id == subject.id)
    return frozenset(id for who in about for id in who.department_ids)
