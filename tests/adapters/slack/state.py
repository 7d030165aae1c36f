"""What a Slack remembers: messages, modals, files, and all that it was told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any, TypeAlias

from aiohttp import web

from adapters.slack.manifest import SCOPES

Json: TypeAlias = Any

USES = 5
"""How often a response_url may be used."""


@dataclass(slots=True)
class Posted:
    """A message that stands in a channel; to everybody, or only to one of them."""

    channel: str
    ts: str
    payload: Json
    only: str = ""
    thread: str = ""

    @property
    def blocks(self) -> list[Json]:
        """Its blocks."""
        return list(self.payload.get("blocks") or ())


@dataclass(slots=True)
class Failure:
    """How the next call of a method goes wrong."""

    method: str
    error: str = ""
    status: int = 200
    retry_after: int = 0
    answer: Json = None
    """What it says instead of an error: that all is well, and this."""


@dataclass
class State:
    """What stands where, and what was said."""

    users: dict[str, Json] = field(default_factory=dict)
    groups: dict[str, list[str]] = field(default_factory=dict)
    """User groups: the ids of their people by their name."""
    calls: list[tuple[str, Json]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    messages: list[Posted] = field(default_factory=list)
    views: dict[str, Json] = field(default_factory=dict)
    homes: dict[str, Json] = field(default_factory=dict)
    files: dict[str, Json] = field(default_factory=dict)
    prompts: list[Json] = field(default_factory=list)
    triggers: dict[str, str] = field(default_factory=dict)
    """Who may still be shown a modal by each."""
    owners: dict[str, str] = field(default_factory=dict)
    """Before whom each modal stands."""
    urls: dict[str, Json] = field(default_factory=dict)
    sockets: list[web.WebSocketResponse] = field(default_factory=list)
    acked: dict[str, Json] = field(default_factory=dict)
    connections: int = 0
    installing: Json = None
    """The workspace that installs the app, and for how many seconds its token is good."""
    tokens: list[tuple[str, str]] = field(default_factory=list)
    """Each method called, and with which token."""
    scopes: Sequence[str] = SCOPES
    """What the bot's token may do."""
    hanging: set[str] = field(default_factory=set)
    """Methods whose calls it never answers."""
    hung: int = 0
    """How many of these were made."""
    delay: float = 0
    """Seconds for which it leaves calls unanswered."""
    silent: bool = False
    """Whether it leaves pings unanswered."""
    base: str = ""
    _numbers: Any = field(default_factory=lambda: count(1))

    def id(self, letter: str) -> str:
        """A new id."""
        return f"{letter}{next(self._numbers)}"

    def ts(self) -> str:
        """The time stamp of a new message."""
        return f"1700000000.{next(self._numbers):06d}"

    def response_url(self, channel: str, user: str, ts: str = "") -> str:
        """An address for answers to somebody in a channel, or about a message there."""
        id = self.id("R")
        self.urls[id] = {"channel": channel, "user": user, "ts": ts, "left": USES}
        return f"{self.base}/respond/{id}"

    def trigger(self, user: str) -> str:
        """A trigger_id that opens one modal before somebody."""
        id = f"{next(self._numbers)}.trigger"
        self.triggers[id] = user
        return id
