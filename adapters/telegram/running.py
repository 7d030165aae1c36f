"""Telegram as a part of the running bot: the adapter with the bot's ports, its own words and its menus."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from telegram.error import InvalidToken, TelegramError

from adapters.base import Who
from adapters.part import CannotStart, Part
from adapters.ports import Ports
from adapters.settings import plain
from adapters.telegram.app import REFUSED, Telegram, Wire, name_of, plain_bot
from adapters.telegram.ears import Ears
from adapters.telegram.offering import menus
from adapters.telegram.pace import Throttle
from adapters.telegram.post import TelegramPost, posting
from adapters.telegram.settings import TelegramSettings
from adapters.telegram.words import ChatWords, chat_words


def telegram_part(settings: TelegramSettings, ports: Ports) -> Part:
    """The adapter, listening and posting."""
    wire = wire_of(settings)
    if not wire.webhook_url:
        ports.alone(_workspace(wire))
    return Telegram(wire, ears_of(ports, _workspace(wire)), menus(ports.commands), Throttle()).part()


@asynccontextmanager
async def poster(settings: TelegramSettings, ports: Ports) -> AsyncIterator[TelegramPost]:
    """What sends alone, where nothing is heard; CannotStart where Telegram is not reached, or refuses the token."""
    wire = wire_of(settings)
    async with AsyncExitStack() as running:
        try:
            sends = posting(plain_bot(wire), ports.kept(_workspace(wire)), ports.in_thread)
            post = await running.enter_async_context(sends)
        except InvalidToken:
            raise CannotStart(REFUSED) from None
        except TelegramError as error:
            raise CannotStart(f"TELEGRAM_API_URL: {wire.api_url} does not answer: {type(error).__name__}") from None
        yield post


def link(settings: TelegramSettings) -> str:
    """By which somebody joins with a `{code}`; empty while Telegram can't be asked what the bot is called."""
    try:
        name = asyncio.run(name_of(wire_of(settings)))
    except TelegramError:
        return ""
    return f"https://t.me/{name}?start={{code}}"


def wire_of(settings: TelegramSettings) -> Wire:
    """How Telegram is reached."""
    return Wire(
        plain(settings.telegram_bot_token),
        settings.telegram_api_url,
        settings.telegram_webhook_url or "",
        plain(settings.telegram_webhook_secret),
    )


def ears_of(ports: Ports, workspace: str) -> Ears:
    """The bot as the adapter hears by it."""

    async def words(who: Who) -> ChatWords:
        return chat_words(await ports.reads(who))

    return Ears(ports.hear, ports.answered, words, ports.kept(workspace), ports.in_thread)


def _workspace(wire: Wire) -> str:
    """A bot serves one company: its own id, with which its token begins, is that of the workspace."""
    return wire.token.partition(":")[0]
