"""One person's terminal: what stands on it decides what a typed line means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from adapters.terminal.numbers import numbered
from adapters.terminal.read import read
from adapters.terminal.render import render
from conversations.event import Event
from conversations.view import Form, Message, View


@dataclass(slots=True)
class Screen:
    """Reads lines and draws answers, `width` columns wide."""

    width: int = 100
    colour: bool = False
    _shown: tuple[View, ...] = ()
    _form: str = ""

    def read(self, line: str) -> Event | None:
        """What the line means now; None if it means nothing."""
        return read(line, self._shown)

    def show(self, views: Sequence[View]) -> str:
        """The answer as text, an empty line between its views; buttons stay until the next answer."""
        self._shown = tuple(views) or self._shown
        numbers = [[number for at, number, _ in numbered(views) if at == place] for place in range(len(views))]
        return "\n".join(self._draw(*each) for each in zip(views, numbers, strict=True))

    def _draw(self, view: View, numbers: Sequence[int]) -> str:
        drawn = render(view, self.width, colour=self.colour, last_form=self._form, numbers=numbers)
        match view:
            case Message():
                self._form = ""
            case Form(key=key):
                self._form = key
        return drawn
