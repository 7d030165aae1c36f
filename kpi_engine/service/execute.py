"""One command, carried out."""

from __future__ import annotations

from dataclasses import replace

from kpi_engine.commands import Command, EnterActuals
from kpi_engine.errors import Refusal
from kpi_engine.model.done import Done
from kpi_engine.service.by_command import carried_out
from kpi_engine.store import load
from kpi_engine.store.work import Work


def execute(command: Command, work: Work) -> Done:
    """All of the command, or a Refusal and nothing: the caller's transaction is then as it was before."""
    with work.session.begin_nested():
        held = _held(command, work)
        if not held.actor.person.active:
            raise Refusal("you_left", person=held.actor.person.name)
        return carried_out(command, held)


def _held(command: Command, work: Work) -> Work:
    """Who writes waits for who wrote first; the actor is then judged by what they are now.

    Values alone hold no more than their KPIs, so that a whole company can enter theirs at once.
    """
    if not isinstance(command, EnterActuals):
        work.scope.hold_company()
    return replace(work, actor=replace(work.actor, person=load.person(work.scope, work.actor.person.id)))
