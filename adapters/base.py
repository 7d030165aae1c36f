"""What every adapter is given: one function to hand on what was heard, and how it names who was heard.

An adapter turns its platform's payloads into events and views into its platform's payloads; nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeAlias

from conversations.event import Event
from conversations.view import Message, View

LOCAL = "local"
"""The platform of everything on this machine: the terminal and the playground know people by their names."""


class Standing(StrEnum):
    """How far somebody belongs to the workspace they speak in."""

    MEMBER = "member"
    GUEST = "guest"
    """Let in by the workspace for a part of it."""
    STRANGER = "stranger"
    """Of another company, in a channel that both share."""
    UNTOLD = "untold"
    """The platform does not tell just now."""


class NoGroups(StrEnum):
    """Why there are no groups to look at."""

    NONE = "none"
    """The platform has none."""
    NOT_ASKED = "not asked"
    """It has; `GroupsWanted` says when it is to be asked."""
    HIDDEN = "hidden"
    """The bot may not see them."""
    SILENT = "silent"
    """The platform did not answer."""


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
    time_zone: str = ""
    """Where they are, as the platform tells it ("Asia/Shanghai"), or empty."""
    standing: Standing = Standing.MEMBER
    channel: str = ""
    """The platform's own id of the channel, group or topic in which they speak; empty in their own chat."""
    channel_name: str = ""
    """What the platform calls it."""
    groups: tuple[PeopleGroup, ...] | NoGroups = NoGroups.NONE
    """The groups of people in their workspace."""


@dataclass(frozen=True, slots=True)
class PeopleGroup:
    """People whom a workspace keeps together under a name; neither bots nor who has left."""

    id: str
    """The platform's own."""
    name: str
    people: tuple[Who, ...]


class GroupsWanted(Exception):
    """What was heard is about groups that were not asked for; nothing was done. With the groups it is heard again."""


Hear: TypeAlias = Callable[[Who, Event], Sequence[View]]
"""Takes what somebody did and returns what they are to be shown, in order; never raises for what people do.

GroupsWanted where it is about the groups of a workspace, and these were not asked for.
"""

HearOnce: TypeAlias = Callable[[Who, Event, str], Sequence[View]]
"""The same for a platform that may deliver an event again: under the same mark (the platform's own id of it, or empty)
it is done once. Whoever was not answered, as the process was killed meanwhile, is told so when it comes again. The
adapter says behind each answer that it was shown."""

Unasked: TypeAlias = Callable[[Who], Sequence[View]]
"""What somebody is to be shown without having done anything; each of it is given once. Never raises."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where an unasked message goes: into somebody's own chat (`user`), or to everybody in `channel`."""

    workspace: str
    user: str = ""
    channel: str = ""
    """The platform's own id of the channel, group or topic."""
    language: str = ""
    """In which it is read there ("zh"): for what an adapter has to say by itself."""


class Outcome(StrEnum):
    """What became of a message that was not simply taken."""

    LATER = "later"
    """It was not sent, and may be tried again."""
    NEVER = "never"
    """It was not sent, and nobody will be reached there until they come back."""
    UNKNOWN = "unknown"
    """Nobody answered: it may have been sent."""


class Shut(StrEnum):
    """Why a channel takes nothing."""

    GONE = "gone"
    """It is not there any more, or the bot is not in it."""
    ARCHIVED = "archived"
    FORBIDDEN = "forbidden"
    """The bot may not write there."""


class TransportError(Exception):
    """A message did not go through, as far as is known."""

    def __init__(self, why: str, outcome: Outcome, retry_after: float | None = None, shut: Shut = Shut.GONE) -> None:
        """`why` is for the log and holds no secret; `retry_after` is in seconds, where the platform says so.

        `shut` says of a channel why nobody will be reached there.
        """
        super().__init__(why)
        self.outcome = outcome
        self.retry_after = retry_after
        self.shut = shut


BETWEEN_TOPIC = "/"
"""In the id of a channel that is a topic of a group, between the group's and its own."""


def group_of(channel: str) -> str:
    """The group that a channel is, or is a topic of: what is sent to a group is counted whatever its topics."""
    return channel.partition(BETWEEN_TOPIC)[0]


BETWEEN_PARTS = ","
"""In the id of what was sent as several messages, between what each of them is called."""


def parts_of(id: str) -> list[str]:
    """The messages that an id names: platforms count each of them."""
    return id.split(BETWEEN_PARTS)


class Poster(Protocol):
    """What a platform does for the post: each call is made once, never repeated. All raise TransportError."""

    async def post(self, to: Address, message: Message, mark: str) -> str:
        """Sends it and returns an id that names all of it; `mark` goes with it where a platform can be asked for it."""

    async def posted(self, to: Address, mark: str) -> str | None:
        """The id of the message with that mark, or None where it was never sent.

        TransportError(UNKNOWN) where the platform can't be asked.
        """

    async def amend(self, to: Address, id: str, message: Message) -> str:
        """Puts the message in place of all that was sent as `id`, however long both are; returns the id it has then."""
