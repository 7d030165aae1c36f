"""A Slack on this machine: it takes what the bot says, judges every word of it, and remembers what stands where.

What it is told wrongly it refuses as Slack does, and notes in `faults`, which the tests want to be empty.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any, TypeAlias

from aiohttp import WSMsgType, web

from adapters.slack.manifest import SCOPES
from tests.adapters.slack.judge import faults_of_answer, faults_of_call

Json: TypeAlias = Any

TEAM, BOT_USER, BOT, APP = "T1", "UBOT", "B1", "A1"
SPECIAL = ("team_id", "token")
UNJUDGED = ("oauth.v2.access",)
"""Its types want the code of an installation and a refresh token at once."""
RENAMED = {"alt_txt": "alt_text"}
"""What slack_sdk calls otherwise than the types do."""
"""Arguments that Bolt sends with every call."""
NUMBERS = ("length", "limit")
TRUTHS = ("include_locale", "inclusive", "include_all_metadata", "include_users", "unfurl_links")
USES = 5
"""How often a response_url may be used."""


@dataclass(slots=True)
class Posted:
    """A message that stands in a channel; to everybody, or only to one of them."""

    channel: str
    ts: str
    payload: Json
    only: str = ""
    thread: str = ""

    @property
    def blocks(self) -> list[Json]:
        """Its blocks."""
        return list(self.payload.get("blocks") or ())


@dataclass(slots=True)
class Failure:
    """How the next call of a method goes wrong."""

    method: str
    error: str = ""
    status: int = 200
    retry_after: int = 0


@dataclass(slots=True)
class FakeSlack:
    """The server's state; `start` opens it on a port of its own."""

    users: dict[str, Json] = field(default_factory=dict)
    calls: list[tuple[str, Json]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    messages: list[Posted] = field(default_factory=list)
    views: dict[str, Json] = field(default_factory=dict)
    homes: dict[str, Json] = field(default_factory=dict)
    files: dict[str, Json] = field(default_factory=dict)
    prompts: list[Json] = field(default_factory=list)
    triggers: set[str] = field(default_factory=set)
    urls: dict[str, Json] = field(default_factory=dict)
    sockets: list[web.WebSocketResponse] = field(default_factory=list)
    acked: dict[str, Json] = field(default_factory=dict)
    connections: int = 0
    installing: Json = None
    """The workspace that installs the app, and for how many seconds its token is good."""
    tokens: list[tuple[str, str]] = field(default_factory=list)
    """Each method called, and with which token."""
    scopes: Sequence[str] = SCOPES
    """What the bot's token may do."""
    delay: float = 0
    """Seconds for which it leaves calls unanswered."""
    silent: bool = False
    """Whether it leaves pings unanswered."""
    base: str = ""
    _numbers: Any = field(default_factory=lambda: count(1))
    _runner: web.AppRunner | None = None

    async def start(self) -> None:
        """Opens it."""
        app = web.Application()
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
        for socket in self.sockets:
            await socket.close()
        if self._runner:
            await self._runner.cleanup()

    def id(self, letter: str) -> str:
        """A new id."""
        return f"{letter}{next(self._numbers)}"

    def ts(self) -> str:
        """The time stamp of a new message."""
        return f"1700000000.{next(self._numbers):06d}"

    def response_url(self, channel: str, user: str, ts: str = "") -> str:
        """An address for answers to somebody in a channel, or about a message there."""
        id = self.id("R")
        self.urls[id] = {"channel": channel, "user": user, "ts": ts, "left": USES}
        return f"{self.base}/respond/{id}"

    def trigger(self) -> str:
        """A trigger_id that opens one modal."""
        id = f"{next(self._numbers)}.trigger"
        self.triggers.add(id)
        return id

    async def _api(self, request: web.Request) -> web.Response:
        method, arguments = request.match_info["method"], await _arguments(request)
        self.calls.append((method, arguments))
        await asyncio.sleep(self.delay)
        self.tokens.append((method, request.headers.get("Authorization", "").removeprefix("Bearer ")))
        for failure in self.failures:
            if failure.method == method:
                self.failures.remove(failure)
                headers = {"Retry-After": str(failure.retry_after)} if failure.retry_after else {}
                answer = {"ok": False, "error": failure.error or "internal_error"}
                return web.json_response(answer, status=failure.status, headers=headers)
        judged = [] if method in UNJUDGED else faults_of_call(method, arguments)
        if faults := [f"{method}: {fault}" for fault in judged]:
            self.faults += faults
            return web.json_response({"ok": False, "error": "invalid_arguments"})
        answer = getattr(self, f"_{method.replace('.', '_')}")(arguments)
        return web.json_response(
            {"ok": "error" not in answer, **answer}, headers={"x-oauth-scopes": ",".join(self.scopes)}
        )

    async def _respond(self, request: web.Request) -> web.Response:
        url, answer = self.urls.get(request.match_info["id"]), await request.json()
        self.calls.append(("respond", answer))
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

    async def _upload(self, request: web.Request) -> web.Response:
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

    def _auth_test(self, arguments: Json) -> Json:
        return {
            "team_id": TEAM,
            "user_id": BOT_USER,
            "bot_id": BOT,
            "url": "https://x.slack.com/",
            "team": "X",
            "user": "kpi",
        }

    def _oauth_v2_access(self, arguments: Json) -> Json:
        """The token of the workspace that installs; a new one for whoever brings its refresh token."""
        team = self.installing["team"]
        again = arguments.get("grant_type") == "refresh_token"
        answer = {
            "access_token": f"xoxb-{team}{'-again' if again else ''}",
            "token_type": "bot",
            "scope": "chat:write,commands",
            "bot_user_id": BOT_USER,
            "app_id": APP,
            "team": {"id": team, "name": team},
            "enterprise": None,
            "authed_user": {"id": "UANN"},
            "is_enterprise_install": False,
        }
        life = 43_200 if again else self.installing["expires_in"]
        return {**answer, "refresh_token": f"xoxe-{team}", "expires_in": life} if life else answer

    def _apps_connections_open(self, arguments: Json) -> Json:
        return {"url": f"{self.base.replace('http', 'ws')}/link"}

    def _users_info(self, arguments: Json) -> Json:
        user = self.users.get(arguments["user"])
        return {"user": {"id": arguments["user"], **user}} if user else {"error": "user_not_found"}

    def _chat_postMessage(self, arguments: Json) -> Json:
        return self._post(arguments)

    def _chat_postEphemeral(self, arguments: Json) -> Json:
        return {"message_ts": self._post(arguments, only=arguments["user"])["ts"]}

    def _post(self, arguments: Json, only: str = "") -> Json:
        channel = self.channel(arguments["channel"])
        posted = Posted(channel, self.ts(), arguments, only, arguments.get("thread_ts", ""))
        self.messages.append(posted)
        return {"channel": channel, "ts": posted.ts, "message": arguments}

    def _chat_update(self, arguments: Json) -> Json:
        there = [each for each in self.messages if (each.channel, each.ts) == (arguments["channel"], arguments["ts"])]
        if not there:
            return {"error": "message_not_found"}
        there[0].payload = arguments
        return {"channel": there[0].channel, "ts": there[0].ts}

    def _conversations_open(self, arguments: Json) -> Json:
        return {"channel": {"id": self.channel(arguments["users"])}}

    def _conversations_history(self, arguments: Json) -> Json:
        found = [each for each in reversed(self.messages) if each.channel == arguments["channel"] and not each.only]
        return {"messages": [{"ts": each.ts, "metadata": each.payload.get("metadata")} for each in found]}

    def _views_open(self, arguments: Json) -> Json:
        if arguments["trigger_id"] not in self.triggers:
            return {"error": "expired_trigger_id"}
        self.triggers.remove(arguments["trigger_id"])
        return {"view": self.opened(arguments["view"])}

    def _views_update(self, arguments: Json) -> Json:
        if arguments["view_id"] not in self.views:
            return {"error": "not_found"}
        self.views[arguments["view_id"]] = {**arguments["view"], "id": arguments["view_id"]}
        return {"view": self.views[arguments["view_id"]]}

    def _views_publish(self, arguments: Json) -> Json:
        self.homes[arguments["user_id"]] = {**arguments["view"], "id": self.id("V")}
        return {"view": self.homes[arguments["user_id"]]}

    def _files_getUploadURLExternal(self, arguments: Json) -> Json:
        id = self.id("F")
        self.files[id] = {"name": arguments["filename"], "length": arguments["length"]}
        return {"file_id": id, "upload_url": f"{self.base}/upload/{id}"}

    def _files_completeUploadExternal(self, arguments: Json) -> Json:
        for file in arguments["files"]:
            self.files[file["id"]] |= {"channel": arguments.get("channel_id"), "thread": arguments.get("thread_ts", "")}
        return {"files": arguments["files"]}

    def _assistant_threads_setSuggestedPrompts(self, arguments: Json) -> Json:
        self.prompts.append(arguments)
        return {}

    def opened(self, view: Json) -> Json:
        """A modal that is open from now on."""
        id = self.id("V")
        self.views[id] = {**view, "id": id}
        return self.views[id]

    def channel(self, name: str) -> str:
        """The channel; for a user's id that of their chat with the bot."""
        return f"D{name}" if name.startswith("U") else name


async def _arguments(request: web.Request) -> dict[str, Json]:
    """The arguments as their types have them, whichever way they were sent."""
    if request.content_type == "application/json":
        sent: Mapping[str, Json] = await request.json()
    else:
        sent = {**request.query, **{key: str(value) for key, value in (await request.post()).items()}}
    return {RENAMED.get(key, key): _typed(key, value) for key, value in sent.items() if key not in SPECIAL}


def _typed(key: str, value: Json) -> Json:
    if not isinstance(value, str):
        return value
    if key in NUMBERS:
        return int(value)
    if key in TRUTHS:
        return value.lower() in ("1", "true")
    return json.loads(value) if value.startswith(("[{", "{")) else value
