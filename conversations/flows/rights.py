"""Who may: judged before anything is asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from conversations.ask import Ask
from conversations.value_field import askable
from kpi_engine.commands import Command
from kpi_engine.design.words import fold
from kpi_engine.model.company import Person, Role
from kpi_engine.model.name import Name
from kpi_engine.rights import Facts, Place, check_kind, may


def check_may(ask: Ask, command: type[Command], *places: Place, roles: frozenset[Role] = frozenset()) -> None:
    """Refusal("not_allowed") unless who is talking may do such a thing there, or where no place is named anywhere.

    `roles` are those that would be given or taken away. Who may nowhere is told who may where they meant it.

    The engine judges the command itself.
    """
    if not places and not may(ask.me, command, roles=roles):
        places = (_meant(ask),)
    check_kind(ask.me, command, Facts(places, roles, _people(ask)))


def _people(ask: Ask) -> Iterator[Person]:
    """Read when somebody asks for the first: to name who may, once it is refused."""
    yield from ask.know.people()


def _meant(ask: Ask) -> Place:
    """What is named in the words that were typed: a department, somebody, a KPI; else where the person works."""
    return next(_spoken_of(ask), Place(ask.me.home_id))


def _spoken_of(ask: Ask) -> Iterator[Place]:
    said = fold(ask.run.words)
    yield from (Place(one.id) for one in ask.know.departments() if _mentions(said, _both(one.name)))
    yield from (Place(one.home_id) for one in ask.know.people() if _mentions(said, _both(one.name)))
    for version in ask.know.kpis():
        if _mentions(said, askable(version).names):
            yield Place(version.kpi.department_id, version.definition.owner_id)


def _both(name: Name) -> tuple[str, str]:
    return name.en, name.zh


def _mentions(said: str, names: Iterable[str]) -> bool:
    return any(re.search(rf"(?<![a-z]){re.escape(fold(each))}(?![a-z])", said) for each in names)
