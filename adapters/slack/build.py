"""Bolt's app: for one workspace by its token, or for many. It answers Slack when a listener returns (`working.py`)."""

from __future__ import annotations

import logging
from urllib.parse import urljoin

import aiohttp
from slack_bolt.async_app import AsyncApp
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_sdk.http_retry.async_handler import AsyncRetryHandler
from slack_sdk.http_retry.builtin_async_handlers import (
    AsyncConnectionErrorRetryHandler,
    AsyncRateLimitErrorRetryHandler,
    AsyncServerErrorRetryHandler,
)
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.state_store.stateless import StatelessOAuthStateStore
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.authorize import ByInstallation
from adapters.slack.manifest import SCOPES
from adapters.slack.tokens import Tokens

STATE_KEPT = 300
"""Seconds for which an installation that was begun can be finished."""
PATIENCE = 10
"""Seconds for an answer of Slack's."""


def client(api_url: str, token: str | None = None) -> AsyncWebClient:
    """By which answers are given: tried again where Slack asks for patience, breaks down or is not reached.

    What is answered twice so is only seen twice. Unasked messages go another way (`post.py`).
    """
    return AsyncWebClient(token, base_url=api_url, timeout=PATIENCE, retry_handlers=_tried_again())


def session() -> aiohttp.ClientSession:
    """Connections to Slack that all answers share, as each new one costs two round trips; it is opened in a loop."""
    return aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=PATIENCE))


def many(client: AsyncWebClient, signing_secret: str, oauth: AsyncOAuthSettings) -> AsyncApp:
    """The app for every workspace that installs it; those that uninstall it, or take its tokens back, are forgotten."""
    app = AsyncApp(client=client, signing_secret=signing_secret, oauth_settings=oauth, process_before_response=True)
    app.enable_token_revocation_listeners()
    return app


def oauth(
    api_url: str, id_and_secret: tuple[str, str], store: AsyncInstallationStore, tokens: Tokens, state_secret: str
) -> AsyncOAuthSettings:
    """How the app is installed. The state is signed, and checked beside a cookie: any replica can take it back."""
    client_id, client_secret = id_and_secret
    state = StatelessOAuthStateStore(expiration_seconds=STATE_KEPT, signing_secret=state_secret)
    settings = AsyncOAuthSettings(
        client_id=client_id,
        client_secret=client_secret,
        scopes=SCOPES,
        authorization_url=urljoin(api_url, "/oauth/v2/authorize"),
        installation_store=store,
        installation_store_bot_only=True,
        state_store=state,
    )
    settings.authorize = ByInstallation(tokens)
    return settings


def once_client(api_url: str, token: str) -> AsyncWebClient:
    """By which each call is made once: what may have been done is not done again."""
    return AsyncWebClient(token, base_url=api_url, timeout=PATIENCE, retry_handlers=[])


def single(client: AsyncWebClient, signing_secret: str) -> AsyncApp:
    """The app for the workspace of the client's token; without a secret only for a socket."""
    logging.getLogger("slack_bolt.AsyncApp").addFilter(_is_news)
    return AsyncApp(client=client, signing_secret=signing_secret, process_before_response=True)


def _is_news(record: logging.LogRecord) -> bool:
    """Bolt reads SLACK_BOT_TOKEN by itself, and warns that the client has one already: the same."""
    return "`token` will be unused" not in record.getMessage()


def _tried_again() -> list[AsyncRetryHandler]:
    return [
        AsyncConnectionErrorRetryHandler(max_retry_count=1),
        AsyncRateLimitErrorRetryHandler(max_retry_count=2),
        AsyncServerErrorRetryHandler(max_retry_count=1),
    ]
