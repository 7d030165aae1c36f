"""Everything put together, in one place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from secrets import token_hex

from bot import clock
from bot.loop import Bot
from bot.migrate import migrate
from kpi_engine.store.database import connect

RUN_ID_BYTES = 6
"""Short enough for a Telegram button, long enough not to be met twice."""


def build(database_url: str, now: Callable[[], datetime] = clock.now) -> Bot:
    """The bot on that database, which is brought to the present schema first."""
    engine = connect(database_url)
    migrate(engine)
    return Bot(engine, now, lambda: token_hex(RUN_ID_BYTES))
