"""Groups in which the bot is spoken to and may not write: whoever asked has the answer in their own chat."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from decimal import Decimal

import pytest

from adapters.telegram.keeping import moved
from conversations.event import Event, Said
from conversations.view import Chart, Form, Message, Question, QuestionKind, Series, Text, View
from tests.adapters.telegram.chatting import chatting
from tests.adapters.telegram.fake import FakeTelegram
from tests.adapters.telegram.person import Group, Person
from tests.adapters.telegram.playing import Says
from tests.adapters.telegram.state import Refused

BOARD = Message((Text("Sales is first."),))
MINE = Message((Text("You are third."),), only_you=True)
ASKED = Form("r1", 1, "kpi", "A value", "", (), (Question("value", QuestionKind.NUMBER, "How many?"),), ())
PROFIT = Chart("Profit", ("Oct", "Nov"), (Series("Actual", (Decimal(1), Decimal(2)), ("1 k", "2 k")),))
NO_RIGHTS = Refused(400, "Bad Request: not enough rights to send text messages to the chat")


def answers(event: Event) -> Sequence[View]:
    match event:
        case Said("/kpi leaderboard"):
            return [BOARD, MINE]
        case Said("/kpi chart"):
            return [BOARD, Message((PROFIT,))]
        case Said("/kpi actual"):
            return [ASKED]
        case _:
            return []


Does = Callable[[FakeTelegram, Group, Person], Awaitable[None]]


def screens(bot: Says, does: Does) -> tuple[str, str]:
    """The group's, and that of Ann, who pressed Start."""

    async def played() -> tuple[str, str]:
        async with chatting(bot) as (telegram, ann):
            group = Group(telegram, -100).open("Sales & Co")
            await does(telegram, group, ann)
            await telegram.settled()
            return group.screen(), ann.screen()

    return asyncio.run(played())


def asks(text: str, refused: Refused) -> Does:
    async def does(telegram: FakeTelegram, group: Group, ann: Person) -> None:
        telegram.server.closed[group.id] = refused
        await ann.types(text, group)

    return does


@pytest.mark.parametrize(
    "refused",
    [
        NO_RIGHTS,
        Refused(400, "Bad Request: have no rights to send a message"),
        Refused(400, "Bad Request: CHAT_WRITE_FORBIDDEN"),
        Refused(400, "Bad Request: TOPIC_CLOSED"),
        Refused(400, "Bad Request: message thread not found"),
        Refused(403, "Forbidden: bot was kicked from the supergroup chat"),
    ],
)
def test_all_of_the_answer_goes_to_whoever_asked(refused: Refused, caplog: pytest.LogCaptureFixture) -> None:
    bot = Says(answers)
    group, own = screens(bot, asks("/leaderboard", refused))
    assert group == "> /leaderboard"
    assert own == "> /start\nI may not write in Sales & Co:\nSales is first.\nYou are third."
    assert len(bot.answered) == 2
    assert caplog.messages == []


def test_what_was_asked_of_one_alone_is_asked_once() -> None:
    group, own = screens(Says(answers), asks("/actual", NO_RIGHTS))
    assert group == "> /actual"
    assert own.count("How many?") == 1


def test_where_only_pictures_are_not_allowed_the_picture_comes_with_its_words() -> None:
    async def does(telegram: FakeTelegram, group: Group, ann: Person) -> None:
        refused = Refused(400, "Bad Request: not enough rights to send photos to the chat")
        telegram.server.next_refusals.append(("sendPhoto", refused))
        await ann.types("/chart", group)

    group, own = screens(Says(answers), does)
    assert group == "> /chart\nSales is first."
    assert own.startswith("> /start\nI may not write in Sales & Co:\nSales is first.\n(picture)")


def test_whoever_never_pressed_start_hears_nothing_and_keeps_nobody_waiting(caplog: pytest.LogCaptureFixture) -> None:
    bot = Says(answers)

    async def does(telegram: FakeTelegram, group: Group, ann: Person) -> None:
        bob = Person(telegram, 8, "Bob")
        telegram.server.closed[group.id] = NO_RIGHTS
        await bob.types("/leaderboard", group)
        await bob.types("/actual", group)
        await telegram.settled()
        assert bob.screen() == ""
        await ann.types("/actual")

    group, own = screens(bot, does)
    assert group == "> /leaderboard\n> /actual"
    assert "How many?" in own
    assert len(bot.answered) == 4
    assert caplog.messages == []


def test_what_else_is_wrong_with_an_answer_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    """Nobody is shown elsewhere what Telegram can't read."""
    _, own = screens(Says(answers), asks("/leaderboard", Refused(400, "Bad Request: can't parse entities")))
    assert own == "> /start"
    assert caplog.messages == ["an update could not be answered"]


def test_a_group_that_became_a_supergroup_before_it_was_answered_is_followed() -> None:
    """What was asked in the old one is answered in the new one."""
    bot = Says(answers)

    async def does(telegram: FakeTelegram, group: Group, ann: Person) -> None:
        old = Group(telegram, -5).open("Sales & Co", "group")
        telegram.server.migrated[old.id] = group.id
        await ann.types("/leaderboard", old)

    group, _ = screens(bot, does)
    assert group == "Sales is first."
    assert moved(-5, bot.kept) == -100
