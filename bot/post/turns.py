"""What the lanes of a process share: they take turns, so that no large workspace holds up a small one."""

from __future__ import annotations

from asyncio import Semaphore
from dataclasses import dataclass, field

LANES = 16
"""Lanes that are worked through at once, a round each. So what a lane sends goes out under a lease that was just taken,
however many others wait for their round."""
MESSAGES = 64
"""Messages of all lanes together that are on their way: two full lanes with an answer in a second. A platform's client
has a hundred connections; the database is asked by the threads of the pool, which are fewer."""


@dataclass(frozen=True, slots=True)
class Turns:
    """Whoever comes first has the next turn."""

    lanes: Semaphore = field(default_factory=lambda: Semaphore(LANES))
    messages: Semaphore = field(default_factory=lambda: Semaphore(MESSAGES))
