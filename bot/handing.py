"""Who may be given somebody else's dialog: whoever may run its command as well."""

from __future__ import annotations

from dataclasses import replace

from conversations import talk
from conversations.ask import World
from conversations.commands import named
from conversations.run import Run
from kpi_engine.errors import Refusal
from kpi_engine.model.company import Person
from kpi_engine.reader.reader import Reader
from kpi_engine.store.work import Work


def check_may_take(run: Run, receiver: Person, world: World, work: Work) -> None:
    """Refusal("may_not_take", person) where the dialog would refuse the receiver: it would only be in their way."""
    command = named(run.flow)
    know = Reader(work.session, replace(work.actor, person=receiver), world.today)
    try:
        if command:
            talk.play(command.flow, run, replace(world, know=know, me=receiver))
    except Refusal as refusal:
        if refusal.key == "not_allowed":
            raise Refusal("may_not_take", person=receiver.name) from refusal
