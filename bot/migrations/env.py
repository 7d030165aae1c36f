"""What Alembic runs: the revisions, on the connection that `bot.migrate` gives it."""

from __future__ import annotations

from alembic import context

import bot.tables  # noqa: F401
import kpi_engine.store.tables  # noqa: F401 (each brings its tables into the metadata)
from kpi_engine.store.base import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
