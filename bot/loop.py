"""Heard -> person -> run -> flow -> command -> views, in one transaction for each event."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from adapters.base import LOCAL, GroupsWanted, Who
from bot.channels import spoken_in
from bot.groups import groups_of
from bot.heard import StillAnswering, again, answered, is_first, take
from bot.joining import greeting, join
from bot.late import again_if_late
from bot.people import arrive, language_of
from bot.runs import Runs
from bot.turn import Chat, handle
from bot.unasked import not_told_yet, unasked
from bot.worlds import world_of
from conversations.cards.founding import NOBODYS_YET, founding_card
from conversations.cards.say import refused, say
from conversations.event import Event
from conversations.joining import as_if_known, code_in, is_new_company
from conversations.texts import NO_CURRENCY, texts_for
from conversations.view import Message, Tone, View
from conversations.world import World
from kpi_engine.errors import Refusal
from kpi_engine.store.work import Work, random_code

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Bot:
    """The bot: give it what was heard, show what it returns."""

    engine: Engine
    clock: Callable[[], datetime]
    new_id: Callable[[], str]
    new_code: Callable[[], str] = random_code
    """For invitations."""
    join_link: str = ""
    """What a messenger opens to join with a `{code}`: https://t.me/the_bot?start={code}. Empty where there is none."""

    def hear(self, who: Who, event: Event, mark: str = "") -> Sequence[View]:
        """The answer to an event; on this machine after what the person is owed to be told, which platforms are sent.

        What goes wrong is logged and said in a sentence; nothing is half done. An event that a platform may deliver
        again has its `mark` there, and is done once; StillAnswering where that was a moment ago.
        """
        texts = texts_for(language_of(who), NO_CURRENCY)
        try:
            answer = again_if_late(lambda: self._heard(who, event, mark))
        except (StillAnswering, GroupsWanted):
            raise
        except Refusal as refusal:
            said = founding_card(texts, refusal) if refusal.key == NOBODYS_YET else refused(texts, refusal)
            return again_if_late(lambda: self._told_once(who, mark, said))
        except Exception:
            log.exception("an event of platform %s could not be handled", who.platform)
            return (say(texts, "talk.trouble", tone=Tone.WARNING),)
        news = self.unasked(who) if who.platform == LOCAL else ()
        return (*news, *not_told_yet(answer, news))

    def unasked(self, who: Who) -> Sequence[View]:
        """What the person is owed to be told, each message once; nothing where that goes wrong, which is logged."""
        try:
            return again_if_late(lambda: self._in_chat(who, unasked))
        except Refusal:
            return ()
        except Exception:
            log.exception("news on platform %s could not be told", who.platform)
            return ()

    def answered(self, who: Who, mark: str) -> None:
        """The answer to what was heard under the mark has been shown."""
        with Session(self.engine) as session, session.begin():
            answered(session, who, mark)

    def is_first(self, who: Who, mark: str, within: timedelta) -> bool:
        """Whether this is the first of its mark within so long: for what is no event, such as a click."""

        def ask() -> bool:
            with Session(self.engine) as session, session.begin():
                return is_first(session, who, mark, self.clock(), within)

        return again_if_late(ask)

    def stranger(self, who: Who) -> str:
        """Why the bot will not talk to somebody, in plain text; empty if it will. Asking leaves nothing behind."""
        return again_if_late(lambda: self._why_not(who))

    def _why_not(self, who: Who) -> str:
        with Session(self.engine) as session:
            try:
                arrive(session, who, self.clock())
            except Refusal as refusal:
                if refusal.key == NOBODYS_YET:
                    return ""
                return str(texts_for(language_of(who), NO_CURRENCY).refusal(refusal).striptags())
            finally:
                session.rollback()
        return ""

    def _heard(self, who: Who, event: Event, mark: str) -> Sequence[View]:
        """A stranger is heard with a code; where no company is yet, also with that theirs is a new one."""
        code = code_in(event)
        joined = self._joined(who, code, mark) if code else None
        if joined is not None:
            return joined
        founding = is_new_company(event)
        heard = as_if_known(event)
        return self._in_chat(who, lambda *chat: self._answer(who, heard, mark, *chat), founding=founding)

    def _joined(self, who: Who, code: str, mark: str) -> Sequence[View] | None:
        """What a stranger hears of their code, nothing when it comes again; None for who is known already.

        Whoever was not answered, because we were interrupted, is greeted when it comes again.
        """
        with Session(self.engine) as session:
            now = self.clock()
            said, before = join(session, who, code, now), take(session, who, mark, now)
            if said is None and before and not before.answered:
                said, before = greeting(session, who, now), None
            if said is None:
                return None
            if before is None:
                session.commit()
            return () if before and before.answered else (said,)

    def _told_once(self, who: Who, mark: str, said: Message) -> Sequence[View]:
        """What is said where nothing is done is not said again either."""
        with Session(self.engine) as session, session.begin():
            before = take(session, who, mark, self.clock())
            return () if before and before.answered else (said,)

    def _answer(self, who: Who, event: Event, mark: str, world: World, work: Work) -> Sequence[View]:
        chat = Chat(who, world, work, Runs(work.session, work.actor, work.now), self.new_id)
        before = take(work.session, who, mark, work.now)
        return again(chat, before) if before else handle(chat, event)

    def _in_chat(
        self, who: Who, said: Callable[[World, Work], Sequence[View]], *, founding: bool = False
    ) -> Sequence[View]:
        """Refusal where nobody is known by the account; all that is said commits together."""
        with Session(self.engine) as session, session.begin():
            now = self.clock()
            actor = arrive(session, who, now, founding=founding)
            here = spoken_in(session, who, actor.company_id, now)
            groups = groups_of(session, who)
            return said(*world_of(session, actor, now, self.join_link, self.new_code, groups, here))
