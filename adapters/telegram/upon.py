"""Upon what something is shown in a private chat: that decides where it stands there."""

from __future__ import annotations

from enum import StrEnum

from adapters.telegram.read import Place
from conversations.event import Dropped, Event, Pressed, Said, Submitted
from conversations.view import Turn


class Upon(StrEnum):
    """What somebody did to the question that stands in their chat."""

    NOTHING = "nothing"
    """They wanted something else: it is shown below, and the question stays where it was."""
    TYPED = "typed"
    """An answer: what was asked stays above it, without its buttons."""
    PRESSED = "pressed"
    """One of its buttons: what is shown stands in its place."""

    @classmethod
    def of(cls, event: Event, here: Place) -> Upon:
        """An answer without a press was typed."""
        match event:
            case Submitted():
                return cls.PRESSED if here.query else cls.TYPED
            case Pressed(action=Turn()):
                return cls.PRESSED
            case Pressed() | Said() | Dropped():
                return cls.NOTHING
