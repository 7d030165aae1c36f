"""Telegram as a part of the running bot: the adapter with the bot's ears, words and menus."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from typing import TypeVar

from sqlalchemy.orm import Session
from telegram.error import TelegramError

from adapters.base import Who
from adapters.part import Part
from adapters.telegram.app import Telegram, Wire, name_of, plain_bot
from adapters.telegram.ears import Ears
from adapters.telegram.pace import Pace
from adapters.telegram.post import TelegramPost, posting
from adapters.telegram.read import PLATFORM
from adapters.telegram.words import ChatWords, Menu
from bot.heard import nobody_answers
from bot.kept import KeptTexts
from bot.loop import Bot
from bot.pool import Pool
from bot.settings import Settings
from conversations.commands import COMMANDS
from conversations.texts import NO_CURRENCY, texts_for
from kpi_engine.model.name import Language

T = TypeVar("T")

MY_DAY = "kpi"
NOT_OFFERED = ("start", "join")
"""A client has `/start` by itself, and whoever joins is not yet offered anything."""
IN_GROUPS = ("report", "leaderboard", "chart", "help")
"""Commands whose answers are for everybody there."""
_LANGUAGES = {Language.EN: "", Language.ZH: "zh"}
"""English is what everybody reads whose client speaks neither."""
_NAME = re.compile(r"[a-z0-9_]{1,32}")


def telegram_part(settings: Settings, bot: Bot, pool: Pool) -> Part:
    """The adapter, listening and posting."""
    wire = wire_of(settings)
    workspace = wire.token.partition(":")[0]
    kept = KeptTexts(bot.engine, bot.clock, PLATFORM, workspace)
    kept.tidy()
    if not wire.webhook_url:
        with Session(bot.engine) as session, session.begin():
            nobody_answers(session, PLATFORM, workspace, bot.clock())
    return Telegram(wire, ears_of(bot, pool, kept), menus(), Pace()).part()


@asynccontextmanager
async def telegram_poster(settings: Settings, bot: Bot, pool: Pool) -> AsyncIterator[TelegramPost]:
    """What sends alone, where nothing is heard."""
    wire = wire_of(settings)
    kept = KeptTexts(bot.engine, bot.clock, PLATFORM, wire.token.partition(":")[0])

    def in_thread(do: Callable[[], T], /) -> Awaitable[T]:
        return pool.call(do)

    async with posting(plain_bot(wire), kept, in_thread) as post:
        yield post


def link(settings: Settings) -> str:
    """By which somebody joins with a `{code}`; empty while Telegram can't be asked what the bot is called."""
    try:
        name = asyncio.run(name_of(wire_of(settings)))
    except TelegramError:
        return ""
    return f"https://t.me/{name}?start={{code}}"


def wire_of(settings: Settings) -> Wire:
    """How Telegram is reached."""
    token, secret = settings.telegram_bot_token, settings.telegram_webhook_secret
    assert token is not None
    return Wire(
        token.get_secret_value(),
        settings.telegram_api_url,
        settings.telegram_webhook_url or "",
        secret.get_secret_value() if secret else "",
    )


def ears_of(bot: Bot, pool: Pool, kept: KeptTexts) -> Ears:
    """The bot as the adapter hears by it, in the pool's threads."""

    async def words(who: Who) -> ChatWords:
        return chat_words(await pool.call(bot.reads, who))

    async def answered(who: Who, mark: str) -> None:
        await pool.call(bot.answered, who, mark)

    def in_thread(do: Callable[[], T], /) -> Awaitable[T]:
        return pool.call(do)

    return Ears(pool.hear, answered, words, kept, in_thread)


def chat_words(language: Language) -> ChatWords:
    """What is said besides the views."""
    label = texts_for(language, NO_CURRENCY).label
    names = ("in_private", "press_start", "open_chat", "old_button", "edited", "unreadable")
    return ChatWords(**{name: label(f"telegram.{name}") for name in names})


def menus() -> Sequence[Menu]:
    """The commands in each language; a client knows `/start` by itself."""
    return [_menu(language, code) for language, code in _LANGUAGES.items()]


def _menu(language: Language, code: str) -> Menu:
    label = texts_for(language, NO_CURRENCY).label
    names = [command.name for command in COMMANDS if command.name not in NOT_OFFERED and _NAME.fullmatch(command.name)]
    about = {name: label(f"about.{name}") for name in names}
    mine = ((MY_DAY, label("telegram.my_day")), *about.items())
    return Menu(code, mine, tuple((name, about[name]) for name in IN_GROUPS))
