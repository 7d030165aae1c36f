"""The demo: a throw-away database with the made-up company in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import select
from sqlalchemy.orm import Session

from adapters.base import LOCAL
from bot import clock
from bot.bootstrap import build
from bot.demo.seed import seed
from bot.loop import Bot
from bot.people import settle
from kpi_engine.store.base import Base
from kpi_engine.store.database import connect
from kpi_engine.store.tables import CompanyRow


@contextmanager
def demo_bot() -> Iterator[Bot]:
    """A bot whose company is gone when the demo is over."""
    with TemporaryDirectory(prefix="kpi-bot-demo-") as folder:
        bot = new_demo(f"sqlite:///{Path(folder) / 'demo.db'}")
        yield bot
        bot.engine.dispose()


def new_demo(database_url: str, now: Callable[[], datetime] = clock.now) -> Bot:
    """A bot with the made-up company, on a database that has no tables yet."""
    engine = connect(database_url)
    Base.metadata.create_all(engine)
    bot = build(engine, now)
    furnish(bot)
    return bot


def furnish(bot: Bot) -> None:
    """Puts the made-up company into the bot's database, where there is none yet."""
    with Session(bot.engine) as session, session.begin():
        seed(session, bot.clock())
        settle(session, LOCAL, "", session.scalars(select(CompanyRow.id)).one())
