"""Everything put together, in one place."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime
from secrets import token_hex
from typing import TYPE_CHECKING, TypeAlias

from sqlalchemy import Engine

from adapters.base import Poster
from adapters.part import CannotStart, Pace, Part
from adapters.platform import Platforms
from adapters.settings import plain
from adapters.slack.platform import SLACK
from adapters.telegram.platform import TELEGRAM
from bot import clock
from bot.kept import tidy
from bot.loop import Bot
from bot.parts import SCHEDULER

if TYPE_CHECKING:
    from adapters.ports import Ports
    from bot.metrics import Metrics
    from bot.pool import Pool
    from bot.post.traffic import Traffic
    from bot.settings import Settings

log = logging.getLogger(__name__)

Posters: TypeAlias = Mapping[str, tuple[Poster, Pace]]
"""By platform."""

PLATFORMS: Platforms = (SLACK, TELEGRAM)
"""Every platform there is: nothing else names one."""

RUN_ID_BYTES = 6
"""Short enough for a button that carries 64 bytes, long enough not to be met twice."""


def build(engine: Engine, now: Callable[[], datetime] = clock.now, join_link: str = "") -> Bot:
    """The bot on a database of the present schema; `join_link` is what a messenger opens to join with a `{code}`."""
    return Bot(engine, now, lambda: token_hex(RUN_ID_BYTES), join_link=join_link)


def join_link(settings: Settings) -> str:
    """What opens the bot's chat for whoever has a code: of the first platform with one, whichever parts run here."""
    links = (each.join_link(settings) for each in settings.platforms if each.join_link)
    return next(filter(None, links), "")


def parts(names: Sequence[str], settings: Settings, bot: Bot, pool: Pool) -> Sequence[Part]:
    """What runs, of the names in `bot.parts`. Each part is imported only where it runs."""
    tidy(bot.engine, bot.clock())
    return [_part(name, settings, bot, pool) for name in names]


def _part(name: str, settings: Settings, bot: Bot, pool: Pool) -> Part:
    platform = next((each for each in settings.platforms if each.name == name), None)
    if platform:
        return platform.part(settings, _ports(name, settings, bot, pool))
    if name == SCHEDULER:
        from bot.scheduling import scheduler_part  # noqa: PLC0415

        return scheduler_part(bot, pool)
    return Part(name)


@asynccontextmanager
async def posters(platforms: Platforms, settings: Settings, bot: Bot, pool: Pool) -> AsyncIterator[Posters]:
    """What sends over these platforms, each with its pace, where none of them is heard.

    One that can't be reached is logged, and keeps nobody from sending over the others.
    """
    async with AsyncExitStack() as open_:
        found = {}
        for each in platforms:
            try:
                poster = await open_.enter_async_context(each.poster(settings, _ports(each.name, settings, bot, pool)))
                found[each.name] = poster, each.pace
            except CannotStart as error:
                log.error("%s", error)
        yield found


def _ports(platform: str, settings: Settings, bot: Bot, pool: Pool) -> Ports:
    """The bot as that platform sees it."""
    from bot.ports import ports_of  # noqa: PLC0415

    return ports_of(platform, bot, pool, plain(settings.kpi_bot_secret_key))


def post(parts: Sequence[Part], bot: Bot, pool: Pool, traffic: Traffic, metrics: Metrics) -> Sequence[Part]:
    """What sends unasked messages over the platforms among the parts; nothing where there are none."""
    from bot.post.delivery import Delivery  # noqa: PLC0415
    from bot.post.office import Office  # noqa: PLC0415

    posters = {part.name: part.poster for part in parts if part.poster}
    traffic.paces = {part.name: part.pace for part in parts}
    office = Office(bot.engine, bot.clock, bot.new_id, holder=bot.new_id())
    delivery = Delivery(office, posters, traffic, pool.call, metrics)
    return [Part("post", delivery.start, delivery.stop)] if posters else []
