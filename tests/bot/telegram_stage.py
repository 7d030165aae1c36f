"""The real bot on a real database, at a Telegram on this machine."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session
from starlette.applications import Starlette

from adapters.base import HearOnce, Who
from adapters.telegram import PLATFORM
from adapters.telegram.app import Telegram, Wire
from adapters.telegram.offering import menus
from adapters.telegram.running import ears_of
from bot.bootstrap import build
from bot.demo.start import new_demo
from bot.loop import Bot
from bot.metrics import Metrics
from bot.people import link
from bot.pool import Pool
from bot.ports import offered, ports_of
from bot.post.traffic import Traffic
from bot.server import listening, serving
from bot.tables import HeardRow
from kpi_engine.model.company import Actor
from kpi_engine.store import load
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import CompanyRow
from tests.adapters.telegram.fake import FakeTelegram
from tests.adapters.telegram.person import Person
from tests.adapters.telegram.playing import Unpaced
from tests.adapters.telegram.state import TOKEN
from tests.stage import MONDAY

WORKSPACE = "99"


@dataclass(frozen=True, slots=True)
class Stage:
    """The server, the bot behind it, and whoever has an account."""

    telegram: FakeTelegram
    bot: Bot

    async def does(self, person: Person, *lines: str) -> str:
        """What stands in their chat after they typed this, or pressed what is in brackets."""
        for line in lines:
            if line.startswith("[") and line.endswith("]"):
                await person.presses(line[1:-1])
            else:
                await person.types(line)
            await self.telegram.settled()
            await all_answered(self.bot)
            assert self.telegram.server.faults == []
        return person.screen()


async def all_answered(bot: Bot) -> None:
    """Returns when whatever was heard is answered; Telegram is told sooner where that takes long."""
    async with asyncio.timeout(60):
        while await asyncio.to_thread(_unanswered, bot):
            await asyncio.sleep(0.005)


def _unanswered(bot: Bot) -> int:
    with Session(bot.engine) as session:
        return session.scalar(select(func.count()).select_from(HeardRow).where(~HeardRow.answered)) or 0


@asynccontextmanager
async def playing(
    bot: Bot, telegram: FakeTelegram, webhook: str = "", hear: HearOnce | None = None
) -> AsyncIterator[Telegram]:
    """The bot at the server, stopped cleanly behind the test; `hear` is around the bot's own."""
    pool = Pool(hear or bot.hear, Traffic(), Metrics())
    ears = ears_of(ports_of(PLATFORM, bot, pool), WORKSPACE)
    wire = Wire(TOKEN, telegram.base, webhook, "secret" if webhook else "")
    adapter = Telegram(wire, ears, menus(offered), Unpaced())
    await adapter.start()
    try:
        yield adapter
    finally:
        await adapter.stop()
        await pool.close()


@asynccontextmanager
async def on_stage(bot: Bot, webhook: str = "") -> AsyncIterator[Stage]:
    """The bot at a new server, which found nothing wrong in the end; it asks for updates, or is posted them."""
    async with FakeTelegram() as telegram, playing(bot, telegram, webhook) as adapter, served(adapter, telegram):
        yield Stage(telegram, bot)
        assert telegram.server.faults == []


@asynccontextmanager
async def served(adapter: Telegram, telegram: FakeTelegram) -> AsyncIterator[None]:
    """The bot's web server, to which the Telegram posts."""
    with listening("127.0.0.1", 0) as listener:
        telegram.deliver_to = f"http://127.0.0.1:{listener.getsockname()[1]}/telegram/webhook"
        async with serving(Starlette(routes=list(adapter.part().routes)), listener):
            yield


def demo_with(url: str, accounts: Mapping[int, str]) -> Bot:
    """The made-up company, in which these accounts belong to these people, by their English names."""
    bot = new_demo(url, lambda: MONDAY)
    with Session(bot.engine) as session, session.begin():
        company = session.scalars(select(CompanyRow.id)).one()
        people = {person.name.en: person for person in load.people(Scope(session, company))}
        for account, name in accounts.items():
            link(session, Who(PLATFORM, WORKSPACE, str(account), name), Actor(company, people[name]), MONDAY)
    return bot


def restarted(bot: Bot, engine: Engine) -> Bot:
    """Another process of the same bot, a minute later."""
    return build(engine, lambda: bot.clock() + timedelta(minutes=1))
