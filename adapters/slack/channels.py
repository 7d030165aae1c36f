"""In which channel somebody does something, and what it is called."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.base import Who
from adapters.slack.errors import NO_ANSWER, part, why

log = logging.getLogger(__name__)

OWN = "D"
"""What the ids of chats with one person begin with."""
NO_NAME = ("", "privategroup", "directmessage")
"""What a command says in place of the name of a channel that not everybody sees."""


class Channels:
    """Asks Slack for the name of each channel once."""

    def __init__(self) -> None:
        self._names: dict[tuple[str, str], str] = {}

    async def there(self, client: AsyncWebClient, who: Who, body: Mapping[str, Any]) -> Who:
        """The person, with the channel in which they did what the payload tells."""
        id, name = _channel_in(body)
        if not id or id.startswith(OWN):
            return who
        if name in NO_NAME:
            name = await self._name(client, who.workspace, id)
        return replace(who, channel=id, channel_name=name and f"#{name}")

    async def _name(self, client: AsyncWebClient, workspace: str, id: str) -> str:
        """Empty where Slack does not tell: then it is asked again the next time."""
        if known := self._names.get((workspace, id)):
            return known
        try:
            name = str(part(await client.conversations_info(channel=id), "channel").get("name") or "")
        except (SlackApiError, *NO_ANSWER) as error:
            log.warning("conversations.info: %s", why(error))
            return ""
        self._names[workspace, id] = name
        return name


def _channel_in(body: Mapping[str, Any]) -> tuple[str, str]:
    """The id and the name, as far as the payload of a command, a press or an event has them."""
    match body:
        case {"channel_id": str(id)}:
            return id, str(body.get("channel_name") or "")
        case {"channel": {"id": str(id)}}:
            return id, str(body["channel"].get("name") or "")
        case {"event": {"channel": str(id), "type": "app_mention"}}:
            return id, ""
        case _:
            return "", ""
