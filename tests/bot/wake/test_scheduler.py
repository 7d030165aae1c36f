"""The clock ticks each minute, whatever is done to the one on the wall, and whatever goes wrong in a tick."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot import clock
from bot.wake.scheduler import Clockwork


async def nothing() -> None:
    """No upkeep."""


def test_it_ticks_at_once_and_ends_after_the_tick_that_runs() -> None:
    seen: list[str] = []

    async def tick() -> None:
        seen.append("begun")
        await asyncio.sleep(0.05)
        seen.append("ended")

    async def scene() -> None:
        clockwork = Clockwork(tick, nothing, clock.now)
        await clockwork.start()
        await asyncio.sleep(0.02)
        await clockwork.stop()

    asyncio.run(scene())
    assert seen == ["begun", "ended"]


def test_a_clock_that_was_set_back_does_not_silence_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """APScheduler by itself would wait until the wall clock is where it was."""
    monkeypatch.setattr("bot.wake.scheduler.MINUTE", 0.02)
    monkeypatch.setattr("bot.wake.scheduler.LATE", 0.05)
    ticks: list[float] = []

    async def tick() -> None:
        ticks.append(asyncio.get_running_loop().time())

    async def scene() -> None:
        clockwork = Clockwork(tick, nothing, lambda: clock.now() - timedelta(hours=1))
        await clockwork.start()
        async with asyncio.timeout(20):
            while len(ticks) < 4:
                await asyncio.sleep(0.01)
        await clockwork.stop()

    asyncio.run(scene())
    assert len(ticks) >= 4


def test_a_tick_that_fails_is_logged_and_the_next_one_comes(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("bot.wake.scheduler.MINUTE", 0.02)
    monkeypatch.setattr("bot.wake.scheduler.LATE", 0.05)
    tries: list[int] = []

    async def tick() -> None:
        tries.append(1)
        raise ZeroDivisionError

    async def scene() -> None:
        clockwork = Clockwork(tick, nothing, clock.now)
        await clockwork.start()
        async with asyncio.timeout(20):
            while len(tries) < 2:
                await asyncio.sleep(0.01)
        await clockwork.stop()

    asyncio.run(scene())
    assert "the clock's job failed" in caplog.text
