"""How calls go out to Telegram: a few at a time, in the order in which they were made."""

from __future__ import annotations

import asyncio
from typing import Any

from telegram.request import HTTPXRequest

AT_ONCE = 8
"""Calls on their way: enough for the 30 a second that Telegram takes, where it answers within a quarter of a second."""


class Lines(HTTPXRequest):
    """A connection to each call on its way, and no more: httpcore looks through all of them several times a call."""

    def __init__(self) -> None:
        super().__init__(AT_ONCE)
        self._free = asyncio.Semaphore(AT_ONCE)

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:  # noqa: ANN401 (its base class says)
        """What Telegram answers; a call waits as long as others were made before it, which is no failure."""
        async with self._free:
            return await super().do_request(*args, **kwargs)
