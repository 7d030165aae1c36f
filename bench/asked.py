"""The bot with its clock, asked over HTTP by whoever names an account: `python -m bench.asked`.

`POST /ask/USER` answers when the bot has; `GET /late` tells how late the event loop was since it was last asked.
"""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from adapters.base import Who
from adapters.part import Part
from bot import bootstrap
from bot.metrics import Metrics
from bot.opening import opened
from bot.pool import Pool
from bot.post.traffic import Traffic
from bot.run import run
from bot.scheduling import scheduler_part
from bot.server import listening
from conversations.event import Said
from conversations.view import Message, Tone

PLATFORM, WORKSPACE = "asked", "T1"
STEP = 0.01
"""Seconds after which the loop is to come back, again and again."""


class Lateness:
    """How much later it comes back than it was asked to."""

    def __init__(self) -> None:
        self._found: list[tuple[float, float]] = []

    async def watch(self) -> None:
        """For good."""
        loop = asyncio.get_running_loop()
        while True:
            due = loop.time() + STEP
            await asyncio.sleep(STEP)
            self._found.append((due, loop.time() - due))

    def found(self) -> list[tuple[float, float]]:
        """When (by the clock of `perf_counter`), and by how many seconds, since this was last asked."""
        found, self._found = self._found, []
        return found


async def running() -> None:
    """Until it is told to end."""
    engine, metrics, lateness = opened(), Metrics(), Lateness()
    bot = bootstrap.build(engine)
    pool = Pool(bot.hear, Traffic(), metrics)

    async def ask(request: Request) -> Response:
        user = request.path_params["user"]
        words = (await request.body()).decode()
        said = await pool.hear(Who(PLATFORM, request.path_params["workspace"], user, user), Said(words))
        trouble = any(isinstance(view, Message) and view.tone is Tone.WARNING for view in said)
        return PlainTextResponse("", 500 if trouble else 200)

    async def late(request: Request) -> Response:
        return JSONResponse(lateness.found())

    routes = [Route("/ask/{workspace}/{user}", ask, methods=["POST"]), Route("/late", late)]
    watching = asyncio.create_task(lateness.watch())
    with listening("127.0.0.1", 0) as listener:
        await run([Part(PLATFORM, routes=routes), scheduler_part(bot, pool)], pool, metrics, engine, listener)
    watching.cancel()


if __name__ == "__main__":
    asyncio.run(running())
