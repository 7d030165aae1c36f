"""A Telegram on this machine: the Bot API over HTTP, and people in its chats.

Every call is judged by the published types and refused in Telegram's words where it is wrong; so is what people do.
"""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from types import TracebackType

import aiohttp
from aiohttp import web

from tests.adapters.telegram import judge
from tests.adapters.telegram.messages import Messages
from tests.adapters.telegram.state import ME, TOKEN, Call, Json, Refused, Server


class FakeTelegram:
    """The server, on a free port of loopback while it is entered."""

    def __init__(self) -> None:
        self.server = Server()
        self._messages = Messages(self.server)
        self.base = ""
        self.deliver_to = ""
        """Where a webhook's updates go in truth; its own address is one of the internet."""
        self._deliveries: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> FakeTelegram:
        app = web.Application(client_max_size=60_000_000)
        app.router.add_route("*", "/bot{token}/{method}", self._called)
        app.router.add_get("/file/bot{token}/{path:.+}", self._file)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        host, port = self._runner.addresses[0][:2]
        self.base = f"http://{host}:{port}"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for delivery in self._deliveries:
            delivery.cancel()
        async with self.server.changed:
            self.server.polls += 1
            self.server.changed.notify_all()
        await self._runner.cleanup()

    async def happens(self, **what: Json) -> None:
        """Lets the bot hear of it."""
        update: Json = {"update_id": next(self.server.numbers), **what}
        self.server.faults += judge.faults_of_update(update)
        async with self.server.changed:
            self.server.updates.append(update)
            self.server.changed.notify_all()
        if self.server.webhook.get("url"):
            delivery = asyncio.create_task(self._deliver(update))
            self._deliveries.add(delivery)
            delivery.add_done_callback(self._deliveries.discard)

    async def settled(self) -> None:
        """Waits until the bot has confirmed everything."""
        async with self.server.changed:
            await asyncio.wait_for(self.server.changed.wait_for(lambda: not self.server.updates), 10)

    def calls(self, *methods: str) -> list[Call]:
        """The calls so far of these methods."""
        return [call for call in self.server.calls if call.method in methods]

    async def _called(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        try:
            if request.match_info["token"] != TOKEN:
                raise Refused(401, "Unauthorized")
            call = await _read(request, method)
            self.server.calls.append(call)
            result = await self._result(call)
        except Refused as refused:
            answer = {"ok": False, "error_code": refused.code, "description": str(refused)}
            more = {"parameters": refused.parameters} if refused.parameters else {}
            return web.json_response({**answer, **more}, status=refused.code)
        self.server.faults += judge.faults_of_answer(method, result)
        return web.json_response({"ok": True, "result": result})

    async def _result(self, call: Call) -> object:
        if call.method in self.server.hanging:
            self.server.hung += 1
            async with self.server.changed:
                await self.server.changed.wait_for(lambda: not self.server.hanging)
            raise Refused(502, "Bad Gateway")
        if call.method in self.server.absent or call.method not in judge.METHODS:
            raise Refused(404, "Not Found: method not found")
        for place, (method, refused) in enumerate(self.server.next_refusals):
            if method == call.method:
                del self.server.next_refusals[place]
                raise refused
        if call.method == "editEphemeralMessageText" and not call.given:
            raise Refused(400, "Bad Request: chat_id is empty")
        if call.method == "sendRichMessage" and not call.given:
            raise Refused(400, "Bad Request: chat_id is empty")
        if faults := judge.faults_of_call(call.method, call.given):
            self.server.faults += [f"{call.method}: {fault}" for fault in faults]
            raise Refused(400, faults[0])
        return await self._answers(call)

    async def _answers(self, call: Call) -> object:
        match call.method:
            case "getMe":
                return ME
            case "getUpdates":
                return await self._updates(call.given)
            case "setWebhook":
                return self._set_webhook(call.given)
            case "getWebhookInfo":
                return {
                    "url": self.server.webhook.get("url", ""),
                    "has_custom_certificate": False,
                    **self.server.webhook_told,
                }
            case "deleteWebhook":
                self.server.webhook = {}
                return True
            case _:
                return self._messages.answer(call)

    async def _updates(self, given: Json) -> list[Json]:
        if self.server.webhook:
            raise Refused(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first")  # fmt: skip
        self.server.polls += 1
        mine, offset = self.server.polls, given.get("offset", 0)
        async with self.server.changed:
            self.server.updates = [one for one in self.server.updates if one["update_id"] >= offset]
            self.server.changed.notify_all()
            news = lambda: self.server.updates or self.server.polls != mine  # noqa: E731
            with suppress(TimeoutError):
                await asyncio.wait_for(self.server.changed.wait_for(news), given.get("timeout", 0))
        if self.server.polls != mine:
            raise Refused(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running")  # fmt: skip
        allowed = given.get("allowed_updates") or None
        told = [one for one in self.server.updates if allowed is None or set(one) & set(allowed)]
        return told[: given.get("limit", 100)]

    def _set_webhook(self, given: Json) -> bool:
        if not given["url"].startswith("https://"):
            raise Refused(400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook")
        self.server.webhook = given
        return True

    async def _deliver(self, update: Json) -> None:
        """Posts it until the bot says 200."""
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.server.webhook.get("secret_token", "")}
        async with aiohttp.ClientSession() as session:
            while True:
                try:
                    async with session.post(self.deliver_to, json=update, headers=headers) as response:
                        if response.status == 200:
                            break
                except aiohttp.ClientError:
                    pass
                await asyncio.sleep(0.05)
        async with self.server.changed:
            self.server.updates = [one for one in self.server.updates if one is not update]
            self.server.changed.notify_all()

    async def _file(self, request: web.Request) -> web.Response:
        return web.Response(body=self.server.files[request.match_info["path"].removeprefix("docs/")])


async def _read(request: web.Request, method: str) -> Call:
    given: Json = {}
    files: dict[str, tuple[str, bytes]] = {}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            files[name] = (value.filename, value.file.read())
        elif isinstance(value, str):
            given[name] = value if method in judge.METHODS and judge.is_text(method, name) else _json(value)
    given |= {name: f"attach://{name}" for name in files if name in ("photo", "document")}
    return Call(method, given, files)


def _json(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError:
        return text
