"""What people do in a chat, done on any stage: the terminal's, or one that carries it through another platform."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, runtime_checkable

from adapters.terminal.files import dropped
from adapters.terminal.screen import Screen
from conversations.commands import IMPORT
from conversations.event import Event
from conversations.view import View
from tests.scenes import Cue, Directed, Looked, Scene, Typed, scenes


class Stage(Protocol):
    """Where a chat is played: a bot, its people and its clock."""

    @property
    def people(self) -> Sequence[str]:
        """The names that may stand before a colon; the first is who types after `>`."""

    def hear(self, person: str, event: Event) -> Sequence[View]:
        """What the bot shows that person when they do this."""

    def unasked(self, person: str) -> Sequence[View]:
        """What the bot shows that person by itself."""

    def set_now(self, now: datetime) -> None:
        """Sets the clock on the wall; the time has no zone."""

    def restart(self) -> None:
        """Begins a new bot on the same records."""

    def deploy(self) -> None:
        """Begins a new version of the bot on the same records."""


@runtime_checkable
class Lived(Stage, Protocol):
    """A stage on which more may happen between what people do."""

    def happens(self, direction: str) -> str | None:
        """What is to be read of it; None where the direction is none of its own."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What came upon a cue: the views for whoever gave it, and how a terminal draws them."""

    cue: Cue
    views: Sequence[View]
    drawn: str


def tell(chat: str, stage: Stage) -> Iterator[Shown]:
    """Plays the chat on the stage, cue by cue; what is written as answered plays no part.

    Typed words become events by what that person was shown last, as a terminal reads them: a number in a form is its
    option, `[Report]` is the button. So a stage hears events (`Pressed`, `Submitted`, `Said`, `Dropped`) and is free in
    how it draws. A line `import values.csv` drops that file of the working folder.
    """
    screens: defaultdict[str, Screen] = defaultdict(Screen)
    _, found = scenes(chat.splitlines(), stage.people)
    for scene in found:
        yield _told(scene, stage, screens)


def _told(scene: Scene, stage: Stage, screens: defaultdict[str, Screen]) -> Shown:
    match scene.cue:
        case Typed(person, words):
            event = dropped(words, IMPORT.names) or screens[person].read(words)
            views = stage.hear(person, event) if event else ()
        case Looked(person):
            views = stage.unasked(person)
        case Directed(direction):
            return Shown(scene.cue, (), _direct(direction, stage))
    return Shown(scene.cue, views, screens[person].show(views))


def _direct(direction: str, stage: Stage) -> str:
    happened = stage.happens(direction) if isinstance(stage, Lived) else None
    if happened is not None:
        return happened
    match direction:
        case "the bot restarts":
            stage.restart()
        case "a new version is deployed":
            stage.deploy()
        case moment:
            stage.set_now(datetime.fromisoformat(moment))
    return ""
