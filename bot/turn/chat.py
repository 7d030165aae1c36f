"""What one event of one person is answered with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from adapters.base import Who
from bot.runs import Runs
from bot.worlds import seen_anew
from conversations.cards.say import refused
from conversations.cards.waiting import called
from conversations.run import Run
from conversations.texts import Texts
from conversations.view import Message, Text, View
from conversations.world import World
from kpi_engine.errors import Refusal
from kpi_engine.store.work import Work

Views: TypeAlias = Sequence[View]


@dataclass(slots=True)
class Chat:
    """The person's world and open dialogs, inside the transaction that the loop has opened."""

    who: Who
    world: World
    work: Work
    runs: Runs
    new_id: Callable[[], str]
    texts: Texts = field(init=False)
    """In the language that the person reads, which they may change by what they say."""

    def __post_init__(self) -> None:
        self.texts = self.world.texts

    def say(self, macro: str, **params: object) -> Message:
        """One sentence."""
        return Message((Text(self.texts.say(macro, **params)),))

    def say_of(self, run: Run, macro: str, **params: object) -> Message:
        """One sentence about a dialog, which is called by its command."""
        return self.say(macro, flow=called(self.texts, run), **params)

    def look_anew(self) -> None:
        """What was read before holds no more: something was written, or taken back."""
        self.world = seen_anew(self.world, self.work)

    def or_refused(self, handle: Callable[[], Views], then: Callable[[], Views] = tuple) -> Views:
        """What is refused leaves nothing behind: the person is told why, and shown what `then` brings."""
        try:
            with self.work.session.begin_nested():
                return handle()
        except Refusal as refusal:
            self.look_anew()
            self.runs.look_anew()
            return (refused(self.texts, refusal), *then())
