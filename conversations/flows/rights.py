"""Who may: judged before anything is asked."""

from __future__ import annotations

from conversations.talk import Ask
from kpi_engine.commands import Command
from kpi_engine.rights import Facts, Place, check_kind


def check_may(ask: Ask, command: type[Command], *places: Place) -> None:
    """Refusal("not_allowed") unless who is talking may do such a thing there; the engine judges the command itself."""
    check_kind(ask.me, command, Facts(places, people=tuple(ask.know.people())))
