"""One person's terminal: what stands on it decides what a typed line means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from adapters.terminal.read import buttons, read
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
        return "\n".join(self._draw(view, len(buttons(views[:place])) + 1) for place, view in enumerate(views))

    def _draw(self, view: View, first_button: int) -> str:
        drawn = render(view, self.width, colour=self.colour, last_form=self._form, first_button=first_button)
        match view:
            case Message():
                self._form = ""
            case Form(key=key):
                self._form = key
        return drawn
