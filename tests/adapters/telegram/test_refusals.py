"""What Telegram refuses: what becomes of it for whoever waits for the answer."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import pytest

from adapters.telegram import poll
from conversations.event import Event, Pressed, Said, Submitted
from conversations.view import Act, Button, Form, Message, Option, Question, QuestionKind, Text, Turn, View
from tests.adapters.telegram.chatting import chatting
from tests.adapters.telegram.fake import FakeTelegram
from tests.adapters.telegram.person import Group, Person
from tests.adapters.telegram.playing import Says, adapter
from tests.adapters.telegram.state import Refused

DEPARTMENT = Question("department", QuestionKind.CHOICE, "Which department?", options=(Option("1", "Sales"),))
NAME = Question("name", QuestionKind.TEXT, "What is it called?")
DONE = Message((Text("It is done."),))


def form(question: Question) -> Form:
    return Form("r1", 1, "kpi", "A new KPI", "", (), (question,), (Button("Back", Turn("r1", 1, Act.BACK)),))


def asks(event: Event) -> Sequence[View]:
    match event:
        case Said("new") | Pressed(Turn(act=Act.BACK)):
            return [form(DEPARTMENT)]
        case Said("name"):
            return [form(NAME)]
        case Pressed() | Submitted():
            return [DONE]
        case _:
            return []


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pauses that no test waits for."""
    monkeypatch.setattr(poll, "FIRST_PAUSE", 0.01)


def test_a_question_that_is_shown_again_as_it_was_stays_where_it_is() -> None:
    """Telegram says that it is not modified."""

    async def played() -> tuple[str, int]:
        async with chatting(Says(asks)) as (telegram, ann):
            for does in (ann.types("new"), ann.presses("Back")):
                await does
                await telegram.settled()
            return ann.screen(), len(telegram.calls("sendMessage", "deleteMessage"))

    shown, sent = asyncio.run(played())
    assert shown == "> /start\n> new\nA new KPI\n\nWhich department?\n[Sales]\n[Back]"
    assert sent == 1


def test_what_can_be_edited_no_more_is_sent_anew() -> None:
    """The message that was pressed is gone when the answer comes."""

    async def played() -> str:
        async with chatting(Says(asks)) as (telegram, ann):
            await ann.types("new")
            await telegram.settled()
            pressed = ann.last()
            telegram.server.messages[ann.id].pop()
            await ann.presses_on(pressed, "Sales")
            await telegram.settled()
            return ann.screen()

    assert asyncio.run(played()) == "> /start\n> new\nIt is done."


def test_a_typed_answer_counts_though_its_question_was_deleted() -> None:
    async def played() -> str:
        async with chatting(Says(asks)) as (telegram, ann):
            await ann.types("name")
            await telegram.settled()
            telegram.server.messages[ann.id].clear()
            await ann.types("Revenue")
            await telegram.settled()
            return ann.screen()

    assert asyncio.run(played()) == "> Revenue\nIt is done."


def test_an_answer_that_comes_too_early_again_and_again_is_given_up(caplog: pytest.LogCaptureFixture) -> None:
    """It is logged, its update is confirmed, and what is said next is answered."""

    async def played() -> str:
        async with chatting(Says(asks)) as (telegram, ann):
            telegram.server.next_refusals.append(("sendMessage", Refused(429, "Too Many Requests: retry after 3600", retry_after=3600)))  # fmt: skip
            for words in ("new", "name"):
                await ann.types(words)
                await telegram.settled()
            return ann.screen()

    assert asyncio.run(played()).startswith("> /start\n> new\n> name\nA new KPI")
    assert caplog.messages.count("an update could not be answered") == 1


def test_a_group_in_which_the_bot_may_not_write_keeps_nobody_else_waiting(caplog: pytest.LogCaptureFixture) -> None:
    async def played() -> str:
        async with chatting(Says(asks)) as (telegram, ann):
            group = Group(telegram, -100).open()
            telegram.server.next_refusals += [
                ("sendMessage", Refused(403, "Forbidden: bot was kicked from the supergroup chat")),
                ("sendMessage", Refused(403, "Forbidden: bot was kicked from the supergroup chat")),
            ]
            await ann.types("@kpi_bot new", group)
            await telegram.settled()
            await ann.types("name")
            await telegram.settled()
            return ann.screen()

    assert "What is it called?" in asyncio.run(played())
    assert caplog.messages == []


@pytest.mark.parametrize("refused", [Refused(401, "Unauthorized"), Refused(404, "Not Found")])
def test_a_token_that_is_taken_back_is_logged_and_nothing_is_heard_any_more(
    refused: Refused, caplog: pytest.LogCaptureFixture
) -> None:
    async def played() -> list[Event]:
        async with FakeTelegram() as telegram:
            bot = Says()
            telegram.server.next_refusals.append(("getUpdates", refused))
            running = adapter(telegram, bot.ears())
            await running.start()
            await Person(telegram, 7, "Ann").types("one")
            await asyncio.sleep(0.1)
            await running.stop()
            return bot.events()

    assert asyncio.run(played()) == []
    assert caplog.messages == ["Telegram refuses the token; nothing is heard there any more"]


def test_updates_are_asked_for_again_where_the_network_was_lost(caplog: pytest.LogCaptureFixture) -> None:
    async def played() -> list[Event]:
        async with FakeTelegram() as telegram:
            bot = Says()
            telegram.server.next_refusals.append(("getUpdates", Refused(502, "Bad Gateway")))
            running = adapter(telegram, bot.ears())
            await running.start()
            await Person(telegram, 7, "Ann").types("one")
            await telegram.settled()
            await running.stop()
            return bot.events()

    assert asyncio.run(played()) == [Said("one")]
    assert len(caplog.messages) == 1


def test_two_pollers_each_name_the_other_and_no_update_is_lost(caplog: pytest.LogCaptureFixture) -> None:
    async def played() -> set[Event]:
        async with FakeTelegram() as telegram:
            bots = Says(), Says()
            running = [adapter(telegram, bot.ears()) for bot in bots]
            for each in running:
                await each.start()
            async with asyncio.timeout(10):
                while not caplog.messages:
                    await asyncio.sleep(0.01)
            for word in ("one", "two", "three"):
                await Person(telegram, 7, "Ann").types(word)
                await telegram.settled()
            for each in running:
                await each.stop()
            return {event for bot in bots for event in bot.events()}

    assert asyncio.run(played()) == {Said("one"), Said("two"), Said("three")}
    assert all("only one of them may run" in message for message in caplog.messages)
