"""Long polling: an update is confirmed after it was answered, so that it outlives a killed process."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any, TypeVar

from telegram import Bot, Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from adapters.telegram.pace import seconds_of

T = TypeVar("T")

log = logging.getLogger(__name__)

SECONDS = 50
"""How long Telegram keeps a request open where nothing happens."""
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
"""Seconds after a failure, doubled with each that follows."""
PATIENCE = 3.0
"""Seconds that others wait for an answer that takes long, such as one that a group has had too many of."""


class Poller:
    """Asks for updates until it is stopped."""

    def __init__(self, bot: Bot, take: Callable[[Update], Awaitable[bool]], heard: Sequence[str]) -> None:
        """`take` says whether an update is done with; one that is not is asked for again."""
        self._bot = bot
        self._take = take
        self._heard = heard
        self._offset = 0
        self._slow: set[asyncio.Task[bool]] = set()
        self._stopped = asyncio.Event()

    def stop(self) -> None:
        """What was heard is still answered."""
        self._stopped.set()

    async def run(self) -> None:
        """Until it is stopped and all is answered, or Telegram no longer knows the token."""
        pause = FIRST_PAUSE
        while not self._stopped.is_set():
            try:
                done = await self._once()
            except InvalidToken:
                log.error("Telegram refuses the token; nothing is heard there any more")
                return
            except TelegramError as error:
                log.warning("%s", _why(error))
                done = False
                pause = seconds_of(error) if isinstance(error, RetryAfter) else pause
            if done:
                pause = FIRST_PAUSE
            else:
                await self._unless_stopped(asyncio.sleep(pause))
                pause = min(2 * pause, LONGEST_PAUSE)
        await asyncio.gather(*self._slow)

    async def _once(self) -> bool:
        asked = self._bot.get_updates(offset=self._offset, timeout=SECONDS, allowed_updates=self._heard)
        updates = await self._unless_stopped(asked) or ()
        undone = await self._undone(updates)
        if updates:
            self._offset = min(undone, default=updates[-1].update_id + 1)
        if updates and self._stopped.is_set():
            await self._bot.get_updates(offset=self._offset, timeout=0, limit=1, allowed_updates=self._heard)
        return not undone

    async def _undone(self, updates: Sequence[Update]) -> Sequence[int]:
        """Which of them are to be asked for again; what takes long is finished beside, and comes no second time."""
        taking = {asyncio.ensure_future(self._take(update)): update.update_id for update in updates}
        if not taking:
            return ()
        done, slow = await asyncio.wait(taking, timeout=PATIENCE)
        self._slow |= slow
        for task in slow:
            task.add_done_callback(self._slow.discard)
        return [taking[task] for task in done if not task.result()]

    async def _unless_stopped(self, do: Coroutine[Any, Any, T]) -> T | None:
        """What comes of it; None where the poller was stopped first."""
        doing, stopping = asyncio.create_task(do), asyncio.create_task(self._stopped.wait())
        try:
            await asyncio.wait({doing, stopping}, return_when=asyncio.FIRST_COMPLETED)
            return doing.result() if doing.done() else None
        finally:
            doing.cancel()
            stopping.cancel()


def _why(error: TelegramError) -> str:
    if isinstance(error, Conflict):
        return "another process asks Telegram for this bot's updates, or a webhook is set: only one of them may run"
    return f"Telegram can't be reached ({type(error).__name__}); it is tried again"
