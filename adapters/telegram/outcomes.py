"""What Telegram says of a message that it does not take, in the words of the post."""

from __future__ import annotations

import re

import httpx
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from adapters.base import Outcome, Shut, TransportError
from adapters.telegram.pace import seconds_of

_NOT_SENT = httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout
_NO_LEAVE = re.compile("rights|restricted|write_forbidden|topic_closed|send_[a-z_]*forbidden", re.IGNORECASE)
"""How Telegram says that the bot is in a group and may not write there."""
_NO_TOPIC = re.compile("thread not found|topic_deleted", re.IGNORECASE)


def is_shut(error: TelegramError) -> bool:
    """Whether the bot is no longer in the chat, or may not write there: not for any message, or not this kind."""
    match error:
        case Forbidden():
            return True
        case BadRequest():
            return bool(_NO_LEAVE.search(error.message) or _NO_TOPIC.search(error.message))
        case _:
            return False


def told(error: TelegramError, *, begun: bool) -> TransportError:
    """Of a message that was begun and not finished nobody can tell how much was read."""
    why = type(error).__name__
    if begun:
        return TransportError(f"{why} after a part of it", Outcome.UNKNOWN)
    match error:
        case RetryAfter():
            return TransportError(why, Outcome.LATER, seconds_of(error))
        case Forbidden() | BadRequest():
            shut = Shut.FORBIDDEN if _NO_LEAVE.search(error.message) else Shut.GONE
            return TransportError(f"{why}: {error.message}", Outcome.NEVER, shut=shut)
        case NetworkError() if not isinstance(error.__cause__, _NOT_SENT):
            return TransportError(why, Outcome.UNKNOWN)
        case _:
            return TransportError(why, Outcome.LATER)
