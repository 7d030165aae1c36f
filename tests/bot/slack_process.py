"""A process of the real bot at a Slack on this machine, by a clock that is handed in."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from datetime import datetime

from pydantic import SecretStr
from slack_sdk.oauth.installation_store import Bot as Installed
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.applications import Starlette

from adapters.part import Pace, Part
from adapters.slack import PLATFORM
from adapters.slack.installations import Installations
from adapters.slack.running import Slack
from adapters.slack.settings import SlackSettings
from bot import bootstrap
from bot.metrics import Metrics
from bot.pool import Pool
from bot.ports import ports_of
from bot.post import letters
from bot.post.lanes import Lane
from bot.post.limits import Limits
from bot.post.traffic import Traffic
from bot.tables import PostRow, PostState, WorkspaceRow
from tests.adapters.slack.client import SECRET, Client, Send, over_http, over_socket
from tests.adapters.slack.fake import FakeSlack
from tests.adapters.slack.methods import BOT, BOT_USER, TEAM
from tests.stage import quick

KEY = "k" * 32
"""Seals the tokens of workspaces."""


class Process:
    """What `kpi-bot run` runs for Slack: its way in, the bot, and the post. Begun and ended as often as one likes."""

    def __init__(self, slack: FakeSlack, url: str, clock: Callable[[], datetime], way: str) -> None:
        """`way` is "http" or "socket" for one workspace, or "many" for all that have installed the app."""
        self._slack = slack
        self._url = url
        self._clock = clock
        self._way = way

    async def begin(self) -> None:
        """Returns when Slack reaches it."""
        bot = bootstrap.build(quick(self._url), self._clock)
        self._bot, self._traffic, metrics = bot, _Unlimited(), Metrics()
        self._pool = Pool(bot.hear, self._traffic, metrics)
        self._ports = ports_of(PLATFORM, bot, self._pool, KEY)
        self._running = Slack(settings(self._slack, self._way), self._ports)
        ways_in = self._running.part()
        self._parts = [ways_in, *bootstrap.post([ways_in], bot, self._pool, self._traffic, metrics)]
        for part in self._parts:
            await part.start()
        self.send = await self._reached(ways_in)

    async def end(self) -> None:
        """Ends it when all is answered."""
        for part in reversed(self._parts):
            await part.stop()
        await self._pool.close()
        self._bot.engine.dispose()

    async def settled(self) -> None:
        """What was begun is done, and who is owed a message by now has it."""
        for _ in range(5):
            await asyncio.sleep(0)
        await self._running.working.done()
        while await self._pool.call(self._is_owed):
            self._traffic.bell.set()
            await asyncio.sleep(0.005)

    async def install(self, *teams: str) -> None:
        """These workspaces have the app from now on; each has a token of its own."""
        store = Installations(self._ports.sealed(), self._ports.in_thread)
        for team in teams:
            await store.async_save_bot(
                Installed(team_id=team, bot_token=f"xoxb-{team}", bot_id=BOT, bot_user_id=BOT_USER, installed_at=0.0)
            )

    def client(self, user: str, team: str = TEAM) -> Client:
        """Somebody in a workspace."""
        return Client(self._slack, self.send, self.settled, user, team)

    async def _reached(self, part: Part) -> Send:
        if self._way != "socket":
            return over_http(Starlette(routes=list(part.routes)))
        async with asyncio.timeout(5):
            while not self._slack.sockets:
                await asyncio.sleep(0.01)
        return over_socket(self._slack)

    def _is_owed(self) -> bool:
        with Session(self._bot.engine) as session:
            sending = session.scalars(select(PostRow.id).where(PostRow.state == PostState.SENDING)).first()
            due = (letters.waiting(session, lane, self._clock()) for lane in _lanes(session))
            return sending is not None or any(due)


def _lanes(session: Session) -> Iterator[Lane]:
    """Of all workspaces, whoever holds them."""
    rows = session.scalars(select(WorkspaceRow))
    return (Lane(row.id, row.platform, row.external_id, row.company_id) for row in rows)


def settings(slack: FakeSlack, way: str) -> SlackSettings:
    """Of a bot in the workspace of that Slack, by HTTP or by a socket, or in many."""
    if way == "many":
        return SlackSettings(
            slack_api_url=f"{slack.base}/api/",
            slack_signing_secret=SecretStr(SECRET),
            slack_client_id="1.2",
            slack_client_secret=SecretStr("client-secret"),
            kpi_bot_secret_key=SecretStr(KEY),
        )
    return SlackSettings(
        slack_api_url=f"{slack.base}/api/",
        slack_bot_token=SecretStr("xoxb-1"),
        slack_app_token=SecretStr("xapp-1") if way == "socket" else None,
        slack_signing_secret=SecretStr(SECRET) if way == "http" else None,
    )


class _Unlimited(Traffic):
    """Of a platform that takes everything at once."""

    def lane(self, platform: str, workspace: str) -> Limits:
        return _NoLimits(Pace())


class _NoLimits(Limits):
    def free_at(self, chat: str, *, shared: bool = False) -> float:
        return 0.0
