"""What reading a number can come to, besides a `Reading`."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from kpi_engine.intake.why import Why
from kpi_engine.model.actual import Reading


@dataclass(frozen=True, slots=True)
class Doubtful:
    """It can mean any of the options."""

    options: tuple[Decimal, ...]
    why: Why


@dataclass(frozen=True, slots=True)
class Unread:
    """It means no number that could be kept."""

    why: Why


NumberRead: TypeAlias = Reading | Doubtful | Unread
