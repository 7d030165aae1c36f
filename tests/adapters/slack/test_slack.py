"""The adapter's contract, with the real Bolt between a fake Slack and a bot that shows what it is told to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pytest

from adapters.base import Who
from conversations.event import Dropped, Event, Pressed, Submitted
from conversations.view import Button, Form, View
from tests.adapters.contract import FILLED, PLAIN, AdapterContract, buttons
from tests.adapters.slack.state import Json, Posted
from tests.adapters.slack.town import Town


class Driver:
    """A person at Slack's client: commands, and forms as modals."""

    def __init__(self, way: str) -> None:
        self.views: Sequence[View] = ()
        self.town = Town(self._hear, way)

    def sent(self, view: View) -> str:
        return repr([_shown(each) for each in self._show(view)])

    def words(self, view: View) -> str:
        return "\n".join(_words(each) for each in self._show(view))

    def press(self, view: View, button: Button) -> Event:
        place = list(buttons(view)).index(button)
        where = next(each for each in self._show(view) if any(block["type"] == "actions" for block in _blocks(each)))
        self._do(self.town.person().press(place, where))
        return self.town.heard[-1][1]

    def fill(self, form: Form, answers: Mapping[str, str]) -> Sequence[Event]:
        (modal,) = self._show(form)
        self._do(self.town.person().hand_in(modal, answers))
        return [self.town.heard[-1][1]]

    def drop(self, name: str, content: bytes) -> Event:
        self._do(self.town.person().drop(name, content))
        return self.town.heard[-1][1]

    def say(self, text: str) -> Event:
        self._do(self.town.person().say(text))
        return self.town.heard[-1][1]

    def close(self) -> None:
        self.town.close()

    def _show(self, view: View) -> list[Posted | Json]:
        """The view after it was asked for by a command."""
        self.views = [view]
        self.town.slack.messages.clear()
        self.town.slack.views.clear()
        self._do(self.town.person().command("x"))
        self.views = []
        return [*self.town.slack.messages, *self.town.slack.views.values()]

    def _do(self, work: object) -> None:
        self.town.run(work)  # type: ignore[arg-type]
        assert self.town.slack.faults == []

    def _hear(self, who: Who, event: Event) -> Sequence[View]:
        return self.views


@pytest.fixture(scope="module")
def by_http() -> Iterator[Driver]:
    driver = Driver("http")
    yield driver
    driver.close()


@pytest.fixture(scope="module")
def by_socket() -> Iterator[Driver]:
    driver = Driver("socket")
    yield driver
    driver.close()


class TestSlack(AdapterContract):
    @pytest.fixture
    def driver(self, by_http: Driver) -> Driver:
        by_http.town.heard.clear()
        return by_http


@pytest.mark.parametrize("view", PLAIN.values(), ids=PLAIN.keys())
def test_a_socket_carries_the_same(by_http: Driver, by_socket: Driver, view: View) -> None:
    assert by_socket.words(view) == by_http.words(view)
    for button in buttons(view)[:1]:
        assert by_socket.press(view, button) == Pressed(button.action)


def test_forms_and_files_come_over_a_socket(by_socket: Driver) -> None:
    filled = FILLED["en, several questions"]
    assert by_socket.fill(filled.form, filled.answers) == [Submitted(filled.form.run, filled.form.turn, filled.answers)]
    assert by_socket.drop("a.csv", b"1") == Dropped("a.csv", b"1")


def _blocks(shown: Posted | Json) -> list[Json]:
    return shown.blocks if isinstance(shown, Posted) else shown["blocks"]


def _shown(shown: Posted | Json) -> Json:
    return shown.payload if isinstance(shown, Posted) else shown


def _words(shown: Posted | Json) -> str:
    """All strings that are there to be read."""
    parts = [shown["title"]] if not isinstance(shown, Posted) else []
    return " ".join(_strings([*parts, *_blocks(shown)]))


def _strings(value: Json) -> Iterator[str]:
    match value:
        case {"type": str(), "text": str(text)}:
            yield from (text, str(value.get("url", "")))
        case dict():
            yield from (each for key in ("initial_value", "initial_date") if (each := value.get(key)))
            for key, each in value.items():
                if key not in ("type", "value", "block_id", "action_id", "initial_option", "initial_options"):
                    yield from _strings(each)
        case list():
            for each in value:
                yield from _strings(each)
        case _:
            pass
