"""Somebody at Slack's client: what they type, press and fill in comes to the bot as Slack sends it, judged too."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any, TypeAlias
from urllib.parse import urlencode

import httpx
from slack_sdk.signature import SignatureVerifier
from starlette.applications import Starlette

from bot import clock
from tests.adapters.slack.fake import FakeSlack
from tests.adapters.slack.fields import FILE, left_empty, state
from tests.adapters.slack.judge import faults_of_answer, faults_of_heard
from tests.adapters.slack.methods import APP, TEAM
from tests.adapters.slack.state import Posted

Json: TypeAlias = Any
Send: TypeAlias = Callable[[str, Json], Coroutine[Any, Any, Json]]
"""Takes the kind of what happens ("command", "event", …) and Slack's payload; returns the acknowledgement, None for none."""

SECRET = "a-signing-secret"
PATIENCE = 3.0
"""Seconds that Slack waits."""


def over_http(web: Starlette, secret: str = SECRET) -> Send:
    """Signed posts to the bot's address."""

    async def send(kind: str, payload: Json) -> Json:
        body = json.dumps(payload) if kind == "event" else urlencode(_form(kind, payload))
        type = "application/json" if kind == "event" else "application/x-www-form-urlencoded"
        answer = await post(web, body, type, secret)
        assert answer.status_code == 200, (answer.status_code, answer.text)
        return answer.json() if answer.text.startswith("{") else {}

    return send


async def post(web: Starlette, body: str, type: str, secret: str = SECRET, **more: str) -> httpx.Response:
    """A post as Slack signs it."""
    now = str(int(clock.now().timestamp()))
    signature = SignatureVerifier(secret).generate_signature(timestamp=now, body=body) or ""
    headers = {
        "Content-Type": type,
        "X-Slack-Request-Timestamp": now,
        "X-Slack-Signature": signature,
        **more,
    }
    async with httpx.AsyncClient(transport=httpx.ASGITransport(web), base_url="http://bot") as client:
        return await asyncio.wait_for(client.post("/slack/events", content=body, headers=headers), PATIENCE)


def over_socket(slack: FakeSlack, copies: int = 1) -> Send:
    """Envelopes on the lines that the bot has opened: each on another one, the newest first, or on so many at once."""
    turn = count()

    async def send(kind: str, payload: Json) -> Json:
        types = {"event": "events_api", "command": "slash_commands"}
        id = slack.id("E")
        envelope = {"envelope_id": id, "type": types.get(kind, "interactive"), "payload": payload}
        async with asyncio.timeout(PATIENCE):
            while not slack.sockets:  # On a busy machine the bot may be about to open new ones.
                await asyncio.sleep(0.005)
        first, lines = next(turn), list(slack.sockets)
        for n in range(copies):
            await lines[-1 - (first + n) % len(lines)].send_json(envelope)
        async with asyncio.timeout(PATIENCE):
            while id not in slack.acked:
                await asyncio.sleep(0.005)
        return slack.acked[id] or {}

    return send


@dataclass
class Client:
    """One person's client, in the workspace."""

    slack: FakeSlack
    send: Send
    settled: Callable[[], Awaitable[None]]
    """Returns when the bot has finished."""
    user: str = "UANN"
    team: str = TEAM
    heard: list[tuple[str, Json]] = field(default_factory=list)

    async def command(self, text: str, channel: str = "C1") -> Json:
        """Types /kpi and this."""
        return await self._do(
            "command",
            {
                **self._common(),
                "command": "/kpi",
                "text": _typed(text),
                "user_id": self.user,
                "user_name": self.user.lower(),
                "team_id": self.team,
                "team_domain": "x",
                "channel_id": channel,
                "channel_name": "general",
                "response_url": self.slack.response_url(channel, self.user),
                "trigger_id": self.slack.trigger(self.user),
            },
        )

    async def say(self, text: str, files: tuple[Json, ...] = (), **more: Json) -> Json:
        """Writes this to the bot."""
        ts = self.slack.ts()
        said = {"type": "message", "channel": f"D{self.user}", "channel_type": "im", "user": self.user, "ts": ts}
        shared = {"subtype": "file_share", "files": list(files), "upload": True} if files else {}
        return await self.event({**said, "text": _typed(text), "event_ts": ts, **shared, **more})

    async def mention(self, text: str, channel: str = "C1") -> Json:
        """Writes this in a channel, with @kpi before it."""
        ts = self.slack.ts()
        said = {"type": "app_mention", "channel": channel, "user": self.user, "ts": ts, "event_ts": ts}
        return await self.event({**said, "text": f"<@UBOT> {_typed(text)}"})

    async def drop(self, name: str, content: bytes) -> Json:
        """Sends a file to the bot."""
        id = self.slack.id("F")
        self.slack.files[id] = {"name": name, "content": content}
        url = f"{self.slack.base}/files/{id}"
        return await self.say("", ({**FILE, "id": id, "name": name, "title": name, "url_private_download": url},))

    async def open(self, tab: str) -> Json:
        """Opens the home tab, or the chat with the bot."""
        opened = {"type": "app_home_opened", "user": self.user, "channel": f"D{self.user}", "tab": tab}
        return await self.event({**opened, "event_ts": self.slack.ts()})

    async def event(self, event: Json, **more: Json) -> Json:
        """Something happens."""
        authorizations = [{"enterprise_id": None, "team_id": self.team, "user_id": "UBOT", "is_bot": True}]
        envelope = {
            **self._common(),
            "type": "event_callback",
            "team_id": self.team,
            "event": event,
            "event_id": self.slack.id("Ev"),
            "event_time": 1700000000,
            "authorizations": authorizations,
        }
        return await self._do("event", {**envelope, **more})

    async def press(self, label: str | int, where: Posted | Json) -> Json:
        """Presses the button with this label, or at this place, in a message, a modal or on the home tab."""
        return await self._do("block_actions", self.pressing(label, where))

    def pressing(self, label: str | int, where: Posted | Json) -> Json:
        """What Slack sends of it."""
        blocks = where.blocks if isinstance(where, Posted) else where["blocks"]
        drawn = [(block, each) for block in blocks if block["type"] == "actions" for each in block["elements"]]
        block, button = next(each for n, each in enumerate(drawn) if label in (n, each[1]["text"]["text"]))
        pressed = {key: value for key, value in button.items() if key != "style"}
        action = {**pressed, "block_id": block.get("block_id", "b1"), "action_ts": self.slack.ts()}
        payload = {
            **self._interaction("block_actions"),
            "actions": [action],
            "trigger_id": self.slack.trigger(self.user),
            "response_url": "",
        }
        if isinstance(where, Posted):
            container = {"type": "message", "message_ts": where.ts, "channel_id": where.channel}
            url = self.slack.response_url(where.channel, self.user, where.ts)
            message = {"type": "message", "ts": where.ts, "text": where.payload["text"]}
            at = {"container": {**container, "is_ephemeral": bool(where.only)}, "response_url": url, "message": message}
            return {**payload, **at, "channel": {"id": where.channel, "name": "x"}}
        return {**payload, "container": {"type": "view", "view_id": where["id"]}, "view": self._output(where, {})}

    async def hand_in(self, view: Json, answers: Mapping[str, str]) -> Json:
        """Fills in a modal, by the keys of its questions, and hands it in."""
        payload = self.handing_in(view, answers)
        self.slack.faults += [f"{label}: has to be filled in" for label in left_empty(payload["view"])]
        return await self._do("view_submission", payload, view)

    def handing_in(self, view: Json, answers: Mapping[str, str]) -> Json:
        """What Slack sends of it."""
        payload = {**self._interaction("view_submission"), "view": self._output(view, state(view, answers))}
        return {**payload, "trigger_id": self.slack.trigger(self.user)}

    async def shortcut(self, id: str) -> Json:
        """Chooses one of the app's shortcuts."""
        chosen = {**self._interaction("shortcut"), "callback_id": id, "action_ts": self.slack.ts()}
        user = {"id": self.user, "username": "x", "team_id": self.team}
        del chosen["api_app_id"]
        return await self._do("shortcut", {**chosen, "user": user, "trigger_id": self.slack.trigger(self.user)})

    async def take(self, text: str, id: str, channel: str = "C1") -> Json:
        """Chooses the app's shortcut at somebody's message."""
        chosen = {**self._interaction("message_action"), "callback_id": id, "action_ts": self.slack.ts()}
        message = {"type": "message", "user": "UBOB", "ts": self.slack.ts(), "text": text}
        at = {"channel": {"id": channel, "name": "x"}, "message": message, "message_ts": message["ts"]}
        url = self.slack.response_url(channel, self.user)
        del chosen["api_app_id"]
        chosen["user"] = {"id": self.user, "name": "x", "username": "x", "team_id": self.team}
        return await self._do(
            "message_action", {**chosen, **at, "response_url": url, "trigger_id": self.slack.trigger(self.user)}
        )

    async def _do(self, kind: str, payload: Json, view: Json = None) -> Json:
        self.slack.faults += [f"{kind}: {fault}" for fault in faults_of_heard(kind, payload)]
        before = self.slack.views.get(view["id"]) if view else None
        answer = await self.send(kind, payload)
        if view is None or self.slack.views.get(view["id"]) is before:  # else something else has been put into it since
            self._acknowledged(kind, answer, view)
        await self.settled()
        return answer

    def _acknowledged(self, kind: str, answer: Json, view: Json) -> None:
        if answer:
            self.slack.faults += [f"ack of {kind}: {fault}" for fault in faults_of_answer(kind, answer)]
        if kind == "view_submission":
            self.slack.views.pop(view["id"], None)
            match answer.get("response_action"):
                case "update":
                    self.slack.views[view["id"]] = {**answer["view"], "id": view["id"]}
                case "errors":
                    self.slack.views[view["id"]] = view
                case _:
                    pass

    def _common(self) -> dict[str, str]:
        return {"token": "t", "api_app_id": APP}

    def _interaction(self, type: str) -> dict[str, Json]:
        user = {"id": self.user, "name": "x", "team_id": self.team}
        if type == "block_actions":
            user["username"] = "x"
        return {**self._common(), "type": type, "team": {"id": self.team, "domain": "x"}, "user": user}

    def _output(self, view: Json, state: Json) -> Json:
        around = {
            "team_id": self.team,
            "app_id": APP,
            "app_installed_team_id": self.team,
            "bot_id": "B1",
            "hash": "1.x",
            "root_view_id": view["id"],
            "previous_view_id": None,
            "clear_on_close": False,
            "notify_on_close": False,
            "callback_id": "",
            "private_metadata": "",
            "title": {"type": "plain_text", "text": "x"},
            "close": None,
            "submit": None,
        }
        return {**around, **view, "state": {"values": state}}


def _form(kind: str, payload: Json) -> Json:
    return payload if kind == "command" else {"payload": json.dumps(payload)}


def _typed(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
