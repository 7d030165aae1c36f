"""The fax machine as a part of the running bot: it is posted a page, and prints the answer."""

from __future__ import annotations

from pathlib import Path

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from adapters.base import Address, Outcome, TransportError, Who
from adapters.part import Part
from adapters.ports import Ports
from adapters.texts import words_in
from conversations.event import Said
from conversations.view import Message, Text, View

WORKSPACE = "office"
PRINTED = "printed"


class Machine:
    """Whoever knows the PIN is heard."""

    def __init__(self, pin: str, ports: Ports) -> None:
        self._pin = pin
        self._ports = ports

    def part(self) -> Part:
        route = Route("/fax/{pin}/{number}", self._page, methods=["POST"])
        return Part("fax", routes=[route], poster=Paper(self._ports))

    async def _page(self, request: Request) -> Response:
        if request.path_params["pin"] != self._pin:
            return Response(status_code=403)
        who = Who("fax", WORKSPACE, request.path_params["number"], request.query_params["name"])
        mark = request.query_params["page"]
        views = await self._ports.hear(who, Said((await request.body()).decode()), mark)
        await self._ports.answered(who, mark)
        head = words_in(Path(__file__).parent, await self._ports.reads(who), "page")["sender"]
        return PlainTextResponse("\n".join((head, *map(_words, views))))


class Paper:
    """Keeps what was printed last at each place."""

    def __init__(self, ports: Ports) -> None:
        self._kept = ports.kept(WORKSPACE)
        self._in_thread = ports.in_thread

    async def post(self, to: Address, message: Message, mark: str) -> str:
        await self._in_thread(lambda: self._kept.put(f"{PRINTED}.{to.channel or to.user}", _words(message)))
        return mark

    async def posted(self, to: Address, mark: str) -> str | None:
        raise TransportError("it does not remember", Outcome.UNKNOWN)

    async def amend(self, to: Address, id: str, message: Message) -> str:
        return await self.post(to, message, id)


def _words(view: View) -> str:
    """As plain as a fax is."""
    if isinstance(view, Message):
        return "\n".join(block.html for block in view.blocks if isinstance(block, Text))
    return view.title
