"""The least that an app on Bolt can do: it acknowledges /kpi and answers with a fixed sentence.

`python -m bench.slack_bare API_URL TOKEN SECRET` serves it and prints where.
"""

from __future__ import annotations

import asyncio
import sys

from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond
from slack_sdk.web.async_client import AsyncWebClient
from starlette.applications import Starlette
from starlette.routing import Route

from adapters.slack.names import COMMAND, EVENTS_PATH
from bot.server import listening, serving


async def main(api_url: str, token: str, secret: str) -> None:
    """Serves it until it is ended."""
    app = AsyncApp(client=AsyncWebClient(token, base_url=api_url), signing_secret=secret)
    app.command(COMMAND)(_answer)
    handler = AsyncSlackRequestHandler(app)
    web = Starlette(routes=[Route(EVENTS_PATH, handler.handle, methods=["POST"])])
    with listening("127.0.0.1", 0) as listener:
        async with serving(web, listener):
            print(f"bare; http://127.0.0.1:{listener.getsockname()[1]}", flush=True)
            await asyncio.Event().wait()


async def _answer(ack: AsyncAck, respond: AsyncRespond) -> None:
    await ack()
    await respond("November: 103.8 of 100 points.")


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
