"""A made-up platform on the loopback, and `kpi-bot run` with it: `python -m tests.acceptance.carrier ADDRESS`."""

from __future__ import annotations

import asyncio
import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from secrets import token_hex
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import httpx

from adapters.base import Address, Outcome, TransportError
from adapters.part import Part
from bot import bootstrap
from bot.metrics import Metrics
from bot.opening import opened
from bot.pool import Pool
from bot.post import courier, doubts, lanes, letters
from bot.post.traffic import Traffic
from bot.run import run
from bot.server import listening
from conversations.view import Message, Text

PLATFORM = "carrier"
ANSWERS_AFTER = 0.2
"""Seconds from getting a message to saying so: whoever is killed meanwhile never knows."""
SHORT = {"LEASE": 1, "CLAIM": 15, "ASK_AFTER": 2}
LONGEST_CALL = 5.0
"""Seconds: a test does not wait for the dead for as long as one does in earnest. A busy machine takes some for a call."""


class Carrier:
    """The platform: it keeps what it got, whoever is killed meanwhile, and says so a moment later, as real ones do."""

    def __init__(self, *, can_be_asked: bool = True) -> None:
        self.taken: list[dict[str, str]] = []
        self.can_be_asked = can_be_asked
        self.address = ""

    @contextmanager
    def serving(self) -> Iterator[Carrier]:
        """It can be reached meanwhile."""
        server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.address = f"http://127.0.0.1:{server.server_port}"
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield self
        server.shutdown()
        server.server_close()
        thread.join()

    def _handler(carrier) -> type[BaseHTTPRequestHandler]:
        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                length = int(self.headers["Content-Length"])
                body = self.rfile.read(length)
                if len(body) == length:  # Whoever was killed meanwhile has sent nothing.
                    carrier.taken.append(json.loads(body))
                    number = len(carrier.taken)
                    time.sleep(ANSWERS_AFTER)
                    self._answer(200, str(number))

            def do_GET(self) -> None:
                mark = parse_qs(urlsplit(self.path).query)["mark"][0]
                found = [n for n, each in enumerate(carrier.taken, 1) if each["mark"] == mark]
                if not carrier.can_be_asked:
                    self._answer(405, "")
                else:
                    self._answer(200 if found else 404, str(found[0]) if found else "")

            def _answer(self, status: int, text: str) -> None:
                with suppress(ConnectionError):  # Whoever was killed meanwhile never hears.
                    self.send_response(status)
                    self.send_header("Content-Length", str(len(text)))
                    self.end_headers()
                    self.wfile.write(text.encode())

            def log_message(self, format: str, *args: object) -> None:
                """Says nothing."""

        return Handler


class CarrierPoster:
    """Posts to it."""

    def __init__(self, address: str) -> None:
        self._client = httpx.AsyncClient(base_url=address, timeout=LONGEST_CALL)

    async def post(self, to: Address, message: Message, mark: str) -> str:
        words = " ".join(block.html for block in message.blocks if isinstance(block, Text))
        try:
            answer = await self._client.post("/", json={"chat": to.user, "mark": mark, "text": words})
        except httpx.ConnectError as error:
            raise TransportError("nobody there", Outcome.LATER) from error
        except httpx.HTTPError as error:
            raise TransportError("no answer", Outcome.UNKNOWN) from error
        return answer.text

    async def posted(self, to: Address, mark: str) -> str | None:
        try:
            answer = await self._client.get("/", params={"mark": mark})
        except httpx.HTTPError as error:
            raise TransportError("no answer", Outcome.LATER) from error
        if answer.status_code == httpx.codes.METHOD_NOT_ALLOWED:
            raise TransportError("can't be asked", Outcome.UNKNOWN)
        return answer.text if answer.status_code == httpx.codes.OK else None

    async def amend(self, to: Address, id: str, message: Message) -> str:
        raise NotImplementedError


def main(address: str) -> None:
    """The bot with that platform and its clock; leases are short, so that nobody waits for the dead for long."""
    for name, seconds in SHORT.items():
        for module in (lanes, letters, doubts):
            if hasattr(module, name):
                setattr(module, name, timedelta(seconds=seconds))
    courier.LONGEST_CALL = LONGEST_CALL
    engine = opened()
    bot, metrics = bootstrap.build(engine), Metrics()
    # Whose a claim is can be read from it.
    bot = replace(bot, new_id=lambda: f"{os.getpid()}-{token_hex(6)}")

    async def running() -> None:
        traffic = Traffic()
        pool = Pool(bot.hear, traffic, metrics)
        parts = [Part(PLATFORM, poster=CarrierPoster(address))]
        sends = bootstrap.post(parts, bot, pool, traffic, metrics)
        with listening("127.0.0.1", 0) as listener:
            await run([*parts, *sends], pool, metrics, engine, listener)

    asyncio.run(running())


if __name__ == "__main__":
    main(sys.argv[1])
