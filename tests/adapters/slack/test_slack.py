"""The adapter's contract, with the real Bolt between a fake Slack and a bot that shows what it is told to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pytest

from adapters.base import Who
from conversations.event import Event
from conversations.view import Button, Form, View
from tests.adapters.contract import AdapterContract, buttons
from tests.adapters.slack.reading import blocks_of, words_of
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
        return "\n".join(words_of(each) for each in self._show(view))

    def press(self, view: View, button: Button) -> Event:
        place = list(buttons(view)).index(button)
        where = next(each for each in self._show(view) if any(block["type"] == "actions" for block in blocks_of(each)))
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


@pytest.fixture(scope="module", params=["http", "socket"])
def at_client(request: pytest.FixtureRequest) -> Iterator[Driver]:
    """Somebody there, whichever way their Slack reaches the bot."""
    driver = Driver(request.param)
    yield driver
    driver.close()


class TestSlack(AdapterContract):
    @pytest.fixture
    def driver(self, at_client: Driver) -> Driver:
        at_client.town.heard.clear()
        return at_client


def _shown(shown: Posted | Json) -> Json:
    return shown.payload if isinstance(shown, Posted) else shown
