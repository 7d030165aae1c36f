"""What is being answered: whoever ends the bot waits until that is done."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from functools import wraps
from typing import Any, TypeAlias

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.response import BoltResponse

log = logging.getLogger(__name__)

Listener: TypeAlias = Callable[..., Coroutine[Any, Any, None]]

UNACKNOWLEDGED = 2.0
"""Seconds for which an event is left unacknowledged while it is answered; Slack waits for three."""


class Working:
    """Runs the listeners."""

    def __init__(self) -> None:
        self._running: set[asyncio.Task[None]] = set()

    def heard_by(self, listener: Listener) -> Callable[..., Awaitable[None]]:
        """The listener for an app that answers Slack when a listener returns: this one goes on after its `ack`.

        A listener without `ack` is for events. These are acknowledged when they are done and answered: whoever is
        killed before that has acknowledged nothing, and Slack sends the event again.
        """

        @wraps(listener)
        async def hear(**given: object) -> None:
            acknowledged, ack = asyncio.Event(), given.get("ack")
            if isinstance(ack, AsyncAck):
                given["ack"] = _telling(ack, acknowledged)
            patience = None if ack else UNACKNOWLEDGED
            work, told = self._begun(listener(**given)), asyncio.create_task(acknowledged.wait())
            await asyncio.wait({work, told}, timeout=patience, return_when=asyncio.FIRST_COMPLETED)
            told.cancel()

        return hear

    async def done(self) -> None:
        """Returns when nothing runs any more."""
        while self._running:
            await asyncio.wait(self._running)

    def _begun(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(_logged(work))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return task


async def _logged(work: Coroutine[Any, Any, None]) -> None:
    """What breaks down goes no further: Slack would send it again, and it would break down again."""
    try:
        await work
    except Exception:
        log.exception("something heard could not be answered")


def _telling(ack: AsyncAck, acknowledged: asyncio.Event) -> Callable[..., Awaitable[BoltResponse]]:
    async def telling(**answer: Any) -> BoltResponse:  # noqa: ANN401 (all that Bolt's takes)
        response = await ack(**answer)
        acknowledged.set()
        return response

    return telling
