"""Unasked messages: where they go, and what is told of those that don't."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from telegram import Bot

from adapters.base import Address, Outcome, Poster, Shut, TransportError, parts_of
from adapters.telegram.knows import Knows
from adapters.telegram.post import TelegramPost
from conversations.event import Said
from conversations.view import (
    Button,
    Document,
    Form,
    Message,
    Option,
    Picture,
    Question,
    QuestionKind,
    Run,
    Sheet,
    Table,
    Text,
)
from tests.adapters.telegram.fake import FakeTelegram
from tests.adapters.telegram.person import Group, Person
from tests.adapters.telegram.playing import InMemory, Says, adapter, in_thread
from tests.adapters.telegram.state import Refused

DUE = Message((Text("One value is due."),), (Button("Enter it", Run("actual")),))
BOARD = Message((Text("First:"), Table(("Who", "Score"), (("Ann", "104"),), "lr")))
SCORES = Table(("Who", "Score"), (("Ann", "104"),), "lr")
LONG = Message((Text("<br>".join(["a line of words"] * 600)),))
ANN = Address("99", user="7")


@asynccontextmanager
async def posting() -> AsyncIterator[tuple[FakeTelegram, Poster, Person]]:
    async with FakeTelegram() as telegram:
        running = adapter(telegram, Says().ears())
        await running.start()
        ann = Person(telegram, 7, "Ann")
        poster = running.part().poster
        assert poster
        try:
            await ann.starts()
            await telegram.settled()
            yield telegram, poster, ann
        finally:
            await running.stop()
        assert telegram.server.faults == []


def test_it_goes_into_ones_own_chat_and_can_be_amended() -> None:
    async def played() -> tuple[str, str]:
        async with posting() as (_, poster, ann):
            id = await poster.post(ANN, DUE, "m1")
            before = ann.screen()
            await poster.amend(ANN, id, Message((Text("It is entered."),)))
            return before, ann.screen()

    before, after = asyncio.run(played())
    assert before == "> /start\nOne value is due.\n[Enter it]"
    assert after == "> /start\nIt is entered."


def test_what_is_typed_below_it_is_not_for_the_question_above() -> None:
    question = Question("name", QuestionKind.TEXT, "What is it called?", options=(Option("1", "Revenue"),))
    asking = Form("r1", 1, "kpi", "A new KPI", "", (), (question,))

    async def played() -> Says:
        async with FakeTelegram() as telegram:
            bot = Says(lambda event: [asking] if event == Said("/kpi") else [])
            running, ann = adapter(telegram, bot.ears()), Person(telegram, 7, "Ann")
            await running.start()
            try:
                await ann.starts()
                await telegram.settled()
                poster = running.part().poster
                assert poster
                await poster.post(ANN, DUE, "m1")
                await ann.types("12")
                await telegram.settled()
            finally:
                await running.stop()
            return bot

    assert asyncio.run(played()).events() == [Said("/kpi"), Said("12")]


def test_a_table_takes_the_place_of_words() -> None:
    async def played() -> str:
        async with posting() as (_, poster, ann):
            await poster.amend(ANN, await poster.post(ANN, DUE, "m1"), BOARD)
            return ann.screen()

    assert asyncio.run(played()) == "> /start\nFirst:\nWho | Score | \nAnn | 104 | "


def test_every_part_is_amended_in_its_place() -> None:
    """Nothing new is sent: neither a text nor a picture nor a file."""
    before = Message((Text("Sales: 87"), Picture("A", SCORES), Document("a.xlsx", (Sheet("", (("Ann", "1"),)),))))
    after = replace(before, blocks=(Text("Sales: 91"), Picture("B", SCORES), *before.blocks[2:]))

    async def played() -> tuple[str, str, str, str, int]:
        async with posting() as (telegram, poster, _):
            group = Group(telegram, -100).open()
            to = Address("99", channel="-100")
            first = await poster.post(to, before, "m1")
            shown = group.screen()
            second = await poster.amend(to, first, after)
            sent = telegram.calls("sendMessage", "sendPhoto", "sendDocument")
            return shown, group.screen(), first, second, len(sent)

    shown, amended, first, second, sent = asyncio.run(played())
    assert shown == "Sales: 87\n(picture) A\n(file) a.xlsx"
    assert amended == "Sales: 91\n(picture) B\n(file) a.xlsx"
    assert first == second
    assert len(parts_of(second)) == sent == 3


def test_what_has_fewer_parts_now_leaves_none_behind() -> None:
    async def played() -> str:
        async with posting() as (_, poster, ann):
            id = await poster.post(ANN, Message((Text("Hello"), Picture("A", SCORES))), "m1")
            await poster.amend(ANN, id, Message((Text("Goodbye"),)))
            return ann.screen()

    assert asyncio.run(played()) == "> /start\nGoodbye"


@pytest.mark.parametrize(
    ("refused", "shut"),
    [
        (Refused(403, "Forbidden: bot was kicked from the supergroup chat"), Shut.GONE),
        (Refused(400, "Bad Request: message thread not found"), Shut.GONE),
        (Refused(400, "Bad Request: not enough rights to send text messages to the chat"), Shut.FORBIDDEN),
        (Refused(400, "Bad Request: TOPIC_CLOSED"), Shut.FORBIDDEN),
    ],
)
def test_why_a_group_takes_nothing_is_told(refused: Refused, shut: Shut) -> None:
    async def played() -> TransportError:
        async with posting() as (telegram, poster, _):
            Group(telegram, -100).open()
            telegram.server.next_refusals.append(("sendMessage", refused))
            with pytest.raises(TransportError) as told:
                await poster.post(Address("99", channel="-100"), DUE, "m1")
            return told.value

    told = asyncio.run(played())
    assert (told.outcome, told.shut) == (Outcome.NEVER, shut)


def test_it_goes_to_a_group_and_into_a_topic() -> None:
    async def played() -> tuple[str, object]:
        async with posting() as (telegram, poster, _):
            group = Group(telegram, -100).open()
            await poster.post(Address("99", channel="-100/45"), BOARD, "m1")
            (sent,) = telegram.calls("sendRichMessage")[1:]
            return group.screen(), sent.given["message_thread_id"]

    assert asyncio.run(played()) == ("First:\nWho | Score | \nAnn | 104 | ", 45)


def test_a_group_that_moved_is_followed_and_found_again() -> None:
    async def played() -> str:
        async with posting() as (telegram, poster, _):
            new = Group(telegram, -1005).open()
            telegram.server.migrated[-5] = -1005
            for mark in ("m1", "m2"):
                await poster.post(Address("99", channel="-5"), DUE, mark)
            assert len([one for one in telegram.calls("sendMessage") if one.given["chat_id"] == -5]) == 1
            return new.screen()

    assert asyncio.run(played()) == "One value is due.\n[Enter it]\nOne value is due.\n[Enter it]"


REFUSALS = {
    "blocked": (Refused(403, "Forbidden: bot was blocked by the user"), Outcome.NEVER, None),
    "gone": (Refused(400, "Bad Request: chat not found"), Outcome.NEVER, None),
    "too early": (Refused(429, "Too Many Requests: retry after 9", retry_after=9), Outcome.LATER, 9.0),
    "no answer": (Refused(502, "Bad Gateway"), Outcome.UNKNOWN, None),
}


@pytest.mark.parametrize(("refused", "outcome", "wait"), REFUSALS.values(), ids=REFUSALS.keys())
def test_what_does_not_go_through_is_told_and_not_tried_again(
    refused: Refused, outcome: Outcome, wait: float | None
) -> None:
    async def played() -> TransportError:
        async with posting() as (telegram, poster, _):
            telegram.server.next_refusals.append(("sendMessage", refused))
            with pytest.raises(TransportError) as told:
                await poster.post(ANN, DUE, "m1")
            assert len(telegram.calls("sendMessage")) == 1
            return told.value

    told = asyncio.run(played())
    assert (told.outcome, told.retry_after) == (outcome, wait)


def test_of_half_a_message_nobody_knows_what_was_read() -> None:
    async def played() -> Outcome:
        async with posting() as (telegram, poster, _):
            sending = asyncio.create_task(poster.post(ANN, LONG, "m1"))
            while not telegram.calls("sendMessage"):
                await asyncio.sleep(0)
            telegram.server.next_refusals.append(("sendMessage", Refused(429, "Too Many Requests", retry_after=1)))
            with pytest.raises(TransportError) as told:
                await sending
            return told.value.outcome

    assert asyncio.run(played()) is Outcome.UNKNOWN


def test_nobody_there_means_that_it_may_be_sent_later() -> None:
    async def played() -> Outcome:
        poster = TelegramPost(Bot("99:AA", "http://127.0.0.1:1/bot"), InMemory(), in_thread, Knows())
        with pytest.raises(TransportError) as told:
            await poster.post(ANN, DUE, "m1")
        return told.value.outcome

    assert asyncio.run(played()) is Outcome.LATER


def test_telegram_cannot_be_asked_what_was_sent() -> None:
    async def played() -> Outcome:
        async with posting() as (_, poster, _ann):
            with pytest.raises(TransportError) as told:
                await poster.posted(ANN, "m1")
            return told.value.outcome

    assert asyncio.run(played()) is Outcome.UNKNOWN
