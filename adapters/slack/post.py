"""Unasked messages: each call is made once, and says what became of it."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.base import Address, Outcome, TransportError
from adapters.slack.errors import BLOCKS_REFUSED, MESSAGE_GONE, NO_ANSWER, NOBODY, NOT_THERE, code, retry_after, status
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
        """Sends it; what does not fit into one message follows. Each part carries the mark."""
        client, where = await self._client_for(to.workspace), to.channel or to.user
        first, *others = ({**post, "metadata": _metadata(mark)} for post in posts(message))
        async with _told():
            parts = [await _posted(client, where, first)]
        try:
            for post in others:
                parts.append(await _posted(client, where, post))
        except (SlackApiError, *NO_ANSWER) as error:
            log.error("a message was cut short: %s", type(error).__name__)
        channel = parts[0]["channel"]
        for upload in uploads(message):
            await send_file(client, (channel, ""), upload)
        return _id(channel, [part["ts"] for part in parts])

    async def posted(self, to: Address, mark: str) -> str | None:
        """Looks for the mark among the newest messages there."""
        client = await self._client_for(to.workspace)
        async with _told(Outcome.UNKNOWN):
            channel = await channel_of(client, to.channel or to.user)
            history = await client.conversations_history(
                channel=channel, include_all_metadata=True, limit=LOOKED_THROUGH
            )
        parts = [message["ts"] for message in reversed(history["messages"]) if _mark_of(message) == mark]
        return _id(channel, parts) if parts else None

    async def amend(self, to: Address, id: str, message: Message) -> str:
        """Part by part; parts that are too many now are taken away, those that are missing follow below."""
        channel, _, stamps = id.partition("/")
        parts, drawn = stamps.split(","), posts(message)
        client = await self._client_for(to.workspace)
        async with _told():
            for ts, post in zip(parts, drawn, strict=False):
                await client.chat_update(channel=channel, ts=ts, **post)
            for ts in parts[len(drawn) :]:
                await _deleted(client, channel, ts)
            added = [await _posted(client, channel, post) for post in drawn[len(parts) :]]
        return _id(channel, [*parts[: len(drawn)], *(part["ts"] for part in added)])


def _id(channel: str, parts: Sequence[str]) -> str:
    return f"{channel}/{','.join(parts)}"


def _metadata(mark: str) -> Mapping[str, Any]:
    return {"event_type": MARK, "event_payload": {"mark": mark}}


def _mark_of(message: Mapping[str, Any]) -> object:
    return ((message.get("metadata") or {}).get("event_payload") or {}).get("mark")


async def _deleted(client: AsyncWebClient, channel: str, ts: str) -> None:
    try:
        await client.chat_delete(channel=channel, ts=ts)
    except SlackApiError as error:
        if code(error) not in MESSAGE_GONE:
            raise


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
