"""Files to and from Slack."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.clean import one_line
from adapters.slack.errors import NO_ANSWER, code, part
from adapters.slack.limits import cut
from adapters.slack.message import Upload
from adapters.slack.unsent import Unsent, why
from conversations.event import LARGEST_FILE, Dropped

log = logging.getLogger(__name__)

SLACK_HOSTS = (".slack.com", ".slack-gov.com", ".slack-files.com")
LONGEST_NAME = 120
MISREAD = (TypeError, LookupError)
"""What slack_sdk raises where an answer has not all that it reads in it: whether the file was sent nobody knows."""
PATIENCE = aiohttp.ClientTimeout(total=30)


async def send_file(client: AsyncWebClient, where: tuple[str, str], upload: Upload) -> str | Unsent:
    """Sends a file to a channel or a person, or into a thread, and returns its id; what goes wrong is logged."""
    place, thread = where
    name = cut(one_line(upload.name).replace("/", " "), LONGEST_NAME)
    content = await _made(upload)
    if content is None:
        return Unsent.LATER
    try:
        channel = await channel_of(client, place)
        sent = await client.files_upload_v2(
            channel=channel, thread_ts=thread or None, file=content, filename=name, title=name, alt_txt=name
        )
        return str(sent["files"][0]["id"])
    except SlackApiError as error:
        log.error("a file was not taken: %s %s", code(error), error.response.get("needed", ""))
        return why(error)
    except (SlackClientError, *MISREAD, *NO_ANSWER) as error:
        log.error("a file was not taken: %s", type(error).__name__)
        return why(error)


async def _made(upload: Upload) -> bytes | None:
    """What is in it; None where it can't be drawn, which takes nothing else of the answer away."""
    try:
        return await asyncio.to_thread(upload.bytes)
    except Exception:
        log.exception("a file could not be made")
        return None


async def fetch_file(client: AsyncWebClient, file: Mapping[str, Any]) -> Dropped | None:
    """A file that somebody sent, at most a byte more than is read of one; None where it can't be had."""
    try:
        if file.get("file_access") == "check_file_info":
            file = part(await client.files_info(file=file["id"]), "file")
        content = await _content(client, str(file.get("url_private_download") or file.get("url_private") or ""))
    except SlackApiError as error:
        log.error("a file was not given: %s %s", code(error), error.response.get("needed", ""))
        return None
    except (*NO_ANSWER, ValueError) as error:
        log.error("a file was not given: %s", type(error).__name__)
        return None
    return Dropped(str(file.get("name") or file.get("title") or ""), content)


async def _content(client: AsyncWebClient, url: str) -> bytes:
    """ValueError for an address that is not Slack's: whoever is asked there would be given our token."""
    host = urlsplit(url).hostname or ""
    if host != urlsplit(client.base_url).hostname and not host.endswith(SLACK_HOSTS):
        raise ValueError("no address of Slack's")
    content = bytearray()
    headers = {"Authorization": f"Bearer {client.token}"}
    async with (
        aiohttp.ClientSession(timeout=PATIENCE, raise_for_status=_only_200) as session,
        session.get(url, headers=headers, allow_redirects=False) as answer,
    ):
        async for chunk in answer.content.iter_chunked(64 * 1024):
            content += chunk
            if len(content) > LARGEST_FILE:
                break
    return bytes(content[: LARGEST_FILE + 1])


async def _only_200(answer: aiohttp.ClientResponse) -> None:
    """Where we may not read files Slack leads to its login page."""
    if answer.status != 200:
        raise ValueError(f"status {answer.status}")


async def channel_of(client: AsyncWebClient, place: str) -> str:
    """The channel; that of the chat with a person has to be asked for."""
    if not place.startswith(("U", "W")):
        return place
    chat = part(await client.conversations_open(users=place), "channel")
    return str(chat.get("id") or place)
