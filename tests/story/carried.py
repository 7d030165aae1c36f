"""A stage on which everything that people do and see goes through an adapter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from conversations.event import Dropped, Event, Pressed, Said, Submitted
from conversations.view import Action, Button, Form, View
from tests.adapters.contract import Driver, answer, begun, buttons, said, squeezed
from tests.stage import RealStage


class Carried:
    """Plays like the stage it is put before; each event is read back as the adapter hears it, each view drawn by it.

    `lost` are the words of views of which not even the beginning came through: what is long may be wrapped in its column.
    """

    def __init__(self, stage: RealStage, driver: Driver) -> None:
        self.people = stage.people
        self.lost: list[str] = []
        self.set_now, self.restart, self.deploy = stage.set_now, stage.restart, stage.deploy
        self._stage = stage
        self._driver = driver
        self._shown: defaultdict[str, Sequence[View]] = defaultdict(tuple)

    def hear(self, person: str, event: Event) -> Sequence[View]:
        """What comes of what the adapter hears."""
        return self._drawn(person, self._stage.hear(person, self._heard(person, event)))

    def unasked(self, person: str) -> Sequence[View]:
        """What the bot shows by itself."""
        return self._drawn(person, self._stage.unasked(person))

    def _drawn(self, person: str, views: Sequence[View]) -> Sequence[View]:
        for view in views:
            drawing = squeezed(self._driver.words(view))
            self.lost += [words for words in said(view) if not begun(squeezed(words), drawing)]
        self._shown[person] = views or self._shown[person]
        return views

    def _heard(self, person: str, event: Event) -> Event:
        match event:
            case Said(text=text):
                return self._driver.say(text)
            case Dropped(name=name, content=content):
                return self._driver.drop(name, content)
            case Pressed(action=action):
                return self._driver.press(*self._button(person, action))
            case Submitted(values=values):
                (heard,) = self._driver.fill(self._asked(person, event), values)
                return answer(heard)

    def _button(self, person: str, action: Action) -> tuple[View, Button]:
        every = ((view, button) for view in self._shown[person] for button in buttons(view))
        return next((view, button) for view, button in every if button.action == action)

    def _asked(self, person: str, event: Submitted) -> Form:
        """The form with the question that is answered, and no other."""
        form = next(view for view in self._shown[person] if isinstance(view, Form) and view.run == event.run)
        return replace(form, questions=tuple(one for one in form.questions if one.key in event.values))
