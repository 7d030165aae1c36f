"""What an adapter must remember between two events, for one that does not wait for the database itself."""

from __future__ import annotations

from dataclasses import dataclass

from bot.kept import KeptTexts
from bot.pool import Pool


@dataclass(frozen=True, slots=True)
class KeptSoon:
    """The same texts; each call is made in a thread."""

    texts: KeptTexts
    pool: Pool

    async def get(self, name: str) -> str | None:
        """The text kept last under the name."""
        return await self.pool.call(self.texts.get, name)

    async def put(self, name: str, text: str) -> None:
        """Keeps the text in place of what was there."""
        await self.pool.call(self.texts.put, name, text)

    async def drop(self, name: str) -> None:
        """Forgets it."""
        await self.pool.call(self.texts.drop, name)
