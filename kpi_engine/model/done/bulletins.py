"""What commands about what is posted in channels have done."""

from __future__ import annotations

from dataclasses import dataclass

from kpi_engine.model.bulletin import BoardTakes, Bulletin
from kpi_engine.model.company import Company


@dataclass(frozen=True, slots=True)
class BulletinSet:
    """It is posted from now on."""

    bulletin: Bulletin
    company: Company
    board: BoardTakes


@dataclass(frozen=True, slots=True)
class BulletinStopped:
    """It is posted no more."""

    bulletin: Bulletin
