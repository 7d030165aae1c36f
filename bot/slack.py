"""Slack as a part of the running bot."""

from __future__ import annotations

import time

from sqlalchemy import Engine

from adapters.part import Pace, Part
from adapters.slack.app import listen
from adapters.slack.bot import SlackBot
from adapters.slack.build import session
from adapters.slack.people import PLATFORM
from adapters.slack.post import SlackPoster
from adapters.slack.socket import Socket
from adapters.slack.web import routes
from bot import clock
from bot.kept import KeptTexts
from bot.kept_soon import KeptSoon
from bot.loop import Bot
from bot.pool import Pool
from bot.seal import Seal
from bot.setting_types import plain
from bot.settings import Settings
from bot.slack_installations import Installations
from bot.slack_people import SlackPeople, words_in
from bot.slack_workspaces import ManyWorkspaces, OneWorkspace, Workspaces
from kpi_engine.model.name import Language

PACE = Pace(per_second=4, per_group_minute=60)
"""Slack takes "several hundred" messages a minute from an app in a workspace, and one a second in a channel."""


def slack_part(settings: Settings, bot: Bot, pool: Pool) -> Part:
    """Slack as it is set up: for one workspace or for many, over a socket or over HTTP."""
    return Slack(settings, bot, pool).part()


class Slack:
    """What runs for Slack."""

    def __init__(self, settings: Settings, bot: Bot, pool: Pool) -> None:
        self.workspaces = _workspaces(settings, pool, bot.engine)
        app, token = self.workspaces.app, plain(settings.slack_app_token)
        self._client = app.client
        self._socket = Socket(app, token) if token else None
        self.working = listen(app, _heard_by(bot, pool), time.monotonic)

    def part(self) -> Part:
        """The same as a part of the running bot."""
        ways_in = () if self._socket else routes(self.workspaces.app)
        return Part(PLATFORM, self.start, self.stop, ways_in, _poster(self.workspaces), PACE)

    async def start(self) -> None:
        """Begins to hear; CannotStart where Slack does not take the token."""
        await self.workspaces.check()
        self._client.session = session()
        if self._socket:
            await self._socket.open()

    async def stop(self) -> None:
        """Hears no more, and ends when everything heard is answered."""
        if self._socket:
            self._socket.hear_no_more()
        await self.working.done()
        if self._socket:
            await self._socket.close()
        if self._client.session:
            await self._client.session.close()


def slack_poster(settings: Settings, pool: Pool, engine: Engine) -> SlackPoster:
    """What sends alone, where nothing is heard."""
    return _poster(_workspaces(settings, pool, engine))


def _poster(workspaces: Workspaces) -> SlackPoster:
    return SlackPoster(workspaces.client_for, lambda language: words_in(Language(language)))


def _workspaces(settings: Settings, pool: Pool, engine: Engine) -> Workspaces:
    if settings.slack_client_id is None:
        return OneWorkspace(settings)
    seal = Seal(plain(settings.kpi_bot_secret_key))
    return ManyWorkspaces(settings, Installations(engine, pool, seal, clock.now))


def _heard_by(bot: Bot, pool: Pool) -> SlackBot:
    people = SlackPeople(bot.engine)
    return SlackBot(
        hear=pool.hear,
        answered=lambda who, mark: pool.call(bot.answered, who, mark),
        is_first=lambda who, mark, within: pool.call(bot.is_first, who, mark, within),
        words=lambda who: pool.call(people.words, who),
        names=lambda workspace, users: pool.call(people.names, workspace, users),
        kept=lambda workspace: KeptSoon(KeptTexts(bot.engine, bot.clock, PLATFORM, workspace), pool),
        stands=lambda who, run, turn: pool.call(people.stands, who, run, turn),
        knows=lambda who: pool.call(people.knows, who),
    )
