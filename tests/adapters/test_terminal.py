"""The terminal shows every word, reads back every act, and lets nobody's name steer it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from adapters.terminal.files import dropped
from adapters.terminal.read import acts, bare_numbers
from adapters.terminal.screen import Screen
from conversations.event import Event
from conversations.view import Button, Form, Message, Question, View
from tests.adapters.contract import AdapterContract


class TerminalDriver:
    """Types what a person would type who sees what the terminal drew."""

    def sent(self, view: View) -> str:
        return Screen().show([view])

    def words(self, view: View) -> str:
        match view:
            case Message():
                return self.sent(view)
            case Form():
                return "".join(self.sent(each) for each in _one_by_one(view))

    def press(self, view: View, button: Button) -> Event:
        match view:
            case Message():
                typed = f"[{view.buttons.index(button) + 1}]"
            case Form():
                typed = f"[{button.label}]"
        return self._typed(_drawn_with(view, button), typed)

    def fill(self, form: Form, answers: Mapping[str, str]) -> Sequence[Event]:
        return [
            self._typed(each, _as_typed(each.questions[0], answers[each.questions[0].key]))
            for each in _one_by_one(form)
        ]

    def drop(self, name: str, content: bytes) -> Event:
        with TemporaryDirectory() as folder:
            path = Path(folder) / name
            path.write_bytes(content)
            event = dropped(f"import {path}", ("import",))
        assert event is not None
        return event

    def say(self, text: str) -> Event:
        event = Screen().read(text)
        assert event is not None
        return event

    def _typed(self, view: View, typed: str) -> Event:
        screen = Screen()
        screen.show([view])
        event = screen.read(typed)
        assert event is not None
        return event


class TestTerminal(AdapterContract):
    """The contract, kept by the terminal."""

    @pytest.fixture
    def driver(self) -> TerminalDriver:
        return TerminalDriver()


def _one_by_one(form: Form) -> Iterator[Form]:
    """The form as it comes again and again while its questions are answered."""
    return (replace(form, questions=form.questions[n:]) for n in range(len(form.questions)))


def _drawn_with(view: View, button: Button) -> View:
    """The view at the question at which the button is drawn."""
    match view:
        case Message():
            return view
        case Form():
            return next(form for form in _one_by_one(view) if button in acts(form))


def _as_typed(question: Question, value: str) -> str:
    chosen = value.split("\n")
    numbers = [str(n) for n, option in enumerate(question.options, 1) if option.value in chosen]
    if question.own:
        return ", ".join([*numbers, *chosen[len(numbers) :]])
    if bare_numbers(question):
        return " ".join(numbers)
    return f"[{numbers[0]}]" if numbers else value
