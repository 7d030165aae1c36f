"""Slack's way to us over a socket that we open: no address of ours has to be reachable."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError

from adapters.part import CannotStart
from adapters.slack.errors import NO_ANSWER, TOKEN_REFUSED, code

log = logging.getLogger(__name__)

PING = 10.0
"""Seconds between two pings; a line on which four of them go unanswered is opened anew."""


class Socket:
    """The line. When it breaks, is closed or falls silent, it is opened again."""

    def __init__(self, app: AsyncApp, app_token: str, ping: float = PING) -> None:
        self._app = app
        self._token = app_token
        self._ping = ping
        self._handler: AsyncSocketModeHandler | None = None
        self._opening: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Begins to open it; it is tried until it is open. CannotStart where Slack does not take the token."""
        address = await self._address()
        self._handler = AsyncSocketModeHandler(self._app, self._token, ping_interval=self._ping)
        self._handler.client.wss_uri = address
        self._opening = asyncio.create_task(self._handler.connect_async())  # type: ignore[no-untyped-call]

    async def _address(self) -> str | None:
        """Where the first line leads; None where Slack does not tell just now: then the handler goes on asking."""
        try:
            return str((await self._app.client.apps_connections_open(app_token=self._token))["url"])
        except NO_ANSWER as error:
            log.warning("apps.connections.open: %s", type(error).__name__)
        except SlackApiError as error:
            if code(error) in TOKEN_REFUSED:
                raise CannotStart(f"SLACK_APP_TOKEN: Slack does not take it: {code(error)}") from None
            log.warning("apps.connections.open: %s", code(error))
        return None

    def hear_no_more(self) -> None:
        """Leaves what comes from now on to be sent again: it is not acknowledged."""
        if self._handler:
            self._handler.client.socket_mode_request_listeners.clear()

    async def close(self) -> None:
        """Closes it."""
        if self._handler and self._opening:
            self._opening.cancel()
            with suppress(asyncio.CancelledError):
                await self._opening
            await self._handler.close_async()  # type: ignore[no-untyped-call]
