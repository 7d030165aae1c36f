"""What is wrong with how Slack is set up, a line each with what to do; for the operator."""

from __future__ import annotations

from collections.abc import AsyncIterator

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.build import once_client
from adapters.slack.errors import NO_ANSWER, code
from adapters.slack.manifest import NEEDED
from bot.setting_types import plain
from bot.settings import Settings

ADD_SCOPE = "add it under OAuth & Permissions, and install the app again"
MAKE_TOKEN = "make an app-level token with the scope connections:write, and turn Socket Mode on"
GRANTED = "x-oauth-scopes"
"""The header in which Slack tells what a token may do."""


async def slack_findings(settings: Settings) -> list[str]:
    """Asks Slack; nothing where all is well, or where no token is configured (many workspaces bring their own).

    Which events an app is subscribed to Slack tells nobody but its owner: `kpi-bot manifest slack` has them all.
    """
    return [finding async for finding in _findings(settings)]


async def _findings(settings: Settings) -> AsyncIterator[str]:
    if settings.slack_bot_token:
        async for finding in _bot_token(once_client(settings.slack_api_url, plain(settings.slack_bot_token))):
            yield finding
    if settings.slack_app_token:
        async for finding in _app_token(once_client(settings.slack_api_url, plain(settings.slack_app_token))):
            yield finding


async def _bot_token(client: AsyncWebClient) -> AsyncIterator[str]:
    try:
        headers = (await client.auth_test()).headers
    except SlackApiError as error:
        yield f"SLACK_BOT_TOKEN: {code(error)}: install the app again and copy the token that begins with xoxb-"
        return
    except NO_ANSWER as error:
        yield _unreached(client, error)
        return
    granted = next((value for name, value in headers.items() if name.lower() == GRANTED), "")
    have = {scope.strip() for scope in granted.split(",")}
    for scope, purpose in NEEDED.items():
        if scope not in have:
            yield f"Slack: scope {scope} is missing ({purpose}): {ADD_SCOPE}"


async def _app_token(client: AsyncWebClient) -> AsyncIterator[str]:
    try:
        await client.apps_connections_open(app_token=client.token or "")
    except SlackApiError as error:
        yield f"SLACK_APP_TOKEN: {code(error)}: {MAKE_TOKEN}"
    except NO_ANSWER as error:
        yield _unreached(client, error)


def _unreached(client: AsyncWebClient, error: BaseException) -> str:
    why = type(error).__name__
    return f"SLACK_API_URL: {client.base_url}: {why}: is the address right, and may this machine reach it?"
