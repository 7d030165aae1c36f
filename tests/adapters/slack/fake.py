"""A Slack on this machine: it takes what the bot says, judges every word of it, and remembers what stands where.

What it is told wrongly it refuses as Slack does, and notes in `faults`, which the tests want to be empty.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping

from aiohttp import BasicAuth, WSMsgType, web

from tests.adapters.slack.judge import faults_of_answer, faults_of_call
from tests.adapters.slack.methods import Methods
from tests.adapters.slack.state import Json, Posted

SPECIAL = ("team_id", "token")
"""Arguments that Bolt sends with every call."""
RENAMED = {"alt_txt": "alt_text"}
"""What slack_sdk calls otherwise than the types do."""
NUMBERS = ("length", "limit")
TRUTHS = ("include_locale", "inclusive", "include_all_metadata", "include_users", "unfurl_links")


class FakeSlack(Methods):
    """The server; `start` opens it on a port of its own."""

    _runner: web.AppRunner | None = None

    async def start(self) -> None:
        """Opens it."""
        self._ended = asyncio.Event()
        app = web.Application(client_max_size=60_000_000)
        app.router.add_route("*", "/api/{method}", self._api)
        app.router.add_post("/respond/{id}", self._respond)
        app.router.add_post("/upload/{id}", self._upload)
        app.router.add_get("/files/{id}", self._file)
        app.router.add_get("/link", self._link)
        self._runner = web.AppRunner(app)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.base = f"http://{host}:{port}"

    async def stop(self) -> None:
        """Closes it."""
        self._ended.set()
        for socket in self.sockets:
            await socket.close()
        if self._runner:
            await self._runner.cleanup()

    async def _api(self, request: web.Request) -> web.Response:
        method, arguments = request.match_info["method"], await _arguments(request)
        self.calls.append((method, arguments))
        await asyncio.sleep(self.delay)
        await self._hang(method)
        self.tokens.append((method, request.headers.get("Authorization", "").removeprefix("Bearer ")))
        if failed := self._failed(method):
            return failed
        if faults := [f"{method}: {fault}" for fault in faults_of_call(method, arguments)]:
            self.faults += faults
            return web.json_response({"ok": False, "error": "invalid_arguments"})
        answer = getattr(self, f"_{method.replace('.', '_')}")(arguments)
        return web.json_response(
            {"ok": "error" not in answer, **answer}, headers={"x-oauth-scopes": ",".join(self.scopes)}
        )

    async def _respond(self, request: web.Request) -> web.Response:
        url, answer = self.urls.get(request.match_info["id"]), await request.json()
        self.calls.append(("respond", answer))
        await self._hang("respond")
        if failed := self._failed("respond"):
            return failed
        if not url or not url["left"]:
            return web.Response(status=404, text="used_url")
        url["left"] -= 1
        self.faults += [f"respond: {fault}" for fault in faults_of_answer("respond", answer)]
        there = [each for each in self.messages if each.ts == url["ts"]]
        if answer.get("replace_original") and there:
            there[0].payload = answer
        else:
            only = "" if answer.get("response_type") == "in_channel" else url["user"]
            self.messages.append(Posted(url["channel"], self.ts(), answer, only))
        return web.Response(text="ok")

    async def _hang(self, method: str) -> None:
        if method in self.hanging:
            self.hung += 1
            await self._ended.wait()
            raise web.HTTPServiceUnavailable

    def _failed(self, method: str) -> web.Response | None:
        failure = next((each for each in self.failures if each.method == method), None)
        if failure is None:
            return None
        self.failures.remove(failure)
        if failure.answer is not None:
            return web.json_response({"ok": True, **failure.answer})
        headers = {"Retry-After": str(failure.retry_after)} if failure.retry_after else {}
        if failure.error.startswith("<"):
            return web.Response(text=failure.error, status=failure.status, content_type="text/html")
        answer = {"ok": False, "error": failure.error or "internal_error"}
        return web.json_response(answer, status=failure.status, headers=headers)

    async def _upload(self, request: web.Request) -> web.Response:
        if failed := self._failed("upload"):
            return failed
        self.files[request.match_info["id"]]["content"] = await request.read()
        return web.Response(text="OK")

    async def _file(self, request: web.Request) -> web.Response:
        if not request.headers.get("Authorization", "").startswith("Bearer xoxb-"):
            return web.Response(status=302, headers={"Location": "/login"})
        return web.Response(body=self.files[request.match_info["id"]]["content"])

    async def _link(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(autoping=False)
        await socket.prepare(request)
        self.connections += 1
        self.sockets.append(socket)
        await socket.send_json({"type": "hello", "num_connections": 1})
        async for message in socket:
            if message.type is WSMsgType.PING and not self.silent:
                await socket.pong(message.data)
            if message.type is WSMsgType.TEXT:
                answer = json.loads(message.data)
                self.acked[answer["envelope_id"]] = answer.get("payload")
        self.sockets.remove(socket)
        return socket


async def _arguments(request: web.Request) -> dict[str, Json]:
    """The arguments as their types have them, whichever way they were sent."""
    if request.content_type == "application/json":
        sent: Mapping[str, Json] = await request.json()
    else:
        posted = {key: str(value) for key, value in (await request.post()).items()}
        sent = {**request.query, **posted, **_credentials(request.headers.get("Authorization", ""))}
    return {RENAMED.get(key, key): _typed(key, value) for key, value in sent.items() if key not in SPECIAL}


def _credentials(header: str) -> Mapping[str, str]:
    """The app's own, which may come in the header instead."""
    if not header.startswith("Basic "):
        return {}
    app = BasicAuth.decode(header)
    return {"client_id": app.login, "client_secret": app.password}


def _typed(key: str, value: Json) -> Json:
    if not isinstance(value, str):
        return value
    if key in NUMBERS:
        return int(value)
    if key in TRUTHS:
        return value.lower() in ("1", "true")
    return json.loads(value) if value.startswith(("[{", "{")) else value
