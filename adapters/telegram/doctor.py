"""What is wrong with the line to Telegram, for the operator: each finding in one line with its remedy."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence

from telegram import User, WebhookInfo
from telegram.error import InvalidToken, TelegramError

from adapters.platform import Finding, no_answer
from adapters.telegram.app import Wire, plain_bot


async def examine(wire: Wire) -> Sequence[Finding]:
    """Asks Telegram, and changes nothing there; never raises, and names no secret."""
    logging.getLogger("httpx").setLevel(logging.WARNING)  # It names addresses, and the token is in them.
    bot = plain_bot(wire)
    try:
        await bot.initialize()
        info = await bot.get_webhook_info()
        return [Finding(f"takes the token, as @{bot.username}"), *_groups(bot.bot), *_webhook(wire, info)]
    except InvalidToken:
        remedy = "set TELEGRAM_BOT_TOKEN anew: BotFather shows the present one under /mybots, API Token"
        return [Finding("does not take the token", remedy)]
    except TelegramError as error:
        return [no_answer(error, wire.api_url)]
    finally:
        await bot.shutdown()


def _groups(bot: User) -> Iterator[Finding]:
    if not bot.can_join_groups:
        yield Finding("the bot may not join groups", "allow it at BotFather: /setjoingroups")


def _webhook(wire: Wire, info: WebhookInfo) -> Iterator[Finding]:
    if info.url != wire.webhook_url:
        where = "its webhook is set elsewhere" if info.url else "its webhook is not set"
        yield Finding(where, "start kpi-bot run, which sets it; is another bot running with this token?")
    elif info.last_error_message:
        remedy = "is TELEGRAM_WEBHOOK_URL open to the internet on port 443, 80, 88 or 8443, with a good certificate?"
        yield Finding(f"its webhook fails: {info.last_error_message}", remedy)
