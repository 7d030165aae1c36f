"""A message with more buttons than Telegram takes: all of them can be reached."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from conversations.event import Event, Pressed, Said
from conversations.view import Button, Message, Run, Text, View
from tests.adapters.telegram.chatting import chat, chatting, presses, types
from tests.adapters.telegram.messages import labels
from tests.adapters.telegram.playing import WORDS, Says

PEOPLE = Message((Text("Everybody."),), tuple(Button(f"Person {n}", Run(f"report {n}")) for n in range(1, 201)))
TURNS = (presses("2/5 ▶"), presses("3/5 ▶"), presses("4/5 ▶"), presses("5/5 ▶"))


def people(event: Event) -> Sequence[View]:
    return [PEOPLE] if event == Said("people") else []


def test_two_hundred_buttons_stand_on_five_pages() -> None:
    async def played() -> list[list[str]]:
        pages = []
        async with chatting(Says(people)) as (telegram, ann):
            for does in (types("people"), *TURNS):
                await does(ann)
                await telegram.settled()
                pages.append(list(labels(ann.last())))
        return pages

    pages = asyncio.run(played())
    assert [page[40:] for page in pages] == [
        ["2/5 ▶"],
        ["◀ 1/5", "3/5 ▶"],
        ["◀ 2/5", "4/5 ▶"],
        ["◀ 3/5", "5/5 ▶"],
        ["◀ 4/5"],
    ]
    assert [label for page in pages for label in page[:40]] == [button.label for button in PEOPLE.buttons]


def test_a_button_on_the_last_page_says_what_it_was_drawn_for_and_nothing_is_heard_of_the_turning() -> None:
    bot = Says(people)
    chat(bot, types("people"), *TURNS, presses("◀ 4/5"), presses("5/5 ▶"), presses("Person 200"))
    assert bot.events()[1:] == [Said("people"), Pressed(Run("report 200"))]


def test_buttons_that_are_kept_no_more_say_so() -> None:
    async def played() -> tuple[str, Sequence[str]]:
        bot = Says(people)
        async with chatting(bot) as (telegram, ann):
            await ann.types("people")
            await telegram.settled()
            bot.kept.texts.clear()
            await ann.presses("2/5 ▶")
            await telegram.settled()
            return telegram.server.popped_up[-1], labels(ann.last())

    said, shown = asyncio.run(played())
    assert said == WORDS.old_button
    assert "Person 1" in shown
