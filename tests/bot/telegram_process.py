"""A process of the real bot at a Telegram on this machine, by a clock that is set; what it hears and says is noted."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import datetime
from typing import ParamSpec, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from adapters.base import Address, Poster, Who
from adapters.part import Pace
from adapters.telegram import PLATFORM
from bot.bootstrap import build
from bot.metrics import Metrics
from bot.post.courier import Courier
from bot.post.limits import Limits
from bot.post.office import Office
from bot.post.turns import Turns
from bot.worlds import world_of
from conversations.event import Event
from conversations.view import Message, View
from kpi_engine.commands import Invite
from kpi_engine.model.company import Actor, Role
from kpi_engine.model.done import Invited
from kpi_engine.service.execute import execute
from kpi_engine.store import load
from kpi_engine.store.database import connect
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import CompanyRow
from tests.adapters.telegram.fake import FakeTelegram
from tests.bot.telegram_stage import all_answered, playing, served

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Turn:
    """What was heard, and what was said to it."""

    user: str
    event: Event
    views: Sequence[View]


class Process:
    """Begun and ended as often as one likes, on the same database."""

    def __init__(self, telegram: FakeTelegram, url: str, clock: Callable[[], datetime], webhook: str = "") -> None:
        self.turns: list[Turn] = []
        self.posted: list[tuple[str, Message]] = []
        """Unasked, and to whom."""
        self._telegram = telegram
        self._url = url
        self._clock = clock
        self._webhook = webhook

    async def begin(self) -> None:
        """Connects, and listens."""
        self._running = AsyncExitStack()
        engine = connect(self._url)
        self._running.callback(engine.dispose)
        self.bot = build(engine, self._clock, "https://t.me/kpi_bot?start={code}")
        adapter = await self._running.enter_async_context(playing(self.bot, self._telegram, self._webhook, self._hear))
        await self._running.enter_async_context(served(adapter, self._telegram))
        self._poster = adapter.part().poster

    async def end(self) -> None:
        """Ends when all is answered."""
        await self._running.aclose()

    async def idle(self) -> None:
        """Returns when something was heard and all of it is answered; Telegram is told sooner where that takes long."""
        async with asyncio.timeout(60):
            while not self.turns:
                await asyncio.sleep(0.005)
        await all_answered(self.bot)

    async def posts(self) -> None:
        """Sends what people are owed to be told now."""
        assert self._poster
        office = Office(self.bot.engine, self.bot.clock, self.bot.new_id, holder="test")
        noting, limits, turns = (
            _Noting(self._poster, self.posted),
            _Unlimited(Pace()),
            Turns(messages=asyncio.Semaphore(1)),
        )
        for lane in await _call(office.lanes, [PLATFORM]):
            await Courier(lane, office, noting, limits, _call, turns, Metrics(), lambda: True).work()

    def code_for(self, name: str) -> str:
        """By which somebody of the company comes in, as its owner has given it to them; empty where they are none."""
        with Session(self.bot.engine) as session, session.begin():
            company = session.scalar(select(CompanyRow.id))
            people = load.people(Scope(session, company)) if company else ()
            person = next((one for one in people if name in (one.name.en, one.name.zh)), None)
            if company is None or person is None:
                return ""
            owner = next(one for one in people if one.role is Role.OWNER)
            _, work = world_of(session, Actor(company, owner), self._clock())
            done = execute(Invite(person.id), work)
            assert isinstance(done, Invited)
            return done.code

    def _hear(self, who: Who, event: Event, mark: str) -> Sequence[View]:
        views = self.bot.hear(who, event, mark)
        self.turns.append(Turn(who.user, event, views))
        return views


async def _call(do: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    return await asyncio.to_thread(do, *args, **kwargs)


class _Unlimited(Limits):
    """A platform that takes everything at once."""

    def free_at(self, chat: str, *, shared: bool = False) -> float:
        return 0.0


@dataclass(frozen=True, slots=True)
class _Noting:
    """Notes what was sent."""

    poster: Poster
    sent: list[tuple[str, Message]]

    async def post(self, to: Address, message: Message, mark: str) -> str:
        id = await self.poster.post(to, message, mark)
        self.sent.append((to.user, message))
        return id

    async def posted(self, to: Address, mark: str) -> str | None:
        return await self.poster.posted(to, mark)

    async def amend(self, to: Address, id: str, message: Message) -> str:
        return await self.poster.amend(to, id, message)
