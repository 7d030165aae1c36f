"""What is confirmed and when: nothing is lost with the process, and nothing is done twice while it lives."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from adapters.telegram import poll
from conversations.event import Event, Said
from conversations.view import Message, Text, View
from tests.adapters.telegram.fake import FakeTelegram
from tests.adapters.telegram.person import Person
from tests.adapters.telegram.playing import Says, adapter
from tests.adapters.telegram.state import Refused


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pauses that no test waits for."""
    monkeypatch.setattr(poll, "PATIENCE", 0.05)
    monkeypatch.setattr(poll, "FIRST_PAUSE", 0.01)


class Slow(Says):
    """Answers "slow" only when it is let go."""

    def __init__(self) -> None:
        super().__init__(lambda event: [Message((Text("Good morning."),))])
        self.let_go = asyncio.Event()

    async def hears(self, who: object, event: Event, mark: str) -> Sequence[View]:
        if event == Said("slow"):
            await self.let_go.wait()
        self.heard.append((who, event))  # type: ignore[arg-type]
        return self.says(event)


@asynccontextmanager
async def listening(telegram: FakeTelegram, bot: Slow) -> AsyncIterator[None]:
    running = adapter(telegram, replace(bot.ears(), hear=bot.hears))
    await running.start()
    try:
        yield
    finally:
        bot.let_go.set()
        await running.stop()


async def until_heard(bot: Says, event: Event) -> None:
    async with asyncio.timeout(10):
        while event not in bot.events():
            await asyncio.sleep(0.01)


def test_what_was_answered_behind_one_that_did_not_go_through_is_not_done_again() -> None:
    bot = Slow()

    async def played() -> None:
        async with FakeTelegram() as telegram:
            telegram.server.next_refusals.append(("sendMessage", Refused(502, "Bad Gateway")))
            ann, bob = Person(telegram, 7, "Ann"), Person(telegram, 8, "Bob")
            telegram.server.reachable |= {7, 8}
            await ann.types("one")
            await bob.types("two")
            async with listening(telegram, bot):
                await telegram.settled()
            assert bob.screen() == "> two\nGood morning."
            assert ann.screen() == "> one\nGood morning."

    asyncio.run(played())
    assert sorted(event.text for event in bot.events() if isinstance(event, Said)) == ["one", "one", "two"]


def test_a_hundred_that_wait_keep_nobody_else_waiting() -> None:
    """More than Telegram tells at once: then those that wait are confirmed, and end all the same."""
    bot = Slow()

    async def played() -> None:
        async with FakeTelegram() as telegram:
            for id in range(poll.MOST):
                await Person(telegram, 1000 + id, "Ann").types("slow")
            await Person(telegram, 7, "Bob").types("quick")
            async with listening(telegram, bot):
                await until_heard(bot, Said("quick"))
            assert telegram.server.updates == []

    asyncio.run(played())
    assert bot.events() == [Said("quick"), *[Said("slow")] * poll.MOST]
