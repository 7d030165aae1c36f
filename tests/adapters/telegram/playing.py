"""The adapter around a bot that says what a test wants, at a Telegram on this machine."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any, TypeVar

from telegram.ext import BaseRateLimiter

from adapters.base import Who
from adapters.telegram.app import Telegram, Wire
from adapters.telegram.ears import Ears
from adapters.telegram.words import ChatWords, Menu
from conversations.event import Event
from conversations.view import View
from tests.adapters.telegram.fake import FakeTelegram
from tests.adapters.telegram.state import TOKEN

T = TypeVar("T")

WORDS = ChatWords(
    in_private="That is for you alone: it is in our own chat.",
    press_start="Press Start in our own chat first.",
    open_chat="Open our chat",
    closed_group="I may not write in {group}:",
    old_button="That button is too old.",
    edited="I read it as it was first.",
    unreadable="I read words and files.",
)
MENUS = (
    Menu("", (("report", "Where we stand"), ("help", "Help")), (("report", "Where we stand"),)),
    Menu("zh", (("report", "看报告"), ("help", "帮助")), (("report", "看报告"),)),
)


class Unpaced(BaseRateLimiter[None]):
    """Lets every call through at once, and once."""

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,  # noqa: ANN401
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: None,
    ) -> Any:  # noqa: ANN401
        """Makes the call."""
        return await callback(*args, **kwargs)


class InMemory:
    """What is kept, for as long as the test goes on: a bot that is begun anew is given it again."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}

    def get(self, name: str) -> str | None:
        return self.texts.get(name)

    def put(self, name: str, text: str) -> None:
        self.texts[name] = text

    def drop(self, name: str) -> None:
        self.texts.pop(name, None)


class Says:
    """A bot that shows what it is told to show, and keeps what it heard."""

    def __init__(self, says: Callable[[Event], Sequence[View]] = lambda event: ()) -> None:
        self.says = says
        self.heard: list[tuple[Who, Event]] = []
        self.kept = InMemory()
        self.answered: list[str] = []

    def ears(self) -> Ears:
        return Ears(self._hear, self._answered, self._words, self.kept, in_thread)

    def events(self) -> list[Event]:
        """What was heard."""
        return [event for _, event in self.heard]

    async def _hear(self, who: Who, event: Event, mark: str) -> Sequence[View]:
        self.heard.append((who, event))
        return self.says(event)

    async def _answered(self, who: Who, mark: str) -> None:
        self.answered.append(mark)

    async def _words(self, who: Who) -> ChatWords:
        return WORDS


def in_thread(do: Callable[[], T], /) -> Awaitable[T]:
    """In one of the loop's."""
    return asyncio.get_running_loop().run_in_executor(None, do)


def adapter(telegram: FakeTelegram, ears: Ears, webhook: str = "", menus: Sequence[Menu] = ()) -> Telegram:
    """The adapter at that Telegram, as fast as it can be."""
    return Telegram(Wire(TOKEN, telegram.base, webhook, "secret" if webhook else ""), ears, menus, Unpaced())
