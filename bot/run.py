"""`kpi-bot run`: the parts in one event loop, until the process is told to end; then what runs is finished."""

from __future__ import annotations

import asyncio
import gc
import signal
from collections.abc import Sequence
from contextlib import AsyncExitStack
from socket import socket

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from adapters.part import CannotStart, Part
from adapters.settings import Misconfigured
from bot import bootstrap, clock
from bot.metrics import Metrics
from bot.migrate import is_current, migrate
from bot.parts import to_run
from bot.pool import Pool
from bot.post.traffic import Traffic
from bot.server import listening, serving, web_app
from bot.settings import Settings
from bot.standing import Standing, standing
from kpi_engine.store.database import connect, reading

ENDS = (signal.SIGTERM, signal.SIGINT)


def run_configured(settings: Settings, only: str = "") -> None:
    """Runs what is set up, or what is named, until the process is told to end; Misconfigured where it can't."""
    names = to_run(settings, only)
    engine = connect(settings.database_url)
    migrate(engine)
    metrics, traffic = Metrics(), Traffic()
    bot = bootstrap.build(engine, join_link=bootstrap.join_link(settings))
    pool = Pool(bot.hear, traffic, metrics)
    parts = bootstrap.parts(names, settings, bot, pool)
    sends = bootstrap.post(parts, bot, pool, traffic, metrics)
    stays_loaded()
    with listening(settings.kpi_bot_host, settings.kpi_bot_port) as listener:
        asyncio.run(run([*parts, *sends], pool, metrics, engine, listener))
    engine.dispose()


def stays_loaded() -> None:
    """The collector looks no more through all that is loaded by now, which made everybody wait for half a second."""
    gc.collect()
    gc.freeze()


async def run(parts: Sequence[Part], pool: Pool, metrics: Metrics, engine: Engine, listener: socket) -> None:
    """Runs the parts and the server for them; returns after SIGTERM or SIGINT, when all is finished that had begun.

    Misconfigured where a part cannot start; those that had are stopped again.
    """
    ended = _told_to_end()
    routes = [route for part in parts for route in part.routes]
    app = web_app(routes, lambda: pool.call(is_current, engine), metrics, lambda: pool.call(_standing, engine))
    async with AsyncExitStack() as running:
        running.push_async_callback(pool.close)
        for part in parts:
            await _start(part)
            running.push_async_callback(part.stop)
        await running.enter_async_context(serving(app, listener))
        host, port = listener.getsockname()[:2]
        print(f"kpi-bot: {', '.join(part.name for part in parts)}; http://{host}:{port}  (Ctrl+C ends it)", flush=True)
        await ended.wait()


def _standing(engine: Engine) -> Standing:
    with Session(reading(engine)) as session:
        return standing(session, clock.now())


async def _start(part: Part) -> None:
    try:
        await part.start()
    except CannotStart as error:
        raise Misconfigured(str(error)) from None


def _told_to_end() -> asyncio.Event:
    """Set by the first signal to end; those that follow change nothing."""
    ended = asyncio.Event()
    for number in ENDS:
        asyncio.get_running_loop().add_signal_handler(number, ended.set)
    return ended
