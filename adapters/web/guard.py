"""Keeps other sites, other names for this machine and overlong posts away from the playground."""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from conversations.event import LARGEST_FILE

HOSTS = ("127.0.0.1", "localhost", "[::1]")
LARGEST_POST = 256 * 1024
LARGEST_DROP = LARGEST_FILE + 64 * 1024
"""A file and what stands around it."""
HEADERS = {
    "Content-Security-Policy": "default-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'; object-src 'none'",
    "Cache-Control": "no-cache",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Guard:
    """Refuses what does not come from our own page, and tells browsers to load nothing from elsewhere."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status = _refusal(scope["method"], scope["path"], Headers(scope=scope))
        answer = Response(status_code=status) if status else self._app
        await answer(scope, receive, _with_headers(send))


def _refusal(method: str, path: str, headers: Headers) -> int | None:
    """The status to refuse with. A name of another site's that leads to this machine has that site's Host."""
    if _name(headers.get("host", "")) not in HOSTS:
        return 421
    if method in ("GET", "HEAD"):
        return None
    if headers.get("origin", _own(headers)) != _own(headers):
        return 403
    return _size_refusal(headers.get("content-length", ""), LARGEST_DROP if path.endswith("/drop") else LARGEST_POST)


def _size_refusal(length: str, largest: int) -> int | None:
    if not length.isdecimal():
        return 411
    return 413 if int(length) > largest else None


def _own(headers: Headers) -> str:
    return f"http://{headers.get('host', '')}"


def _name(host: str) -> str:
    name, colon, port = host.rpartition(":")
    return name if colon and port.isdecimal() else host


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).update(HEADERS)
        await send(message)

    return sending
