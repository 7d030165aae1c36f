"""A turn: an event of one person comes in, and what they are to be shown goes out, all in one transaction."""

from __future__ import annotations

from bot.turn.chat import Chat
from bot.turn.hearing import handle

__all__ = ["Chat", "handle"]
