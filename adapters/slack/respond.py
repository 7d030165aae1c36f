"""Answers to the address that Slack gives with a command or a press."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

import aiohttp

from adapters.slack.errors import NO_ANSWER

log = logging.getLogger(__name__)

PATIENCE = aiohttp.ClientTimeout(total=10)


async def respond(url: str, answer: Mapping[str, Any]) -> bool:
    """Whether Slack took the answer: it takes five, for half an hour, and none where the message is gone."""
    if not url:
        return False
    try:
        async with aiohttp.ClientSession(timeout=PATIENCE) as session, session.post(url, json=answer) as said:
            if said.status != 200:
                log.info("response_url: %s %s", said.status, (await said.text())[:100])
            return said.status == 200
    except NO_ANSWER as error:
        log.warning("response_url: %s", type(error).__name__)
        return False
