"""What every command begins with: the settings, and the database that they name."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine

from adapters.settings import Misconfigured
from bot import bootstrap
from bot.settings import Settings, read_settings
from kpi_engine.store.database import connect


def configured() -> Settings:
    """The settings; what is logged is logged as they say."""
    settings = read_settings(bootstrap.PLATFORMS)
    logging.basicConfig(level=settings.kpi_bot_log, format="%(levelname)s %(name)s: %(message)s")
    return settings


def opened() -> Engine:
    """The configured database, which is brought to the present schema first."""
    from bot.migrate import migrate  # noqa: PLC0415  (a demo's database was never of another schema)

    engine = connect(configured().database_url)
    migrate(engine)
    return engine


@contextmanager
def told_of(file: Path) -> Iterator[None]:
    """What can't be done with a file is told with its name."""
    try:
        yield
    except OSError as error:
        raise Misconfigured(f"{file}: {error.strerror}") from None
