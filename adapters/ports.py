"""What the bot gives every platform: all of it the same for all, none of it a view."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol, TypeAlias, TypeVar

from adapters.base import Who
from adapters.part import HearSoon

T = TypeVar("T")


class InThread(Protocol):
    """Calls what blocks, in one of a few threads."""

    def __call__(self, do: Callable[[], T], /) -> Awaitable[T]:
        """What comes of it; Away where that needs the bot's records, and these can't be reached."""


class OtherKey(Exception):
    """It was sealed by another KPI_BOT_SECRET_KEY, or is none of ours."""


class Away(Exception):
    """The bot's records can't be reached just now."""


class Kept(Protocol):
    """Texts under names, in the database; each call blocks."""

    def get(self, name: str) -> str | None:
        """The text kept last under the name; OtherKey where texts are sealed, and it can't be opened."""

    def put(self, name: str, text: str) -> None:
        """Keeps the text in place of what was there."""

    def drop(self, name: str) -> None:
        """Forgets it."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A command, to whoever reads one language."""

    name: str
    """Of Latin letters, the same in every language."""
    called: str
    """What is typed for it in that language."""
    about: str
    """What it does, in a line."""


Commands: TypeAlias = Callable[[str], Sequence[Offered]]
"""All commands for the readers of a language ("zh"), in the order of the help."""


@dataclass(frozen=True, slots=True)
class Ports:
    """The bot as a platform sees it. None of it raises for what people do; all but `hear` and `reads` may be Away."""

    hear: HearSoon
    answered: Callable[[Who, str], Awaitable[None]]
    """What was heard under the mark has been shown."""
    is_first: Callable[[Who, str, timedelta], Awaitable[bool]]
    """Whether this is the first of its mark within so long, in any process: for what is no event, such as a click."""
    alone: Callable[[str], None]
    """Said before it hears by who alone hears a workspace: whoever was answering there has ended."""
    reads: Callable[[Who], Awaitable[str]]
    """The language that the person reads: "en" or "zh"."""
    names: Callable[[str, Sequence[str]], Awaitable[Mapping[str, str]]]
    """What those of a workspace with these ids are called in their company, as far as it knows them."""
    stands: Callable[[Who, str, int], Awaitable[bool]]
    """Whether the person's dialog with that id is still at that turn."""
    knows: Callable[[Who], Awaitable[bool]]
    """Whether the person has been heard before."""
    commands: Commands
    kept: Callable[[str], Kept]
    """What is remembered of a workspace between two events; forgotten when nobody has put it anew for 90 days."""
    sealed: Callable[[], Kept]
    """What nobody may read in the database, such as tokens; kept until it is dropped."""
    in_thread: InThread
    """In which what blocks is called, and pictures are drawn."""
