"""What must be remembered between two events, without waiting for the database."""

from __future__ import annotations

from dataclasses import dataclass

from adapters.ports import InThread, Kept


@dataclass(frozen=True, slots=True)
class KeptSoon:
    """The same texts; each call is made in a thread."""

    texts: Kept
    in_thread: InThread

    async def get(self, name: str) -> str | None:
        """The text kept last under the name."""
        return await self.in_thread(lambda: self.texts.get(name))

    async def put(self, name: str, text: str) -> None:
        """Keeps the text in place of what was there."""
        await self.in_thread(lambda: self.texts.put(name, text))

    async def drop(self, name: str) -> None:
        """Forgets it."""
        await self.in_thread(lambda: self.texts.drop(name))
