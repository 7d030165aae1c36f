"""Slack's way to us over HTTP: signed posts, and the pages by which a workspace installs the app."""

from __future__ import annotations

from collections.abc import Sequence

from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncApp
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from adapters.slack.names import EVENTS_PATH, INSTALL_PATH, REDIRECT_PATH

LARGEST_POST = 1_000_000
"""Bytes: more is not even read, as whoever posts it has not shown yet that they are Slack."""


def routes(app: AsyncApp) -> Sequence[Route]:
    """Where Slack posts what happens; and where an app for many workspaces is installed."""
    handler = AsyncSlackRequestHandler(app)

    async def heard(request: Request) -> Response:
        refused = _refusal(request.headers)
        return Response(status_code=refused) if refused else await handler.handle(request)

    pages = [Route(path, handler.handle) for path in (INSTALL_PATH, REDIRECT_PATH)] if app.oauth_flow else []
    return [Route(EVENTS_PATH, heard, methods=["POST"]), *pages]


def _refusal(headers: Headers) -> int | None:
    """The status to refuse with what need not be read; the signature is Bolt's to check."""
    length = headers.get("content-length", "")
    if not length.isdecimal():
        return 411
    if int(length) > LARGEST_POST:
        return 413
    return None if headers.get("x-slack-request-timestamp", "").isdecimal() else 401
