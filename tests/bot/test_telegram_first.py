"""The first to press Start at a new Telegram bot while there is a company elsewhere."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from adapters.base import LOCAL, Who
from bot.loop import Bot
from conversations.event import Said
from conversations.view import Message, Text
from kpi_engine.store.tables import CompanyRow
from tests.adapters.telegram.person import Group, Person
from tests.bot.telegram_stage import Stage, demo_with, on_stage

ASKED = "does your company use me already"


@pytest.fixture
def bot(tmp_path: Path) -> Bot:
    """The made-up company, of whom nobody is on Telegram."""
    return demo_with(f"sqlite:///{tmp_path}/demo.db", {})


def companies(bot: Bot) -> int:
    with Session(bot.engine) as session:
        return session.scalar(select(func.count(CompanyRow.id))) or 0


def code_of_the_owner(bot: Bot) -> str:
    """As the owner reads it at the terminal."""
    (said,) = bot.hear(Who(LOCAL, "", "Chen Zhe", "Chen Zhe"), Said("/kpi invite me"))
    assert isinstance(said, Message)
    text = said.blocks[1]
    assert isinstance(text, Text)
    return text.html.partition("join ")[2].partition("<")[0]


def lived(bot: Bot, webhook: str, scene: Callable[[Stage, Person], Awaitable[str]]) -> str:
    """What stands in the chat of the first behind the scene."""

    async def run() -> str:
        async with on_stage(bot, webhook) as stage:
            return await scene(stage, Person(stage.telegram, 5, "Zhe"))

    return asyncio.run(run())


WAYS = pytest.mark.parametrize("webhook", ["", "https://kpi.example.org/telegram/webhook"], ids=["polling", "webhook"])


@WAYS
def test_the_code_is_typed_in_answer(bot: Bot, webhook: str) -> None:
    async def scene(stage: Stage, first: Person) -> str:
        await first.starts()
        return await stage.does(first, "/report", code_of_the_owner(bot), "/members")

    shown = lived(bot, webhook, scene)
    before, _, after = shown.partition("Welcome to Harbour & Hill Trading, Chen Zhe")
    assert before.count(ASKED) == 2
    assert "Harbour" not in before
    assert "25 people." in after
    assert companies(bot) == 1


@WAYS
def test_the_button_begins_a_new_company_once(bot: Bot, webhook: str) -> None:
    async def scene(stage: Stage, first: Person) -> str:
        await first.starts()
        await stage.telegram.settled()
        (asked,) = stage.telegram.server.messages[5][-1:]
        await asyncio.gather(*(first.presses_on(asked, "We are new here") for _ in range(2)))
        await stage.telegram.settled()
        return await stage.does(first, "Kestrel")

    shown = lived(bot, webhook, scene)
    assert shown.count("What is the company called?") == 1
    assert "Which departments are there?" in shown
    assert companies(bot) == 2


def test_in_a_group_they_are_asked_in_private(bot: Bot) -> None:
    async def scene(stage: Stage, first: Person) -> str:
        group = Group(stage.telegram, -100).open()
        await first.starts()
        await first.types("/report@kpi_bot", group)
        await stage.telegram.settled()
        return group.screen()

    shown = lived(bot, "", scene)
    assert ASKED not in shown
    assert companies(bot) == 1
