"""What is wrong with how Slack is set up beside its token: scopes that are missing, an app token that is none."""

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
MAKE_TOKEN = "set SLACK_APP_TOKEN anew: an app-level token with the scope connections:write, and Socket Mode turned on"
GRANTED = "x-oauth-scopes"
"""The header in which Slack tells what a token may do."""


async def slack_findings(settings: Settings) -> list[tuple[str, str]]:
    """What is wrong and what mends it, asked of Slack; nothing where it does not answer, or all is well.

    Which events an app is subscribed to Slack tells nobody but its owner: `kpi-bot manifest slack` has them all.
    """
    found: list[tuple[str, str]] = []
    if settings.slack_bot_token:
        found += [each async for each in _scopes(once_client(settings.slack_api_url, plain(settings.slack_bot_token)))]
    if settings.slack_app_token:
        found += [each async for each in _line(once_client(settings.slack_api_url, plain(settings.slack_app_token)))]
    return found


async def _scopes(client: AsyncWebClient) -> AsyncIterator[tuple[str, str]]:
    try:
        headers = (await client.auth_test()).headers
    except (SlackApiError, *NO_ANSWER):
        return
    granted = next((value for name, value in headers.items() if name.lower() == GRANTED), "")
    have = {scope.strip() for scope in granted.split(",")}
    for scope, purpose in NEEDED.items():
        if scope not in have:
            yield f"scope {scope} is missing: it is needed {purpose}", ADD_SCOPE


async def _line(client: AsyncWebClient) -> AsyncIterator[tuple[str, str]]:
    try:
        await client.apps_connections_open(app_token=client.token or "")
    except SlackApiError as error:
        yield f"opens no socket: {code(error) or 'the app token is not taken'}", MAKE_TOKEN
    except NO_ANSWER:
        return
