"""The Slack workspaces in which the bot is: the one of its token, or all that have installed the app."""

from __future__ import annotations

from typing import Protocol

from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.oauth.token_rotation.async_rotator import AsyncTokenRotator
from slack_sdk.web.async_client import AsyncWebClient

from adapters.base import Outcome, TransportError
from adapters.part import CannotStart
from adapters.settings import plain
from adapters.slack.build import client, many, oauth, once_client, single
from adapters.slack.errors import NO_ANSWER, code
from adapters.slack.installations import Installations
from adapters.slack.settings import SlackSettings
from adapters.slack.tokens import Tokens


class Workspaces(Protocol):
    """Where the bot is."""

    app: AsyncApp

    async def check(self) -> None:
        """CannotStart where Slack does not take what is configured."""

    async def client_for(self, workspace: str) -> AsyncWebClient:
        """By which unasked messages are sent there, each once; TransportError(NEVER) where the bot is not any more."""


class OneWorkspace:
    """That of SLACK_BOT_TOKEN."""

    def __init__(self, settings: SlackSettings) -> None:
        self._api_url, self._token = settings.slack_api_url, plain(settings.slack_bot_token)
        self.app = single(client(self._api_url, self._token), plain(settings.slack_signing_secret))

    async def check(self) -> None:
        """Asks Slack whose the token is."""
        try:
            await once_client(self._api_url, self._token).auth_test()
        except SlackApiError as error:
            raise CannotStart(f"SLACK_BOT_TOKEN: Slack does not take it: {code(error)}") from None
        except NO_ANSWER as error:
            raise CannotStart(f"SLACK_API_URL: {self._api_url} does not answer: {type(error).__name__}") from None

    async def client_for(self, workspace: str) -> AsyncWebClient:
        """The same for all."""
        return once_client(self._api_url, self._token)


class ManyWorkspaces:
    """All that have installed the app by its page."""

    def __init__(self, settings: SlackSettings, store: Installations) -> None:
        self._api_url, asking = settings.slack_api_url, client(settings.slack_api_url)
        app = settings.slack_client_id or "", plain(settings.slack_client_secret)
        self._tokens = Tokens(store, AsyncTokenRotator(client_id=app[0], client_secret=app[1], client=asking))
        installing = oauth(self._api_url, app, store, self._tokens, plain(settings.kpi_bot_secret_key))
        self.app = many(asking, plain(settings.slack_signing_secret), installing)

    async def check(self) -> None:
        """There may be nobody yet who has installed it."""

    async def client_for(self, workspace: str) -> AsyncWebClient:
        """With the workspace's own token, made new where it is about to end."""
        bot = await self._tokens.bot(None, workspace)
        if bot is None:
            raise TransportError("the app is not installed there", Outcome.NEVER)
        return once_client(self._api_url, bot.bot_token or "")
