"""Unasked messages: each call is made once, and says what became of it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.base import BETWEEN_PARTS, Address, Outcome, parts_of
from adapters.slack.actions import staying
from adapters.slack.errors import BLOCKS_REFUSED, NO_ANSWER, code
from adapters.slack.files import channel_of, send_file
from adapters.slack.message import posts, uploads
from adapters.slack.outcomes import told
from adapters.slack.unsent import Unsent, instead
from adapters.slack.words import SlackWords
from conversations.view import Message

log = logging.getLogger(__name__)

MARK = "kpi_post"
"""The event_type of the metadata in which a message carries its mark."""
LOOKED_THROUGH = 100
"""As many of the newest messages are looked through for a mark."""
APART = 1.1
"""Seconds between two messages in one chat: Slack takes one a second."""
_FILE = "F"
"""What Slack's ids of files begin with."""


class SlackPoster:
    """Posts into workspaces; `client_for` gives the client of a workspace, which tries nothing twice."""

    def __init__(
        self, client_for: Callable[[str], Awaitable[AsyncWebClient]], words: Callable[[str], SlackWords]
    ) -> None:
        """`client_for` raises TransportError where the bot is in no such workspace; `words` are those of a language."""
        self._client_for = client_for
        self._words = words

    async def post(self, to: Address, message: Message, mark: str) -> str:
        """Sends it; what does not fit into one message follows. Each of them carries the mark.

        The id has the channel, then every message and file.
        """
        client, where = await self._client_for(to.workspace), to.channel or to.user
        first, *others = ({**post, "metadata": _metadata(mark)} for post in _drawn(message))
        async with told(to):
            sent = await _posted(client, where, first)
        channel, ts = str(sent["channel"]), str(sent["ts"])
        more = await _follow(client, channel, others)
        files = await self._files(client, to, (channel, ts), message, {"metadata": _metadata(mark)})
        return f"{channel}/{BETWEEN_PARTS.join((ts, *more, *files))}"

    async def posted(self, to: Address, mark: str) -> str | None:
        """Looks for the mark among the newest messages there."""
        client = await self._client_for(to.workspace)
        async with told(to, Outcome.UNKNOWN):
            channel = await channel_of(client, to.channel or to.user)
            history = await client.conversations_history(
                channel=channel, include_all_metadata=True, limit=LOOKED_THROUGH
            )
        parts = [message["ts"] for message in reversed(history["messages"]) if _mark_of(message) == mark]
        return f"{channel}/{BETWEEN_PARTS.join(parts)}" if parts else None

    async def amend(self, to: Address, id: str, message: Message) -> str:
        """Each message in place of the one that was there; what is left over goes, what is more follows.

        Files can't be changed, so that new ones take their place in the thread.
        """
        channel, _, before = id.partition("/")
        client = await self._client_for(to.workspace)
        names = parts_of(before)
        old, files = [each for each in names if _FILE not in each], [each for each in names if _FILE in each]
        new = _drawn(message)
        async with told(to):
            for ts, post in zip(old, new, strict=False):
                await client.chat_update(channel=channel, ts=ts, **post)
        for ts in old[len(new) :]:
            await _gone(client.chat_delete(channel=channel, ts=ts))
        for file in files:
            await _gone(client.files_delete(file=file))
        more = await _follow(client, channel, new[len(old) :])
        again = await self._files(client, to, (channel, old[0]), message, {})
        return f"{channel}/{BETWEEN_PARTS.join((*old[: len(new)], *more, *again))}"

    async def _files(
        self, client: AsyncWebClient, to: Address, under: tuple[str, str], message: Message, more: Mapping[str, Any]
    ) -> list[str]:
        """The ids of the files that go with it, or of what is said instead; in a channel they stand in its thread."""
        channel, ts = under
        thread = ts if to.channel else ""
        ids = []
        for upload in uploads(message):
            sent = await send_file(client, (channel, thread), upload)
            if isinstance(sent, Unsent):
                told = posts(instead(upload, sent, self._words(to.language)))
                in_thread = {"thread_ts": thread} if thread else {}
                ids += await _follow(client, channel, [{**post, **more, **in_thread} for post in told])
            else:
                ids.append(sent)
        return ids


def _drawn(message: Message) -> list[Mapping[str, Any]]:
    """It stays, whatever is pressed on it: nobody could ask for it again."""
    return [{**post, "blocks": staying(post["blocks"])} for post in posts(message)]


def _metadata(mark: str) -> Mapping[str, Any]:
    return {"event_type": MARK, "event_payload": {"mark": mark}}


def _mark_of(message: Mapping[str, Any]) -> object:
    return ((message.get("metadata") or {}).get("event_payload") or {}).get("mark")


async def _follow(client: AsyncWebClient, channel: str, others: Sequence[Mapping[str, Any]]) -> list[str]:
    """Sends what did not fit into the first message; where that goes wrong it is cut short."""
    sent = []
    try:
        for post in others:
            await asyncio.sleep(APART)
            sent.append(str((await _posted(client, channel, post))["ts"]))
    except (SlackApiError, *NO_ANSWER) as error:
        log.error("a message was cut short: %s", type(error).__name__)
    return sent


async def _gone(removed: Awaitable[object]) -> None:
    """What somebody has removed already need not be removed."""
    try:
        await removed
    except (SlackApiError, *NO_ANSWER) as error:
        log.warning("what was there could not be removed: %s", type(error).__name__)


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
