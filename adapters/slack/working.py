"""What is being answered: whoever ends the bot waits until that is done."""

from __future__ import annotations

import asyncio
import logging
from types import TracebackType

log = logging.getLogger(__name__)


class Working:
    """Counts what runs."""

    def __init__(self) -> None:
        self._running = 0
        self._idle = asyncio.Event()
        self._idle.set()

    async def __aenter__(self) -> None:
        self._running += 1
        self._idle.clear()

    async def __aexit__(
        self, type: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        """What breaks down is logged and goes no further: Bolt would take the acknowledgement back with it."""
        self._running -= 1
        if not self._running:
            self._idle.set()
        if isinstance(error, Exception):
            log.error("something heard could not be answered", exc_info=error)
        return isinstance(error, Exception)

    async def done(self) -> None:
        """Returns when nothing runs any more."""
        await self._idle.wait()
