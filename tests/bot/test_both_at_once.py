"""Slack and Telegram in one process, on one database: whoever has an account on each is one person."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session
from starlette.applications import Starlette

from adapters.slack import PLATFORM as SLACK
from adapters.slack.running import Slack
from adapters.telegram import PLATFORM
from adapters.telegram.app import Telegram, Wire
from adapters.telegram.offering import menus
from adapters.telegram.running import ears_of
from bot import bootstrap
from bot.loop import Bot
from bot.metrics import Metrics
from bot.pool import Pool
from bot.ports import offered, ports_of
from bot.post.traffic import Traffic
from bot.tables import AccountRow, PostRow
from bot.wake.tick import tick
from kpi_engine.store.tables import ActualRow
from tests.adapters.slack.client import Client, over_http
from tests.adapters.slack.fake import FakeSlack
from tests.adapters.slack.town import user
from tests.adapters.telegram.fake import FakeTelegram
from tests.adapters.telegram.person import Person
from tests.adapters.telegram.playing import Unpaced
from tests.adapters.telegram.state import TOKEN
from tests.bot.slack_process import settings
from tests.bot.telegram_stage import WORKSPACE, Stage, demo_with
from tests.stage import MONDAY

THOMAS = 8


@dataclass
class Both:
    """The two platforms, and Thomas at both clients."""

    slack: FakeSlack
    chat: Stage
    at_slack: Client
    at_telegram: Person
    bot: Bot
    now: datetime = MONDAY

    @property
    def in_slack(self) -> list[str]:
        """What was said to him there."""
        return [message.payload["text"] for message in self.slack.messages]

    async def links(self) -> None:
        """He has an account on Telegram, and makes the one in Slack his own."""
        shown = await self.chat.does(self.at_telegram, "/invite me")
        code = re.search(r"start=([0-9A-Z]{12})", shown)
        assert code
        await self.at_slack.command(f"join {code[1]}")

    async def reminds(self, at: datetime) -> None:
        """The clock is at that moment, and all that is owed then has been sent."""
        self.now = at
        await asyncio.to_thread(tick, self.bot.engine, at)
        async with asyncio.timeout(20):
            while await asyncio.to_thread(self._owed):
                await asyncio.sleep(0.05)

    def _owed(self) -> int:
        mine = select(AccountRow.person_id).where(AccountRow.external_id == str(THOMAS))
        owed = select(func.count(PostRow.id)).where(PostRow.settled_at.is_(None), PostRow.person_id.in_(mine))
        with Session(self.bot.engine) as session:
            return session.scalar(owed) or 0

    def values(self) -> int:
        """How many there are."""
        with Session(self.bot.engine) as session:
            return session.scalar(select(func.count(ActualRow.id))) or 0


@asynccontextmanager
async def both(url: str) -> AsyncIterator[Both]:
    """The process with its parts, as `kpi-bot run` has them; neither platform finds anything wrong."""
    async with AsyncExitStack() as running:
        telegram = await running.enter_async_context(FakeTelegram())
        slack = FakeSlack(users={"UTHO": user("Thomas Berger")})
        await slack.start()
        running.push_async_callback(slack.stop)
        bot = replace(
            demo_with(url, {THOMAS: "Thomas Berger"}),
            clock=lambda: found.now,
            join_link="https://t.me/kpi_bot?start={code}",
        )
        running.callback(bot.engine.dispose)
        traffic, metrics = Traffic(), Metrics()
        pool = Pool(bot.hear, traffic, metrics)
        running.push_async_callback(pool.close)
        ears = ears_of(ports_of(PLATFORM, bot, pool), WORKSPACE)
        in_slack = Slack(settings(slack, "http"), ports_of(SLACK, bot, pool))
        on_telegram = Telegram(Wire(TOKEN, telegram.base), ears, menus(offered), Unpaced())
        parts = [in_slack.part(), on_telegram.part()]

        async def settled() -> None:
            for _ in range(5):
                await asyncio.sleep(0)
            await in_slack.working.done()

        client = Client(slack, over_http(Starlette(routes=parts[0].routes)), settled, "UTHO")
        found = Both(slack, Stage(telegram, bot), client, Person(telegram, THOMAS, "Thomas Berger"), bot)
        for part in (*parts, *bootstrap.post(parts, bot, pool, traffic, metrics)):
            await part.start()
            running.push_async_callback(part.stop)
        await found.at_telegram.starts()
        await telegram.settled()
        await asyncio.to_thread(tick, bot.engine, found.now)
        yield found
        assert slack.faults == []
        assert telegram.server.faults == []


def test_two_accounts_are_one_person_by_a_code(blank_url: str) -> None:
    async def played() -> str:
        async with both(blank_url) as found:
            await found.links()
            return found.in_slack[-1]

    assert "Thomas Berger. This account is yours from now on" in asyncio.run(played())


def test_what_is_begun_in_slack_is_finished_on_telegram(blank_url: str) -> None:
    async def played() -> None:
        async with both(blank_url) as found:
            await found.links()
            before = found.values()
            await found.at_slack.command("actual")
            (begun,) = found.slack.views.values()
            shown = await found.chat.does(found.at_telegram, "/kpi", "[Continue]", "5")
            assert "Key-account visits | week 47, 2026 | 5 visits" in shown
            key = next(block["block_id"] for block in begun["blocks"] if block["type"] == "input")
            await found.at_slack.hand_in(begun, {key.partition("+")[2]: "6"})
            assert found.values() == before + 1

    asyncio.run(played())


def test_what_is_begun_on_telegram_is_finished_in_slack(blank_url: str) -> None:
    async def played() -> None:
        async with both(blank_url) as found:
            await found.links()
            await found.chat.does(found.at_telegram, "/actual")
            await found.at_slack.command("continue")
            (modal,) = found.slack.views.values()
            key = next(block["block_id"] for block in modal["blocks"] if block["type"] == "input")
            await found.at_slack.hand_in(modal, {key.partition("+")[2]: "5"})
            assert "5 visits" in found.in_slack[-1]
            assert "5 visits" not in await found.chat.does(found.at_telegram, "6")
            assert found.values()

    asyncio.run(played())


def test_a_reminder_goes_where_the_person_was_last_and_never_to_both(blank_url: str) -> None:
    async def played() -> None:
        async with both(blank_url) as found:
            await found.links()
            slack, chat = len(found.in_slack), found.at_telegram.screen()
            await found.reminds(MONDAY.replace(hour=16, minute=30))
            assert len(found.in_slack) > slack
            assert found.at_telegram.screen() == chat

            found.now += timedelta(hours=1)
            chat, slack = await found.chat.does(found.at_telegram, "/kpi"), len(found.in_slack)
            await found.reminds(MONDAY.replace(hour=16, minute=30) + timedelta(days=7))
            assert len(found.in_slack) == slack
            assert found.at_telegram.screen() != chat

    asyncio.run(played())
