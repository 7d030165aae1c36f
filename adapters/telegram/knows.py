"""What the server is new enough for: it may be an older one of one's own."""

from __future__ import annotations

from dataclasses import dataclass

from telegram import Bot
from telegram.error import BadRequest, EndPointNotFound

RICH_METHOD, EPHEMERAL_METHOD = "sendRichMessage", "editEphemeralMessageText"


@dataclass(slots=True)
class Knows:
    """Nothing new, until it has been asked."""

    rich: bool = False
    """Messages with tables."""
    ephemeral: bool = False
    """Something in a group for one person alone."""

    async def learn(self, bot: Bot) -> None:
        """Asks it for the methods: a parameter that it does not know it ignores, and shows to everybody what is not."""
        self.rich = await _has(bot, RICH_METHOD)
        self.ephemeral = await _has(bot, EPHEMERAL_METHOD)


async def _has(bot: Bot, method: str) -> bool:
    try:
        await bot.do_api_request(method)
    except EndPointNotFound:
        return False
    except BadRequest:
        pass  # it has the method, and wants to know more
    return True
