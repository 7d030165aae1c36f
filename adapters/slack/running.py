"""Slack as a part of the running bot: the adapter with the bot's ports and its own words."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from adapters.base import Who
from adapters.part import Part
from adapters.ports import Ports
from adapters.settings import plain
from adapters.slack import PLATFORM
from adapters.slack.app import listen
from adapters.slack.bot import SlackBot
from adapters.slack.build import session
from adapters.slack.installations import Installations
from adapters.slack.kept_soon import KeptSoon
from adapters.slack.limits import PACE
from adapters.slack.post import SlackPoster
from adapters.slack.settings import SlackSettings
from adapters.slack.socket import Socket
from adapters.slack.web import routes
from adapters.slack.words import SlackWords, slack_words
from adapters.slack.workspaces import ManyWorkspaces, OneWorkspace, Workspaces


class Slack:
    """What runs for Slack as it is set up: for one workspace or for many, over a socket or over HTTP."""

    def __init__(self, settings: SlackSettings, ports: Ports) -> None:
        self._ports = ports
        self.workspaces = _workspaces(settings, ports)
        app, token = self.workspaces.app, plain(settings.slack_app_token)
        self._client = app.client
        self._socket = Socket(app, token) if token else None
        self.working = listen(app, _heard_by(ports), time.monotonic)

    def part(self) -> Part:
        """The same as a part of the running bot."""
        ways_in = () if self._socket else routes(self.workspaces.app)
        return Part(PLATFORM, self.start, self.stop, ways_in, _poster(self.workspaces, self._ports), PACE)

    async def start(self) -> None:
        """Begins to hear; CannotStart where Slack does not take the token."""
        await self.workspaces.check()
        if self._socket:
            await self._socket.open()
        self._client.session = session()

    async def stop(self) -> None:
        """Hears no more, and ends when everything heard is answered."""
        if self._socket:
            self._socket.hear_no_more()
        await self.working.done()
        if self._socket:
            await self._socket.close()
        if self._client.session:
            await self._client.session.close()


@asynccontextmanager
async def poster(settings: SlackSettings, ports: Ports) -> AsyncIterator[SlackPoster]:
    """What sends alone, where nothing is heard."""
    yield _poster(_workspaces(settings, ports), ports)


def _poster(workspaces: Workspaces, ports: Ports) -> SlackPoster:
    return SlackPoster(workspaces.client_for, lambda language: slack_words(language, ports.commands(language)))


def _workspaces(settings: SlackSettings, ports: Ports) -> Workspaces:
    if settings.slack_client_id is None:
        return OneWorkspace(settings)
    return ManyWorkspaces(settings, Installations(ports.sealed(), ports.in_thread))


def _heard_by(ports: Ports) -> SlackBot:
    async def words(who: Who) -> SlackWords:
        language = await ports.reads(who)
        return slack_words(language, ports.commands(language))

    return SlackBot(
        hear=ports.hear,
        answered=ports.answered,
        is_first=ports.is_first,
        words=words,
        names=ports.names,
        kept=lambda workspace: KeptSoon(ports.kept(workspace), ports.in_thread),
        stands=ports.stands,
        knows=ports.knows,
    )
