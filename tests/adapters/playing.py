"""A playground around a bot that can do just enough to be played with."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence

import httpx
from starlette.applications import Starlette

from adapters.base import Who
from adapters.web.app import playground
from adapters.web.words import PageWords, Persona
from conversations.event import Dropped, Event, Pressed, Said, Submitted
from conversations.view import (
    Act,
    Button,
    Form,
    Message,
    Option,
    Question,
    QuestionKind,
    Run,
    Style,
    Text,
    Tone,
    Turn,
    View,
)
from tests.adapters import specimens

HERE = "http://127.0.0.1:8000"
WORDS = {
    "en": PageWords(
        language_name="English",
        language_words="speak en",
        title="KPI bot",
        speaking_as="Speaking as",
        language="Language",
        theme="Light or dark",
        chat="Chat with the bot",
        placeholder="Type a command",
        send="Send",
        drop="Send a file",
        optional="optional",
        good="on track",
        fair="behind",
        poor="at risk",
        failed="Something broke. Please try again.",
        offline="The bot cannot be reached.",
    ),
    "zh": PageWords(
        language_name="中文",
        language_words="speak zh",
        title="KPI 助手",
        speaking_as="当前身份",
        language="语言",
        theme="切换明暗",
        chat="与助手的对话",
        placeholder="输入命令",
        send="发送",
        drop="发送文件",
        optional="选填",
        good="正常",
        fair="落后",
        poor="有风险",
        failed="系统出错了，请再试一次。",
        offline="连不上助手。",
    ),
}

TARGET = Question("target", QuestionKind.NUMBER, "Target", "As you would write it.")
UNIT = Question(
    "unit",
    QuestionKind.CHOICE,
    "Unit",
    options=(Option("orders", "Orders"), Option("cny", "Yuan", "¥, before tax")),
)
NOTE = Question("note", QuestionKind.TEXT, "Note", optional=True)


class Toy:
    """Answers a handful of words and keeps each person's language and everything it heard.

    With `shown`, the answer is every specimen in these words.
    """

    def __init__(self) -> None:
        self.shown = ""
        self.languages = {"ann": "en", "王芳": "en"}
        self.heard: list[tuple[Who, Event]] = []

    def people(self) -> Sequence[Persona]:
        """Two people, the second with an id that is no ASCII."""
        return (
            Persona("ann", "Ann", "owner", self.languages["ann"]),
            Persona("王芳", "Wang Fang", "head of Sales", self.languages["王芳"]),
        )

    def hear(self, who: Who, event: Event) -> Sequence[View]:
        """What the bot does."""
        self.heard.append((who, event))
        match event:
            case Pressed(Run("speak zh" | "speak en" as words)):
                self.languages[who.user] = words[-2:]
                return [message(f"language is {words[-2:]}", tone=Tone.SUCCESS)]
            case Submitted():
                return self._submitted(event)
            case Dropped(name, content):
                return [message(f"{name}: {len(content)} bytes")]
            case Said(words) | Pressed(Run(words)):
                return self._said(who, words)
            case Pressed(Turn(act=act)):
                return [message(f"pressed {act}")]
            case Pressed():
                raise AssertionError(event)

    def _said(self, who: Who, words: str) -> Sequence[View]:
        if words == "boom":
            raise RuntimeError("the toy breaks when asked to")
        if words == "target":
            return [form(TARGET, UNIT, NOTE)]
        if not words:
            return [message(f"Hello {who.name}", Button("Report", Run("scorecard"), Style.PRIMARY))]
        if self.shown:
            return list(specimens.views(specimens.always(self.shown)).values())
        return [specimens.views(_english).get(words, message("?"))]

    def _submitted(self, event: Submitted) -> Sequence[View]:
        if not event.values["target"].isdecimal():
            wrong = Question("target", QuestionKind.NUMBER, "Target", "", initial="abc", error="Not a number.")
            return [form(wrong, turn=event.turn + 1)]
        return [message(f"target is {event.values['target']}", tone=Tone.SUCCESS)]


def toy_playground(toy: Toy) -> Starlette:
    """The page on which the toy can be tried."""
    return playground(toy.hear, toy.people, WORDS)


class Client:
    """A browser without eyes: posts forms as htmx does, and follows redirects."""

    def __init__(self, app: Starlette) -> None:
        self._app = app

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> httpx.Response:
        """The answer to a GET."""
        return asyncio.run(self._request("GET", path, headers=headers))

    def post(self, path: str, data: Mapping[str, str | list[str]], origin: str = HERE) -> httpx.Response:
        """What htmx gets for a form handed in."""
        headers = {"HX-Request": "true", "Origin": origin}
        return asyncio.run(self._request("POST", path, data=data, headers=headers))

    def upload(self, path: str, name: str, content: bytes) -> httpx.Response:
        """What htmx gets for a file sent."""
        headers = {"HX-Request": "true", "Origin": HERE}
        return asyncio.run(self._request("POST", path, files={"file": (name, content)}, headers=headers))

    def post_plainly(self, path: str, data: Mapping[str, str | list[str]]) -> httpx.Response:
        """The page that comes where no script runs."""
        return asyncio.run(self._request("POST", path, data=data))

    def post_endlessly(self, path: str) -> httpx.Response:
        """The answer to a post that doesn't say how long it will be."""
        return asyncio.run(self._request("POST", path, content=_chunks()))

    async def _request(
        self,
        method: str,
        path: str,
        data: Mapping[str, str | list[str]] | None = None,
        content: AsyncIterator[bytes] | None = None,
        files: Mapping[str, tuple[str, bytes]] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> httpx.Response:
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(self._app),
            base_url=HERE,
            follow_redirects=True,
        ) as client:
            return await client.request(method, path, data=data, content=content, files=files, headers=headers)


async def _chunks() -> AsyncIterator[bytes]:
    yield b"text=x"


def message(words: str, *buttons: Button, tone: Tone = Tone.PLAIN) -> Message:
    """A line with buttons."""
    return Message((Text(words),), buttons, tone)


def form(*questions: Question, turn: int = 1) -> Form:
    """A dialog's turn with a way out."""
    cancel = Button("Cancel", Turn("r1", turn, Act.CANCEL), Style.DANGER)
    return Form("r1", turn, "target", "Set a target", "1/2", (), questions, (cancel,), "Next")


def _english(en: str, _zh: str) -> str:
    return en
