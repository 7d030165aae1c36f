"""A platform as a part of the running bot: it begins, it ends, and between that it hears and posts."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from adapters.base import Poster, Who
from conversations.event import Event
from conversations.view import View

if TYPE_CHECKING:
    from starlette.routing import BaseRoute

HearSoon: TypeAlias = Callable[[Who, Event, str], Awaitable[Sequence[View]]]
"""`HearOnce` for who must not wait: one person's events are answered in the order in which they came, several people's
at once. What comes again under the same mark is done once, also by another process. Never raises for what people do."""


class CannotStart(Exception):
    """What a part needs is not so: a token that is refused, a server that is not there.

    The message is one line for the operator, names the setting and holds no secret.
    """


async def nothing() -> None:
    """What a part does to begin or end that has nothing to do."""


@dataclass(frozen=True, slots=True)
class Pace:
    """What a platform takes from one token; the most careful of those that are known, unless said otherwise."""

    per_second: int = 30
    """Of all messages."""
    per_group_minute: int = 20
    """In a chat of several people; in every chat it is one a second."""


@dataclass(frozen=True, slots=True)
class Part:
    """Something that runs while the bot runs."""

    name: str
    """For a platform what its `Who.platform` is."""
    start: Callable[[], Awaitable[None]] = nothing
    """Begins to take events and returns; CannotStart where it can't. Whatever goes wrong later it mends by itself."""
    stop: Callable[[], Awaitable[None]] = nothing
    """Takes no new events, and returns when those that it took are answered."""
    routes: Sequence[BaseRoute] = ()
    poster: Poster | None = None
    """By which unasked messages go to the platform."""
    pace: Pace = Pace()
    """How fast they may."""
