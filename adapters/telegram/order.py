"""What one person does is handled in order, what different people do at once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary


class Order:
    """A queue for each person who is waiting."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def turn_of(self, person: int) -> AsyncIterator[None]:
        """Waits until whatever came before from them is done: an asyncio.Lock is fair."""
        lock = self._locks.setdefault(person, asyncio.Lock())
        async with lock:
            yield
