"""The playground: a chat page on this machine in which a newcomer tries the bot as any of its people."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from urllib.parse import quote, unquote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from adapters.base import Hear
from adapters.web import read
from adapters.web.desk import Desk
from adapters.web.guard import Guard
from adapters.web.words import PageWords, Persona
from conversations.event import Event, Said

PERSONA = "persona"
"""The cookie that says as whom the page speaks."""
STATIC = Path(__file__).parent / "static"


def playground(
    hear: Hear,
    people: Callable[[], Sequence[Persona]],
    words: Mapping[str, PageWords],
    greeting: str = "",
) -> Starlette:
    """The page as an ASGI app, to be served on a loopback address.

    `people` is asked at each request and names at least one person; `words` has every language they read.
    `greeting` is said in the name of whoever opens an empty chat: the answer to it is the first they see.
    """
    pages = _Pages(Desk(hear, people, words, greeting), tuple(words))
    return Starlette(
        routes=[
            Route("/", pages.show),
            Route("/say", pages.say, methods=["POST"]),
            Route("/press", pages.press, methods=["POST"]),
            Route("/submit", pages.submit, methods=["POST"]),
            Route("/as", pages.speak_as, methods=["POST"]),
            Route("/language", pages.read_in, methods=["POST"]),
            Mount("/static", StaticFiles(directory=STATIC)),
        ],
        middleware=[Middleware(Guard)],
    )


class _Pages:
    """The endpoints. The bot is called in the thread pool."""

    def __init__(self, desk: Desk, languages: tuple[str, ...]) -> None:
        self._desk = desk
        self._languages = languages

    async def show(self, request: Request) -> Response:
        return HTMLResponse(await run_in_threadpool(self._desk.page, _user(request)))

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

    async def speak_as(self, request: Request) -> Response:
        async with request.form() as post:
            user = read.text(post, "user")
        response = _to_page()
        response.set_cookie(PERSONA, quote(user), httponly=True, samesite="strict")
        return response

    async def read_in(self, request: Request) -> Response:
        async with request.form() as post:
            language = read.text(post, "language")
        if language not in self._languages:
            return Response(status_code=400)
        await run_in_threadpool(self._desk.answer, _user(request), Said(f"language {language}"))
        return _to_page()

    async def _answer(self, request: Request, event: Event, heard: str = "") -> Response:
        log = await run_in_threadpool(self._desk.answer, _user(request), event, heard)
        return HTMLResponse(log) if "hx-request" in request.headers else _to_page()


def _user(request: Request) -> str:
    return unquote(request.cookies.get(PERSONA, ""))


def _to_page() -> Response:
    return RedirectResponse("./", status_code=303)
