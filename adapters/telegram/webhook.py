"""The route to which Telegram posts updates: 200 after one was answered, else it is posted again."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from secrets import compare_digest

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Bot, Update

PATH = "/telegram/webhook"
SECRET = "X-Telegram-Bot-Api-Secret-Token"
LARGEST = 1_000_000
"""Bytes of an update; files are not in it."""


class Webhook:
    """Takes what Telegram posts, and nobody else."""

    def __init__(self, bot: Bot, secret: str, take: Callable[[Update], Awaitable[bool]]) -> None:
        self._bot = bot
        self._secret = secret
        self._take = take
        self.open = False
        """Whether the bot is ready to answer."""

    def route(self) -> Route:
        """For the bot's ASGI app."""
        return Route(PATH, self._posted, methods=["POST"])

    async def _posted(self, request: Request) -> Response:
        if not compare_digest(request.headers.get(SECRET, "").encode(), self._secret.encode()):
            return Response(status_code=403)
        if not self.open:
            return Response(status_code=503)
        update = _update(await _body(request), self._bot)
        if update is None:
            return Response(status_code=400)
        return Response(status_code=200 if await self._take(update) else 503)


async def _body(request: Request) -> bytes:
    """Of what is too large only the beginning, which is no JSON."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            break
    return body


def _update(body: bytes, bot: Bot) -> Update | None:
    try:
        return Update.de_json(json.loads(body), bot)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
