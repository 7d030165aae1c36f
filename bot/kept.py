"""What a platform's adapter must remember between two events: texts under names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Engine, delete
from sqlalchemy.orm import Session

from bot.tables import KeptRow
from kpi_engine.store.database import reading

KEPT = timedelta(days=90)
"""How long a button can be pressed after it was drawn last."""


@dataclass(frozen=True, slots=True)
class KeptTexts:
    """The texts of one platform's workspace; each call is a transaction."""

    engine: Engine
    clock: Callable[[], datetime]
    platform: str
    workspace: str

    def get(self, name: str) -> str | None:
        """The text kept last under the name."""
        with Session(reading(self.engine)) as session:
            row = session.get(KeptRow, (self.platform, self.workspace, name))
            return row.text if row else None

    def put(self, name: str, text: str) -> None:
        """Keeps the text in place of what was there."""
        with Session(self.engine) as session, session.begin():
            session.merge(KeptRow(**self._key(name), text=text, kept_at=self.clock()))

    def drop(self, name: str) -> None:
        """Forgets it."""
        with Session(self.engine) as session, session.begin():
            session.execute(delete(KeptRow).filter_by(**self._key(name)))

    def _key(self, name: str) -> dict[str, str]:
        return {"platform": self.platform, "workspace": self.workspace, "name": name}


def tidy(engine: Engine, now: datetime) -> None:
    """Forgets what no platform has drawn for long."""
    with Session(engine) as session, session.begin():
        session.execute(delete(KeptRow).where(KeptRow.kept_at < now - KEPT))
