"""The parts of a running bot: they begin, answer and end together; what had begun is finished."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from threading import Event as Gate
from typing import TypeAlias

import httpx
import pytest
from sqlalchemy import Engine
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from adapters.base import Who
from adapters.part import CannotStart, Part
from adapters.settings import Misconfigured
from bot.bootstrap import build
from bot.metrics import Metrics
from bot.pool import THREADS, Pool
from bot.post.traffic import Traffic
from bot.run import run
from conversations.event import Event, Said
from conversations.view import Message, Text, View
from kpi_engine.store.database import connect

ANN = Who("carrier", "", "1", "Ann")


@dataclass
class Carrier:
    """A made-up platform: what is posted to its route is said by Ann."""

    pool: Pool
    seen: list[str] = field(default_factory=list)

    def part(self) -> Part:
        async def start() -> None:
            self.seen.append("started")

        async def stop() -> None:
            self.seen.append("stopped")

        return Part("carrier", start, stop, (Route("/carrier", self._say, methods=["POST"]),))

    async def _say(self, request: Request) -> Response:
        words = (await request.body()).decode()
        views = await self.pool.hear(ANN, Said(words))
        self.seen.append(f"answered {words}")
        return JSONResponse([type(view).__name__ for view in views])


def pool_of(engine: Engine, metrics: Metrics) -> Pool:
    """The real bot's."""
    return Pool(build(engine).hear, Traffic(), metrics)


Visit: TypeAlias = Callable[[httpx.AsyncClient], Awaitable[None]]


async def runs(pool: Pool, engine: Engine, metrics: Metrics, *parts: Part, visit: Visit) -> None:
    """Runs the parts; once they do, visits their server, and then tells the process to end."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        running = asyncio.create_task(run(parts, pool, metrics, engine, listener))
        async with httpx.AsyncClient(base_url=address, timeout=30) as client:
            await client.get("/healthz")
            await visit(client)
        os.kill(os.getpid(), signal.SIGTERM)
        await running


def test_a_part_hears_through_its_route_and_is_counted(engine: Engine) -> None:
    metrics = Metrics()
    pool = pool_of(engine, metrics)
    carrier = Carrier(pool)

    async def visit(client: httpx.AsyncClient) -> None:
        assert (await client.post("/carrier", content="/kpi start")).json() == ["Form"]
        assert carrier.seen == ["started", "answered /kpi start"]
        assert (await client.get("/readyz")).text == "ready\n"
        shown = await client.get("/metrics")
        assert 'kpi_bot_answer_seconds_count{platform="carrier"} 1.0' in shown.text
        assert "kpi_bot_post_owed 0.0" in shown.text
        assert shown.headers["content-type"].startswith("text/plain; version=")

    asyncio.run(runs(pool, engine, metrics, carrier.part(), visit=visit))
    assert carrier.seen == ["started", "answered /kpi start", "stopped"]


def test_a_database_that_is_lost_or_of_another_schema_is_not_ready(engine: Engine) -> None:
    lost = connect("sqlite:////nowhere/at/all.db")

    async def visit(client: httpx.AsyncClient) -> None:
        ready = await client.get("/readyz")
        assert (ready.status_code, ready.text) == (503, "not ready\n")
        assert (await client.get("/healthz")).status_code == 200

    metrics = Metrics()
    asyncio.run(runs(pool_of(lost, metrics), lost, metrics, visit=visit))

    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0000'")
    asyncio.run(runs(pool_of(engine, metrics), engine, metrics, visit=visit))


class Slow:
    """A bot that answers when it is let."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.may_answer = Gate()

    def hear(self, who: Who, event: Event, mark: str) -> tuple[View, ...]:
        assert isinstance(event, Said)
        self.asked.append(event.text)
        assert self.may_answer.wait(30)
        return (Message((Text(event.text),)),)

    def pool(self) -> Pool:
        return Pool(self.hear, Traffic(), Metrics())


async def until(so: Callable[[], bool]) -> None:
    while not so():
        await asyncio.sleep(0.005)


def test_what_is_being_answered_is_finished_before_the_end(engine: Engine) -> None:
    slow = Slow()
    pool = slow.pool()
    carrier = Carrier(pool)

    async def begin_to_end() -> httpx.Response:
        with socket.create_server(("127.0.0.1", 0)) as listener:
            address = f"http://127.0.0.1:{listener.getsockname()[1]}"
            running = asyncio.create_task(run([carrier.part()], pool, Metrics(), engine, listener))
            async with httpx.AsyncClient(base_url=address, timeout=30) as client:
                answer = asyncio.create_task(client.post("/carrier", content="one"))
                await until(lambda: slow.asked == ["one"])
                os.kill(os.getpid(), signal.SIGTERM)
                os.kill(os.getpid(), signal.SIGTERM)
                await asyncio.sleep(0.3)
                assert not running.done()
                slow.may_answer.set()
                await running
                return await answer

    assert asyncio.run(begin_to_end()).status_code == 200
    assert carrier.seen == ["started", "answered one", "stopped"]


def test_one_persons_events_are_answered_in_order_and_others_meanwhile() -> None:
    slow = Slow()
    pool = slow.pool()
    bob = replace(ANN, user="2")

    async def hear() -> None:
        first, second = (asyncio.create_task(pool.hear(ANN, Said(words))) for words in ("a1", "a2"))
        other = asyncio.create_task(pool.hear(bob, Said("b1")))
        await until(lambda: len(slow.asked) == 2)
        await asyncio.sleep(0.05)
        assert slow.asked == ["a1", "b1"]
        slow.may_answer.set()
        await asyncio.gather(first, second, other)

    asyncio.run(hear())
    assert slow.asked == ["a1", "b1", "a2"]


def test_no_more_at_once_than_there_are_threads() -> None:
    slow = Slow()
    pool = slow.pool()

    async def hear() -> None:
        crowd = [asyncio.create_task(pool.hear(replace(ANN, user=str(n)), Said(str(n)))) for n in range(THREADS + 5)]
        await until(lambda: len(slow.asked) == THREADS)
        await asyncio.sleep(0.05)
        assert len(slow.asked) == THREADS
        slow.may_answer.set()
        await asyncio.gather(*crowd)

    asyncio.run(hear())
    assert len(slow.asked) == THREADS + 5


def test_a_part_that_cannot_start_ends_the_others_and_is_one_line(engine: Engine) -> None:
    pool = Slow().pool()
    carrier = Carrier(pool)

    async def refuse() -> None:
        raise CannotStart("CARRIER_TOKEN: is refused")

    async def start() -> None:
        with socket.create_server(("127.0.0.1", 0)) as listener:
            await run([carrier.part(), Part("broken", refuse)], pool, Metrics(), engine, listener)

    with pytest.raises(Misconfigured, match="CARRIER_TOKEN: is refused"):
        asyncio.run(start())
    assert carrier.seen == ["started", "stopped"]
