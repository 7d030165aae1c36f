"""What is said to somebody is said from here: their records, their words, their day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.written import written_to
from conversations.texts import texts_for
from conversations.world import Groups, World
from kpi_engine.calendar.writing import week_start
from kpi_engine.model.company import Actor
from kpi_engine.reader.reader import Reader
from kpi_engine.store import load
from kpi_engine.store.work import Work, random_code


def world_of(
    session: Session,
    actor: Actor,
    now: datetime,
    join_link: str = "",
    new_code: Callable[[], str] = random_code,
    groups: Groups | None = None,
    here: int | None = None,
) -> tuple[World, Work]:
    """What may be read for the person at this moment, and what is done on their behalf."""
    today = now.astimezone(ZoneInfo(actor.person.time_zone)).date()
    reader = Reader(session, actor, today, load.memory_of(actor.person))
    texts = texts_for(actor.person.language, reader.company().currency)
    since = week_start(now, actor.person.time_zone)
    written = partial(written_to, session, actor.person.id, since)
    world = World(reader, texts, today, actor.person, now, join_link, written, groups, here)
    return world, Work(session, actor, now, today, new_code)


def seen_anew(world: World, work: Work) -> World:
    """The same after something was written in that work."""
    return replace(world, know=Reader(work.session, work.actor, work.today, known={}))
