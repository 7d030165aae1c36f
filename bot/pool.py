"""Where what is asynchronous crosses over to the bot, which is not: a few threads, and one person's events in order."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import ParamSpec, TypeVar
from weakref import WeakValueDictionary

from adapters.base import HearOnce, Who
from bot.heard import StillAnswering
from bot.metrics import Metrics
from bot.post.traffic import Traffic
from conversations.event import Event
from conversations.view import View

P = ParamSpec("P")
T = TypeVar("T")

THREADS = 4
"""Of a process. Only one of them computes at a time while the others wait for the database; with more, answers take the
processor from each other and from the loop: fifty at once were an eighth later with eight (`bench/README.md`)."""
LOOK_AGAIN = 0.5
"""Seconds after which it is asked again what became of an event that somebody else is answering."""


class Pool:
    """Calls the bot for who must not wait."""

    def __init__(self, hear: HearOnce, traffic: Traffic, metrics: Metrics) -> None:
        self._hear = hear
        self._traffic = traffic
        self._metrics = metrics
        self._threads = ThreadPoolExecutor(THREADS, "bot")
        self._turns: WeakValueDictionary[tuple[str, str, str], asyncio.Lock] = WeakValueDictionary()

    async def hear(self, who: Who, event: Event, mark: str = "") -> Sequence[View]:
        """The answer to an event, after those to whatever the same person did before.

        What is delivered again while somebody is still answering it waits until that is settled.
        """
        while True:
            async with self._turn(who):
                with suppress(StillAnswering):
                    return await self._answer(who, event, mark)
            await asyncio.sleep(LOOK_AGAIN)

    async def call(self, do: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What it returns, called in a thread; cancelled only as long as it waits for one."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, lambda: do(*args, **kwargs))

    async def close(self) -> None:
        """Returns when the last call has."""
        await asyncio.to_thread(self._threads.shutdown)

    async def _answer(self, who: Who, event: Event, mark: str) -> Sequence[View]:
        with self._metrics.heard(who.platform):
            answer = await self.call(self._hear, who, event, mark)
        self._traffic.answered(who, len(answer))
        return answer

    def _turn(self, who: Who) -> asyncio.Lock:
        whose = who.platform, who.workspace, who.user
        turn = self._turns.get(whose)
        if turn is None:
            turn = self._turns[whose] = asyncio.Lock()
        return turn
