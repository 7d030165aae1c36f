"""The post goes out as long as the process runs: whatever lane has something to do gets a courier."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from contextlib import suppress

from adapters.base import Poster
from bot.metrics import Metrics
from bot.post.courier import Call, Courier
from bot.post.lanes import Lane
from bot.post.office import Office
from bot.post.traffic import Traffic
from bot.post.turns import Turns

log = logging.getLogger(__name__)

LOOKS = 1.0
"""Seconds between two looks for what others have made due."""


class Delivery:
    """Sends what is owed over the platforms of this process."""

    def __init__(
        self, office: Office, posters: Mapping[str, Poster], traffic: Traffic, call: Call, metrics: Metrics
    ) -> None:
        self._office = office
        self._posters = posters
        self._traffic = traffic
        self._call = call
        self._metrics = metrics
        self._turns = Turns()
        self._working: dict[int, asyncio.Task[None]] = {}
        self._goes_on = True
        self._looking: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begins to look for messages."""
        self._looking = asyncio.create_task(self._look())

    async def stop(self) -> None:
        """Takes up no more messages, and returns when those that are on their way are settled."""
        self._goes_on = False
        self._traffic.bell.set()
        if self._looking:
            await self._looking
        await asyncio.gather(*self._working.values())
        await self._call(self._office.let_go)

    async def _look(self) -> None:
        while self._goes_on:
            self._traffic.bell.clear()
            try:
                for lane in await self._call(self._office.lanes, list(self._posters)):
                    self._set_to_work(lane)
            except Exception:
                log.exception("the post could not be looked at")
            await self._until_rung()

    async def _until_rung(self) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._traffic.bell.wait(), LOOKS)

    def _set_to_work(self, lane: Lane) -> None:
        if lane.id not in self._working:
            self._working[lane.id] = asyncio.create_task(self._work(lane))

    async def _work(self, lane: Lane) -> None:
        limits = self._traffic.lane(lane.platform, lane.workspace)
        poster = self._posters[lane.platform]
        courier = Courier(
            lane, self._office, poster, limits, self._call, self._turns, self._metrics, lambda: self._goes_on
        )
        try:
            await courier.work()
        except Exception:
            log.exception("the lane of a workspace on %s could not be worked through", lane.platform)
        finally:
            del self._working[lane.id]
