"""Who may: judged before anything is asked."""

from __future__ import annotations

from conversations.ask import Ask
from kpi_engine.commands import Command
from kpi_engine.model.company import Role
from kpi_engine.rights import Facts, Place, check_kind, check_role


def check_may(ask: Ask, command: type[Command], *places: Place, roles: frozenset[Role] = frozenset()) -> None:
    """Refusal("not_allowed") unless who is talking may do such a thing there, or where no place is named anywhere.

    `roles` are those that would be given or taken away.

    The engine judges the command itself.
    """
    people = tuple(ask.know.people())
    check_role(ask.me, command, people)
    check_kind(ask.me, command, Facts(places, roles, people))
