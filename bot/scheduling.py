"""The scheduler as a part of the running bot."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from adapters.part import Part
from bot.loop import Bot
from bot.parts import SCHEDULER
from bot.pool import Pool
from bot.wake.scheduler import Clockwork
from bot.wake.tick import LookedAt, begin, paged
from bot.wake.upkeep import upkeep

OTHERS = 3
"""How many times as long as a page of the plan took the database and the processor are left to others after it."""


def scheduler_part(bot: Bot, pool: Pool) -> Part:
    """Ticks and keeps up in the pool's threads."""

    async def starts() -> None:
        await pool.call(begin, bot.engine, bot.clock())
        await clockwork.start()

    async def ticks() -> None:
        """Page by page; told to end, it leaves the others to the next process."""
        loop, pages = asyncio.get_running_loop(), paged(bot.engine, bot.clock())

        def page() -> LookedAt | None:
            return next(pages, None)

        began = loop.time()
        while not ending.is_set() and await pool.call(page) is not None:
            with suppress(TimeoutError):
                await asyncio.wait_for(ending.wait(), OTHERS * (loop.time() - began))
            began = loop.time()

    async def keeps_up() -> None:
        await pool.call(upkeep, bot.engine, bot.clock())

    async def stops() -> None:
        ending.set()
        await clockwork.stop()

    ending, clockwork = asyncio.Event(), Clockwork(ticks, keeps_up, bot.clock)
    return Part(SCHEDULER, starts, stops)
