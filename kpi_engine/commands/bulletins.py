"""What one may ask about what is posted in channels."""

from __future__ import annotations

from dataclasses import dataclass

from kpi_engine.calendar.posting import Rhythm
from kpi_engine.model.bulletin import BulletinKind
from kpi_engine.model.name import Language


@dataclass(frozen=True, slots=True)
class SetBulletin:
    """It is posted in the channel from now on, in place of what was said of that kind and whose before."""

    channel_id: int
    kind: BulletinKind
    rhythm: Rhythm
    language: Language | None = None
    """In which everything is posted there; None: as it is."""
    department_id: int | None = None
    """Whose it is; None: the company's. A leaderboard is of everybody whatever stands here."""


@dataclass(frozen=True, slots=True)
class StopBulletin:
    """It is posted no more."""

    bulletin_id: int
