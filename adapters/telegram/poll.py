"""Long polling: an update is confirmed after it was answered, so that it outlives a killed process."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from contextlib import suppress
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
PATIENCE = 1.0
"""Seconds that others wait for an answer that takes long, such as one that a group has had too many of."""
MOST = 100
"""Updates that Telegram tells at once, beginning with the first that is not confirmed."""


class Poller:
    """Asks for updates until it is stopped; what is not answered is not confirmed, and what is is not done again."""

    def __init__(self, bot: Bot, take: Callable[[Update], Awaitable[bool]], heard: Sequence[str]) -> None:
        """`take` says whether an update is done with; one that is not is asked for again."""
        self._bot = bot
        self._take = take
        self._heard = heard
        self._next = 0
        self._running: dict[int, asyncio.Future[bool]] = {}
        self._failed: set[int] = set()
        self._done: set[int] = set()
        """Behind one that is not: they can't be confirmed yet, and come again."""
        self._full = False
        """Whether nothing new would ever come, as so many are waiting for the first."""
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
                break
            except TelegramError as error:
                log.warning("%s", _why(error))
                done = False
                pause = seconds_of(error) if isinstance(error, RetryAfter) else pause
            if done:
                pause = FIRST_PAUSE
            else:
                await self._unless_stopped(asyncio.sleep(pause))
                pause = min(2 * pause, LONGEST_PAUSE)
        await self._finish()

    async def _once(self) -> bool:
        """Whether all went well; what still runs is looked at the next time."""
        updates = await self._unless_stopped(self._ask(0 if self._running else SECONDS)) or ()
        new = [update for update in updates if update.update_id not in {*self._running, *self._done}]
        self._failed.clear()
        self._running |= {update.update_id: asyncio.ensure_future(self._take(update)) for update in new}
        if updates:
            self._next = updates[-1].update_id + 1
        self._full = len(updates) == MOST and not new
        return await self._settled(PATIENCE)

    async def _settled(self, patience: float | None) -> bool:
        """Waits so long for what runs; whether none of it has to be done once more."""
        if self._running:
            await asyncio.wait(self._running.values(), timeout=patience)
        for update, task in [*self._running.items()]:
            if task.done():
                del self._running[update]
                (self._done if task.result() else self._failed).add(update)
        if not self._running and not self._failed:
            self._done.clear()
        return not self._failed

    async def _finish(self) -> None:
        """Answers what was heard, and confirms it as far as Telegram can be reached."""
        await self._settled(None)
        if self._next:
            with suppress(TelegramError):
                await self._ask(0, 1)

    async def _ask(self, seconds: int, most: int = MOST) -> Sequence[Update]:
        """What came after the last that is done with; where no more can be told at once, behind what still runs."""
        waiting = () if self._full else (*self._running, *self._failed)
        offset = min(waiting, default=self._next)
        return await self._bot.get_updates(offset, most, seconds, allowed_updates=self._heard)

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
