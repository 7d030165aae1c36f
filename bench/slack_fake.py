"""A Slack that takes every answer and notes when it came: quick, and judging nothing."""

from __future__ import annotations

import asyncio
import time
from itertools import count
from types import TracebackType

from aiohttp import web

TEAM = "T1"


class Inbox:
    """The server, while it is open."""

    api_url = ""

    async def __aenter__(self) -> Inbox:
        app = web.Application()
        app.router.add_route("*", "/api/{method}", self._api)
        app.router.add_post("/respond/{id}", self._respond)
        self._numbers = count()
        self._waiting: dict[str, asyncio.Future[float]] = {}
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        host, port = self._runner.addresses[0][:2]
        self._base = f"http://{host}:{port}"
        self.api_url = f"{self._base}/api/"
        return self

    async def __aexit__(
        self, type: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._runner.cleanup()

    def response_url(self) -> tuple[str, asyncio.Future[float]]:
        """An address for an answer, and when the first one comes there (by `perf_counter`)."""
        id = str(next(self._numbers))
        self._waiting[id] = asyncio.get_running_loop().create_future()
        return f"{self._base}/respond/{id}", self._waiting[id]

    async def _respond(self, request: web.Request) -> web.Response:
        await request.read()
        waiting = self._waiting.pop(request.match_info["id"], None)
        if waiting:
            waiting.set_result(time.perf_counter())
        return web.Response(text="ok")

    async def _api(self, request: web.Request) -> web.Response:
        sent = {**request.query, **await request.post()}
        answers: dict[str, dict[str, object]] = {
            "auth.test": {"team_id": TEAM, "user_id": "UBOT", "bot_id": "B1"},
            "users.info": {"user": {"id": sent.get("user"), "name": "x", "locale": "en-US", "team_id": TEAM}},
            "conversations.info": {"channel": {"id": sent.get("channel"), "name": "general"}},
        }
        return web.json_response({"ok": True, **answers.get(request.match_info["method"], {})})
