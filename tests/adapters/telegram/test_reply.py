"""What is typed in reply to a message, as a client does by itself where its keyboard was opened for an answer."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence

import pytest

from adapters.telegram.keeping import opened, put_aside
from conversations.event import Event, Said, Submitted
from conversations.view import Form, Message, Question, QuestionKind, Text, View
from tests.adapters.telegram.chatting import chat, chatting, types
from tests.adapters.telegram.person import Person
from tests.adapters.telegram.playing import Says

ORDERS = Form("r1", 1, "kpi", "Values", "", (), (Question("orders", QuestionKind.NUMBER, "Orders?"),))
VISITS = Form("r1", 2, "kpi", "Values", "", (), (Question("visits", QuestionKind.NUMBER, "Visits?"),))
REPORT = Message((Text("A report."),))


def asks(event: Event) -> Sequence[View]:
    match event:
        case Said("new"):
            return [ORDERS]
        case Submitted(turn=1):
            return [VISITS]
        case Said("/kpi report"):
            return [REPORT]
        case _:
            return []


def test_a_client_answers_what_opened_its_keyboard() -> None:
    async def played() -> str:
        async with chatting(Says(asks)) as (telegram, ann):
            await ann.types("new")
            await telegram.settled()
            await ann.types("30")
            (typed,) = telegram.server.updates
            await telegram.settled()
            return str(typed["message"]["reply_to_message"]["text"])

    assert asyncio.run(played()) == "✏️"


def test_that_answer_is_for_the_question_though_a_reminder_has_come_in_between() -> None:
    async def remind(ann: Person) -> None:
        put_aside(ann.id, bot.kept)

    bot = Says(asks)
    chat(bot, types("new"), remind, types("30"), remind, types("40"))
    assert bot.events()[-2:] == [Submitted("r1", 1, {"orders": "30"}), Said("40")]


@pytest.mark.parametrize(
    ("before", "said_to", "heard"),
    [
        (["new"], "Orders?", Submitted("r1", 1, {"orders": "30"})),
        (["new", "/report"], "Orders?", Submitted("r1", 1, {"orders": "30"})),
        (["new", "/report"], "A report.", Said("30")),
        (["new", "25"], "Visits?", Submitted("r1", 2, {"visits": "30"})),
        (["new", "25"], "Orders?", Said("30")),
        (["/report", "new"], "A report.", Said("30")),
    ],
)
def test_whoever_replies_says_it_to_that_message(before: Sequence[str], said_to: str, heard: Event) -> None:
    """An older question does not take the answer, and gives none to the one that is open."""
    bot = Says(asks)
    chat(bot, *map(types, before), replies(said_to, "30"))
    assert bot.events()[-1] == heard


def test_who_replies_to_a_question_that_is_aside_is_asked_no_more_there() -> None:
    bot = Says(asks)
    shown = chat(bot, types("new"), types("/report"), replies("Orders?", "30"))
    question = opened(7, bot.kept)
    assert shown.endswith("> 30\nValues\n\nVisits?")
    assert shown.count("Orders?") == 1
    assert question is not None
    assert question.key == "visits"


def replies(said_to: str, text: str) -> Callable[[Person], Awaitable[None]]:
    """To the lowest message with these words."""

    async def does(ann: Person) -> None:
        there = ann.telegram.server.messages[ann.id]
        await ann.types(text, reply_to=next(one for one in reversed(there) if said_to in one.get("text", "")))

    return does
