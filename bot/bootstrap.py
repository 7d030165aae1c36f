"""Everything put together, in one place."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Collection, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime
from secrets import token_hex
from typing import TYPE_CHECKING, TypeAlias

from sqlalchemy import Engine

from adapters.base import Poster
from adapters.part import Pace, Part
from bot import clock
from bot import parts as parts_of
from bot.loop import Bot

if TYPE_CHECKING:
    from bot.metrics import Metrics
    from bot.pool import Pool
    from bot.post.traffic import Traffic
    from bot.settings import Settings

Posters: TypeAlias = Mapping[str, tuple[Poster, Pace]]
"""By platform."""

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
        case parts_of.SLACK:
            from bot.slack import slack_part  # noqa: PLC0415

            return slack_part(settings, bot, pool)
        case parts_of.TELEGRAM:
            from bot.telegram import telegram_part  # noqa: PLC0415

            return telegram_part(settings, bot, pool)
        case parts_of.SCHEDULER:
            from bot.scheduling import scheduler_part  # noqa: PLC0415

            return scheduler_part(bot, pool)
        case _:
            return Part(name)


@asynccontextmanager
async def posters(names: Collection[str], settings: Settings, bot: Bot, pool: Pool) -> AsyncIterator[Posters]:
    """What sends over these platforms, each with its pace, where none of them is heard."""
    found: dict[str, tuple[Poster, Pace]] = {}
    async with AsyncExitStack() as open_:
        if parts_of.SLACK in names:
            from bot.slack import PACE, slack_poster  # noqa: PLC0415

            found[parts_of.SLACK] = slack_poster(settings, pool, bot.engine), PACE
        if parts_of.TELEGRAM in names:
            from bot.telegram import telegram_poster  # noqa: PLC0415

            poster = await open_.enter_async_context(telegram_poster(settings, bot, pool))
            found[parts_of.TELEGRAM] = poster, Pace()
        yield found


def post(parts: Sequence[Part], bot: Bot, pool: Pool, traffic: Traffic, metrics: Metrics) -> Sequence[Part]:
    """What sends unasked messages over the platforms among the parts; nothing where there are none."""
    from bot.post.delivery import Delivery  # noqa: PLC0415
    from bot.post.office import Office  # noqa: PLC0415

    posters = {part.name: part.poster for part in parts if part.poster}
    traffic.paces = {part.name: part.pace for part in parts}
    office = Office(bot.engine, bot.clock, bot.new_id, holder=bot.new_id())
    delivery = Delivery(office, posters, traffic, pool.call, metrics)
    return [Part("post", delivery.start, delivery.stop)] if posters else []
