"""What the adapter is given of the bot."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from adapters.base import Who
from adapters.part import HearSoon
from adapters.slack.asked import Kept
from adapters.slack.words import SlackWords


@dataclass(frozen=True, slots=True)
class SlackBot:
    """The bot as Slack's listeners see it."""

    hear: HearSoon
    answered: Callable[[Who, str], Awaitable[None]]
    """What was heard under the mark has been shown."""
    is_first: Callable[[Who, str, timedelta], Awaitable[bool]]
    """Whether this is the first of its mark within so long, in any process: for what is no event, such as a click."""
    words: Callable[[Who], Awaitable[SlackWords]]
    """In the language that the person reads."""
    names: Callable[[str, Sequence[str]], Awaitable[Mapping[str, str]]]
    """What those of a workspace with these ids are called in their company, as far as it knows them."""
    kept: Callable[[str], Kept]
    """What is remembered of a workspace between two events."""
    stands: Callable[[Who, str, int], Awaitable[bool]]
    """Whether the person's dialog with that id is still at that turn."""
    knows: Callable[[Who], Awaitable[bool]]
    """Whether the person has been heard before."""
