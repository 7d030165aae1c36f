"""Answers to the address that Slack gives with a command or a press."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from adapters.slack.errors import NO_ANSWER

log = logging.getLogger(__name__)


async def respond(client: AsyncWebClient, url: str, answer: Mapping[str, Any]) -> bool:
    """Whether Slack took the answer: it takes five, for half an hour, and none where the message is gone."""
    if not url:
        return False
    address = AsyncWebhookClient(url, client.timeout, session=client.session, retry_handlers=[])
    try:
        said = await address.send_dict(dict(answer))
    except NO_ANSWER as error:
        log.warning("response_url: %s", type(error).__name__)
        return False
    if said.status_code != 200:
        log.info("response_url: %s %s", said.status_code, said.body[:100])
    return said.status_code == 200
