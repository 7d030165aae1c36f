"""Everything put together, in one place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from secrets import token_hex

from sqlalchemy import Engine

from bot import clock
from bot.loop import Bot

RUN_ID_BYTES = 6
"""Short enough for a Telegram button, long enough not to be met twice."""


def build(engine: Engine, now: Callable[[], datetime] = clock.now) -> Bot:
    """The bot on a database of the present schema."""
    return Bot(engine, now, lambda: token_hex(RUN_ID_BYTES))
