"""The scheduler as a part of the running bot."""

from __future__ import annotations

import asyncio

from adapters.part import Part
from bot.loop import Bot
from bot.parts import SCHEDULER
from bot.pool import Pool
from bot.wake.scheduler import Clockwork
from bot.wake.tick import begin, paged
from bot.wake.upkeep import upkeep

OTHERS = 3
"""How many times as long as a page of the plan took the database and the processor are left to others after it."""


def scheduler_part(bot: Bot, pool: Pool) -> Part:
    """Ticks and keeps up in the pool's threads."""

    async def starts() -> None:
        await pool.call(begin, bot.engine, bot.clock())
        await clockwork.start()

    async def ticks() -> None:
        loop, pages = asyncio.get_running_loop(), paged(bot.engine, bot.clock())
        began = loop.time()
        while await pool.call(next, pages, None):
            await asyncio.sleep(OTHERS * (loop.time() - began))
            began = loop.time()

    async def keeps_up() -> None:
        await pool.call(upkeep, bot.engine, bot.clock())

    clockwork = Clockwork(ticks, keeps_up, bot.clock)
    return Part(SCHEDULER, starts, clockwork.stop)
