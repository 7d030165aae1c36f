"""A link into the bot's chat, pressed twice or heard twice, makes one member, who is greeted once."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from adapters.base import Who
from adapters.telegram import PLATFORM
from bot.loop import Bot
from bot.tables import AccountRow
from conversations.event import Said
from tests.adapters.telegram.fake import FakeTelegram
from tests.adapters.telegram.person import Person
from tests.bot.telegram_stage import WORKSPACE, Stage, demo_with, on_stage, playing

OWNER, NEW = 7, 55
GREETED, KNOWN = "董晓宇，欢迎加入“海岳贸易”！", "这个账号已经绑定到你名下"


@pytest.fixture
def bot(tmp_path: Path) -> Bot:
    """The made-up company, whose owner has an account."""
    made = demo_with(f"sqlite:///{tmp_path}/demo.db", {OWNER: "Chen Zhe"})
    return replace(made, join_link="https://t.me/kpi_bot?start={code}")


async def invited(stage: Stage) -> str:
    """The code for Dong Xiaoyu."""
    owner = Person(stage.telegram, OWNER, "Chen Zhe")
    await owner.starts()
    shown = await stage.does(owner, "/invite Dong Xiaoyu")
    return shown.split("https://t.me/kpi_bot?start=")[1].split()[0]


def accounts(bot: Bot) -> int:
    with Session(bot.engine) as session:
        mine = AccountRow.external_id == str(NEW)
        return session.scalar(select(func.count(AccountRow.id)).where(mine)) or 0


@pytest.mark.parametrize("webhook", ["", "https://kpi.example.org/telegram/webhook"], ids=["polling", "webhook"])
def test_a_link_that_is_pressed_twice_at_once(bot: Bot, webhook: str) -> None:
    async def played() -> str:
        async with on_stage(bot, webhook) as stage:
            new = Person(stage.telegram, NEW, "Xiaoyu", "en")
            code = await invited(stage)
            await asyncio.gather(new.starts(code), new.starts(code))
            await stage.telegram.settled()
            return new.screen()

    shown = asyncio.run(played())
    assert (shown.count(GREETED), shown.count(KNOWN), accounts(bot)) == (1, 1, 1)


def test_a_link_that_is_heard_again_since_the_process_was_killed_before_it_answered(bot: Bot) -> None:
    """The account is linked and the update confirmed by nobody; the next process hears it and greets."""

    async def played() -> str:
        async with FakeTelegram() as telegram:
            async with playing(bot, telegram):
                code = await invited(Stage(telegram, bot))
            new = Person(telegram, NEW, "Xiaoyu", "en")
            await new.starts(code)
            mark = str(telegram.server.updates[0]["update_id"])
            bot.hear(Who(PLATFORM, WORKSPACE, str(NEW), "Xiaoyu", "en"), Said(f"/kpi join {code}"), mark)
            now = bot.clock() + timedelta(minutes=1)
            async with playing(replace(bot, clock=lambda: now), telegram):
                await telegram.settled()
            return new.screen()

    shown = asyncio.run(played())
    assert (shown.count(GREETED), shown.count(KNOWN), accounts(bot)) == (1, 0, 1)


def test_a_link_that_is_delivered_again_after_it_was_answered(bot: Bot) -> None:
    """Killed after the answer and before the update was confirmed."""

    async def played() -> str:
        async with on_stage(bot) as stage:
            new = Person(stage.telegram, NEW, "Xiaoyu", "en")
            code = await invited(stage)
            await new.starts(code)
            (again,) = list(stage.telegram.server.updates)
            await stage.telegram.settled()
            stage.telegram.server.updates.append(again)
            async with stage.telegram.server.changed:
                stage.telegram.server.changed.notify_all()
            await stage.telegram.settled()
            return new.screen()

    shown = asyncio.run(played())
    assert (shown.count(GREETED), shown.count(KNOWN), accounts(bot)) == (1, 0, 1)
