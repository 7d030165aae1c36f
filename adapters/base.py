"""What every adapter is given: one function to hand on what was heard, and how it names who was heard.

An adapter turns its platform's payloads into events and views into its platform's payloads; nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from conversations.event import Event
from conversations.view import View

LOCAL = "local"
"""The platform of everything on this machine: the terminal and the playground know people by their names."""


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody as a platform knows them; `workspace` is empty where the platform has none."""

    platform: str
    workspace: str
    user: str
    """The platform's own id, stable when the person changes their name."""
    name: str
    """What the platform calls them."""
    language_hint: str = ""
    """The language of their client as the platform tells it ("zh-CN"), or empty."""


Hear: TypeAlias = Callable[[Who, Event], Sequence[View]]
"""Takes what somebody did and returns what they are to be shown, in order; never raises for what people do."""

Unasked: TypeAlias = Callable[[Who], Sequence[View]]
"""What somebody is to be shown without having done anything; each of it is given once. Never raises."""
