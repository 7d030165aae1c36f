"""Keeps answers within what Telegram takes of a chat, of a group and altogether."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from aiolimiter import AsyncLimiter
from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from adapters.telegram.limits import ANSWERS_ALTOGETHER, ANSWERS_PER_CHAT, ANSWERS_PER_GROUP, LONGEST_WAIT

_COUNTED = ("send", "edit")
_TRIES = 3
_MOST_CHATS = 2000
"""Remembered at once; to forget them all only costs a refusal that is waited for."""


class Throttle(BaseRateLimiter[None]):
    """Each call waits for its turn; one that came too early all the same was not done, and is made again."""

    def __init__(self) -> None:
        self._altogether = AsyncLimiter(*ANSWERS_ALTOGETHER)
        self._chats: dict[object, AsyncLimiter] = {}

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,  # noqa: ANN401 (as its base class has it)
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: None,
    ) -> Any:  # noqa: ANN401
        """Makes the call when it is its turn; RetryAfter where Telegram lets it wait too often, or too long."""
        for left in reversed(range(_TRIES)):
            if endpoint.startswith(_COUNTED):
                await self._turn(data.get("chat_id"))
            try:
                return await callback(*args, **kwargs)
            except RetryAfter as error:
                seconds = seconds_of(error)
                if not left or seconds > LONGEST_WAIT:
                    raise
                await asyncio.sleep(seconds)
        raise AssertionError("the last try returns or raises")

    async def _turn(self, chat: object) -> None:
        if len(self._chats) >= _MOST_CHATS:
            self._chats.clear()
        group = isinstance(chat, int) and chat < 0
        limit = ANSWERS_PER_GROUP if group else ANSWERS_PER_CHAT
        await self._chats.setdefault(chat, AsyncLimiter(*limit)).acquire()
        await self._altogether.acquire()


def seconds_of(error: RetryAfter) -> float:
    """How long Telegram wants to be left alone."""
    wait = error.retry_after
    return float(wait) if isinstance(wait, int) else wait.total_seconds()
