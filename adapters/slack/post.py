"""Unasked messages: each call is made once, and says what became of it."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.base import Address, Outcome, TransportError
from adapters.slack.errors import BLOCKS_REFUSED, NO_ANSWER, NOBODY, NOT_THERE, code, retry_after, status
from adapters.slack.files import channel_of, send_file
from adapters.slack.message import posts, uploads
from conversations.view import Message

log = logging.getLogger(__name__)

MARK = "kpi_post"
"""The event_type of the metadata in which a message carries its mark."""
LOOKED_THROUGH = 100
"""As many of the newest messages are looked through for a mark."""


class SlackPoster:
    """Posts into workspaces; `client_for` gives the client of a workspace, which tries nothing twice."""

    def __init__(self, client_for: Callable[[str], Awaitable[AsyncWebClient]]) -> None:
        """`client_for` raises TransportError where the bot is in no such workspace any more."""
        self._client_for = client_for

    async def post(self, to: Address, message: Message, mark: str) -> str:
        """Sends it; what does not fit into one message follows, and the first carries the mark."""
        client, where = await self._client_for(to.workspace), to.channel or to.user
        first, *others = posts(message)
        metadata = {"event_type": MARK, "event_payload": {"mark": mark}}
        async with _told():
            sent = await _posted(client, where, {**first, "metadata": metadata})
        try:
            for post in others:
                await _posted(client, where, post)
        except (SlackApiError, *NO_ANSWER) as error:
            log.error("a message was cut short: %s", type(error).__name__)
        for upload in uploads(message):
            await send_file(client, (sent["channel"], ""), upload)
        return f"{sent['channel']}/{sent['ts']}"

    async def posted(self, to: Address, mark: str) -> str | None:
        """Looks for the mark among the newest messages there."""
        client = await self._client_for(to.workspace)
        async with _told(Outcome.UNKNOWN):
            channel = await channel_of(client, to.channel or to.user)
            history = await client.conversations_history(
                channel=channel, include_all_metadata=True, limit=LOOKED_THROUGH
            )
        for message in history["messages"]:
            if ((message.get("metadata") or {}).get("event_payload") or {}).get("mark") == mark:
                return f"{channel}/{message['ts']}"
        return None

    async def amend(self, to: Address, id: str, message: Message) -> None:
        """Puts the message in place of the one sent; what does not fit into one message is left out of it."""
        channel, _, ts = id.partition("/")
        client = await self._client_for(to.workspace)
        async with _told():
            await client.chat_update(channel=channel, ts=ts, **posts(message)[0])


async def _posted(client: AsyncWebClient, channel: str, post: Mapping[str, Any]) -> Mapping[str, Any]:
    """Where Slack refuses the blocks, and so has sent nothing, the text that says the same."""
    try:
        return (await client.chat_postMessage(channel=channel, **post)).data  # type: ignore[return-value]
    except SlackApiError as error:
        if code(error) not in BLOCKS_REFUSED:
            raise
        log.error("blocks refused: %s", code(error))
        plain = {key: value for key, value in post.items() if key != "blocks"}
        return (await client.chat_postMessage(channel=channel, **plain)).data  # type: ignore[return-value]


@asynccontextmanager
async def _told(otherwise: Outcome = Outcome.LATER) -> AsyncIterator[None]:
    """What Slack says in the words of the post."""
    try:
        yield
    except SlackApiError as error:
        raise TransportError(code(error), _outcome(error, otherwise), retry_after(error)) from error
    except aiohttp.ClientConnectorError as error:
        raise TransportError("not reached", otherwise) from error
    except NO_ANSWER as error:
        raise TransportError(type(error).__name__, Outcome.UNKNOWN) from error


def _outcome(error: SlackApiError, otherwise: Outcome) -> Outcome:
    if status(error) == 429:
        return Outcome.LATER
    if status(error) >= 500 or code(error) in ("internal_error", "fatal_error"):
        return Outcome.UNKNOWN
    return Outcome.NEVER if code(error) in (*NOBODY, *NOT_THERE) else otherwise
