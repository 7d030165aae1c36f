"""A made-up platform that unasked messages go to: it keeps its limits, loses answers, and has people who block it."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from adapters.base import Address, Outcome, TransportError
from conversations.view import Message, Text

LATENCY = 0.05
"""Seconds that a call takes."""


class Fault(StrEnum):
    """What may go wrong with a call."""

    REFUSED = "refused"
    """It did not arrive."""
    LOST = "lost"
    """It did not arrive, and the sender does not know."""
    UNANSWERED = "unanswered"
    """It arrived, and the sender does not know."""
    BROKEN = "broken"
    """The poster has a defect."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A message that the platform took."""

    at: float
    chat: str
    workspace: str
    text: str
    mark: str


@dataclass
class Carrier:
    """The platform, and its poster."""

    can_be_asked: bool = True
    latency: float = LATENCY
    taken: list[Taken] = field(default_factory=list)
    faults: deque[Fault] = field(default_factory=deque)
    """Of the calls to come, the first first."""
    blocked: set[str] = field(default_factory=set)
    """Chats that nobody can be written to in."""
    too_fast: list[float] = field(default_factory=list)
    """When somebody did not keep the limits."""
    retry_after: float = 0.0
    closed_until: float = 0.0
    """Nobody is let in before, and everybody is told to wait as long as `retry_after` says."""
    tries: int = 0
    amended: list[tuple[str, str]] = field(default_factory=list)
    asked: int = 0

    async def post(self, to: Address, message: Message, mark: str) -> str:
        await asyncio.sleep(self.latency)
        self.tries += 1
        if _now() < self.closed_until:
            raise TransportError("closed", Outcome.LATER, self.retry_after or None)
        self._keep_limits(to)
        fault = self.faults.popleft() if self.faults else None
        if to.user in self.blocked:
            raise TransportError("blocked", Outcome.NEVER)
        if fault is Fault.REFUSED:
            raise TransportError("refused", Outcome.LATER, self.retry_after or None)
        if fault is Fault.BROKEN:
            raise ZeroDivisionError
        if fault is not Fault.LOST:
            self.taken.append(
                Taken(_now(), to.user or to.channel.partition("/")[0], to.workspace, _words(message), mark)
            )
        if fault in (Fault.LOST, Fault.UNANSWERED):
            raise TransportError("no answer", Outcome.UNKNOWN)
        return str(len(self.taken))

    async def posted(self, to: Address, mark: str) -> str | None:
        self.asked += 1
        if not self.can_be_asked:
            raise TransportError("can't be asked", Outcome.UNKNOWN)
        return next((str(n) for n, each in enumerate(self.taken, 1) if each.mark == mark), None)

    async def amend(self, to: Address, id: str, message: Message) -> str:
        await asyncio.sleep(LATENCY)
        self._keep_limits(to)
        self.amended.append((id, _words(message)))
        return id

    def _keep_limits(self, to: Address) -> None:
        """30 a second of a workspace, one a second of a chat, 20 a minute of a group with all its topics."""
        lately = [each for each in self.taken if each.workspace == to.workspace and each.at > _now() - 1 + 1e-6]
        chat = to.user or to.channel.partition("/")[0]
        minute = [each for each in self.taken if to.channel and each.chat == chat and each.at > _now() - 60 + 1e-6]
        if len(lately) >= 30 or any(each.chat == chat for each in lately) or len(minute) >= 20:
            self.too_fast.append(_now())
            raise TransportError("too fast", Outcome.LATER, 5)


async def until(so: Callable[[], bool], within: float = 600.0) -> None:
    """Lets time pass until it is so."""
    async with asyncio.timeout(within):
        while not so():
            await asyncio.sleep(0.04)


def _words(message: Message) -> str:
    return " ".join(block.html for block in message.blocks if isinstance(block, Text))


def _now() -> float:
    return asyncio.get_running_loop().time()
