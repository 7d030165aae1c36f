"""Who may: judged before anything is asked."""

from __future__ import annotations

from collections.abc import Iterator

from conversations.ask import Ask
from kpi_engine.commands import Command
from kpi_engine.model.company import Person, Role
from kpi_engine.rights import Facts, Place, check_kind, check_role


def check_may(ask: Ask, command: type[Command], *places: Place, roles: frozenset[Role] = frozenset()) -> None:
    """Refusal("not_allowed") unless who is talking may do such a thing there, or where no place is named anywhere.

    `roles` are those that would be given or taken away.

    The engine judges the command itself.
    """
    check_role(ask.me, command, _people(ask))
    check_kind(ask.me, command, Facts(places, roles, _people(ask)))


def _people(ask: Ask) -> Iterator[Person]:
    """Read when somebody asks for the first: to name who may, once it is refused."""
    yield from ask.know.people()
