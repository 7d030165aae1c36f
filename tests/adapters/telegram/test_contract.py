"""Telegram shows every word, reads back every act, and lets nobody's name steer it; its server is a fake that judges."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import pytest

from adapters.telegram import deliver, form
from adapters.telegram.keyboard import Key, shown
from conversations.event import Event, Said
from conversations.view import Button, Form, Message, QuestionKind, View
from tests.adapters.contract import AdapterContract
from tests.adapters.telegram.fake import FakeTelegram
from tests.adapters.telegram.messages import labels
from tests.adapters.telegram.person import Person
from tests.adapters.telegram.playing import Says, adapter
from tests.adapters.telegram.reading import read
from tests.adapters.telegram.state import Call, Json
from tests.background import Background, background


class Ann:
    """Somebody at the client, who sees what the adapter sends."""

    def __init__(self, loop: Background, old_server: bool) -> None:
        self._loop = loop
        self._bot = Says()
        self._loop.run(self._begin(old_server))

    async def _begin(self, old_server: bool) -> None:
        self.telegram = await FakeTelegram().__aenter__()
        if old_server:
            self.telegram.server.absent |= {"sendRichMessage", "editEphemeralMessageText"}
        self._person = Person(self.telegram, 7, "Ann")
        self._adapter = adapter(self.telegram, self._bot.ears())
        await self._adapter.start()
        await self._person.starts()
        await self.telegram.settled()

    def leave(self) -> None:
        """Closes the client."""
        self._loop.run(self._adapter.stop())
        self._loop.run(self.telegram.__aexit__(None, None, None))

    def sent(self, view: View) -> str:
        return json.dumps([[call.given, _pictures(call)] for call in self._calls(view)], ensure_ascii=False)

    def words(self, view: View) -> str:
        views = [view] if isinstance(view, Message) else _one_by_one(view)
        return "\n".join(self._read(each) for each in views)

    def press(self, view: View, button: Button) -> Event:
        return self._pressed(_drawn_with(view, button), shown(Key(button.label, button.action)), _place(view, button))

    def fill(self, form: Form, answers: Mapping[str, str]) -> Sequence[Event]:
        return [self._answered(each, answers[each.questions[0].key]) for each in _one_by_one(form)]

    def drop(self, name: str, content: bytes) -> Event:
        self._nothing()
        self._loop.run(self._person.sends(name, content))
        return self._heard()

    def say(self, text: str) -> Event:
        self._nothing()
        self._loop.run(self._person.types(text))
        return self._heard()

    def _read(self, view: View) -> str:
        self._show(view)
        return read(self.telegram.server, self.telegram.server.messages[7])

    def _calls(self, view: View) -> list[Call]:
        self._show(view)
        return self.telegram.calls("sendMessage", "sendRichMessage", "sendPhoto", "sendDocument")

    def _show(self, view: View) -> None:
        self._nothing()
        self._bot.says = lambda event: [view] if event == Said("x") else ()
        self._loop.run(self._person.types("x"))
        self._heard()

    def _nothing(self) -> None:
        """An empty chat."""
        self._bot.kept.texts.clear()
        self.telegram.server.messages.clear()
        self.telegram.server.calls.clear()

    def _pressed(self, view: View, label: str, place: int = -1) -> Event:
        self._show(view)
        message = self._person.last() if "reply_markup" in self._person.last() else self._before_last()
        while label not in labels(message):
            self._loop.run(self._turns(message))
            message = self._person.last()
        self._loop.run(self._person.presses_at(message, label, place))
        return self._heard()

    async def _turns(self, message: Json) -> None:
        """The page, as long as the button is on a later one."""
        await self._person.presses_on(message, next(label for label in labels(message) if label.endswith("▶")))
        await self.telegram.settled()

    def _before_last(self) -> dict[str, object]:
        return dict(self.telegram.server.messages[7][-2])

    def _answered(self, form: Form, answer: str) -> Event:
        question = form.questions[0]
        if question.kind is QuestionKind.MANY:
            return self._ticked(form, answer.split("\n"))
        if option := next((one for one in question.options if one.value == answer), None):
            return self._pressed(form, shown(Key(option.label)), question.options.index(option))
        if not answer:
            return self._pressed(form, "Skip")
        return self._typed(form, answer)

    def _typed(self, form: Form, words: str) -> Event:
        self._show(form)
        self._loop.run(self._person.types(words))
        return self._heard()

    def _ticked(self, form: Form, values: Sequence[str]) -> Event:
        question = form.questions[0]
        self._show(form)
        for value in values:
            if option := next((one for one in question.options if one.value == value), None):
                at = question.options.index(option)
                self._loop.run(self._person.presses_at(self._person.last(), f"☐ {shown(Key(option.label))}", at))
                self._heard()
            else:
                self._loop.run(self._person.types(value))
                return self._heard()
        self._loop.run(self._person.presses(form.submit))
        return self._heard()

    def _heard(self) -> Event:
        self._loop.run(self.telegram.settled())
        faults, self.telegram.server.faults = self.telegram.server.faults, []
        assert faults == []
        return self._bot.heard[-1][1]


@pytest.fixture(scope="module")
def loop() -> Iterator[Background]:
    with background() as found:
        yield found


@pytest.fixture(scope="module", params=["newest server", "old server"])
def ann(loop: Background, request: pytest.FixtureRequest) -> Iterator[Ann]:
    patch = pytest.MonkeyPatch()
    patch.setattr(deliver, "png", lambda svg: svg.encode())
    found = Ann(loop, request.param == "old server")
    yield found
    found.leave()
    patch.undo()


class TestTelegram(AdapterContract):
    """The contract, kept by Telegram."""

    @pytest.fixture
    def driver(self, ann: Ann) -> Ann:
        return ann


def _pictures(call: Call) -> str:
    return "".join(content.decode() for name, (_, content) in call.files.items() if name == "photo")


def _one_by_one(form: Form) -> Iterator[Form]:
    """The form as it comes again and again while its questions are answered."""
    return (replace(form, questions=form.questions[n:]) for n in range(len(form.questions)))


def _drawn_with(view: View, button: Button) -> View:
    """The view at the question at which the button is drawn."""
    match view:
        case Message():
            return view
        case Form():
            return next(each for each in _one_by_one(view) if button in form.acts(each))


def _place(view: View, button: Button) -> int:
    """Which of the buttons of one label it is; the last by far, as the ways out of a form are."""
    return view.buttons.index(button) if isinstance(view, Message) else -1
