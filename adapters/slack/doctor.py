"""How Slack is set up: whether it takes the tokens and what the bot shows; which scopes are missing."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.platform import Finding, Shown, no_answer
from adapters.settings import plain
from adapters.slack.build import once_client
from adapters.slack.drawn import drawn_by
from adapters.slack.errors import NO_ANSWER, code
from adapters.slack.manifest import EVENTS, NEEDED
from adapters.slack.settings import SlackSettings

TAKEN = "takes the token"
ADD_SCOPE = "add it under OAuth & Permissions, and install the app again"
MAKE_TOKEN = "set SLACK_APP_TOKEN anew: an app-level token with the scope connections:write, and Socket Mode turned on"
EVENTS_ON = f"tells nobody which events are on; Event Subscriptions has to have {', '.join(EVENTS)}"
GRANTED = "x-oauth-scopes"
"""The header in which Slack tells what a token may do."""


async def examine(settings: SlackSettings, shown: Shown) -> Sequence[Finding]:
    """What is so and what mends it, asked of Slack: of each token once.

    Which events an app is subscribed to Slack tells nobody but its owner: they are named, to be looked at there.
    """
    client = once_client(settings.slack_api_url, plain(settings.slack_bot_token))
    found = [each async for each in _token(client)]
    if found[0] == Finding(TAKEN):
        found += [Finding(EVENTS_ON), *[each async for each in drawn_by(client, shown())]]
    if settings.slack_app_token:
        found += [each async for each in _line(once_client(settings.slack_api_url, plain(settings.slack_app_token)))]
    return found


async def _token(client: AsyncWebClient) -> AsyncIterator[Finding]:
    try:
        headers = (await client.auth_test()).headers
    except SlackApiError as error:
        yield Finding(f"does not take the token: {code(error)}", "set SLACK_BOT_TOKEN anew")
        return
    except NO_ANSWER as error:
        yield no_answer(error, client.base_url)
        return
    yield Finding(TAKEN)
    for scope in _missing(headers):
        yield Finding(f"scope {scope} is missing: it is needed {NEEDED[scope]}", ADD_SCOPE)


def _missing(headers: Mapping[str, str]) -> list[str]:
    granted = next((value for name, value in headers.items() if name.lower() == GRANTED), "")
    have = {scope.strip() for scope in granted.split(",")}
    return [scope for scope in NEEDED if scope not in have]


async def _line(client: AsyncWebClient) -> AsyncIterator[Finding]:
    try:
        await client.apps_connections_open(app_token=client.token or "")
    except SlackApiError as error:
        yield Finding(f"opens no socket: {code(error) or 'the app token is not taken'}", MAKE_TOKEN)
    except NO_ANSWER:
        return
