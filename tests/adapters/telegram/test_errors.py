"""What goes wrong between the bot and Telegram, and what comes of it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import replace

import httpx
import pytest
from starlette.applications import Starlette
from telegram.error import RetryAfter

from adapters.part import CannotStart
from adapters.telegram import pace, poll
from adapters.telegram.app import Telegram, Wire
from adapters.telegram.limits import ANSWERS_PER_CHAT
from adapters.telegram.pace import Throttle
from conversations.event import Event, Pressed, Said
from conversations.view import Button, Message, Run, Text, View
from tests.adapters.telegram.fake import FakeTelegram
from tests.adapters.telegram.person import Person
from tests.adapters.telegram.playing import Says, Unpaced, adapter
from tests.adapters.telegram.state import TOKEN, Refused

HERE = Message((Text("Here."),), (Button("Report", Run("report")),))


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pauses that no test waits for."""
    monkeypatch.setattr(poll, "FIRST_PAUSE", 0.01)


def says_here(event: Event) -> Sequence[View]:
    return [HERE]


async def started(telegram: FakeTelegram, bot: Says) -> tuple[Telegram, Person]:
    running = adapter(telegram, bot.ears())
    await running.start()
    return running, Person(telegram, 7, "Ann")


def test_too_many_requests_are_waited_out() -> None:
    async def played() -> str:
        async with FakeTelegram() as telegram:
            bot = Says(says_here)
            running = Telegram(Wire(TOKEN, telegram.base), bot.ears(), (), Throttle())
            await running.start()
            ann = Person(telegram, 7, "Ann")
            telegram.server.next_refusals.append(("sendMessage", Refused(429, "Too Many Requests: retry after 1", retry_after=1)))  # fmt: skip
            await ann.starts()
            await telegram.settled()
            await running.stop()
            return ann.screen()

    assert asyncio.run(played()) == "> /start\nHere.\n[Report]"


def test_a_wait_that_is_too_long_is_given_up() -> None:
    async def refused() -> None:
        raise RetryAfter(3600)

    async def played() -> None:
        with pytest.raises(RetryAfter):
            await Throttle().process_request(refused, (), {}, "sendMessage", {"chat_id": 7}, None)

    asyncio.run(played())


def test_answers_to_one_chat_come_in_little_bursts() -> None:
    burst, seconds = ANSWERS_PER_CHAT

    async def played() -> float:
        async def send() -> bool:
            return True

        paced, loop = Throttle(), asyncio.get_running_loop()
        begun = loop.time()
        for _ in range(int(burst) + 1):
            await paced.process_request(send, (), {}, "sendMessage", {"chat_id": 7}, None)
        return loop.time() - begun

    assert asyncio.run(played()) >= seconds / burst * 0.9


@pytest.mark.parametrize("limit", ["ANSWERS_PER_CHAT", "ANSWERS_PER_GROUP", "ANSWERS_ALTOGETHER"])
def test_one_message_too_many_waits_and_what_is_no_message_does_not(
    limit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("ANSWERS_PER_CHAT", "ANSWERS_PER_GROUP", "ANSWERS_ALTOGETHER"):
        monkeypatch.setattr(pace, name, (3 if name == limit else 100, 3600.0))
    chat = -100 if limit == "ANSWERS_PER_GROUP" else 7

    async def send() -> bool:
        return True

    async def played() -> None:
        paced = Throttle()
        for _ in range(3):
            await paced.process_request(send, (), {}, "sendMessage", {"chat_id": chat}, None)
        await paced.process_request(send, (), {}, "answerCallbackQuery", {}, None)
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(
                paced.process_request(send, (), {}, "editMessageText", {"chat_id": chat}, None), 0.05
            )

    asyncio.run(played())


def test_whoever_has_blocked_the_bot_is_not_a_fault(caplog: pytest.LogCaptureFixture) -> None:
    async def played() -> list[str]:
        async with FakeTelegram() as telegram:
            bot = Says(says_here)
            running, ann = await started(telegram, bot)
            await ann.blocks()
            await ann.types("x")
            await telegram.settled()
            await running.stop()
            return bot.answered

    with caplog.at_level(logging.WARNING, "adapters"):
        assert len(asyncio.run(played())) == 1
    assert caplog.messages == []


def test_what_the_network_swallowed_is_heard_again() -> None:
    """The fake says 502 to the answer, so that the update is not confirmed and comes anew."""

    async def played() -> tuple[Says, str]:
        async with FakeTelegram() as telegram:
            bot = Says(says_here)
            running, ann = await started(telegram, bot)
            telegram.server.next_refusals.append(("sendMessage", Refused(502, "Bad Gateway")))
            await ann.starts()
            await telegram.settled()
            await running.stop()
            return bot, ann.screen()

    bot, screen = asyncio.run(played())
    assert bot.events() == [Said("/kpi"), Said("/kpi")]
    assert screen == "> /start\nHere.\n[Report]"
    assert len(bot.answered) == 1


def test_an_answer_that_never_goes_through_is_given_up(caplog: pytest.LogCaptureFixture) -> None:
    async def played() -> str:
        async with FakeTelegram() as telegram:
            bot = Says(says_here)
            running, ann = await started(telegram, bot)
            telegram.server.next_refusals += [("sendMessage", Refused(502, "Bad Gateway"))] * 6
            for does in (ann.starts(), ann.types("still there?")):
                await does
                await telegram.settled()
            await running.stop()
            return ann.screen()

    assert asyncio.run(played()).endswith("Here.\n[Report]")
    assert caplog.messages.count("an update could not be answered") == 1


def test_another_poller_is_named_and_outlived(caplog: pytest.LogCaptureFixture) -> None:
    async def played() -> list[Event]:
        async with FakeTelegram() as telegram:
            bot = Says()
            running, ann = await started(telegram, bot)
            telegram.server.next_refusals.append(("getUpdates", Refused(409, "Conflict: terminated by other getUpdates request")))  # fmt: skip
            await ann.types("one")
            await telegram.settled()
            await ann.types("two")
            await telegram.settled()
            await running.stop()
            return bot.events()

    assert asyncio.run(played()) == [Said("one"), Said("two")]
    assert any("only one of them may run" in message for message in caplog.messages)


def test_a_server_that_cannot_be_reached_is_waited_for() -> None:
    async def played() -> list[Event]:
        async with FakeTelegram() as telegram:
            bot = Says()
            telegram.server.next_refusals += [("getMe", Refused(502, "Bad Gateway"))]
            running, ann = await started(telegram, bot)
            await ann.types("one")
            await telegram.settled()
            await running.stop()
            return bot.events()

    assert asyncio.run(played()) == [Said("one")]


def test_a_token_that_telegram_refuses_is_named() -> None:
    async def played() -> None:
        async with FakeTelegram() as telegram:
            running = Telegram(Wire("99:WRONG", telegram.base), Says().ears(), (), Unpaced())
            with pytest.raises(CannotStart, match="TELEGRAM_BOT_TOKEN"):
                await running.start()

    asyncio.run(played())


def test_a_press_that_is_answered_too_late_is_done_all_the_same() -> None:
    async def played() -> list[Event]:
        async with FakeTelegram() as telegram:
            bot = Says(says_here)
            running, ann = await started(telegram, bot)
            await ann.starts()
            await telegram.settled()
            telegram.server.next_refusals.append(("answerCallbackQuery", Refused(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")))  # fmt: skip
            await ann.presses("Report")
            await telegram.settled()
            await running.stop()
            assert telegram.server.faults == []
            return bot.events()

    assert asyncio.run(played()) == [Said("/kpi"), Pressed(Run("report"))]


def test_one_persons_updates_are_in_order_and_several_peoples_at_once() -> None:
    """Bob is answered while Ann's first word still waits; her second comes after it."""

    async def played() -> list[str]:
        async with FakeTelegram() as telegram:
            bot, done = Says(), asyncio.Event()
            ears, order = bot.ears(), []

            async def slowly(who: object, event: Event, mark: str) -> Sequence[View]:
                assert isinstance(event, Said)
                if event.text == "ann 1":
                    await done.wait()
                order.append(event.text)
                if event.text == "bob 1":
                    done.set()
                return ()

            running = adapter(telegram, replace(ears, hear=slowly))
            ann, bob = Person(telegram, 7, "Ann"), Person(telegram, 8, "Bob")
            for one in (ann.types("ann 1"), ann.types("ann 2"), bob.types("bob 1")):
                await one
            await running.start()
            await telegram.settled()
            await running.stop()
            return order

    assert asyncio.run(played()) == ["bob 1", "ann 1", "ann 2"]


UPDATE = {"update_id": 1, "message": {"message_id": 1, "date": 1, "chat": {"id": 7, "type": "private", "first_name": "Ann"}, "from": {"id": 7, "is_bot": False, "first_name": "Ann"}, "text": "x"}}  # fmt: skip


def test_nobody_waits_long_for_somebody_elses_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ann's answer takes for ever; Bob writes later and is answered all the same, and neither is confirmed before her."""
    monkeypatch.setattr(poll, "PATIENCE", 0.05)

    async def played() -> list[str]:
        async with FakeTelegram() as telegram:
            heard, done = list[str](), asyncio.Event()

            async def slowly(who: object, event: Event, mark: str) -> Sequence[View]:
                assert isinstance(event, Said)
                if event.text == "ann":
                    await done.wait()
                heard.append(event.text)
                return ()

            running = adapter(telegram, replace(Says().ears(), hear=slowly))
            await running.start()
            await Person(telegram, 7, "Ann").types("ann")
            await Person(telegram, 8, "Bob").types("bob")
            async with asyncio.timeout(10):
                while not heard:
                    await asyncio.sleep(0.01)
            await asyncio.sleep(0.2)
            assert len(telegram.server.updates) == 2
            done.set()
            await running.stop()
            assert telegram.server.updates == []
            return heard

    assert asyncio.run(played()) == ["bob", "ann"]


class TestWebhook:
    """Telegram posts to our one server."""

    URL = "https://kpi.example.org/telegram/webhook"

    @pytest.mark.parametrize(
        ("secret", "body", "status", "heard"),
        [
            ("secret", UPDATE, 200, 1),
            ("wrong", UPDATE, 403, 0),
            ("", UPDATE, 403, 0),
            ("sécret", UPDATE, 403, 0),
            ("secret", {"x": 1}, 400, 0),
            ("secret", [1], 400, 0),
        ],
    )
    def test_only_telegram_is_heard(self, secret: str, body: object, status: int, heard: int) -> None:
        bot = Says()

        async def played() -> int:
            async with FakeTelegram() as telegram:
                running = adapter(telegram, bot.ears(), self.URL)
                await running.start()
                assert telegram.server.webhook["url"] == self.URL
                answer = await self.post(running, secret, body)
                await running.stop()
                return answer.status_code

        assert asyncio.run(played()) == status
        assert len(bot.events()) == heard

    def test_what_was_not_answered_is_to_be_posted_again(self) -> None:
        async def played() -> list[int]:
            async with FakeTelegram() as telegram:
                running = adapter(telegram, Says(says_here).ears(), self.URL)
                await running.start()
                Person(telegram, 7, "Ann")._user()
                telegram.server.reachable.add(7)
                telegram.server.next_refusals.append(("sendMessage", Refused(502, "Bad Gateway")))
                codes = [(await self.post(running, "secret", UPDATE)).status_code for _ in range(2)]
                await running.stop()
                return codes

        assert asyncio.run(played()) == [503, 200]

    async def post(self, running: Telegram, secret: str, body: object) -> httpx.Response:
        app = Starlette(routes=list(running.part().routes))
        headers = {b"X-Telegram-Bot-Api-Secret-Token": secret.encode()}
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://x") as client:
            return await client.post("/telegram/webhook", json=body, headers=headers)
