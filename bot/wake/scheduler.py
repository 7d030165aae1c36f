"""The clock of a process: a tick each minute, upkeep each night, whatever is done to the clock on the wall."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger

log = logging.getLogger(__name__)

MINUTE = 60.0
LATE = 2.5 * MINUTE
"""Seconds without a tick, by a clock that nobody sets, after which the one on the wall must have been set back."""

Job = Callable[[], Awaitable[None]]


class Clockwork:
    """Ticks as long as it runs."""

    def __init__(self, tick: Job, upkeep: Job, clock: Callable[[], datetime]) -> None:
        self._tick = tick
        self._clock = clock
        self._ticked = 0.0
        self._scheduler = AsyncIOScheduler(
            timezone=ZoneInfo("UTC"), job_defaults={"coalesce": True, "misfire_grace_time": None, "max_instances": 1}
        )
        self._scheduler.add_job(self._ticking, CronTrigger(minute="*", timezone=UTC), id="tick")
        self._scheduler.add_job(_logged(upkeep), CronTrigger(hour=3, minute=17, timezone=UTC), id="upkeep")
        self._watch: asyncio.Task[None] | None = None
        self._running = asyncio.Lock()

    async def start(self) -> None:
        """Begins, with a tick at once: what became due while nobody ran is caught up with."""
        self._scheduler.start()
        self._tick_now()
        self._watch = asyncio.create_task(self._watching())

    async def stop(self) -> None:
        """Returns when the tick that runs is over."""
        self._scheduler.pause()
        if self._watch:
            self._watch.cancel()
        async with self._running:
            self._scheduler.shutdown(wait=False)

    async def _ticking(self) -> None:
        async with self._running:
            await _logged(self._tick)()
            self._ticked = _monotonic()

    async def _watching(self) -> None:
        """APScheduler waits for a moment on the wall clock: set back an hour, it would be silent for that hour."""
        while True:
            await asyncio.sleep(MINUTE)
            if not self._running.locked() and _monotonic() - self._ticked > LATE:
                log.warning("the clock was set back; ticking all the same")
                self._tick_now()

    def _tick_now(self) -> None:
        self._scheduler.modify_job("tick", next_run_time=self._clock())


def _logged(job: Job) -> Job:
    """An error of one run is logged, and the next is as if it had not been."""

    async def run() -> None:
        try:
            await job()
        except Exception:
            log.exception("the clock's job failed")

    return run


def _monotonic() -> float:
    return asyncio.get_running_loop().time()
