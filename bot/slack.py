"""Slack as a part of the running bot."""

from __future__ import annotations

import time

from pydantic import SecretStr
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy import Engine

from adapters.part import CannotStart, Pace, Part
from adapters.slack.app import listen
from adapters.slack.bot import SlackBot
from adapters.slack.build import client, once_client, single
from adapters.slack.errors import NO_ANSWER, code
from adapters.slack.people import PLATFORM
from adapters.slack.post import SlackPoster
from adapters.slack.socket import Socket
from adapters.slack.web import routes
from bot.pool import Pool
from bot.settings import Settings
from bot.slack_people import SlackPeople

PACE = Pace(per_second=4)
"""Slack takes "several hundred" messages a minute from an app in a workspace, and one a second in a channel."""


def slack_part(settings: Settings, pool: Pool, engine: Engine) -> Part:
    """Slack as it is set up: for one workspace, over a socket or over HTTP."""
    return Slack(settings, pool, engine).part()


class Slack:
    """What runs for Slack."""

    def __init__(self, settings: Settings, pool: Pool, engine: Engine) -> None:
        self._api_url = settings.slack_api_url
        self._token = _secret(settings.slack_bot_token)
        self._app = single(client(self._api_url, self._token), _secret(settings.slack_signing_secret))
        self._socket = Socket(self._app, _secret(settings.slack_app_token)) if settings.slack_app_token else None
        self.working = listen(self._app, _bot(pool, SlackPeople(engine)), time.monotonic)

    def part(self) -> Part:
        """The same as a part of the running bot."""
        ways_in = () if self._socket else routes(self._app)
        return Part(PLATFORM, self.start, self.stop, ways_in, SlackPoster(self._client_for), PACE)

    async def start(self) -> None:
        """Begins to hear; CannotStart where Slack does not take the token."""
        await _check(once_client(self._api_url, self._token), "SLACK_BOT_TOKEN")
        if self._socket:
            await self._socket.open()

    async def stop(self) -> None:
        """Hears no more, and ends when everything heard is answered."""
        if self._socket:
            self._socket.hear_no_more()
        await self.working.done()
        if self._socket:
            await self._socket.close()

    async def _client_for(self, workspace: str) -> AsyncWebClient:
        return once_client(self._api_url, self._token)


def _bot(pool: Pool, people: SlackPeople) -> SlackBot:
    return SlackBot(
        pool.hear,
        lambda who: pool.call(people.words, who),
        lambda workspace, users: pool.call(people.names, workspace, users),
        lambda who: pool.call(people.knows, who),
    )


def _secret(setting: SecretStr | None) -> str:
    return setting.get_secret_value() if setting else ""


async def _check(client: AsyncWebClient, setting: str) -> None:
    """CannotStart where Slack does not know the token; where Slack is not there it may be there later."""
    try:
        await client.auth_test()
    except SlackApiError as error:
        raise CannotStart(f"{setting}: Slack does not take it: {code(error)}") from None
    except NO_ANSWER as error:
        raise CannotStart(f"SLACK_API_URL: {client.base_url} does not answer: {type(error).__name__}") from None
