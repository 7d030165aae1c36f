"""Bolt's app: for one workspace by its token."""

from __future__ import annotations

from slack_bolt.async_app import AsyncApp
from slack_sdk.http_retry.async_handler import AsyncRetryHandler
from slack_sdk.http_retry.builtin_async_handlers import (
    AsyncConnectionErrorRetryHandler,
    AsyncRateLimitErrorRetryHandler,
    AsyncServerErrorRetryHandler,
)
from slack_sdk.web.async_client import AsyncWebClient

PATIENCE = 10
"""Seconds for an answer of Slack's."""


def client(api_url: str, token: str | None = None) -> AsyncWebClient:
    """By which answers are given: tried again where Slack asks for patience, breaks down or is not reached.

    What is answered twice so is only seen twice. Unasked messages go another way (`post.py`).
    """
    return AsyncWebClient(token, base_url=api_url, timeout=PATIENCE, retry_handlers=_tried_again())


def once_client(api_url: str, token: str) -> AsyncWebClient:
    """By which each call is made once: what may have been done is not done again."""
    return AsyncWebClient(token, base_url=api_url, timeout=PATIENCE, retry_handlers=[])


def single(client: AsyncWebClient, signing_secret: str) -> AsyncApp:
    """The app for the workspace of the client's token; without a secret only for a socket."""
    return AsyncApp(client=client, signing_secret=signing_secret)


def _tried_again() -> list[AsyncRetryHandler]:
    return [
        AsyncConnectionErrorRetryHandler(max_retry_count=1),
        AsyncRateLimitErrorRetryHandler(max_retry_count=2),
        AsyncServerErrorRetryHandler(max_retry_count=1),
    ]
