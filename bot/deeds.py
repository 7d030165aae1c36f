"""A command carried out, with what others are owed to hear of it."""

from __future__ import annotations

from bot.news import news_of
from bot.post.outbox import Outbox
from bot.wake.again import look_again
from kpi_engine.commands import Command
from kpi_engine.model.done import Done
from kpi_engine.service.execute import execute
from kpi_engine.store import load
from kpi_engine.store.work import Work


def carry_out(command: Command, work: Work) -> Done:
    """What the engine has done; the news of it are in the same transaction. Refusals are the engine's."""
    done = execute(command, work)
    outbox = Outbox(work.session, work.actor.company_id, work.now)
    outbox.owe(news_of(done, load.people(work.scope), work.actor.person))
    look_again(work.session, work.actor.company_id, work.actor.person.id, work.now)
    return done
