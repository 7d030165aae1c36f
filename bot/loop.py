"""Heard -> person -> run -> flow -> command -> views, in one transaction for each event."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from adapters.base import Who
from bot.people import arrive, language_of
from bot.runs import Runs
from bot.turn import Turn
from conversations.ask import World
from conversations.cards.say import refused, say
from conversations.event import Event
from conversations.texts import texts_for
from conversations.view import Tone, View
from kpi_engine.errors import Refusal
from kpi_engine.reader.reader import Reader
from kpi_engine.store.work import Work

log = logging.getLogger(__name__)

TRIES = 3
"""How often an event is taken up again after somebody else was quicker."""
NO_CURRENCY = "XXX"
"""ISO 4217 for none: for what is said where no company is known."""


@dataclass(frozen=True, slots=True)
class Bot:
    """The bot: give it what was heard, show what it returns."""

    engine: Engine
    clock: Callable[[], datetime]
    new_id: Callable[[], str]

    def hear(self, who: Who, event: Event) -> Sequence[View]:
        """The answer to an event. What goes wrong is logged and said in a sentence; nothing is half done."""
        try:
            return self._again_if_late(who, event)
        except Exception:
            log.exception("an event of platform %s could not be handled", who.platform)
            return (say(texts_for(language_of(who), NO_CURRENCY), "talk.trouble", tone=Tone.WARNING),)

    def stranger(self, who: Who) -> str:
        """Why the bot will not talk to somebody, in a sentence of plain text; empty if it will."""
        with Session(self.engine) as session, session.begin():
            try:
                arrive(session, who, self.clock())
            except Refusal as refusal:
                return str(texts_for(language_of(who), NO_CURRENCY).refusal(refusal).striptags())
        return ""

    def _again_if_late(self, who: Who, event: Event) -> Sequence[View]:
        for _ in range(TRIES - 1):
            try:
                return self._heard(who, event)
            except (StaleDataError, IntegrityError):
                # Somebody else wrote first: what was to be done is judged anew by what stands there now.
                log.info("an event of platform %s is taken up again", who.platform)
        return self._heard(who, event)

    def _heard(self, who: Who, event: Event) -> Sequence[View]:
        with Session(self.engine) as session, session.begin():
            now = self.clock()
            try:
                actor = arrive(session, who, now)
            except Refusal as refusal:
                return (refused(texts_for(language_of(who), NO_CURRENCY), refusal),)
            today = now.astimezone(ZoneInfo(actor.person.time_zone)).date()
            reader = Reader(session, actor, today)
            texts = texts_for(actor.person.language, reader.company().currency)
            world = World(reader, texts, today, actor.person)
            work = Work(session, actor, now, today)
            return Turn(world, work, Runs(session, actor, now), self.new_id).handle(event)
