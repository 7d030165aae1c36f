"""Two processes of the bot in one workspace: they share the work, and nobody is answered twice."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from datetime import timedelta

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from adapters.slack import PLATFORM as SLACK
from adapters.slack.running import Slack
from bot import bootstrap
from bot.metrics import Metrics
from bot.pool import Pool
from bot.ports import ports_of
from bot.post.traffic import Traffic
from bot.tables import HeardRow
from conversations.event import Said
from tests.adapters.slack.client import Client, over_socket
from tests.adapters.slack.fake import FakeSlack
from tests.adapters.slack.state import Json
from tests.adapters.slack.town import user
from tests.bot.slack_process import settings
from tests.bot.slack_stage import INTERRUPTED, THOMAS, VISITS, actuals, furnished


class Twins:
    """A workspace with the bot in it twice, each on a line of its own."""

    def __init__(self, engine: Engine, copies: int) -> None:
        """Of each envelope so many copies are sent, on different lines."""
        self.engine = engine
        self.slack = FakeSlack(users={"UTOM": user("Thomas Berger"), "UCAT": user("Cat")})
        self.send = over_socket(self.slack, copies)
        self.running: list[Slack] = []

    async def play(self, scene: Callable[[Twins], Awaitable[None]]) -> None:
        """Both run while the scene is played; nothing that they say may be wrong."""
        async with AsyncExitStack() as stack:
            await self.slack.start()
            stack.push_async_callback(self.slack.stop)
            for _ in range(2):
                await self._begin(stack)
            while len(self.slack.sockets) < 2:
                await asyncio.sleep(0.01)
            await scene(self)
        assert self.slack.faults == []

    def person(self, id: str = "UTOM") -> Client:
        return Client(self.slack, self.send, self.settled, id)

    @property
    def said(self) -> list[str]:
        """The first line of each message."""
        return [message.payload["text"].split("\n")[0] for message in self.slack.messages]

    async def settled(self) -> None:
        await asyncio.sleep(0.1)
        for each in self.running:
            await each.working.done()

    async def _begin(self, stack: AsyncExitStack) -> None:
        bot = bootstrap.build(self.engine)
        pool = Pool(bot.hear, Traffic(), Metrics())
        slack = Slack(settings(self.slack, "socket"), ports_of(SLACK, bot, pool))
        stack.push_async_callback(pool.close)
        await slack.start()
        stack.push_async_callback(slack.stop)
        self.running.append(slack)


@pytest.fixture
def demo(engine: Engine) -> Engine:
    """With the made-up company."""
    furnished(engine)
    return engine


def played(engine: Engine, scene: Callable[[Twins], Awaitable[None]], copies: int = 1) -> Twins:
    twins = Twins(engine, copies)
    asyncio.run(twins.play(scene))
    return twins


def test_they_share_the_work(demo: Engine) -> None:
    """A dialog that one of them began the other goes on with."""

    async def scene(twins: Twins) -> None:
        thomas = twins.person()
        await thomas.say("report")
        await thomas.say(VISITS)
        assert [line.startswith("✅") for line in twins.said] == [False, True]

    before = actuals(demo)
    played(demo, scene)
    assert actuals(demo) == before + 1


def test_what_both_are_given_is_done_and_answered_once(demo: Engine) -> None:
    async def scene(twins: Twins) -> None:
        thomas, counts = twins.person(), []
        await thomas.say(VISITS)
        counts.append(len(twins.said))
        await thomas.command("report")
        counts.append(len(twins.said))
        await thomas.press(0, twins.slack.messages[-1])
        counts.append(len(twins.said))
        await thomas.open("messages")
        await thomas.event(_joined())
        counts.append(len(twins.said))
        assert counts == [1, 2, 2, 3]  # a press takes the place of what it stands in

    before = actuals(demo)
    played(demo, scene, copies=2)
    assert actuals(demo) == before + 1


def test_a_form_that_both_are_given_is_taken_once(demo: Engine) -> None:
    async def scene(twins: Twins) -> None:
        thomas = twins.person()
        await thomas.command("actual Key-account visits")
        (view,) = twins.slack.views.values()
        field = next(block["block_id"] for block in view["blocks"] if block["type"] == "input")
        await thomas.hand_in(view, {field.partition("+")[2]: "5"})
        assert len(twins.said) == 1
        assert "5 visits" in twins.slack.messages[0].payload["text"]

    before = actuals(demo)
    played(demo, scene, copies=2)
    assert actuals(demo) == before + 1


def test_two_clicks_are_one_whoever_hears_them(demo: Engine) -> None:
    async def scene(twins: Twins) -> None:
        thomas = twins.person()
        await thomas.open("home")
        home = twins.slack.homes["UTOM"]
        press = [thomas.pressing("Report", home) for _ in range(2)]
        await asyncio.gather(*(thomas.send("block_actions", each) for each in press))
        await twins.settled()
        assert len(twins.said) == 1
        with Session(demo) as session, session.begin():
            for row in session.scalars(select(HeardRow)):
                row.heard_at -= timedelta(seconds=3)
        await thomas.press("Report", home)
        assert len(twins.said) == 2

    played(demo, scene)


def test_a_stranger_hears_why_not_once(demo: Engine) -> None:
    async def scene(twins: Twins) -> None:
        cat = twins.person("UCAT")
        await cat.say("report")
        await cat.open("messages")
        await cat.open("messages")
        assert len(twins.said) == 2  # an answer and a greeting

    played(demo, scene, copies=2)


def test_what_was_done_and_never_answered_is_told_once(demo: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """One of them is ended between the two; Slack, which has had no acknowledgement, sends the event to the other."""
    monkeypatch.setattr("bot.heard.ANSWERING", timedelta(seconds=1))

    async def scene(twins: Twins) -> None:
        thomas = twins.person()
        said = {"type": "message", "channel": "DUTOM", "channel_type": "im", "user": "UTOM", "ts": "1.1"}
        bootstrap.build(demo).hear(THOMAS, Said(VISITS), "Ev1")
        for _ in range(2):
            await thomas.event({**said, "text": VISITS, "event_ts": "1.1"}, event_id="Ev1")
        assert twins.said == [INTERRUPTED]

    before = actuals(demo)
    played(demo, scene, copies=2)
    assert actuals(demo) == before + 1


def _joined() -> Json:
    joined = {"type": "member_joined_channel", "channel": "C1", "channel_type": "C", "team": "T1", "event_ts": "1.1"}
    return {**joined, "user": "UBOT", "inviter": "UTOM"}
