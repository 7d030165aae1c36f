"""Whether somebody may give a command there, and who else may."""

from __future__ import annotations

from collections.abc import Iterable

from kpi_engine.commands import Command
from kpi_engine.model.company import Actor, Person, Role
from kpi_engine.rights.places import Facts, Place
from kpi_engine.rights.refusing import not_allowed, to_be_asked
from kpi_engine.rights.table import GRANTS, RIGHTS, Reach


def may(person: Person, command: type[Command], *places: Place, roles: frozenset[Role] = frozenset()) -> bool:
    """Whether the person may do such a thing to all of these places, giving or taking those roles.

    Without a place: whether their role may do it at all. It is what a button is judged by before it is shown.
    """
    reach = RIGHTS[command].get(person.role)
    if reach is None or not person.active or not roles <= GRANTS.get(person.role, frozenset()):
        return False
    return all(_covers(reach, person, place) for place in places)


def check(actor: Actor, command: Command, facts: Facts) -> None:
    """Refusal("not_allowed", by=those who may) unless the actor may do this."""
    check_kind(actor.person, type(command), facts)


def check_kind(person: Person, command: type[Command], facts: Facts) -> None:
    """The same for a command that is still to be made."""
    if not _may(person, command, facts):
        raise not_allowed(who for who in facts.people if _may(who, command, facts))


def those_who_may(people: Iterable[Person], command: type[Command], *places: Place) -> tuple[Person, ...]:
    """Those who may do such a thing to all of these places."""
    return to_be_asked(who for who in people if may(who, command, *places))


def _may(person: Person, command: type[Command], facts: Facts) -> bool:
    return may(person, command, *facts.places, roles=facts.roles)


def _covers(reach: Reach, person: Person, place: Place) -> bool:
    match reach:
        case Reach.COMPANY:
            return True
        case Reach.DEPARTMENT:
            return place.department_id in person.department_ids or place.person_id == person.id
        case Reach.SELF:
            return place.person_id == person.id
