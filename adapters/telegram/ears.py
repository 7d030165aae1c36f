"""What the bot gives the adapter."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from adapters.base import Who
from adapters.part import HearSoon
from adapters.ports import InThread, Kept
from adapters.telegram.words import ChatWords


@dataclass(frozen=True, slots=True)
class Ears:
    """None of it raises for what people do."""

    hear: HearSoon
    answered: Callable[[Who, str], Awaitable[None]]
    """What was heard under the mark has been shown."""
    words: Callable[[Who], Awaitable[ChatWords]]
    """In the language that the person reads."""
    kept: Kept
    in_thread: InThread
    """In which `kept` is called, and pictures are drawn."""
