"""What a platform keeps that nobody may read in the database: texts under names, sealed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine, delete
from sqlalchemy.orm import Session

from bot.seal import Seal
from bot.tables import SealedRow
from kpi_engine.store.database import reading


@dataclass(frozen=True, slots=True)
class SealedTexts:
    """The texts of one platform; each call is a transaction."""

    engine: Engine
    clock: Callable[[], datetime]
    platform: str
    seal: Seal

    def get(self, name: str) -> str | None:
        """The text kept last under the name; OtherKey where it was sealed by another key."""
        with Session(reading(self.engine)) as session:
            row = session.get(SealedRow, (self.platform, name))
        return self.seal.open(row.text) if row else None

    def put(self, name: str, text: str) -> None:
        """Keeps the text in place of what was there."""
        row = SealedRow(platform=self.platform, name=name, text=self.seal.close(text), sealed_at=self.clock())
        with Session(self.engine) as session, session.begin():
            session.merge(row)

    def drop(self, name: str) -> None:
        """Forgets it."""
        with Session(self.engine) as session, session.begin():
            session.execute(delete(SealedRow).filter_by(platform=self.platform, name=name))
