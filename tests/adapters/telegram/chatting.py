"""Ann, in her own chat with the adapter."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from tests.adapters.telegram.fake import FakeTelegram
from tests.adapters.telegram.person import Person
from tests.adapters.telegram.playing import MENUS, Says, adapter


@asynccontextmanager
async def chatting(bot: Says) -> AsyncIterator[tuple[FakeTelegram, Person]]:
    async with FakeTelegram() as telegram:
        running = adapter(telegram, bot.ears(), menus=MENUS)
        await running.start()
        ann = Person(telegram, 7, "Ann")
        try:
            await ann.starts()
            await telegram.settled()
            yield telegram, ann
        finally:
            await running.stop()
        assert telegram.server.faults == []


def chat(bot: Says, *doings: Callable[[Person], Awaitable[None]]) -> str:
    """What stands in Ann's chat after she did all that."""

    async def played() -> str:
        async with chatting(bot) as (telegram, ann):
            for does in doings:
                await does(ann)
                await telegram.settled()
            return ann.screen()

    return asyncio.run(played())


def types(text: str) -> Callable[[Person], Awaitable[None]]:
    return lambda ann: ann.types(text)


def presses(label: str) -> Callable[[Person], Awaitable[None]]:
    return lambda ann: ann.presses(label)
