"""The scheduler in the running bot: it plans page by page, and leaves most of the time to others."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from itertools import count, pairwise

import pytest
from sqlalchemy import Engine

from bot import bootstrap, scheduling
from bot.metrics import Metrics
from bot.pool import Pool
from bot.post.traffic import Traffic
from bot.wake.tick import LookedAt

PAGE = 0.02
"""Seconds that one takes."""


def ran_for(seconds: float, engine: Engine) -> None:
    """The scheduler begins, and is told to end after so long."""
    bot = bootstrap.build(engine)
    pool = Pool(bot.hear, Traffic(), Metrics())
    part = scheduling.scheduler_part(bot, pool)

    async def scene() -> None:
        await part.start()
        await asyncio.sleep(seconds)
        async with asyncio.timeout(5):
            await part.stop()
        await pool.close()

    asyncio.run(scene())


def test_a_quarter_of_the_time_is_its_own_and_it_ends_after_a_page(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A plan that would never end."""
    begun: list[float] = []

    def paged(*_: object) -> Iterator[LookedAt]:
        for number in count(1):
            begun.append(time.perf_counter())
            time.sleep(PAGE)
            yield LookedAt(people=number)

    monkeypatch.setattr(scheduling, "paged", paged)
    ran_for(0.5, engine)
    assert len(begun) > 1
    assert min(after - before for before, after in pairwise(begun)) >= (1 + scheduling.OTHERS) * PAGE
