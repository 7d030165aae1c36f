"""`kpi-bot tick`: what is due is planned and sent once, and then the process ends."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import datetime

from adapters.platform import Platforms
from adapters.settings import Misconfigured
from bot import bootstrap, clock
from bot.counted import counted
from bot.loop import Bot
from bot.metrics import Metrics
from bot.opening import configured, opened
from bot.parts import set_up
from bot.pool import Pool
from bot.post.courier import Courier
from bot.post.limits import Limits
from bot.post.office import Office
from bot.post.traffic import Traffic
from bot.post.turns import Turns
from bot.settings import Settings
from bot.wake.tick import LookedAt, begin, tick

NOWHERE = "nothing is set up to send over"


def once(at: str) -> None:
    """Does what is due now, or at that moment, and says in a line what that was."""
    moment = _moment(at) if at else None
    settings, engine = configured(), opened()
    bot = bootstrap.build(engine, (lambda: moment) if moment else clock.now)
    platforms = set_up(settings)
    begin(engine, bot.clock())
    looked_at = tick(engine, bot.clock())
    outcomes = asyncio.run(sent(platforms, settings, bot)) if platforms else None
    print(f"kpi-bot: {_told(looked_at)}; {NOWHERE if outcomes is None else _how_many(outcomes)}")
    engine.dispose()


async def sent(platforms: Platforms, settings: Settings, bot: Bot) -> Mapping[str, int]:
    """All that may go now goes, at the pace of the platforms; what another process is sending is left to it."""
    metrics = Metrics()
    pool = Pool(bot.hear, Traffic(), metrics)
    office = Office(bot.engine, bot.clock, bot.new_id, holder=bot.new_id())
    try:
        async with bootstrap.posters(platforms, settings, bot, pool) as posters:
            for lane in await pool.call(office.lanes, posters.keys()):
                poster, pace = posters[lane.platform]
                await Courier(lane, office, poster, Limits(pace), pool.call, Turns(), metrics, lambda: True).work()
        await pool.call(office.let_go)
    finally:
        await pool.close()
    return metrics.outcomes()


def _told(looked_at: LookedAt) -> str:
    people = counted(looked_at.people, "person", "people")
    return f"{people} and {counted(looked_at.bulletins, 'post in a channel', 'posts in channels')} looked at"


def _how_many(outcomes: Mapping[str, int]) -> str:
    arrived = outcomes.get("sent", 0)
    return f"{counted(arrived, 'message', 'messages')} sent, {sum(outcomes.values()) - arrived} not"


def _moment(at: str) -> datetime:
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise Misconfigured("--at: has to be a moment with its zone, such as 2026-11-30T16:00+08:00")
    return moment
