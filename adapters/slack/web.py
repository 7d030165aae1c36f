"""Slack's way to us over HTTP: signed posts, and the pages by which a workspace installs the app."""

from __future__ import annotations

from collections.abc import Sequence

from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncApp
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

EVENTS, INSTALL, REDIRECT = "/slack/events", "/slack/install", "/slack/oauth_redirect"
LARGEST_POST = 1_000_000
"""Bytes: more is not even read, as whoever posts it has not shown yet that they are Slack."""


def routes(app: AsyncApp) -> Sequence[Route]:
    """Where Slack posts what happens; and where an app for many workspaces is installed."""
    handler = AsyncSlackRequestHandler(app)

    async def heard(request: Request) -> Response:
        length = request.headers.get("content-length", "")
        if not length.isdecimal():
            return Response(status_code=411)
        return Response(status_code=413) if int(length) > LARGEST_POST else await handler.handle(request)

    pages = [Route(path, handler.handle) for path in (INSTALL, REDIRECT)] if app.oauth_flow else []
    return [Route(EVENTS, heard, methods=["POST"]), *pages]
