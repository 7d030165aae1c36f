"""A Telegram on this machine: the Bot API over HTTP, and people in its chats.

Every call is judged by the published types and refused in Telegram's words where it is wrong; so is what people do.
"""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from types import TracebackType
from typing import Any, TypeAlias

import aiohttp
from aiohttp import web

from tests.adapters.telegram import judge
from tests.adapters.telegram.markup import plain, plain_rich

Json: TypeAlias = dict[str, Any]

TOKEN = "99:AA"
BOT: Json = {"id": 99, "is_bot": True, "first_name": "KPI", "username": "kpi_bot"}
ME: Json = {
    **BOT,
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
    "can_connect_to_business": False,
    "has_main_web_app": False,
    "has_topics_enabled": False,
    "allows_users_to_create_topics": False,
    "can_manage_bots": False,
    "supports_guest_queries": False,
    "supports_join_request_queries": False,
}
NOW = 1_795_000_000
SENDS = ("sendMessage", "sendRichMessage", "sendPhoto", "sendDocument")


class Refused(Exception):
    """What Telegram answers in place of a result."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.parameters = parameters


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the bot's."""

    method: str
    given: Json
    files: Mapping[str, tuple[str, bytes]]


@dataclass(slots=True)
class Server:
    """What the server knows and remembers."""

    calls: list[Call] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    """What was wrong with calls, and with what this fake said itself."""
    absent: set[str] = field(default_factory=set)
    """Methods that this server is too old for."""
    next_refusals: list[tuple[str, Refused]] = field(default_factory=list)
    """What becomes of the next calls of a method."""
    chats: dict[int, Json] = field(default_factory=dict)
    reachable: set[int] = field(default_factory=set)
    """People who pressed Start."""
    blocked: set[int] = field(default_factory=set)
    migrated: dict[int, int] = field(default_factory=dict)
    messages: defaultdict[int, list[Json]] = field(default_factory=lambda: defaultdict(list))
    """What stands in each chat, oldest first."""
    updates: list[Json] = field(default_factory=list)
    """Those that the bot has not confirmed."""
    webhook: Json = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    open_queries: set[str] = field(default_factory=set)
    numbers: count[int] = field(default_factory=lambda: count(1))
    polls: int = 0
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)


class FakeTelegram:
    """The server, on a free port of loopback while it is entered."""

    def __init__(self) -> None:
        self.server = Server()
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
            case "deleteWebhook":
                self.server.webhook = {}
                return True
            case "getFile":
                return self._get_file(call.given)
            case "answerCallbackQuery":
                return self._answered(call.given["callback_query_id"])
            case "editMessageText" | "editMessageReplyMarkup":
                return self._edited(call.given)
            case "deleteMessage":
                self._message(call.given, "message to delete not found")
                self._drop(call.given)
                return True
            case method if method in SENDS:
                return self._sent(call)
            case _:
                return True

    async def _updates(self, given: Json) -> list[Json]:
        if self.server.webhook:
            raise Refused(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first")  # fmt: skip
        self.server.polls += 1
        mine, offset = self.server.polls, given.get("offset", 0)
        async with self.server.changed:
            self.server.updates = [one for one in self.server.updates if one["update_id"] >= offset]
            self.server.changed.notify_all()
            news = lambda: self.server.updates or self.server.polls != mine  # noqa: E731
            try:
                await asyncio.wait_for(self.server.changed.wait_for(news), given.get("timeout", 0))
            except TimeoutError:
                return []
        if self.server.polls != mine:
            raise Refused(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running")  # fmt: skip
        allowed = given.get("allowed_updates") or None
        return [one for one in self.server.updates if allowed is None or set(one) & set(allowed)]

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

    def _get_file(self, given: Json) -> Json:
        id = given["file_id"]
        return {"file_id": id, "file_unique_id": id, "file_size": len(self.server.files[id]), "file_path": f"docs/{id}"}

    async def _file(self, request: web.Request) -> web.Response:
        return web.Response(body=self.server.files[request.match_info["path"].removeprefix("docs/")])

    def _answered(self, query: str) -> bool:
        if query not in self.server.open_queries:
            raise Refused(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
        self.server.open_queries.remove(query)
        return True

    def _sent(self, call: Call) -> Json:
        chat = self._chat(call.given["chat_id"])
        message: Json = {"message_id": next(self.server.numbers), "date": NOW, "chat": chat, "from": BOT}
        message |= _content(call, message["message_id"])
        if ephemeral := call.given.get("ephemeral_message_parameters"):
            id = ephemeral["receiver_user_id"]
            receiver = {"id": id, "is_bot": False, "first_name": self.server.chats[id]["first_name"]}
            message |= {"ephemeral_message_id": message["message_id"], "message_id": 0, "receiver_user": receiver}
        if thread := call.given.get("message_thread_id"):
            message |= {"message_thread_id": thread, "is_topic_message": True}
        if "inline_keyboard" in (call.given.get("reply_markup") or {}):
            message["reply_markup"] = call.given["reply_markup"]
        self.server.messages[chat["id"]].append(message)
        return message

    def _chat(self, id: int) -> Json:
        if id in self.server.migrated:
            new = self.server.migrated[id]
            raise Refused(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=new)
        if id in self.server.blocked:
            raise Refused(403, "Forbidden: bot was blocked by the user")
        if id not in self.server.chats:
            raise Refused(400, "Bad Request: chat not found")
        if id > 0 and id not in self.server.reachable:
            raise Refused(403, "Forbidden: bot can't initiate conversation with a user")
        return self.server.chats[id]

    def _message(self, given: Json, otherwise: str) -> Json:
        self._chat(given["chat_id"])
        for message in self.server.messages[given["chat_id"]]:
            if message["message_id"] == given["message_id"]:
                return message
        raise Refused(400, f"Bad Request: {otherwise}")

    def _drop(self, given: Json) -> None:
        chat = self.server.messages[given["chat_id"]]
        self.server.messages[given["chat_id"]] = [one for one in chat if one["message_id"] != given["message_id"]]

    def _edited(self, given: Json) -> Json:
        message = self._message(given, "message to edit not found")
        if message["from"] != BOT:
            raise Refused(400, "Bad Request: message can't be edited")
        new = {name: each for name, each in message.items() if name not in ("reply_markup", "edit_date")}
        if "text" in given and "photo" in message:
            raise Refused(400, "Bad Request: there is no text in the message to edit")
        if "text" in given or "rich_message" in given:
            new = {name: each for name, each in new.items() if name not in ("text", "rich_message")}
            new |= _content(Call("editMessageText", given, {}), 0)
        if "reply_markup" in given:
            new["reply_markup"] = given["reply_markup"]
        if new == {name: each for name, each in message.items() if name != "edit_date"}:
            raise Refused(400, "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message")  # fmt: skip
        message.clear()
        message |= {**new, "edit_date": NOW}
        return message


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


def _content(call: Call, number: int) -> Json:
    match call.given:
        case {"rich_message": {"html": html}}:
            return {"rich_message": {"blocks": [{"type": "paragraph", "text": plain_rich(html)}]}}
        case {"photo": _}:
            size = {"file_id": f"p{number}", "file_unique_id": f"p{number}", "width": 1, "height": 1}
            return {"photo": [size], **_caption(call.given)}
        case {"document": attached}:
            name = next(iter(call.files.values()))[0] if call.files else attached
            document = {"file_id": f"d{number}", "file_unique_id": f"d{number}", "file_name": name}
            return {"document": document, **_caption(call.given)}
        case {"text": text}:
            return {"text": plain(text) if call.given.get("parse_mode") == "HTML" else text}
        case _:
            raise AssertionError(call)


def _caption(given: Json) -> Json:
    return {"caption": plain(given["caption"])} if given.get("caption") else {}


def labels(message: Json) -> Sequence[str]:
    """The words on the message's buttons."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["text"] for row in rows for button in row]
