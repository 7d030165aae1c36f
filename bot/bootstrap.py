"""Everything put together, in one place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from secrets import token_hex
from typing import TYPE_CHECKING

from sqlalchemy import Engine

from adapters.part import Part
from bot import clock
from bot.loop import Bot

if TYPE_CHECKING:
    from bot.pool import Pool
    from bot.settings import Settings

RUN_ID_BYTES = 6
"""Short enough for a Telegram button, long enough not to be met twice."""


def build(engine: Engine, now: Callable[[], datetime] = clock.now, join_link: str = "") -> Bot:
    """The bot on a database of the present schema; `join_link` is what a messenger opens to join with a `{code}`."""
    return Bot(engine, now, lambda: token_hex(RUN_ID_BYTES), join_link=join_link)


def join_link(settings: Settings) -> str:
    """What opens the bot's chat on Telegram for whoever has a code, whichever parts run here."""
    if settings.telegram_bot_token is None:
        return ""
    from bot.telegram import link  # noqa: PLC0415

    return link(settings)


def parts(names: Sequence[str], settings: Settings, bot: Bot, pool: Pool) -> Sequence[Part]:
    """What runs, of the names in `bot.parts`. Each part is imported only where it runs."""
    return [_part(name, settings, bot, pool) for name in names]


def _part(name: str, settings: Settings, bot: Bot, pool: Pool) -> Part:
    match name:
        case "telegram":
            from bot.telegram import telegram_part  # noqa: PLC0415

            return telegram_part(settings, bot, pool)
        case _:
            return Part(name)
