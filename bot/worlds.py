"""What is said to somebody is said from here: their records, their words, their day."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.reading import TurnReader
from conversations.ask import World
from conversations.texts import texts_for
from kpi_engine.model.company import Actor
from kpi_engine.store.work import Work


def world_of(session: Session, actor: Actor, now: datetime) -> tuple[World, Work]:
    """What may be read for the person at this moment, and what is done on their behalf."""
    today = now.astimezone(ZoneInfo(actor.person.time_zone)).date()
    reader = TurnReader(session, actor, today)
    texts = texts_for(actor.person.language, reader.company().currency)
    return World(reader, texts, today, actor.person), Work(session, actor, now, today)
