"""The playground: a chat page on this machine in which a newcomer tries the bot as any of its people."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import ParamSpec
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from adapters.base import Hear, Unasked
from adapters.document import content
from adapters.web import read
from adapters.web.desk import Desk, Stranger
from adapters.web.guard import Guard
from adapters.web.words import PageWords, Persona
from conversations.event import Event, Pressed
from conversations.view import Run

P = ParamSpec("P")
STATIC = Path(__file__).parent / "static"


def playground(
    hear: Hear,
    people: Callable[[], Sequence[Persona]],
    words: Mapping[str, PageWords],
    greeting: str = "",
    unasked: Unasked = lambda who: (),
) -> Starlette:
    """The page as an ASGI app, to be served on a loopback address.

    `people` is asked at each request and names at least one person; `words` has every language they read.
    `greeting` is said in the name of whoever opens an empty chat: the answer to it is the first they see.
    `unasked` is asked whenever somebody opens their chat again.
    """
    pages = _Pages(Desk(hear, people, words, greeting, unasked), words)
    chat = [
        Route("/", pages.show),
        Route("/say", pages.say, methods=["POST"]),
        Route("/press", pages.press, methods=["POST"]),
        Route("/submit", pages.submit, methods=["POST"]),
        Route("/drop", pages.drop, methods=["POST"]),
        Route("/file/{entry:int}/{place:int}", pages.file),
        Route("/language", pages.read_in, methods=["POST"]),
    ]
    return Starlette(
        routes=[
            Route("/", pages.enter),
            Route("/as", pages.speak_as, methods=["POST"]),
            Mount("/as/{user}", routes=chat),
            Mount("/static", StaticFiles(directory=STATIC)),
        ],
        middleware=[Middleware(Guard)],
    )


class _Pages:
    """The endpoints. Who speaks stands in the address, so that two tabs can be two people.

    The bot is called in the thread pool. All links are relative: the app may be mounted anywhere.
    """

    def __init__(self, desk: Desk, words: Mapping[str, PageWords]) -> None:
        self._desk = desk
        self._words = words

    async def enter(self, request: Request) -> Response:
        return _to_chat("as/", await run_in_threadpool(self._desk.first))

    async def show(self, request: Request) -> Response:
        return await self._in_thread(self._desk.page, _user(request))

    async def say(self, request: Request) -> Response:
        async with request.form() as post:
            event = read.said(post)
        return await self._answer(request, event, event.text)

    async def press(self, request: Request) -> Response:
        async with request.form() as post:
            try:
                event, label = read.pressed(post), read.label(post)
            except ValueError:
                return Response(status_code=400)
        return await self._answer(request, event, label)

    async def submit(self, request: Request) -> Response:
        async with request.form() as post:
            try:
                event = read.submitted(post)
            except ValueError:
                return Response(status_code=400)
        return await self._answer(request, event)

    async def drop(self, request: Request) -> Response:
        async with request.form(max_files=1) as post:
            event = await read.dropped(post)
        return await self._answer(request, event, event.name) if event else Response(status_code=400)

    async def file(self, request: Request) -> Response:
        at = request.path_params["entry"], request.path_params["place"]
        try:
            document = await run_in_threadpool(self._desk.document, _user(request), *at)
        except Stranger:
            return Response(status_code=404)
        kept = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(document.name, safe='')}"}
        return Response(await run_in_threadpool(content, document), headers=kept, media_type="application/octet-stream")

    async def speak_as(self, request: Request) -> Response:
        async with request.form() as post:
            user = read.text(post, "user")
        return _to_chat("as/", user)

    async def read_in(self, request: Request) -> Response:
        async with request.form() as post:
            language = read.text(post, "language")
        if language not in self._words:
            return Response(status_code=400)
        switch = Pressed(Run(self._words[language].language_words))
        await self._in_thread(self._desk.answer, _user(request), switch)
        return _to_chat("../", _user(request))

    async def _answer(self, request: Request, event: Event, heard: str = "") -> Response:
        log = await self._in_thread(self._desk.answer, _user(request), event, heard)
        return log if "hx-request" in request.headers else _to_chat("../", _user(request))

    async def _in_thread(self, draw: Callable[P, str], *args: P.args, **kwargs: P.kwargs) -> Response:
        try:
            return HTMLResponse(await run_in_threadpool(draw, *args, **kwargs))
        except Stranger:
            return Response(status_code=404)


def _user(request: Request) -> str:
    return str(request.path_params["user"])


def _to_chat(way: str, user: str) -> Response:
    return RedirectResponse(f"{way}{quote(user, safe='')}/", status_code=303)
