"""The bot in a Slack of its own, in a loop of its own: the adapter with real Bolt, over HTTP or over a socket."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine, Mapping, Sequence
from datetime import timedelta
from typing import Any, TypeVar

from starlette.applications import Starlette

from adapters.base import Who
from adapters.slack.app import listen
from adapters.slack.bot import SlackBot
from adapters.slack.build import client, single
from adapters.slack.socket import Socket
from adapters.slack.web import routes
from adapters.slack.words import Prompt, SlackWords
from conversations.event import Event
from conversations.view import View
from tests.adapters.slack.client import SECRET, Client, over_http, over_socket
from tests.adapters.slack.fake import FakeSlack
from tests.adapters.slack.state import Json
from tests.background import Background

T = TypeVar("T")

WORDS = SlackWords(
    title="KPIs",
    go_on="Continue",
    pick="Or choose",
    later="Later",
    close="Close",
    wait="One moment…",
    failed="That did not work.",
    rest="… and more",
    all_of_it="All of it",
    unsent="Not now.",
    unsent_denied="I may not.",
    unsent_large="Too large.",
    in_it="In it:",
    joined="I keep the KPIs here. Try /kpi.",
    prompts_title="Ask me",
    prompts=(Prompt("My day", "/kpi"), Prompt("The report", "/kpi report")),
)
PING = 0.2
"""Seconds between two pings of the tests' sockets."""


class Remembered:
    """Texts under names, in the process."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}

    async def get(self, name: str) -> str | None:
        return self.texts.get(name)

    async def put(self, name: str, text: str) -> None:
        self.texts[name] = text

    async def drop(self, name: str) -> None:
        self.texts.pop(name, None)


class Town:
    """Everything that a test of the adapter needs; its methods wait for what they begin."""

    def __init__(self, hear: Callable[[Who, Event], Sequence[View]], way: str) -> None:
        """`way` is "http" or "socket"."""
        self.heard: list[tuple[Who, Event]] = []
        self.marks: set[str] = set()
        """Under which something was heard: this bot, too, hears it once."""
        self.answered: list[str] = []
        self.greeted: set[Who] = set()
        self.kept = Remembered()
        self.standing: set[tuple[str, int]] = set()
        """The turns of dialogs that are not over."""
        self.names: dict[str, str] = {}
        self.delay = 0.0
        """Seconds that the bot takes to answer."""
        self._hear = hear
        self._loop = Background()
        self.slack = FakeSlack(users={"UANN": user("Ann"), "UBOB": user("王芳", "zh-CN")})
        self.run(self._open(way))

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Does it in the loop."""
        return self._loop.run(work)

    @property
    def modal(self) -> Json:
        """The one that is open."""
        (view,) = self.slack.views.values()
        return view

    def person(self, user: str = "UANN") -> Client:
        """Somebody at their client."""
        return Client(self.slack, self.send, self.settled, user)

    def close(self) -> None:
        """Ends it."""
        self.run(self._close())
        self._loop.close()

    async def _open(self, way: str) -> None:
        await self.slack.start()
        bot = SlackBot(
            self._heard,
            self._answered,
            self._is_first,
            self._words,
            self._names,
            lambda _: self.kept,
            self._stands,
            self._knows,
        )
        self.app = single(client(f"{self.slack.base}/api/", "xoxb-1"), SECRET if way == "http" else "")
        self.working = listen(self.app, bot, time.monotonic)
        self.web = Starlette(routes=routes(self.app))
        self.socket = Socket(self.app, "xapp-1", PING)
        self.send = over_http(self.web) if way == "http" else over_socket(self.slack)
        if way == "socket":
            await self.socket.open()
            while not self.slack.sockets:
                await asyncio.sleep(0.01)

    async def _close(self) -> None:
        await self.socket.close()
        await self.slack.stop()

    async def settled(self) -> None:
        """What was begun is done: a listener begins in the turn of the loop after the acknowledgement."""
        for _ in range(5):
            await asyncio.sleep(0)
        await self.working.done()

    async def _heard(self, who: Who, event: Event, mark: str) -> Sequence[View]:
        if mark and not await self._is_first(who, mark):
            return ()
        self.heard.append((who, event))
        await asyncio.sleep(self.delay)
        return self._hear(who, event)

    async def _answered(self, who: Who, mark: str) -> None:
        self.answered.append(mark)

    async def _is_first(self, who: Who, mark: str, within: timedelta = timedelta(0)) -> bool:
        first = mark not in self.marks
        self.marks.add(mark)
        return first

    async def _words(self, who: Who) -> SlackWords:
        return WORDS

    async def _names(self, workspace: str, users: Sequence[str]) -> Mapping[str, str]:
        return {id: name for id, name in self.names.items() if id in users}

    async def _stands(self, who: Who, run: str, turn: int) -> bool:
        return (run, turn) in self.standing

    async def _knows(self, who: Who) -> bool:
        return who in self.greeted


def user(name: str, locale: str = "en-US", **more: object) -> dict[str, object]:
    """Somebody as users.info tells of them."""
    profile = {"real_name": name, "display_name": ""}
    return {"team_id": "T1", "name": name, "profile": profile, "locale": locale, "tz": "Asia/Shanghai", **more}
