"""How calls go out: so many at a time, and none looks for a module that is not there."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType

import pytest

from adapters.telegram.lines import AT_ONCE
from conversations.event import Event
from conversations.view import Message, Text, View
from tests.adapters.telegram.chatting import chatting
from tests.adapters.telegram.person import Person
from tests.adapters.telegram.playing import Says


def answers(event: Event) -> Sequence[View]:
    return [Message((Text("Good morning."),))]


def test_no_more_are_on_their_way_at_once_and_the_others_are_answered_behind_them() -> None:
    async def played() -> tuple[int, list[str]]:
        async with chatting(Says(answers)) as (telegram, _):
            people = [Person(telegram, 10 + number, "Bob") for number in range(2 * AT_ONCE)]
            telegram.server.hanging.add("sendMessage")
            for person in people:
                await person.starts()
            async with asyncio.timeout(10):
                while telegram.server.hung < AT_ONCE:
                    await asyncio.sleep(0.01)
            await asyncio.sleep(0.1)
            hung = telegram.server.hung
            async with telegram.server.changed:
                telegram.server.hanging.clear()
                telegram.server.changed.notify_all()
            await telegram.settled()
            return hung, [person.screen() for person in people]

    hung, screens = asyncio.run(played())
    assert hung == AT_ONCE
    assert set(screens) == {"> /start\nGood morning."}


class Lookout:
    """Sees which modules are looked for."""

    def __init__(self) -> None:
        self.looked_for: list[str] = []

    def find_spec(self, name: str, path: object = None, target: ModuleType | None = None) -> ModuleSpec | None:
        self.looked_for.append(name)
        return None


def test_no_call_looks_for_a_module_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    lookout = Lookout()

    async def played() -> None:
        async with chatting(Says(answers)) as (telegram, ann):
            monkeypatch.setattr(sys, "meta_path", [lookout, *sys.meta_path])
            await ann.types("hello")
            await telegram.settled()

    asyncio.run(played())
    assert "sniffio" not in lookout.looked_for
