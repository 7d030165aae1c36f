"""What the bot gives the adapter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from adapters.base import Who
from adapters.telegram.keeping import Kept
from adapters.telegram.words import ChatWords
from conversations.event import Event
from conversations.view import View


@dataclass(frozen=True, slots=True)
class Ears:
    """All of it waits for the database, and is called in threads."""

    hear: Callable[[Who, Event, str], Sequence[View]]
    """What somebody is to be shown; what is heard twice under the same mark is done once."""
    answered: Callable[[Who, str], None]
    """What was heard under the mark has been shown."""
    kept: Kept
    words: Callable[[Who], ChatWords]
    """In the language that the person reads."""
