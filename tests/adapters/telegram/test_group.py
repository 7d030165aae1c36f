"""Groups: who is meant, what everybody sees, and what only whoever asked."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from adapters.telegram.keeping import moved
from conversations.event import Event, Pressed, Said
from conversations.view import Act, Button, Form, Message, Question, QuestionKind, Run, Text, Tone, Turn, View
from tests.adapters.telegram.fake import FakeTelegram
from tests.adapters.telegram.person import Group, Person
from tests.adapters.telegram.playing import Says, adapter
from tests.adapters.telegram.state import BOT, NOW

BOARD = Message((Text("Sales is first."),), (Button("More", Run("leaderboard more")),))
MINE = Message((Text("You are third."),), only_you=True)
ASKED = Form("r1", 1, "kpi", "A value", "", (), (Question("value", QuestionKind.NUMBER, "How many?"),), (Button("Cancel", Turn("r1", 1, Act.CANCEL)),))  # fmt: skip
OLD = {"sendRichMessage", "editEphemeralMessageText"}


def answers(event: Event) -> Sequence[View]:
    match event:
        case Said("/kpi leaderboard") | Pressed(Run("leaderboard more")):
            return [BOARD, MINE]
        case Said("/kpi actual"):
            return [ASKED]
        case _:
            return []


@asynccontextmanager
async def in_group(bot: Says, absent: set[str], topic: int = 0) -> AsyncIterator[tuple[FakeTelegram, Group, Person]]:
    async with FakeTelegram() as telegram:
        telegram.server.absent |= absent
        running = adapter(telegram, bot.ears())
        await running.start()
        try:
            yield telegram, Group(telegram, -100, topic).open(), Person(telegram, 7, "Ann")
        finally:
            await running.stop()
        assert telegram.server.faults == []


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("/leaderboard", [Said("/kpi leaderboard")]),
        ("/leaderboard@kpi_bot last month", [Said("/kpi leaderboard last month")]),
        ("/kpi@KPI_Bot report", [Said("/kpi report")]),
        ("/leaderboard@other_bot", []),
        ("@kpi_bot report Sales", [Said("report Sales")]),
        ("@kpi_bot", [Said("/kpi")]),
        ("who is first?", []),
    ],
)
def test_only_what_is_meant_for_the_bot_is_heard(text: str, heard: list[Event]) -> None:
    bot = Says()

    async def played() -> None:
        async with in_group(bot, set()) as (telegram, group, ann):
            await ann.types(text, group)
            await telegram.settled()

    asyncio.run(played())
    assert bot.events() == heard


def test_a_reply_to_the_bot_is_meant_for_it() -> None:
    bot = Says(answers)

    async def played() -> None:
        async with in_group(bot, OLD) as (telegram, group, ann):
            await ann.types("/leaderboard", group)
            await telegram.settled()
            board = telegram.server.messages[group.id][1]
            assert board["from"] == BOT
            await ann.types("thanks", group, reply_to=board)
            await telegram.settled()

    asyncio.run(played())
    assert bot.events()[-1] == Said("thanks")


def test_what_is_for_one_alone_goes_into_their_own_chat() -> None:
    async def played() -> tuple[str, str]:
        async with in_group(Says(answers), OLD) as (telegram, group, ann):
            await ann.starts()
            await ann.types("/leaderboard", group)
            await telegram.settled()
            return group.screen(), ann.screen()

    group, own = asyncio.run(played())
    assert group == (
        "> /leaderboard\nSales is first.\n[More]\nThat is for you alone: it is in our own chat.\n[Open our chat]"
    )
    assert own == "> /start\nYou are third."


def test_whoever_never_pressed_start_is_shown_the_way() -> None:
    async def played() -> tuple[str, str]:
        async with in_group(Says(answers), OLD) as (telegram, group, ann):
            await ann.types("/actual", group)
            await telegram.settled()
            note = telegram.calls("sendMessage")[-1].given
            return group.screen(), note["reply_markup"]["inline_keyboard"][0][0]["url"]

    group, link = asyncio.run(played())
    assert group == "> /actual\nPress Start in our own chat first.\n[Open our chat]"
    assert link == "https://t.me/kpi_bot?start=go"


def test_of_those_notes_a_group_has_one_for_each_person() -> None:
    """Also after a restart, and where the one before says something else."""

    async def played() -> str:
        bot = Says(answers)
        async with FakeTelegram() as telegram:
            telegram.server.absent |= OLD
            group, ann, bob = Group(telegram, -100).open(), Person(telegram, 7, "Ann"), Person(telegram, 8, "Bob")
            await bob.starts()
            for asks in (ann.types, bob.types, ann.types, bob.types):
                running = adapter(telegram, bot.ears())
                await running.start()
                await asks("/actual", group)
                await telegram.settled()
                await running.stop()
                await ann.starts()
            assert telegram.server.faults == []
            return group.screen()

    assert asyncio.run(played()) == (
        "> /actual\n> /actual\n"
        "> /actual\nThat is for you alone: it is in our own chat.\n[Open our chat]\n"
        "> /actual\nThat is for you alone: it is in our own chat.\n[Open our chat]"
    )


def test_a_newer_server_shows_it_to_one_in_the_group() -> None:
    async def played() -> tuple[str, list[object]]:
        async with in_group(Says(answers), set()) as (telegram, group, ann):
            await ann.types("/leaderboard", group)
            await telegram.settled()
            await ann.presses("More", group)
            await telegram.settled()
            alone = [call.given.get("ephemeral_message_parameters") for call in telegram.calls("sendMessage")]
            return group.screen(), alone

    group, alone = asyncio.run(played())
    assert "third" not in group
    assert alone[:2] == [None, {"receiver_user_id": 7}]
    assert isinstance(alone[3], dict)
    assert set(alone[3]) == {"receiver_user_id", "callback_query_id"}


@pytest.mark.parametrize("tone", [Tone.REFUSAL, Tone.SUCCESS, Tone.WARNING])
def test_nobody_is_refused_or_thanked_before_the_others(tone: Tone) -> None:
    told = Message((Text("You may not do that."),), tone=tone)

    async def played() -> str:
        async with in_group(Says(lambda event: [told]), set()) as (telegram, group, ann):
            await ann.types("/close", group)
            await telegram.settled()
            return group.screen()

    assert asyncio.run(played()) == "> /close"


def test_a_form_is_filled_in_privately() -> None:
    async def played() -> tuple[str, str]:
        async with in_group(Says(answers), set()) as (telegram, group, ann):
            await ann.starts()
            await ann.types("/actual", group)
            await telegram.settled()
            return group.screen(), ann.screen()

    group, own = asyncio.run(played())
    assert group == "> /actual"
    assert own == "> /start\nA value\n\nHow many?\n[Cancel]\n✏️"


def test_what_has_pages_is_for_ones_own_chat() -> None:
    """What one alone sees in a group is not edited."""
    many = replace(MINE, buttons=tuple(Button(f"Person {n}", Run(f"report {n}")) for n in range(101)))

    async def played() -> tuple[str, str]:
        async with in_group(Says(lambda event: [many]), set()) as (telegram, group, ann):
            await ann.starts()
            await ann.types("/report", group)
            await telegram.settled()
            await ann.presses("2/3 ▶")
            await telegram.settled()
            return group.screen(), ann.screen()

    group, own = asyncio.run(played())
    assert group == "> /report"
    assert "[Person 79]\n[◀ 1/3] [3/3 ▶]" in own


def test_an_answer_stays_in_its_topic_and_under_its_question() -> None:
    async def played() -> None:
        async with in_group(Says(lambda event: [BOARD]), OLD, topic=45) as (telegram, group, ann):
            await ann.types("/leaderboard", group)
            await telegram.settled()
            (sent,) = telegram.calls("sendMessage")
            asked = telegram.server.messages[group.id][0]["message_id"]
            assert sent.given["message_thread_id"] == 45
            assert sent.given["reply_parameters"]["message_id"] == asked

    asyncio.run(played())


def test_a_group_that_became_a_supergroup_is_found_again() -> None:
    bot = Says()

    async def played() -> None:
        async with in_group(bot, set()) as (telegram, _, ann):
            old = Group(telegram, -5).open("Old", "group")
            message = {"message_id": 1, "date": NOW, "chat": telegram.server.chats[old.id], "from": ann._user()}
            await telegram.happens(message={**message, "migrate_to_chat_id": -1005})
            await telegram.settled()

    asyncio.run(played())
    assert moved(-5, bot.kept) == -1005
    assert bot.events() == []
