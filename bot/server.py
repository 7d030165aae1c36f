"""The one web server of a running bot: the routes of its parts, and how it is doing."""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import AbstractContextManager, asynccontextmanager, nullcontext
from dataclasses import asdict

import uvicorn
from sqlalchemy.exc import DBAPIError
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from adapters.settings import Misconfigured
from bot.metrics import TYPE, Metrics
from bot.standing import Standing

log = logging.getLogger(__name__)

PATIENCE = 20
"""Seconds that requests get to end when the bot ends."""


def web_app(
    routes: Iterable[BaseRoute],
    is_ready: Callable[[], Awaitable[bool]],
    metrics: Metrics,
    standing: Callable[[], Awaitable[Standing]],
) -> Starlette:
    """The app: /healthz says that the process answers, /readyz whether it can work, /metrics what it has counted and
    how the post stands.
    """

    async def healthz(request: Request) -> Response:
        return PlainTextResponse("ok\n")

    async def readyz(request: Request) -> Response:
        ready = await is_ready()
        return PlainTextResponse("ready\n" if ready else "not ready\n", 200 if ready else 503)

    async def counts(request: Request) -> Response:
        try:
            metrics.stands(asdict(await standing()))
        except DBAPIError as error:
            log.warning("how the post stands could not be read: %s", type(error.orig).__name__)
        return Response(metrics.shown(), headers={"Content-Type": TYPE})

    own = (Route("/healthz", healthz), Route("/readyz", readyz), Route("/metrics", counts))
    return Starlette(routes=[*own, *routes])


def listening(host: str, port: int) -> socket.socket:
    """The socket; Misconfigured where nobody can listen there."""
    try:
        return socket.create_server((host, port))
    except OSError as error:
        why = str(error.strerror).partition(" (while")[0]
        raise Misconfigured(f"KPI_BOT_HOST, KPI_BOT_PORT: {host}:{port}: {why}") from None


@asynccontextmanager
async def serving(app: Starlette, listener: socket.socket) -> AsyncIterator[None]:
    """Answers requests meanwhile; in the end takes no new ones, and waits for those that run."""
    config = uvicorn.Config(app, log_config=None, access_log=False, lifespan="off", timeout_graceful_shutdown=PATIENCE)
    server = _Server(config)
    running = asyncio.create_task(server.serve([listener]))
    try:
        yield
    finally:
        server.should_exit = True
        await running


class _Server(uvicorn.Server):
    """Leaves signals to who runs it."""

    def capture_signals(self) -> AbstractContextManager[None]:  # type: ignore[override]
        return nullcontext()
