"""Files that people send."""

from __future__ import annotations

from telegram import Bot, Document

from conversations.event import LARGEST_FILE, Dropped


async def dropped(bot: Bot, document: Document) -> Dropped:
    """The file; of one that is too large as many empty bytes as say so."""
    name = document.file_name or ""
    if (document.file_size or 0) > LARGEST_FILE:
        return Dropped(name, bytes(LARGEST_FILE + 1))
    file = await bot.get_file(document.file_id)
    return Dropped(name, bytes(await file.download_as_bytearray()))
